"""Cut one block into sentences. In: a text and the span of a block. Out: spans that tile it.

One expression finds every run of sentence marks; small predicates, one for each rule, say whether
the run ends a sentence. They look at a bounded stretch on either side, so time grows with the
length of the block. Where the rules are in doubt they do not cut: a claim that is too long can be
read, half a claim cannot.
"""

import re
from collections import deque
from itertools import pairwise

from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.scripts import FIRST_CHINESE
from factcheck.model.span import Span
from factcheck.segment.enclosed import cites, in_brackets, in_wide_quotation, is_said
from factcheck.segment.openings import after_number, opens_glued, opens_small, writes_small
from factcheck.segment.reporters import in_citation
from factcheck.segment.running_lists import item_starts
from factcheck.segment.unmarked import FACE, unmarked_ends

# The first class is the only way in, so that the scan skips to it. Everything after a mark is
# optional and possessive: a run of marks is consumed by one match, however long it is.
_CANDIDATE = re.compile(
    r"(?P<marks>[.!?…‼⁇⁈⁉؟۔।॥։:;。！？｡](?:[ \u00a0]?[.!?…‼⁇⁈⁉。！？])*+)"
    r"(?P<closers>(?:[\"'”’»›)\]}」』》）】〉]|“(?!\S))*+"
    # Marks of notes: "[1]", "[2, 3]", "[^a]", "¹", and "4" where it was raised.
    r"(?:[ \u00a0]?\[(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|\^[\w-]{1,20})\]|[¹²³⁰⁴-⁹])*+)"
    r"(?P<note>(?<![。！？｡])\d{1,3}(?=\s+[\"“‘(]?[A-Z]))?+"
    rf"(?P<face>(?:\s{FACE})*+)"
    r"(?P<space>\s*+)"
)
_WIDE = frozenset("。！？｡")
_NEXT_WORD = re.compile(r"[\"'“‘«„‹(\[{¿¡「『（]*(\w?[\w'’\-]{0,30})")
_CONTINUES = frozenset(",;:)]}%&/§№–—-，、；：）】。！？｡")
_DOTTED = re.compile(r"\w{1,2}(?:\.\w{1,3})+")
_TIME = re.compile(r"[ap]\.?m", re.IGNORECASE)
_MARKER = re.compile(r"\W{0,4}(?:\d{1,3}|[a-zA-Z])")
_ELISION = re.compile(r"^(?:\W+|\w{1,2}['’](?=\w{2}))+")
_ROMAN = re.compile(r"[IVXLC]+\b")
# "Fig. S2" and "art. I, § 8": what a full stop after a short form is followed by.
_LETTER_NUMBER = re.compile(r"[A-Z]\d{1,6}[A-Za-z]?\b")
_SECTIONED = re.compile(r"I,\s(?:§|sec|cl|\d)")
# "… was all. . . . The mayor": the full stop ends the sentence, the dots leave out the next words.
_LEFT_OUT = r"[.!?][ \u00a0](?:\.{3}|…|\.[ \u00a0]\.[ \u00a0]\.)\Z"
# "am 3. Oktober", "7. April 2020": the full stop of an ordinal. English has some of the words.
_ORDINAL_DATE = (
    r"(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
    r"|(?:April|August|September|November)\s(?:1[5-9]|20)\d\d\b"
)
_SHORT_FORMS = ("titles", "number_abbreviations")
_POSTSCRIPT = frozenset(["ps", "p.s"])
_NUMBERED = re.compile(r"Nos?\.\s?\d")

# Longer than any abbreviation of the lists; what stands further back cannot change the answer.
_LOOK_BACK = 24
# A day of the month has no more figures.
_DAY = 2
# "At 5 a.m. Mr. Smith went": a sentence of so few characters has not come to its verb.
_TOO_SHORT_TO_END = 12


def split_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Return the sentences of *block* as spans into *text*, in reading order.

    They tile the block: no gap, no overlap; white space belongs to the sentence before it.
    """
    cuts = [block.start]
    known = deque(sorted({*item_starts(text, block), *unmarked_ends(text, block)}))
    small = writes_small(block.of(text))
    for match in _CANDIDATE.finditer(text, block.start, block.end):
        while known and known[0] <= match.start():
            cuts.append(known.popleft())
        if known and known[0] <= match.end():
            continue
        if match.end() < block.end and _ends_sentence(text, cuts[-1], match, small=small):
            cuts.append(_next_start(text, match))
            small = small or (text[cuts[-1]].islower() and not text.startswith("http", cuts[-1]))
    return tuple(Span(start, end) for start, end in pairwise((*cuts, *known, block.end)))


def _next_start(text: str, match: re.Match[str]) -> int:
    """Return where the sentence after the marks of *match* begins."""
    marks = match["marks"]
    if marks == ".":
        return after_number(text, match.end())
    left_out = len(marks) > 2 and compiled(_LEFT_OUT).match(marks) and not match["closers"]
    if left_out and text[match.end()].isupper() and text[match.start() - 1 : match.start()].strip():
        return match.start() + 2
    return match.end()


def _ends_sentence(text: str, start: int, match: re.Match[str], *, small: bool) -> bool:
    """Say whether the marks of *match* end the sentence that began at *start*.

    *small* says that sentences of the block begin in small letters.
    """
    marks, following = match["marks"], text[match.end()]
    if marks[0] in ":;" and not _is_foreign_stop(text, match):
        return False
    if following in _CONTINUES:
        return False
    if not _WIDE.isdisjoint(marks) or _is_narrow_in_chinese(text, match):
        return not (in_wide_quotation(text, start, match) or is_said(text, match))
    if in_brackets(text, start, match) or cites(text, match):
        return False
    if not match["space"]:
        return _is_glued_end(text, start, match)
    return _ends_narrow(text, start, match, small=small)


def _is_narrow_in_chinese(text: str, match: re.Match[str]) -> bool:
    """Say whether "?" or "!" stands between Chinese characters, as typed without their keyboard."""
    if match["space"] or match["marks"][0] not in "?!" or match.start() == 0:
        return False
    return text[match.start() - 1] >= FIRST_CHINESE <= text[match.end()]


def _is_foreign_stop(text: str, match: re.Match[str]) -> bool:
    """Say whether a colon follows Armenian, or a semicolon Greek: there they end sentences."""
    before = text[match.start() - 1 : match.start()]
    if not match["space"]:
        return False
    if match["marks"][0] == ":":
        return "\u0531" <= before <= "\u0587"
    return "\u0370" <= before <= "\u03ff"


def _is_glued_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether `.”The` lacks only its space. A straight quote might as well open one."""
    if match["closers"]:
        return match["closers"][-1] in {"”", "»", "]"} and text[match.end()].isupper()
    before = _word_before(text, start, match)
    trails_off = match["marks"] not in {".", "?", "!"} and text[match.end()] == "I"
    return not (trails_off or _is_short_form(before)) and opens_glued(text, before, match.end())


