"""Count what matches between a reference and what was found. In: counts. Out: figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one text or of several together, and what did not match."""

    gold: int
    predicted: int
    matched: int
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share of the predictions that match."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the reference that is matched."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.matched / (self.gold + self.predicted) if self.matched else 0.0


def word_f1(one: Counter[str], other: Counter[str]) -> float:
    """Return the F1 of two multisets of words."""
    common = (one & other).total()
    return 2 * common / (one.total() + other.total()) if common else 0.0


def together(figures: Sequence[Figures]) -> Figures:
    """Return the counts of several texts as one."""
    return Figures(
        sum(one.gold for one in figures),
        sum(one.predicted for one in figures),
        sum(one.matched for one in figures),
        tuple(words for one in figures for words in one.missed),
        tuple(words for one in figures for words in one.extra),
    )
