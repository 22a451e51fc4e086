"""The built program in a real terminal: what a reviewer did is there after a SIGKILL."""

from pathlib import Path

import pytest

from desk import reviewer
from factcheck.store.database import open_store
from terminal import Terminal

ARTICLE = """Harbour dispute

The port lost €2 million in 2021. Ines Roy called it a disgrace. Critics say traffic fell by half.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "port.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_what_the_screen_acknowledged_survives_a_kill(desk: Path) -> None:
    with Terminal("open", "port.txt", cwd=desk) as terminal:
        terminal.wait_for("The port lost")
        terminal.press("5", shows="c1 → unproven")
        terminal.press("1", shows="Saving stores both together")
        terminal.press("https://example.org/roy\t", shows="example.org/roy")
        terminal.press("\x13", shows="c2 → supported")
        terminal.press("6", shows="c3 → not-checkable")
        terminal.kill()

    session = reviewer(open_store(desk / "claims.db"))
    article = session.articles()[0].id
    claims = [session.claim(article, number) for number in (1, 2, 3)]
    assert [claim.verdict for claim in claims] == ["unproven", "supported", "not-checkable"]
    assert [item.source for item in claims[1].evidence] == ["https://example.org/roy"]
    assert list(session.verify()) == []
    session.close()

    with Terminal("review", cwd=desk) as terminal:
        terminal.wait_for("3 of 3")
        terminal.press("u", shows="c3 undone: → not-checkable")
        terminal.press("u", shows="c2 undone: → supported")
        terminal.press("U", shows="c2 redone")
        assert terminal.leave("q") == 0

    session = reviewer(open_store(desk / "claims.db"))
    claims = [session.claim(article, number) for number in (1, 2, 3)]
    assert [claim.verdict for claim in claims] == ["unproven", "supported", None]
    assert list(session.verify()) == []


def test_an_edit_that_the_screen_acknowledged_survives_a_kill(desk: Path) -> None:
    with Terminal("open", "port.txt", cwd=desk) as terminal:
        terminal.wait_for("The port lost")
        terminal.press("s", shows="reword it")
        terminal.press("r", shows="worded so already")
        terminal.press(" again", shows="again")
        terminal.press("\x13", shows="c1 reworded as c4")
        terminal.kill()
    session = reviewer(open_store(desk / "claims.db"))
    assert session.find_claim("4", None).text.endswith(" again")
    assert [row.number for row in session.rows(session.articles()[0].id, 1, 9)] == [4, 2, 3]
    assert list(session.verify()) == []
    session.close()
    with Terminal("review", cwd=desk) as terminal:
        terminal.wait_for("0 of 3")
        terminal.press("u", shows="c1 undone: reworded")
        terminal.press("U", shows="c1 redone")
        assert terminal.leave("q") == 0


def test_a_suspended_review_goes_on_where_it_was(desk: Path) -> None:
    with Terminal("open", "port.txt", cwd=desk) as terminal:
        terminal.wait_for("The port lost")
        terminal.press("5", shows="c1 → unproven")
        assert terminal.suspended("\x1a")
        terminal.resume("The port lost")
        terminal.press("5", shows="c2 → unproven")
        assert terminal.leave("q") == 0
    session = reviewer(open_store(desk / "claims.db"))
    assert list(session.verify()) == []


def test_a_terminal_that_goes_away_ends_the_program(desk: Path) -> None:
    with Terminal("open", "port.txt", cwd=desk) as terminal:
        terminal.wait_for("The port lost")
        terminal.press("5", shows="c1 → unproven")
        assert terminal.hang_up() != 0
    session = reviewer(open_store(desk / "claims.db"))
    assert session.find_claim("1", None).verdict == "unproven"


def test_nothing_from_an_article_reaches_the_terminal_as_a_command(desk: Path) -> None:
    evil = (
        "Tax \x1b]52;c;cm0gLXJm\x07 fell \x9b31m by \u202e5 % [red]in[/] [@click=app.quit]May[/].\n"
    )
    (desk / "evil.txt").write_text(evil, encoding="utf-8")
    with Terminal("open", "evil.txt", cwd=desk) as terminal:
        terminal.wait_for("[@click=app.quit]")
        terminal.press("5", shows="c1 → unproven")
        assert terminal.leave("q") == 0
    assert "]52;c;cm0g" not in terminal.raw.replace("␛]52", "")
    assert not {"\x9b", "\u202e"} & set(terminal.raw)
