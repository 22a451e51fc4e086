"""What captures say of claims follows each edit of a claim or its evidence, in the same act."""

import random
from hashlib import sha256
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import FactcheckError
from factcheck.model.capture import Capture, Snapshot
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.records import ClaimRecord
from factcheck.model.rules import RuleSettings, canonical, digest
from factcheck.model.span import Span
from factcheck.review import editing, mismatch
from factcheck.review.blind import is_blind, reveal
from factcheck.review.capturing import refresh_findings
from factcheck.review.session import Session
from factcheck.store import snapshots
from factcheck.store.database import Store
from factcheck.store.readings import save
from factcheck.store.reveals import REVEALS_FOLLOW
from factcheck.store.rulebook import keep_rules
from readings import drawn

BOOKS, MINUTES = "https://example.org/books", "https://example.org/minutes"
TOWN = """Town hall
⟦The mayor cut 12 posts in 2021 and has since closed 7 libraries.⟧ ⟦Ines Roy saw 40 ships.⟧
⟦Critics say traffic fell by 30 percent.⟧
"""
CUT, CLOSED = "The mayor cut 12 posts in 2021.", "The mayor has since closed 7 libraries."
SAYS = {
    BOOKS: "The mayor cut 12 posts in 2020. Nine ships came.",
    MINUTES: "Seven libraries, 2021.",
}


def keep(store: Store, source: str, text: str) -> None:
    name = sha256(text.encode()).hexdigest()
    kept = Capture(source, "2026-03-02T10:00:00.000Z", source, source, (source,), 200, (), name)
    with store.writing():
        key = f"01{store.value('SELECT count(*) FROM capture'):04}"
        snapshots.keep(store, key, kept, Snapshot(name, "text/plain", text.encode(), text), "ana")


@pytest.fixture
def ana(tmp_path: Path) -> Session:
    session = reviewer(file_with(tmp_path / "claims.db", drawn(TOWN)))
    for source, text in SAYS.items():
        keep(session.store, source, text)
    return session


def claim(session: Session, number: int) -> ClaimRecord:
    return session.find_claim(str(number), None)


def attach(session: Session, number: int, source: str = BOOKS) -> None:
    session.attach(claim(session, number).id, evidence_from(source, Stance.SUPPORTS))


def absent(session: Session, number: int) -> list[str]:
    return [one.quote for one in claim(session, number).findings if one.rule == mismatch.RULE]


def test_evidence_that_was_captured_before_is_looked_through_when_it_is_attached(
    ana: Session,
) -> None:
    attach(ana, 1)
    assert absent(ana, 1) == ["2021", "7"]
    attach(ana, 1, MINUTES)
    assert absent(ana, 1) == []
    ana.undo()
    assert absent(ana, 1) == ["2021", "7"]
    ana.redo()
    assert absent(ana, 1) == []


def test_evidence_that_is_retracted_takes_its_findings_along(ana: Session) -> None:
    attach(ana, 1)
    ana.retract(claim(ana, 1).id, claim(ana, 1).evidence[0].id, "another port")
    assert absent(ana, 1) == []


def test_a_finding_about_words_that_a_claim_has_no_more_does_not_stand(ana: Session) -> None:
    attach(ana, 1)
    editing.reword(ana, claim(ana, 1), "The mayor cut 12 posts and has since closed 7 libraries.")
    assert absent(ana, 1) == []
    assert absent(ana, 4) == ["7"]
    ana.undo()
    assert (absent(ana, 1), absent(ana, 4)) == (["2021", "7"], [])
    ana.redo()
    assert (absent(ana, 1), absent(ana, 4)) == ([], ["7"])
    assert list(ana.verify()) == []


def test_a_number_that_was_put_into_a_wording_is_looked_for(ana: Session) -> None:
    attach(ana, 2)
    editing.reword(ana, claim(ana, 2), "Ines Roy saw 9 ships in May 2019.")
    [name, added] = [one for one in claim(ana, 4).findings if one.rule == mismatch.RULE]
    assert name.quote == "Ines Roy"
    assert added.quote == "Ines Roy saw"
    assert added.message == (
        "the wording adds the date “May 2019”, which is not in https://example.org/books:"
        " looked for “May 2019”, “2019-05”, “5/2019”"
    )
    assert list(ana.verify()) == []


def test_each_part_of_a_split_claim_has_the_findings_of_its_own_words(ana: Session) -> None:
    attach(ana, 1)
    editing.split(ana, claim(ana, 1), (CUT, CLOSED))
    assert (absent(ana, 1), absent(ana, 4), absent(ana, 5)) == ([], ["2021"], ["7"])
    editing.merge(ana, (claim(ana, 4), claim(ana, 5)))
    assert [absent(ana, number) for number in (1, 4, 5)] == [["2021", "7"], [], []]


def test_what_is_no_claim_has_no_findings(ana: Session) -> None:
    attach(ana, 1)
    editing.reject(ana, claim(ana, 1), "an aside")
    assert absent(ana, 1) == []
    ana.undo()
    assert absent(ana, 1) == ["2021", "7"]


