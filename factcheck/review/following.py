"""What captures say of claims, kept up with what people do to the claims.

In: the events of one act, inside the transaction that stores them. Out: findings of the rule
`citation.not-in-source` on the claims that the act touched, looked for anew: none stands about
words that a claim has no more, or about a source that it rests on no more.
"""

from collections.abc import Sequence

from factcheck.model.event import Event, EventKind
from factcheck.store import snapshots
from factcheck.store.database import Store
from factcheck.store.projecting import descendants
from factcheck.store.projections import EDITS

_TOUCHING = EDITS | {EventKind.ATTACH_EVIDENCE, EventKind.RETRACT_EVIDENCE, EventKind.UNDO}


def follow(store: Store, act: Sequence[Event]) -> None:
    """Look anew for the words of the claims that *act* touched, where anything was captured."""
    touched = [event.subject for event in act if event.kind in _TOUCHING]
    if not touched or not snapshots.has_any(store):
        return
    from factcheck.review.mismatch import refresh_claims  # noqa: PLC0415 - compares texts: heavy

    became = (each for claim in touched for each in descendants(store, claim))
    refresh_claims(store, tuple(dict.fromkeys((*touched, *became))))
