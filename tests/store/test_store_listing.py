"""Lists of a file: filters and orders against a slow reference, tallies, gaps, what is open."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.errors import StoreError, UsageError
from factcheck.model.claim import Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.flag import Flag
from factcheck.model.listing import EVERY, Listing, Sort
from factcheck.model.reading import Account, Reading, accounts, gaps
from factcheck.model.span import Span
from factcheck.review.listing import FIRST, REST, Lists
from factcheck.review.session import Session
from factcheck.store import database, settings, tallies
from factcheck.store.database import open_store
from factcheck.store.listing import ordered
from factcheck.store.matching import Matcher
from factcheck.store.nearest import next_open
from readings import harbour
from store.test_store_database import older_file


def many(count: int) -> Reading:
    """Return a reading of *count* claims under a heading, every tenth with a stray word."""
    text, claims, segments = "Towns\n", [], [Segment(Span(0, 6), Role.HEADING)]
    for i in range(count):
        words = f"Town {i} won."
        start = len(text)
        text += words + (" Stray" if i % 10 == 0 else "") + "\n"
        span = Span(start, start + len(words))
        segments.append(Segment(Span(start, len(text)), Role.SENTENCE, "en"))
        claims.append(Claim(words, (span,), check_worthiness=i % 7 / 7))
    return Reading(Document(text, "Towns", "towns.txt"), tuple(segments), tuple(claims), (), ())


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return reviewer(file_with(tmp_path / "claims.db", many(30)))


def article_of(session: Session) -> str:
    return session.article(None).id


def listed(session: Session, wanted: Listing) -> list[int]:
    article = article_of(session)
    found = [n for piece in session.lists.ordered(article, wanted) for n in piece]
    belonging = [n for n in range(1, 31) if session.lists.belongs(article, wanted, n)]
    assert sorted(found) == belonging
    return found


def act(session: Session) -> None:
    claims = [session.claim(article_of(session), n).id for n in range(1, 31)]
    session.assess(claims[1], "unproven")
    session.assess(claims[2], "not-checkable")
    session.defer(claims[3])
    session.flag(claims[4], Flag.OUTDATED, True)
    ben = Session(session.store, "ben", now=session.now, randomness=lambda n: b"\7" * n)
    ben.assess(claims[1], "not-checkable")
    session.note(claims[9], "asked the mayor")


def test_every_filter_lists_the_claims_to_which_it_applies(session: Session) -> None:
    act(session)
    cases = {
        Listing(status=("decided",)): [2, 3],
        Listing(status=("unproven",)): [2],
        Listing(status=("deferred", "not-checkable")): [3, 4],
        Listing(status=("disagreement",)): [2],
        Listing(flag=("outdated", "rhetorical")): [5],
        Listing(reviewer=("ben",)): [2],
        Listing(words="mayor"): [10],
        Listing(words="!!"): [],
        Listing(gaps=True): [1, 11, 21],
        Listing(kind=("quantity",)): [],
        Listing(evidence=True): [],
        Listing(attribution=("named", "unnamed")): [],
        Listing(worth_from=0.8): [7, 14, 21, 28],
        Listing(findings=True): [],
        Listing(context=True): [],
    }
    for wanted, numbers in cases.items():
        assert listed(session, wanted) == numbers
    everything = list(range(1, 31))
    assert listed(session, Listing(status=("open",))) == [1, *range(5, 31)]
    assert listed(session, Listing(attribution=("article",), evidence=False)) == everything


def test_every_order_lists_every_claim_once(session: Session) -> None:
    act(session)
    assert listed(session, EVERY) == list(range(1, 31))
    assert listed(session, Listing(sort=Sort.WORTH))[:5] == [7, 14, 21, 28, 6]
    touched = listed(session, Listing(sort=Sort.TOUCHED))
    assert touched[0] == 10
    assert set(touched[1:5]) == {2, 3, 4, 5}
    assert touched[5:] == [1, *range(6, 10), *range(11, 31)]


@pytest.mark.parametrize("sort", Sort)
def test_every_order_has_an_index(session: Session, sort: Sort) -> None:
    plans: list[str] = []
    session.store.connection.set_trace_callback(plans.append)
    store = session.store
    list(ordered(store, article_of(session), "", Listing(sort=sort), chunk=10))
    store.connection.set_trace_callback(None)
    for sql in plans:
        steps = [row["detail"] for row in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
        assert not any("TEMP B-TREE" in step for step in steps)


def test_rows_come_in_the_order_asked_for(session: Session) -> None:
    rows = session.lists.rows(article_of(session), [9, 2, 99, 5])
    assert [row.number for row in rows] == [9, 2, 5]


def test_the_first_open_one_of_some_claims_is_found_in_their_order(session: Session) -> None:
    act(session)
    article, lists = article_of(session), session.lists
    assert lists.first_open(article, [2, 9, 5]) == 9
    assert lists.first_open(article, [2, 3]) is None
    assert lists.matches("Town hall", "town") == (Span(0, 4),)


def test_a_stream_that_is_stopped_ends(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_STEPS_BETWEEN_LOOKS", 1)
    stream = session.lists.ordered(article_of(session), EVERY, lambda: True)
    with pytest.raises(StoreError, match="interrupted"):
        list(stream)


def test_pieces_are_small_at_first_and_large_then(tmp_path: Path) -> None:
    session = reviewer(file_with(tmp_path / "claims.db", many(FIRST * 3)))
    sizes = [len(piece) for piece in session.lists.ordered(article_of(session), EVERY)]
    assert sizes == [FIRST, FIRST * 2]
    assert REST > FIRST


def test_next_open_looks_through_no_more_than_two_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reviewer(file_with(tmp_path / "claims.db", many(2100)))
    article, store = article_of(session), session.store
    session.assess(session.claim(article, 1).id, "unproven")
    me = session.known_reviewer
    with store.writing():
        store.execute(
            """INSERT INTO assessment SELECT id, ?, document, 'unproven', '', '',
               (SELECT min(id) FROM event), 0 FROM claim WHERE number NOT IN (1, 700, 2050)""",
            (me,),
        )

    def nearest(number: int, step: int) -> int | None:
        return next_open(store, article, me, number=number, step=step)

    assert [nearest(n, 1) for n in (0, 700, 1500, 2050, 2100)] == [700, 2050, 2050, 700, 700]
    assert [nearest(n, -1) for n in (0, 700, 1500, 2050, 2101)] == [2050, 2050, 700, 700, 2050]
    with store.writing():
        store.execute("DELETE FROM assessment WHERE claim IN (SELECT id FROM claim WHERE number=9)")
    assert nearest(9, 1) == 700
    assert nearest(9, -1) == 2050
    assert nearest(10, -1) == 9
    with store.writing():
        store.execute(
            """INSERT OR IGNORE INTO assessment SELECT id, ?, document, 'unproven', '', '',
               (SELECT min(id) FROM event), 0 FROM claim""",
            (me,),
        )
    assert nearest(5, 1) is None
    assert nearest(5, -1) is None
    assert session.progress(article).open == 0
    assert list(tallies.wrong_tallies(store)) == []


def test_a_tally_that_is_wrong_is_named(session: Session) -> None:
    act(session)
    assert list(session.verify()) == []
    with session.store.writing():
        session.store.execute("UPDATE tally SET claims = 77 WHERE what = 'claim'")
    assert any("the tally of claim is wrong" in problem for problem in session.verify())


def test_headings_and_sentences_can_be_gone_to(session: Session) -> None:
    article, lists = article_of(session), session.lists
    assert lists.headings(article) == (Span(0, 6),)
    first = lists.sentence_beside(article, 0, 1)
    assert first == Span(6, 24)
    assert lists.sentence_beside(article, 6, -1) == Span(0, 6)
    assert lists.sentence_beside(article, 0, -1) is None
    assert lists.claim_from(article, Span(6, 24)) == 1
    assert lists.claim_from(article, Span(0, 6)) is None


def test_the_shelf_shows_how_far_a_reviewer_is_and_who_has_judged(session: Session) -> None:
    act(session)
    ((article, progress),) = session.lists.shelf()
    assert (article.claims, progress.decided, progress.deferred) == (30, 2, 1)
    assert session.lists.judges(article.id) == ("ana", "ben")


def test_filters_are_kept_under_their_names(session: Session) -> None:
    lists = session.lists
    wanted = Listing(status=("open",), words="\ud800x")
    lists.save(" my  own ", wanted)
    lists.save("worth", Listing(sort=Sort.WORTH))
    assert [name for name, _ in lists.saved()] == ["my own", "worth"]
    assert lists.called("worth") == Listing(sort=Sort.WORTH)
    settings.put_setting(session.store, "filter", "later", '{"moon": 1}')
    assert [name for name, _ in lists.saved()] == ["my own", "worth"]
    with pytest.raises(UsageError, match="none that this version knows"):
        lists.called("later")
    for name in ("later", "my own"):
        lists.remove(name)
    assert [name for name, _ in lists.saved()] == ["worth"]
    with pytest.raises(UsageError, match="no filter is called") as refused:
        lists.remove("my own")
    assert refused.value.hint == "use one of worth"
    lists.remove("worth")
    with pytest.raises(UsageError, match="no filter is called") as refused:
        lists.called("worth")
    assert "saves one" in refused.value.hint


@pytest.mark.parametrize(("name", "wanted"), [(" ", Listing(words="x")), ("x", EVERY)])
def test_a_filter_without_name_or_sense_is_refused(
    session: Session, name: str, wanted: Listing
) -> None:
    with pytest.raises(UsageError):
        session.lists.save(name, wanted)


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        pytest.param("A ⟦warning⟧ and ⟦Warned⟧ men", "warn", id="by their stem"),
        pytest.param("the ⟦port⟧ and the ⟦porters⟧", "port", id="the last as a beginning"),
        pytest.param("⟦Café⟧ it’s", "cafe", id="without accents"),
        pytest.param("桥梁⟦关闭⟧了，⟦关闭⟧", "关闭", id="in Chinese"),
        pytest.param("⟦two⟧ of ⟦three⟧", "two three", id="each word"),
        pytest.param("nothing", "!?", id="no words"),
    ],
)
def test_matches_stand_where_the_index_finds_them(marked: str, words: str) -> None:
    text, expected, start = "", [], 0
    for character in marked:
        if character == "⟦":
            start = len(text)
        elif character == "⟧":
            expected.append(Span(start, len(text)))
        else:
            text += character
    assert list(Matcher().spans(text, words)) == expected


@given(st.text(), st.text())
def test_matches_lie_within_any_text(text: str, words: str) -> None:
    spans = MATCHER.spans(text, words)
    assert list(spans) == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


MATCHER = Matcher()


@given(st.text(st.sampled_from("ab \n.é中"), max_size=60), st.data())
def test_gaps_hold_every_unaccounted_character_and_no_other_letter(
    text: str, data: st.DataObject
) -> None:
    cut = st.integers(0, len(text))
    spans = [Span(*sorted((data.draw(cut), data.draw(cut)))) for _ in range(2)]
    claims = tuple(Claim("x", (span,)) for span in spans if span.start < span.end)
    reading = Reading(Document(text, "", ""), (), claims, (), ())
    unaccounted = {
        place
        for span, account in accounts(reading)
        if account is Account.UNACCOUNTED
        for place in range(span.start, span.end)
    }
    found = list(gaps(reading))
    held = {place for gap in found for place in range(gap.start, gap.end)}
    assert {place for place in held if text[place].isalnum()} == unaccounted
    assert all("\n" not in gap.of(text) for gap in found)


def test_gaps_of_an_older_file_are_worked_out_from_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    older_file(path)
    fresh = file_with(tmp_path / "new.db", harbour())
    sql = "SELECT * FROM gap ORDER BY start"
    old = open_store(path)
    assert [tuple(r) for r in old.rows(sql)] == [tuple(r) for r in fresh.rows(sql)]
    counted = {row["what"]: row["claims"] for row in old.rows("SELECT * FROM tally")}
    assert counted == {"claim": 3, "assessment": 1, "decided": 1}
    assert list(tallies.wrong_tallies(old)) == []


def test_lists_are_values() -> None:
    assert Lists.__slots__ == ("store", "reviewer", "blind")
