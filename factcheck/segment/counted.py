"""Find numbers whose noun a claim does not hold. In: a sentence and words of it. Out: yes or no.

"The dam, built to last 100 years, failed after 40": without the years, 40 could be anything.
"""

import re
from collections.abc import Collection

from factcheck.lexicon import load
from factcheck.segment.clauses import NOUNS
from factcheck.segment.drafts import Piece
from factcheck.segment.mentions import is_person_noun
from factcheck.segment.parsed import Parsed
from factcheck.segment.scope import has_time

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_ALONE = frozenset(["obj", "obl", "nsubj", "conj", "root", "xcomp"])
# Ages and hours: "at 54".
_COMPLETE = frozenset(["at", "aged"])


def strands_number(sentence: Parsed, words: Collection[object]) -> bool:
    """Say whether *words* hold a bare number, and none of the counted nouns before it."""
    counted = [
        word
        for word in range(len(sentence.spans))
        if sentence.tree.upos[word] == "NOUN"
        and any(_counts(sentence, child) for child in sentence.related(word, "nummod", "amod"))
    ]
    if not counted:
        return False
    return any(
        _is_bare_number(sentence, word)
        and counted[0] < word
        and not any(noun in words for noun in counted if noun < word)
        for word in range(len(sentence.spans))
        if word in words
    )


def counted_again(sentence: Parsed, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return *pieces* with "people" behind the 30 of "12 people died and 30 were injured".

    Only people are counted so, and only where one noun before the number says whom it counts:
    "12 ships sank and 30 drowned" is left as it is.
    """
    numbers = [word for word in pieces if isinstance(word, int) and _is_bare_number(sentence, word)]
    if len(numbers) != 1 or sentence.relation(numbers[0]) not in {"nsubj", "obj", "conj"}:
        return pieces
    nouns = [
        word
        for word in range(numbers[0])
        if any(_counts(sentence, child) for child in sentence.related(word, "nummod", "amod"))
    ]
    several = sentence.lower[numbers[0]] not in {"one", "1"}
    fits = (
        several and len(nouns) == 1 and _are_people(sentence, nouns[0]) and nouns[0] not in pieces
    )
    place = pieces.index(numbers[0]) + 1
    return (*pieces[:place], nouns[0], *pieces[place:]) if fits else pieces


def _are_people(sentence: Parsed, noun: int) -> bool:
    plural = sentence.tree.xpos[noun] == "NNS" or sentence.lower[noun] == "people"
    role = sentence.relation(noun) in {"nsubj", "obj"}
    return plural and role and is_person_noun(sentence.lower[noun])


def _counts(sentence: Parsed, word: int) -> bool:
    return sentence.tree.upos[word] == "NUM" or _ORDINAL.fullmatch(sentence.lower[word]) is not None


def _is_bare_number(sentence: Parsed, word: int) -> bool:
    form = sentence.lower[word]
    number = form.replace(",", "").replace(".", "").isdecimal() or form in load("number_words")
    plain = sentence.tree.upos[word] == "NUM" and number and not has_time(sentence, (word,))
    if not plain and _ORDINAL.fullmatch(form) is None:
        return False
    cases = {sentence.lower[case] for case in sentence.related(word, "case")}
    explained = any(
        sentence.tree.upos[child] in {*NOUNS, "SYM", "PRON"} for child in sentence.children[word]
    )
    return sentence.relation(word) in _ALONE and cases.isdisjoint(_COMPLETE) and not explained
