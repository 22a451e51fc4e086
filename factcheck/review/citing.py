"""The citations of an article: what is cited, and which claims rest on it.

In: a session and an article. Out: lines for people, in words, or a table for programs.
"""

from collections.abc import Collection, Iterator
from typing import Any

from factcheck.model.citation import CitationKind
from factcheck.model.cited import CitedRecord
from factcheck.model.visible import one_line
from factcheck.review.asking import Answer
from factcheck.review.session import Session
from factcheck.store.cited import cited

KINDS = tuple(kind.value for kind in CitationKind)
_COLUMNS = (
    "number", "kind", "start", "stop", "quote", "scheme", "identifier", "fields", "claims",
)  # fmt: skip


def citations(
    session: Session, article: str, kinds: Collection[str] = ()
) -> tuple[CitedRecord, ...]:
    """Return the citations of an article in reading order, those of *kinds* where any are named."""
    found = cited(session.store, article)
    return tuple(each for each in found if not kinds or each.kind in kinds)


def citation_lines(citation: CitedRecord) -> Iterator[str]:
    """Yield a citation for people: kind, identifier and claims, its words, then its parts.

    Nothing in the lines steers a terminal.
    """
    known = one_line(f"{citation.scheme} {citation.identifier}")
    resting = ", ".join(_ranges(citation.claims)) or "no claim rests on it"
    yield "  ".join(filter(None, (f"r{citation.number}", citation.kind, known, resting)))
    yield f"    {one_line(citation.quote)}"
    width = max((len(name) for name, _ in citation.fields), default=0)
    for name, words in citation.fields:
        yield f"      {name.ljust(width)}  {one_line(words)}"


def citations_table(found: Collection[CitedRecord], *, nested: bool) -> Answer:
    """Return citations as a table with offsets in code points, half-open.

    *nested* has the parts as an object and the claims as a list of numbers, as JSON can; without it
    they are text.
    """
    return Answer(_COLUMNS, (_row(citation, nested=nested) for citation in found))


def _row(citation: CitedRecord, *, nested: bool) -> tuple[Any, ...]:
    fields: Any = dict(citation.fields)
    claims: Any = list(citation.claims)
    if not nested:
        fields = "; ".join(f"{name}: {words}" for name, words in citation.fields)
        claims = " ".join(map(str, citation.claims))
    return (
        citation.number, citation.kind, citation.span.start, citation.span.end, citation.quote,
        citation.scheme or None, citation.identifier or None, fields, claims,
    )  # fmt: skip


def _ranges(numbers: tuple[int, ...]) -> Iterator[str]:
    """Yield claim numbers as people write them: c3, c5-c9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield f"c{run[0]}" if len(run) == 1 else f"c{run[0]}-c{run[-1]}"