def test_a_decision_on_a_finding_stands_on_what_the_claim_became(ana: Session) -> None:
    attach(ana, 1)
    [year, _] = [one for one in claim(ana, 1).findings if one.rule == mismatch.RULE]
    ana.confirm(claim(ana, 1).id, year.id)
    editing.split(ana, claim(ana, 1), (CUT, CLOSED))
    [found] = [one for one in claim(ana, 4).findings if one.rule == mismatch.RULE]
    assert (found.id, found.decision) == (year.id, "confirmed")


def test_a_finding_that_a_claim_further_on_has_too_stays_when_one_before_changes(
    ana: Session,
) -> None:
    article, text = ana.articles()[0].id, ana.text(ana.articles()[0].id)
    for first, last in (("Ines", "Roy"), ("Roy", "40"), ("40", "ships")):
        span = Span(text.index(first), text.index(last) + len(last))
        attach(ana, editing.add(ana, article, span).number)
    assert (absent(ana, 5), absent(ana, 6)) == (["40"], ["40"])
    ana.retract(claim(ana, 4).id, claim(ana, 4).evidence[0].id, "so")
    assert [absent(ana, number) for number in (4, 5, 6)] == [[], ["40"], ["40"]]


def test_a_rule_that_is_switched_off_says_nothing_after_an_edit(tmp_path: Path) -> None:
    rules = RuleSettings(off=(mismatch.RULE,))
    store = file_with(tmp_path / "claims.db")
    with store.writing():
        keep_rules(store, digest(rules), canonical(rules))
        save(store, drawn(TOWN), f"test+{digest(rules)}")
    keep(store, BOOKS, SAYS[BOOKS])
    ana = reviewer(store)
    attach(ana, 1)
    assert absent(ana, 1) == []


def rows(store: Store) -> set[tuple[object, ...]]:
    sql = """SELECT f.id, f.quote, f.message, f.quoted, f.strength, x.claim
             FROM finding f JOIN finding_claim x ON x.finding = f.id WHERE f.rule = ?"""
    return {tuple(row) for row in store.rows(sql, (mismatch.RULE,))}


def act(session: Session, draw: random.Random) -> None:
    """Do something to claims or their evidence that may change what is found."""
    article = session.articles()[0].id
    rows_ = session.rows(article, 1, 20)
    one, other = (session.claim(article, draw.choice(rows_).number) for _ in "ab")
    match draw.randrange(8):
        case 0 | 1:
            attach(session, one.number, draw.choice((BOOKS, MINUTES)))
        case 2 if one.evidence:
            session.retract(one.id, one.evidence[0].id, "so")
        case 3:
            words = one.text.rstrip(".").split()
            words[draw.randrange(len(words))] = draw.choice(("7", "Velden", "12 ships", "2021"))
            editing.reword(session, one, " ".join(words))
        case 4:
            words = one.text.split()
            editing.split(session, one, (" ".join(words[:4]), " ".join(words[3:])))
        case 5:
            editing.merge(session, (one, other))
        case 6:
            session.undo()
        case _:
            session.redo()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_the_findings_are_those_of_comparing_everything_anew(
    ana: Session, seed: int
) -> None:
    draw, seen = random.Random(seed), 0
    for _ in range(25):
        try:
            act(ana, draw)
        except FactcheckError:
            continue  # nothing was stored
        followed = rows(ana.store)
        seen = max(seen, len(followed))
        refresh_findings(ana.store)
        assert rows(ana.store) == followed
    assert seen
    assert list(ana.verify()) == []


def test_who_looked_at_a_claim_has_looked_at_what_it_became(ana: Session) -> None:
    ben = reviewer(ana.store, "ben", dice=1000)
    ben.note(claim(ben, 1).id, "doubtful")
    reveal(ana, claim(ana, 1))
    editing.split(ben, claim(ben, 1), (CUT, CLOSED))
    for number in (4, 5):
        assert not is_blind(claim(ana, number), "ana")
        assert is_blind(claim(ben, number), "ben")
    looked = ana.store.rows("SELECT number, reviewer FROM reveals ORDER BY number")
    assert [tuple(row) for row in looked] == [(1, "ana"), (4, "ana"), (5, "ana")]
    assert list(ana.verify()) == []
    ben.undo()
    assert not is_blind(claim(ana, 1), "ana")
    assert list(ana.verify()) == []


def test_an_older_file_learns_who_had_looked_at_what_claims_became(ana: Session) -> None:
    reveal(ana, claim(ana, 1))
    editing.split(ana, claim(ana, 1), (CUT, CLOSED))
    reveal(ana, claim(ana, 2))
    editing.merge(ana, (claim(ana, 4), claim(ana, 2)), "The mayor cut 12 posts, and Roy saw it.")
    before = {tuple(row) for row in ana.store.rows("SELECT * FROM reveal")}
    with ana.store.writing():
        ana.store.execute("DELETE FROM reveal WHERE claim NOT IN (SELECT subject FROM event e"
                          " WHERE e.kind = 'reveal')")  # fmt: skip
        for statement in REVEALS_FOLLOW:
            ana.store.execute(statement)
    assert {tuple(row) for row in ana.store.rows("SELECT * FROM reveal")} == before
    assert list(ana.verify()) == []
