"""Keep the words of strangers from becoming Markdown or HTML.

In: any text. Out: one line of Markdown that renders as that text and nothing else, in CommonMark
and in GitHub's dialect. A character is escaped where it could begin or end structure and left
alone elsewhere, so that a report can be read before it is rendered.
"""

import re
from functools import lru_cache

from factcheck.model.evidence import is_web_link
from factcheck.model.visible import one_line

_STRUCTURE = re.compile(
    r"""
      [\\`*_{}\[\]\#|~<>@^$]        # code, emphasis, links, notes, tables, HTML, mentions, sums
    | &(?=[\#\w])                   # a character reference
    | ==|\+\+                       # marked and inserted text
    | (?<=[wW]{3})\.                # www.
    | \.(?=[^\W\d_][^\s.])          # a domain name; "U.S." and "3.5" are none
    | :(?=[^\W\d]|/)                # a scheme, the name of an emoji
    | /(?=/)
    """,
    re.VERBOSE,
)
# What begins a list, a rule, a definition or the line under a heading, where a line begins.
_MARKER = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:]))")

_BEGINNINGS = frozenset("-+=:0123456789")

_ENTITY = re.compile(r"&(?=#?\w+;)")
# What may stand in the target of a link as it is. The rest could end the target, or begin code, a
# sum or the next cell of a table. Letters of all scripts stay readable.
_UNSAFE = re.compile(r"[^\w\-.~:/?#\[\]@!&+,;=%]")
_BACKTICKS = re.compile("`+")


def inline(text: str) -> str:
    """Return *text* as one line of Markdown that shows exactly `one_line(text)`.

    It is safe at the start of a line, in a heading, in a cell, between the brackets of a link.
    Rules look at neighbours: escape what was joined, do not join what was escaped.
    """
    return _short(text) if len(text) <= _SHORT else _inline(text)


def _inline(text: str) -> str:
    escaped = _STRUCTURE.sub(_escaped, one_line(text))
    return _MARKER.sub(r"\1\\", escaped) if escaped[:1] in _BEGINNINGS else escaped


# Labels, names and times come back in every claim; what is longer is hardly said twice.
_SHORT = 64
_short = lru_cache(4096)(_inline)


def within(text: str) -> str:
    """Return a piece of a line, as `inline`, that keeps a blank at either end of it."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return before + inline(text) + after


def _escaped(match: re.Match[str]) -> str:
    return "".join("\\" + character for character in match[0])


def code(text: str) -> str:
    """Return *text* as a code span on one line; "" for blank text. Not for cells of tables."""
    words = one_line(text)
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(words)), default=0))
    if words.startswith("`") or words.endswith("`"):
        words = f" {words} "
    return f"{fence}{words}{fence}" if words else ""


def link(label: str, url: str) -> str:
    """Return a link to *url*, which a blank *label* leaves to speak for itself.

    What is no http or https link is shown as code behind its label and leads nowhere.
    """
    if not is_web_link(url):
        return " ".join(part for part in (inline(label), code(url)) if part)
    target = _ENTITY.sub(r"\\&", percent(url))
    return f"[{inline(label) or inline(url)}]({target})"


def percent(url: str) -> str:
    """Return *url* with every character percent-encoded that has no business in a link."""
    return _UNSAFE.sub(_percent, url)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
