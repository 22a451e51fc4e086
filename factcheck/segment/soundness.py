"""Tell whether a draft reads as a sentence. In: a sentence and a draft. Out: yes or no."""

from collections.abc import Sequence
from itertools import pairwise

from factcheck.segment.drafts import Draft
from factcheck.segment.mending import QUOTES, opens_quotation
from factcheck.segment.parsed import Parsed

_DANGLING = frozenset(
    [
        "of",
        "and",
        "the",
        "a",
        "an",
        "to",
        "by",
        "for",
        "with",
        "from",
        "or",
        "which",
        "that",
        "than",
        "as",
        "at",
        "into",
        "who",
        "whose",
        "also",
        "both",
        "between",
        "including",
        "been",
    ]
)
_NO_START = frozenset(["which", "who", "whose", "whom", "than", "of", "and", "or", "so", "nor"])
_RELATIVES = frozenset(["which", "who", "whose", "whom"])
_LEAST_WORDS = 3


def is_sound(sentence: Parsed, draft: Draft) -> bool:
    """Say whether a draft reads as a sentence: a verb, a subject, brackets in pairs, an end."""
    words = [piece for piece in draft.pieces if isinstance(piece, int)]
    forms = [sentence.lower[word] for word in words if not sentence.is_punctuation(word)]
    written = [piece for piece in draft.pieces if isinstance(piece, str)]
    count = len(forms) + sum(len(piece.split()) for piece in written)
    return (
        draft.head in words
        and (count >= _LEAST_WORDS or _is_short_clause(sentence, draft))
        and bool(forms)
        and not (isinstance(draft.pieces[0], int) and _is_no_start(sentence, words))
        and (forms[-1] not in _DANGLING or _ends_sentence(sentence, words))
        and _is_balanced([sentence.lower[word] for word in words])
        and not _relates_to_inserted(sentence, draft)
        and not _joins_to_nothing(forms)
        and not _parts_quotation(sentence, words)
        and not _lacks_second_half(forms)
    )


def _relates_to_inserted(sentence: Parsed, draft: Draft) -> bool:
    """Say whether "whose" stands behind words put in, not behind whose it is: "is whose owner"."""
    return any(
        isinstance(before, str) and isinstance(word, int) and sentence.lower[word] in _RELATIVES
        for before, word in pairwise(draft.pieces)
    )


def _lacks_second_half(forms: Sequence[str]) -> bool:
    """Say whether "not only" stands there and no "but", nor anything else that goes on with it."""
    only = [place for place, form in enumerate(forms) if form == "only" and "not" in forms[:place]]
    return any(
        forms[place - 1] == "not" and {"but", "also", "even"}.isdisjoint(forms[place:])
        for place in only
    )


def _parts_quotation(sentence: Parsed, words: Sequence[int]) -> bool:
    """Say whether a second quotation opens where words stood between: "We lost," "by far."."""
    return any(
        {sentence.lower[word], sentence.lower[following]} <= QUOTES
        and following > word + 1
        and opens_quotation(sentence.text, sentence.spans[following].start)
        for word, following in pairwise(words)
    )


def _joins_to_nothing(forms: Sequence[str]) -> bool:
    """Say whether "and who" stands where no "who" or "that" stands before it."""
    return any(
        form in _RELATIVES
        and forms[place - 1] in {"and", "but", "or"}
        and not {*_RELATIVES, "that"}.intersection(forms[: place - 1])
        for place, form in enumerate(forms)
        if place
    )


def _is_short_clause(sentence: Parsed, draft: Draft) -> bool:
    """Say whether a draft is a noun and its verb: "wages fell"."""
    words = [
        piece
        for piece in draft.pieces
        if isinstance(piece, str) or not sentence.is_punctuation(piece)
    ]
    noun = words[0] if words else ""
    return (
        isinstance(noun, int)
        and words == [noun, draft.head]
        and draft.subject == (noun,)
        and sentence.tree.upos[noun] in {"NOUN", "PROPN"}
        and sentence.tree.xpos[draft.head] in {"VBD", "VBZ"}
    )


def _is_no_start(sentence: Parsed, words: Sequence[int]) -> bool:
    """Say whether the first of *words* joins to something; not "of" in "Of course", at the head."""
    first = next(word for word in words if not sentence.is_punctuation(word))
    opens = all(map(sentence.is_punctuation, range(first)))
    form = sentence.spans[first].of(sentence.text)
    course = sentence.lower[first : first + 2] == ("of", "course")
    course = course and QUOTES.isdisjoint(sentence.lower[first + 2 : first + 4])
    known = course or (opens and form == "Of") or form == "WHO"
    return sentence.lower[first] in _NO_START and not known


def _ends_sentence(sentence: Parsed, words: Sequence[int]) -> bool:
    """Say whether *words* end as their sentence does, with a preposition or name: "rely on"."""
    last = max(word for word in words if not sentence.is_punctuation(word))
    behind = range(last + 1, len(sentence.spans))
    stranded = sentence.tree.upos[last] in {"ADP", "PRON", "PROPN"} and last - 1 in words
    return stranded and all(map(sentence.is_punctuation, behind))


def _is_balanced(forms: Sequence[str]) -> bool:
    depth = 0
    for form in forms:
        depth += (form in {"(", "["}) - (form in {")", "]"})
        if depth < 0:
            return False
    return depth == 0
