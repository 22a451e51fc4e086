"""What comparing a quotation with a source gives: an outcome, and word by word why."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How quoted words stand to the source. Values are printed: add, never rename."""

    EXACT = "exact"  # the source holds these words, in this order
    JOINED = "joined"  # it holds the parts, in this order; marks of omission join them
    ALTERED = "altered"  # it holds a passage that differs in words
    ABSENT = "absent"  # it holds no such passage
    UNCHECKED = "unchecked"  # there is no text to compare with


class Piece(StrEnum):
    """Where a stretch of a word diff stands."""

    SAME = "same"  # in the quotation and in the source
    SOURCE = "source"  # only in the source
    QUOTE = "quote"  # only in the quotation


@dataclass(frozen=True, slots=True)
class Change:
    """One place where a quotation differs: what sort of word it is, and both wordings.

    `kinds` are of "number", "negation", "unit", "name", "case", "order", "words".
    """

    kinds: tuple[str, ...]
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """A quotation compared with one text.

    `passage` holds the words of the source: those that were found, or for absent words the nearest
    ones. `diff` tiles quotation and passage word by word. `left_out` are the words that marks of
    omission stand for. `remarks` say what a person should look at though the words are the same.
    `score` is the share of the quotation's words that the passage has, 0–1.
    """

    quote: str
    outcome: Outcome
    passage: str = ""
    diff: tuple[tuple[Piece, str], ...] = ()
    changes: tuple[Change, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a claim or of its evidence, compared with what was captured of a source.

    `origin` is "evidence" or "article", `id` that of the evidence or "". `source` and
    `captured_at` say which capture it was compared with, "" where there was none.
    """

    number: int  # of the claim
    claim: str
    origin: str
    id: str
    source: str
    captured_at: str
    check: QuoteCheck
