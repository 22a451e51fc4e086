"""Find where quoted words stand in a text, or the passage that comes nearest.

In: the words of a quotation and a `cleaned` text. Out: stretches of the text.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from rapidfuzz import fuzz

from factcheck.evidence.worddiff import taken
from factcheck.evidence.words import Word, is_number, words_of
from factcheck.model.span import Span

# Long words are rare words. With this many of them the place of a passage is known, and each
# stands in a text of a megabyte some hundred times at most.
_ANCHORS = 5
_ANCHOR_LENGTH = 4
_SEEN_OFTEN = 200
_ALIGNED_CHARACTERS = 2_000
# A passage that lacks one of that many words is not cut into words.
_NEEDLES = 8
# A common word stands at that many places; a quotation of common words is found at one of them.
_LOOKED_AT = 5_000
# And so many words are compared: only a long quotation of one word over and over asks for more.
_COMPARED = 200_000
_LONGEST_WORD = 64
_DIGITS = re.compile(r"\d+")
_ZERO = re.compile(r"(?<!\d)0\.(?=\d)")  # which some leave away: .5


def places(
    words: Sequence[Word], text: str, since: int = 0, *, shouted: bool = False
) -> Iterator[Span]:
    """Yield the stretches of *text* from *since* on that hold exactly *words*.

    They are looked up by the longest of them and compared around it, so that a long text costs
    no more than searching one word in it. With *shouted* the source is set in capitals.
    """
    letters = [(_needle(word, is_first=i == 0), i) for i, word in enumerate(words)]
    letters.sort(key=lambda pair: -len(pair[0]))
    needles = [(each.upper() if shouted else each, i) for each, i in letters[:_NEEDLES] if each]
    if not needles:
        # As in the quotation "I": every word is looked at.
        source = words_of(text, since)
        looked_at = range(min(len(source), 10 * _COMPARED // len(words)))
        yield from _matches(source, words, looked_at, shouted=shouted)
        return
    place = needles[0][1]
    before = _room(words[place].start - words[0].start)
    after = _room(words[-1].end - words[place].start)
    often = min(_LOOKED_AT, max(1, _COMPARED // len(words)))
    for at in islice(_occurrences(needles[0][0], text, since), often):
        start, end = max(since, at - before), at + after
        if all(text.find(needle, start, end) >= 0 for needle, _ in needles[1:]):
            source = words_of(text, _border(text, start, since), end)
            firsts = _firsts(source, words[: place + 1], at)
            yield from _matches(source, words, firsts, shouted=shouted)


def words_around(text: str, place: Span, margin: int) -> tuple[Word, ...]:
    """Return the words of *text* at *place* and up to *margin* characters beside it."""
    start, end = max(0, place.start - margin), min(len(text), place.end + margin)
    words = words_of(text, _border(text, start, 0), end)
    # The last word may be cut.
    return words[:-1] if end < len(text) and len(words) > 1 else words


def _matches(
    source: Sequence[Word], words: Sequence[Word], firsts: Iterable[int], *, shouted: bool
) -> Iterator[Span]:
    """Yield the stretches of *source* that are *words* and begin with one of *firsts*."""
    for start in firsts:
        count = taken(source[start : start + len(words)], words, shouted=shouted)
        if not count or _cuts_a_number(source, start, start + count):
            continue
        yield Span(source[start].start, source[start + count - 1].end)


def _firsts(source: Sequence[Word], words: Sequence[Word], at: int) -> range:
    """Return which words of *source* may be the first of *words* if the last one stands at *at*.

    Words that a hyphen holds together in the quotation may be one in the source.
    """
    last = bisect_right(source, at, key=lambda word: word.start) - 1
    first = last - len(words) + 1
    return range(max(0, first), max(0, first + sum(word.glued for word in words) + 1))


def _cuts_a_number(source: Sequence[Word], start: int, end: int) -> bool:
    """Say whether a number goes on beyond source[start:end], as 三十 beyond 三, twenty-one."""
    return any(
        before >= 0
        and after < len(source)
        and (source[after].glued or source[before].end == source[after].start)
        and is_number(source[before].text)
        and is_number(source[after].text)
        for before, after in ((start - 1, start), (end - 1, end))
    )


def _occurrences(needle: str, text: str, since: int = 0) -> Iterator[int]:
    at = text.find(needle, since)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _needle(word: Word, *, is_first: bool) -> str:
    """Return letters of *word* that stand in the text however it spells the word."""
    if word.text[-1:].isdigit() or not word.text[:1].isalpha():
        digits = next(iter(_DIGITS.findall(_ZERO.sub("", word.text))), "")
        return str(digits[: len(digits) % 3 or 3])
    letters = word.text.partition("'")[0]
    return "" if word.glued else letters[1:] if is_first else letters


def _room(characters: int) -> int:
    """Return how much text the same words take in the source at most: other spaces and marks."""
    return characters + characters // 4 + 40


def _border(text: str, at: int, since: int) -> int:
    """Return the beginning of the word around *at*, so that it is not read from its middle."""
    for start in range(at, max(since, at - _LONGEST_WORD), -1):
        if text[start - 1].isspace():
            return start
    return max(since, at - _LONGEST_WORD)


def nearest(words: Sequence[Word], quote: str, text: str) -> Span | None:
    """Return the stretch of *text* that is most like *quote*, None where nothing is.

    Places are proposed by rare words that both have, and compared letter by letter.
    """
    if len(text) <= 3 * len(quote):
        return _aligned(quote, text, Span(0, len(text)))
    anchors = _anchors(words)
    if len(anchors) < 2:
        return _aligned(quote, text, Span(0, len(text)))
    room = max(len(quote), 80)
    votes = Counter(start // room for start in _starts(anchors, text, words[0].start))
    best, best_score = None, 0.0
    for bucket, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:3]:
        window = Span(max(0, (bucket - 1) * room), min(len(text), (bucket + 3) * room))
        found = _scored(quote, text, window)
        if found is not None and found[1] > best_score:
            best, best_score = found
    return best


def _anchors(words: Sequence[Word]) -> list[Word]:
    """Return the longest words, or pairs of characters where there are no spaces."""
    long = [word for word in words if len(word.text) >= _ANCHOR_LENGTH]
    if len(long) < 2:
        long = [
            Word(a.start, b.end, a.text + b.text) for a, b in pairwise(words) if a.end == b.start
        ]
    different = {word.text: word for word in reversed(long)}
    return sorted(different.values(), key=lambda word: -len(word.text))[:_ANCHORS]


def _starts(anchors: Sequence[Word], text: str, origin: int) -> Iterator[int]:
    """Yield where the passage would begin for each place at which an anchor stands."""
    for anchor in anchors:
        for at in islice(_occurrences(anchor.text, text), _SEEN_OFTEN):
            yield max(0, at - (anchor.start - origin))


def _aligned(quote: str, text: str, window: Span) -> Span | None:
    found = _scored(quote, text, window)
    return None if found is None else found[0]


def _scored(quote: str, text: str, window: Span) -> tuple[Span, float] | None:
    needle, stretch = quote[:_ALIGNED_CHARACTERS], window.of(text)
    if len(stretch) <= len(needle):
        return (window, fuzz.ratio(needle, stretch)) if stretch else None
    found = fuzz.partial_ratio_alignment(needle, stretch)
    if not found:  # pragma: no cover - only with a cut-off is there none
        return None
    start = window.start + found.dest_start
    end = window.start + found.dest_end + len(quote) - len(needle)
    return Span(start, min(len(text), end)), found.score
