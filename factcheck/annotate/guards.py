"""Say where a listed word does not mean what its list says: text and place in, yes or no out."""

import re

from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span

_REACH = 30
_BEFORE = {
    "rhetoric.vague-quantity": (
        r"(?i)\b(?:how|as|so|too|at\sleast|exactly|not|very|that|past|last|next)\s$|\d\s?$"
    ),
    "rhetoric.absolute": (
        r"(?i)\b(?:not|n[’']t|almost|nearly|hardly|virtually|practically|mostly|next\sto)\s$"
    ),
    "rhetoric.hedge": (
        r"(?i)\b(?:who|we|you|I|military|economic|political|financial|full|the|his|her|their|its|all\s[a-z]+|as|most|more|less|very)\s$"
    ),
    "rhetoric.puffery": r"(?i)\b(?:not|n[’']t|hardly)\s$",
    "rhetoric.loaded": r"(?i)\b(?:computer|court)\s$",
}
_NUMBER_AHEAD = (
    r"\s(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty"
    r"|forty|fifty|hundred)\b)"
)
# Fixed expressions, by the first word found.
_AFTER = {
    "historic": r"\s(?:districts?|sites?|buildings?|house|places|preservation|landmarks?)\b",
    "landmark": r"\s(?:building|hotel|theatre|theater|preservation)\b",
    "unique": r"\s(?:identifiers?|visitors?|users?|ids?|numbers?|code)\b",
    "outstanding": r"\s(?:balance|debts?|warrants?|loans?|shares|payments?|fines?|bills?)\b",
    "exceptional": r"\s(?:circumstances|items?|charges?|costs?)\b",
    "flagship": r"\s(?:stores?|programme|phone)\b",
    "of course": r"\s(?:corrections?|work|materials?|fees|offerings)\b",
    "always": r"-|\son\b",
    "nothing": r"\s(?:but|of\sthe\skind)\b",
    "multiple": r"\s(?:sclerosis|choice|myeloma|regression)\b|-",
    "various": r"\sartists\b",
    "war on": r"\s(?:terror|drugs|poverty|cancer|want|the\sborder)\b",
    "evil": r"\sempire\b|-",
    "many": r"\sthanks\b",
    "some": r"\s(?:day|time|kind|sort|degree|extent|way)\b|-",
    "might": r"\sof\b|,|\.",
    "never": r"\s(?:mind)\b|-",
    "hoax": r"\s(?:calls?)\b",
    "rotten": r"\s(?:fruit|eggs?|tomatoes|wood|tooth|teeth)\b",
    "extremist": r"\s(?:group|organisation|organization)s?\b",
    "staggering": r"\s(?:home|towards?|out)\b",
}


def is_guarded(text: str, span: Span, start: int, rule: str) -> bool:
    """Say whether the words at *span* are no case of *rule*.

    They are none inside a name, before a number, or in a fixed expression. *start* is where the
    sentence begins.
    """
    before = text[max(start, span.start - _REACH) : span.start]
    pattern = _BEFORE.get(rule)
    if pattern and compiled(pattern).search(before):
        return True
    if rule == "rhetoric.vague-quantity" and compiled(_NUMBER_AHEAD).match(
        text, span.end, span.end + _REACH
    ):
        return True
    expression = _AFTER.get(" ".join(span.of(text).lower().split()))
    if expression and compiled(expression, re.IGNORECASE).match(text, span.end, span.end + _REACH):
        return True
    return _is_in_name(text, span, before)


def _is_in_name(text: str, span: Span, before: str) -> bool:
    """Say whether the words are written as a name: capitals inside a sentence, or two in a row.

    Headlines that capitalise everything are not told apart: they are few and short.
    """
    words = span.of(text)
    if not words[0].isupper() or words.split()[-1].islower():
        return False
    if any(character.isalpha() for character in before):
        return True
    following = text[span.end : span.end + _REACH].lstrip(" ")
    return following[:1].isupper()
