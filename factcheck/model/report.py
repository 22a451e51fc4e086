"""A report: everything the writers in `export` need, and nothing they must look up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.model.records import ArticleRecord, ClaimRecord, EditRecord
from factcheck.model.span import Span
from factcheck.model.verdict import Verdict

# ClaimReview ratings up to this one say that readers are told something wrong.
WRONG_RATING = 2
# A summary is read in ten seconds: of more wrong claims than this it names the first, by reading
# order within the worst rating, and counts the rest.
NAMED_WRONG = 100


@dataclass(frozen=True, slots=True)
class WrongClaim:
    """A claim that is refuted or misleading, as the summary names it."""

    number: int
    verdict: str
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims came to what. `wrong` names the worst first, at most `NAMED_WRONG`."""

    outcomes: tuple[tuple[str | None, str, int], ...]  # verdict, status, claims
    flags: tuple[tuple[str, int], ...]  # flag, claims that carry it; most first
    wrong: tuple[WrongClaim, ...]

    @property
    def claims(self) -> int:
        """How many claims there are."""
        return sum(count for _, _, count in self.outcomes)


@dataclass(frozen=True, slots=True)
class CitationUse:
    """A reference that stands in the article, and the numbers of the claims that rest on it."""

    kind: str
    span: Span
    quote: str
    identifier: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What changed on one claim since an earlier report. None: there was no verdict."""

    number: int
    text: str
    before: str | None
    after: str | None
    acts: tuple[str, ...]  # in words, oldest first: when, who, what


@dataclass(frozen=True, slots=True)
class Corrections:
    """What changed since the report whose head hash was `since`, in reading order."""

    since: str
    at: str
    claims: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One article with the state of every claim, at one moment of its history.

    `claims`, `citations` and `unaccounted` can be gone through again and again; for a large
    article they come from the file piece by piece and are never there all at once.
    """

    article: ArticleRecord
    scale: tuple[Verdict, ...]
    claims: Iterable[ClaimRecord]  # in reading order
    ledger: tuple[tuple[str, int], ...]  # characters under each account
    reviewers: tuple[str, ...]  # everybody who acted on the article
    head: str  # hash of the last event of this file's history, "" where nobody acted
    events: int
    at: str  # when the report was written, UTC
    program: str
    edits: tuple[EditRecord, ...] = ()  # claims off the list, by number
    tally: Tally | None = None  # None: to be counted from `claims`
    citations: Iterable[CitationUse] = ()
    headings: tuple[tuple[int, str], ...] = ()  # where each begins in the text, and its words
    unaccounted: Iterable[tuple[Span, str]] = ()  # stretches without an account, their words
    corrections: Corrections | None = None


def tally_of(report: Report) -> Tally:
    """Return the tally of *report*: the one it has, or one counted claim by claim."""
    return report.tally or counted(report.claims, report.scale)


def counted(claims: Iterable[ClaimRecord], scale: Iterable[Verdict]) -> Tally:
    """Count *claims* one by one. `store.counting` gives the same from the file."""
    ratings = {one.verdict: one.rating for one in scale if one.rating is not None}
    outcomes: Counter[tuple[str | None, str]] = Counter()
    flags: Counter[str] = Counter()
    wrong = []
    for place, claim in enumerate(claims):
        outcomes[claim.verdict, claim.status] += 1
        flags.update({one.flag for one in claim.flags})
        rating = ratings.get(claim.verdict or "", WRONG_RATING + 1)
        if rating <= WRONG_RATING:
            found = WrongClaim(claim.number, str(claim.verdict), claim.text)
            wrong.append((rating, place, found))
    worst = sorted(wrong, key=lambda one: one[:2])[:NAMED_WRONG]
    return Tally(
        outcomes=tuple(
            (verdict, status, count)
            for (verdict, status), count in sorted(
                outcomes.items(), key=lambda item: (item[0][0] or "", item[0][1])
            )
        ),
        flags=tuple(sorted(flags.items(), key=lambda item: (-item[1], item[0]))),
        wrong=tuple(found for _, _, found in worst),
    )
