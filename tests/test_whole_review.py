"""The seed article, reviewed whole in a real terminal by keys alone, and the report of it.

The reviewer reads, splits two claims, merges two, rewords three, looks through findings and sets
flags, then decides every claim; nothing is waited for but what the screen shows.
"""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest

from desk import reviewer
from factcheck.cli import main
from factcheck.model.records import ClaimRecord
from factcheck.model.verdict import DEFAULT_SCALE, Verdict
from factcheck.store.database import open_store
from terminal import Terminal

SEED = Path(__file__).parents[1] / "seeds" / "000_c312bf23caa994f9.txt"
CLEAR, SAVE, ESCAPE = "\x15", "\x13", "\x1b"
# Words that find a claim, and what becomes of it.
SPLIT = {
    "engaged in research exchanges": (
        "Microsoft Research Asia (MSRA) has engaged in research exchanges with CAS scholars.",
        "MSRA has trained CAS scholars in technical matters.",
    ),
    "complete roster": (
        "A complete roster of who was accepted in these programs is not publicly available.",
        "What those accepted in these programs worked on is not publicly available.",
    ),
}
MERGED = "The Star Leap Program (星跃计划) is a program for graduate students, launched in 2021."
REWORDED = {
    "deeply tied": "Microsoft remains more deeply tied to China than many other tech companies.",
    "expert on trajectory": "Yao Di is an expert on trajectory data.",
    "raised his head": "Liu Guodong raised his head to the stars.",
}
FLAGGED = {
    "Soda Green": "not a claim",
    "targets foreign": "citation mismatch",
    "highlighted several": "missing context",
}
NOTED = {"over a decade": "Asked both press offices – no answer by noon; “later”, they said."}
# Verdicts by their keys, given in turn, and the place of a claim that is put off before.
TURN = "143526"
DEFERRED = 12


class Review(NamedTuple):
    """Where the file is, the claims as they were read, and how each was decided in the end."""

    desk: Path
    before: tuple[ClaimRecord, ...]
    plan: tuple[tuple[ClaimRecord, str, Verdict], ...]


def claims_of(desk: Path) -> tuple[ClaimRecord, ...]:
    """Return the claims in reading order, as they are on the disk now."""
    session = reviewer(open_store(desk / "claims.db"))
    article = session.article(None).id
    rows = session.rows(article, 1, 1000)
    found = tuple(session.claim(article, row.number) for row in rows)
    session.close()
    return found


def find(terminal: Terminal, words: str) -> None:
    terminal.press(f"/{CLEAR}{words}\r", shows="match 1 of 1")


def edit_claims(terminal: Terminal) -> None:
    for words, (first, second) in SPLIT.items():
        find(terminal, words)
        terminal.press("ss", shows="Split c")
        terminal.press(f"{CLEAR}{first}\t{CLEAR}{second}", shows="Result 2")
        terminal.press(SAVE, shows="split into c")
    find(terminal, "similar initiative")
    terminal.press("sm", shows="Result")
    terminal.press(f"\t{CLEAR}{MERGED}", shows="launched in 2021.")
    terminal.press(SAVE, shows="merged")
    for words, wording in REWORDED.items():
        find(terminal, words)
        terminal.press(f"sr{CLEAR}{wording}", shows="Result")
        terminal.press(SAVE, shows="reworded")
    terminal.press(ESCAPE, shows="every claim is shown")


def remark(terminal: Terminal) -> None:
    find(terminal, "army of hackers")
    terminal.press("f", shows="Findings")
    terminal.press("+", shows="confirmed")
    terminal.press("2-", shows="dismissed")
    terminal.press("q", shows="undoes")
    for words, flag in FLAGGED.items():
        find(terminal, words)
        terminal.press(f"f{flag[0]}", shows=f"■ {flag}")
        terminal.press("q", shows="undoes")
    for words, note in NOTED.items():
        find(terminal, words)
        terminal.press(f"c{note}{SAVE}", shows="note")


