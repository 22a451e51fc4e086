"""Give every paragraph its role. In: a text. Out: blocks that tile it, each with one role.

What a paragraph looks like comes first (`furniture`), then its neighbours: a short line before a
longer one is a heading, a paragraph ending in a colon is the lead-in of what comes next.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled
from factcheck.model.document import Role
from factcheck.model.span import Span, trimmed
from factcheck.segment.furniture import furniture_role, is_author_note
from factcheck.segment.grammar import has_finite_verb
from factcheck.segment.paragraphs import split_paragraphs

_HASHES = re.compile(r"#{1,6}\s+\S")
_UNDERLINE = r"(?:={2,}|-{2,})[^\S\n]*(?:\n|\Z)"
_NO_HEADING_END = re.compile(r"[.!…,;:。！，；：—–-][\"'”’»)\]」』）]*\Z")
_FINAL = r"[.!?…。！？][\"'”’»)\]」』）]*\Z"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OPENING_QUOTE = r"[\"“„«「『‘']"
_REPORTS = r"(?i)\b(?:said|told|added|asked|according to the)\b"

# Of a letter; the name behind it is no heading.
_CLOSINGS = (
    *("Regards,", "Best regards,", "Kind regards,", "Warm regards,", "Best,", "Best wishes,"),
    *("Thanks,", "Many thanks,", "Thank you,", "Sincerely,", "Yours ", "Cheers,"),
)

# What may stand between a heading and what it heads.
_BETWEEN = frozenset({Role.BYLINE, Role.CAPTION, Role.SEPARATOR})
# Headlines of news sites stay below both.
_HEADING_CHARACTERS = 120
_HEADING_WORDS = 16
# A heading is shorter than what it heads.
_HEADED_RATIO = 1.5
# Half of the words that may be capitalised: the little ones in between are not counted.
_TITLE_CASE = 0.7
# A quoted text that runs on further without an end in sight is likelier to be over.
_LONGEST_QUOTATION = 5
# The author is introduced in the last paragraphs.
_LAST_PARAGRAPHS = 2


class Block(NamedTuple):
    """A paragraph with its role. Of a lead-in, only the last sentence announces anything."""

    span: Span
    role: Role


def split_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of *text* in reading order; they tile it.

    White space before the first word is a separator; other white space belongs to the block
    before it.
    """
    paragraphs = split_paragraphs(text)
    first = paragraphs[0].start if paragraphs else len(text)
    blocks = [Block(paragraph, _own_role(text, paragraph)) for paragraph in paragraphs]
    blocks = _with_headings(text, blocks)
    blocks = _with_quotations(text, _with_lead_ins(text, blocks))
    leading = (Block(Span(0, first), Role.SEPARATOR),) if first else ()
    return (*leading, *_with_author_note(text, blocks))


def _own_role(text: str, paragraph: Span) -> Role:
    words = trimmed(paragraph, text).of(text)
    if _HASHES.match(words):
        return Role.HEADING
    return furniture_role(words) or Role.SENTENCE


def _with_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    result = list(blocks)
    headed: Block | None = None
    for index in reversed(range(len(blocks))):
        block = blocks[index]
        if block.role is Role.SENTENCE and headed and _is_heading(text, block, headed):
            result[index] = block._replace(role=Role.HEADING)
        if block.role not in _BETWEEN:
            headed = block
    return result


def _is_heading(text: str, block: Block, headed: Block) -> bool:
    words = trimmed(block.span, text).of(text)
    if not _may_be_heading(words):
        return False
    if _is_underlined(text, block) or words.isupper() or _is_title_case(words):
        return True
    after = trimmed(headed.span, text).of(text)
    longer = len(after) >= _HEADED_RATIO * len(words) or bool(compiled(_FINAL).search(after[-4:]))
    return headed.role is Role.SENTENCE and longer


def _is_underlined(text: str, block: Block) -> bool:
    """Say whether the very next line is a rule, as under a heading of Markdown."""
    if text.count("\n", block.span.start, block.span.end) != 1:
        return False
    return compiled(_UNDERLINE).match(text, block.span.end) is not None


def _may_be_heading(words: str) -> bool:
    """Say whether a paragraph is one short line that neither begins nor ends like a sentence."""
    if len(words) > _HEADING_CHARACTERS or len(words.splitlines()) > 1 or words[0].islower():
        return False
    if (
        words.startswith(_CLOSINGS)
        or _NO_HEADING_END.search(words)
        or (compiled(_OPENING_QUOTE).match(words) and compiled(_FINAL).search(words))
    ):
        return False
    return not words.endswith(("?", "？")) and len(_WORD.findall(words)) <= _HEADING_WORDS


