"""Check what a model answered: its text and the passage in, the suggestions that stand out.

The answer is as hostile as the article that it was made from. What has another shape, quotes what
is not there, or brings in a figure that is not there is refused and counted, never mended.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from factcheck.errors import ModelError
from factcheck.model.flag import Flag
from factcheck.model.span import Span
from factcheck.model.suggestion import Opinion, Passage, Suggestion, SuggestionKind
from factcheck.model.visible import storable
from factcheck.models.prompt import LONGEST_REASON, LONGEST_WORDING, MOST_ITEMS

# Twelve claims and twelve flags of the longest kind take less.
LONGEST_ANSWER = 100_000
_LONGEST_QUOTE = 2000
# A wording most of whose words are not the text's is another text.
_MOST_NEW = 0.5
_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def opinion_from(answer: str, passage: Passage) -> Opinion:
    """Return the suggestions of an answer that stand, in its order, and how many do not.

    A suggested claim that is worded as the claim is already says nothing and is left out.

    Raises:
        ModelError: the answer is not one JSON object with the two lists, or too long.
    """
    lists = _lists(answer)
    read: list[Suggestion | None] = []
    for name, reading in (("claims", _claim), ("flags", _flag)):
        items = lists[name]
        read += [reading(item, passage) for item in items[:MOST_ITEMS]]
        read += [None] * len(items[MOST_ITEMS:])
    own = _normal(passage.claim)
    stand = dict.fromkeys(one for one in read if one and _normal(one.wording) != own)
    return Opinion(tuple(stand), read.count(None))


def _lists(answer: str) -> dict[str, list[Any]]:
    if len(answer) > LONGEST_ANSWER:
        raise _unusable("is too long")
    # Many models put a fence or a sentence around the object.
    start, end = answer.find("{"), answer.rfind("}") + 1
    try:
        value = json.loads(answer[start:end] if start >= 0 else answer)
    except (ValueError, RecursionError) as error:
        raise _unusable("is not JSON") from error
    if not isinstance(value, dict) or set(value) != {"claims", "flags"}:
        raise _unusable("has another shape")
    if not all(isinstance(items, list) for items in value.values()):
        raise _unusable("has another shape")
    return value


def _unusable(why: str) -> ModelError:
    return ModelError(f"the answer of the model {why}", hint="ask again, or ask another model")


def _claim(item: Any, passage: Passage) -> Suggestion | None:
    fields = _fields(item, {"text": LONGEST_WORDING, "quote": _LONGEST_QUOTE})
    span = _find(fields["quote"], passage) if fields else None
    if not fields or span is None:
        return None
    wording = fields["text"]
    there = " ".join(part.of(passage.text) for part in (passage.before, *passage.pieces))
    figures = set(_FIGURE.findall(there))
    if not set(_FIGURE.findall(wording)) <= figures or not _WORD.search(wording):
        return None
    known = {word.lower() for word in _WORD.findall(there)}
    words = _WORD.findall(wording)
    new = dict.fromkeys(word for word in words if word.lower() not in known)
    if len(new) > _MOST_NEW * len(words):
        return None
    return Suggestion(SuggestionKind.CLAIM, span, wording=wording, new_words=tuple(new))


def _flag(item: Any, passage: Passage) -> Suggestion | None:
    fields = _fields(item, {"flag": 40, "quote": _LONGEST_QUOTE, "reason": LONGEST_REASON})
    span = _find(fields["quote"], passage) if fields else None
    if not fields or span is None or fields["flag"] not in set(Flag):
        return None
    if not any(span.overlaps(own) for own in passage.spans):
        return None
    return Suggestion(
        SuggestionKind.FLAG, span, flag=fields["flag"], reason=" ".join(fields["reason"].split())
    )


def _fields(item: Any, longest: dict[str, int]) -> dict[str, str] | None:
    """Return the texts of an item that has exactly these fields, each no longer than allowed."""
    if not isinstance(item, dict) or set(item) != set(longest):
        return None
    if not all(isinstance(value, str) for value in item.values()):
        return None
    if any(len(item[name]) > most for name, most in longest.items()):
        return None
    return {name: storable(value).strip() for name, value in item.items()}


def _find(quote: str, passage: Passage) -> Span | None:
    """Return where a quotation stands in the pieces: among the claim's own words if it can.

    White space may differ, because lines are broken; every other character is the text's.
    """
    if not _WORD.search(quote):
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, quote.split())))
    found = list(_places(pattern, passage))
    own = (span for span in found if any(span.overlaps(claimed) for claimed in passage.spans))
    return next(own, found[0] if found else None)


def _places(pattern: re.Pattern[str], passage: Passage) -> Iterator[Span]:
    for piece in passage.pieces:
        for match in pattern.finditer(passage.text, piece.start, piece.end):
            yield Span(*match.span())


def _normal(words: str) -> str:
    return " ".join(words.lower().split()).rstrip(".")
