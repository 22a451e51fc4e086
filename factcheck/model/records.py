"""What a question to the file answers with: one record a row, named as the columns are."""

from dataclasses import dataclass

from factcheck.model.checked import CheckedBefore
from factcheck.model.span import Span
from factcheck.model.suggestion import SuggestionRecord


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article of the file with its progress. `id` is that of its document."""

    number: int
    id: str
    title: str
    source: str
    language: str | None
    characters: int
    unaccounted: int
    reader: str
    claims: int
    decided: int
    deferred: int
    disagreements: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A line of the claim list. `number` is what it is called by: c17."""

    number: int
    id: str
    text: str
    kind: str
    check_worthiness: float
    status: str  # for the reviewer who asks: "open", "deferred", "stale" or the verdict
    flags: tuple[str, ...]
    findings: int  # open ones
    evidence: int


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A finding on a claim. `decision` is the reviewer's: "", "confirmed" or "dismissed"."""

    id: str
    rule: str
    span: Span
    quote: str
    message: str
    quoted: bool
    strength: float
    decision: str
    decisions: tuple[tuple[str, str], ...] = ()  # of everybody: reviewer and decision


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """A citation that a claim rests on."""

    kind: str
    span: Span
    quote: str
    identifier: str


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """A piece of evidence on a claim. `id` is the event that attached it.

    The last fields say what was captured of its source: when, the SHA-256 of the body, why the
    last attempt failed, where an archive has a copy, and how its quotation stands to the capture.
    """

    id: str
    kind: str
    source: str
    stance: str
    title: str
    quote: str
    locator: str
    note: str
    primacy: str
    reviewer: str
    at: str
    captured_at: str = ""
    sha256: str = ""
    capture_error: str = ""
    capture_remark: str = ""  # what to know about the words that were captured
    archive: str = ""
    quote_outcome: str = ""  # of `Outcome`; "" where it was not compared
    checks: tuple[CheckedBefore, ...] = ()  # imported fact-checks at its link; reports ask for them


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """The current verdict of one reviewer.

    `gate` is False where its evidence has gone since, `stale` True where the claim was changed
    since: then it was given on a claim that has become this one.
    """

    reviewer: str
    verdict: str
    rationale: str
    at: str
    gate: bool
    stale: bool = False


@dataclass(frozen=True, slots=True)
class FlagRecord:
    """A flag that one reviewer has set."""

    flag: str
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A note that one reviewer wrote."""

    text: str
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True)
class AttributionRecord:
    """Who the text makes responsible, in the words of the text."""

    named: bool
    source: str
    cue: str


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """Everything about one claim that a reviewer or a report may show."""

    number: int
    id: str
    article: str
    text: str
    spans: tuple[Span, ...]
    quotes: tuple[str, ...]  # the words of the article at each span
    insertions: tuple[Span, ...]
    kind: str
    modality: tuple[str, ...]
    needs_context: tuple[str, ...]
    check_worthiness: float
    features: tuple[tuple[str, float], ...]
    attribution: AttributionRecord | None
    verdict: str | None  # of the claim: adjudicated, or agreed by all who judged it
    status: str  # "open", "deferred", "decided", "disagreement"
    deferred: bool  # by the reviewer who asks
    citations: tuple[CitationRecord, ...]
    findings: tuple[FindingRecord, ...]
    evidence: tuple[EvidenceRecord, ...]
    assessments: tuple[AssessmentRecord, ...]
    flags: tuple[FlagRecord, ...]
    notes: tuple[NoteRecord, ...]
    deferred_by: tuple[str, ...] = ()  # names of reviewers, for whom the claim is put off
    revealed: bool = False  # the reviewer who asks looked at what others did, before deciding
    hidden: int | None = None  # pieces of evidence and notes left out while the reviewer is blind
    current: bool = True  # False: of an older reading, kept because somebody acted on it
    suggestions: tuple[SuggestionRecord, ...] = ()  # of language models, never anybody's act
    made: bool = False  # by a person
    listed: bool = True  # False: reworded, split, merged or no claim
    made_from: tuple[tuple[int, str], ...] = ()  # number and wording of each
    became: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EditRecord:
    """A claim that an edit took off the list. `became` names what came of it: "c4, c5"."""

    number: int
    text: str
    kind: str
    reason: str  # why it is no claim, "" of other edits
    became: str
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article to be marked on the screen.

    `what` is "claim", "finding", "citation" or "gap" (unaccounted characters); `claim` the number
    of the claim it belongs to, or None; `rule` the rule of a finding or the kind of a citation.
    """

    span: Span
    what: str
    claim: int | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an article is, as one reviewer sees it."""

    claims: int
    decided: int  # by this reviewer
    deferred: int  # by this reviewer
    open: int  # for this reviewer, deferred ones included
    disagreements: int
    unaccounted: int  # characters


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds per claim: how many were timed, the median, and both for each kind of claim."""

    claims: int
    median: float
    kinds: tuple[tuple[str, int, float], ...]  # kind, claims timed, median


@dataclass(frozen=True, slots=True)
class Overview:
    """How an article stands, in counts; verdicts and findings are those of the reviewer asking."""

    title: str
    progress: Progress
    statuses: tuple[tuple[str, int], ...]  # decided, deferred, disagreement: of everybody
    verdicts: tuple[tuple[str, int], ...]  # every verdict of the scale, in its order
    flags: tuple[tuple[str, int], ...]  # claims with the flag, most first
    findings: tuple[tuple[str, int], ...]  # confirmed, dismissed, undecided
    ledger: tuple[tuple[str, int], ...]  # characters under each account, most first
    timing: Timing


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """One event as the history shows it. `undone` says that a later undo took it back."""

    id: str
    at: str
    reviewer: str
    kind: str
    article: str | None
    number: int | None
    summary: str
    undone: bool
    before: tuple[str, ...] = ()  # wordings that an edit took off the list
    after: tuple[str, ...] = ()  # wordings that it put there


@dataclass(frozen=True, slots=True)
class RuleTally:
    """How a rule fared: findings of it, and decisions on them that stand."""

    rule: str
    findings: int = 0
    confirmed: int = 0
    dismissed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the decisions that confirmed, None where nobody decided."""
        decided = self.confirmed + self.dismissed
        return self.confirmed / decided if decided else None
