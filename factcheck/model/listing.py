"""Which claims a list shows and in which order: one value, in words and as JSON.

In: what a person chose. Out: a `Listing`, the words that say what it is, and the form in which it
is kept.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from factcheck.errors import UsageError


class Sort(StrEnum):
    """The order of a list. Values are stored: add, never rename."""

    READING = "reading-order"
    WORTH = "check-worthiness"  # highest first
    TOUCHED = "last-touched"  # newest act first, then what nobody touched in reading order


class Speaker(StrEnum):
    """Whom the text makes responsible for a claim. Values are stored: add, never rename."""

    NAMED = "named"
    UNNAMED = "unnamed"
    ARTICLE = "article"  # nobody else: the article says it itself


# Statuses besides the verdicts of the scale, as the reviewer sees them.
OPEN, DEFERRED, DECIDED, STALE, DISAGREEMENT = STATUSES = (
    "open", "deferred", "decided", "stale", "disagreement",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows: claims to which every field applies that says anything.

    Of several values of one field one must apply. `status` holds words of `STATUSES` or verdicts
    of the reviewer; None means "either way".
    """

    status: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    reviewer: tuple[str, ...] = ()  # names: one of them has a verdict on it
    worth_from: float = 0.0
    worth_to: float = 1.0
    evidence: bool | None = None
    context: bool | None = None  # words left unresolved
    findings: bool | None = None  # undecided by the reviewer
    gaps: bool | None = None  # unaccounted characters in a sentence it rests on
    words: str = ""  # in wording or notes
    sort: Sort = Sort.READING

    @property
    def is_plain(self) -> bool:
        """Say whether it is every claim in reading order."""
        return self == EVERY

    @property
    def is_filtered(self) -> bool:
        """Say whether it may leave claims out."""
        return replace(self, sort=Sort.READING) != EVERY


EVERY = Listing()
_SEVERAL = ("status", "flag", "kind", "attribution", "reviewer")
_EITHER = {
    "evidence": ("has evidence", "no evidence"),
    "context": ("needs context", "needs no context"),
    "findings": ("has findings", "no findings"),
    "gaps": ("beside a gap", "no gap"),
}


def in_words(listing: Listing) -> str:
    """Return *listing* as the screen says it: "open, statistic · by check-worthiness"."""
    parts = [value for name in _SEVERAL[:3] for value in getattr(listing, name)]
    parts += [f"said by {who}" for who in listing.attribution]
    parts += [f"judged by {name}" for name in listing.reviewer]
    if (listing.worth_from, listing.worth_to) != (0.0, 1.0):
        parts.append(f"worth {listing.worth_from:.2f}–{listing.worth_to:.2f}")
    for name, (yes, no) in _EITHER.items():
        if (value := getattr(listing, name)) is not None:
            parts.append(yes if value else no)
    if listing.words:
        parts.append(f"“{listing.words}”")
    filtered = "filter: " + ", ".join(parts) if parts else ""
    order = "" if listing.sort is Sort.READING else f"by {listing.sort.replace('-', ' ')}"
    return " · ".join(part for part in (filtered, order) if part)


def worth_range(text: str) -> tuple[float, float]:
    """Return the two ends of a range such as "0.5-1", "0.5" (and more) or "" (all).

    Raises:
        UsageError: it is none, or not within 0 and 1.
    """
    low, dash, high = text.strip().replace("–", "-").partition("-")
    try:
        ends = (float(low or 0), float(high or 1) if dash or not high else 1.0)
    except ValueError:
        ends = (1.0, 0.0)
    if not 0 <= ends[0] <= ends[1] <= 1:
        raise UsageError(
            f"{text[:40]!r} is no range of check-worthiness", hint="write 0.5-1, or 0.5 for 0.5-1"
        )
    return ends


def to_json(listing: Listing) -> str:
    """Return *listing* as it is kept: only what it says."""
    plain = asdict(EVERY)
    said = {name: value for name, value in asdict(listing).items() if value != plain[name]}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Listing:
    """Return the listing that `to_json` wrote.

    Raises:
        UsageError: it is none, or one of a later version.
    """
    try:
        return _checked(json.loads(text))
    except (AttributeError, TypeError, ValueError) as error:
        raise UsageError(
            "the saved filter is none that this version knows", hint="save it anew, or remove it"
        ) from error


def _checked(said: dict[str, Any]) -> Listing:
    """Return the listing with these fields; ValueError, TypeError, AttributeError for others."""
    for name in _SEVERAL:
        said[name] = tuple(_text(value) for value in said.get(name, ()))
    found = Listing(**said | {"sort": Sort(said.get("sort", Sort.READING))})
    if not (
        {*found.attribution} <= {*Speaker} and all(_is_sound(found, f.name) for f in fields(found))
    ):
        raise ValueError(said)
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _is_sound(listing: Listing, name: str) -> bool:
    value = getattr(listing, name)
    if name in _EITHER:
        return value is None or isinstance(value, bool)
    if name in {"worth_from", "worth_to"}:
        return isinstance(value, int | float) and 0 <= value <= 1
    return isinstance(value, tuple | str)
