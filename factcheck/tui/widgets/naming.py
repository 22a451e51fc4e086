"""What stands above a pane: in, a title; out, the pane drawn anew only where it is another one."""

from textual.content import Content
from textual.widget import Widget


def entitle(pane: Widget, title: str) -> None:
    """Write *title*, which is not read as markup, above a pane; it is drawn anew by it."""
    wanted = Content(title)
    if pane.border_title != wanted.markup:
        pane.border_title = wanted
