"""Find numbers whose noun a claim does not hold. In: a sentence and words of it. Out: yes or no.

"The dam, built to last 100 years, failed after 40": without the years, 40 could be anything.
"""

import re
from collections.abc import Collection

from factcheck.lexicon import load
from factcheck.segment.clauses import NOUNS
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
