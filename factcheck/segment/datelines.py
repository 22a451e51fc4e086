"""Find where a report was sent from, in front of its first words. In: a text and words. Out: words.

"PORT ALMAR, March 3 (Reuters) – The port closed." claims nothing of the day or the agency.
"""

from typing import Final

from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span

_PLACE = r"[A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){0,3}"
_IN_CAPITALS = r"[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]+){0,3}"
_LAND_OR_DAY = (
    r"(?:,[ ](?:\d{1,2}[ ])?[A-Z][\w.]{1,20}(?:[ ](?:and[ ])?[A-Z][\w.]{1,20}){0,2}"
    r"(?:[ ]\d{1,2})?(?:,?[ ]\d{4})?){0,3}"
)
_LAND = r",[ ][A-Z][a-z]{2,20}(?:[ ][A-Z][a-z]{2,20}){0,2}"
_AGENCY = (
    r"\((?:[A-Z]{2,8}(?:[ ][A-Z]\w{1,12})?|Reuters|Thomson[ ]Reuters[ ]Foundation|Xinhua|Bloomberg"
    r"|dpa|Yonhap|Kyodo)\)"
)
_DASH = r"[ ]?(?:[–—]|--?)[ ]"
# A place that is not in capitals needs its land or the agency: "Oslo – that is" is a sentence.
_DATELINE = (
    rf"(?:{_IN_CAPITALS}{_LAND_OR_DAY}(?:[ ]\([\w /.&-]{{2,40}}\))?{_DASH}(?=[\w“\"‘])"
    rf"|{_PLACE}{_LAND_OR_DAY}[ ]{_AGENCY}{_DASH}(?=[\w“\"‘])"
    rf"|{_PLACE}{_LAND}[ ][–—][ ](?=[A-Z“\"‘])"
    rf"|\(CNN(?:[ ]\w{{2,12}})?\)(?:{_DASH}|[ ]?(?=[A-Z“\"‘])))"
)
_LONGEST: Final = 120
_SIGNS: Final = (" – ", " — ", "- ", "— ", "– ", "(CNN")


def after_dateline(text: str, words: Span) -> Span:
    """Return *words* without the "LONDON, March 3 (Reuters) –" in front of them."""
    end = min(words.end, words.start + _LONGEST)
    if not any(sign in text[words.start : end] for sign in _SIGNS):
        return words
    dateline = compiled(_DATELINE).match(text, words.start, end)
    return Span(dateline.end(), words.end) if dateline else words
