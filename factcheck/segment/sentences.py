"""Cut one block into sentences. In: a text and the span of a block. Out: spans that tile it.

One expression finds every run of sentence marks; small predicates, one for each rule, say whether
the run ends a sentence. They look at a bounded stretch on either side, so time grows with the
length of the block. Where the rules are in doubt they do not cut: a claim that is too long can be
read, half a claim cannot.
"""

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise

from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.scripts import FIRST_CHINESE
from factcheck.model.span import Span
from factcheck.segment.reporters import in_citation

# The first class is the only way in, so that the scan skips to it. Everything after a mark is
# optional and possessive: a run of marks is consumed by one match, however long it is.
_CANDIDATE = re.compile(
    r"(?P<marks>[.!?…‼⁇⁈⁉؟۔।॥։:;。！？｡](?:[ \u00a0]?[.!?…‼⁇⁈⁉。！？])*+)"
    r"(?P<closers>(?:[\"'”’»›)\]}」』》）】〉]|“(?!\S))*+"
    # Marks of notes: "[1]", "[2, 3]", "[^a]", "¹".
    r"(?:\[(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|\^[\w-]{1,20})\]|[¹²³⁰⁴-⁹])*+)"
    r"(?P<space>\s*+)"
)
_WIDE = frozenset("。！？｡")
_NEXT_WORD = re.compile(r"[\"'“‘«„‹(\[{¿¡「『（]*(\w?[\w'’\-]{0,30})")
_CONTINUES = frozenset(",;:)]}%&/§–—-，、；：）】。！？｡")
_OPENS = {"“": "”", "「": "」", "『": "』", "‘": "’", "《": "》", "（": "）"}
_DOTTED = re.compile(r"\w{1,2}(?:\.\w{1,3})+")
_TIME = re.compile(r"[ap]\.?m", re.IGNORECASE)
_MARKER = re.compile(r"\W{0,4}(?:\d{1,3}|[a-zA-Z])")
_LETTERED = re.compile(r"([a-z])\. ")
_REFERENCE = re.compile(r"\([^()]{1,60}\)\.")
_SAID = r"[\u4e00-\u9fff·]{1,8}?(?:说|问|道|表示|称|指出|补充|解释|回答)"
_ELISION = re.compile(r"^(?:\W+|\w{1,2}['’](?=\w{2}))+")
_ROMAN = re.compile(r"[IVXLC]+\b")
# "Fig. S2" and "art. I, § 8": what a full stop after a short form is followed by.
_LETTER_NUMBER = re.compile(r"[A-Z]\d{1,6}[A-Za-z]?\b")
_SECTIONED = re.compile(r"I,\s(?:§|sec|cl|\d)")
_NUMBERED = re.compile(r"Nos?\.\s?\d")
_INLINE_ITEM = re.compile(r"(?<=\s)(?:[•▪●]|(\d{1,2})\))(?=\s)")

# Longer than any abbreviation of the lists; what stands further back cannot change the answer.
_LOOK_BACK = 24
# A quotation in Chinese news is rarely longer; beyond it a missing quote mark is likelier.
_QUOTATION_REACH = 300
# "At 5 a.m. Mr. Smith went": a sentence of so few characters has not come to its verb.
_TOO_SHORT_TO_END = 12


def split_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Return the sentences of *block* as spans into *text*, in reading order.

    They tile the block: no gap, no overlap; white space belongs to the sentence before it.
    """
    cuts = [block.start]
    items = deque(_inline_items(text, block))
    lower = text[block.start : block.start + 1].islower()
    for match in _CANDIDATE.finditer(text, block.start, block.end):
        while items and items[0] <= match.start():
            cuts.append(items.popleft())
        if items and items[0] == match.end():
            continue
        if match.end() < block.end and _ends_sentence(text, cuts[-1], match, lower=lower):
            cuts.append(match.end())
    return tuple(Span(start, end) for start, end in pairwise((*cuts, *items, block.end)))


def _ends_sentence(text: str, start: int, match: re.Match[str], *, lower: bool) -> bool:
    """Say whether the marks of *match* end the sentence that began at *start*.

    *lower* says that the block begins in lower case: its sentences may, too.
    """
    marks, following = match["marks"], text[match.end()]
    if marks[0] in ":;" and not _is_foreign_stop(text, match):
        return False
    if following in _CONTINUES:
        return False
    if not _WIDE.isdisjoint(marks):
        return not (_in_wide_quotation(text, start, match) or _is_said(text, match))
    if not match["space"]:
        return _is_glued_end(match, following)
    if _in_quotation(text, start, match) or _in_brackets(text, start, match) or _cites(text, match):
        return False
    return _ends_narrow(text, start, match, lower=lower)


def _cites(text: str, match: re.Match[str]) -> bool:
    """Say whether the reference of a quotation follows, as in `"…" (Smith 55)`."""
    return match["closers"] != "" and _REFERENCE.match(text, match.end()) is not None


def _is_foreign_stop(text: str, match: re.Match[str]) -> bool:
    """Say whether a colon follows Armenian, or a semicolon Greek: there they end sentences."""
    before = text[match.start() - 1 : match.start()]
    if not match["space"]:
        return False
    if match["marks"][0] == ":":
        return "\u0531" <= before <= "\u0587"
    return "\u0370" <= before <= "\u03ff"


def _is_glued_end(match: re.Match[str], following: str) -> bool:
    """Say whether `.”The` lacks only its space. A straight quote might as well open one."""
    return match["closers"][-1:] in {"”", "»", "]"} and following.isupper()


def _in_wide_quotation(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether the marks stand in a quotation or bracket that is closed later on.

    The sentence around a quotation owns it: `他说：“我走了。你呢？”` is one.
    """
    back = max(start, match.start() - _QUOTATION_REACH)
    for opening, closing in _OPENS.items():
        opened = text.rfind(opening, back, match.end())
        if opened < 0 or text.find(closing, opened, match.end()) >= 0:
            continue
        if text.find(closing, match.end(), match.end() + _QUOTATION_REACH) >= 0:
            return True
    return False


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Say whether a Chinese quotation is followed by who said it: `“太晚了。”市长说`."""
    following = text[match.end() : match.end() + 1]
    if match["closers"] == "" or (following < FIRST_CHINESE and following != "·"):
        return False
    return compiled(_SAID).match(text, match.end()) is not None


def _in_quotation(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether the marks stand in a quotation that a sentence began before and owns."""
    opened = text.rfind("“", max(start + 1, match.start() - _QUOTATION_REACH), match.start())
    if opened < 0 or text.find("”", opened, match.end()) >= 0:
        return False
    return text.find("”", match.end(), match.end() + _QUOTATION_REACH) >= 0


