"""The verdict scale: a table that a desk can replace, and the one that is there by default."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """One outcome of checking a claim.

    `needs` names the stance of evidence without which the verdict is refused: "supports",
    "refutes", "any" (whatever stance), or "" for none. `rating` is the ClaimReview number 1–5 or
    None: unknown is not half-true.
    """

    verdict: str
    key: str
    label: str
    meaning: str
    rating: int | None
    alternate_name: str
    needs: str


DEFAULT_SCALE = (
    Verdict("supported", "1", "Supported", "the evidence backs the claim as worded",
            5, "True", "supports"),
    Verdict("mostly-supported", "2", "Mostly supported",
            "the evidence backs the claim but for a detail that does not change its sense",
            4, "Mostly true", "supports"),
    Verdict("misleading", "3", "Misleading",
            "the words may be right, the impression they give is not",
            2, "Misleading", "any"),
    Verdict("refuted", "4", "Refuted", "the evidence contradicts the claim",
            1, "False", "refutes"),
    Verdict("unproven", "5", "Unproven", "searched; no adequate source was found",
            None, "Unproven", ""),
    Verdict("not-checkable", "6", "Not checkable", "opinion, rhetoric or prediction",
            None, "", ""),
)  # fmt: skip
