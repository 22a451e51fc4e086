"""Lists of claims and what leads to a place in an article: filters, orders, headings, sentences."""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factcheck.errors import UsageError
from factcheck.model.listing import EVERY, Listing, from_json, to_json
from factcheck.model.order import ReadingOrder
from factcheck.model.records import ArticleRecord, ClaimRecord, ClaimRow, Progress
from factcheck.model.span import Span
from factcheck.model.visible import storable
from factcheck.store import listing, marks, queries, settings
from factcheck.store.database import Store
from factcheck.store.edits import reading_order
from factcheck.store.history import judges
from factcheck.store.matching import Matcher

# As many rows as any screen shows come at once, so that the first ones are seen early; the rest in
# pieces that are worth a turn of the thread.
FIRST, REST = 256, 20_000
_FILTER = "filter"


@dataclass(frozen=True, slots=True)
class Lists:
    """What one reviewer may list in one open file."""

    store: Store
    reviewer: str  # id, "" before the first act
    blind: str = "off"  # what is hidden from the reviewer, as the settings have it

    def order(self, article: str) -> ReadingOrder:
        """Return the order of the claims on the list: places from numbers, and back."""
        return reading_order(self.store, article)

    def ordered(
        self, article: str, wanted: Listing, stopped: Callable[[], bool] = lambda: False
    ) -> Generator[list[int], None, None]:
        """Yield the numbers of the claims that *wanted* shows, in its order, piece by piece.

        It reads through a connection of its own, so any one thread may run through it. It ends
        with a StoreError soon after *stopped* says so.
        """
        store = self.store.for_another_thread(stopped)
        try:
            chunks = listing.ordered(
                store, article, self.reviewer, wanted, chunk=FIRST, blind=self.blind
            )
            yield from _thickened(chunks)
        finally:
            store.close()

    def rows(self, article: str, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
        """Return the lines of the claims with these numbers, in their order."""
        return listing.rows_numbered(self.store, article, self.reviewer, numbers)

    def belongs(self, article: str, wanted: Listing, number: int) -> bool:
        """Say whether *wanted* shows a claim."""
        return listing.belongs(self.store, article, self.reviewer, wanted, number, blind=self.blind)

    def first_open(self, article: str, numbers: Sequence[int]) -> int | None:
        """Return the first of these claims that the reviewer has not judged."""
        return listing.first_open(self.store, article, self.reviewer, numbers)

    def checked_before(self, claim: ClaimRecord) -> tuple[tuple[str, str], ...]:
        """Return lines on fact-checks like a claim, with their styles; see `earlier`."""
        from factcheck.review.earlier import check_lines, checked_before  # noqa: PLC0415 - loaded when a claim is looked at in full

        return check_lines(checked_before(self.store, claim))

    def shelf(self) -> tuple[tuple[ArticleRecord, Progress], ...]:
        """Return every article, with how far the reviewer is."""
        return tuple(
            (article, listing.progress(self.store, article.id, self.reviewer))
            for article in queries.articles(self.store)
        )

    def judges(self, article: str) -> tuple[str, ...]:
        """Return the names of those whose verdicts stand on claims of the article."""
        return judges(self.store, article)

    def headings(self, article: str) -> tuple[Span, ...]:
        """Return where the headings of the article stand."""
        return marks.headings(self.store, article)

    def sentence_beside(self, article: str, offset: int, step: int) -> Span | None:
        """Return the sentence that begins next after *offset*, or before it."""
        return marks.sentence_beside(self.store, article, offset, step)

    def claim_from(self, article: str, within: Span) -> int | None:
        """Return the number of the first claim that begins in a stretch of the text."""
        return marks.claim_from(self.store, article, within)

    def matches(self, text: str, words: str) -> tuple[Span, ...]:
        """Return where the words of a search stand in *text*."""
        return _matcher().spans(text, storable(words))

    # -- saved filters, which are settings of this file ---------------------------------------

    def saved(self) -> tuple[tuple[str, Listing], ...]:
        """Return the saved filters by name; those that this version cannot read are left out."""
        return tuple(_readable(settings.settings(self.store, _FILTER)))

    def called(self, name: str) -> Listing:
        """Return the saved filter of this name.

        Raises:
            UsageError: there is none, or this version cannot read it.
        """
        kept = settings.setting(self.store, _FILTER, storable(name))
        if kept is None:
            names = ", ".join(known for known, _ in settings.settings(self.store, _FILTER))
            raise UsageError(
                f"no filter is called {name!r}",
                hint=f"use one of {names}" if names else "`factcheck filter NAME …` saves one",
            )
        return from_json(kept)

    def save(self, name: str, wanted: Listing) -> None:
        """Save a filter under a name, in place of an older one.

        Raises:
            UsageError: the name is blank, or it filters nothing.
        """
        called = " ".join(storable(name).split())
        if not called:
            raise UsageError("the filter has no name", hint="type one")
        if wanted == EVERY:
            raise UsageError("the filter leaves nothing out", hint="choose something first")
        settings.put_setting(self.store, _FILTER, called, storable(to_json(wanted)))

    def remove(self, name: str) -> None:
        """Remove a saved filter, also one that this version cannot read.

        Raises:
            UsageError: there is none of this name.
        """
        if settings.setting(self.store, _FILTER, storable(name)) is None:
            self.called(name)
        settings.drop_setting(self.store, _FILTER, storable(name))


@cache
def _matcher() -> Matcher:
    return Matcher()


def _readable(kept: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Listing]]:
    for name, value in kept:
        try:
            yield name, from_json(value)
        except UsageError:
            continue


def _thickened(chunks: Iterator[list[int]]) -> Iterator[list[int]]:
    """Yield the first chunk as it comes, and the others together up to `REST` numbers."""
    together: list[int] = []
    for place, chunk in enumerate(chunks):
        together += chunk
        if place == 0 or len(together) >= REST:
            yield together
            together = []
    if together:
        yield together