def _is_title_case(words: str) -> bool:
    """Say whether most words of four letters and more have a capital."""
    long = [word for word in _WORD.findall(words) if len(word) >= 4 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return len(long) >= 2 and capitals >= _TITLE_CASE * len(long)


def _with_lead_ins(text: str, blocks: Sequence[Block]) -> list[Block]:
    followers = (*(block.role for block in blocks[1:]), None)
    return [
        block._replace(role=Role.LEAD_IN)
        if block.role is Role.SENTENCE
        and _ends_in_colon(text, block)
        and (follower is Role.LIST_ITEM or follower is Role.QUOTATION)
        else block
        for block, follower in zip(blocks, followers, strict=False)
    ]


def _ends_in_colon(text: str, block: Block) -> bool:
    return trimmed(block.span, text).of(text).endswith((":", "："))


def _with_quotations(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark the paragraphs that an announcement quotes, and the announcement as a lead-in."""
    result = list(blocks)
    for index, block in enumerate(blocks[:-1]):
        if result[index].role is not Role.SENTENCE or not _ends_in_colon(text, block):
            continue
        count = _quoted_paragraphs(text, blocks, index)
        if count and not _asserts_too(text, block):
            result[index] = block._replace(role=Role.LEAD_IN)
        for quoted in range(index + 1, index + 1 + count):
            result[quoted] = blocks[quoted]._replace(role=Role.QUOTATION)
    return result


def _asserts_too(text: str, block: Block) -> bool:
    """Say whether what stands before a quotation says more than that it follows.

    "Roy called the sale a “mistake” and the price “absurd”:" is a sentence of its own.
    """
    words = _last_words(text, block)
    known = {word.lower() for word in _WORD.findall(words)}
    quotes = any(mark in words for mark in '"“')
    return quotes and known.isdisjoint(load("quotation_announcements")) and has_finite_verb(words)


def _quoted_paragraphs(text: str, blocks: Sequence[Block], index: int) -> int:
    """Return how many paragraphs after the lead-in at *index* are quoted.

    A paragraph that opens with a quotation mark is; the next ones are while they open with one,
    too, as quotations of several paragraphs do. Without marks, an announcement ("the mayor
    wrote:") quotes one paragraph. It quotes more only if it announces a text ("a letter", "a
    translation"), the run of paragraphs is short, ends at a heading, list or lead-in, and none of
    them reports what somebody said: then the article's own voice has not come back.
    """
    run = _run(text, blocks, index + 1)
    if not run:
        return 0
    if compiled(_OPENING_QUOTE).match(run[0]):
        marked = [compiled(_OPENING_QUOTE).match(words) is not None for words in run]
        return (*marked, False).index(False)
    announcement = {word.lower() for word in _WORD.findall(_last_words(text, blocks[index]))}
    if announcement.isdisjoint(load("quotation_announcements")):
        return 0
    bounded = len(run) <= _LONGEST_QUOTATION and index + 1 + len(run) < len(blocks)
    if announcement.isdisjoint(load("quoted_texts")) or not bounded:
        return 1
    return 1 if any(compiled(_REPORTS).search(words) for words in run) else len(run)


def _run(text: str, blocks: Sequence[Block], start: int) -> list[str]:
    """Return the paragraphs of prose from *start* on, a few more than a quotation may have."""
    run: list[str] = []
    for block in blocks[start : start + _LONGEST_QUOTATION + 1]:
        words = trimmed(block.span, text).of(text)
        if block.role is not Role.SENTENCE or words.endswith((":", "：")):
            break
        run.append(words)
    return run


def _last_words(text: str, block: Block) -> str:
    """Return the end of a paragraph, in which an announcement stands."""
    return trimmed(block.span, text).of(text)[-200:].rpartition(". ")[2]


def _with_author_note(text: str, blocks: Sequence[Block]) -> list[Block]:
    head, tail = blocks[:-_LAST_PARAGRAPHS], blocks[-_LAST_PARAGRAPHS:]
    return [
        *head,
        *(
            block._replace(role=Role.BYLINE)
            if block.role is Role.SENTENCE
            and len(blocks) > 1
            and is_author_note(trimmed(block.span, text).of(text))
            else block
            for block in tail
        ),
    ]
