"""Rate how subjective a sentence is: its words and list suffix in, a number 0–1 out.

The weights of words and signs are fitted by `training/subjectivity.py`.
"""

import re
from functools import lru_cache
from itertools import islice
from math import exp

from factcheck.annotate.signs import cased, counted, sign
from factcheck.lexicon.phrases import lists_in, occurrences
from factcheck.lexicon.weights import sign_weight, word_weights

_WEIGHTS = "subjective_weights"
# For languages without word weights: set by hand so that one sign of judgement does not decide.
_START_BY_SIGNS = -0.5
# A sentence is asked about once for itself and twice for the claim that is all of it.
_ASKED_AGAIN = 4
# More of one sign says little more.
_MOST = 3
_LISTS = (
    "subjective", "loaded", "loaded_in_company", "label", "intensifier", "editorial", "absolute",
    "puffery", "exaggeration", "mind_reading", "hedge", "vague_quantity", "vague_frequency",
    "imprecise_degree", "insinuation", "appeal_to_fear",
)  # fmt: skip
_LISTS_BY_SUFFIX = {
    "": _LISTS,
    "_zh": ("subjective_zh", "loaded_zh", "label_zh", "intensifier_zh", "editorial_zh",
            "absolute_zh", "puffery_zh", "mind_reading_zh", "hedge_zh", "vague_quantity_zh"),
}  # fmt: skip
_WORD = re.compile(r"\w+|[^\w\s]")
_STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"'}
_PATTERNS = {
    "first person": cased(
        "i we us our ours my me mine",
        r"\b(?:I|we|us|our|ours|my|me|mine|We|Our|My)\b|我|我们|咱们",
    ),
    "obligation": cased(
        "should must ought need needs have has cannot can let",
        r"\b(?:should|must|ought|need\sto|needs\sto|have\sto|has\sto|cannot|can[’']t|let[’']s)\b|应该|必须|应当",
    ),
    "call": cased("", r"[!?！？]"),
    "contrast": sign(
        "but yet though although despite instead rather however while because if nor",
        r"\b(?:but|yet|though|although|despite|instead|rather|however|while|because|if|nor)\b|但是|然而|却",
    ),
    "present": cased(
        "is are s isn aren seem seems become becomes",
        r"\b(?:is|are|[’']s|isn[’']t|aren[’']t|seems?|becomes?)\b",
    ),
    "figure": cased("", r"\d[\d,.]*|[$€£%]"),
    "date": cased(
        "january february march april may june july august september october november december"
        " monday tuesday wednesday thursday friday saturday sunday yesterday",
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday)\b|[年月日]",
    ),
    "name": cased("", r"(?<=[a-z,] )[A-Z][a-z]+"),
    "speech": cased(
        "said says told announced according reported added stated tweeted",
        r"\b(?:said|says|told|announced|according\sto|reported|added|stated|tweeted)\b|表示|报道|介绍|指出",
    ),
}


SIGNS = (*_LISTS, *_PATTERNS)


@lru_cache(maxsize=_ASKED_AGAIN)
def subjectivity(words: str, suffix: str) -> float:
    """Return how far a sentence says what somebody feels or judges, rather than what is: 0–1.

    *suffix* chooses the word lists: "" for English, "_zh" for Chinese. From 0.5 on a sentence is
    more likely subjective than not, where both are as frequent.
    """
    found_signs = signs(words, suffix).items()
    total = sum(sign_weight(_WEIGHTS, name) * count for name, count in found_signs if count)
    if suffix:
        total += _START_BY_SIGNS
    else:
        found = word_weights(_WEIGHTS, words_of(words))
        total += sign_weight(_WEIGHTS, "start") + (sum(found) / len(found) if found else 0.0)
    return round(1 / (1 + exp(-total)), 3)


def words_of(words: str) -> list[str]:
    """Return the words and marks that have weights, in lower case and with straight quotes."""
    plain = words.lower()
    for curly, straight in _STRAIGHT.items():
        plain = plain.replace(curly, straight)
    return _WORD.findall(plain)


def signs(words: str, suffix: str) -> dict[str, int]:
    """Count the signs of subjectivity and of its absence in a sentence, each up to a few."""
    lists = _LISTS_BY_SUFFIX[suffix]
    there = lists_in(words, lists)
    listed = {
        name.removesuffix("_zh"): sum(1 for _ in islice(occurrences(words, name), _MOST))
        if name in there
        else 0
        for name in lists
    }
    return listed | counted(_PATTERNS, words, _MOST)
