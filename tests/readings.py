"""Small readings drawn in the text, for tests that need one in a file.

`⟦…⟧` marks a claim; every line is a segment.
"""

from collections.abc import Sequence

from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span
from marks import unmark

HARBOUR = """Harbour dispute
⟦The port lost €2 m in 2021.⟧ ⟦Ines Roy said it was a disgrace.⟧
⟦Critics say traffic fell by half.⟧
"""


def drawn(marked: str, *, title: str = "Harbour dispute", source: str = "port.txt") -> Reading:
    """Return a reading with the marked claims, a segment a line, and nothing else."""
    text, spans = unmark(marked)
    claims = tuple(Claim(span.of(text), (span,), check_worthiness=0.5) for span in spans)
    return Reading(Document(text, title, source), lines_of(text), claims, (), ())


def lines_of(text: str) -> tuple[Segment, ...]:
    """Return a segment a line; the first line is a heading."""
    segments, start = [], 0
    for i, line in enumerate(text.splitlines(keepends=True)):
        role = Role.HEADING if i == 0 else Role.SENTENCE
        segments.append(Segment(Span(start, start + len(line)), role, "en", 0.25))
        start += len(line)
    return tuple(segments)


def harbour() -> Reading:
    """Return a reading of three claims with an attribution, a citation and two findings."""
    plain = drawn(HARBOUR)
    text = plain.document.text
    first, second, third = plain.claims
    roy, said = place(text, "Ines Roy"), place(text, "said")
    content = place(text, "it was a disgrace")
    critics, say = place(text, "Critics"), place(text, "say")
    second = Claim(
        second.text,
        second.spans,
        attribution=Attribution(named=True, source=(roy,), cue=(said,), content=(content,)),
        needs_context=("it",),
        check_worthiness=0.25,
        features=(("quotation", 0.5), ("opinion", -0.25)),
    )
    third = Claim(
        third.text,
        third.spans,
        attribution=Attribution(named=False, source=(critics,), cue=(say,), content=()),
        check_worthiness=0.75,
    )
    citations = (
        Citation(
            CitationKind.REPORT,
            place(text, "€2 m"),
            (("title", place(text, "€2 m")),),
            Identifier("url", "https://example.org/a"),
            (0,),
        ),
        Citation(CitationKind.QUOTATION, place(text, "disgrace")),
    )
    findings = (
        Finding("rhetoric.loaded", place(text, "disgrace"), "a loaded word", claims=(1,)),
        Finding("unsupported.statistic", place(text, "by half"), "no source", claims=(2,)),
    )
    return Reading(plain.document, plain.segments, (first, second, third), citations, findings)


def place(text: str, words: str) -> Span:
    """Return where *words* first stand in *text*."""
    start = text.index(words)
    return Span(start, start + len(words))


def texts(claims: Sequence[Claim]) -> list[str]:
    """Return the wordings of claims."""
    return [claim.text for claim in claims]
