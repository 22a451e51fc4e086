"""Rank a claim for checking: the described claim in, a number 0–1 and what decided it out."""

import re
from math import exp

from factcheck.annotate.kinds import QUANTITY
from factcheck.lexicon.phrases import has_any
from factcheck.model.claim import Claim, ClaimKind, Modality

# Set by hand after the order of features that ClaimBuster and CheckThat! systems report (figures,
# comparisons, causes and accusations first; feelings and the first person last), so that a bare
# event ranks below one half and one strong sign lifts it above.
_INTERCEPT = -0.9
_WEIGHTS = {
    "figure": 1.3,
    "accusation": 1.1,
    "cause": 0.9,
    "comparison": 0.9,
    "quotation": 0.5,
    "date": 0.5,
    "name": 0.5,
    "unnamed source": 0.5,
    "attribution": 0.2,
    "negation": 0.1,
    "hedge": -0.3,
    "condition": -0.4,
    "position": -0.2,
    "prediction": -0.8,
    "unresolved words": -0.2,
    "personal": -0.7,
    "judgement": -0.9,
    "rhetoric": -1.6,
    "question": -2.5,
    "opinion": -1.5,
    "very short": -0.6,
}
_DATE = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\d{1,4}[年月日]"
)
_NAME = re.compile(
    r"(?<=[\w,;:] )[A-Z][\w’'-]+|\b[A-Z]{2,}\b|^(?:[A-Z][\w’'-]+\s){2}|《|[省市县局部院校]"
)
_PERSONAL = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b|[我你您]")
_SUBJECTIVE_FROM = 0.6
_SHORT = 4  # words: "He did so too." asserts nothing that could be looked up


def check_worthiness(
    claim: Claim, subjective: float, suffix: str
) -> tuple[float, tuple[tuple[str, float], ...]]:
    """Return the rank of a claim, 0–1, and the features that decided it, strongest first.

    *claim* has its kind, modality and attribution. A feature is a name and what it contributed
    to the sum before it is squeezed into 0–1; the rank is no probability.
    """
    features = tuple(
        (name, _WEIGHTS[name]) for name, fires in _signs(claim, subjective, suffix) if fires
    )
    total = _INTERCEPT + sum(weight for _, weight in features)
    strongest = tuple(sorted(features, key=lambda feature: -abs(feature[1])))
    return round(1 / (1 + exp(-total)), 3), strongest


def _signs(claim: Claim, subjective: float, suffix: str) -> tuple[tuple[str, bool], ...]:
    words = claim.text
    kind = claim.kind
    source = claim.attribution
    return (
        ("figure", QUANTITY.search(words) is not None),
        ("accusation", has_any(words, f"accusation{suffix}")),
        ("cause", has_any(words, f"causal{suffix}")),
        ("comparison", has_any(words, f"comparison{suffix}")),
        ("quotation", kind is ClaimKind.QUOTATION),
        ("date", _DATE.search(words) is not None),
        ("name", _NAME.search(words) is not None),
        ("unnamed source", source is not None and not source.named),
        ("attribution", source is not None and source.named),
        ("negation", Modality.NEGATED in claim.modality),
        ("hedge", Modality.HEDGED in claim.modality),
        ("condition", Modality.CONDITIONAL in claim.modality),
        ("position", kind is ClaimKind.POSITION),
        ("prediction", kind is ClaimKind.PREDICTION),
        ("unresolved words", bool(claim.needs_context)),
        ("personal", _PERSONAL.search(words) is not None),
        ("judgement", subjective >= _SUBJECTIVE_FROM and kind is not ClaimKind.OPINION),
        ("rhetoric", kind is ClaimKind.RHETORICAL),
        ("question", kind is ClaimKind.QUESTION),
        ("opinion", kind is ClaimKind.OPINION),
        ("very short", suffix == "" and len(words.split()) <= _SHORT),
    )
