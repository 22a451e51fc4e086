"""Lines for the screen: from a stretch of text and a width in cells to rows.

Rows are spans into the text. Only the block asked about is looked at, so that the size of the
whole text does not matter.
"""

from rich.cells import get_character_cell_size

from factcheck.model.span import Span
from factcheck.model.visible import visible

# Longer lines are laid out in pieces: what one step of scrolling may cost at most.
BLOCK_LIMIT = 4096
# How far back from the end of such a piece a space is looked for, so that no word is cut.
_WORD_LIMIT = 200

# What no row begins with where words are not set apart by spaces.
_NOT_FIRST = frozenset("，。、！？；：）」』》】”’…,.!?;:)%")

# What of a text is looked at to tell whether blank lines set its paragraphs apart.
_SAMPLE_LINES, _SAMPLE_LIMIT = 200, 100_000
# Of so many lines with words one may be followed by a blank one before the text counts as spaced by
# itself; hard-wrapped paragraphs of news are seldom longer than that.
_LINES_FOR_A_BLANK = 12
# Lines that begin so stand as close together as they were written.
_ITEM = ("- ", "* ", "• ", "– ", "— ")
# How much of the next line is looked at to tell whether it is blank.
_PEEK = 80

_VARIATION_SELECTOR = "\ufe0f"


def displayed(text: str) -> str:
    """Return *text* as the screen shows it, one character for one character."""
    return visible(text.replace("\t", " ").replace("\n", " "))


def cells(character: str) -> int:
    """Return how many cells *character* may take: never less than a terminal uses."""
    if character < "\x7f":
        return 1
    # The selector turns a narrow sign before it into a wide picture.
    return 1 if character == _VARIATION_SELECTOR else get_character_cell_size(character)


def cut_to(text: str, width: int) -> str:
    """Return *text* on one line in at most *width* cells, `…` at its end where it was cut."""
    used = 0
    for index, character in enumerate(text):
        used += cells(character)
        if used > width:
            return _head(text[:index], width - 1) + "…" if width > 0 else ""
    return text


def _head(text: str, width: int) -> str:
    while text and sum(map(cells, text)) > width:
        text = text[:-1]
    return text.rstrip()


def wrap(text: str, width: int) -> tuple[int, ...]:
    """Return where each row of *text* ends, for rows of *width* cells.

    Ends ascend and the last is the end of the text. White space belongs to the row before it and
    may stand out on its right; a word wider than a row is broken.
    """
    ends: list[int] = []
    start = used = breakable = 0
    after_wide = False
    for index, character in enumerate(text):
        size = cells(character)
        if (size == 2 or (size and after_wide)) and character not in _NOT_FIRST:
            breakable = index
        if used + size > width and index > start and not character.isspace():
            start = breakable if breakable > start else index
            ends.append(start)
            used = sum(map(cells, text[start:index]))
        used += size
        # A mark that combines stays with the character before it.
        after_wide = size == 2 or (size == 0 and after_wide)
        if character.isspace():
            breakable = index + 1
    return (*ends, len(text)) if text else ()


def block_at(text: str, offset: int) -> Span:
    """Return the block of *text* around *offset*: a line, or a piece of a long line.

    Blocks tile the text; a line break ends the block before it.
    """
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end + 1
    piece = (offset - start) // BLOCK_LIMIT
    first, last = _cut(text, start, end, piece), _cut(text, start, end, piece + 1)
    if offset < last:
        return Span(first, last)
    return Span(last, _cut(text, start, end, piece + 2))


def _cut(text: str, start: int, end: int, piece: int) -> int:
    """Return where piece number *piece* of the line [start, end) begins."""
    cut = start + piece * BLOCK_LIMIT
    if piece == 0 or cut >= end:
        return min(cut, end)
    space = text.rfind(" ", cut - _WORD_LIMIT, cut)
    return space + 1 if space >= 0 else cut


def runs_together(text: str) -> bool:
    """Say whether paragraphs of *text* stand one a line with (almost) no blank lines between."""
    # What stands between a title and the text says nothing of the text.
    body = text[:_SAMPLE_LIMIT].strip().partition("\n")[2].strip()
    lines = body.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    filled = sum(bool(line.strip()) for line in lines)
    return (len(lines) - filled) * _LINES_FOR_A_BLANK <= filled


def gap_after(text: str, block: Span) -> bool:
    """Say whether a blank row is to follow *block*: it ends a line, and words follow below."""
    line, below = block.of(text), text[block.end : block.end + _PEEK].partition("\n")[0]
    if not line.endswith("\n") or not line.strip() or not below.strip():
        return False
    return not (line.lstrip().startswith(_ITEM) and below.lstrip().startswith(_ITEM))


class Layout:
    """The rows of one text at one width, worked out where they are asked for.

    Where it is *spaced*, the line break between two lines with words is a row of its own: a blank
    one.
    """

    # More blocks than any screen shows, so that scrolling back and forth wraps nothing twice.
    _KEPT = 512

    def __init__(self, text: str, width: int, *, spaced: bool = False) -> None:
        self.text = text
        self.spaced = spaced
        self.width = max(width, 1)
        self._wrapped: dict[Span, tuple[Span, ...]] = {}

    def rows_from(self, offset: int, count: int) -> tuple[Span, ...]:
        """Return at most *count* rows, beginning with the one that holds *offset*."""
        rows: list[Span] = []
        while len(rows) < count and offset < len(self.text):
            block = block_at(self.text, offset)
            rows += [row for row in self._rows(block) if row.end > offset]
            offset = block.end
        return tuple(rows[:count])

    def above(self, offset: int, count: int) -> int:
        """Return the start of the row *count* rows above the one that holds *offset*."""
        if not self.text:
            return 0
        offset = min(offset, len(self.text) - 1)
        block = block_at(self.text, offset)
        starts = [row.start for row in self._rows(block) if row.start <= offset]
        while len(starts) <= count and block.start > 0:
            block = block_at(self.text, block.start - 1)
            starts = [row.start for row in self._rows(block)] + starts
        return starts[max(len(starts) - 1 - count, 0)]

    def top_for(self, offset: int, height: int) -> int:
        """Return the first row's start for a screen of *height* rows that begins at *offset*.

        The screen stays full where the text is long enough.
        """
        start = self.above(offset, 0)
        missing = height - len(self.rows_from(start, height))
        return self.above(start, missing) if missing > 0 else start

    def _rows(self, block: Span) -> tuple[Span, ...]:
        if block not in self._wrapped:
            if len(self._wrapped) >= self._KEPT:
                self._wrapped.clear()
            shown = displayed(block.of(self.text))
            if self.spaced and gap_after(self.text, block):
                ends = (*wrap(shown[:-1], self.width), len(shown))
            else:
                ends = wrap(shown, self.width)
            starts = (0, *ends[:-1])
            self._wrapped[block] = tuple(
                Span(block.start + start, block.start + end)
                for start, end in zip(starts, ends, strict=True)
            )
        return self._wrapped[block]
