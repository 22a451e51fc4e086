"""The claims of a text as strings, for tables of cases."""

from factcheck.segment import claims_of, split


def claims(text: str) -> list[str]:
    """Return the wording of every claim of *text*, in reading order."""
    return [claim.text for claim in claims_of(text, split(text))]
