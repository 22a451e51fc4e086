"""Commands that edit claims: everything that the screen can do, in a line."""

import pytest

from command import Run


@pytest.fixture
def opened(run: Run) -> Run:
    run("ingest", "port.txt")
    return run


def wordings(run: Run) -> list[str]:
    rows = run("query", "select text from claims order by start, number").out.splitlines()
    return rows[1:]


def test_a_claim_is_reworded(opened: Run) -> None:
    done = opened("reword", "1", "The port lost money in 2021.", "--preview")
    assert done.code == 0
    assert "⟨money⟩" in done.out
    before = wordings(opened)
    done = opened("reword", "1", "The port lost money in 2021.")
    assert done.out == f"c1 reworded as c{len(before) + 1}\n"
    assert wordings(opened)[0] == "The port lost money in 2021."
    assert opened("undo").out == "c1 undone: reworded\n"
    assert wordings(opened) == before


def test_cuts_are_listed_and_taken(opened: Run) -> None:
    opened("reword", "1", "The port lost money and the crane failed.")
    number = str(len(wordings(opened)) + 1)
    listed = opened("split", number).out
    assert listed == "1  The port lost money. | the crane failed.\n"
    assert "⟨" in opened("split", number, "--cut", "1", "--preview").out
    assert "split into" in opened("split", number, "--cut", "1").out
    assert wordings(opened)[:2] == ["The port lost money.", "the crane failed."]


def test_a_claim_is_split_by_wordings(opened: Run) -> None:
    done = opened("split", "c1", "The port lost €2 million.", "It lost it in 2021.")
    assert done.out.startswith("c1 split into c")
    assert opened("split", "2", "--cut", "9").code == 2
    assert opened("split", "2", "a", "b", "--cut", "1").code == 2


def test_a_claim_without_cuts_says_so(opened: Run) -> None:
    opened("reword", "1", "The port lost money.")
    assert "no cut is proposed" in opened("split", str(len(wordings(opened)) + 1)).out


def test_claims_are_merged(opened: Run) -> None:
    done = opened("merge", "1", "2", "--wording", "The port lost money, a disgrace.", "--preview")
    assert "⟨" in done.out
    assert "merged into c" in opened("merge", "1", "2").out
    assert opened("merge", "3").code == 1


def test_claims_are_added_and_taken_off(opened: Run) -> None:
    assert "added from the text" in opened("add", "Is that true").out
    assert opened("add", "no such words").code == 1
    done = opened("add", "a")
    assert (done.code, "times" in done.err, "--at one of" in done.err) == (1, True, True)
    start = done.err.split("--at one of ")[1].split(",")[0]
    assert opened("add", "a", "--at", start, "--wording", "The port.").code == 0
    assert "taken off the list" in opened("not-a-claim", "2", "--reason", "an opinion").out
    done = opened("note", "2", "x")
    assert (done.code, "no claim by ana" in done.err) == (1, True)
    assert "an opinion" in opened("history").out


def test_lists_and_reports_can_look_back(opened: Run) -> None:
    opened("assess", "1", "unproven")
    opened("reword", "1", "The port lost money in 2021.")
    ids = opened("query", "select id from history where kind = 'assess'").out.split()
    then = opened("claims", "--as-of", ids[1]).out
    assert "unproven" in then
    assert "lost money" not in then
    assert "stale" in opened("claims").out
    assert "Claim 1: Unproven" in opened("report", "--as-of", ids[1]).out
    assert opened("claims", "--as-of", "1999-01-01").code == 1
    for options in ((), ("--status", "unproven"), ("--status", "open", "--sort", "last-touched")):
        past = opened("claims", "--as-of", ids[1], "--format", "csv", *options).out
        assert "lost money" not in past
        assert (",unproven," in past) is ("open" not in options)
    assert "lost money" in opened("claims", "--status", "stale", "--format", "jsonl").out
    assert opened("verify").code == 0
