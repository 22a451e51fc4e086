"""Drafts of claims: which words they take, what is put between. In: a sentence. Out: pieces.

A draft names its words by their places in the sentence; only here do they become spans again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from factcheck.model.span import Span
from factcheck.segment.mending import QUOTES, opens_quotation, quotations
from factcheck.segment.parsed import Parsed
from factcheck.segment.wording import folded

Piece = int | str
_FINAL = frozenset([".", "!", "?", "...", "…", "!!", "!!!", "??", "???", "?!", "!?", "!.", "?."])
_CLOSERS = frozenset(['"', "”", "’", "'", ")", "]"])
_EDGE = frozenset([",", ";", ":", "—", "–", "--", "-", ")", "]"])
_NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", "!", "?", ")", "]", "”", "...", "…"])
_CLITICS = frozenset(["'s", "'re", "'ve", "'d", "'ll"])
# Before a string that goes on with the word before it; it is no part of the claim.
_ATTACHED = "\b"
_CLINGING = frozenset([_ATTACHED, ",", ".", ";", ":", "!", "?", ")", "]", "”", "'", "’", '"'])


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim on its way.

    `pieces` are words by their place, and strings that are put in; `head` is its verb, or what
    stands for it; `subject` are the pieces that may be said again in front of another verb;
    `closed` are words inside which nothing is split any more; `inflected` are words of `pieces`
    that get another form: "killing" as "killed", whose ending is put in.
    """

    pieces: tuple[Piece, ...]
    head: int
    subject: tuple[Piece, ...] = ()
    closed: frozenset[int] = field(default=frozenset())
    inflected: tuple[tuple[int, str], ...] = ()

    def without(self, words: frozenset[int]) -> "Draft":
        """Return the draft without *words*."""
        kept = tuple(piece for piece in self.pieces if piece not in words)
        return replace(self, pieces=kept)


@dataclass(frozen=True, slots=True)
class Split:
    """What a rule makes of a draft: the words it loses, and the drafts that hold them.

    `replaces` says that the draft itself is no claim any more.
    """

    gone: frozenset[int] = frozenset()
    drafts: tuple[Draft, ...] = ()
    closed: frozenset[int] = frozenset()
    replaces: bool = False


