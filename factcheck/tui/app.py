"""The application around the review: themes, the palette, and the last guard before the terminal.

In: a session, an article, the number of a claim. Out: nothing; the session holds what was done.
"""

from __future__ import annotations

import gc
import os
import time
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import on, widgets
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Event, Key, MouseDown, Paste
from textual.filter import LineFilter, Monochrome, NoColor

from factcheck.model.visible import visible
from factcheck.review.settings import Settings
from factcheck.review.timing import record_time
from factcheck.tui.closed import let_go
from factcheck.tui.inorder import KeysInOrder
from factcheck.tui.keymaps import keymap
from factcheck.tui.keys import shown
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.terminal import Terminal
from factcheck.tui.theme import DARK, NONE, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.await_complete import AwaitComplete
    from textual.color import Color
    from textual.screen import Screen
    from textual.theme import Theme

    from factcheck.review.session import Session
    from factcheck.tui.titles import TitleOf

# How long the cursor rests before article and claim follow it. A key held down comes every 33 ms;
# a person sees no delay below 100 ms.
PANE_DELAY = 0.060
# How often a review looks whether its terminal is there, or in a browser its server.
ORPHAN_SECONDS = 2.0


class HarmlessLines(LineFilter):
    """Deletes what `visible` would have replaced, should anything have come past it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return *segments* without control, bidi and zero-width characters."""
        return [
            segment
            if segment.control or segment.text == visible(segment.text)
            else Segment(_harmless(segment.text), segment.style)
            for segment in segments
        ]


def _harmless(text: str) -> str:
    return "".join(
        character for character, seen in zip(text, visible(text), strict=True) if character == seen
    )


# One for all: Textual remembers filtered lines by the filter that filtered them.
_GUARD, _NO_COLOUR = HarmlessLines(), NoColor()


