"""The append-only log: gates, guards, undo and redo, and state that is exactly what it says."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.errors import EvidenceGateError, StoreError, UsageError
from factcheck.model.event import Event
from factcheck.model.evidence import Evidence, EvidenceKind, Stance, evidence_from
from factcheck.model.flag import Flag
from factcheck.model.records import ClaimRecord
from factcheck.review.session import Session
from factcheck.store.database import Store, open_store
from readings import harbour

FOR = evidence_from("https://example.org/books", Stance.SUPPORTS)
AGAINST = evidence_from("10.1000/182", Stance.REFUTES)
ASIDE = evidence_from("minutes.pdf", Stance.CONTEXT)
NOTHING = evidence_from("searched: court records", Stance.CONTEXT)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return file_with(tmp_path / "claims.db", harbour())


def claim(session: Session, number: int = 1) -> ClaimRecord:
    return session.claim(session.articles()[0].id, number)


def events(store: Store) -> list[Event]:
    return [Event(**dict(row)) for row in store.rows("SELECT * FROM event ORDER BY seq")]


@pytest.mark.parametrize(
    ("verdict", "evidence", "passes"),
    [
        ("supported", None, False),
        ("supported", FOR, True),
        ("supported", AGAINST, False),
        ("supported", ASIDE, False),
        ("mostly-supported", FOR, True),
        ("mostly-supported", AGAINST, False),
        ("refuted", AGAINST, True),
        ("refuted", FOR, False),
        ("misleading", ASIDE, True),
        ("misleading", None, False),
        ("misleading", NOTHING, False),
        ("unproven", None, True),
        ("unproven", NOTHING, True),
        ("not-checkable", None, True),
    ],
)
def test_a_verdict_needs_the_evidence_that_the_scale_asks_for(
    store: Store, verdict: str, evidence: Evidence | None, passes: bool
) -> None:
    session = reviewer(store)
    if evidence is not None:
        session.attach(claim(session).id, evidence)
    if passes:
        session.assess(claim(session).id, verdict)
        assert claim(session).verdict == verdict
    else:
        with pytest.raises(EvidenceGateError):
            session.assess(claim(session).id, verdict)
        assert claim(session).assessments == ()
    assert list(session.verify()) == []


def test_evidence_of_another_claim_does_not_count(store: Store) -> None:
    session = reviewer(store)
    session.attach(claim(session, 2).id, FOR)
    with pytest.raises(EvidenceGateError):
        session.assess(claim(session, 1).id, "supported")


def test_the_gate_stands_in_the_database_itself(store: Store) -> None:
    session = reviewer(store)
    session.defer(claim(session).id)
    replica = store.value("SELECT id FROM replica")
    row = dict.fromkeys(Event.__slots__, "") | {
        "id": "x", "replica": replica, "seq": 99, "lamport": 99, "kind": "assess",
        "subject": claim(session).id, "payload": '{"verdict":"refuted","rationale":""}',
    }  # fmt: skip
    with pytest.raises(EvidenceGateError), store.writing():
        store.insert("event", [row])
    with pytest.raises(StoreError, match="not on the scale"), store.writing():
        store.insert("event", [row | {"payload": '{"verdict":"true","rationale":""}'}])
    # What passed the gate of another replica is let in: a merge must not refuse it.
    with store.writing():
        store.insert("event", [row | {"replica": "another"}])


def test_a_verdict_and_its_evidence_are_one_act(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "supported", "the books say so", FOR)
    attached, judged = events(store)[1:]
    assert (attached.kind, judged.kind) == ("attach-evidence", "assess")
    assert judged.act == attached.id
    session.undo()
    assert (claim(session).evidence, claim(session).assessments) == ((), ())
    session.redo()
    assert (len(claim(session).evidence), claim(session).verdict) == (1, "supported")


def test_a_verdict_that_fails_stores_no_evidence_either(store: Store) -> None:
    session = reviewer(store)
    with pytest.raises(EvidenceGateError):
        session.assess(claim(session).id, "supported", "", AGAINST)
    assert claim(session).evidence == ()
    assert events(store) == []


def test_evidence_under_a_verdict_cannot_be_taken_away(store: Store) -> None:
    session = reviewer(store)
    session.attach(claim(session).id, FOR)
    reviewer(store, "ben", dice=1000).assess(claim(session).id, "supported")
    with pytest.raises(EvidenceGateError, match="rests on that evidence"):
        session.retract(claim(session).id, claim(session).evidence[0].id, "parody")
    with pytest.raises(EvidenceGateError, match="rests on that evidence"):
        session.undo()
    assert len(claim(session).evidence) == 1
    session.attach(claim(session).id, FOR)
    session.retract(claim(session).id, claim(session).evidence[0].id, "parody")
    assert len(claim(session).evidence) == 1


def test_a_change_of_mind_is_a_new_event(store: Store) -> None:
    session = reviewer(store)
    for verdict in ("unproven", "not-checkable", "unproven"):
        session.assess(claim(session).id, verdict)
    assert [a.verdict for a in claim(session).assessments] == ["unproven"]
    assert [record.kind for record in session.history()] == ["assess"] * 3 + ["reviewer"]


def test_clearing_opens_the_claim_again(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "unproven")
    session.assess(claim(session).id, None)
    assert (claim(session).status, claim(session).assessments) == ("open", ())


def test_deferring_decides_nothing_and_ends_with_a_verdict(store: Store) -> None:
    session = reviewer(store)
    session.defer(claim(session).id)
    session.defer(claim(session).id)
    assert (claim(session).status, claim(session).deferred) == ("deferred", True)
    assert session.progress(session.articles()[0].id).open == 3
    session.assess(claim(session).id, "unproven")
    assert (claim(session).status, claim(session).deferred) == ("decided", False)


def test_reviewers_who_differ_are_in_disagreement(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    ana.assess(claim(ana).id, "unproven")
    ben.assess(claim(ana).id, "not-checkable")
    assert (claim(ana).status, claim(ana).verdict) == ("disagreement", None)
    rows = store.rows("SELECT number, verdicts FROM disagreements")
    assert [tuple(row) for row in rows] == [(1, "ana: unproven; ben: not-checkable")]
    assert ana.progress(ana.articles()[0].id).disagreements == 1
    ben.assess(claim(ana).id, "unproven")
    assert (claim(ana).status, claim(ana).verdict) == ("decided", "unproven")


def test_findings_are_confirmed_and_dismissed(store: Store) -> None:
    session = reviewer(store)
    loaded = claim(session, 2).findings[0]
    session.confirm(claim(session, 2).id, loaded.id)
    assert [flag.flag for flag in claim(session, 2).flags] == ["rhetorical"]
    assert claim(session, 2).findings[0].decision == "confirmed"
    session.dismiss(claim(session, 2).id, loaded.id)
    assert claim(session, 2).findings[0].decision == "dismissed"
    statistic = claim(session, 3).findings[0]
    session.confirm(claim(session, 3).id, statistic.id)
    assert [flag.flag for flag in claim(session, 3).flags] == ["unsupported"]
    with pytest.raises(UsageError, match="no finding"):
        session.dismiss(claim(session, 3).id, loaded.id)


def test_flags_are_set_and_taken_off(store: Store) -> None:
    session = reviewer(store)
    session.flag(claim(session).id, Flag.OUTDATED, True)
    session.flag(claim(session).id, Flag.RHETORICAL, True)
    session.flag(claim(session).id, Flag.OUTDATED, False)
    assert [flag.flag for flag in claim(session).flags] == ["rhetorical"]


def test_dismissing_what_was_confirmed_takes_its_flag_off(store: Store) -> None:
    session = reviewer(store)
    key, loaded = claim(session, 2).id, claim(session, 2).findings[0].id
    session.confirm(key, loaded)
    session.dismiss(key, loaded)
    assert (claim(session, 2).flags, claim(session, 2).findings[0].decision) == ((), "dismissed")
    session.undo()
    assert [flag.flag for flag in claim(session, 2).flags] == ["rhetorical"]
    assert claim(session, 2).findings[0].decision == "confirmed"


def test_a_flag_that_another_finding_confirms_stays(tmp_path: Path) -> None:
    drawn = harbour()
    second = replace(drawn.findings[0], rule="rhetoric.puffery")
    drawn = replace(drawn, findings=(*drawn.findings, second))
    session = reviewer(file_with(tmp_path / "two.db", drawn))
    key, findings = claim(session, 2).id, [f.id for f in claim(session, 2).findings]
    session.confirm(key, *findings)
    session.dismiss(key, findings[0])
    assert [flag.flag for flag in claim(session, 2).flags] == ["rhetorical"]
    session.dismiss(key, findings[1])
    assert claim(session, 2).flags == ()
    for _ in range(2):
        session.undo()
    assert [f.decision for f in claim(session, 2).findings] == ["confirmed", "confirmed"]
    session.undo()
    assert [f.decision for f in claim(session, 2).findings] == ["", ""]


def test_what_everybody_decided_on_a_finding_is_known(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    key, loaded = claim(ana, 2).id, claim(ana, 2).findings[0].id
    ana.confirm(key, loaded)
    ben.dismiss(key, loaded)
    ana.defer(key)
    seen = claim(reviewer(store, "zed"), 2)
    assert seen.findings[0].decisions == (("ana", "confirmed"), ("ben", "dismissed"))
    assert (seen.findings[0].decision, seen.deferred, seen.deferred_by) == ("", False, ("ana",))


def test_acts_that_would_change_nothing_are_refused(store: Store) -> None:
    session = reviewer(store)
    key = claim(session).id
    with pytest.raises(UsageError, match="no verdict of yours"):
        session.assess(key, None)
    with pytest.raises(UsageError, match="not set already"):
        session.flag(key, Flag.OUTDATED, False)
    session.flag(key, Flag.OUTDATED, True)
    with pytest.raises(UsageError, match="set already"):
        session.flag(key, Flag.OUTDATED, True)
    with pytest.raises(UsageError, match="not set already"):
        reviewer(store, "ben").flag(key, Flag.OUTDATED, False)


def test_an_act_that_cannot_be_taken_back_is_stepped_over(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    ben.note(claim(ana, 2).id, "older")
    ana.attach(claim(ana).id, FOR)
    ben.assess(claim(ana).id, "supported")
    ben.assess(claim(ana).id, None)
    ana.undo()
    undone = ben.undo()
    assert undone is not None
    assert undone.summary == (
        "c1 undone: → supported (stepped over one: a verdict on this claim rests on that evidence)"
    )
    taken_back = [act.summary for act in iter(ben.undo, None)]
    assert taken_back == ["c1 undone: verdict cleared", "c2 undone: note: older"]
    assert list(ben.verify()) == []


def test_reviewers_have_names(store: Store) -> None:
    assert reviewer(store, "  eve  m ").reviewer == "eve m"
    for name in ("", " \n"):
        with pytest.raises(UsageError, match="no name"):
            reviewer(store, name)


def test_evidence_in_a_file_must_be_there(store: Store) -> None:
    session = reviewer(store)
    for name in ("gone.pdf", "a\0b", "x" * 5000, "."):
        with pytest.raises(UsageError, match="there is no file"):
            session.attach(claim(session).id, evidence_from(name, Stance.SUPPORTS))


def test_a_prefix_names_evidence_only_where_it_is_the_only_one(store: Store) -> None:
    session = reviewer(store)
    session.attach(claim(session).id, FOR)
    session.attach(claim(session).id, AGAINST)
    first = claim(session).evidence[0].id
    with pytest.raises(UsageError, match="2 pieces of evidence whose id starts with '01'"):
        session.retract(claim(session).id, "01", "parody")
    session.retract(claim(session).id, first, "parody")
    assert [item.source for item in claim(session).evidence] == ["10.1000/182"]


def test_a_session_knows_when_somebody_else_has_written(tmp_path: Path, store: Store) -> None:
    mine, other = reviewer(store), reviewer(open_store(tmp_path / "claims.db"), "ben", dice=1000)
    mine.note(claim(mine).id, "mine")
    assert mine.changed() is False
    other.note(claim(mine).id, "theirs")
    assert (mine.changed(), mine.changed()) == (True, False)


def test_nothing_to_undo_and_nothing_to_redo(store: Store) -> None:
    session = reviewer(store)
    assert session.undo() is None
    assert session.redo() is None
    session.defer(claim(session).id)
    assert session.redo() is None


def test_undo_takes_back_only_my_own_acts(store: Store) -> None:
    ana, ben = reviewer(store), reviewer(store, "ben", dice=1000)
    ana.note(claim(ana).id, "by ana")
    ben.note(claim(ana).id, "by ben")
    undone = ana.undo()
    assert undone is not None
    assert undone.summary == "c1 undone: note: by ana"
    assert [note.text for note in claim(ana).notes] == ["by ben"]
    assert ana.undo() is None


def test_a_new_act_ends_redo(store: Store) -> None:
    session = reviewer(store)
    session.note(claim(session).id, "first")
    session.undo()
    session.note(claim(session).id, "second")
    assert session.redo() is None
    session.undo()
    session.redo()
    assert session.redo() is None
    assert [note.text for note in claim(session).notes] == ["second"]


def test_undo_survives_a_restart(tmp_path: Path, store: Store) -> None:
    session = reviewer(store)
    session.note(claim(session).id, "first")
    session.note(claim(session).id, "second")
    session.close()
    again = reviewer(file_with(tmp_path / "claims.db"), dice=500)
    again.undo()
    again.undo()
    again.redo()
    assert [note.text for note in claim(again).notes] == ["first"]


def test_history_says_what_an_undo_took_back(store: Store) -> None:
    session = reviewer(store)
    session.assess(claim(session).id, "supported", "", FOR)
    session.undo()
    session.redo()
    assert [(record.summary, record.undone) for record in session.history()] == [
        ("redo: → supported", False),
        ("undo: → supported", True),
        ("→ supported", False),
        ("evidence supports: https://example.org/books", False),
        ("reviewer ana", False),
    ]


def test_history_says_when_only_the_rationale_of_a_verdict_changed(store: Store) -> None:
    session = reviewer(store)
    key = claim(session).id
    session.assess(key, "unproven")
    session.assess(key, "unproven", "nobody says so")
    session.assess(key, "unproven", "nobody says so")
    session.assess(key, "unproven")
    session.assess(key, "not-checkable", "a taste")
    session.assess(key, None)
    session.assess(key, "unproven", "after all")
    assert [record.summary for record in session.history()][:-1] == [
        "→ unproven · rationale: after all",
        "not-checkable cleared",
        "unproven → not-checkable · rationale: a taste",
        "rationale taken away",
        "→ unproven again",
        "rationale: nobody says so",
        "→ unproven",
    ]


def test_undo_and_redo_name_the_rationale_that_goes_and_comes(store: Store) -> None:
    session = reviewer(store)
    key = claim(session).id
    session.assess(key, "unproven")
    session.assess(key, "unproven", "nobody says so")
    told = [act.summary for act in (session.undo(), session.redo()) if act is not None]
    assert told == ["c1 undone: rationale: nobody says so", "c1 redone: rationale: nobody says so"]
    assert [record.summary for record in session.history()][:2] == [
        "redo: rationale: nobody says so",
        "undo: rationale: nobody says so",
    ]


def test_history_is_of_one_claim_or_one_article_too(store: Store) -> None:
    session = reviewer(store)
    session.note(claim(session, 1).id, "one")
    session.note(claim(session, 2).id, "two")
    on_two = session.history(claim=claim(session, 2).id)
    assert [(record.number, record.summary) for record in on_two] == [(2, "note: two")]
    article = session.articles()[0].id
    assert [record.number for record in session.history(article=article)] == [2, 1]
    assert len(session.history(limit=1)) == 1


@pytest.mark.parametrize(
    "act",
    [
        lambda s: s.defer("c1:nobody"),
        lambda s: s.note("c1:nobody", "x"),
        lambda s: s.assess(claim(s).id, "true"),
        lambda s: s.assess(claim(s).id, None),
        lambda s: s.note(claim(s).id, "  "),
        lambda s: s.retract(claim(s).id, "01X", "why"),
        lambda s: s.retract(claim(s).id, "", "why"),
        lambda s: s.confirm(claim(s).id, "f1:nothing"),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_is_stored(store: Store, act: Any) -> None:
    session = reviewer(store)
    with pytest.raises(UsageError):
        act(session)
    assert events(store) == []
    assert store.value("SELECT count(*) FROM replica") == 0


def test_events_cannot_be_changed_or_deleted(store: Store) -> None:
    session = reviewer(store)
    session.note(claim(session).id, "kept")
    for sql in ("UPDATE event SET reviewer = 'x'", "DELETE FROM event"):
        with pytest.raises(StoreError, match="events are never"), store.writing():
            store.execute(sql)
    assert len(events(store)) == 2


def test_lone_surrogates_are_stored_as_replacement_characters(store: Store) -> None:
    session = reviewer(store, "a\udc80na")
    session.note(claim(session).id, "a\ud800b")
    assert [(note.text, note.reviewer) for note in claim(session).notes] == [
        ("a\ufffdb", "a\ufffdna")
    ]


def test_reviewers_have_ids_that_outlive_their_sessions(store: Store) -> None:
    for dice, name in ((1, "ana"), (500, "ben"), (900, "ana")):
        session = reviewer(store, name, dice=dice)
        session.defer(claim(session).id)
    assert sorted(row["name"] for row in store.rows("SELECT name FROM reviewer")) == ["ana", "ben"]
    assert store.value("SELECT count(DISTINCT reviewer) FROM event") == 2


ACTS = st.sampled_from(
    ["note", "defer", "unproven", "clear", "flag", "unflag", "with evidence", "undo", "redo"]
)


def perform(session: Session, act: str, number: int) -> str | None:
    """Do one act; None where it was refused or there was nothing to do."""
    try:
        return _perform(session, act, number)
    except UsageError:
        return None


def _perform(session: Session, act: str, number: int) -> str | None:
    key = claim(session, number).id
    if act in {"undo", "redo"}:
        done = session.undo() if act == "undo" else session.redo()
        return None if done is None else act
    match act:
        case "note":
            session.note(key, "n")
        case "defer":
            session.defer(key)
        case "unproven":
            session.assess(key, "unproven")
        case "clear":
            session.assess(key, None)
        case "flag" | "unflag":
            session.flag(key, Flag.OUTDATED, act == "flag")
        case _:
            session.assess(key, "supported", "", FOR)
    return act


def state(store: Store) -> list[tuple[Any, ...]]:
    """Return what stands, without the times and event ids that every act renews."""
    return [
        tuple(row)
        for sql in (
            "SELECT claim, verdict FROM assessment ORDER BY 1",
            "SELECT claim FROM deferral ORDER BY 1",
            "SELECT claim, flag FROM flag ORDER BY 1, 2",
            "SELECT claim, id FROM note ORDER BY 1, 2",
            "SELECT claim, id FROM evidence_item ORDER BY 1, 2",
            "SELECT claim, status FROM claim_state WHERE status <> 'open' ORDER BY 1",
        )
        for row in store.rows(sql)
    ]


@settings(max_examples=40)
@given(st.lists(st.tuples(ACTS, st.integers(1, 3)), max_size=14))
def test_undo_and_redo_walk_back_and_forth_over_the_states(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    store = file_with(tmp_path_factory.mktemp("desk") / "claims.db", harbour())
    session = reviewer(store)
    # The slow obvious reference: every state that was, and where among them we stand.
    states, here = [state(store)], 0
    for act, number in acts:
        done = perform(session, act, number)
        if act == "undo":
            assert (done is not None) == (here > 0)
            here -= done is not None
        elif act == "redo":
            assert (done is not None) == (here < len(states) - 1)
            here += done is not None
        elif done is not None:
            here += 1
            states[here:] = [state(store)]
        assert state(store) == states[here]
    assert list(session.verify()) == []
    store.close()


def test_a_connection_closed_in_the_middle_leaves_nothing_behind(store: Store) -> None:
    session = reviewer(store)
    key = claim(session).id

    def interrupted() -> None:
        with store.writing():
            store.execute("UPDATE document SET title = 'half'")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert store.value("SELECT title FROM document") == "Harbour dispute"
    store.connection.close()
    with pytest.raises((sqlite3.ProgrammingError, StoreError)):
        session.defer(key)


def test_evidence_keeps_every_field(store: Store) -> None:
    session = reviewer(store)
    full = evidence_from(
        "https://example.org/a", Stance.SUPPORTS, title="Books", quote="€2 m", locator="p. 4",
        note="audited",
    )  # fmt: skip
    session.attach(claim(session).id, full)
    [record] = claim(session).evidence
    assert (record.kind, record.source, record.stance) == (
        EvidenceKind.LINK, "https://example.org/a", "supports",
    )  # fmt: skip
    assert (record.title, record.quote, record.locator, record.note, record.primacy) == (
        "Books", "€2 m", "p. 4", "audited", "",
    )  # fmt: skip
    assert record.reviewer == "ana"
