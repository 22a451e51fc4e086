"""The lists of a session in memory: filters, orders, headings and sentences without a file."""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.errors import StoreError, UsageError
from factcheck.model.listing import EVERY, Listing, Sort
from factcheck.model.order import ReadingOrder
from factcheck.model.records import ArticleRecord, ClaimRecord, ClaimRow, Progress
from factcheck.model.span import Span

if TYPE_CHECKING:
    from tui.fake_session import FakeSession


class FakeLists:
    """Answers from the claims of a `FakeSession`; a line of the text is a sentence or a heading."""

    def __init__(self, session: "FakeSession") -> None:
        self.session = session
        self.kept: dict[str, Listing] = {}
        self.titles: list[str] = []
        self.before: tuple[tuple[str, str], ...] = ()

    def order(self, article: str) -> ReadingOrder:
        return ReadingOrder(len(self.session.claims))

    def ordered(
        self, article: str, wanted: Listing, stopped: Callable[[], bool] = lambda: False
    ) -> Generator[list[int], None, None]:
        if "ordered" in self.session.broken:
            raise StoreError("the file is locked [/x]", hint="close the other program\x1b[2J")
        claims = [claim for claim in self.session.claims if self._fits(claim, wanted)]
        if wanted.sort is Sort.WORTH:
            claims.sort(key=lambda claim: (-claim.check_worthiness, claim.number))
        numbers = [claim.number for claim in claims]
        for first in range(0, len(numbers), 5):
            yield numbers[first : first + 5]

    def checked_before(self, claim: ClaimRecord) -> tuple[tuple[str, str], ...]:
        return self.before

    def _fits(self, claim: ClaimRecord, wanted: Listing) -> bool:
        row = self.session.row(claim)
        judged = row.status not in {"open", "deferred"}
        status = {row.status, *(("decided",) if judged else ())}
        either = {
            "evidence": bool(claim.evidence), "context": bool(claim.needs_context),
            "findings": row.findings > 0, "gaps": False,
        }  # fmt: skip
        return all((
            not wanted.status or status & {*wanted.status},
            not wanted.flag or {*row.flags} & {*wanted.flag},
            not wanted.kind or claim.kind in wanted.kind,
            wanted.worth_from <= claim.check_worthiness <= wanted.worth_to,
            wanted.words.lower() in claim.text.lower(),
            *(getattr(wanted, name) in {None, is_so} for name, is_so in either.items()),
        ))  # fmt: skip

    def rows(self, article: str, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
        self.session._called("rows")
        claims = {claim.number: claim for claim in self.session.claims}
        return tuple(self.session.row(claims[number]) for number in numbers if number in claims)

    def belongs(self, article: str, wanted: Listing, number: int) -> bool:
        return self._fits(self.session.claim(article, number), wanted)

    def first_open(self, article: str, numbers: Sequence[int]) -> int | None:
        rows = self.rows(article, numbers)
        return next((row.number for row in rows if row.status in {"open", "deferred"}), None)

    def shelf(self) -> tuple[tuple[ArticleRecord, Progress], ...]:
        (record,) = self.session.articles()
        titles = self.titles or [record.title]
        return tuple(
            (replace(record, number=n, id=f"a{n}", title=title), self.session.progress(f"a{n}"))
            for n, title in enumerate(titles, 1)
        )

    def judges(self, article: str) -> tuple[str, ...]:
        names = {each.reviewer for claim in self.session.claims for each in claim.assessments}
        return tuple(sorted(names))

    def headings(self, article: str) -> tuple[Span, ...]:
        return tuple(span for span in self._lines() if not span.of(self._text).endswith("."))

    def sentence_beside(self, article: str, offset: int, step: int) -> Span | None:
        if step > 0:
            return next((span for span in self._lines() if span.start > offset), None)
        before = [span for span in self._lines() if span.start < offset]
        return before[-1] if before else None

    def claim_from(self, article: str, within: Span) -> int | None:
        starts = [
            (span.start, claim.number)
            for claim in self.session.claims
            for span in claim.spans
            if within.start <= span.start < within.end
        ]
        return min(starts)[1] if starts else None

    def matches(self, text: str, words: str) -> tuple[Span, ...]:
        low, found, at = text.lower(), [], -1
        while words and (at := low.find(words.lower(), at + 1)) >= 0:
            found.append(Span(at, at + len(words)))
        return tuple(found)

    def saved(self) -> tuple[tuple[str, Listing], ...]:
        return tuple(sorted(self.kept.items()))

    def save(self, name: str, wanted: Listing) -> None:
        if not name.strip() or wanted == EVERY:
            raise UsageError("the filter has no name", hint="type one")
        self.kept[name] = wanted

    def remove(self, name: str) -> None:
        del self.kept[name]

    @property
    def _text(self) -> str:
        return self.session.text("a1")

    def _lines(self) -> Iterator[Span]:
        start = 0
        for line in self._text.splitlines(keepends=True):
            if line.strip():
                yield Span(start, start + len(line.rstrip()))
            start += len(line)
