"""One coordinate system: code points into the text of one document."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of a text: zero-based, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of *text* that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the same span, *by* code points further on."""
        return Span(self.start + by, self.end + by)


def trimmed(span: Span, text: str) -> Span:
    """Return *span* without the white space at its two ends; empty stays at its start."""
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as `[[start, end], …]`, the form they have in JSON."""
    return [[span.start, span.end] for span in spans]


def spans_from(rows: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    """Return the spans that `pairs` wrote."""
    return tuple(Span(start, end) for start, end in rows)
