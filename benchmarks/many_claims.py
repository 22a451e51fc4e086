"""Make a file with an article of many claims: `python benchmarks/many_claims.py FILE COUNT`."""

import sys
from pathlib import Path

from factcheck.model.claim import Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span
from factcheck.store.database import open_store
from factcheck.store.readings import save

SENTENCES_A_PARAGRAPH = 4


def many(count: int) -> Reading:
    """Return a reading of *count* claims, a sentence each, every third one with a finding."""
    claims, segments, findings, pieces, at = [], [], [], [], 0
    for i in range(count):
        # A million of them stay below 20 MB, the most that is read.
        words = f"Ward {i} lost {i % 97}."
        end = "\n" if i % SENTENCES_A_PARAGRAPH == SENTENCES_A_PARAGRAPH - 1 else " "
        span = Span(at, at + len(words))
        claims.append(Claim(words, (span,), check_worthiness=i % 100 / 100))
        segments.append(Segment(Span(at, span.end + 1), Role.SENTENCE, "en"))
        if i % 3 == 0:
            findings.append(Finding("unsupported.statistic", span, "no source", claims=(i,)))
        pieces.append(words + end)
        at = span.end + 1
    document = Document("".join(pieces), f"{count} claims", "many.txt")
    return Reading(document, tuple(segments), tuple(claims), (), tuple(findings))


if __name__ == "__main__":
    store = open_store(Path(sys.argv[1]), create=True)
    with store.writing():
        save(store, many(int(sys.argv[2])), "benchmark")
    store.close()