class ReviewApp(App[None], inherit_bindings=False):
    """One article under review."""

    TITLE = "factcheck"
    CSS_PATH = "theme/factcheck.tcss"
    ENABLE_COMMAND_PALETTE = False
    # Three panes leave the article 27 cells a line at this width; with fewer nobody reads.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (112, "-wide")]  # noqa: RUF012 - Textual's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-mid"), (30, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id="quit"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        session: Session,
        article: str,
        *,
        number: int = 1,
        clock: Callable[[], float] = time.monotonic,
        delay: float = PANE_DELAY,
        settings: Settings = Settings(),  # noqa: B008 - a frozen value
        choose: bool = False,
    ) -> None:
        super().__init__()
        self._choose = choose
        self._typed = KeysInOrder(self, super().on_event)
        self.use_command_palette = True
        self.settings = settings
        # Asks the network for the title of a link; None where the reviewer does not let it.
        self.title_of: TitleOf | None = None
        self.keymap = keymap(session.scale, settings.key_set, settings.keys, settings.source)
        self.set_keymap(self.keymap.for_textual())
        self._review = ReviewScreen(
            session, article, number, self.keymap.review,
            clock=clock, delay=delay, settings=settings,
        )  # fmt: skip
        for theme in THEMES.values():
            self.register_theme(theme)
        self._begin_with(THEMES[settings.theme])

    def _begin_with(self, theme: Theme) -> None:
        """Take on *theme*: without a change where it can be, which has every style read twice."""
        if theme.dark and not theme.ansi:  # like the one that Textual begins with
            self.set_reactive(App.theme, theme.name)
            self.watch_theme(theme.name)
            # Before any style is read: those of Textual's own theme would stand till the next turn.
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = theme.name

    def record(self, record: Callable[[str, float], None]) -> None:
        """Let *record* take the id of each claim that is decided, and the seconds it took."""
        self._review.record = record

    def get_default_screen(self) -> Screen[None]:
        """Begin with the review."""
        return self._review

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own colours for themes that do not name them."""
        return DARK.variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Add the guard to the filters of Textual, and take colours away where none are wanted."""
        ours = (_NO_COLOUR, _GUARD) if self.theme == NONE.name else (_GUARD,)
        theirs = super().get_line_filters()
        # Which theme is shown says whether there are colours, not what the environment once said.
        return (*(each for each in theirs if not isinstance(each, Monochrome | NoColor)), *ours)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every key of the review as a command of the palette."""
        for key in self.keymap.review:
            if key.action != "app.command_palette":
                title = key.description[0].upper() + key.description[1:]
                action = partial(screen.run_action, key.action)
                yield SystemCommand(title, f"key {' '.join(map(shown, key.keys))}", action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Let nothing of the application act while somebody types."""
        if action not in {"quit", "help_quit"}:
            return True
        # Named here: Textual loads a widget when it is first named, and this one takes long.
        return not isinstance(self.focused, widgets.Input | widgets.TextArea)

    def on_mount(self) -> None:
        """Begin with the list of articles where one is to be chosen."""
        if self._choose:
            self._review.call_after_refresh(self._review.action_do, "articles", "quit")

    async def on_event(self, event: Event) -> None:
        """Note that somebody pressed something: the claim on the screen takes its time."""
        if isinstance(event, Key | MouseDown) and not event.is_forwarded:
            self._review.pressed()
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._typed.take(event)
        else:
            await super().on_event(event)

    def on_ready(self) -> None:
        """Keep what was loaded out of the garbage collector's way: it made keys slow."""
        if not self.is_headless:  # where nobody presses keys, it would only keep memory
            gc.freeze()
            gc.enable()
        if (server := os.environ.get("FACTCHECK_SERVER")) is not None:
            self.set_interval(ORPHAN_SECONDS, partial(self._end_without, server))
        elif isinstance(self._driver, Terminal):
            self.set_interval(ORPHAN_SECONDS, partial(self._end_without_terminal, self._driver))

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top, and let go of it once what was below it is drawn."""
        closing = super().pop_screen()
        if not self.is_headless:
            self.screen.call_after_refresh(let_go)
        return closing

    def _end_without(self, server: str) -> None:
        """End when the process that passes on keys and pictures is gone: nobody would tell us."""
        if str(os.getppid()) != server:
            self.exit()

    def get_driver_class(self) -> type[Driver]:
        """Draw where Textual would, but on a terminal that is looked after."""
        theirs = super().get_driver_class()
        return Terminal if theirs is LinuxDriver else theirs

    def _end_without_terminal(self, terminal: Terminal) -> None:
        """End when the terminal is gone: what was decided is on disk already."""
        if terminal.has_gone():
            terminal.leave()
            self.exit()

    def action_suspend_process(self) -> None:
        """Give the shell its terminal back until `fg`, where there is a shell."""
        if self._driver is not None and self._driver.can_suspend:
            super().action_suspend_process()
        else:
            self._review.say("there is no shell to go back to")

    @on(Driver.SignalResume)
    def draw_again(self) -> None:
        """Draw everything anew: the shell has written over it."""
        self.refresh(layout=True)

    def action_turn_theme(self) -> None:
        """Turn to the next theme."""
        names = [theme.name for theme in THEMES.values()]
        chosen = list(THEMES)[(names.index(self.theme) + 1) % len(names)]
        self.theme = THEMES[chosen].name
        self._review.say(f"theme: {chosen}", "the setting `theme` keeps it")

    def watch_theme(self, theme: str) -> None:
        """Let the style sheet know whether there are colours."""
        self.no_color = theme == NONE.name


def run_review(
    session: Session,
    article: str,
    *,
    number: int = 1,
    choose: bool = False,
    settings: Settings = Settings(),  # noqa: B008 - a frozen value
    title_of: TitleOf | None = None,
) -> None:
    """Review *article*, beginning at claim *number*, until the reviewer quits.

    With *choose* the list of articles comes first, and *article* is where its cursor stands.
    *title_of* is asked for the title of a pasted link, if the settings let the network be used.

    Raises:
        UsageError: the *settings* map keys that are none, or one key to two acts.
    """
    app = ReviewApp(session, article, number=number, settings=settings, choose=choose)
    if settings.record_time:
        app.record(partial(record_time, session))
    if settings.network:
        app.title_of = title_of
    app.run()
    if app.return_code:  # it ended by a fault, which it has told of
        raise SystemExit(app.return_code)
