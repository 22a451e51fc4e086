"""The history: every act in a sentence, and the head of its hash chain."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from factcheck.model.event import EventKind
from factcheck.model.records import HistoryRecord

if TYPE_CHECKING:
    from factcheck.store.database import Store

_HISTORY = """
SELECT e.*, coalesce(r.name, e.reviewer) AS name, c.document AS article, c.number,
  u.event IS NOT NULL AS undone
FROM event e LEFT JOIN reviewer r ON r.id = e.reviewer LEFT JOIN claim c ON c.id = e.subject
LEFT JOIN undone u ON u.event = e.id
WHERE (:claim IS NULL OR e.subject = :claim) AND (:article IS NULL OR c.document = :article)
ORDER BY e.lamport DESC, e.id DESC LIMIT :limit
"""


def history(
    store: "Store", *, article: str | None = None, claim: str | None = None, limit: int = 200
) -> tuple[HistoryRecord, ...]:
    """Return acts, newest first: of one claim, of one article, or of the whole file."""
    parameters = {"claim": claim, "article": article, "limit": limit}
    return tuple(
        HistoryRecord(
            id=row["id"],
            at=row["at"],
            reviewer=row["name"],
            kind=row["kind"],
            article=row["article"],
            number=row["number"],
            summary=_in_words(store, row["kind"], json.loads(row["payload"])),
            undone=bool(row["undone"]),
        )
        for row in store.rows(_HISTORY, parameters)
    )


def _in_words(store: "Store", kind: str, data: dict[str, Any]) -> str:
    """Say what an event did; of an undo or redo, what it took or brought back."""
    verb = ""
    while kind == EventKind.UNDO:
        verb = verb or ("redo" if data["redo"] else "undo")
        # The last event of an act is what the act was for: the verdict, not its evidence.
        sql = "SELECT kind, payload FROM event WHERE id = ?"
        target = store.rows(sql, (data["undoes"][-1],))[0]
        kind, data = target["kind"], json.loads(target["payload"])
    return f"{verb}: {summary(kind, data)}" if verb else summary(kind, data)


def summary(kind: str, data: dict[str, Any]) -> str:
    """Say in a few words what an event did."""
    return _SUMMARIES[EventKind(kind)](data)


def _assess(data: dict[str, Any]) -> str:
    return f"→ {data['verdict']}" if data["verdict"] else "verdict cleared"


def _flag(data: dict[str, Any]) -> str:
    by = " (finding confirmed)" if data["finding"] else ""
    return f"flag {data['flag']} {'set' if data['on'] else 'taken off'}{by}"


_SUMMARIES: dict[EventKind, Callable[[dict[str, Any]], str]] = {
    EventKind.ASSESS: _assess,
    EventKind.DEFER: lambda _data: "deferred",
    EventKind.FLAG: _flag,
    EventKind.DISMISS_FINDING: lambda _data: "finding dismissed",
    EventKind.ATTACH_EVIDENCE: lambda data: f"evidence {data['stance']}: {data['source']}",
    EventKind.RETRACT_EVIDENCE: lambda data: f"evidence retracted: {data['reason']}",
    EventKind.NOTE: lambda data: f"note: {data['text']}",
    EventKind.UNDO: lambda data: "redo" if data["redo"] else "undo",
    EventKind.REVIEWER: lambda data: f"reviewer {data['name']}",
}


def head(store: "Store") -> tuple[str, int]:
    """Return the hash of the last event of this file, "" where there is none, and their number."""
    count = store.value("SELECT count(*) FROM event")
    last = store.value("SELECT hash FROM event ORDER BY lamport DESC, id DESC LIMIT 1")
    return last or "", count


def actors(store: "Store", article: str) -> tuple[str, ...]:
    """Return the names of everybody who acted on an article, in alphabetical order."""
    sql = """SELECT DISTINCT coalesce(r.name, e.reviewer) FROM event e
             JOIN claim c ON c.id = e.subject LEFT JOIN reviewer r ON r.id = e.reviewer
             WHERE c.document = ? ORDER BY 1"""
    return tuple(row[0] for row in store.rows(sql, (article,)))


def ledger_of(store: "Store", article: str) -> tuple[tuple[str, int], ...]:
    """Return the characters of an article under each account, most first."""
    sql = """SELECT account, characters FROM ledger WHERE document = ?
             ORDER BY characters DESC, account"""
    return tuple((row["account"], row["characters"]) for row in store.rows(sql, (article,)))


def judges(store: "Store", article: str) -> tuple[str, ...]:
    """Return the names of those whose verdicts stand on claims of an article, alphabetically."""
    # One row a reviewer of the file is asked for; the verdicts themselves may be many.
    sql = """SELECT DISTINCT name FROM reviewer r WHERE EXISTS
             (SELECT 1 FROM assessment WHERE document = ? AND reviewer = r.id) ORDER BY 1"""
    return tuple(row[0] for row in store.rows(sql, (article,)))
