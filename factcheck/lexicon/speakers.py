"""Find who speaks: a text and its quoted stretches in, the words for speaker and verb out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.lexicon.phrases import alternatives
from factcheck.lexicon.quoting import Quoted, quoted
from factcheck.lexicon.speech import REACH, is_plausible_source, source_before, with_auxiliaries
from factcheck.model.span import Span

# "told reporters after the meeting in Oslo that the plan was" still belongs to the verb.
_WORDS_TO_QUOTE = 12
# Verbs looked at before one quotation: a sentence with more has no speaker that is certain.
_VERBS = 4
# A Chinese speaker with office and name, the verb and a colon.
_CHINESE_REACH = 32
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen))[.!?][\"”’)]*\s+|[\n。！？]"
)
_CHINESE = re.compile(
    r"(?P<source>[^\s，。！？：“”「」、；]{1,24}?)"
    r"(?P<cue>表示|指出|强调|认为|写道|透露|宣布|坦言|回应称|回应|补充|称|说|道)[，：:]?\s*$"
)


class Speaker(NamedTuple):
    """Where a text names a speaker (`source`) and the verb of saying (`cue`)."""

    source: Span
    cue: Span


class _Landmarks(NamedTuple):
    """What a speaker is found by, once for a whole text, so that many quotations cost little."""

    text: str
    verbs: tuple[Span, ...]
    sentences: tuple[int, ...]  # where a sentence may begin


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('said_verbs')}\b")


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what may follow a closing mark: "Roy said" and "said Roy"."""
    verb = alternatives("said_verbs")
    word = (
        r"(?:[^,.;:“”\"\n(]|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=\b[A-Z])\.|(?<=\b(?:Mrs|Gov|Sen|Rep))\."
        r"|\.(?=\S))"
    )
    plain = rf",?\s(?P<source>{word}{{2,90}}?)\s(?P<cue>(?:has |have |had |also )*{verb})\b"
    turned = (
        rf",?\s(?P<cue>{verb})\s(?P<source>{word}{{2,90}}?)"
        r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\b[A-Z])(?=[,.;:\n(“\"]|\s(?:in|on|at|to|as|during|after|when|who|while|of\sthe)\s|$)"
    )
    return re.compile(turned), re.compile(plain)


@lru_cache(maxsize=1)
def spoken(text: str) -> tuple[tuple[Quoted, Speaker | None], ...]:
    """Return the quoted stretches of *text*, each with its speaker, in reading order.

    The answer for the last text is kept, because each kind of remark asks for it anew.
    """
    stretches = quoted(text)
    return tuple(zip(stretches, speakers_of(text, stretches), strict=True))


def speakers_of(text: str, quotations: Sequence[Quoted]) -> tuple[Speaker | None, ...]:
    """Return who is said to have used the words of each of *quotations*, in the same order.

    A verb of saying is looked for after the closing mark and then before the opening one, within
    the same sentence. A quotation that has none takes over the speaker of the sentence before it
    when it begins a sentence in the same line, of a line before it that ends in a colon when it
    begins its line, and of the quotation before it when that one was not closed. None where
    nobody is named with certainty. Spans are offsets into *text*.
    """
    landmarks = _Landmarks(
        text,
        tuple(Span(*verb.span()) for verb in _verb().finditer(text)) if quotations else (),
        (0, *(end.end() for end in _SENTENCE_END.finditer(text))) if quotations else (0,),
    )
    found: list[Speaker | None] = []
    for position, quotation in enumerate(quotations):
        own = _speaker_of(landmarks, quotation)
        unclosed = position > 0 and not quotations[position - 1].closed
        if own is None and unclosed and _begins_line(text, quotation.span.start):
            own = found[-1]
        found.append(own or _taken_over(landmarks, quotation.span.start))
    return tuple(found)


def _speaker_of(landmarks: _Landmarks, quotation: Quoted) -> Speaker | None:
    """Return the speaker in the sentence of a quotation itself."""
    text = landmarks.text
    end = quotation.span.end
    goes_on = text[end - 2 : end - 1] in {",", "?", "!", "，"} or text[end : end + 1] in {",", "，"}
    if quotation.closed and goes_on and _verbs_in(landmarks, end, end + REACH):
        for pattern in _after():
            found = pattern.match(text, end, end + REACH)
            if found and is_plausible_source(found["source"]):
                return Speaker(Span(*found.span("source")), Span(*found.span("cue")))
    return _speaker_before(landmarks, quotation.span.start)


def _verbs_in(landmarks: _Landmarks, start: int, end: int) -> tuple[Span, ...]:
    first = bisect_left(landmarks.verbs, Span(start, start))
    return landmarks.verbs[first : bisect_left(landmarks.verbs, Span(end, end))]


def _begins_line(text: str, at: int) -> bool:
    before = text[max(0, at - REACH) : at]
    return not before[before.rfind("\n") + 1 :].strip()


def _taken_over(landmarks: _Landmarks, start: int) -> Speaker | None:
    """Return the speaker of what goes before, where the quotation at *start* continues it."""
    window = landmarks.text[max(0, start - 40) : start]
    before = window.rstrip()
    end = start - len(window) + len(before)
    if before[-1:] == ":" and "\n" in window[len(before) :]:
        return _speaker_before(landmarks, end, reach=REACH)
    if before[-1:] in {".", "”", '"', "!", "?"} and "\n" not in window[len(before) :]:
        return _speaker_before(landmarks, end - 1, reach=REACH)
    return None


def _speaker_before(
    landmarks: _Landmarks, end: int, reach: int = _WORDS_TO_QUOTE
) -> Speaker | None:
    """Return the nearest speaker in the sentence that goes on at *end*, *reach* words back."""
    text = landmarks.text
    sentence = landmarks.sentences[max(0, bisect_right(landmarks.sentences, end) - 1)]
    start = max(sentence, end - REACH)
    chinese = _CHINESE.search(text, max(start, end - _CHINESE_REACH), end)
    if chinese:
        return Speaker(Span(*chinese.span("source")), Span(*chinese.span("cue")))
    for verb in reversed(_verbs_in(landmarks, start, end)[-_VERBS:]):
        cue = with_auxiliaries(text, start, verb)
        source = source_before(text, start, cue)
        if source and len(text[cue.end : end].split()) <= reach:
            return Speaker(source, cue)
    return None
