"""The lines at the top and bottom: how far the article is, the last act, the keys that work."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from factcheck.model.listing import Listing, in_words
from factcheck.model.records import Progress
from factcheck.model.verdict import Verdict
from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, Part
from factcheck.tui.glyphs import glyph, style_of
from factcheck.tui.keyrow import Key
from factcheck.tui.keys import shown
from factcheck.tui.wrap import cells, cut_to


def width_of(text: str) -> int:
    """Return how many cells *text* may take."""
    return sum(map(cells, text))


def progress_words(progress: Progress) -> str:
    """Return *progress* in one line."""
    disagreements = "disagreement" if progress.disagreements == 1 else "disagreements"
    return " · ".join((
        f"{progress.decided} of {progress.claims}",
        f"{progress.open} open for you",
        f"{progress.disagreements} {disagreements}",
        f"{progress.unaccounted} characters unaccounted",
    ))  # fmt: skip


def listed_words(listing: Listing, claims: int, found: int, complete: bool) -> str:
    """Return what the list shows where that is not every claim in reading order, else ""."""
    if listing.is_plain:
        return ""
    count = f"{found}{'' if complete else '…'} of {claims}"
    return f"{count} · {one_line(in_words(listing))}"


class ProgressLine(Static):
    """The title of the article, and how far it is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(Content(""), id=id, markup=False)
        self._title = ""
        self._words, self._listed = "", False

    def show(self, title: str, progress: Progress, listed: str = "") -> None:
        """Show *progress* on the right, or what is *listed*, and of *title* what has room."""
        shown = (one_line(title[:400]), listed or progress_words(progress), bool(listed))
        if shown != (self._title, self._words, self._listed):
            self._title, self._words, self._listed = shown
            self.refresh()

    def render(self) -> Content:
        """Share the line between the two."""
        width = self.content_size.width
        words = cut_to(self._words, width)
        room = width - width_of(words) - 3
        title = cut_to(self._title, room) if room > 8 else ""
        gap = " " * max(width - width_of(words) - width_of(title), 0) if title else ""
        style = "bold $accent" if self._listed else FAINT
        return Content.assemble((title, "bold"), gap, (words, style))


class MessageLine(Static):
    """The last act, or what went wrong and what to try."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(Content(""), id=id, markup=False)
        self.text = ""

    def say(self, text: str, then: str = "") -> None:
        """Show what was done and, fainter, what can be done about it."""
        self._show(("", ""), (one_line(text), ""), then)

    def complain(self, message: str, hint: str) -> None:
        """Show what went wrong and what to try."""
        self._show(("✗ ", "bold $error"), (one_line(message), "bold"), hint)

    def _show(self, sign: Part, said: Part, then: str) -> None:
        after = f" · {one_line(then)}" if then else ""
        self.text = f"{sign[0]}{said[0]}{after}"
        self.update(Content.assemble(sign, said, (after, FAINT)), layout=False)


class KeyLines(Static):
    """The verdicts with their keys, and below them the other keys."""

    def __init__(
        self, scale: Sequence[Verdict], keys: Sequence[Key], *, id: str | None = None  # noqa: A002
    ) -> None:  # fmt: skip
        super().__init__(Content(""), id=id, markup=False)
        self._scale = scale
        self._hints = tuple((shown(key.keys[0]), key.hint) for key in keys if key.hint)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many lines the wording takes that fits *width*."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Show the wording that fits."""
        lines = self._lines(self.content_size.width)
        return Content("\n").join(Content.assemble(*line) for line in lines)

    def _lines(self, width: int) -> tuple[list[Part], ...]:
        return (*verdict_lines(self._scale, width), hint_line(self._hints, width))


def verdict_lines(scale: Sequence[Verdict], width: int) -> tuple[list[Part], ...]:
    """Return the verdicts with key and sign on one line, on two, or without their labels."""
    labels = [one_line(verdict.label).lower() for verdict in scale]
    half = (len(scale) + 1) // 2
    # On two lines the verdicts stand in columns.
    column = max((width_of(label) for label in labels), default=0)
    padded = [label + " " * (column - width_of(label)) for label in labels]
    for words, size in ((labels, len(scale)), (padded, half)):
        starts = range(0, len(scale), max(size, 1))
        lines = tuple(_verdicts(scale[at : at + size], words[at : at + size]) for at in starts)
        if all(_width(line) <= width for line in lines):
            return lines
    return (_verdicts(scale, ["" for _ in scale]),)


def _verdicts(scale: Sequence[Verdict], words: Sequence[str]) -> list[Part]:
    parts: list[Part] = []
    for verdict, word in zip(scale, words, strict=True):
        parts += [
            ("   " if parts else "", ""),
            (shown(verdict.key), "bold"),
            (f" {glyph(verdict.verdict)}", style_of(verdict.verdict)),
            (f" {word}" if word else "", ""),
        ]
    return parts


def hint_line(hints: Sequence[tuple[str, str]], width: int) -> list[Part]:
    """Return as many hints as fit; the last two, help and quit, go last."""
    kept = list(hints)
    while len(kept) > 2 and _width(_hinted(kept)) > width:
        del kept[-3]
    return _hinted(kept)


def _hinted(hints: Sequence[tuple[str, str]]) -> list[Part]:
    parts: list[Part] = []
    for key, hint in hints:
        parts += [("   " if parts else "", ""), (key, "bold"), (f" {hint}", FAINT)]
    return parts


def _width(parts: Sequence[Part]) -> int:
    return sum(width_of(text) for text, _ in parts)
