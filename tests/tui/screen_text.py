"""An application under test: started, driven by keys, and read as text."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

from textual.pilot import Pilot

from factcheck.review.settings import Settings
from factcheck.tui.app import ReviewApp
from factcheck.tui.screens.review import ReviewScreen
from tui.fake_session import FakeSession

if TYPE_CHECKING:
    from factcheck.review.session import Session

REFERENCE = (120, 40)
SMALL = (80, 24)

Drive = Callable[[Pilot[None]], Awaitable[None]]


class Clock:
    """A clock that stands still until it is told; each look may move it on."""

    def __init__(self, step: float = 1.0) -> None:
        self.time = 0.0
        self.step = step

    def __call__(self) -> float:
        self.time += self.step
        return self.time


def app_for(
    session: FakeSession,
    *,
    number: int = 1,
    delay: float = 0.0,
    clock: Clock | None = None,
    settings: Settings = Settings(),  # noqa: B008 - a frozen value
) -> ReviewApp:
    """Return the application for a session in memory."""
    clock = clock or Clock()
    return ReviewApp(
        cast("Session", session), "a1", number=number, delay=delay, clock=clock, settings=settings
    )


def drive(app: ReviewApp, steps: Drive, *, size: tuple[int, int] = REFERENCE) -> None:
    """Run *app* in a terminal of *size* and do *steps* to it."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())


def review_of(app: ReviewApp) -> ReviewScreen:
    """Return the review, whatever is open above it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, ReviewScreen))


def line_widths(app: ReviewApp) -> list[int]:
    """Return how many cells each line of the screen takes."""
    return [strip.cell_length for strip in app.screen._compositor.render_strips()]


def screen_text(app: ReviewApp) -> str:
    """Return the screen as lines of text, without the blanks at their ends."""
    strips = app.screen._compositor.render_strips()
    lines = ("".join(segment.text for segment in strip) for strip in strips)
    return "\n".join(line.rstrip() for line in lines) + "\n"
