"""Find the quotation that is what a cue reports. In: quotations and a cue. Out: words."""

from collections.abc import Sequence

from factcheck.segment.cues import Cue
from factcheck.segment.mending import QUOTES
from factcheck.segment.parsed import Parsed, subtree
from factcheck.segment.spoken import Words, said_words

_ENDS = frozenset([",", "?", "!", ".", "—", "–", "-", "--", "...", "…"])


def direct_words(sentence: Parsed, quotes: Sequence[Words], cue: Cue) -> Words:
    """Return the words of the quotations before and behind "Roy said"; () where there are none."""
    found: list[int] = []
    for quote in quotes:
        if _stands_before(sentence, quote, cue) or _stands_behind(sentence, quote, cue):
            found.extend(quote)
    return said_words(sentence, found)


def _stands_before(sentence: Parsed, quote: Words, cue: Cue) -> bool:
    """Say whether "Roy said" or "said Roy" follows a quotation that ends with a mark."""
    following = quote[-1] + 1
    while following < len(sentence.lower) and sentence.is_punctuation(following):
        following += 1
    ended = sentence.lower[quote[-1]] in _ENDS or sentence.lower[following - 1] in {",", "—", "–"}
    before = quote[0] - 1
    while before >= 0 and sentence.lower[before] in QUOTES | {"‘", "'"}:
        before -= 1
    mixed = before >= 0 and not sentence.is_punctuation(before)
    absolute = sentence.tree.xpos[cue.verb] == "VBG" and not sentence.related(cue.verb, "aux")
    tag = following in {cue.words[0], cue.source[0]} and cue.verb > quote[-1]
    return ended and tag and not mixed and not (absolute and following == cue.source[0])


def _stands_behind(sentence: Parsed, quote: Words, cue: Cue) -> bool:
    """Say whether a quotation follows the verb and what belongs to it, after a comma or colon."""
    last = quote[0] - 1
    while last > 0 and sentence.is_punctuation(last):
        last -= 1
    marks = set(sentence.lower[last + 1 : quote[0]])
    if last < cue.verb:
        return False
    if last in {*cue.words, *_listeners(sentence, cue)} and not sentence.related(cue.verb, "ccomp"):
        return True
    if not marks & {",", ":"}:
        return False
    return last in frame_of(sentence, cue)


def _listeners(sentence: Parsed, cue: Cue) -> set[int]:
    return {
        word for child in sentence.related(cue.verb, "iobj") for word in subtree(sentence, child)
    }


def frame_of(sentence: Parsed, cue: Cue) -> set[int]:
    """Return the verb, its source, and who was told, where and when; no clause of it."""
    parts = sentence.related(cue.verb, "obj", "iobj", "obl", "advmod", "nsubj", "aux", "compound")
    return {*cue.words, *cue.source} | {
        word for child in parts for word in subtree(sentence, child)
    }


def behind_colon(sentence: Parsed, quotes: Sequence[Words]) -> Words:
    """Return a quotation behind a colon that ends the sentence: it goes on with what was said."""
    if not quotes:
        return ()
    last = quotes[-1]
    after = range(last[-1] + 1, len(sentence.lower))
    ends = all(sentence.is_punctuation(word) for word in after)
    return last if ends and ":" in sentence.lower[max(0, last[0] - 2) : last[0]] else ()
