"""Are the claims that people made, and those they took off the list, what the events say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.model.event import OFF_THE_LIST, Event, EventKind, active
from factcheck.store.made import KEPT, links, made_row, made_spans
from factcheck.store.projecting import events_on
from factcheck.store.projections import is_listed

if TYPE_CHECKING:
    from factcheck.store.database import Store

_EDITED = "SELECT DISTINCT subject FROM event WHERE kind IN ({}) ORDER BY subject"
_KINDS = (*sorted(OFF_THE_LIST), EventKind.ADD_CLAIM)


def edits(store: "Store") -> Iterator[str]:
    """Yield a sentence for each made or listed claim that no event accounts for."""
    sql = _EDITED.format(", ".join("?" for _ in _KINDS))
    edited = [row["subject"] for row in store.rows(sql, _KINDS)]
    yield from _strangers(store, set(edited))
    for claim in edited:
        rows = store.rows("SELECT * FROM claim WHERE id = ?", (claim,))
        if rows:
            found, own = dict(rows[0]), events_on(store, claim)
            made = found["made_by"] is not None
            if found["listed"] != is_listed(claim, active(own), made=made):
                yield f"claim {claim} is {'' if found['listed'] else 'not '}on the list"
            if made:
                yield from _made(store, found, own)


def _strangers(store: "Store", edited: set[str]) -> Iterator[str]:
    sql = "SELECT id FROM claim WHERE listed = 0 OR made_by IS NOT NULL"
    for row in store.rows(sql):
        if row["id"] not in edited:
            yield f"claim {row['id']} was made or taken off the list by no event"


def _made(store: "Store", found: dict[str, object], own: tuple[Event, ...]) -> Iterator[str]:
    first = next((event for event in own if event.kind == EventKind.ADD_CLAIM), None)
    if first is None:
        yield f"claim {found['id']} was made by no event"
        return
    wanted = made_row(first)
    if {name: found[name] for name in wanted} != wanted:
        yield f"claim {found['id']} is not the one that was made"
    spans = store.rows("SELECT * FROM claim_span WHERE claim = ? ORDER BY position", (found["id"],))
    if [dict(row) for row in spans] != made_spans(first):
        yield f"claim {found['id']} does not rest on the words it was made with"
    for table, rows in links(store, first.subject).items():
        tied = store.rows(f"SELECT * FROM {table} WHERE claim = ?{KEPT[table]}", (found["id"],))
        if {tuple(row) for row in tied} != {tuple(row.values()) for row in rows}:
            yield f"claim {found['id']} is tied to the wrong rows of {table}"
