"""Cut a text into segments. In: any text. Out: sentences and blocks that tile it, with roles."""

import re
from collections.abc import Iterator

from factcheck.lexicon.labels import labels_of
from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.scripts import chinese_in
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed
from factcheck.segment.blocks import Block, split_blocks
from factcheck.segment.courtesies import is_courtesy
from factcheck.segment.furniture import caption_parts, date_start, dateline_end
from factcheck.segment.grammar import has_finite_verb
from factcheck.segment.language import language_of
from factcheck.segment.sentences import split_sentences

# Blocks of these roles are read sentence by sentence; the others are one segment.
_READ = frozenset({Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION, Role.LEAD_IN})
# "[2]", "[3, 4] [5]", "¹²": marks of notes behind the last mark.
_NOTES = r"(?:[ \u00a0]?\[[\d,– -]{1,9}\]|[¹²³⁰⁴-⁹])*+\Z"
_QUESTION = re.compile(rf"[?？؟][!！?？)\]）]*{_NOTES}")
_QUOTED_QUESTION = re.compile(r"[\"“「『‘'].*[?？][\"”」』’']\Z", re.DOTALL)
_FINAL = re.compile(rf"[.!?…。！？:：;；؟۔।॥։][\"'”“’»)\]」』）》}}]*{_NOTES}")
# Of textbooks; "Figure 8 Island" is a name.
_FIGURE = r"\w{3,6}\s\d{1,3}\.\d{1,3}\s+(?=[“\"(]?[A-Z][a-z.]+\s)"
_FIGURES = ("Figure ", "Table ", "Map ", "Chart ", "Box ")
# Marks, closers and a few notes.
_LONGEST_END = 24
_WORD_START = re.compile(r"(?:^|\s)\w")
_FIRST_KANA, _LAST_KANA = "\u3041", "\u30ff"

# English without a verb and without a full stop: a heading that stands last, a cell, a name.
_FRAGMENT_WORDS = 12
# In other languages only so few words are surely no sentence.
_SURE_FRAGMENT_WORDS = 3
_SURE_FRAGMENT_HAN = 5


def split(text: str) -> tuple[Segment, ...]:
    """Return the segments of *text* in reading order.

    Spans are code points into *text* and tile it: no gap, no overlap, no empty segment. White
    space belongs to the segment before it, at the beginning of the text it is a separator.
    `language` is that of the paragraph; `subjectivity` is 0. The label of a speaker in a
    transcript ("MAYOR LEE: ") is a fragment of its own, a Chinese dateline a byline.
    """
    return tuple(_segments(text))


def _segments(text: str) -> Iterator[Segment]:
    language: str | None = None
    for block in split_blocks(text):
        if block.role is Role.SEPARATOR:
            yield Segment(block.span, block.role)
            continue
        language = language_of(block.span.of(text), language)
        if block.role is Role.CAPTION:
            yield from _caption(text, block, language)
            continue
        if block.role is Role.HEADING:
            yield from _heading(text, block, language)
            continue
        if block.role not in _READ:
            yield Segment(block.span, block.role, language)
            continue
        opening = _opening(text, block)
        if opening is not None:
            yield Segment(opening.span, opening.role, language)
        start = opening.span.end if opening else block.span.start
        spans = split_sentences(text, Span(start, block.span.end))
        for span in spans:
            last = span is spans[-1]
            yield Segment(span, _role(text, block, span, language, last=last), language)


def _heading(text: str, block: Block, language: str | None) -> Iterator[Segment]:
    at = date_start(text, block.span)
    yield Segment(Span(block.span.start, at), Role.HEADING, language)
    if at < block.span.end:
        yield Segment(Span(at, block.span.end), Role.BYLINE, language)


def _caption(text: str, block: Block, language: str | None) -> Iterator[Segment]:
    for part in caption_parts(text, block.span):
        for span in split_sentences(text, part):
            yield Segment(span, Role.CAPTION, language)


def _opening(text: str, block: Block) -> Block | None:
    """Return the label or the Chinese dateline that a paragraph opens with."""
    if block.role is not Role.SENTENCE:
        return None
    if text.startswith(_FIGURES, block.span.start):
        figure = compiled(_FIGURE).match(text, block.span.start, block.span.end)
        return Block(Span(*figure.span()), Role.CAPTION) if figure else None
    label = labels_of(text).get(block.span.start)
    if label is not None:
        return Block(label.span, Role.FRAGMENT)
    end = dateline_end(text, block.span)
    return Block(Span(block.span.start, end), Role.BYLINE) if end > block.span.start else None


def _role(text: str, block: Block, span: Span, language: str | None, *, last: bool) -> Role:
    """Return the role of one sentence of *block*."""
    words = trimmed(span, text).of(text)
    if block.role is Role.LEAD_IN:
        return Role.LEAD_IN if last else Role.SENTENCE
    if _QUESTION.search(words[-_LONGEST_END:]) or _QUOTED_QUESTION.match(words):
        return Role.QUESTION
    if block.role is Role.SENTENCE and _is_fragment(words, language):
        return Role.FRAGMENT
    return block.role


def _is_fragment(words: str, language: str | None) -> bool:
    """Say whether words without a final mark are too few, or lack the verb, for a sentence."""
    if is_courtesy(words) or not any(character.isalnum() for character in words):
        return True
    if words[-1] == ":" and not words[:-1].strip().count(" "):
        return True
    if _FINAL.search(words[-_LONGEST_END:]):
        return False
    count = len(_WORD_START.findall(words))
    han = chinese_in(words) + sum(_FIRST_KANA <= character <= _LAST_KANA for character in words)
    if han:
        return han <= _SURE_FRAGMENT_HAN
    if language in {None, "en"} and count <= _FRAGMENT_WORDS:
        return not has_finite_verb(words)
    return count <= _SURE_FRAGMENT_WORDS
