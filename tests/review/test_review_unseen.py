"""Blind filters and searches: what is hidden from a reviewer leads to no claim."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.model.listing import Listing
from factcheck.review.blind import reveal
from factcheck.review.session import Session
from readings import harbour

WORD = "zeppelin"


@pytest.fixture
def desk(tmp_path: Path) -> tuple[Session, Session]:
    """Return Ana, and Ben, who judged the first claim and wrote a note on it."""
    store = file_with(tmp_path / "claims.db", harbour())
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    claim = ben.find_claim("1", None).id
    ben.assess(claim, "unproven", "seen")
    ben.note(claim, f"ask about the {WORD}")
    return ana, ben


def listed(session: Session, wanted: Listing) -> list[int]:
    """Return the numbers that a filter lists, told in both ways there are."""
    article = session.articles()[0].id
    chunks = session.lists.ordered(article, wanted)
    numbers = [number for chunk in chunks for number in chunk]
    assert session.lists.belongs(article, wanted, 1) is (1 in numbers)
    return numbers


def found(session: Session, words: str) -> tuple[int, ...]:
    return tuple(session.search(session.articles()[0].id, words))


@pytest.mark.parametrize(
    ("mode", "judged", "noted"),
    [("all", [], []), ("verdicts", [], [1]), ("off", [1], [1])],
)
def test_neither_filter_nor_search_tells_what_is_hidden(
    desk: tuple[Session, Session], mode: str, judged: list[int], noted: list[int]
) -> None:
    ana, _ = desk
    ana.blind = mode
    assert listed(ana, Listing(reviewer=("ben",))) == judged
    assert listed(ana, Listing(words=WORD)) == noted
    assert found(ana, WORD) == tuple(noted)


def test_what_is_mine_is_found_also_while_i_am_blind(desk: tuple[Session, Session]) -> None:
    ana, ben = desk
    ben.blind = ana.blind = "all"
    assert listed(ben, Listing(reviewer=("ben",))) == [1]
    assert found(ben, WORD) == (1,)
    ana.note(ana.find_claim("2", None).id, "a dirigible")
    assert found(ana, "dirigible") == (2,)
    wording = ana.find_claim("1", None).text.split()[1]
    assert 1 in found(ana, wording)
    assert 1 in listed(ana, Listing(words=wording))


def test_my_note_is_found_beside_one_of_another_that_is_hidden(
    desk: tuple[Session, Session],
) -> None:
    ana, _ = desk
    ana.blind = "all"
    claim = ana.find_claim("1", None)
    ana.note(claim.id, "ask about the dirigible")
    ana.note(claim.id, "询问港务局长")
    wording = claim.text.split()[1]
    for words in ("dirigible", "dirigibles", "dirig", f"{wording} dirigible", "ask 港务", "务局"):
        assert found(ana, words) == (1,)
        assert listed(ana, Listing(words=words)) == [1]
    for words in (WORD, f"dirigible {WORD}", "airship", "notes : dirigible"):
        assert found(ana, words) == ()
        assert listed(ana, Listing(words=words)) == []


def test_a_verdict_of_my_own_or_a_look_lets_me_find_the_rest(
    desk: tuple[Session, Session],
) -> None:
    ana, ben = desk
    ana.blind = "all"
    claim = ana.find_claim("1", None)
    reveal(ana, claim)
    assert found(ana, WORD) == (1,)
    assert listed(ana, Listing(reviewer=("ben",))) == [1]
    other = ana.find_claim("2", None).id
    ben.assess(other, "unproven")
    assert listed(ana, Listing(reviewer=("ben",))) == [1]
    ana.assess(other, "not-checkable")
    assert listed(ana, Listing(reviewer=("ben",))) == [1, 2]


def test_no_word_of_a_search_can_reach_the_notes_by_being_an_operator(
    desk: tuple[Session, Session],
) -> None:
    ana, _ = desk
    ana.blind = "all"
    for words in (f"notes : {WORD}", f') OR notes : "{WORD}', f"{WORD}*", '"', f"- {WORD}"):
        assert found(ana, words) == ()
        assert listed(ana, Listing(words=words)) == []
