"""One reviewer at one file: every read and every act of a review goes through here."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model.event import OFF_THE_LIST, Event, EventKind
from factcheck.model.evidence import Evidence
from factcheck.model.flag import Flag
from factcheck.model.records import (
    ArticleRecord,
    ClaimRecord,
    ClaimRow,
    HistoryRecord,
    Mark,
    Progress,
)
from factcheck.model.rules import RuleSettings
from factcheck.model.span import Span
from factcheck.model.verdict import Verdict
from factcheck.model.visible import storable
from factcheck.review import acts, undoing
from factcheck.review.acts import Act
from factcheck.review.following import follow
from factcheck.review.listing import Lists
from factcheck.store import events, listing, queries
from factcheck.store.database import Store
from factcheck.store.edits import require_claim, require_listed, told
from factcheck.store.events import Entry, Pen
from factcheck.store.history import history, summary
from factcheck.store.marks import marks
from factcheck.store.nearest import next_open
from factcheck.store.verdicts import scale

if TYPE_CHECKING:
    from factcheck.model.document import Document
    from factcheck.model.report import Report
    from factcheck.review.quotelines import Line

__all__ = ["Act", "Session"]

_CLEARED = "`factcheck history` shows the acts"
# Entries that depend on the state of the file: asked inside the transaction that stores them.
Build = Callable[[], Sequence[Entry]]


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
        rules: Callable[[], RuleSettings] = RuleSettings,
    ) -> None:
        self.store = store
        self.rules = rules  # asked only to read: a broken file of rules must stop no review
        self.now = now
        self.randomness = randomness
        self.reviewer = acts.named(reviewer)
        self.blind = "off"  # what lists and searches must not lead to, as the settings have it
        self.path = str(store.path)
        self._seen = store.version()

    def changed(self) -> bool:
        """Say whether somebody else has written to the file since this was last asked."""
        before, self._seen = self._seen, self.store.version()
        return before != self._seen

    @cached_property
    def scale(self) -> tuple[Verdict, ...]:
        """The verdict scale of this file, in its order."""
        return scale(self.store)

    def articles(self) -> tuple[ArticleRecord, ...]:
        """Return every article of the file."""
        return queries.articles(self.store)

    def article(self, reference: str | None) -> ArticleRecord:
        """Return the article called *reference*; None means the only one there is.

        Raises:
            UsageError: nothing or more than one thing is called so.
        """
        return queries.article(self.store, reference)

    def find_claim(self, reference: str, article: str | None) -> ClaimRecord:
        """Return the claim called *reference*: its id, or its number ("17", "c17") in *article*.

        Raises:
            UsageError: nothing is called so.
        """
        number = acts.number_in(reference)
        if number is not None:
            return self.claim(self.article(article).id, number)
        require_claim(self.store, reference)
        return self.claim(*queries.claim_number(self.store, reference))

    def text(self, article: str) -> str:
        """Return the text of an article."""
        return queries.text_of(self.store, article)

    def progress(self, article: str) -> Progress:
        """Return how far the article is, as this reviewer sees it."""
        return listing.progress(self.store, article, self.known_reviewer)

    def rows(self, article: str, first: int, count: int) -> tuple[ClaimRow, ...]:
        """Return *count* lines of the claim list from place *first*."""
        return listing.rows(self.store, article, self.known_reviewer, first=first, count=count)

    def claim(self, article: str, number: int) -> ClaimRecord:
        """Return everything about one claim."""
        return queries.claim(self.store, article, number, self.known_reviewer)

    def marks(self, article: str, within: Span) -> tuple[Mark, ...]:
        """Return what is to be marked in a stretch of the text."""
        return marks(self.store, article, within)

    def next_open(self, article: str, number: int, step: int) -> int | None:
        """Return the nearest claim that this reviewer has not judged, wrapping around."""
        return next_open(self.store, article, self.known_reviewer, number=number, step=step)

    @property
    def lists(self) -> Lists:
        """What lists and outlines ask."""
        return Lists(self.store, self.known_reviewer, self.blind)

    def search(self, article: str, words: str) -> Sequence[int]:
        """Return the numbers of the claims with these words in wording or notes."""
        me, words = self.known_reviewer, storable(words)
        return listing.search(self.store, article, words, reviewer=me, blind=self.blind)

    def quotations(self, claim: ClaimRecord) -> "tuple[Line, ...]":
        """Return what became of the quotations of a claim and its evidence, as styled lines."""
        from factcheck.review.quotelines import shown
        from factcheck.review.quoting import quotations_of

        return shown(claim, tuple(quotations_of(self.store, claim)))

    def history(
        self, *, claim: str | None = None, article: str | None = None, limit: int = 200
    ) -> tuple[HistoryRecord, ...]:
        """Return acts, newest first."""
        return history(self.store, claim=claim, article=article, limit=limit)

    def report(self, article: str) -> "Report":
        """Return everything that a report on the article says."""
        from factcheck.review import reporting

        return reporting.report(self.store, article, self.now())

    def write_report(self, article: str, path: str) -> str:
        """Write the Markdown report, in place of an older file only when it is whole."""
        from factcheck.review.files import write_whole
        from factcheck.review.reporting import BEGINNING, lines

        with self.store.reading():
            return write_whole(Path(path), lines(self.report(article)), over=BEGINNING)

    def verify(self) -> Iterator[str]:
        """Yield a sentence for everything in the file that disagrees with what it must be."""
        from factcheck.review.whole import verify

        return verify(self.store)

    def assess(
        self,
        claim: str,
        verdict: str | None,
        rationale: str = "",
        evidence: Evidence | None = None,
        also: Callable[[], None] = lambda: None,
    ) -> Act:
        """Record my verdict on a claim, or take it back with None; evidence is stored with it.

        *also* looks at, refuses or stores something more, first in the same transaction.
        """

        def entries() -> list[Entry]:
            also()
            if verdict is None and not queries.has_judged(self.store, claim, self.known_reviewer):
                raise UsageError("there is no verdict of yours to clear", hint=_CLEARED)
            judged = acts.assessed(claim, verdict, rationale, self.scale)
            return [*([acts.attached(self.store, claim, evidence)] if evidence else []), judged]

        return self.act(entries, on=claim)

    def defer(self, claim: str) -> Act:
        """Put a claim off. Decides nothing."""
        return self.act(Entry(EventKind.DEFER, claim, {}))

    def flag(self, claim: str, flag: Flag, on: bool) -> Act:
        """Set a flag of mine on a claim, or take it off.

        Raises:
            UsageError: it is so already.
        """

        def entries() -> list[Entry]:
            if (flag in queries.flags_of(self.store, claim, self.known_reviewer)) is on:
                raise UsageError(
                    f"your flag {flag} is {'set' if on else 'not set'} already",
                    hint='`factcheck query "select * from flags"` lists who set which flag',
                )
            return [acts.flagged(claim, flag, on=on)]

        return self.act(entries, on=claim)

    def confirm(self, claim: str, *findings: str) -> Act:
        """Confirm findings: sets the flags that their rules stand for. One act."""
        return self.act(lambda: acts.confirmed(self.store, claim, findings), on=claim)

    def dismiss(self, claim: str, *findings: str) -> Act:
        """Dismiss findings on a claim: one act, with the flags that only confirming them set."""
        return self.act(
            lambda: acts.dismissed(self.store, claim, findings, self.known_reviewer), on=claim
        )

    def attach(self, claim: str, evidence: Evidence) -> Act:
        """Attach evidence to a claim."""
        return self.act(lambda: [acts.attached(self.store, claim, evidence)], on=claim)

    def retract(self, claim: str, evidence: str, reason: str) -> Act:
        """Take a piece of evidence back, with the reason."""
        return self.act(lambda: [acts.retracted(self.store, claim, evidence, reason)], on=claim)

    def note(self, claim: str, text: str) -> Act:
        """Add a note to a claim."""
        if not text.strip():
            raise UsageError("the note is empty", hint="write something, or leave it")
        return self.act(Entry(EventKind.NOTE, claim, {"text": text}))

    def undo(self) -> Act | None:
        """Take my last act back; None where there is nothing left to undo."""
        return undoing.undo(self)

    def redo(self) -> Act | None:
        """Take my last undo back; None where there is none, or I did something else since."""
        return undoing.redo(self)

    def ingest(self, document: "Document") -> tuple[ArticleRecord, bool]:
        """Read a document into the file unless it is there; say whether it was new."""
        from factcheck.review.intake import ingest

        return ingest(self.store, document, self.rules())

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    @property
    def known_reviewer(self) -> str:
        """My id in this file, "" before my first act."""
        return events.reviewer_called(self.store, self.reviewer) or ""

    def act(self, *entries: Entry | Build, on: str | None = None) -> Act:
        """Store the events of one act, all or none; the first says which claim it is about.

        What depends on the state of the file comes as a function and is asked inside the
        transaction, where nobody else can change the file; *on* must be on the list before.
        """
        with self.store.writing():
            if on is not None:
                require_listed(self.store, on)
            known = [e for one in entries for e in ([one] if isinstance(one, Entry) else one())]
            for claim in dict.fromkeys(e.subject for e in known if e.kind != EventKind.ADD_CLAIM):
                require_listed(self.store, claim)
            appended = self.append(*known)
        last = appended[-1]
        if last.kind in OFF_THE_LIST:
            return self.done(appended[0].subject, told(self.store, appended))
        return self.done(appended[0].subject, summary(last.kind, last.data), of=appended[0].subject)

    def append(self, *entries: Entry) -> tuple[Event, ...]:
        """Append events in my name, inside `writing`."""
        reviewer = events.introduce(self.store, self._pen(""), self.reviewer)
        appended = events.append(self.store, self._pen(reviewer), *entries)
        follow(self.store, appended)
        return appended

    def done(self, claim: str, what: str, *, of: str | None = None) -> Act:
        """Return what was done: the claim to look at, and the words, led by the number of *of*."""
        article, number = queries.claim_number(self.store, claim)
        led = f"c{queries.claim_number(self.store, of)[1]} " if of is not None else ""
        return Act(claim, article, number, led + what)

    def _pen(self, reviewer: str) -> Pen:
        return Pen(reviewer, self.now, self.randomness)
