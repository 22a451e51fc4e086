"""Say word by word how a quotation differs from a passage, and what sort of words differ."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from factcheck.evidence.words import Word, is_name, is_negation, is_number, is_unit
from factcheck.model.quotecheck import Change, Piece

Diff = tuple[tuple[Piece, str], ...]
# One stretch of both: words source[a:b] stand where words quote[c:d] stand.
Block = tuple[int, int, int, int]


def trimmed_source(source: Sequence[Word], quote: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of *source* from the first to the last that *quote* shares.

    A single word that is shared far from the others is no part of the passage.
    """
    kept = tuple(source)
    for _ in range(2):
        same = [block for block in _blocks(kept, quote) if _is_same(block)]
        if not same:
            return tuple(source)
        first, last = same[0], same[-1]
        if len(same) > 1 and _strays(first, same[1]):
            first = same[1]
        if len(same) > 1 and last != first and _strays(last, same[-2], after=True):
            last = same[-2]
        # Where the edge of the quotation differs, as many words of the source stand against it.
        start = max(0, first[0] - first[2])
        end = min(len(kept), last[1] + len(quote) - last[3])
        kept = kept[start:end]
    return kept


def _strays(edge: Block, inner: Block, *, after: bool = False) -> bool:
    size = edge[1] - edge[0]
    gap = edge[0] - inner[1] if after else inner[0] - edge[1]
    answered = edge[2] - inner[3] if after else inner[2] - edge[3]
    return size <= 2 and gap - answered > 2 * size


def _is_same(block: Block) -> bool:
    return block[1] > block[0] and block[3] > block[2]


def _blocks(source: Sequence[Word], quote: Sequence[Word]) -> tuple[Block, ...]:
    """Return the blocks of words that both have; between them stand the changes."""
    keys = [word.key for word in source], [word.key for word in quote]
    return tuple(
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(*keys)
        if op.tag == "equal"
    )


def shared(source: Sequence[Word], quote: Sequence[Word]) -> float:
    """Return the share of the quotation, by letters, that *source* has too: 0–1."""
    length = sum(len(word.key) for word in quote)
    same = sum(
        len(word.key) for block in _blocks(source, quote) for word in quote[block[2] : block[3]]
    )
    return same / length if length else 0.0


def differences(
    source: Sequence[Word], quote: Sequence[Word], texts: tuple[str, str]
) -> tuple[Diff, tuple[Change, ...]]:
    """Return the word diff of a passage and a quotation, and its changes.

    *texts* are the source and the quotation that the words were cut from.
    """
    diff: list[tuple[Piece, str]] = []
    changes: list[Change] = []
    for a, b, c, d in _tiles(source, quote):
        here, there = _worded(texts[0], source[a:b]), _worded(texts[1], quote[c:d])
        if _is_same((a, b, c, d)) and [w.key for w in source[a:b]] == [w.key for w in quote[c:d]]:
            diff.append((Piece.SAME, here))
            changes.extend(_case_changes(source[a:b], quote[c:d], at_start=c == 0))
            continue
        diff.extend(
            (piece, words) for piece, words in ((Piece.SOURCE, here), (Piece.QUOTE, there)) if words
        )
        changes.append(Change(kinds_of(source[a:b], quote[c:d]), here, there))
    return tuple(diff), tuple(changes)


def _tiles(source: Sequence[Word], quote: Sequence[Word]) -> Iterator[Block]:
    a = c = 0
    for block in _blocks(source, quote):
        if (a, c) != (block[0], block[2]):
            yield a, block[0], c, block[2]
        yield block
        a, c = block[1], block[3]
    if a < len(source) or c < len(quote):
        yield a, len(source), c, len(quote)


def _worded(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def _case_changes(
    source: Sequence[Word], quote: Sequence[Word], *, at_start: bool
) -> Iterator[Change]:
    if all(word.text == word.text.upper() for word in source) and len(source) > 2:
        return  # set in capitals, as headlines are
    for i, (here, there) in enumerate(zip(source, quote, strict=True)):
        is_first = at_start and i == 0 and here.text[1:] == there.text[1:]
        if here.text != there.text and not is_first:
            yield Change(("case",), here.text, there.text)


def taken(source: Sequence[Word], quote: Sequence[Word], *, shouted: bool = False) -> int:
    """Return how many words of *source*, from its first, are the quotation: 0 where they differ.

    They must be the same to the letter, but for the case of the very first one. A word of the
    source may answer several that hyphens hold together in the quotation, because a line may have
    ended there. With *shouted* the source is set in capitals.
    """
    at = 0
    for i, word in enumerate(source):
        count = _answered(word, quote, at, is_first=i == 0, shouted=shouted)
        if not count:
            return 0
        at += count
        if at == len(quote):
            return i + 1
    return 0  # the source ends within the quotation


def _answered(word: Word, quote: Sequence[Word], at: int, *, is_first: bool, shouted: bool) -> int:
    """Return how many words of the quotation from *at* on are *word*: 0 where they are not.

    Only letters are held together by hyphens: 2-0 is not 20.
    """
    joined = ""
    for count, each in enumerate(quote[at : at + _PIECES], 1):
        if count > 1 and not (each.glued and word.text.isalpha()):
            return 0
        joined += each.text
        if joined == word.text:
            return count
        freely = word.text.isupper() if shouted else is_first and joined[1:] == word.text[1:]
        if freely and joined.casefold() == word.key:
            return count
    return 0


# Of more pieces no compound is made: "state-of-the-art" has four.
_PIECES = 6


def kinds_of(source: Sequence[Word], quote: Sequence[Word]) -> tuple[str, ...]:
    """Name the sorts of words that differ, the gravest first; "words" where none is special."""
    here, there = Counter(w.text for w in source), Counter(w.text for w in quote)
    differing = tuple((here - there) + (there - here))
    sorts = {"number": is_number, "negation": is_negation, "unit": is_unit, "name": is_name}
    found = tuple(kind for kind, belongs in sorts.items() if any(map(belongs, differing)))
    return found or ("words",)
