"""Bars for a page, drawn as SVG inside it: no library, no script, no style of their own.

In: labels, numbers and the class that gives each its colour. Out: SVG as text.
"""

from collections.abc import Sequence

from factcheck.export.page.tags import element, opening, text
from factcheck.export.words import Words

_ROW, _BAR, _LABEL, _WIDTH, _NUMBER = 26, 16, 190, 640, 60
# Longer labels are cut in a picture; beside it they stand in full.
_LONGEST = 26

Bars = Sequence[tuple[str, int, str]]  # label, number, class


def bars(title: str, rows: Bars, words: Words) -> str:
    """Return a bar chart with a row for each label; "" where there is nothing to show."""
    most = max((count for _, count, _ in rows), default=0)
    if not most:
        return ""
    drawn = [_row(place, row, most, words) for place, row in enumerate(rows)]
    height = _ROW * len(rows)
    said = "; ".join(f"{label}: {words.number(count)}" for label, count, _ in rows)
    return "".join(
        (
            opening("svg", viewBox=f"0 0 {_WIDTH} {height}", role="img", class_="chart"),
            element("title", text(title)),
            element("desc", text(said)),
            *drawn,
            "</svg>",
        )
    )


def _row(place: int, row: tuple[str, int, str], most: int, words: Words) -> str:
    label, count, colour = row
    middle = place * _ROW + _ROW // 2
    length = round((_WIDTH - _LABEL - _NUMBER) * count / most, 1)
    cut = label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
    return "".join(
        (
            element("text", text(cut), x=_LABEL - 8, y=middle + 5, text_anchor="end"),
            element("rect", x=_LABEL, y=middle - _BAR // 2, width=length, height=_BAR, rx=2,
                    class_=colour),
            element("text", words.number(count), x=_LABEL + length + 6, y=middle + 5),
        )
    )  # fmt: skip


def strip(title: str, rows: Bars, words: Words) -> str:
    """Return one bar that is divided among the labels; "" where there is nothing to show."""
    whole = sum(count for _, count, _ in rows)
    if not whole:
        return ""
    pieces, at = [], 0.0
    for label, count, colour in rows:
        width = _WIDTH * count / whole
        said = f"{label}: {words.share(count, whole)}"
        rect = element("rect", element("title", text(said)), x=round(at, 2), y=0,
                       width=round(width, 2), height=_ROW, class_=colour)  # fmt: skip
        pieces.append(rect if count else "")
        at += width
    said = "; ".join(f"{label}: {words.share(count, whole)}" for label, count, _ in rows)
    return "".join(
        (
            opening("svg", viewBox=f"0 0 {_WIDTH} {_ROW}", role="img", class_="chart"),
            element("title", text(title)),
            element("desc", text(said)),
            *pieces,
            "</svg>",
        )
    )
