"""What a key and the first frame cost, counted and not timed: layouts, questions, modules."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck.tui.actions.table import MODULES
from tui.real_review import app_of, real
from tui.sample_review import sample
from tui.screen_text import app_for, drive, review_of

# As many as were needed when this was written, and a few for what is still to come.
MOST_STATEMENTS = 110
LOADED_LATER = (
    "factcheck.annotate", "factcheck.export", "factcheck.segment", "factcheck.store.migrations",
    "factcheck.tui.screens.form", "factcheck.tui.screens.flags", "factcheck.tui.screens.filter",
    "factcheck.tui.screens.dashboard", "factcheck.tui.screens.edit", "factcheck.review.quoting",
    "factcheck.review.editing", "factcheck.review.formats", "factcheck.store.apart",
)  # fmt: skip


@pytest.mark.parametrize("keys", [("5",), ("5", "6", "5"), ("j", "k"), ("pagedown",), ("u",)])
def test_no_key_of_the_review_has_the_screen_laid_out_anew(keys: tuple[str, ...]) -> None:
    app = app_for(sample(), number=3)
    layouts: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("j", "5")
        await pilot.pause()
        review = review_of(app)
        review.screen_layout_refresh_signal.subscribe(review, layouts.append)
        await pilot.press(*keys)
        await pilot.pause()
        assert not layouts
        await pilot.press("tab")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert layouts

    drive(app, steps)


def test_a_verdict_asks_the_file_a_bounded_number_of_questions(tmp_path: Path) -> None:
    session = real(tmp_path)
    app = app_of(session, number=2)
    asked: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("5")
        await pilot.pause()
        session.store.connection.set_trace_callback(asked.append)
        await pilot.press("6")
        await pilot.pause()
        session.store.connection.set_trace_callback(None)
        assert 0 < len(asked) <= MOST_STATEMENTS, len(asked)

    drive(app, steps)


def test_the_first_frame_loads_nothing_that_only_a_key_needs() -> None:
    code = (
        "import sys, factcheck.cli.reviewing, factcheck.review.opening, factcheck.tui.app;"
        "print(*(name for name in sys.modules if name.startswith('factcheck.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "factcheck.tui.screens.review" in loaded
    assert not loaded & {*LOADED_LATER, *MODULES.values()}


def test_the_table_of_actions_names_what_its_modules_have() -> None:
    for module in set(MODULES.values()):
        named = {name for name, where in MODULES.items() if where == module}
        assert named == set(import_module(module).ACTIONS)
