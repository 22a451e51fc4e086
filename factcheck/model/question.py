"""A question that can be asked of the file by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Question:
    """SQL with a name and, in a sentence, what it asks.

    `parameters` holds the names that the SQL takes and the value of each where none is given.
    `scans` says why it has to look at every row of a large table, "" where it does not.
    """

    name: str
    asks: str
    sql: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    scans: str = ""
