"""A citation as it stands in the file: what it refers to, in words, and which claims rest on it."""

from dataclasses import dataclass

from factcheck.model.span import Span


@dataclass(frozen=True, slots=True)
class CitedRecord:
    """One reference of an article. `number` is its place in reading order, from 1.

    `fields` are its parts with their words, in the order of the text; `claims` the numbers of the
    claims on the list that rest on it. `scheme` and `identifier` are "" where it has none.
    """

    number: int
    kind: str
    span: Span
    quote: str
    scheme: str
    identifier: str
    fields: tuple[tuple[str, str], ...]
    claims: tuple[int, ...]
