"""Small charts as lines of text: what they say stands in signs and numbers, colour repeats it.

In: labels, counts, a width in cells. Out: lines. Nothing is wider than it was told to be.
"""

from collections.abc import Iterator, Sequence

from factcheck.model.visible import one_line
from factcheck.tui.describe import FAINT, Line
from factcheck.tui.wrap import cells, cut_to

# A label, how much, how much in words, and the style of its bar.
Row = tuple[str, float, str, str]
# A sign, how often, and its style.
Part = tuple[str, int, str]

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LONGEST_LABEL = 18


def bar(share: float, width: int) -> str:
    """Return *share* of *width* cells as a bar, in eighths of a cell, blanks after it.

    What is more than nothing has at least the thinnest stroke.
    """
    width = max(width, 0)
    # Written so that NaN, of which every comparison is false, becomes an empty bar.
    eighths = round(min(share, 1.0) * width * 8) if share > 0 else 0
    eighths = max(eighths, 1) if share > 0 and width else eighths
    full, rest = divmod(eighths, 8)
    return ("█" * full + _EIGHTHS[rest] * bool(rest)).ljust(width)


def percent(part: float, whole: float) -> str:
    """Return *part* of *whole* in hundredths; what is more than nothing is never 0 %."""
    if not whole:
        return "–"
    share = 100 * part / whole
    return "<1 %" if 0 < share < 1 else f"{share:.0f} %"


def bars(rows: Sequence[Row], width: int, *, whole: float = 0.0) -> Iterator[Line]:
    """Yield a line for each row: label, bar, words; bars as long as their share of *whole*.

    Without *whole* the longest bar takes all of the room.
    """
    labels = [cut_to(one_line(label), _LONGEST_LABEL) for label, *_ in rows]
    left = max(map(_width, labels), default=0)
    right = max((_width(words) for _, _, words, _ in rows), default=0)
    room = max(width - left - right - 4, 0)
    most = whole or max((value for _, value, _, _ in rows), default=0.0)
    for label, (_, value, words, style) in zip(labels, rows, strict=True):
        drawn = bar(value / most if most else 0.0, room)
        yield (
            (label + " " * (left - _width(label) + 2), ""),
            (drawn, style),
            (" " * (right - _width(words) + 2), ""),
            (words, FAINT),
        )


def strip(parts: Sequence[Part], width: int) -> Line:
    """Return one line of signs, each as often as its share of the whole asks for.

    A part that is there has at least one sign where there is room for all parts.
    """
    there = [part for part in parts if part[1] > 0][: max(width, 0)]
    whole = sum(count for _, count, _ in there)
    if not whole:
        return ()
    lengths = [max(1, width * count // whole) for _, count, _ in there]
    while sum(lengths) > width:
        lengths[lengths.index(max(lengths))] -= 1
    lengths[lengths.index(max(lengths))] += width - sum(lengths)
    return tuple(
        (sign * length, style) for (sign, _, style), length in zip(there, lengths, strict=True)
    )


def _width(text: str) -> int:
    return sum(map(cells, text))
