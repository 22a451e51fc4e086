"""Time per claim and the counts of the dashboard."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.model.flag import Flag
from factcheck.review.overview import overview
from factcheck.review.session import Session
from factcheck.review.timing import in_words, record_time, timing
from readings import harbour


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return reviewer(file_with(tmp_path / "claims.db", harbour()))


def test_times_of_one_claim_are_summed_and_the_median_is_over_claims(session: Session) -> None:
    article = session.article(None).id
    nothing = timing(session, article)
    assert (nothing.claims, nothing.median, nothing.kinds) == (0, 0.0, ())
    ids = [session.claim(article, n).id for n in (1, 2, 3)]
    for claim, seconds in ((ids[0], 10), (ids[0], 20), (ids[1], 40), (ids[2], 50.1234)):
        with session.store.writing():
            record_time(session, claim, seconds)
    found = timing(session, article)
    assert (found.claims, found.median) == (3, 40)
    assert sum(count for _, count, _ in found.kinds) == 3
    assert session.history() == ()
    assert list(session.verify()) == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59.4, "59 s"), (59.6, "1:00 min"), (125, "2:05 min"), (4200, "1:10 h")],
)
def test_durations_are_written_as_people_do(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_the_counts_are_those_of_the_file_and_verdicts_only_mine(session: Session) -> None:
    article = session.article(None).id
    ids = [session.claim(article, n).id for n in (1, 2, 3)]
    ben = reviewer(session.store, "ben", dice=1000)
    ben.assess(ids[0], "unproven")
    session.assess(ids[0], "not-checkable")
    session.assess(ids[1], "unproven")
    session.defer(ids[2])
    session.flag(ids[0], Flag.OUTDATED, True)
    ben.flag(ids[0], Flag.OUTDATED, True)
    third = session.claim(article, 3)
    session.dismiss(third.id, third.findings[0].id)
    found = overview(session, article)
    assert found.title == "Harbour dispute"
    assert dict(found.statuses) == {"decided": 1, "deferred": 1, "disagreement": 1}
    assert {name: n for name, n in found.verdicts if n} == {"unproven": 1, "not-checkable": 1}
    assert [name for name, _ in found.verdicts] == [v.verdict for v in session.scale]
    assert found.flags == (("outdated", 1),)
    assert dict(found.findings)["dismissed"] == 1
    assert sum(n for _, n in found.ledger) == len(session.text(article))
