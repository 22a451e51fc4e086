"""A flag: a person's mark on a claim, independent of its verdict."""

from enum import StrEnum


class Flag(StrEnum):
    """What a person can mark a claim with. Values are stored: add, never rename."""

    RHETORICAL = "rhetorical"
    UNSUPPORTED = "unsupported"
    MISSING_CONTEXT = "missing-context"
    CITATION_MISMATCH = "citation-mismatch"  # the citation does not say this
    ALTERED_QUOTE = "altered-quote"
    OUTDATED = "outdated"
    NOT_A_CLAIM = "not-a-claim"


# The letter that sets a flag in the flag menu.
FLAG_KEYS = {
    "r": Flag.RHETORICAL,
    "u": Flag.UNSUPPORTED,
    "m": Flag.MISSING_CONTEXT,
    "c": Flag.CITATION_MISMATCH,
    "a": Flag.ALTERED_QUOTE,
    "o": Flag.OUTDATED,
    "n": Flag.NOT_A_CLAIM,
}


def flag_for(rule: str) -> Flag:
    """Return the flag that confirming a finding of *rule* sets on its claim."""
    return _FLAGS.get(rule.partition(".")[0], Flag.UNSUPPORTED)


_FLAGS = {"rhetoric": Flag.RHETORICAL, "citation": Flag.CITATION_MISMATCH}
