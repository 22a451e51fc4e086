"""What Markdown makes of a text: the tree of tokens without the words, and the words alone."""

from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

COMMONMARK = MarkdownIt("commonmark")
# Tables, struck-out words, links told from bare domain names; notes, sums and definitions as well.
GENEROUS = (
    MarkdownIt("gfm-like", {"html": True})
    .use(footnote_plugin)
    .use(dollarmath_plugin)
    .use(deflist_plugin)
)
DIALECTS = (COMMONMARK, GENEROUS)


def structure(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Return the types of all tokens, nested ones behind their parent, but for words."""
    return tuple(token.type for token in _flat(tokens) if token.type != "text")


def words(tokens: Iterable[Token]) -> str:
    """Return what a reader sees."""
    return "".join(
        token.content for token in _flat(tokens) if token.type in {"text", "code_inline"}
    )


def targets(tokens: Iterable[Token]) -> tuple[str, ...]:
    """Return where the links lead, in order."""
    return tuple(str(token.attrs["href"]) for token in _flat(tokens) if token.type == "link_open")


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())
