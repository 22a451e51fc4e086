"""Words of a person laid at those of the article. In: pieces of the text, a wording. Out: spans.

A word of the wording that stands in the pieces, in their order, becomes part of a span; every other
word is an insertion.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.model.claim import Claim
from factcheck.model.span import Span

# A word, or one sign that is neither a letter nor white space. Chinese characters stand alone,
# because nothing sets their words apart.
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]|[^\W_]+|[^\w\s]|_")
# Beyond so many pairs of words between what the two have in common at their ends nothing more is
# looked for: comparing takes time with their product, and a person waits.
_MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True)
class Quoted:
    """A piece of the article: where it stands, and its words."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class _Token:
    """One word: its letters, its place in the article or wording, the piece that it is of."""

    letters: str
    span: Span
    piece: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that follow each other in both: places in the tokens of pieces and of wording."""

    source: int
    target: int
    size: int


def aligned(pieces: Sequence[Quoted], wording: str) -> Claim:
    """Return the claim that reads as *wording* and rests on words of *pieces*.

    *pieces* stand in reading order and do not overlap. The spans of the claim lie within them, in
    reading order; every word of the wording is in a span, letter for letter, or in an insertion.
    Where no word of the wording stands in the pieces, the claim rests on all of them.

    The longest run of words that both share is taken first, then the longest on either side of it
    (Ratcliff and Obershelp 1988), so that a span is broken as seldom as may be.
    """
    source = [token for i, piece in enumerate(pieces) for token in _tokens(piece, i)]
    target = list(_tokens(Quoted(Span(0, len(wording)), wording), 0))
    shared = _runs([t.letters for t in source], [t.letters for t in target])
    runs = [part for run in shared for part in _unbroken(run, source, target)]
    spans = tuple(
        Span(source[run.source].span.start, source[run.source + run.size - 1].span.end)
        for run in runs
    )
    found = {place for run in runs for place in range(run.target, run.target + run.size)}
    left = [token.span for i, token in enumerate(target) if i not in found]
    return Claim(
        wording,
        spans or tuple(piece.span for piece in pieces),
        tuple(_joined(left, wording)),
    )


def _tokens(piece: Quoted, place: int) -> Iterator[_Token]:
    for found in _TOKEN.finditer(piece.words):
        start = piece.span.start + found.start()
        yield _Token(found[0], Span(start, start + len(found[0])), place)


def _runs(source: Sequence[str], target: Sequence[str]) -> Iterator[_Run]:
    """Yield the runs of tokens that both have, in the order of both."""
    most = min(len(source), len(target))
    head = next((i for i in range(most) if source[i] != target[i]), most)
    most -= head
    tail = next((i for i in range(most) if source[-1 - i] != target[-1 - i]), most)
    middle = source[head : len(source) - tail], target[head : len(target) - tail]
    found = [_Run(0, 0, head)]
    if len(middle[0]) * len(middle[1]) <= _MOST_PAIRS:
        blocks = SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks()
        found += [_Run(head + block.a, head + block.b, block.size) for block in blocks]
    found.append(_Run(len(source) - tail, len(target) - tail, tail))
    run = found[0]
    for following in found[1:]:
        if (run.source + run.size, run.target + run.size) == (following.source, following.target):
            run = _Run(run.source, run.target, run.size + following.size)
        else:
            yield run
            run = following
    yield run


def _unbroken(run: _Run, source: Sequence[_Token], target: Sequence[_Token]) -> Iterator[_Run]:
    """Yield *run* in parts within which what stands between the words is the same in both.

    Parts without a letter or digit are left out: a full stop alone is no place in an article.
    """
    first = 0
    for i in range(1, run.size + 1):
        if i < run.size and _follows(run, i, source, target):
            continue
        part = _Run(run.source + first, run.target + first, i - first)
        if any(source[part.source + k].letters.isalnum() for k in range(part.size)):
            yield part
        first = i


def _follows(run: _Run, i: int, source: Sequence[_Token], target: Sequence[_Token]) -> bool:
    """Say whether token *i* of a run follows the one before it in both alike: apart, or not."""
    before, after = source[run.source + i - 1], source[run.source + i]
    apart = before.span.end < after.span.start
    wanted = target[run.target + i - 1].span.end < target[run.target + i].span.start
    return before.piece == after.piece and apart == wanted


def _joined(spans: Sequence[Span], wording: str) -> Iterator[Span]:
    """Yield *spans*, those with nothing but white space between them as one."""
    current: Span | None = None
    for span in spans:
        if current is not None and not wording[current.end : span.start].strip():
            current = Span(current.start, span.end)
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current


def with_brackets(wording: str, insertions: Sequence[Span]) -> str:
    """Return *wording* with its *insertions* in brackets: "⟨The port⟩ lost money."."""
    at, parts = 0, []
    for span in insertions:
        parts += [wording[at : span.start], "⟨", span.of(wording), "⟩"]
        at = span.end
    return "".join((*parts, wording[at:]))
