"""Find the title of a text.

In: a text. Out: one line of at most `MAX_TITLE` characters.
"""

import re

# What fits beside the number and the progress of an article in a list of articles.
MAX_TITLE = 120
# A Markdown title may stand under a date, a section name, a rule; further down it is a chapter.
_TOP_LINES = 20

_MARKDOWN_TITLE = re.compile(r"#[ \t].*\w.*")
_HEADING_MARKS = re.compile(r"^#{1,6}[ \t]|[ \t]#+$")


def title_of(text: str) -> str:
    """Return the `# Title` at the top of *text*, else its first line that has a word.

    White space is collapsed. What is too long is cut between words and ends in "…".
    """
    top = [line.strip() for line in text.lstrip().split("\n", _TOP_LINES)[:_TOP_LINES]]
    marked = (line for line in top if _MARKDOWN_TITLE.fullmatch(line))
    worded = (line for line in top if any(map(str.isalnum, line)))
    line = next(marked, None) or next(worded, top[0])
    return _shortened(" ".join(_HEADING_MARKS.sub("", line).split()))


def _shortened(title: str) -> str:
    if len(title) <= MAX_TITLE:
        return title
    room = MAX_TITLE - len("…")
    words = title[: room + 1].rpartition(" ")[0]
    return (words or title[:room]) + "…"
