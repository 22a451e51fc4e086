"""HTML from plain values: text is escaped, attributes are quoted, what is no web link is no link.

In: names, attributes, text. Out: HTML as text.
"""

from html import escape as _escape

from factcheck.export.escape import percent
from factcheck.model.evidence import is_web_link
from factcheck.model.visible import one_line, visible


def text(words: object) -> str:
    """Return *words* as HTML text on one line that shows exactly `one_line(words)`."""
    return _escape(one_line(str(words)))


def lines(words: str) -> str:
    """Return *words* as HTML text; every character but line breaks is made visible."""
    return "\n".join(_escape(visible(line)) for line in words.split("\n"))


def element(name: str, /, *inner: str, **attributes: object) -> str:
    """Return an element around *inner*, which is HTML already; None leaves an attribute out.

    `class_` and `for_` stand for the words that Python keeps for itself, `_` for `-`.
    """
    return f"{opening(name, **attributes)}{''.join(inner)}</{name}>"


def opening(name: str, /, **attributes: object) -> str:
    """Return the opening tag of an element."""
    listed = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{listed}>"


def link(label: str, url: str) -> str:
    """Return a link to *url*; what is no http or https link is shown and leads nowhere."""
    shown = text(label) or text(url)
    if not is_web_link(url):
        return " ".join(
            part
            for part in (text(label), element("code", text(url)) if url.strip() else "")
            if part
        )
    return element("a", shown, href=percent(url), rel="noopener noreferrer nofollow")
