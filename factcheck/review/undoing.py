"""Undo and redo, at any depth and across restarts.

In: a session. Out: the act that was taken back or brought back, at the claim to look at. An undo is
an event on each claim that the act was about; a redo is an undo of those.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import EvidenceGateError, FactcheckError, UsageError
from factcheck.model.event import OFF_THE_LIST, Event, EventKind
from factcheck.store import edits, events
from factcheck.store.events import Entry
from factcheck.store.history import in_words

if TYPE_CHECKING:
    from factcheck.review.session import Act, Session


def undo(session: "Session") -> "Act | None":
    """Take back the last act of the reviewer that can be; None where there is nothing left to undo.

    An act that cannot be taken back, because somebody's verdict would lose its evidence or because
    others acted on what an edit made, is stepped over, and said.

    Raises:
        EvidenceGateError, UsageError: that is so for every act that is left.
    """
    refused: FactcheckError | None = None
    with session.store.writing():
        for act in events.last_acts(session.store, session.known_reviewer):
            try:
                with session.store.attempt():
                    _take_back(session, act)
            except (EvidenceGateError, UsageError) as error:
                refused = refused or error
                continue
            kept = f" (stepped over one: {refused.message})" if refused else ""
            what = f"{_with_others(act)}undone: {in_words(session.store, act[-1].id)}{kept}"
            return session.done(_looked_at(act), what, of=_looked_at(act))
    if refused is not None:
        raise refused
    return None


def _take_back(session: "Session", act: Sequence[Event]) -> None:
    for event in act:
        if event.kind == EventKind.ADD_CLAIM:
            edits.require_untouched(session.store, event)
    session.append(*_undoing(act, redo=False))


def redo(session: "Session") -> "Act | None":
    """Take the last undo back; None where there is none, or the reviewer did something else since.

    Raises:
        UsageError: an edit cannot be done again, because somebody edited its claim since.
    """
    with session.store.writing():
        undone = events.last_undo(session.store, session.known_reviewer)
        if not undone:
            return None
        ids = [id_ for event in undone for id_ in event.data["undoes"]]
        act = events.named(session.store, ids)
        for event in reversed(act):  # what goes off the list stands last, and tells more
            _require_possible(session, event)
        session.append(*_undoing(undone, redo=True))
    what = f"{_with_others(act)}redone: {in_words(session.store, act[-1].id)}"
    return session.done(_looked_at(act, again=True), what, of=_looked_at(act))


def _require_possible(session: "Session", event: Event) -> None:
    if event.kind in OFF_THE_LIST:
        edits.require_listed(session.store, event.subject)
    if event.kind == EventKind.ADD_CLAIM:
        edits.require_new(session.store, event.subject, but=event.data["from"])


def _undoing(taken: Sequence[Event], *, redo: bool) -> list[Entry]:
    """Return an entry for each claim that the events *taken* back are about."""
    claims = dict.fromkeys(event.subject for event in taken)
    return [
        Entry(
            EventKind.UNDO,
            claim,
            {"undoes": [event.id for event in taken if event.subject == claim], "redo": redo},
        )
        for claim in claims
    ]


def _with_others(act: Sequence[Event]) -> str:
    """Say of an act on several claims how many more there are; an edit tells of its own."""
    others = len({event.subject for event in act}) - 1
    return "" if act[-1].kind in OFF_THE_LIST or not others else f"and {others} more "


def _looked_at(act: Sequence[Event], *, again: bool = False) -> str:
    """Return the claim to show after an undo or redo: of an edit the one that is on the list."""
    edited = act[-1].kind in OFF_THE_LIST
    return act[-1].subject if edited and not again else act[0].subject
