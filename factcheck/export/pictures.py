"""Draw a report: verdicts, flags, check-worthiness against verdict, coverage along the text.

In: a `Report`. Out: the bytes of one SVG or PNG picture; the same bytes for the same report, in one
version of matplotlib, which comes with the extra `pictures`.
"""

import io
import warnings
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.export.options import Options, chosen
from factcheck.export.outcome import labels_of
from factcheck.export.page.look import class_of
from factcheck.export.summary import by_outcome
from factcheck.export.words import Words
from factcheck.model.report import Report, tally_of
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# As on the page: told apart in print and by the colour-blind, and always named as well.
_COLOURS = {
    "v-true": "#1f6f43", "v-most": "#6f9a45", "v-half": "#c98a12", "v-false": "#b3312c",
    "v-none": "#7b8088", "v-clash": "#7d4aa6", "v-open": "#9a9da2",
}  # fmt: skip
# Longer labels would leave no room for the bars.
_LONGEST = 28
# What a picture is made of: no time, no dice, and `$` and `_` in labels are letters.
_SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "factcheck", "svg.fonttype": "path", "text.parse_math": False,
    "text.usetex": False, "font.family": "DejaVu Sans", "font.size": 9,
}  # fmt: skip
# Points of this size stay apart up to some thousand claims.
_POINT = 14
# The article is drawn as this many columns, each as long as its share of the text.
_COLUMNS = 400


def picture(report: Report, form: str, options: Options) -> bytes:
    """Return the picture as "svg" or "png".

    Raises:
        UsageError: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError as error:
        raise UsageError(
            "pictures need matplotlib", hint="install factcheck-annotator[pictures]"
        ) from error
    report = chosen(report, options)
    marker = {"Title": "factcheck", "Date": None} if form == "svg" else {"Software": "factcheck"}
    out = io.BytesIO()
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        # A letter that the font lacks is drawn as a box; that is no reason to say something.
        warnings.simplefilter("ignore", UserWarning)
        figure = Figure(figsize=(10, 7.5), layout="constrained")
        axes = figure.subplots(2, 2)
        _verdicts(axes[0][0], report, options.words)
        _flags(axes[0][1], report, options.words)
        _worth(axes[1][0], report, options.words)
        _coverage(axes[1][1], report, options.words)
        figure.savefig(out, format=form, dpi=120, metadata=marker)
    return out.getvalue()


def _cut(label: str) -> str:
    shown = one_line(label)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def _colours(report: Report) -> dict[str, str]:
    return {one.verdict: _COLOURS[class_of(one.rating, "", known=True)] for one in report.scale} | {
        status: _COLOURS[class_of(None, status, known=False)]
        for status in ("disagreement", "deferred", "open")
    }


def _bars(axes: "Axes", title: str, rows: list[tuple[str, int, str]]) -> None:
    places = range(len(rows))
    drawn = axes.barh(places, [row[1] for row in rows], color=[row[2] for row in rows])
    axes.bar_label(drawn, padding=3)
    axes.set_yticks(places, [_cut(row[0]) for row in rows])
    axes.invert_yaxis()
    axes.margins(x=0.15)
    axes.set_title(title, loc="left")
    axes.locator_params(axis="x", integer=True)
    axes.spines[["top", "right"]].set_visible(False)


def _verdicts(axes: "Axes", report: Report, words: Words) -> None:
    colours, labels = _colours(report), labels_of(report.scale, words)
    rows = [
        (label, count, colours.get(name, _COLOURS["v-none"]))
        for label, count, name in by_outcome(report, labels, words)
    ]
    _bars(axes, words("page.chart_verdicts"), rows)


def _flags(axes: "Axes", report: Report, words: Words) -> None:
    flags = tally_of(report).flags
    rows = [(words.name("flag", flag), count, _COLOURS["v-half"]) for flag, count in flags]
    _bars(axes, words("page.chart_flags"), rows)


def _worth(axes: "Axes", report: Report, words: Words) -> None:
    colours, labels = _colours(report), labels_of(report.scale, words)
    names = [name for _, _, name in by_outcome(report, labels, words)]
    rows = {name: place for place, name in enumerate(names)}
    points = [
        (claim.check_worthiness, rows.get(claim.verdict or claim.status, 0), claim.number)
        for claim in report.claims
    ]
    # Shifted by its number, so that points of one row do not hide each other.
    heights = [row + (number % 7 - 3) / 12 for _, row, number in points]
    shades = [colours.get(names[row], _COLOURS["v-none"]) for _, row, _ in points]
    axes.scatter([worth for worth, _, _ in points], heights, s=_POINT, c=shades)
    shown = [_cut(label) for label, _, _ in by_outcome(report, labels, words)]
    axes.set_yticks(range(len(names)), shown)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlim(0, 1)
    axes.set_title(words("page.chart_worth"), loc="left")
    axes.spines[["top", "right"]].set_visible(False)


def _coverage(axes: "Axes", report: Report, words: Words) -> None:
    """Draw the text from its start to its end: what stands in claims, by what came of them."""
    characters = max(1, report.article.characters)
    colours = _colours(report)
    filled: dict[int, str] = {}
    for claim in report.claims:
        colour = colours.get(claim.verdict or claim.status, _COLOURS["v-none"])
        for span in claim.spans:
            first, last = (at * _COLUMNS // characters for at in (span.start, span.end - 1))
            for column in range(first, last + 1):
                filled.setdefault(column, colour)
    axes.bar(list(filled), [1] * len(filled), width=1.0, align="edge", color=list(filled.values()))
    axes.set_xlim(0, _COLUMNS)
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    axes.set_xticks([0, _COLUMNS], ["0", words.number(report.article.characters)])
    axes.set_title(words("page.chart_along"), loc="left")
