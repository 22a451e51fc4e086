"""What a page's article is, and what the page says of itself: HTML in, text and particulars out."""

from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from factcheck.model.document import About
from factcheck.model.visible import one_line

# The library takes minutes over more; an article's page has less.
LARGEST = 2_000_000
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Content:
    """The words of the article without markup, its title, and what is said about it."""

    text: str = ""
    title: str = ""
    about: About = field(default_factory=About)


def main_content(html: str, address: str = "") -> Content:
    """Return what trafilatura takes for the article and its particulars; nothing where it fails.

    *address* is where the page was read, "" for a file; a link that the page names comes first.
    """
    if len(html) > LARGEST:
        return Content(about=About(address=address))
    from trafilatura import bare_extraction  # noqa: PLC0415 - it takes longer than the whole start

    try:
        found: Any = bare_extraction(
            html,
            url=address or None,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=True,
        )
    except (ValueError, TypeError, AttributeError, RecursionError, etree.LxmlError):
        found = None
    if found is None:
        return Content(about=About(address=address))
    about = About(
        _said(found.author), _said(found.sitename), _said(found.date), "", _said(found.url)
    )
    return Content(found.text or "", _said(found.title), about)


def _said(value: object) -> str:
    return one_line(str(value or ""))[:_LONGEST]
