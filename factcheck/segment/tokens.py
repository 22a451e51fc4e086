"""Cut a sentence into words. In: a text and the span of a sentence. Out: the spans of its words.

The words are those of the English treebanks (UD English-EWT and -GUM), for the parser has learned
from them: clitics, punctuation and the parts of hyphenated compounds are words of their own.
One expression is tried where the last word ended; each alternative looks at a bounded stretch or
consumes what it has looked at, so time grows with the length of the sentence.
"""

import re
from collections.abc import Iterator
from typing import Final

from factcheck.lexicon import load
from factcheck.model.span import Span

# Combining marks and invisible characters stand inside a word and do not end it.
_LETTER: Final = r"[\w\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]"
_EMOJI: Final = r"[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]{0,3}"
# What the treebanks leave joined to the word after it; other hyphens stand between two words.
_PREFIXES: Final = (
    "anti|arch|co|counter|cross|e|ex|inter|intra|micro|mid|mini|mis|multi|non|over|post|pre|pro"
    "|re|semi|sub|un|vice"
)
# What is cut from the number it is written to, as in "5pm"; ordinals and decades stay one word.
_UNITS: Final = (
    r"[ap]m|[AP]M|[ap]\.m\.|bn|mn|tn|[cmk]?m|[kK]|[mk]?g|ft|lbs?|oz|[mk]ph|hrs?|mins?|secs?"
    r"|[kKMGT][Bb]|[kMG]?Hz|[kMG]?Wh?"
)
_TOKEN: Final = re.compile(
    rf"""
    \s*+(?P<token>
      (?!cannot|gonna|wanna|gotta)[a-z]{{2,20}}+(?=[ ,;])  # most words; it saves them the rest
    | (?:(?:https?|ftp)://|www\.|mailto:|doi:)[^\s<>"“”]{{0,2000}}[\w/]  # addresses
    | [\w.+%-]{{1,64}}+@[\w-]{{1,63}}+(?:\.[\w-]{{1,63}}+){{1,8}}
    | [A-Za-z0-9-]{{1,63}}+(?:\.[A-Za-z0-9-]{{1,63}}+){{0,4}}\.(?:com|org|net|edu|gov|co\.uk)\b
      (?:/(?:[\w/.%?=&~-]{{0,500}}[\w/])?)?
    | (?:[^\W\d_]\.){{1,8}}[^\W\d_](?!{_LETTER})\.? | Ph\.D\.?  # U.S., p.m.
    | (?:\d{{1,4}}-)?\d{{3}}-\d{{3}}-\d{{4}}(?!\d)  # telephone
    | [+]?\d++(?:[.,:/]\d++)*+(?=(?:{_UNITS})(?!{_LETTER}))
    | [+]\d++(?!{_LETTER}) | \d++(?:[.,:/]\d++)++(?:(?:st|nd|rd|th|s)(?!\w))? | \.\d++
    | ['’](?:(?:s|S|re|ve|ll|d|m|\d\ds?|em|til|cause|tis|twas)(?!{_LETTER}))  # 's, '90s, 'em
    | (?:US|AU|CA|NZ|HK|[ACS])\$
    | (?P<word>(?:(?i:{_PREFIXES})[-‐‑](?=[^\W\d_]|\d\ds|\d{{4}}))?
        {_LETTER}++(?:[&'’]\w{_LETTER}*+)*+)
    | [:;=]-?[)(DP](?!\w) | [@\#][^\W\d]\w*+ | ``|'' | [.!?…]{{2,}}+
    | (?P<repeated>[-=_*~\#+<>|])(?P=repeated)++
    | [\U0001f1e6-\U0001f1ff]{{2}} | {_EMOJI}(?:\u200d{_EMOJI}){{0,8}}
    | \S[\u0300-\u036f\ufe0f]*+
    )
    """,
    re.VERBOSE,
)
_CLITIC: Final = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
_LONGEST_CLITIC: Final = 3
_SECOND_BEGINS: Final = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
_INITIAL: Final = re.compile(r"[^\W\d_]\.\s{1,9}[A-Z0-9\"“]")
_CLOSERS: Final = "\"'”’»)]} \t\n\r\u00a0"
_STOPPED_LISTS: Final = ("abbreviations", "titles", "number_abbreviations")
# At the end of a sentence only these keep their stop; others of the lists are also words.
_KEEP_LAST_STOP: Final = frozenset(
    {"inc", "corp", "co", "ltd", "jr", "sr", "etc", "bros", "st", "ave", "blvd", "esq", "al"}
)


def tokenize(text: str, span: Span) -> tuple[Span, ...]:
    """Return the words of *span* as spans into *text*, in reading order.

    They do not overlap; together they hold every character of *span* that is not white space.
    *span* should be one sentence: the full stop at its end is seldom part of its last word.
    """
    return tuple(_tokens(text, span))


def _tokens(text: str, span: Span) -> Iterator[Span]:
    last = span.start + len(span.of(text).rstrip(_CLOSERS)) - 1
    end = span.start
    while match := _TOKEN.match(text, end, span.end):
        word = Span(*match.span("token"))
        end = word.end
        if match["word"] is None:
            yield word
        elif _keeps_stop(text, word, last, span.end):
            end += 1
            yield Span(word.start, end)
        else:
            yield from _parts(text, word)


def _keeps_stop(text: str, word: Span, last: int, end: int) -> bool:
    """Say whether *word* owns the full stop after it; *last* is the last sign before closers."""
    stop = word.end
    if stop >= end or text[stop] != "." or text[stop + 1 : stop + 2] == ".":
        return False
    if word.end - word.start == 1 and stop != last:
        return _INITIAL.match(text, word.start, end) is not None or _is_listed(word.of(text))
    if stop == last:
        return word.of(text).lower() in _KEEP_LAST_STOP
    return not text[stop + 1 : stop + 2].isalnum() and _is_listed(word.of(text))


def _is_listed(word: str) -> bool:
    return any(word.lower() in load(name) for name in _STOPPED_LISTS)


def _parts(text: str, word: Span) -> Iterator[Span]:
    """Yield *word* without its clitics, then its clitics."""
    clitics: list[Span] = []
    end = word.end
    while match := _CLITIC.search(text, max(word.start + 1, end - _LONGEST_CLITIC), end):
        clitics.append(Span(match.start(), end))
        end = match.start()
    second = _SECOND_BEGINS.get(text[word.start : end].lower())
    if second:
        yield Span(word.start, word.start + second)
        yield Span(word.start + second, end)
    else:
        yield Span(word.start, end)
    yield from reversed(clitics)
