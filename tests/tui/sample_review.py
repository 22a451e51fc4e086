"""A small review to look at: an article of our own, with claims in every state."""

from dataclasses import replace

from factcheck.model.records import (
    AssessmentRecord,
    AttributionRecord,
    CitationRecord,
    ClaimRecord,
    EvidenceRecord,
    FindingRecord,
    FlagRecord,
    HistoryRecord,
    Mark,
    NoteRecord,
)
from factcheck.model.span import Span
from tui.fake_session import AT, FakeSession

TITLE = "Harbour bridge reopens after record repair"
SENTENCES = (
    "The harbour bridge reopened on Monday after eleven months of repairs.",
    "It is the longest swing bridge in northern Europe, the port authority said.",
    "The repair cost 41 million euros, twice what the council had approved in 2023.",
    "Engineers replaced 212 of the 340 bearings.",
    "According to the audit office, the tender was opened before the study was complete.",
    "Mayor Ilse Brandt called the criticism “an outrageous insult to everyone who worked here”.",
    "Traffic in the old town fell by 18 percent while the bridge was closed.",
    "Everybody knows that the ferry operators profited most.",
    "A second phase, with new lighting and a cycle lane, is to follow in 2027.",
    "The federal government pays 60 percent of it under the Bridges Act (BridgeG § 4).",
    "Critics say the lane will never be built.",
    "在港口工作的人说,桥梁关闭期间渡轮每天多运送了三千名乘客。",
)
PARAGRAPHS = ((0, 4), (4, 6), (6, 8), (8, 12))
WORTH = (0.55, 0.62, 0.91, 0.74, 0.83, 0.35, 0.88, 0.2, 0.45, 0.79, 0.15, 0.66)


def article() -> tuple[str, tuple[Span, ...]]:
    """Return the text of the article and the span of each sentence."""
    text, spans = TITLE + "\n\n", []
    for first, last in PARAGRAPHS:
        for sentence in SENTENCES[first:last]:
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence + " "
        text = text.rstrip() + "\n\n"
    return text.rstrip() + "\n", tuple(spans)


def claim(
    number: int, text: str, span: Span, *, words: str = "", worth: float = 0.5
) -> ClaimRecord:
    """Return a bare claim of that number."""
    return ClaimRecord(
        number=number, id=f"c1:{number}", article="a1", text=text, spans=(span,),
        quotes=(words or text,), insertions=(), kind="event", modality=("asserted",),
        needs_context=(), check_worthiness=worth, features=(("number", 0.3), ("name", 0.12)),
        attribution=None, verdict=None, status="open", deferred=False, citations=(), findings=(),
        evidence=(), assessments=(), flags=(), notes=(),
    )  # fmt: skip


def place(text: str, words: str) -> Span:
    """Return where *words* stand in *text*."""
    start = text.index(words)
    return Span(start, start + len(words))


def sample(*, reviewer: str = "Ana") -> FakeSession:
    """Return the review: some claims judged, some flagged, one judged by somebody else."""
    text, spans = article()
    claims = [
        claim(number, sentence, span, worth=worth)
        for number, (sentence, span, worth) in enumerate(
            zip(SENTENCES, spans, WORTH, strict=True), 1
        )
    ]
    claims[1] = replace(
        claims[1], text="The harbour bridge is the longest swing bridge in northern Europe.",
        insertions=(Span(0, 18),), kind="comparison",
        attribution=AttributionRecord(True, "the port authority", "said"),
    )  # fmt: skip
    claims[0] = replace(claims[0], assessments=(
        AssessmentRecord("Ana", "supported", "seen on site", AT, True),
        AssessmentRecord("Ben", "supported", "", AT, True),
    ), evidence=(EvidenceRecord(
        "e1", "link", "https://port.example.org/reopening", "supports", "Reopening of the bridge",
        "reopened on Monday", "para. 2", "", "primary", "Ana", AT),
        EvidenceRecord("e2", "link", "https://news.example.org/bridge", "context", "", "", "", "",
        "", "Ben", AT),
    ))  # fmt: skip
    claims[2] = replace(
        claims[2], kind="quantity", needs_context=("the council",),
        findings=(
            FindingRecord("f1", "support.statistic", place(text, "41 million euros"),
                          "41 million euros", "a figure without a source", False, 0.8, ""),
            FindingRecord("f2", "arithmetic.ratio", place(text, "twice"), "twice",
                          "the approved sum is not in the text", False, 0.5, ""),
        ),
        citations=(CitationRecord("report", place(text, "audit office"), "audit office", ""),),
        assessments=(AssessmentRecord("Ben", "refuted", "it was 38 million", AT, True),),
        notes=(NoteRecord("asked the council’s press office", "Ben", AT),),
    )  # fmt: skip
    claims[3] = replace(claims[3], deferred=True)
    claims[5] = replace(
        claims[5], kind="quotation", flags=(FlagRecord("rhetorical", "Ana", AT),),
        findings=(FindingRecord("f3", "rhetoric.loaded", place(text, "outrageous"), "outrageous",
                                "a loaded word", True, 0.4, "confirmed"),),
        assessments=(AssessmentRecord("Ana", "not-checkable", "", AT, True),),
    )  # fmt: skip
    claims[7] = replace(claims[7], findings=(
        FindingRecord("f4", "rhetoric.absolute", place(text, "Everybody knows"),
                      "Everybody knows", "no one can know what everybody knows", False, 0.9, ""),
    ))  # fmt: skip
    marks = [
        Mark(place(text, "the Bridges Act (BridgeG § 4)"), "citation", 10, "law"),
        Mark(place(text, "audit office"), "citation", 5, "report"),
    ]
    session = FakeSession(text, claims, reviewer=reviewer, title=TITLE, extra_marks=marks)
    session.past = [
        HistoryRecord("h3", "2026-03-02T09:58:00.000Z", "Ben", "assess", "a1", 3, "refuted", False),
        HistoryRecord(
            "h2", "2026-03-02T09:41:00.000Z", "Ana", "flag", "a1", 3, "outdated on", True
        ),
        HistoryRecord(
            "h1", "2026-03-01T16:20:00.000Z", "Ana", "assess", "a1", 1, "supported", False
        ),
    ]
    return session
