"""Rate how subjective a sentence is: its words and list suffix in, a number 0–1 out."""

import re
from math import exp

from factcheck.lexicon.phrases import occurrences

# Weights of a logistic regression over these counts, each capped at _MOST; fitted to the
# development half of NewsSD (830 English news sentences): macro F1 0.62 in ten-fold validation.
_INTERCEPT = -0.27
_WEIGHTS = {
    "subjective": 0.31,
    "loaded": 0.75,
    "label": 0.21,
    "intensifier": 0.31,
    "editorial": 0.20,
    "absolute": 0.37,
    "puffery": 0.20,
    "first person": 0.35,
    "obligation": 0.39,
    "call": 0.10,
    "contrast": 0.18,
    "present": 0.28,
    "figure": -0.57,
    "date": -0.22,
    "name": -0.19,
    "speech": -0.70,
}
_MOST = 3
_LISTS = ("subjective", "loaded", "label", "intensifier", "editorial", "absolute", "puffery")
_PATTERNS = {
    "first person": re.compile(r"\b(?:I|we|us|our|ours|my|me|mine|We|Our|My)\b|我|我们|咱们"),
    "obligation": re.compile(
        r"\b(?:should|must|ought|need\sto|needs\sto|have\sto|has\sto|cannot|can[’']t|let[’']s)\b|应该|必须|应当"
    ),
    "call": re.compile(r"[!?！？]"),
    "contrast": re.compile(
        r"\b(?:but|yet|though|although|despite|instead|rather|however|while|because|if|nor)\b|但是|然而|却",
        re.IGNORECASE,
    ),
    "present": re.compile(r"\b(?:is|are|[’']s|isn[’']t|aren[’']t|seems?|becomes?)\b"),
    "figure": re.compile(r"\d[\d,.]*|[$€£%]"),
    "date": re.compile(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday)\b|[年月日]"
    ),
    "name": re.compile(r"(?<=[a-z,] )[A-Z][a-z]+"),
    "speech": re.compile(
        r"\b(?:said|says|told|announced|according\sto|reported|added|stated|tweeted)\b|表示|报道|介绍|指出"
    ),
}  # fmt: skip


def subjectivity(words: str, suffix: str) -> float:
    """Return how far a sentence says what somebody feels or judges, rather than what is: 0–1.

    *suffix* chooses the word lists: "" for English, "_zh" for Chinese.
    """
    counts = signs(words, suffix)
    total = _INTERCEPT + sum(_WEIGHTS[name] * count for name, count in counts.items())
    return round(1 / (1 + exp(-total)), 3)


def signs(words: str, suffix: str) -> dict[str, int]:
    """Count the signs of subjectivity and of its absence in a sentence, each up to a few."""
    listed = {name: sum(1 for _ in occurrences(words, f"{name}{suffix}")) for name in _LISTS}
    matched = {name: len(pattern.findall(words)) for name, pattern in _PATTERNS.items()}
    return {name: min(_MOST, count) for name, count in (listed | matched).items()}
