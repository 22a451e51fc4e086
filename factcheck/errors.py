"""What can go wrong, one class for each thing a person can do about it.

FactcheckError            what happened (the message) and what to try (the hint)
├── InputError            the text or file given cannot be read: give another, or say how to read it
├── UsageError            the request names something that is not there: ask for something else
├── StoreError            the database cannot be used: another place, another file, wait
├── ModelError            a language model gave no answer that can be used: again, another model
└── EvidenceGateError     the verdict needs evidence that is not there: attach it first

Raised anywhere, printed in exactly one place: `factcheck.cli.main`.
"""


class FactcheckError(Exception):
    """One sentence on what happened, and in `hint` one on what to try."""

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(FactcheckError):
    """A text or file cannot be read."""


class UsageError(FactcheckError):
    """Something that was asked for is not there, or does not fit."""


class StoreError(FactcheckError):
    """The database cannot be opened, read or written; what it held is unchanged."""


class ModelError(FactcheckError):
    """A language model gave no answer, or one that cannot be used; nothing was stored."""


class EvidenceGateError(FactcheckError):
    """A verdict of this kind rests on evidence, and there is none."""
