"""Find where a sentence ends without a mark. In: a text and a block. Out: where the next begins.

Letters, posts and pages that were copied in one piece: behind an address, a smiley, a line of
dashes, the head of an e-mail, "Dear Mr. Roy," and "Regards,". Each is searched for only where a
sign of it stands, and asks for what edited prose has not got: a capital without a full stop.
"""

from collections.abc import Callable, Iterator

from factcheck.lexicon.patterns import compiled
from factcheck.model.span import Span

# The word after the capital one tells a sentence from a name: "see http://… Ines Roy said".
_AFTER_ADDRESS = (
    r"(?<![^\s(])(?:https?://|www\.)[^\s<>\"]{1,2000}+(?<=[\w/])\s+"
    r"(?=[A-Z][a-z]+\s[a-z]|https?://|www\.)"
)
FACE = r"(?:[:;=][-o^]?[)(DP]|\^_\^)(?=\s|\Z)"
_AFTER_FACE = rf"(?<=\s){FACE}\s+(?=[A-Z])"
_RULE = (
    r"(?<!\S)(?:-{5,}|={5,}|\*{5,}|_{10,}|\*\*\*)(?:\s+(?:-{5,}|={5,}|\*{5,}|_{10,}))*+"
    r"(?!\S)\s*"
)
_STAMP = r"(?<!\S)\d{1,2}/\d{1,2}/\d{2,4}\s\d{1,2}:\d\d(?::\d\d)?\s[AP]M(?!\S)\s*"
_SENDER = (
    r"(?:[\w.+/-]{1,64}@[\w.-]{1,80}|(?:\"[^\"\n]{2,60}\"\s)?<[^<>\s]{3,80}>"
    r"|(?:[A-Z](?:\.|[\w'’-]{0,30})\s){0,3}[A-Z][\w'’-]{0,30}(?:\s?@\s?[\w./]{1,40}(?:\s[A-Z]{2,20})?)?)"
    r"\s(?P<on>on\s)?\Z"
)
# "Carol: I have read it": whom the words below the head are for.
_SPOKEN_TO = (
    r"[A-Z][a-z]{1,20}(?:(?:,|\sand|,\sand)\s[A-Z][a-z]{1,20}){0,3}\s?(?::|--?)\s+(?=[A-Z])"
)
_CLOSING = (
    r"(?:(?:(?:Best|Kind|Kindest|Warm|Warmest|With\s(?:best|kind|warm))\s)?[Rr]egards"
    r"|(?:Yours\s)?(?:[Ss]incerely|[Tt]ruly|[Ff]aithfully)(?:\syours)?),\s+(?=[A-Z])"
)
_THANKS = (
    r"(?:(?:Many\s)?[Tt]hanks(?:\sagain)?|Thank\syou|Best|(?:Best|Good)\swishes|Cheers)"
    r",\s+(?=[A-Z][\w.'’-]{0,30}(?:\s[A-Z][\w'’-]{0,30}){0,2}\s*\Z)"
)
_GREETING = r"Dear\s(?:[A-Z][\w.'’-]{0,30}\s?){1,5}[,:]\s+(?=[A-Z])"

# A sender is a name or an address, not more.
_LONGEST_SENDER = 160
_ENDS = frozenset(".!?>)")


def unmarked_ends(text: str, block: Span) -> Iterator[int]:
    """Yield where a sentence of *block* begins that no mark before it announces, in no order.

    No place is the beginning or the end of the block.
    """
    words = block.of(text)
    for places in {places for sign, places in _SIGNS if sign in words}:
        yield from (at for at in places(text, block) if block.start < at < block.end)


def _after(expression: str) -> Callable[[str, Span], Iterator[int]]:
    """Return what yields where the words after each match of *expression* begin."""

    def places(text: str, block: Span) -> Iterator[int]:
        for match in compiled(expression).finditer(text, block.start, block.end):
            yield match.end()

    return places


def _around_rules(text: str, block: Span) -> Iterator[int]:
    for rule in compiled(_RULE).finditer(text, block.start, block.end):
        yield from (rule.start(), rule.end())


def _in_heads(text: str, block: Span) -> Iterator[int]:
    """Yield the places around `Ines Roy 03/15/2001 04:11 PM` where a sentence ended before."""
    begin = block.start
    for stamp in compiled(_STAMP).finditer(text, block.start, block.end):
        back = max(begin, stamp.start() - _LONGEST_SENDER)
        sender = compiled(_SENDER).search(text, back, stamp.start())
        if sender and _ends_before(text, begin, sender.start()):
            yield from (sender.start(), stamp.end())
            if sender["on"] is None:
                yield stamp.start()
            spoken_to = compiled(_SPOKEN_TO).match(text, stamp.end(), block.end)
            if spoken_to:
                yield spoken_to.end()
        begin = stamp.end()


def _ends_before(text: str, begin: int, at: int) -> bool:
    """Say whether a sentence, or an address, ends before *at*; nothing stands before *begin*."""
    before = text[max(begin, at - _LONGEST_SENDER) : at].split()
    return not before or before[-1][-1] in _ENDS or "@" in before[-1]


def _behind(expression: str) -> Callable[[str, Span], Iterator[int]]:
    """Return what yields where the names behind the closing words of a letter begin."""

    def places(text: str, block: Span) -> Iterator[int]:
        for closing in compiled(expression).finditer(text, block.start, block.end):
            if _ends_before(text, block.start, closing.start()):
                yield closing.end()

    return places


def _greeting(text: str, block: Span) -> Iterator[int]:
    greeting = compiled(_GREETING).match(text, block.start, block.end)
    if greeting:
        yield greeting.end()


_after_address, _after_face = _after(_AFTER_ADDRESS), _after(_AFTER_FACE)
_closings, _thanks = _behind(_CLOSING), _behind(_THANKS)
# One look for each: a paragraph in which none stands costs no more than that.
_SIGNS: tuple[tuple[str, Callable[[str, Span], Iterator[int]]], ...] = (
    *((sign, _after_address) for sign in ("://", "www.")),
    *((sign, _after_face) for sign in (" :", " ;", " =", " ^")),
    *((sign, _around_rules) for sign in ("-----", "=====", "*****", "_____", " *** ")),
    *((sign, _in_heads) for sign in (" AM", " PM")),
    *((sign, _closings) for sign in ("egards,", "incerely", "ruly,", "aithfully,")),
    *((sign, _thanks) for sign in ("hanks,", "again,", "hank you,", "Best,", "ishes,", "heers,")),
    ("Dear ", _greeting),
)