def spans_of(sentence: Parsed, words: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans of *words*, those that follow each other as one."""
    return tuple(run for run in _stretches(sentence, tuple(words), {}) if isinstance(run, Span))


def pieces_of(sentence: Parsed, draft: Draft) -> tuple[Span | str, ...]:
    """Return the pieces of the claim: spans in reading order, and strings with their spaces.

    Words that stand out of the order of the text are put in as strings. The claim ends with the
    mark of the sentence or with a full stop that is put in.
    """
    pieces = _ended(sentence, _trimmed(sentence, _paired(sentence, draft.pieces)))
    runs = _runs(sentence, pieces, dict(draft.inflected))
    return tuple(_spaced(runs))


def _paired(sentence: Parsed, pieces: tuple[Piece, ...]) -> list[Piece]:
    """Return *pieces* without the quotation marks whose other half they do not hold.

    A mark that has no other half in the whole sentence stays in the middle of its claim.
    """
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    pieces = _closed(sentence, pieces, pairs)
    held = {piece for piece in pieces if isinstance(piece, int)}
    split = {mark for start, end in pairs for mark in (start, end) if not {start, end} <= held}
    paired = {mark for pair in pairs for mark in pair}
    edges = {pieces[0], pieces[-1]}
    lonely = {
        word
        for word in held
        if sentence.lower[word] in QUOTES and word not in paired and word in edges
    }
    kept = [piece for piece in pieces if piece not in split]
    return kept if len(pieces) == len(sentence.spans) else [p for p in kept if p not in lonely]


def _closed(
    sentence: Parsed, pieces: tuple[Piece, ...], pairs: Sequence[tuple[int, int]]
) -> tuple[Piece, ...]:
    """Return *pieces* with the marks that close a quotation all of whose words they hold."""
    last = pieces[-1]
    if isinstance(last, int) and _is_open_single(sentence, pieces):
        marks = sentence.lower[last + 1 : last + 3]
        behind = 1 if marks[:1] == ("'",) else 2 if marks in {(".", "'"), (",", "'")} else 0
        pieces = (*pieces, *range(last + 1, last + 1 + behind))
        last += behind
    for start, end in pairs:
        if start not in pieces or not isinstance(last, int) or not start < last < end:
            continue
        if all(sentence.is_punctuation(word) for word in range(last + 1, end)):
            return (*pieces, *range(last + 1, end + 1))
    return pieces


def _is_open_single(sentence: Parsed, pieces: tuple[Piece, ...]) -> bool:
    """Say whether the last single mark in *pieces* opens something."""
    starts = [
        sentence.spans[piece].start
        for piece in pieces
        if isinstance(piece, int) and sentence.lower[piece] in {"'", "‘"}
    ]
    return bool(starts) and not sentence.text[starts[-1] - 1 : starts[-1]].strip()


def _trimmed(sentence: Parsed, pieces: list[Piece]) -> list[Piece]:
    while pieces and _is_mark(sentence, pieces[0], _EDGE | _FINAL):
        pieces.pop(0)
    while pieces and _is_mark(sentence, pieces[-1], _EDGE - {")", "]"}):
        pieces.pop()
    # The "!" of a name that went with another part.
    stray = len(pieces) > 2 and all(_is_mark(sentence, mark, _FINAL) for mark in pieces[-2:])
    if stray and not _is_next(pieces[:-1]):
        pieces.pop(-2)
    return [
        piece
        for place, piece in enumerate(pieces)
        if not (
            _is_mark(sentence, piece, _EDGE - {")", "]"})
            and (
                _is_mark(sentence, pieces[place + 1], frozenset([",", ".", ";", "!", "?"]))
                or _ends_quoted_term(sentence, pieces, place)
            )
        )
    ]


def _ends_quoted_term(sentence: Parsed, pieces: list[Piece], comma: int) -> bool:
    """Say whether a comma is that of “the “Lake Act,” which …” where "which" went."""
    if len(pieces) <= comma + 2 or not _is_mark(sentence, pieces[comma + 1], QUOTES):
        return False
    mark, following = pieces[comma + 1 : comma + 3]
    word = isinstance(following, int) and not sentence.is_punctuation(following)
    return word and _is_next(pieces[: comma + 2]) and not _is_next([mark, following])


def _is_mark(sentence: Parsed, piece: Piece, marks: frozenset[str]) -> bool:
    return isinstance(piece, int) and sentence.lower[piece] in marks


def _ended(sentence: Parsed, pieces: list[Piece]) -> list[Piece]:
    """Return *pieces* with a mark at the end; the comma before a closing quotation mark goes."""
    torn = len(pieces) > 1 and _is_mark(sentence, pieces[-1], _FINAL) and not _is_next(pieces)
    pieces = pieces[:-1] if torn else pieces
    last = len(pieces) - 1
    while last > 0 and _is_mark(sentence, pieces[last], _CLOSERS):
        last -= 1
    final = pieces[last]
    if isinstance(final, int) and sentence.lower[final].endswith((*_FINAL,)):
        return pieces
    closers = pieces[last + 1 :]
    if closers and _is_mark(sentence, pieces[last], frozenset([","])):
        marks = "".join(sentence.lower[mark] for mark in closers if isinstance(mark, int))
        return [*pieces[:last], f".{marks}"]
    return [*pieces, "."]


def _is_next(pieces: Sequence[Piece]) -> bool:
    """Say whether the last of *pieces* stands right behind the one before it in the sentence."""
    before, last = pieces[-2:]
    return isinstance(before, int) and isinstance(last, int) and last == before + 1


def _runs(
    sentence: Parsed, pieces: Sequence[Piece], inflected: Mapping[int, str]
) -> list[Span | str]:
    """Return words that follow each other in one line as one span.

    A mark that follows nothing, and words from further back, become strings.
    """
    runs: list[Span | str] = []
    end = 0
    for run in _stretches(sentence, pieces, inflected):
        if isinstance(run, Span) and run.start < end:
            runs.append(_inside_sentence(sentence, run))
        else:
            runs.append(run)
            end = run.end if isinstance(run, Span) else end
    return runs


def _inside_sentence(sentence: Parsed, run: Span) -> str:
    """Return the words of *run* as they are written behind other words: "the judge"."""
    words = folded(run.of(sentence.text))
    capital = run.start == sentence.spans[0].start and sentence.tree.upos[0] != "PROPN"
    return words[:1].lower() + words[1:] if capital and not words[1:2].isupper() else words


def _stretches(
    sentence: Parsed, pieces: Sequence[Piece], inflected: Mapping[int, str]
) -> list[Span | str]:
    stretches: list[Span | str] = []
    before = -2
    for piece in pieces:
        last = stretches[-1] if stretches else ""
        if isinstance(piece, str):
            stretches.append(piece)
            before = -2
        elif piece in inflected:
            stretches.extend(_with_ending(sentence.text, sentence.spans[piece], inflected[piece]))
            before = -2
        elif isinstance(last, Span) and _follows(sentence, before, piece):
            stretches[-1] = Span(last.start, sentence.spans[piece].end)
            before = piece
        elif stretches and _closes(sentence, piece):
            stretches.append(sentence.spans[piece].of(sentence.text))
            before = -2
        else:
            stretches.append(sentence.spans[piece])
            before = piece
    return stretches


def _with_ending(text: str, word: Span, form: str) -> tuple[Span | str, ...]:
    """Return the first letters of *word* that *form* shares, and the rest of *form* behind them."""
    pairs = zip(word.of(text).lower(), form, strict=False)
    letters = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    rest = (f"{_ATTACHED}{form[letters:]}",) if form[letters:] else ()
    return (Span(word.start, word.start + letters), *rest)


def _closes(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is a mark, or the rest of a verb, that clings to the word before it."""
    if sentence.lower[word] == '"':
        return not opens_quotation(sentence.text, sentence.spans[word].start)
    return sentence.lower[word] in _NO_SPACE_BEFORE | _CLITICS


def _follows(sentence: Parsed, before: int, word: int) -> bool:
    """Say whether *word* is the next after *before*, without the mark of a quoted line between."""
    if word != before + 1:
        return False
    between = sentence.text[sentence.spans[before].end : sentence.spans[word].start]
    return not between.strip()


def _spaced(runs: Sequence[Span | str]) -> list[Span | str]:
    """Return *runs* with spaces where words meet; strings side by side become one."""
    spaced: list[Span | str] = []
    for place, run in enumerate(runs):
        if not isinstance(run, str):
            spaced.append(run)
            continue
        follows = place + 1 < len(runs) and not _clings(runs[place + 1])
        last = spaced[-1] if spaced else ""
        leads = isinstance(last, Span) and not _clings(run)
        word = f"{' ' if leads else ''}{run.lstrip(_ATTACHED)}{' ' if follows else ''}"
        if isinstance(last, str) and spaced:
            spaced[-1] = last + word
        else:
            spaced.append(word)
    return spaced


def _clings(run: Span | str) -> bool:
    return isinstance(run, str) and run[:1] in _CLINGING
