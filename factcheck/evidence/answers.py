"""Read what registries answer: JSON of Crossref and Open Library, Atom of arXiv; works out.

Answers come from strangers: whatever is not as documented is left out, and nothing is raised.
"""

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

from factcheck.model.candidate import Candidate

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_MOST = 20


def crossref_works(answer: str) -> Iterator[Candidate]:
    """Yield the works of an answer of Crossref's /works, one or a list."""
    message = _dict(_json(answer).get("message"))
    for item in _list(message.get("items")) or ([message] if message.get("DOI") else []):
        work = _dict(item)
        doi = str(work.get("DOI") or "")
        yield Candidate(
            "crossref",
            f"doi:{doi}",
            f"https://doi.org/{doi}",
            _first(work.get("title")),
            tuple(
                " ".join(filter(None, (str(a.get("given") or ""), str(a.get("family") or ""))))
                for a in map(_dict, _list(work.get("author")))
            ),
            _first(work.get("container-title")) or str(work.get("publisher") or ""),
            _year(work),
        )


def _year(work: dict[str, Any]) -> str:
    for name in ("published-print", "published-online", "published", "issued"):
        parts = _list(_dict(work.get(name)).get("date-parts"))
        if parts and _list(parts[0]) and _list(parts[0])[0]:
            return str(_list(parts[0])[0])
    return ""


def openlibrary_works(answer: str) -> Iterator[Candidate]:
    """Yield the books of an answer of Open Library's /search.json."""
    for doc in map(_dict, _list(_json(answer).get("docs"))):
        key = str(doc.get("key") or "")
        isbn = _first(doc.get("isbn"))
        yield Candidate(
            "openlibrary",
            f"ISBN {isbn}" if isbn else key,
            f"https://openlibrary.org{key}",
            str(doc.get("title") or ""),
            tuple(map(str, _list(doc.get("author_name")))),
            _first(doc.get("publisher")),
            str(doc.get("first_publish_year") or ""),
        )


def arxiv_works(answer: str) -> Iterator[Candidate]:
    """Yield the papers of an answer of arXiv's /api/query."""
    # Entities are left as they are: a document may not read files or grow without end.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        feed = etree.fromstring(answer.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    for entry in feed.findall(f"{_ATOM}entry")[:_MOST]:
        link = _text(entry, f"{_ATOM}id")
        number = link.rpartition("/abs/")[2]
        if not number or "/api/errors" in link:
            continue
        names = (_text(author, f"{_ATOM}name") for author in entry.findall(f"{_ATOM}author"))
        yield Candidate(
            "arxiv",
            f"arXiv:{number}",
            f"https://arxiv.org/abs/{number}",
            _text(entry, f"{_ATOM}title"),
            tuple(names),
            _text(entry, f"{_ARXIV}journal_ref") or "arXiv",
            _text(entry, f"{_ATOM}published")[:4],
        )


def _text(element: "etree._Element", path: str) -> str:
    return " ".join((element.findtext(path) or "").split())


def _json(answer: str) -> dict[str, Any]:
    try:
        return _dict(json.loads(answer))
    except (ValueError, RecursionError):
        return {}


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value[:_MOST] if isinstance(value, list) else []


def _first(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and value else str(value or "")
