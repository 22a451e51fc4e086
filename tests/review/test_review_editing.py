"""Editing claims: exact spans, nothing lost, undone at any depth, the same whoever rebuilds it."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.errors import EvidenceGateError, FactcheckError, UsageError
from factcheck.model.claim import Claim
from factcheck.model.event import Event, canonical, sealed
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.flag import Flag
from factcheck.model.records import ClaimRecord
from factcheck.model.span import Span
from factcheck.review import editing
from factcheck.review.reporting import lines
from factcheck.review.session import Session
from factcheck.store.database import Store, open_store
from factcheck.store.events import Entry
from factcheck.store.projecting import project
from factcheck.store.readings import save
from readings import drawn, harbour

CUT = "The mayor cut the budget in May and has since closed two libraries."
TOWN = f"""Town hall
⟦{CUT}⟧ ⟦Ines Roy called it a disgrace.⟧
⟦Critics say traffic fell by half.⟧ Nobody asked the ferry.
"""
PARTS = ("The mayor cut the budget in May.", "The mayor has since closed two libraries.")
FOR = evidence_from("https://example.org/books", Stance.SUPPORTS)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return file_with(tmp_path / "claims.db", drawn(TOWN))


def article(session: Session) -> str:
    return session.articles()[0].id


def claim(session: Session, number: int = 1) -> ClaimRecord:
    return session.claim(article(session), number)


def listed(session: Session) -> list[tuple[int, str, str]]:
    rows = session.rows(article(session), 1, 99)
    return [(row.number, row.status, row.text) for row in rows]


def numbers(session: Session) -> list[int]:
    return [number for number, _, _ in listed(session)]


def quotes(claim: ClaimRecord) -> tuple[str, ...]:
    return claim.quotes


def test_a_split_puts_its_parts_where_the_claim_stood(store: Store) -> None:
    session = reviewer(store)
    done = editing.split(session, claim(session), PARTS)
    assert (done.number, done.summary) == (4, "c1 split into c4, c5")
    assert [text for _, _, text in listed(session)] == [*PARTS, *(c.text for c in (
        claim(session, 2), claim(session, 3)))]  # fmt: skip
    assert quotes(claim(session, 5)) == ("The mayor", "has since closed two libraries.")
    assert claim(session, 5).made_from == ((1, claim(session).text),)
    assert [number for number, _ in claim(session).became] == [4, 5]
    assert session.progress(article(session)).claims == 4
    assert list(session.verify()) == []


def test_what_was_attached_moves_on_and_verdicts_go_stale(store: Store) -> None:
    session = reviewer(store)
    first = claim(session)
    session.assess(first.id, "supported", "the books say so", FOR)
    session.flag(first.id, Flag.OUTDATED, True)
    session.note(first.id, "asked about boats")
    session.assess(claim(session, 2).id, "unproven")
    editing.split(session, first, PARTS)
    for number in (4, 5):
        part = claim(session, number)
        assert [(a.verdict, a.stale, a.rationale) for a in part.assessments] == [
            ("supported", True, "the books say so")
        ]
        assert [item.source for item in part.evidence] == ["https://example.org/books"]
        assert [flag.flag for flag in part.flags] == ["outdated"]
        assert [note.text for note in part.notes] == ["asked about boats"]
        assert (part.status, part.verdict) == ("open", None)
    assert claim(session).evidence == ()
    assert [status for _, status, _ in listed(session)] == ["stale", "stale", "unproven", "open"]
    assert tuple(session.search(article(session), "boats")) == (4, 5)
    assert session.progress(article(session)).decided == 1
    assert session.next_open(article(session), 3, 1) == 4
    rows = store.rows("SELECT number, stale FROM assessments ORDER BY number")
    assert [tuple(row) for row in rows] == [(2, 0), (4, 1), (5, 1)]
    rows = store.rows("SELECT number, stale, evidence FROM claims WHERE stale ORDER BY number")
    assert [tuple(row) for row in rows] == [(4, 1, 1), (5, 1, 1)]


def test_a_stale_verdict_is_given_again_on_the_evidence_that_moved_on(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "supported", "", FOR)
    editing.split(session, claim(session), PARTS)
    session.assess(claim(session, 4).id, "supported")
    session.assess(claim(session, 5).id, None)
    assert (claim(session, 4).verdict, claim(session, 5).assessments) == ("supported", ())
    with pytest.raises(EvidenceGateError, match="rests on that evidence"):
        session.retract(claim(session, 4).id, claim(session, 4).evidence[0].id, "parody")
    session.retract(claim(session, 5).id, claim(session, 5).evidence[0].id, "not of this")
    assert (len(claim(session, 4).evidence), claim(session, 5).evidence) == (1, ())
    assert list(session.verify()) == []


def test_evidence_cannot_be_taken_from_under_a_verdict_on_what_a_claim_became(
    store: Store,
) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    ana.attach(claim(ana).id, FOR)
    editing.split(ben, claim(ben), PARTS)
    ben.assess(claim(ben, 4).id, "supported")
    with pytest.raises(EvidenceGateError):
        ana.undo()
    assert len(claim(ben, 4).evidence) == 1


def test_merging_the_parts_gives_the_claim_of_the_reader_back(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "unproven")
    editing.split(session, claim(session), PARTS)
    done = editing.merge(session, [claim(session, 5), claim(session, 4)])
    assert (done.number, numbers(session)) == (1, [1, 2, 3])
    assert [(a.verdict, a.stale) for a in claim(session).assessments] == [("unproven", False)]
    with pytest.raises(UsageError, match=r"c4 was merged into c1 by ana"):
        session.note(claim(session, 4).id, "x")
    assert list(session.verify()) == []


def test_claims_of_several_sentences_are_joined_by_their_wordings(store: Store) -> None:
    session = reviewer(store)
    three = [claim(session, number) for number in (3, 2)]
    assert editing.joint_wording(session, three) == (
        "Ines Roy called it a disgrace. Critics say traffic fell by half."
    )
    editing.merge(session, three, "Ines Roy called it a disgrace that traffic fell by half.")
    assert quotes(claim(session, 4)) == ("Ines Roy called it a disgrace", "traffic fell by half.")
    assert numbers(session) == [1, 4]


def test_verdicts_of_merged_claims_stand_stale_on_the_one(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    ana.assess(claim(ana, 2).id, "unproven")
    ben.assess(claim(ben, 3).id, "not-checkable")
    editing.merge(ana, [claim(ana, 2), claim(ana, 3)])
    assert sorted((a.reviewer, a.verdict, a.stale) for a in claim(ana, 4).assessments) == [
        ("ana", "unproven", True),
        ("ben", "not-checkable", True),
    ]
    assert claim(ana, 4).status == "open"


def test_a_reworded_claim_rests_on_the_words_it_kept(store: Store) -> None:
    session = reviewer(store)
    editing.reword(session, claim(session, 2), "Ines Roy called the cut a disgrace.")
    new = claim(session, 4)
    assert quotes(new) == ("Ines Roy called", "a disgrace.")
    assert [span.of(new.text) for span in new.insertions] == ["the cut"]
    assert numbers(session) == [1, 4, 3]


def test_a_claim_is_added_from_words_that_were_passed_over(store: Store) -> None:
    session = reviewer(store)
    [place] = editing.occurrences(session, article(session), "Nobody  asked the\nferry")
    done = editing.add(session, article(session), place)
    assert (done.number, done.summary) == (4, "c4 added from the text")
    assert (claim(session, 4).text, claim(session, 4).made_from) == ("Nobody asked the ferry", ())
    assert numbers(session) == [1, 2, 3, 4]
    with pytest.raises(UsageError, match="has this claim already: c4"):
        editing.add(session, article(session), place)
    session.undo()
    assert numbers(session) == [1, 2, 3]
    editing.add(session, article(session), place)
    assert numbers(session) == [1, 2, 3, 4]
    assert editing.occurrences(session, article(session), " ") == ()


def test_a_selection_over_sentences_rests_on_each_of_them(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", harbour()))
    text = session.text(article(session))
    editing.add(
        session, article(session), Span(0, text.index("Critics") + 7), "Harbour dispute: Critics"
    )
    assert all("\n" not in quote.strip("\n") for quote in claim(session, 4).quotes)
    assert [m.claim for m in session.marks(article(session), Span(0, 7))] == [4]
    assert numbers(session)[0] == 4


def test_findings_and_citations_are_those_of_the_words(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", harbour()))
    editing.reword(session, claim(session, 2), "Ines Roy said the loss was a disgrace.")
    new = claim(session, 4)
    assert [finding.rule for finding in new.findings] == ["rhetoric.loaded"]
    assert [citation.kind for citation in new.citations] == ["quotation"]
    assert new.attribution is not None
    assert new.attribution.source.endswith("Ines Roy")
    assert new.needs_context == ()
    editing.reword(session, claim(session, 3), "Traffic fell by half.")
    assert claim(session, 5).attribution is not None


def test_what_is_no_claim_goes_with_its_reason(store: Store) -> None:
    session = reviewer(store)
    done = editing.reject(session, claim(session, 2), " an  opinion ")
    assert done.summary == "c2 taken off the list: no claim"
    assert numbers(session) == [1, 3]
    assert session.history()[0].summary == "no claim: an opinion"
    [edit] = session.report(article(session)).edits
    assert (edit.number, edit.kind, edit.reason) == (2, "not-a-claim", "an opinion")
    with pytest.raises(UsageError, match="no claim by ana"):
        session.defer(claim(session, 2).id)
    with pytest.raises(UsageError, match="reason is missing"):
        editing.reject(session, claim(session, 1), " ")


def test_a_split_may_keep_the_claim_and_add_to_it(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "unproven")
    editing.split(session, claim(session), [claim(session).text, PARTS[1]])
    assert [row[:2] for row in listed(session)] == [
        (1, "unproven"), (4, "stale"), (2, "open"), (3, "open")]  # fmt: skip
    assert list(session.verify()) == []
    editing.merge(session, [claim(session, 1), claim(session, 4)], claim(session).text)
    assert numbers(session) == [1, 2, 3]
    assert [each[0] for each in claim(session).made_from] == [4]
    assert list(session.verify()) == []


Edit = Callable[[Session], object]
REFUSED: tuple[tuple[str, Edit], ...] = (
    ("worded so already", lambda s: editing.reword(s, claim(s), f" {claim(s).text}\n")),
    ("wording is empty", lambda s: editing.reword(s, claim(s), " … ")),
    ("are the most", lambda s: editing.reword(s, claim(s), "word " * 1000)),
    ("two or more different", lambda s: editing.split(s, claim(s), [PARTS[0]])),
    ("two or more different", lambda s: editing.split(s, claim(s), [PARTS[0], PARTS[0]])),
    ("two or more claims", lambda s: editing.merge(s, [claim(s), claim(s)])),
    ("has this claim already: c1", lambda s: editing.add(s, article(s), claim(s).spans[0])),
    ("no words", lambda s: editing.add(s, article(s), Span(9, 10))),
    ("no words", lambda s: editing.add(s, article(s), Span(-9, 5))),
    ("no words", lambda s: editing.add(s, article(s), Span(9000, 9010))),
)  # fmt: skip


@pytest.mark.parametrize(("why", "edit"), REFUSED)
def test_what_makes_no_sense_is_refused_and_nothing_is_stored(
    store: Store, why: str, edit: Edit
) -> None:
    session = reviewer(store)
    with pytest.raises(UsageError, match=why):
        edit(session)
    assert store.value("SELECT count(*) FROM event") == 0


def test_claims_of_two_articles_are_not_merged(tmp_path: Path) -> None:
    other = drawn("Second\n⟦Two boats sank.⟧\n", title="Second")
    session = reviewer(file_with(tmp_path / "a.db", drawn(TOWN), other))
    two = [session.claim(each.id, 1) for each in session.articles()]
    with pytest.raises(UsageError, match="several articles"):
        editing.merge(session, two)


def test_the_second_of_two_who_edit_a_claim_is_told_what_became_of_it(
    tmp_path: Path, store: Store
) -> None:
    ana, ben = reviewer(store), reviewer(open_store(tmp_path / "claims.db"), "ben", dice=1000)
    seen = claim(ben)
    editing.split(ana, claim(ana), PARTS)
    acts: tuple[Callable[[], object], ...] = (
        lambda: editing.reword(ben, seen, "The mayor cut the budget."),
        lambda: editing.merge(ben, [seen, claim(ben, 2)]),
        lambda: editing.reject(ben, seen, "why"),
        lambda: ben.assess(seen.id, "unproven"),
        lambda: ben.assess(seen.id, None),
    )
    for act in acts:
        with pytest.raises(UsageError, match="c1 was split into c4, c5 by ana"):
            act()
    assert numbers(ben) == [4, 5, 2, 3]


def test_an_undone_claim_says_so(store: Store) -> None:
    session = reviewer(store)
    editing.split(session, claim(session), PARTS)
    session.undo()
    with pytest.raises(UsageError, match="c4 was taken back by an undo"):
        session.note(claim(session, 4).id, "x")


def test_numbers_of_made_claims_never_mean_something_else(store: Store) -> None:
    session = reviewer(store)
    editing.split(session, claim(session), PARTS)
    session.undo()
    editing.reword(session, claim(session), "The mayor closed two libraries.")
    assert numbers(session) == [6, 2, 3]
    assert claim(session, 4).text == PARTS[0]
    session.undo()
    editing.split(session, claim(session), PARTS)
    assert numbers(session) == [4, 5, 2, 3]


def test_an_edit_on_which_others_acted_is_stepped_over(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    ana.note(claim(ana, 2).id, "older")
    editing.split(ana, claim(ana), PARTS)
    ben.assess(claim(ben, 4).id, "unproven")
    undone = ana.undo()
    assert undone is not None
    assert undone.summary == (
        "c2 undone: note: older "
        "(stepped over one: ben has acted on c4 since it was made, so that edit stays)"
    )
    with pytest.raises(UsageError, match="ben has acted on c4"):
        ana.undo()
    ben.undo()
    undone = ana.undo()
    assert (undone is not None, numbers(ana)) == (True, [1, 2, 3])


def test_redo_of_an_edit_is_refused_where_somebody_edited_the_claim_since(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    editing.split(ana, claim(ana), PARTS)
    ana.undo()
    editing.reword(ben, claim(ben), PARTS[1])
    with pytest.raises(UsageError, match="c1 was reworded as c5 by ben"):
        ana.redo()
    ben.undo()
    editing.add(ben, article(ben), claim(ben).spans[0], PARTS[0])
    assert list(ana.verify()) == []


def test_redo_is_refused_where_somebody_made_the_same_claim_since(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    [place] = editing.occurrences(ana, article(ana), "Nobody asked the ferry.")
    editing.add(ana, article(ana), place)
    ana.undo()
    editing.add(ben, article(ben), place)
    with pytest.raises(UsageError, match="has this claim already: c4"):
        ana.redo()


def test_an_act_on_several_claims_is_undone_and_redone_as_one(store: Store) -> None:
    session = reviewer(store)
    keys = [claim(session, number).id for number in (1, 2, 3)]
    session.act(*(Entry(kind, key, {}) for key in keys for kind in ("defer",)))  # type: ignore[arg-type]
    assert [claim(session, n).deferred for n in (1, 2, 3)] == [True] * 3
    session.undo()
    assert [claim(session, n).deferred for n in (1, 2, 3)] == [False] * 3
    session.redo()
    assert [claim(session, n).deferred for n in (1, 2, 3)] == [True] * 3
    assert session.redo() is None
    session.undo()
    assert session.undo() is None
    assert list(session.verify()) == []


def test_the_history_of_a_claim_tells_what_it_was_made_from(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "unproven")
    session.assess(claim(session).id, "not-checkable")
    session.assess(claim(session).id, None)
    editing.split(session, claim(session), PARTS)
    told = session.history(claim=claim(session, 5).id)
    assert [(each.number, each.summary) for each in told] == [
        (1, "split into 2"),
        (1, "not-checkable cleared"),
        (1, "unproven → not-checkable"),
        (1, "→ unproven"),
    ]
    assert (told[0].before, told[0].after) == ((claim(session).text,), PARTS)


def test_reading_again_leaves_made_claims_as_they_are(tmp_path: Path) -> None:
    store = file_with(tmp_path / "a.db", harbour())
    session = reviewer(store)
    editing.reword(session, claim(session, 2), "Ines Roy said the loss was a disgrace.")
    session.assess(claim(session, 4).id, "unproven")
    session.undo()
    session.redo()
    before = replace(claim(session, 4), number=0)
    old = harbour()
    more = Claim("Critics say traffic fell", (Span(*_place(session, "Critics say traffic fell")),))
    with store.writing():
        save(store, replace(old, claims=(*old.claims, more)), "newer")
    assert [row[2] for row in listed(session)][2:] == [old.claims[2].text, more.text]
    made = next(row for row in session.rows(article(session), 1, 9) if row.number == 5)
    assert replace(claim(session, made.number), number=0) == before
    assert list(session.verify()) == []
    fewer = replace(old, claims=(old.claims[0], old.claims[2]), citations=(), findings=())
    with store.writing():
        save(store, fewer, "newest")
    assert numbers(session) == [1, 4, 3]
    assert list(session.verify()) == []


def _place(session: Session, words: str) -> tuple[int, int]:
    [span] = editing.occurrences(session, article(session), words)
    return span.start, span.end


def test_a_made_claim_that_the_reader_finds_later_is_the_readers(tmp_path: Path) -> None:
    store = file_with(tmp_path / "a.db", drawn(TOWN))
    session = reviewer(store)
    [place] = editing.occurrences(session, article(session), "Nobody asked the ferry.")
    editing.add(session, article(session), place)
    session.note(claim(session, 4).id, "boats")
    old = drawn(TOWN)
    found = Claim("Nobody asked the ferry.", (place,))
    with store.writing():
        save(store, replace(old, claims=(*old.claims, found)), "newer")
    assert (claim(session, 4).made, [n.text for n in claim(session, 4).notes]) == (False, ["boats"])
    session.undo()
    session.undo()
    assert numbers(session) == [1, 2, 3, 4]
    assert list(session.verify()) == []


def test_edits_that_came_before_the_text_find_it(tmp_path: Path) -> None:
    store = file_with(tmp_path / "a.db", drawn(TOWN))
    session = reviewer(store)
    session.note(claim(session).id, "boats")
    editing.split(session, claim(session), PARTS)
    session.assess(claim(session, 4).id, "unproven")
    before = listed(session)
    rows = [dict(row) for row in store.rows("SELECT * FROM event ORDER BY lamport")]
    other = open_store(tmp_path / "b.db", create=True)
    with other.writing():
        other.insert("event", rows)
        for subject in dict.fromkeys(row["subject"] for row in rows):
            project(other, subject)
    with other.writing():
        save(other, drawn(TOWN), "test")
    again = reviewer(other)
    assert listed(again) == before
    assert tuple(again.search(article(again), "boats")) == (4, 5)
    assert list(again.verify()) == []


UNTIED = """INSERT INTO finding_claim SELECT c.id, f.id FROM claim c, finding f WHERE number = 4
  AND NOT EXISTS (SELECT 1 FROM finding_claim x WHERE x.claim = c.id AND x.finding = f.id)"""


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE claim SET listed = 1 WHERE number = 1", "is on the list"),
        ("UPDATE claim SET listed = 0 WHERE number = 4", "is not on the list"),
        ("UPDATE claim SET listed = 0 WHERE number = 2", "taken off the list by no event"),
        ("UPDATE claim SET kind = 'opinion' WHERE number = 4", "not the one that was made"),
        ("UPDATE claim_span SET quote = 'x' WHERE claim IN (SELECT id FROM claim WHERE number = 4)",
         "does not rest on the words"),
        (UNTIED, "wrong rows of finding_claim"),
        ("UPDATE claim SET made_by = (SELECT id FROM event LIMIT 1) WHERE number = 1",
         "was made by no event"),
        ("DELETE FROM lineage", "lineage lacks a row"),
        ("UPDATE assessment SET stale = 0", "holds a row that no event accounts for"),
    ],
)  # fmt: skip
def test_verify_finds_what_no_event_accounts_for(tmp_path: Path, damage: str, said: str) -> None:
    store = file_with(tmp_path / "a.db", harbour())
    session = reviewer(store)
    session.assess(claim(session).id, "unproven")
    editing.reword(session, claim(session), "The port lost €2 m.")
    assert list(session.verify()) == []
    with store.writing():
        store.execute(damage)
    assert any(said in problem for problem in session.verify())


def test_the_report_names_stale_verdicts_and_edited_claims(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "unproven")
    editing.split(session, claim(session), PARTS)
    editing.reject(session, claim(session, 2), "an opinion")
    text = "".join(lines(session.report(article(session))))
    assert text.index("### Claim 4") < text.index("### Claim 5") < text.index("### Claim 3")
    assert text.count("  - Stale: the claim was changed since this verdict.") == 2
    assert "A reviewer made this claim from claim 1." in text
    assert "- Claim 1 was split into c4, c5: “" in text
    assert "- Claim 2 is no claim: an opinion: “" in text
    assert text.index("What was not checked") < text.index("Claim 2 is no claim")
    assert "3 claims: 0 decided" in text


def test_an_added_claim_says_so_in_the_report(store: Store) -> None:
    session = reviewer(store)
    [place] = editing.occurrences(session, article(session), "Nobody asked the ferry.")
    editing.add(session, article(session), place)
    text = "".join(lines(session.report(article(session))))
    assert "A reviewer added this claim from the text." in text


def test_a_claim_that_two_copies_made_is_that_of_the_earlier_event(store: Store) -> None:
    session = reviewer(store)
    editing.split(session, claim(session), PARTS)
    made = claim(session, 4)
    rows = store.rows("SELECT * FROM event WHERE subject = ?", (made.id,))
    first = Event(**dict(rows[0]))
    data = first.data
    data["claim"] |= {"kind": "opinion"}
    data["act"] = "0"
    earlier = replace(first, id="0", replica="other", lamport=0, payload=canonical(data))
    with store.writing():
        store.insert("event", [{name: getattr(sealed(earlier), name) for name in Event.__slots__}])
        project(store, made.id)
    assert (claim(session, 4).kind, claim(session, 4).text) == ("opinion", made.text)
    assert not [each for each in session.verify() if "c1:" in each]


def test_verify_passes_over_edits_of_a_text_that_is_not_there(store: Store, tmp_path: Path) -> None:
    session = reviewer(store)
    editing.split(session, claim(session), PARTS)
    rows = [dict(row) for row in store.rows("SELECT * FROM event ORDER BY lamport")]
    other = open_store(tmp_path / "b.db", create=True)
    with other.writing():
        other.insert("event", rows)
        for subject in dict.fromkeys(row["subject"] for row in rows):
            project(other, subject)
    assert list(reviewer(other).verify()) == []


def test_segments_without_words_are_passed_over(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "a.db", drawn("Head\n***\n⟦Two boats sank.⟧\n")))
    key, text = article(session), session.text(article(session))
    found = editing.sentence_at(session, key, 5, 1)
    assert found is not None
    assert found.of(text) == "Two boats sank."
    found = editing.sentence_at(session, key, 7, -1)
    assert found is not None
    assert found.of(text) == "Head"
    assert editing.sentence_at(session, key, len(text) + 5, 1) is None


def test_overlapping_words_of_merged_claims_are_one_piece(store: Store) -> None:
    session = reviewer(store)
    editing.split(session, claim(session), [*PARTS, claim(session).text])
    editing.merge(session, [claim(session, 1), claim(session, 4), claim(session, 3)])
    assert claim(session, 6).quotes == (CUT, "Critics say traffic fell by half.")


def test_sentences_are_found_from_any_place(store: Store) -> None:
    session = reviewer(store)
    key, text = article(session), session.text(article(session))
    first = editing.sentence_at(session, key, 0, 1)
    assert first is not None
    assert first.of(text) == "Town hall"
    assert editing.sentence_at(session, key, len(text), 1) is None
    assert editing.sentence_at(session, key, -1, -1) is None
    last = editing.sentence_at(session, key, len(text) - 1, -1)
    assert last is not None
    assert editing.quote(session, key, last).startswith("Critics say")


EDITS = ("split", "merge", "reword", "add", "reject")
ACTS = (*EDITS, "assess", "attach", "note", "flag", "dismiss", "undo", "undo", "undo", "redo")


def perform(session: Session, act: str, place: int) -> bool:
    """Do one act at a place of the list; False where it was refused or nothing was to do."""
    try:
        return _perform(session, act, place)
    except (FactcheckError, IndexError):
        return False


def _perform(session: Session, act: str, place: int) -> bool:
    if act in {"undo", "redo"}:
        return (session.undo() if act == "undo" else session.redo()) is not None
    rows = session.rows(article(session), 1, 99)
    if act == "add":
        text = session.text(article(session))
        editing.add(session, article(session), Span(place * 7, min(place * 7 + 30, len(text))))
        return True
    if not rows:
        return False
    one = claim(session, rows[place % len(rows)].number)
    other = claim(session, rows[(place + 1) % len(rows)].number)
    _DO[act](session, one, other, place)
    return True


Do = Callable[[Session, ClaimRecord, ClaimRecord, int], object]
_DO: dict[str, Do] = {
    "split": lambda s, one, _, place: editing.split(s, one, editing.proposals(one)[place % 3]),
    "merge": lambda s, one, other, _: editing.merge(s, [one, other]),
    "reword": lambda s, one, _, place: editing.reword(
        s, one, " ".join([*one.text.split()[place % 2 :], "again"])
    ),
    "reject": lambda s, one, _other, _: editing.reject(s, one, "why"),
    "assess": lambda s, one, _other, _: s.assess(one.id, "unproven"),
    "attach": lambda s, one, _other, _: s.attach(one.id, FOR),
    "note": lambda s, one, _other, _: s.note(one.id, "n"),
    "flag": lambda s, one, _other, _: s.flag(one.id, Flag.OUTDATED, True),
    "dismiss": lambda s, one, _other, _: s.dismiss(one.id, one.findings[0].id),
}


def state(store: Store) -> list[tuple[object, ...]]:
    """Return what stands, without the events that every undo and redo renews."""
    return [
        tuple(row)
        for sql in (
            "SELECT id, number FROM claim WHERE listed ORDER BY start, number",
            "SELECT claim, reviewer, verdict, stale FROM assessment ORDER BY 1, 2",
            "SELECT claim, id FROM evidence_item ORDER BY 1, 2",
            "SELECT claim, id FROM note ORDER BY 1, 2",
            "SELECT claim, flag, reviewer FROM flag ORDER BY 1, 2, 3",
            "SELECT claim, finding, decision FROM finding_decision ORDER BY 1, 2",
            "SELECT claim, origin FROM lineage ORDER BY 1, 2",
            "SELECT claim, status FROM claim_state WHERE status <> 'open' ORDER BY 1",
        )
        for row in store.rows(sql)
    ]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 9)), max_size=14))
def test_any_acts_edits_undos_and_redos_keep_the_file_whole(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    store = file_with(tmp_path_factory.mktemp("desk") / "claims.db", harbour())
    session = reviewer(store)
    # The slow obvious reference: every state that was, and where among them we stand.
    states, here = [state(store)], 0
    for act, place in acts:
        done = perform(session, act, place)
        if act == "undo":
            here -= done
        elif act == "redo":
            here += done
        elif done:
            here += 1
            states[here:] = [state(store)]
        assert state(store) == states[here]
    text = session.text(article(session))
    for number in numbers(session):
        one = claim(session, number)
        assert tuple(span.of(text) for span in one.spans) == one.quotes
    assert list(session.verify()) == []
    store.close()


RACE = """
import sys
sys.path.insert(0, "tests")
from factcheck.review import editing
from factcheck.review.opening import session_for_acts
from factcheck.errors import UsageError
from factcheck.model.flag import Flag
session = session_for_acts(sys.argv[1], sys.argv[2])
article = session.articles()[0].id
seen = session.claim(article, 1)
print("ready", flush=True)
sys.stdin.readline()
def once(act):
    try:
        act()
    except UsageError as error:
        return error.message
    return "done"
