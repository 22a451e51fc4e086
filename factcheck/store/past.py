"""The file as it was after an earlier event: a copy in memory, its later events taken out.

Nothing is stored. Current state is what the one reducer makes of the events up to then, so that
every question can be asked of the copy.
"""

import sqlite3
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model.event import Event
from factcheck.store.database import Store
from factcheck.store.projecting import descendants, notes_of, project
from factcheck.store.projections import PROJECTIONS
from factcheck.store.search import forget_claim

if TYPE_CHECKING:
    from collections.abc import Iterable

_HINT = "`factcheck history` lists the events with their times; an id, its start, or a time will do"
# In the order between reviewers, not by the clocks of several machines.
_BY_TIME = """SELECT * FROM event WHERE at <= :it || '~'
ORDER BY lamport DESC, id DESC LIMIT 1"""
_BY_ID = """SELECT * FROM event
WHERE length(:it) >= 6 AND substr(id, 1, length(:it)) = upper(:it) LIMIT 2"""
# Nobody ever saw half an act.
_END_OF_ACT = """SELECT lamport, id FROM event WHERE replica = :replica AND seq < coalesce(
  (SELECT seq FROM event WHERE replica = :replica AND seq > :seq
   AND coalesce(json_extract(payload, '$.act'), id) <> :act ORDER BY seq LIMIT 1), 1 << 62)
ORDER BY seq DESC LIMIT 1"""
_LATER = "(lamport, id) > (:lamport, :id)"


def as_of(store: Store, moment: str) -> Store:
    """Return the file as it was after the event of this id, or after the last one at a time.

    *moment* is the id of an event, the start of one, or a time or day as the history prints them;
    a day or minute counts to its end.

    Raises:
        UsageError: no event is called so, several are, or nothing had happened then.
    """
    cut = _cut(store, moment.strip())
    copy = sqlite3.connect(":memory:", isolation_level=None)
    copy.row_factory = sqlite3.Row
    store.connection.backup(copy)
    past = Store(store.path, copy, is_copy=True)
    copy.execute("DROP TRIGGER event_is_never_deleted")
    later = [
        row["subject"]
        for row in past.rows(f"SELECT DISTINCT subject FROM event WHERE {_LATER}", cut)
    ]
    with past.writing():
        affected = {each for claim in later for each in (claim, *descendants(past, claim))}
        past.execute(f"DELETE FROM event WHERE {_LATER}", cut)
        _forget_later(past)
        _project(past, affected)
    copy.execute("PRAGMA query_only = ON")
    return past


def _cut(store: Store, moment: str) -> dict[str, object]:
    is_time = moment[:4].isdigit() and moment[4:5] == "-"
    sql, it = (_BY_TIME, moment.replace(" ", "T").rstrip("Zz")) if is_time else (_BY_ID, moment)
    found = store.rows(sql, {"it": it})
    if len(found) != 1:
        what = "nothing had happened by" if is_time else "no event or several are called"
        raise UsageError(f"{what} {moment!r}", hint=_HINT)
    event = Event(**dict(found[0]))
    where = {"replica": event.replica, "seq": event.seq, "act": event.act}
    return dict(store.rows(_END_OF_ACT, where)[0])


def _forget_later(past: Store) -> None:
    """Take out the claims that were made later; the others keep their numbers."""
    sql = """SELECT id, n, text FROM claim WHERE made_by IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM event WHERE subject = claim.id AND kind = 'add-claim')"""
    for row in past.rows(sql):
        forget_claim(past, row["n"], row["text"], notes_of(past, row["id"]))
        # Before the claim itself: the tallies look its number up.
        for table in (*PROJECTIONS, "claim_span", "finding_claim", "claim_citation"):
            column = PROJECTIONS.get(table, "claim")
            past.execute(f"DELETE FROM {table} WHERE {column} = ?", (row["id"],))
        past.execute("DELETE FROM claim WHERE id = ?", (row["id"],))


def _project(past: Store, affected: "Iterable[str]") -> None:
    for claim in sorted(affected):
        sql = "UPDATE claim SET listed = made_by IS NULL WHERE id = ?"
        past.execute(sql, (claim,))
        project(past, claim)
