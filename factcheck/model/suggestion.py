"""A suggestion: what a language model says of a claim. Never a person's, never a rule's."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.span import Span


class SuggestionKind(StrEnum):
    """What a suggestion is about. Values are stored: add, never rename."""

    CLAIM = "claim"  # another wording: one of the claims that the model would make of it
    FLAG = "flag"  # a flag that the model would set


@dataclass(frozen=True, slots=True)
class Passage:
    """What a model is asked about: a claim, and the stretches of the text that it may quote.

    `pieces` are the sentences in which the claim's `spans` stand; `before` goes before them in the
    text and may be read, not quoted.
    """

    text: str
    claim: str
    spans: tuple[Span, ...]
    pieces: tuple[Span, ...]
    before: Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion, with the exact words of the text at `span` that it quotes.

    A claim has a `wording`, and in `new_words` those of its words that stand nowhere in the
    sentences; a flag has its name in `flag` and the model's reason in `reason`.
    """

    kind: SuggestionKind
    span: Span
    wording: str = ""
    new_words: tuple[str, ...] = ()
    flag: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What came of one answer: the suggestions that stand, and how many were refused."""

    suggestions: tuple[Suggestion, ...]
    refused: int


@dataclass(frozen=True, slots=True)
class SuggestionRecord:
    """A suggestion as the file holds it; `model` and `prompt` say whose it is."""

    model: str
    prompt: str
    kind: str
    wording: str
    new_words: tuple[str, ...]
    flag: str
    reason: str
    quote: str
