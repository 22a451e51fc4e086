"""What a project changes about the rules of findings, as a value with a name of its own.

A reading made under other settings is another reading: `digest` names them in each row they made.
"""

import json
from dataclasses import dataclass

from factcheck.model.hashing import sha256_of

Words = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Rules that are off, and words that a rule knows besides its list or knows no more.

    `add` and `remove` hold pairs of a rule and its words, in the order of the alphabet, so that
    equal settings are equal values. No settings are the rules as they ship.
    """

    off: tuple[str, ...] = ()
    add: Words = ()
    remove: Words = ()

    def __bool__(self) -> bool:
        """Say whether anything is other than it ships."""
        return bool(self.off or self.add or self.remove)


def canonical(settings: RuleSettings) -> str:
    """Return settings as JSON that is the same for equal settings."""
    table = {"off": settings.off, "add": dict(settings.add), "remove": dict(settings.remove)}
    return json.dumps(table, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def digest(settings: RuleSettings) -> str:
    """Return 12 hex digits that name these settings."""
    return sha256_of(canonical(settings).encode())[:12]
