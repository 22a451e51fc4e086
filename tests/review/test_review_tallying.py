"""Rules are counted, settings are named in the rows, and nothing that was decided is lost."""

from pathlib import Path

import pytest

from desk import counting, ticking
from factcheck.annotate import RULES
from factcheck.model.document import Document
from factcheck.model.records import RuleTally
from factcheck.model.rules import RuleSettings
from factcheck.review import mismatch
from factcheck.review.mismatch import RULE as NOT_IN_SOURCE
from factcheck.review.reading import READER, read, reader_under
from factcheck.review.session import Session
from factcheck.review.tallying import read_again, read_otherwise, rules_table
from factcheck.store import named
from factcheck.store.database import open_store
from factcheck.store.rulebook import tally

TEXT = """Harbour dispute

The port always lost money, and many people never saw it.

Critics say traffic fell by half.
"""
ABSOLUTE = "rhetoric.absolute"
OFF = RuleSettings(off=(ABSOLUTE,), add=(("rhetoric.loaded", ("money",)),))


class Desk:
    """A session whose project changes its mind."""

    def __init__(self, path: Path) -> None:
        self.rules = RuleSettings()
        store = open_store(path, create=True)
        self.session = Session(
            store, "ana", now=ticking(), randomness=counting(), rules=lambda: self.rules
        )
        self.article, _ = self.session.ingest(Document(TEXT, "Harbour dispute", "port.txt"))

    def decide(self, *, confirm: bool) -> None:
        for number in range(1, self.article.claims + 1):
            claim = self.session.claim(self.article.id, number)
            found = [f.id for f in claim.findings if f.rule == ABSOLUTE]
            if found:
                act = self.session.confirm if confirm else self.session.dismiss
                act(claim.id, *found)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "claims.db")


def counted(desk: Desk, rule: str = ABSOLUTE) -> RuleTally:
    found = {each.rule: each for each in tally(desk.session.store, desk.article.id)}
    return found.get(rule, RuleTally(rule))


def test_a_rule_counts_what_it_said_and_what_was_made_of_it(desk: Desk) -> None:
    assert (counted(desk).findings, counted(desk).precision) == (2, None)
    desk.decide(confirm=False)
    assert (counted(desk).confirmed, counted(desk).dismissed) == (0, 2)
    assert counted(desk).precision == 0
    desk.decide(confirm=True)
    assert (counted(desk).confirmed, counted(desk).dismissed) == (2, 0)
    desk.session.undo()
    assert counted(desk) in tally(desk.session.store)


def test_every_rule_is_listed_with_its_meaning(desk: Desk) -> None:
    desk.rules = OFF
    table = rules_table(desk.session, desk.article)
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    assert list(rows) == sorted(RULES)
    assert rows[ABSOLUTE]["project"] == "off"
    assert rows["rhetoric.loaded"]["project"] == "+money"
    assert all(rows[rule]["meaning"] == RULES[rule] for rule in RULES)


def test_a_rule_of_another_version_is_listed_too(desk: Desk) -> None:
    with desk.session.store.writing():
        desk.session.store.execute("UPDATE finding SET rule = 'old.rule' WHERE position = 0")
    row = next(row for row in rules_table(desk.session).rows if row[0] == "old.rule")
    assert (row[1], row[-1]) == (1, "no rule of this version")


def test_other_rules_are_another_reading(desk: Desk) -> None:
    assert read_otherwise(desk.session) == ()
    desk.rules = OFF
    assert [article.number for article in read_otherwise(desk.session)] == [1]
    (again,) = read_again(desk.session)
    assert again.reader == reader_under(OFF) != READER
    assert again.reader.startswith(f"{READER}+")
    assert desk.session.claim(again.id, 1).current
    assert read_again(desk.session) == read_otherwise(desk.session) == ()
    assert counted(desk).findings == 0
    assert counted(desk, "rhetoric.loaded").findings == 1


def test_decisions_outlive_the_rule_and_come_back_with_it(desk: Desk) -> None:
    desk.decide(confirm=False)
    desk.rules = OFF
    read_again(desk.session)
    assert (counted(desk).findings, counted(desk).dismissed) == (0, 2)
    desk.rules = RuleSettings()
    read_again(desk.session)
    assert (counted(desk).findings, counted(desk).dismissed) == (2, 2)
    assert list(desk.session.verify()) == []


def test_settings_change_findings_and_nothing_else() -> None:
    document = Document(TEXT, "", "-")
    plain, changed = read(document), read(document, OFF)
    assert (plain.segments, plain.claims, plain.citations) == (
        changed.segments, changed.claims, changed.citations,
    )  # fmt: skip
    assert ABSOLUTE in {finding.rule for finding in plain.findings}
    assert ABSOLUTE not in {finding.rule for finding in changed.findings}


def test_a_file_is_verified_under_the_rules_it_was_read_under(desk: Desk) -> None:
    desk.rules = OFF
    read_again(desk.session)
    desk.rules = RuleSettings()
    assert list(desk.session.verify()) == []
    with desk.session.store.writing():
        desk.session.store.execute(
            "UPDATE finding SET strength = 0.9 WHERE message LIKE '%project'"
        )
    assert any(problem.startswith("finding") for problem in desk.session.verify())


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM rule_settings",
        "UPDATE rule_settings SET settings = '{}'",
        "UPDATE rule_settings SET settings = '[]'",
        "UPDATE rule_settings SET settings = '3'",
        'UPDATE rule_settings SET settings = \'{"off": ["x"]}\'',
    ],
)
def test_rules_that_went_missing_are_found(desk: Desk, change: str) -> None:
    desk.rules = OFF
    read_again(desk.session)
    with desk.session.store.writing():
        desk.session.store.execute(change)
    assert list(desk.session.verify()) == [
        "article 1: the file no longer holds the rules it was read under"
    ]


@pytest.mark.parametrize(("off", "left"), [((), 1), ((NOT_IN_SOURCE,), 0)])
def test_what_rests_on_captures_outlives_reading_again_unless_it_is_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off: tuple[str, ...], left: int
) -> None:
    desk = Desk(tmp_path / "claims.db")
    session, first = desk.session, desk.session.claim(desk.article.id, 1)
    words = first.spans[0]
    row = {
        "id": "f1:x", "document": desk.article.id, "rule": NOT_IN_SOURCE, "start": words.start,
        "stop": words.end, "quote": first.quotes[0], "message": "", "quoted": 0, "strength": 0.5,
    }  # fmt: skip
    monkeypatch.setattr(named, "claims_with_snapshots", lambda store, article, claims: (1,))
    monkeypatch.setattr(mismatch, "_rows", lambda claim, text, sources: [row])
    desk.rules = RuleSettings(off=(*off, ABSOLUTE))
    read_again(session)
    assert counted(desk, NOT_IN_SOURCE).findings == left