def pasted(text: str) -> str:
    """Return what a terminal sends when *text* is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def evidence(number: int, key: str) -> str:
    """Return the keys that fill the evidence form: no stance is chosen, the form knows it."""
    link, words = pasted(f"https://archive.example/{number}"), pasted(f"the words of {number}")
    fields = (link, "", f"S{number}", words, "", "", "p", pasted(f"see {number}"))
    return key + "\t".join(fields) + SAVE


def decisions(claims: tuple[ClaimRecord, ...]) -> Iterator[tuple[ClaimRecord, str, Verdict]]:
    """Yield each claim with the keys that decide it, and the verdict."""
    scale = {verdict.key: verdict for verdict in DEFAULT_SCALE}
    for claim, key in zip(claims, cycle(TURN), strict=False):
        yield claim, evidence(claim.number, key) if scale[key].needs else key, scale[key]


def decide(terminal: Terminal, plan: tuple[tuple[ClaimRecord, str, Verdict], ...]) -> None:
    """Decide every claim from the first to the last; one is put off once, and come back to."""
    terminal.press("g", shows=f"Claim c{plan[0][0].number}")
    for place, (claim, keys, verdict) in enumerate(plan):
        if place == DEFERRED:
            terminal.press(" ", shows=f"c{claim.number} deferred")
            terminal.press("K", shows=f"Claim c{claim.number}")
        terminal.press(keys, shows=f"c{claim.number} → {verdict.verdict}")
    terminal.wait_for("nothing is open for you any more")


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """Review the article in a terminal, from the first key to the last."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "seed.txt").write_bytes(SEED.read_bytes())
    with Terminal("open", "seed.txt", cwd=desk) as terminal:
        terminal.wait_for("0 of ")
        before = claims_of(desk)
        edit_claims(terminal)
        remark(terminal)
        plan = tuple(decisions(claims_of(desk)))
        decide(terminal, plan)
        assert terminal.leave("q") == 0
    return Review(desk, before, plan)


def printed(review: Review, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command of the program prints about the file."""
    options = ["--db", str(review.desk / "claims.db")]
    main.main([*arguments, *options], standalone_mode=False)
    return capsys.readouterr().out


def reported(review: Review, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what the report says of each claim, in its order, without the marks of Markdown."""
    report = printed(review, capsys, "report").replace("\\", "")
    claims = report.split("\n## Claims\n")[1].split("\n## ")[0]
    return claims.split("\n### Claim ")[1:]


def test_every_claim_is_decided_as_the_reviewer_said(review: Review) -> None:
    after = claims_of(review.desk)
    assert len(after) == len(review.before) + len(SPLIT) - 1
    said = [(claim.text, verdict.verdict) for claim, _, verdict in review.plan]
    assert [(claim.text, claim.verdict) for claim in after] == said


def test_split_merged_and_reworded_claims_stand_in_the_place_of_the_old(review: Review) -> None:
    wordings = [claim.text for claim, _, _ in review.plan]
    for first, second in SPLIT.values():
        assert wordings.index(second) == wordings.index(first) + 1
    assert {MERGED, *REWORDED.values()} < set(wordings)
    old = {claim.text for claim in review.before} - set(wordings)
    assert len(old) == len(SPLIT) + 2 + len(REWORDED)
    assert not any(word in wording for word in SPLIT for wording in old & set(wordings))


def test_the_file_is_whole_afterwards(review: Review, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nothing disagrees" in printed(review, capsys, "verify")
    count = len(review.plan)
    assert f"{count} of {count} claims decided" in printed(review, capsys, "status")
    mine = printed(review, capsys, "status", "--reviewer", "ana")
    assert f"{count} decided by you, 0 deferred, 0 open for you" in mine


def test_the_report_has_every_claim_with_its_verdict_and_evidence(
    review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = reported(review, capsys)
    assert len(parts) == len(review.plan)
    for part, (claim, _, verdict) in zip(parts, review.plan, strict=True):
        assert part.startswith(f"{claim.number}: {verdict.label}\n")
        assert f"- {verdict.label} (ana, " in part
        wording = part.replace("[", "").replace("]", "").replace("\n", " ")
        assert claim.text.rstrip(".") in wording
        assert (f"[S{claim.number}](https://archive.example/{claim.number})" in part) is bool(
            verdict.needs
        )
        assert (f"Rationale: see {claim.number}\n" in part) is bool(verdict.needs)


def test_the_report_has_what_was_remarked_and_what_was_edited(
    review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    report = printed(review, capsys, "report").replace("\\", "")
    assert "“could serve as”: words that weaken the statement" in report
    assert report.count("(confirmed by ana)") == report.count("(dismissed by ana)") == 1
    assert report.count(" was split into ") == len(SPLIT)
    assert report.count(" was merged into ") == 2
    assert report.count(" was reworded as ") == len(REWORDED)
    for note in NOTED.values():
        assert note in report
    assert all(f"\n- {flag}: " in report for flag in FLAGGED.values())
