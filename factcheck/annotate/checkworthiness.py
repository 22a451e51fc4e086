"""Rank a claim for checking: the described claim in, a number 0–1 and what decided it out.

The signs are those that ClaimBuster and CheckThat! systems report (figures, comparisons, causes,
what somebody did; against them feelings, the first person, the future). Their weights and those of
single words are fitted by `training/hints.py` to sentences written for this project.
"""

from collections.abc import Mapping
from math import exp

from factcheck.annotate.signs import cased, counted, sign
from factcheck.annotate.subjectivity import subjectivity, words_of
from factcheck.lexicon.phrases import has_any, lists_in
from factcheck.lexicon.weights import sign_weight, word_weights
from factcheck.model.claim import Claim, ClaimKind

_WEIGHTS = "worthy_weights"
# For languages without word weights, set by hand: a bare event ranks below one half, a figure
# above.
_START_BY_SIGNS = -0.05
_MOST = 2
_LISTS = ("accusation", "causal", "comparison", "deeds", "public_matters")
_LISTS_BY_SUFFIX = {"": _LISTS, "_zh": ("accusation_zh", "causal_zh", "comparison_zh")}
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen)s?"
)
_PATTERNS = {
    "figure": sign(
        "",
        rf"\d[\d,.]*|\b{_NUMBER}\b|\bone\sin\s[a-z]+|\b(?:half|thirds?|quarter|twice)\b|[百千万亿]",
    ),
    "share": sign(
        "",
        r"%|\bper\s?cent|\bone\sin\s[a-z]+|\bhalf\sof\b|thirds?\sof\b|\b[mbtr]{1,2}illions?\b",
    ),
    "change": sign(
        "",
        r"\b(?:increas|decreas|doubl|tripl|declin|dropp)[a-z]{1,3}\b|\b(?:rose|risen|fell|fallen"
        r"|(?:gone|went|go|goes)\s(?:up|down)|grew|grown|lost|cut|reduced|record)\b|增长|下降|上升",
    ),
    "year": cased(
        "",
        r"\b(?:1[5-9]|20)\d\d\b|\d{1,4}[年月日]",
    ),
    "name": cased(
        "",
        r"(?<=[\w,;:] )(?!I\b)[A-Z][\w’'-]+|《|[省市县局部院校]",
    ),
    "somebody else": sign(
        "he she they his her their opponent senator governor administration government company"
        " president congress",
        r"\b(?:he|she|they|his|her|their|opponent|senator|governor|administration|government"
        r"|company|president|congress)\b",
    ),
    "first person": cased(
        "i me my mine",
        r"\b(?:I|[Mm]e|[Mm]y|mine)\b|我",
    ),
    "belief": cased(
        "i",
        r"\bI\s(?:think|believe|feel|hope|know|want|love|don[’']t|would|am)\b|\bI[’']m\b",
    ),
    "we": sign(
        "we our us",
        r"\b(?:we|our|us)\b|我们",
    ),
    "you": sign(
        "you your",
        r"\byour?\b|[你您]",
    ),
    "future": sign(
        "will won shall going gonna ll",
        r"\b(?:will|won[’']t|shall|going\sto|gonna)\b|[’']ll\b|将",
    ),
    "condition": sign(
        "would could if suppose d",
        r"\b(?:would|could|if|suppose)\b|[’']d\b|如果",
    ),
    "obligation": sign(
        "should must ought need needs have has got let cannot can",
        r"\b(?:should|must|ought|needs?\sto|have\sto|has\sto|got\sto|let[’']s|let\sme|cannot"
        r"|can[’']t)\b|应该|必须",
    ),
    "courtesy": sign(
        "thank thanks good god please sorry welcome",
        r"\b(?:thank|thanks|good\sevening|god\sbless|please|sorry|welcome)\b",
    ),
    "pointing": sign(
        "that it this",
        r"\b(?:that|it|this)(?:[’']s|\sis)\b",
    ),
}
SIGNS = (*_LISTS, *_PATTERNS, "judgement", "length", "very short")
_SHORT = 6  # words
_LONG = 30
# What the sentence does not show, in the same unit as the weights; set by hand.
_BESIDE = {"question": -2.5, "unresolved words": -0.1, "unnamed source": 0.2}


def check_worthiness(claim: Claim, suffix: str) -> tuple[float, tuple[tuple[str, float], ...]]:
    """Return the rank of a claim, 0–1, and the features that decided it, strongest first.

    *claim* has its kind and attribution. A feature is a name and what it contributed to the sum
    before it is squeezed into 0–1; the features sum to it but for the start. From 0.5 on a claim is
    more likely worth a check than not, where two of five are.
    """
    found = {
        name: sign_weight(_WEIGHTS, name) * count
        for name, count in signs(claim.text, suffix).items()
        if count
    }
    start = _START_BY_SIGNS
    if not suffix:
        start = sign_weight(_WEIGHTS, "start")
        words = word_weights(_WEIGHTS, words_of(claim.text))
        found["wording"] = sum(words) / max(1, len(words))
    found |= {name: weight for name, weight in _BESIDE.items() if _fires(claim, name)}
    total = start + sum(found.values())
    features = ((name, round(weight, 2)) for name, weight in found.items() if abs(weight) >= 0.005)
    strongest = tuple(sorted(features, key=lambda feature: -abs(feature[1])))
    return round(1 / (1 + exp(-total)), 3), strongest


def signs(words: str, suffix: str) -> Mapping[str, float]:
    """Measure the signs of a statement that can and should be checked, each up to a few."""
    count = len(words.split())
    there = lists_in(words, _LISTS_BY_SUFFIX[suffix])
    listed = {
        name: float(f"{name}{suffix}" in there and has_any(words, f"{name}{suffix}"))
        for name in _LISTS
    }
    return {
        **listed,
        **counted(_PATTERNS, words, _MOST),
        "judgement": subjectivity(words, suffix),
        "length": min(_LONG, count) / _LONG,
        "very short": float(not suffix and count <= _SHORT),
    }


def _fires(claim: Claim, name: str) -> bool:
    source = claim.attribution
    return {
        "question": claim.kind is ClaimKind.QUESTION,
        "unresolved words": bool(claim.needs_context),
        "unnamed source": source is not None and not source.named,
    }[name]
