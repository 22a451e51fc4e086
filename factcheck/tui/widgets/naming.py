"""What stands above a pane: in, a title; out, that line, drawn anew where it changed."""

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def entitle(pane: Widget, title: str) -> None:
    """Write *title*, which is not read as markup, on the upper border of a pane."""
    wanted = Content(title)
    if pane.border_title != wanted.markup:
        # The public name would have every line of the pane drawn anew, at every claim.
        pane._border_title = wanted  # noqa: SLF001
        pane.refresh(Region(0, 0, pane.outer_size.width, 1).translate(-pane.content_offset))
