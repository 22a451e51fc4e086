"""Find fact-checks in JSON: ClaimReview as JSON-LD in any nesting, answers of the Fact Check Tools.

In: any JSON value. Out: a fact-check for each review, or None for one that names no claim. The
vocabulary is schema.org's ClaimReview; the other form is that of `claims:search` of Google's Fact
Check Tools API.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from factcheck.model.checked import FactCheck

_TYPE = "ClaimReview"
_PREFIXES = ("", "schema:", "http://schema.org/", "https://schema.org/")
# Names of people and firms stand at most so deep in lists and nodes, and not more side by side.
# What refers to itself, or to many that refer to many, ends there.
_DEPTH = 4
_MOST_NAMES = 20

Node = Mapping[str, Any]


def reviews_in(value: Any) -> Iterator[FactCheck | None]:
    """Yield the reviews in a JSON value, in its order, however they are nested."""
    nodes = tuple(_nodes(value))
    known = {node["@id"]: node for node in nodes if _is_described(node)}
    for node in nodes:
        if _TYPE in _types(node):
            yield _of_review(node, known)
        elif isinstance(node.get("claimReview"), list) and "text" in node:
            yield from _of_answer(node)


def _nodes(value: Any) -> Iterator[Node]:
    """Yield every object in *value*; a stack, because a file may be nested deeper than calls."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            yield one
            left.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            left.extend(reversed(one))


def _is_described(node: Node) -> bool:
    """Say whether *node* has a name and more to it than that: others refer to it by the name."""
    return isinstance(node.get("@id"), str) and len(node) > 1


def _types(node: Node) -> tuple[str, ...]:
    given = node.get("@type")
    return tuple(
        one.removeprefix(prefix)
        for one in (given if isinstance(given, list) else [given])
        if isinstance(one, str)
        for prefix in _PREFIXES
        if one.startswith(prefix)
    )


def _of_review(node: Node, known: Mapping[str, Node]) -> FactCheck | None:
    item = _node(_get(node, "itemReviewed"), known)
    rating = _node(_get(node, "reviewRating"), known)
    claim = _text(_get(node, "claimReviewed"), known) or _text(_get(item, "text"), known)
    if not claim:
        return None
    return FactCheck(
        claim=claim,
        claimant=_text(_get(item, "author"), known),
        verdict=_text(_get(rating, "alternateName"), known) or _text(_get(rating, "name"), known),
        rating=_rating(rating, known),
        publisher=_text(_get(node, "author"), known) or _text(_get(node, "publisher"), known),
        url=_text(_get(node, "url"), known),
        date=_text(_get(node, "datePublished"), known),
        language=_text(_get(node, "inLanguage"), known),
    )


def _rating(rating: Node, known: Mapping[str, Node]) -> str:
    value, worst, best = (
        _text(_get(rating, name), known) for name in ("ratingValue", "worstRating", "bestRating")
    )
    return f"{value} of {worst}–{best}" if value and worst and best else value


def _of_answer(claim: Node) -> Iterator[FactCheck | None]:
    words = _text(claim.get("text"), {})
    for review in claim["claimReview"]:
        if not words or not isinstance(review, dict):
            yield None
            continue
        publisher = _node(review.get("publisher"), {})
        yield FactCheck(
            claim=words,
            claimant=_text(claim.get("claimant"), {}),
            verdict=_text(review.get("textualRating"), {}),
            publisher=_text(publisher.get("name"), {}) or _text(publisher.get("site"), {}),
            url=_text(review.get("url"), {}),
            date=_text(review.get("reviewDate"), {}),
            language=_text(review.get("languageCode"), {}),
        )


def _get(node: Node, name: str) -> Any:
    return next((node[prefix + name] for prefix in _PREFIXES if prefix + name in node), None)


def _node(value: Any, known: Mapping[str, Node]) -> Node:
    """Return the object that a value is, names, or begins with; an empty one where it is none."""
    for one in _first(value):
        if isinstance(one, dict):
            name = one.get("@id")
            return known.get(name, one) if isinstance(name, str) and len(one) == 1 else one
        if isinstance(one, str) and one in known:
            return known[one]
    return {}


def _first(value: Any) -> Iterable[Any]:
    return value[:1] if isinstance(value, list) else (value,)


def _text(value: Any, known: Mapping[str, Node], depth: int = _DEPTH) -> str:
    """Return the words of a value: itself, its `@value`, its name, or several joined by commas."""
    if isinstance(value, str):
        return value if value not in known else _text({"@id": value}, known, depth)
    if isinstance(value, bool) or value is None or not depth:
        return ""
    if isinstance(value, int | float):
        return _digits(value)
    if isinstance(value, list):
        return ", ".join(
            filter(None, (_text(one, known, depth - 1) for one in value[:_MOST_NAMES]))
        )
    node = _node(value, known)
    named = next((node[key] for key in ("@value", "name", "legalName") if key in node), None)
    return _text(named if named is not None else _get(node, "name"), known, depth - 1)


def _digits(number: float) -> str:
    """Return a number as ratings are written; "" for one that no rating has."""
    return f"{number:g}" if abs(number) < 1e6 else ""
