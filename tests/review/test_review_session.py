"""What a session refuses, answers and writes beside its acts."""

import subprocess
import sys
from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import UsageError
from factcheck.model.document import Document
from factcheck.model.flag import Flag
from factcheck.review import editing
from factcheck.review.reading import read
from factcheck.review.session import Session
from factcheck.store.database import Store
from factcheck.store.edits import reading_order
from factcheck.store.strangers import opened_here
from readings import harbour

SAID = """The fund lost 14 million euros in 2021, the auditor Ines Roy said on Monday.

The mayor Per Holm said the bridge was closed in May.
"""

SAID_IN_CHINESE = "市长王明表示，大桥在五月关闭了，修理费用为四千万元。\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return file_with(tmp_path / "claims.db", harbour())


def article(session: Session) -> str:
    return session.articles()[0].id


def test_a_verdict_that_is_not_there_cannot_be_cleared(store: Store) -> None:
    session = reviewer(store)
    with pytest.raises(UsageError, match="no verdict of yours"):
        session.assess(session.claim(article(session), 1).id, None)


def test_a_flag_is_set_once_and_taken_off_once(store: Store) -> None:
    session = reviewer(store)
    claim = session.claim(article(session), 1).id
    session.flag(claim, Flag.RHETORICAL, on=True)
    with pytest.raises(UsageError, match="is set already"):
        session.flag(claim, Flag.RHETORICAL, on=True)
    session.flag(claim, Flag.RHETORICAL, on=False)
    with pytest.raises(UsageError, match="is not set already"):
        session.flag(claim, Flag.RHETORICAL, on=False)


def test_the_report_is_written_from_the_session(store: Store, tmp_path: Path) -> None:
    session = reviewer(store)
    path = tmp_path / "report.md"
    assert session.write_report(article(session), str(path)) == str(path)
    assert path.read_text(encoding="utf-8").startswith("# Fact check")


def test_quotations_and_earlier_checks_of_a_claim_are_lines(store: Store) -> None:
    session = reviewer(store)
    claim = session.claim(article(session), 1)
    assert session.quotations(claim)
    assert session.lists.checked_before(claim) == ()


def test_a_file_that_is_not_there_was_not_opened(tmp_path: Path) -> None:
    assert not opened_here(tmp_path / "none.db")


def test_an_order_knows_what_a_later_one_has_lost_and_gained(store: Store) -> None:
    session = reviewer(store)
    here = article(session)
    before = reading_order(store, here)
    editing.reword(session, session.claim(here, 1), "The port lost two million euros in 2021.")
    after = reading_order(store, here)
    assert before.changes(after) == ((1,), (4,))
    assert after.changes(before) == ((4,), (1,))
    assert after.after(4) in {0, 1}
    assert after.after(2) == 2
    assert after.nearest(2) == 2
    assert after.nearest(1) == 4


@pytest.mark.parametrize("text", [SAID, SAID_IN_CHINESE])
def test_a_claim_reworded_keeps_who_is_said_to_have_said_it(tmp_path: Path, text: str) -> None:
    store = file_with(tmp_path / "claims.db", read(Document(text, "Said", "said.txt")))
    session = reviewer(store)
    here = article(session)
    told = [
        claim
        for number in range(1, session.articles()[0].claims + 1)
        if (claim := session.claim(here, number)).attribution is not None
    ]
    assert told
    for claim in told:
        act = editing.reword(session, claim, claim.text.rstrip(".。") + " 2021")
        made = session.claim(here, act.number)
        assert made.attribution is not None
        assert made.attribution.source == (claim.attribution and claim.attribution.source)


def test_a_session_opens_without_what_compares_quotations() -> None:
    code = (
        "import sys, factcheck.review.session;"
        "print({'lxml', 'rapidfuzz', 'urllib3', 'numpy', 'trafilatura'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
