"""Pages that answer and say that they are not there: a capture and its words in, why out."""

import re
from urllib.parse import urlsplit

from factcheck.model.capture import Capture
from factcheck.model.visible import one_line

# Said by pages that should have answered 404: their title or first lines. Own selection, after
# the idea of Bar-Yossef, Broder, Kumar, Tomkins: Sic transit gloria telae, WWW 2004.
_NOT_HERE = re.compile(
    r"\b(?:page|article|document|file|site)\b[^.\n]{0,40}\b(?:not\sfound|no\slonger\s(?:exists|available)"
    r"|does\s?(?:n.t|\snot)\sexist|(?:has\sbeen|was)\sremoved|cannot\sbe\sfound)"
    r"|\berror\s404\b|\b404\b[^\n]{0,20}\b(?:error|not\sfound|page)\b|\bnot\sfound\s*404\b"
    r"|we\s(?:can.t|can\s?not|could\snot|couldn.t)\sfind\sth(?:at|e|is)\spage"
    r"|\bseite\b[^.\n]{0,30}nicht\sgefunden|\bpage\sintrouvable\b|página\sno\sencontrada"
    r"|页面不存在|找不到(?:该|此)?页面|该页面已被删除",
    re.IGNORECASE,
)
# Such pages are short, and say it at once.
_SHORT = 3_000
_AT_ONCE = 300


def soft_404(capture: Capture, text: str, text_before: str | None = None) -> str:
    """Return why a page that answers is none, "" where it is one.

    What it said when it was captured before is no reason: some pages are about lost pages.
    """
    begin = text[:_AT_ONCE]
    said = _NOT_HERE.search(begin) if len(text) < _SHORT else _NOT_HERE.match(begin)
    if said and not (text_before and _NOT_HERE.search(text_before[:_AT_ONCE])):
        return f"the page says “{one_line(said[0])}”"
    if len(capture.hops) > 1 and _is_home(capture.final_url) and not _is_home(capture.url):
        return "it leads to the home page"
    return ""


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in {"", "/", "/index.html"} and not parts.query
