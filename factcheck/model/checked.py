"""Fact-checks that others published, and what of them is like a claim.

In: what a page, an answer or a table says. Out: frozen records, and their identity. They decide
nothing: a person reads them, and attaches what holds as evidence.
"""

import json
from dataclasses import astuple, dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One published check of one claim, in the words of those who published it.

    `verdict` is the rating in words, `rating` its number on its scale ("1 of 1–5"); `date` is
    ISO 8601 where the source has it so, else as it is written there; `url` is an http or https
    link or "". Whatever is not known is "".
    """

    claim: str
    claimant: str = ""
    verdict: str = ""
    rating: str = ""
    publisher: str = ""
    url: str = ""
    date: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReadChecks:
    """What a file of fact-checks holds: those that can be used, and how many cannot."""

    found: tuple[FactCheck, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two claims say the same: 0–1, words that both have, and what differs.

    `differs` holds (what, here, there), what being "number", "negation", "name" or "opposite";
    "" where one side has nothing of the kind.
    """

    share: float
    common: tuple[str, ...] = ()
    differs: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedBefore:
    """A fact-check like a claim: imported, or (`place` says which) a claim of this file."""

    check: FactCheck
    likeness: Likeness
    place: str = ""


def check_id(check: FactCheck) -> str:
    """Return the address of a fact-check's content: imported twice it is stored once."""
    canonical = json.dumps(astuple(check), ensure_ascii=True)
    return "k1:" + sha256(canonical.encode()).hexdigest()[:16]
