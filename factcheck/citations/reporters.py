"""Find the volume, reporter and page by which a court case is cited: text in, places out.

The reporters are those that newsrooms meet: federal ones, the regional ones of West, and those of a
few large states, in the spelling of the Bluebook. Others are known by `casebook`.
"""

import re
from typing import NamedTuple

from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span

_REPORTERS = (
    "U.S.", "S. Ct.", "L. Ed.", "L. Ed. 2d", "F.", "F.2d", "F.3d", "F.4th", "F. Supp.",
    "F. Supp. 2d", "F. Supp. 3d", "F. App’x", "F.R.D.", "B.R.", "Fed. Cl.",
    "A.", "A.2d", "A.3d", "P.", "P.2d", "P.3d", "N.E.", "N.E.2d", "N.E.3d", "N.W.", "N.W.2d",
    "S.E.", "S.E.2d", "S.W.", "S.W.2d", "S.W.3d", "So.", "So. 2d", "So. 3d",
    "N.Y.", "N.Y.2d", "N.Y.3d", "N.Y.S.", "N.Y.S.2d", "N.Y.S.3d",
    "Cal.", "Cal. 2d", "Cal. 3d", "Cal. 4th", "Cal. 5th", "Cal. App.", "Cal. App. 2d",
    "Cal. App. 3d", "Cal. App. 4th", "Cal. App. 5th", "Cal. Rptr.", "Cal. Rptr. 2d",
    "Cal. Rptr. 3d", "Ill.", "Ill. 2d", "Ill. App.", "Ill. App. 2d", "Ill. App. 3d", "Mass.",
    "Ohio St.", "Ohio St. 2d", "Ohio St. 3d", "Wis.", "Wis. 2d", "Wash.", "Wash. 2d", "Va.",
    "Mich.", "Pa.", "Tex.", "Ga.", "U.S. LEXIS", "U.S. App. LEXIS", "U.S. Dist. LEXIS", "WL",
)  # fmt: skip
_PART = re.compile(r"[A-Za-z]+(?:’[a-z])?\.?|\d\w+")


def _key(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", name)


def _written(name: str) -> str:
    """Return a pattern for a reporter with its points and spaces there or not."""
    parts = (re.escape(part).replace(r"\.", r"\.?") for part in _PART.findall(name))
    return r"\s?".join(parts).replace("’", "[’']")


# What a volume stands before, at the least: most texts have a figure before none of these.
_FIRST_PARTS = {_PART.findall(name)[0].rstrip(".") for name in _REPORTERS}
_POSSIBLE = re.compile(
    rf"\d\s(?:[{''.join(part for part in sorted(_FIRST_PARTS) if len(part) == 1)}](?![a-z])"
    rf"|{'|'.join(part for part in sorted(_FIRST_PARTS) if len(part) > 1)})"
)
_NORMAL_FORMS = {_key(name): name for name in _REPORTERS}
_CITED = (
    r"(?<![\w.$€£-])(?P<volume>[1-9]\d{0,3})\s(?P<reporter>"
    + "|".join(sorted(map(_written, _REPORTERS), key=len, reverse=True))
    # Early volumes bear the name of the reporter as well: "5 U.S. (1 Cranch) 137".
    + r"),?(?:\s\(\d{1,2}\s[A-Z][a-z]{1,9}\.?\))?\s?(?P<at>\sat\s|(?<=\s)at\s)?"
    r"(?P<page>\d{1,8}|_{2,6}|[—–-]{2,4}|—)(?![\w%])"
)


class Cited(NamedTuple):
    """A case by its place in the reports, with the span of each part.

    `value` is the normal form "410 U.S. 113", "" where the page of the case is not given.
    """

    span: Span
    volume: Span
    reporter: Span
    page: Span
    value: str


def cited(text: str) -> tuple[Cited, ...]:
    """Find every volume, reporter and page in *text*, in reading order, without overlaps.

    `U.S. 50`, a road, has no volume and is none. Whether the words around allow it is for the
    caller to say.
    """
    if not _POSSIBLE.search(text):
        return ()
    return tuple(_cited(found) for found in compiled(_CITED).finditer(text))


def _cited(found: re.Match[str]) -> Cited:
    whole = found["page"].isdigit() and not found["at"]
    name = _NORMAL_FORMS[_key(found["reporter"])]
    value = f"{found['volume']} {name} {found['page']}" if whole else ""
    volume, reporter, page = (Span(*found.span(part)) for part in ("volume", "reporter", "page"))
    return Cited(Span(*found.span()), volume, reporter, page, value)
