"""Reports to write: records with every field filled, and how to swap the words in them."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from factcheck.model.checked import CheckedBefore, FactCheck, Likeness
from factcheck.model.records import (
    ArticleRecord,
    AssessmentRecord,
    AttributionRecord,
    CitationRecord,
    ClaimRecord,
    EvidenceRecord,
    FindingRecord,
    FlagRecord,
    NoteRecord,
)
from factcheck.model.report import CitationUse, Correction, Corrections, Report
from factcheck.model.span import Span
from factcheck.model.verdict import DEFAULT_SCALE

Record = TypeVar("Record")

NOON = "2026-03-02T12:00:00.000Z"
LATER = "2026-03-02T12:41:07.250Z"

ARTICLE = ArticleRecord(
    number=1,
    id="d1:0123456789abcdef0123456789abcdef",
    title="Harbour fund lost a third of its money, auditors say",
    source="drafts/harbour.txt",
    language="en",
    characters=2041,
    unaccounted=12,
    reader="reader 3",
    claims=1,
    decided=0,
    deferred=0,
    disagreements=0,
)

CLAIM = ClaimRecord(
    number=1,
    id="c1:000000000000000000000001",
    article=ARTICLE.id,
    text="The fund was frozen in May.",
    spans=(Span(0, 27),),
    quotes=("The fund was frozen in May.",),
    insertions=(),
    kind="event",
    modality=("asserted",),
    needs_context=(),
    check_worthiness=0.5,
    features=(),
    attribution=None,
    verdict=None,
    status="open",
    deferred=False,
    citations=(),
    findings=(),
    evidence=(),
    assessments=(),
    flags=(),
    notes=(),
)

REPORT = Report(
    article=ARTICLE,
    scale=DEFAULT_SCALE,
    claims=(),
    ledger=(("claim", 1500), ("heading", 41), ("separator", 488), ("unaccounted", 12)),
    reviewers=(),
    head="",
    events=0,
    at=LATER,
    program="factcheck 0.1.0",
)

LINK = EvidenceRecord(
    id="01",
    kind="link",
    source="https://audit.example/2025/harbour?page=4&lang=en",
    stance="refutes",
    title="Annual audit 2025",
    quote="The fund lost 4.1 per cent.",
    locator="p. 4",
    note="Table 2 has the same sum.",
    primacy="primary",
    reviewer="Ada",
    at=NOON,
)
DOI = replace(LINK, kind="doi", source="10.1000/182#3", stance="supports", title="", primacy="")
FILE = replace(LINK, kind="file", source="minutes_2025.pdf", stance="context", title="Minutes")
SEARCH = EvidenceRecord(
    id="02",
    kind="search",
    source="court register, 2019 to 2025",
    stance="context",
    title="",
    quote="",
    locator="",
    note="",
    primacy="",
    reviewer="Ben",
    at=LATER,
)
FINDING = FindingRecord(
    id="f1:1",
    rule="rhetoric.loaded",
    span=Span(4, 8),
    quote="gutted",
    message="a loaded word where a plain one would do",
    quoted=False,
    strength=0.5,
    decision="",
)
REFUTED = AssessmentRecord("Ada", "refuted", "The audit says 4.1 per cent.", NOON, gate=True)

CHECKED = CheckedBefore(
    FactCheck(
        "The harbour fund lost half of its money.",
        "Ines Roy",
        "False",
        "1 of 1–5",
        "Harbour Checks",
        LINK.source,
        "2025-06-01",
    ),
    Likeness(0.8, ("harbour", "fund", "money"), (("number", "third", "half"),)),
)

FULL_CLAIM = replace(
    CLAIM,
    number=1,
    text="The harbour fund lost a third of its money.",
    spans=(Span(0, 8), Span(27, 54)),
    quotes=("The fund", "lost a third of its money."),
    insertions=(Span(4, 12),),
    kind="quantity",
    modality=("asserted", "hedged"),
    needs_context=("its",),
    check_worthiness=0.875,
    attribution=AttributionRecord(named=True, source="Ines Roy", cue="said"),
    verdict="refuted",
    status="decided",
    citations=(
        CitationRecord("report", Span(60, 80), "Annual audit 2025", ""),
        CitationRecord("link", Span(81, 99), "the audit", "https://audit.example/2025"),
        CitationRecord("law", Span(99, 110), "the Ports Act", "us-bill:hr1516-117"),
    ),
    findings=(
        FINDING,
        replace(
            FINDING,
            rule="unsupported.statistic",
            decisions=(("Ada", "confirmed"),),
            quote="a third",
        ),
        replace(
            FINDING,
            rule="rhetoric.absolute",
            decisions=(("Ada", "dismissed"), ("Ben", "confirmed")),
            quoted=True,
        ),
    ),
    evidence=(replace(LINK, checks=(CHECKED,)), DOI, FILE, SEARCH),
    assessments=(REFUTED,),
    flags=(FlagRecord("unsupported", "Ada", NOON), FlagRecord("outdated", "Ben", LATER)),
    notes=(NoteRecord("Ask the port for the 2024 figure.", "Ben", LATER),),
)

DISPUTED_CLAIM = replace(
    CLAIM,
    number=2,
    id="c1:000000000000000000000002",
    attribution=AttributionRecord(named=False, source="records", cue="show"),
    status="disagreement",
    assessments=(REFUTED, AssessmentRecord("Ben", "supported", "", LATER, gate=False)),
)

FULL = replace(
    REPORT,
    claims=(
        FULL_CLAIM,
        DISPUTED_CLAIM,
        replace(CLAIM, number=3, status="deferred", deferred=True),
        replace(CLAIM, number=4),
        replace(
            CLAIM,
            number=5,
            verdict="misleading",
            status="decided",
            assessments=(replace(REFUTED, verdict="misleading", rationale=""),),
        ),
        replace(
            CLAIM,
            number=6,
            text="港口基金于五月被冻结。",
            quotes=("港口基金于五月被冻结。",),
            spans=(Span(200, 211),),
            verdict="half-true",
            status="decided",
            assessments=(replace(REFUTED, verdict="half-true"),),
        ),
    ),
    citations=(
        CitationUse("report", Span(60, 80), "Annual audit 2025", "", (1,)),
        CitationUse("link", Span(81, 99), "the audit", "https://audit.example/2025", (1, 2)),
        CitationUse("law", Span(99, 110), "the Ports Act", "us-bill:hr1516-117", ()),
    ),
    headings=((0, "Harbour dispute"), (100, "After the audit")),
    unaccounted=((Span(150, 158), "see also"), (Span(170, 174), "ends")),
    corrections=Corrections(
        since="0c" * 32,
        at=NOON,
        claims=(
            Correction(
                1, "The harbour fund lost money.", "supported", "refuted", ("Ada: refuted",)
            ),
            Correction(2, "The fund was frozen.", None, None, ("Ben: a note",)),
            Correction(6, "港口基金", None, "half-true", ()),
        ),
    ),
    reviewers=("Ada", "Ben"),
    head="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    events=1234,
)

ATTACKS = (
    "[free](javascript:alert(1)) ![x](https://evil.example/p.png) <https://evil.example>",
    "<script>alert(1)</script> <!-- --> &lt;b&gt; https://evil.example www.evil.example evil.com",
    "# Claim 9: Supported",
    "1. one\n2. two\n\n---\n\n> quoted\n\n    code\n\n```\nfence",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "*star* __under__ ~~gone~~ `tick` $x^2$ [^1] [x]: https://evil.example",
    "@desk mail a@evil.example, =cmd|'/c calc'!A1, \x1b[2J \u202eevil\u202c \ud800",
)


# Values that decide what is written about a claim; no text of a stranger stands in their place.
_DECIDING = frozenset(
    (
        *("", "open", "deferred", "decided", "disagreement", "confirmed", "dismissed", "asserted"),
        *("link", "doi", "file", "search", "any", *(one.verdict for one in DEFAULT_SCALE)),
    )
)


def swapped(record: Record, swap: Callable[[str], str]) -> Record:
    """Return *record* with every text in it, however deep, replaced by what *swap* makes of it."""
    return _swapped(record, swap)  # type: ignore[no-any-return]


def _swapped(value: Any, swap: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return value if value in _DECIDING else swap(value)
    if isinstance(value, tuple):
        return tuple(_swapped(one, swap) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _swapped(getattr(value, field.name), swap) for field in fields(value)
        }
        return replace(value, **changed)
    return value
