"""The help: the table of keys as a view."""

from collections.abc import Iterator, Sequence

from factcheck.tui.describe import FAINT, HEADING, Line, content
from factcheck.tui.keymaps import Keymap
from factcheck.tui.keyrow import IN_FLAGS, Key
from factcheck.tui.keys import groups, shown
from factcheck.tui.screens.view import View

_SIGNS = (
    ("· … ↺", "open, deferred, stale"),
    ("▁ █", "check-worthiness"),
    ("2f", "undecided findings"),
    ("1e", "pieces of evidence"),
    ("R U …", "flags, by their letters"),
)
_SIGNS_IN_TEXT = (
    ("▌ ›", "current claim, text cursor"),
    ("f", "a finding: underlined"),
    ("○", "a gap, in no claim: dim"),
    ("§", "a citation: italic"),
    ("‸", "inserted words go here"),
)
_FLAG_LETTERS = "a digit goes to a finding"
# Where the columns begin, by groups of the table: as high as each other, near enough.
_FIRST, _SECOND = 3, 7


def help_view(keymap: Keymap) -> View:
    """Return the help for the keys as mapped: those of the review, then every other screen's."""
    named = groups(keymap.rows)
    left = [line for name, rows in named[:_FIRST] for line in _group(name, rows)]
    middle = [line for name, rows in named[_FIRST:_SECOND] for line in _group(name, rows)]
    right = [line for name, rows in named[_SECOND:] for line in _group(name, rows)]
    signs, in_text = (
        [((f"{sign:<12}", "bold"), (meaning, "")) for sign, meaning in rows]
        for rows in (_SIGNS, _SIGNS_IN_TEXT)
    )
    return View(
        "Keys",
        content(
            [
                *left,
                (("Signs in the list", HEADING),),
                *signs,
                (),
                (("Signs in the article", HEADING),),
                *in_text,
            ]
        ),
        content(middle),
        content(right),
    )


def _group(name: str, rows: Sequence[Key]) -> Iterator[Line]:
    yield ((name, HEADING),)
    for row in rows:
        keys = " ".join(shown(key) for key in row.keys)
        yield ((f"{keys:<12}", "bold"), (row.description, ""))
    if name == IN_FLAGS:
        yield ((_FLAG_LETTERS, FAINT),)
    yield ()
