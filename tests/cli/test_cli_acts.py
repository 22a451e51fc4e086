"""Commands that act: the same acts as in the review screen, with the same gates."""

import pytest

from command import Run


@pytest.fixture
def opened(run: Run) -> Run:
    run("ingest", "port.txt")
    return run


def test_a_verdict_with_its_evidence(opened: Run) -> None:
    done = opened(
        "assess", "c1", "supported", "--rationale", "The report says so.",
        "--source", "https://example.org/report", "--stance", "supports", "--primary",
        "--quote", "€2 million", "--locator", "p. 4", "--title", "Annual report",
    )  # fmt: skip
    assert (done.code, done.out) == (0, "c1 → supported\n")
    row = opened("query", "select source, stance, quote, primacy from evidence").out.splitlines()[1]
    assert row.split("  ")[0] == "https://example.org/report"
    assert row.endswith("primary")


def test_a_verdict_without_its_evidence_is_refused_in_words(opened: Run) -> None:
    done = opened("assess", "1", "refuted")
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        "factcheck: this verdict needs evidence of its stance",
        "  try: attach the evidence first, or together with the verdict",
    ]


def test_a_verdict_is_taken_back(opened: Run) -> None:
    opened("assess", "1", "unproven")
    assert opened("assess", "1", "clear").out == "c1 verdict cleared\n"


def test_evidence_is_attached_and_retracted(opened: Run) -> None:
    done = opened("attach", "2", "searched: court records", "--stance", "context")
    assert done.out == "c2 evidence context: court records\n"
    opened("attach", "2", "minutes.pdf", "--stance", "supports", "--secondary", "--note", "draft")
    ids = opened("query", "select id from evidence").out.split()[1:]
    assert opened("retract", "2", ids[0], "--reason", "wrong court").out == (
        "c2 evidence retracted: wrong court\n"
    )
    assert opened("query", "select count(*) as n from evidence").out.split() == ["n", "1"]


def test_flags_and_findings(opened: Run) -> None:
    assert opened("flag", "2", "outdated").out == "c2 flag outdated set\n"
    assert opened("flag", "2", "outdated", "--off").out == "c2 flag outdated taken off\n"
    rules = opened("query", "select number, rule from findings").out.splitlines()[1:]
    number, rule = rules[0].split()
    done = opened("flag", number, "--confirm", rule)
    assert "(finding confirmed)" in done.out
    assert opened("flag", number, "--dismiss", rule).out == f"c{number} finding dismissed\n"
    done = opened("flag", number, "--confirm", "rhetoric.nothing")
    assert (done.code, "has no finding" in done.err) == (1, True)


def test_notes_deferral_undo_and_redo(opened: Run) -> None:
    assert opened("undo").out == "nothing to undo\n"
    assert opened("note", "3", "Asked the port on Monday.").out == (
        "c3 note: Asked the port on Monday.\n"
    )
    assert opened("defer", "3").out == "c3 deferred\n"
    assert opened("undo").out == "c3 undone: deferred\n"
    assert opened("redo").out == "c3 redone: deferred\n"
    assert opened("redo").out == "nothing to redo\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "1", "supported", "--source", "https://example.org"),
        ("assess", "1", "supported", "--stance", "supports"),
        ("attach", "1", "minutes.pdf"),
        ("flag", "1"),
        ("flag", "1", "outdated", "--confirm", "x"),
        ("flag", "1", "wrong"),
        ("nothing",),
        ("assess",),
    ],
)
def test_what_does_not_go_together_is_a_usage_error(
    opened: Run, arguments: tuple[str, ...]
) -> None:
    done = opened(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "1", "true"),
        ("assess", "99", "unproven"),
        ("assess", "1", "unproven", "--article", "7"),
        ("assess", "1", "unproven", "--db", "none.db"),
        ("attach", "1", "javascript:alert(1)", "--stance", "context"),
        ("attach", "1", " ", "--stance", "context"),
        ("attach", "1", "searched: x", "--stance", "supports"),
        ("note", "1", "  "),
        ("retract", "1", "01X", "--reason", "x"),
    ],
)
def test_what_is_not_there_is_an_error_in_words(opened: Run, arguments: tuple[str, ...]) -> None:
    done = opened(*arguments)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("factcheck: ")
    assert "\n  try: " in done.err
    assert opened("query", "select count(*) as n from event").out.split() == ["n", "0"]