def _ends_narrow(text: str, start: int, match: re.Match[str], *, small: bool) -> bool:
    """Decide for marks of scripts that write spaces, with a space after them."""
    after = _NEXT_WORD.match(text, match.end())
    word = after[1] if after else ""
    if match["note"] is not None:
        return _is_note(text, start, match)
    if word[:1].islower():
        return match["face"] != "" or _ends_before_small(text, start, match, word, small=small)
    marks = match["marks"].replace(" ", "").replace("\u00a0", "")
    if set(marks) <= {".", "…"} and marks != ".":
        return len(marks) > 3 or not (word == "I" or word[:1].isdigit())
    if marks != ".":
        return not (_word_before(text, start, match) in load("exclaimed_names") and word != "")
    return _full_stop_ends(text, start, match, word)


def _is_note(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether the number behind the full stop is that of a note: `… was rare.4 Some …`."""
    before = _word_before(text, start, match)
    known = _is_short_form(before)
    return match["marks"] == "." and len(before) > 2 and before.isalpha() and not known


def _ends_before_small(
    text: str, start: int, match: re.Match[str], word: str, *, small: bool
) -> bool:
    """Decide for marks before *word*, which is in lower case."""
    before = _word_before(text, start, match)
    if match["marks"] not in {".", "?", "!"} or match["closers"] or _is_short_form(before):
        return False
    opening = text[match.end()]
    if opening == "(" or word in {"http", "https"}:
        return before.isalpha()
    if opening.isalpha():
        words = text[match.end() : match.end() + _LOOK_BACK]
        return opens_small(match["marks"], before, words, small=small)
    return small


def _word_before(text: str, start: int, match: re.Match[str]) -> str:
    words = text[max(start, match.start() - _LOOK_BACK) : match.start()].split()
    return _ELISION.sub("", words[-1]) if words else ""


def _full_stop_ends(text: str, start: int, match: re.Match[str], following: str) -> bool:
    """Decide for one full stop; *following* is the word after it, not in lower case."""
    word = _word_before(text, start, match)
    key = word.lower()
    if _is_marker(text, start, match.start(), word) or key in _POSTSCRIPT:
        return False
    if key in load("titles"):
        return word.islower() and following in load("sentence_starters")
    if _TIME.fullmatch(key):
        early = match.start() - start < _TOO_SHORT_TO_END
        return not (early or following in load("time_words"))
    if key in load("number_abbreviations") and _numbers(text, match.end(), following):
        return False
    return _may_end(text, match, word, following) and not in_citation(
        text, match.start(), match.end()
    )


def _is_marker(text: str, start: int, stop: int, word: str) -> bool:
    """Say whether the full stop at *stop* belongs to the marker of an item: "2.", ": 1."."""
    if stop - start < 6 and _MARKER.fullmatch(text, start, stop):
        return True
    return word == "1" and text[stop - 3 : stop - 1] == ": "


def _may_end(text: str, match: re.Match[str], word: str, following: str) -> bool:
    """Say whether the full stop does not belong to *word* alone; "etc." has one for both."""
    if word.lower() == "etc":
        return following != ""
    if word.isdecimal() and len(word) <= _DAY:
        return compiled(_ORDINAL_DATE).match(text, match.end()) is None
    if not _is_abbreviation(word) or text[match.start() - 2 : match.start() - 1] == "°":
        return True
    return following in load("sentence_starters") and not _NUMBERED.match(text, match.end())


def _numbers(text: str, at: int, word: str) -> bool:
    """Say whether *word*, the first after *at*, is a number: 3, IV, S2, "I, § 8" but not "I"."""
    if word == "I":
        return _SECTIONED.match(text, at) is not None
    return word[:1].isdigit() or any(form.fullmatch(word) for form in (_ROMAN, _LETTER_NUMBER))


def _is_short_form(word: str) -> bool:
    """Say whether *word* is of one of the lists, so that a full stop after it proves nothing."""
    return _is_abbreviation(word) or any(word.lower() in load(name) for name in _SHORT_FORMS)


def _is_abbreviation(word: str) -> bool:
    """Say whether a full stop after *word* belongs to it: an initial, "U.S", "Inc"."""
    if len(word) == 1:
        return word.isupper() or word.islower()
    return word.lower() in load("abbreviations") or bool(_DOTTED.fullmatch(word))