def _in_brackets(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether the marks stand in a bracket that opened inside the sentence."""
    back = max(start + 1, match.start() - _QUOTATION_REACH)
    opened = text.rfind("(", back, match.start())
    if opened < 0 or text.find(")", opened, match.end()) >= 0:
        return False
    return text.find(")", match.end(), match.end() + _QUOTATION_REACH) >= 0


def _ends_narrow(text: str, start: int, match: re.Match[str], *, lower: bool) -> bool:
    """Decide for marks of scripts that write spaces, with a space after them."""
    after = _NEXT_WORD.match(text, match.end())
    word = after[1] if after else ""
    if word[:1].islower() and not _next_letter_item(text, start, match):
        plain = match["marks"] in {".", "?", "!"} and not match["closers"]
        return lower and plain and not _is_abbreviation(_word_before(text, start, match))
    marks = match["marks"].replace(" ", "").replace("\u00a0", "")
    if set(marks) <= {".", "…"} and marks != ".":
        return len(marks) > 3 or not (word == "I" or word[:1].isdigit())
    if marks != ".":
        return not (_word_before(text, start, match) in load("exclaimed_names") and word != "")
    return _full_stop_ends(text, start, match, word)


def _next_letter_item(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether `b. ` follows in a sentence that began with `a. `."""
    this, following = _LETTERED.match(text, start), _LETTERED.match(text, match.end())
    return bool(this and following and ord(following[1]) == ord(this[1]) + 1)


def _word_before(text: str, start: int, match: re.Match[str]) -> str:
    words = text[max(start, match.start() - _LOOK_BACK) : match.start()].split()
    return _ELISION.sub("", words[-1]) if words else ""


def _full_stop_ends(text: str, start: int, match: re.Match[str], following: str) -> bool:
    """Decide for one full stop; *following* is the word after it, not in lower case."""
    if match.start() - start < 6 and _MARKER.fullmatch(text, start, match.start()):
        return False
    word = _word_before(text, start, match)
    key = word.lower()
    if key in load("titles"):
        return word.islower() and following in load("sentence_starters")
    if _TIME.fullmatch(key):
        early = match.start() - start < _TOO_SHORT_TO_END
        return not (early or following in load("time_words"))
    if key in load("number_abbreviations") and _numbers(text, match.end(), following):
        return False
    if _is_abbreviation(word):
        ends = following in load("sentence_starters") and not _NUMBERED.match(text, match.end())
    else:
        ends = True
    return ends and not in_citation(text, match.start(), match.end())


def _numbers(text: str, at: int, word: str) -> bool:
    """Say whether *word*, the first after *at*, is a number: 3, IV, S2, "I, § 8" but not "I"."""
    if word == "I":
        return _SECTIONED.match(text, at) is not None
    return word[:1].isdigit() or any(form.fullmatch(word) for form in (_ROMAN, _LETTER_NUMBER))


def _is_abbreviation(word: str) -> bool:
    """Say whether a full stop after *word* belongs to it: an initial, "U.S", "Inc"."""
    if len(word) == 1:
        return word.isupper() or word.islower()
    return word.lower() in load("abbreviations") or bool(_DOTTED.fullmatch(word))


def _inline_items(text: str, block: Span) -> Iterator[int]:
    """Yield where the items of a list that runs on in one line begin: `1) … 2) …`, `• … • …`."""
    if text[block.start : block.start + 1] not in {"•", "▪", "●", "1"}:
        return
    expected = 2
    for match in _INLINE_ITEM.finditer(text, block.start + 1, block.end):
        if match[1] is None and text[block.start] != "1":
            yield match.start()
        elif match[1] == str(expected) and text.startswith("1)", block.start):
            expected += 1
            yield match.start()
