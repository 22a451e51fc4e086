"""One reviewer at one file: every read and every act of a review goes through here."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.model.document import Document
from factcheck.model.event import Event, EventKind
from factcheck.model.evidence import Evidence
from factcheck.model.flag import Flag, flag_for
from factcheck.model.records import (
    ArticleRecord,
    ClaimRecord,
    ClaimRow,
    HistoryRecord,
    Mark,
    Progress,
)
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.model.verdict import Verdict
from factcheck.model.visible import storable
from factcheck.review import intake, reporting
from factcheck.review.files import write_whole
from factcheck.store import events, queries
from factcheck.store.database import Store
from factcheck.store.events import Entry, Pen
from factcheck.store.history import history, summary
from factcheck.store.marks import marks
from factcheck.store.search import search
from factcheck.store.verdicts import scale
from factcheck.store.verify import verify


@dataclass(frozen=True, slots=True)
class Act:
    """What was just stored, for the line that says so: "c17 → refuted"."""

    claim: str
    article: str
    number: int
    summary: str


class Session:
    """One reviewer at one open file.

    An act is on disk when its method returns. Acts raise UsageError for what is not there,
    EvidenceGateError for a verdict without its evidence, and StoreError where nothing could be
    stored; then nothing was.
    """

    def __init__(
        self,
        store: Store,
        reviewer: str,
        *,
        now: Callable[[], datetime],
        randomness: Callable[[int], bytes],
    ) -> None:
        self._store = store
        self._now = now
        self._randomness = randomness
        self.reviewer = storable(reviewer)
        self.path = str(store.path)

    # -- what there is -------------------------------------------------------------------------

    @cached_property
    def scale(self) -> tuple[Verdict, ...]:
        """The verdict scale of this file, in its order."""
        return scale(self._store)

    def articles(self) -> tuple[ArticleRecord, ...]:
        """Return every article of the file."""
        return queries.articles(self._store)

    def article(self, reference: str | None) -> ArticleRecord:
        """Return the article called *reference*; None means the only one there is.

        Raises:
            UsageError: nothing or more than one thing is called so.
        """
        if reference is not None:
            return queries.article(self._store, reference)
        found = self.articles()
        if len(found) != 1:
            raise UsageError(
                f"{self.path} holds {len(found)} articles",
                hint="name one: `factcheck status` lists them with their numbers",
            )
        return found[0]

    def find_claim(self, reference: str, article: str | None) -> ClaimRecord:
        """Return the claim called *reference*: its id, or its number ("17", "c17") in *article*.

        Raises:
            UsageError: nothing is called so.
        """
        number = reference.removeprefix("c")
        if number.isascii() and number.isdigit():
            return self.claim(self.article(article).id, int(number))
        events.require_claim(self._store, reference)
        return self.claim(*queries.claim_number(self._store, reference))

    def find_findings(self, claim: ClaimRecord, reference: str) -> tuple[str, ...]:
        """Return the ids of the findings on a claim that an id or a rule names.

        Raises:
            UsageError: the claim has none of that name.
        """
        found = tuple(f.id for f in claim.findings if reference in {f.id, f.rule})
        if not found:
            rules = ", ".join(dict.fromkeys(f.rule for f in claim.findings)) or "no findings"
            raise UsageError(
                f"claim {claim.number} has no finding {reference!r}", hint=f"it has {rules}"
            )
        return found

    def text(self, article: str) -> str:
        """Return the text of an article."""
        return queries.text_of(self._store, article)

    def progress(self, article: str) -> Progress:
        """Return how far the article is, as this reviewer sees it."""
        return queries.progress(self._store, article, self._known_reviewer)

    def rows(self, article: str, first: int, count: int) -> tuple[ClaimRow, ...]:
        """Return *count* lines of the claim list from number *first*."""
        return queries.rows(self._store, article, self._known_reviewer, first=first, count=count)

    def claim(self, article: str, number: int) -> ClaimRecord:
        """Return everything about one claim."""
        return queries.claim(self._store, article, number, self._known_reviewer)

    def marks(self, article: str, within: Span) -> tuple[Mark, ...]:
        """Return what is to be marked in a stretch of the text."""
        return marks(self._store, article, within)

    def next_open(self, article: str, number: int, step: int) -> int | None:
        """Return the nearest claim that this reviewer has not judged, wrapping around."""
        reviewer = self._known_reviewer
        return queries.next_open(self._store, article, reviewer, number=number, step=step)

    def search(self, article: str, words: str) -> tuple[int, ...]:
        """Return the numbers of the claims with these words in wording or notes."""
        return search(self._store, article, storable(words))

    def has_evidence_for(self, claim: str, verdict: str) -> bool:
        """Say whether the evidence gate lets this verdict through."""
        return queries.has_evidence_for(self._store, claim, verdict)

    def history(
        self, *, claim: str | None = None, article: str | None = None, limit: int = 200
    ) -> tuple[HistoryRecord, ...]:
        """Return acts, newest first."""
        return history(self._store, claim=claim, article=article, limit=limit)

    def report(self, article: str) -> Report:
        """Return everything that a report on the article says."""
        return reporting.report(self._store, article, self._known_reviewer, self._now())

    def write_report(self, article: str, path: str) -> str:
        """Write the Markdown report, in place of an older file only when it is whole."""
        return write_whole(Path(path), reporting.lines(self.report(article)))

    def verify(self) -> Iterator[str]:
        """Yield a sentence for everything in the file that disagrees with what it must be."""
        return verify(self._store)

    # -- acts ----------------------------------------------------------------------------------

    def assess(
        self,
        claim: str,
        verdict: str | None,
        rationale: str = "",
        evidence: Evidence | None = None,
    ) -> Act:
        """Record my verdict on a claim, or take it back with None; evidence is stored with it."""
        if verdict is not None and verdict not in {known.verdict for known in self.scale}:
            raise UsageError(
                f"{verdict!r} is no verdict of this file",
                hint="use one of " + ", ".join(known.verdict for known in self.scale),
            )
        judged = Entry(EventKind.ASSESS, claim, {"verdict": verdict, "rationale": rationale})
        return self._act(*([_attached(claim, evidence)] if evidence else []), judged)

    def defer(self, claim: str) -> Act:
        """Put a claim off. Decides nothing."""
        return self._act(Entry(EventKind.DEFER, claim, {}))

    def flag(self, claim: str, flag: Flag, on: bool) -> Act:
        """Set a flag on a claim, or take it off."""
        return self._act(Entry(EventKind.FLAG, claim, {"flag": flag, "on": on, "finding": None}))

    def confirm(self, claim: str, finding: str) -> Act:
        """Confirm a finding: sets the flag that its rule stands for."""
        flag = flag_for(self._rule(claim, finding))
        return self._act(
            Entry(EventKind.FLAG, claim, {"flag": flag, "on": True, "finding": finding})
        )

    def dismiss(self, claim: str, finding: str) -> Act:
        """Dismiss a finding on a claim."""
        self._rule(claim, finding)
        return self._act(Entry(EventKind.DISMISS_FINDING, claim, {"finding": finding}))

    def attach(self, claim: str, evidence: Evidence) -> Act:
        """Attach evidence to a claim."""
        return self._act(_attached(claim, evidence))

    def retract(self, claim: str, evidence: str, reason: str) -> Act:
        """Take a piece of evidence back, with the reason."""
        if evidence not in {known.id for known in queries.evidence(self._store, claim)}:
            raise UsageError(
                f"the claim has no evidence {evidence}",
                hint='`factcheck query "select id, source from evidence"` lists it',
            )
        return self._act(
            Entry(EventKind.RETRACT_EVIDENCE, claim, {"evidence": evidence, "reason": reason})
        )

    def note(self, claim: str, text: str) -> Act:
        """Add a note to a claim."""
        if not text.strip():
            raise UsageError("the note is empty", hint="write something, or leave it")
        return self._act(Entry(EventKind.NOTE, claim, {"text": text}))

    def undo(self) -> Act | None:
        """Take my last act back; None where there is nothing left to undo."""
        with self._store.writing():
            last = events.last_act(self._store, self._known_reviewer)
            if not last:
                return None
            undone = {"undoes": [event.id for event in last], "redo": False}
            self._append(Entry(EventKind.UNDO, last[0].subject, undone))
        return self._done(last[0].subject, f"undone: {summary(last[-1].kind, last[-1].data)}")

    def redo(self) -> Act | None:
        """Take my last undo back; None where there is none, or I did something else since."""
        with self._store.writing():
            undo = events.last_undo(self._store, self._known_reviewer)
            if undo is None:
                return None
            redone = {"undoes": [undo.id], "redo": True}
            self._append(Entry(EventKind.UNDO, undo.subject, redone))
        return self._done(undo.subject, "redone")

    def ingest(self, document: Document) -> tuple[ArticleRecord, bool]:
        """Read a document into the file unless it is there; say whether it was new."""
        return intake.ingest(self._store, document)

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    @property
    def _known_reviewer(self) -> str:
        """My id in this file, "" before my first act."""
        return events.reviewer_called(self._store, self.reviewer) or ""

    def _rule(self, claim: str, finding: str) -> str:
        rule = queries.rule_of(self._store, claim, finding)
        if rule is None:
            raise UsageError(
                f"the claim has no finding {finding}",
                hint='`factcheck query "select id, rule from findings"` lists them',
            )
        return rule

    def _act(self, *entries: Entry) -> Act:
        claim = entries[0].subject
        with self._store.writing():
            events.require_claim(self._store, claim)
            last = self._append(*entries)[-1]
        return self._done(claim, summary(last.kind, last.data))

    def _append(self, *entries: Entry) -> tuple[Event, ...]:
        reviewer = events.introduce(self._store, self._pen(""), self.reviewer)
        return events.append(self._store, self._pen(reviewer), *entries)

    def _done(self, claim: str, what: str) -> Act:
        article, number = queries.claim_number(self._store, claim)
        return Act(claim, article, number, f"c{number} {what}")

    def _pen(self, reviewer: str) -> Pen:
        return Pen(reviewer, self._now, self._randomness)


def _attached(claim: str, evidence: Evidence) -> Entry:
    return Entry(EventKind.ATTACH_EVIDENCE, claim, asdict(evidence))
