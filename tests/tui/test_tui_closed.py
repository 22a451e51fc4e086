"""What has closed is let go of: a review goes on for hours."""

import weakref

from textual.pilot import Pilot
from textual.widget import Widget

from factcheck.tui.closed import let_go
from tui.sample_review import sample
from tui.screen_text import app_for, drive


def test_nothing_of_a_closed_view_stays_in_memory() -> None:
    app = app_for(sample())

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("question_mark")
        drawn = [weakref.ref(each._styles_cache) for each in app.screen.walk_children(Widget)]
        assert len(drawn) > 3
        await pilot.press("escape")
        await pilot.pause()
        let_go()
        assert not [one for one in drawn if one() is not None]

    drive(app, steps)
