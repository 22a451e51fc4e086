"""The question before a link is opened: the whole link is shown first."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.model.evidence import is_web_link
from factcheck.model.records import EvidenceRecord
from factcheck.tui.describe import FAINT
from factcheck.tui.keymaps import worded
from factcheck.tui.keys import LINK_KEYS, bindings

_KEYS_SHOWN = (
    "{link.open} open · {link.next} {link.previous} other link · {link.close} close, open nothing"
)


def links_of(evidence: Iterable[EvidenceRecord]) -> tuple[str, ...]:
    """Return the links among *evidence* that may be opened: http and https with a host."""
    sources = (each.source for each in evidence)
    return tuple(dict.fromkeys(source for source in sources if is_web_link(source)))


def ask_link(
    app: App[None], evidence: Iterable[EvidenceRecord], say: Callable[[str], None]
) -> None:
    """Show the links among *evidence* in full and open the one that is chosen."""
    links = links_of(evidence)

    def chosen(link: str | None) -> None:
        if link is not None:
            app.open_url(link)
            say(f"opened {link}")

    if links:
        app.push_screen(LinkQuestion(links), chosen)
    else:
        say("the evidence of this claim has no http or https link")


class LinkQuestion(ModalScreen[str | None], inherit_bindings=False):
    """Shows one of several links in full; its result is the link to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LINK_KEYS)]

    def __init__(self, links: tuple[str, ...]) -> None:
        super().__init__()
        self._links = links
        self._place = 0

    def compose(self) -> ComposeResult:
        """Lay out the link and the keys."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(self._shown(), id="link", markup=False)
            yield Static(Content.styled(worded(self, _KEYS_SHOWN), FAINT), id="keys", markup=False)

    def action_open(self) -> None:
        """Open the link that is shown."""
        self.dismiss(self._links[self._place])

    def action_close(self) -> None:
        """Close without opening anything."""
        self.dismiss(None)

    def action_move(self, step: int) -> None:
        """Show the next link, or the one before."""
        self._place = (self._place + step) % len(self._links)
        self.query_one("#link", Static).update(self._shown())

    def _shown(self) -> Content:
        # Every character is printable, or `is_web_link` would have refused it.
        return Content.assemble(
            ("Open this link?", "bold $heading"),
            (f"  {self._place + 1} of {len(self._links)}\n", FAINT),
            (self._links[self._place], "underline"),
        )
