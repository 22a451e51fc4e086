"""Tell a full stop inside a law citation. In: a text and a place. Out: yes or no.

"12 Neb. App. 345 (1999)", "3 Cal. App. 4th 12": a volume, the short name of a reporter or law
journal, a page. There are hundreds of names, so it is the volume and the page that are looked for.
"""

from factcheck.lexicon.patterns import compiled

_WORD = r"[A-Z][A-Za-z'’.]{0,10}"
_SHORT = r"(?:[A-Z][A-Za-z.]{0,10}\.|[A-Z][a-z]{1,5}['’][a-z])"
_BEFORE = rf"(?<![\w.$€£])\d{{1,4}}\s(?:{_WORD}\s){{0,4}}{_WORD}\Z"
# What follows the page is a mark, a year in brackets or nothing: "12 Grammys. 40 others" is none.
_AFTER = (
    rf"(?:{_SHORT}\s){{0,4}}(?:\(?\d(?:d|nd|rd|th"
    rf"|st)\)?\s)?(?:at\s)?\d{{1,5}}(?![\w%])(?=[,.;:)]|\s?[(\[]|$)"
)
_LONGEST = 48


def in_citation(text: str, stop: int, following: int) -> bool:
    """Say whether the full stop at *stop* is one of a law citation; *following* is what follows."""
    ahead = text[following : following + _LONGEST]
    if not any(one.isdecimal() for one in ahead):
        return False
    behind = text[max(0, stop - _LONGEST) : stop]
    return (
        compiled(_AFTER).match(ahead) is not None and compiled(_BEFORE).search(behind) is not None
    )
