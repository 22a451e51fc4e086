"""A claim: one atomic assertion, the exact words it rests on, and who makes it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.hashing import sha256_of
from factcheck.model.span import Span, pairs


class ClaimKind(StrEnum):
    """What sort of thing is asserted. Values are stored: add, never rename."""

    EVENT = "event"  # something happened, or something has a property
    QUANTITY = "quantity"
    COMPARISON = "comparison"  # more, most, first
    CAUSAL = "causal"
    QUOTATION = "quotation"  # somebody used these words
    POSITION = "position"  # somebody holds or demands something
    PREDICTION = "prediction"
    OPINION = "opinion"
    RHETORICAL = "rhetorical"
    QUESTION = "question"


class Modality(StrEnum):
    """How a claim is put. Values are stored: add, never rename."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the text makes responsible for a claim (source), by which words (cue), for what."""

    named: bool
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a text.

    `spans` are the pieces of the document it rests on, in reading order, possibly with gaps;
    `insertions` are the pieces of `text` (offsets into `text`) that stand in none of the spans.
    `needs_context` holds the words that could not be resolved. `check_worthiness` is a rank for
    checking, 0–1, not a probability; `features` are the named terms that decided it.
    """

    text: str
    spans: tuple[Span, ...]
    insertions: tuple[Span, ...] = ()
    kind: ClaimKind = ClaimKind.EVENT
    modality: tuple[Modality, ...] = (Modality.ASSERTED,)
    attribution: Attribution | None = None
    needs_context: tuple[str, ...] = ()
    check_worthiness: float = 0.0
    features: tuple[tuple[str, float], ...] = ()

    @property
    def start(self) -> int:
        """Where the claim begins in the document."""
        return self.spans[0].start


def claim_id(document: str, spans: Sequence[Span], text: str) -> str:
    """Return the content address of a claim: document id, spans and wording decide it."""
    canonical = json.dumps([document, pairs(spans), text])
    return "c1:" + sha256_of(canonical.encode())[:24]
