"""Name the words that relate amounts: pieces of expressions over templates.

A template has two signs for each amount (quantities.py); `(.)` catches the second, its place.
"""

from factcheck.annotate.quantities import Sort


def _any(words: str) -> str:
    """Return an expression for one of the words, which are parted by bars."""
    return "|".join(word.strip().replace(" ", r"\s") for word in words.split("|"))


COUNTED, PAID, DATED = Sort.COUNT.value, Sort.MONEY.value, Sort.YEAR.value
PERCENT, POINTS = f"{Sort.PERCENT.value}(.)", f"{Sort.POINTS.value}(.)"
COUNT, UNITS = f"{COUNTED}(.)", f"[{COUNTED}{PAID}](.)"
AMOUNT = f"[{COUNTED}{PAID}{DATED}](.)"
SHARE = f"[{Sort.PERCENT.value}{Sort.FRACTION.value}](.)"
MEASURED = f"[{COUNTED}{PAID}{Sort.PERCENT.value}](.)"
EITHER = f"[{COUNTED}{Sort.PERCENT.value}](.)"
ANY = f"[{COUNTED}{PAID}{Sort.PERCENT.value}{DATED}](.)"

# Up to five words after an amount: what is counted.
THING = r"(?:\s[^\W\d_][\w’'-]*){0,5}"
THE = (
    rf"(?:(?:{_any('the|its|their|his|her|all|a total of|some|about|those')})\s)?"
    r"(?:total\s|estimated\s)?"
)
PUT = (
    rf"(?:(?:{_any('about|around|roughly|nearly|almost|over|some|more than|less than|just|only')}"
    rf"|{_any('just over|just under|a total of|approximately|exactly')})\s)?"
)
OR = (
    r"\s?(?:,\sor|\s?\((?:or\s)?|\sor"
    rf"|{_any(', which is|, that is|, i.e.|, equal to|, equivalent to|, amounting to')}"
    rf"|{_any(', representing|, about|, making up|, meaning|, a share of|, a rate of')}"
    r"|,\san?\s(?:\w+\s)?(?:turnout|rate|share|proportion|percentage)\sof|\s?[—–-]|,)\s?"
)
UP = (
    r"(?:rose|risen|rises?|rising|increas(?:e|ed|es|ing)|grew|grown|grow(?:s|ing)?|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|surged?|soared?|went\sup|gone\sup|gain(?:s|ed)?|expanded|raised|raising|up)"
)
DOWN = (
    r"(?:fell|fallen|falls?|falling|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|dropp?(?:s|ed|ing)?"
    r"|shrank|shrunk|sank|slumped|plunged|went\sdown|gone\sdown|cut|cutting|reduced|reducing|lowered"
    r"|slid|down)"
)
MOVE = rf"(?:{UP}|{DOWN})"
CHANGE = (
    rf"(?:{_any('increase|rise|gain|jump|growth|surge|climb|decrease|decline|drop|fall|cut')}"
    rf"|{_any('reduction|loss|change|difference')})"
)
TOTAL = (
    rf"(?:{_any('a total of|for a total of|in total|totalling|totaling|bringing the total to')}"
    rf"|{_any('adding up to|together|making|a sum of|a combined')})"
)
LIST = r"\s?,?\s(?:and\s)?(?:another\s)?"
# Words without an amount, within a sentence; the second sort stays inside brackets.
UNTIL = r"[^\ue000-\ue005;.!?]{0,60}?"
INSIDE = r"[^\ue000-\ue005;.!?()]{0,60}?"


def ends(first: str, second: str) -> str:
    """Return an expression for "from … to …"."""
    return rf"from\s{PUT}{first}{THING}(?:\sin\s{DATED}.)?,?\sto\s{PUT}{second}(?:\sin\s{DATED}.)?"


def ends_reversed(second: str, first: str) -> str:
    """Return an expression for "to … from …", in which the end comes first."""
    return rf"to\s{PUT}{second}{THING}(?:\sin\s{DATED}.)?,?\sfrom\s{PUT}{first}"