print(once(lambda: session.flag(seen.id, Flag.OUTDATED, True)))
print(once(lambda: editing.split(session, seen, ["The mayor cut.", "The mayor closed."])))
"""


def test_two_processes_cannot_both_do_what_only_one_can(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    file_with(path, drawn(TOWN)).close()
    both = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(path), "ana"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for process in both:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = sorted(tuple(process.communicate()[0].splitlines()) for process in both)
    flags, splits = sorted(each[0] for each in said), sorted(each[1] for each in said)
    assert flags[0] == "done" or flags[1] == "done"
    assert sum(each == "done" for each in flags) == 1
    assert sum(each == "done" for each in splits) == 1
    session = reviewer(open_store(path))
    assert numbers(session) == [4, 5, 2, 3]
    assert store_counts(session.store) == (1, 1)
    assert list(session.verify()) == []


def store_counts(store: Store) -> tuple[int, int]:
    """Return how many flag events and how many split events there are."""
    sql = "SELECT count(*) FROM event WHERE kind = ?"
    return store.value(sql, ("flag",)), store.value(sql, ("split-claim",))


KILLED = """
import os, sys
sys.path.insert(0, "tests")
from factcheck.review import editing
from factcheck.review.opening import session_for_acts
session = session_for_acts(sys.argv[1], "ana")
article = session.articles()[0].id
for number in range(1000):
    newest = session.rows(article, 1, 1)[0].number
    one = session.claim(article, newest)
    print(editing.reword(session, one, f"The mayor cut the budget {number} times.").number,
          flush=True)
"""


def test_an_edit_that_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    file_with(path, drawn(TOWN)).close()
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    last = [process.stdout.readline() for _ in range(5)][-1]
    process.kill()
    process.communicate()
    session = reviewer(open_store(path))
    assert numbers(session)[0] >= int(last)
    assert claim(session, int(last)).text == "The mayor cut the budget 4 times."
    assert list(session.verify()) == []
