"""What a browser makes of a page: its elements in order, its words, where its links lead."""

from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Parsed(HTMLParser):
    """The tags of a page with their classes, its text, its links; raises where it is unbalanced."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.article = ""
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes |= known.keys()
        self.links += [known[name] for name in ("href", "src", "action") if name in known]
        self.ids += [known["id"]] if "id" in known else []
        if tag not in VOID:
            self._open.append((tag, known.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self._open]
        if "style" in inside:
            return
        self.text.append(data)
        if ("div", "article") in self._open and "sup" not in inside:
            self.article += data
