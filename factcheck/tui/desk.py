"""One article of a session, asked without surprises: what goes wrong is said, not raised.

In: questions and acts of the review screen. Out: records and acts, or what stands for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import FactcheckError
from factcheck.model.listing import EVERY
from factcheck.model.order import ReadingOrder
from factcheck.model.records import Progress
from factcheck.model.span import Span
from factcheck.review.blind import as_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from factcheck.model.records import ArticleRecord, ClaimRecord, ClaimRow, HistoryRecord, Mark
    from factcheck.review.quotelines import Line as QuotedLine
    from factcheck.review.session import Act, Session

Answer = TypeVar("Answer")
# What the pane shows of the history; the view of it shows more.
_LAST_ACTS = 5
_NO_PROGRESS = Progress(0, 0, 0, 0, 0, 0)


class Desk:
    """The session and the article that is open on it."""

    def __init__(
        self,
        session: Session,
        article: str,
        complain: Callable[[FactcheckError], None],
        *,
        blind: str = "all",
    ) -> None:
        self.session, self.blind = session, blind
        session.blind = blind
        self.article = article
        self.listing = EVERY
        self.sought = ""
        self.complain = complain
        self._titles: dict[str, str] = {}

    @property
    def reviewer(self) -> str:
        """The name of the reviewer."""
        return self.session.reviewer

    def ask(self, question: Callable[[], Answer], otherwise: Answer) -> Answer:
        """Return the answer to *question*, or *otherwise* where it fails, which is said."""
        try:
            return question()
        except FactcheckError as problem:
            self.complain(problem)
            return otherwise

    def act(self, act: Callable[[], Act | None]) -> tuple[bool, Act | None]:
        """Say whether *act* went well, and return what it did."""
        try:
            return True, act()
        except FactcheckError as problem:
            self.complain(problem)
            return False, None

    def changed(self) -> bool:
        """Say whether somebody else has written to the file since this was last asked."""
        return self.ask(self.session.changed, otherwise=False)

    def title(self) -> str:
        """Return the title of the article."""
        if self.article not in self._titles:
            nothing: tuple[ArticleRecord, ...] = ()
            articles = self.ask(self.session.articles, nothing)
            self._titles = {each.id: each.title for each in articles}
        return self._titles.get(self.article, "")

    def text(self) -> str:
        """Return the text of the article."""
        return self.ask(lambda: self.session.text(self.article), "")

    def progress(self) -> Progress:
        """Return how far the article is."""
        return self.ask(lambda: self.session.progress(self.article), _NO_PROGRESS)

    def order(self) -> ReadingOrder:
        """Return the order of the claims on the list."""
        return self.ask(lambda: self.session.lists.order(self.article), ReadingOrder(0))

    def rows(self, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
        """Return the rows of the claims with these numbers, those that there are."""
        return self.ask(lambda: self.session.lists.rows(self.article, numbers), ())

    def ordered(self, stopped: Callable[[], bool]) -> Generator[list[int], None, None]:
        """Return the numbers of the claims that the list shows, to be run through by a thread."""
        return self.session.lists.ordered(self.article, self.listing, stopped)

    def belongs(self, number: int) -> bool:
        """Say whether the list shows a claim."""
        lists, listing = self.session.lists, self.listing
        return self.ask(lambda: lists.belongs(self.article, listing, number), otherwise=True)

    def first_open(self, numbers: Sequence[int], otherwise: int) -> int | None:
        """Return the first of these claims still open for the reviewer, if there is one."""
        nearest: int | None = otherwise
        lists = self.session.lists
        return self.ask(lambda: lists.first_open(self.article, numbers), nearest)

    def matches(self, text: str) -> tuple[Span, ...]:
        """Return where in *text* the words stand that were searched for."""
        words = self.sought or self.listing.words
        return self.ask(lambda: self.session.lists.matches(text, words), ()) if words else ()

    def judges(self) -> tuple[str, ...]:
        """Return the names of those whose verdicts stand on claims of the article."""
        nobody: tuple[str, ...] = ()
        return self.ask(lambda: self.session.lists.judges(self.article), nobody)

    def shelf(self) -> tuple[tuple[ArticleRecord, Progress], ...]:
        """Return every article of the file, with how far the reviewer is."""
        nothing: tuple[tuple[ArticleRecord, Progress], ...] = ()
        return self.ask(self.session.lists.shelf, nothing)

    def headings(self) -> tuple[Span, ...]:
        """Return where the headings of the article stand."""
        return self.ask(lambda: self.session.lists.headings(self.article), ())

    def sentence_beside(self, offset: int, step: int) -> Span | None:
        """Return the sentence that begins next after *offset*, or before it."""
        nothing: Span | None = None
        lists = self.session.lists
        return self.ask(lambda: lists.sentence_beside(self.article, offset, step), nothing)

    def claim_from(self, within: Span) -> int | None:
        """Return the number of the first claim that begins in a stretch of the text."""
        nothing: int | None = None
        return self.ask(lambda: self.session.lists.claim_from(self.article, within), nothing)

    def marks(self, within: Span) -> tuple[Mark, ...]:
        """Return what to mark in a stretch of the text."""
        return self.ask(lambda: self.session.marks(self.article, within), ())

    def claim(self, number: int) -> ClaimRecord | None:
        """Return the claim of this number as the reviewer may see it, if it can be read."""
        nothing: ClaimRecord | None = None
        claim = self.ask(lambda: self.session.claim(self.article, number), nothing)
        return None if claim is None else as_seen(claim, self.reviewer, self.blind)

    def beside(self, number: int) -> ClaimRecord | None:
        """Return the claim that follows in the text; after the last, the one before it."""
        beside = self.order().beside(number)
        return None if beside is None else self.claim(beside)

    def last_acts(self, claim: str) -> tuple[HistoryRecord, ...]:
        """Return the last few events on a claim, newest first."""
        return self.ask(lambda: self.session.history(claim=claim, limit=_LAST_ACTS), ())

    def quotations(self, claim: ClaimRecord) -> tuple[QuotedLine, ...]:
        """Return what became of the quotations of a claim, as styled lines."""
        return self.ask(lambda: self.session.quotations(claim), ())

    def history(self, claim: str) -> tuple[HistoryRecord, ...]:
        """Return the events on a claim, newest first."""
        return self.ask(lambda: self.session.history(claim=claim), ())

    def checked_before(self, claim: ClaimRecord) -> tuple[tuple[str, str], ...]:
        """Return lines on fact-checks like a claim, each with its style."""
        return self.ask(lambda: self.session.lists.checked_before(claim), ())

    def next_open(self, number: int, step: int) -> int | None:
        """Return the nearest claim still open for the reviewer, if there is one.

        Where that cannot be told it is *number* itself.
        """
        nearest: int | None = number
        return self.ask(lambda: self.session.next_open(self.article, number, step), nearest)

    def search(self, words: str) -> Sequence[int] | None:
        """Return the numbers of the claims that match, or None where that cannot be told."""
        unknown: Sequence[int] | None = None
        return self.ask(lambda: self.session.search(self.article, words), unknown)

    def claim_at(self, offset: int) -> int | None:
        """Return the number of the claim at *offset* of the text: of several, the shortest."""
        marks = self.marks(Span(offset, offset + 1))
        here = [
            (mark.span.end - mark.span.start, mark.claim)
            for mark in marks
            if mark.claim is not None and mark.span.start <= offset < mark.span.end
        ]
        return min(here)[1] if here else None
