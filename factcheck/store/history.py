"""The history: every act in a sentence, and the head of its hash chain."""

import json
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.model.event import OFF_THE_LIST, EventKind
from factcheck.model.records import HistoryRecord

if TYPE_CHECKING:
    from factcheck.store.database import Store

# A verdict is told with the one of the same reviewer that stood before it.
_HISTORY = """
WITH RECURSIVE family(claim) AS (
  SELECT :claim WHERE :claim IS NOT NULL
  UNION SELECT l.origin FROM lineage l JOIN family f ON l.claim = f.claim
)
SELECT e.*, coalesce(r.name, e.reviewer) AS name, c.document AS article, c.number,
  u.event IS NOT NULL AS undone,
  CASE WHEN e.kind = 'assess' THEN
    (SELECT json_extract(p.payload, '$.verdict') FROM event p LEFT JOIN undone q ON q.event = p.id
     WHERE p.subject = e.subject AND p.reviewer = e.reviewer AND p.kind = 'assess'
      AND (p.lamport, p.id) < (e.lamport, e.id) AND q.event IS NULL
     ORDER BY p.lamport DESC, p.id DESC LIMIT 1) END AS earlier
FROM event e LEFT JOIN reviewer r ON r.id = e.reviewer LEFT JOIN claim c ON c.id = e.subject
LEFT JOIN undone u ON u.event = e.id
WHERE (:claim IS NULL OR e.subject IN family) AND (:article IS NULL OR c.document = :article)
ORDER BY e.lamport DESC, e.id DESC LIMIT :limit
"""


# Events that an edit has besides the one that is told; more of one edit shorten the list.
_EVENTS_OF_AN_EDIT = 3


def history(
    store: "Store", *, article: str | None = None, claim: str | None = None, limit: int = 200
) -> tuple[HistoryRecord, ...]:
    """Return acts, newest first: of one claim, of one article, or of the whole file.

    To those of a claim belong the acts on what it was made from. An edit is told once, on the claim
    that it took off the list.
    """
    parameters = {"claim": claim, "article": article, "limit": limit * _EVENTS_OF_AN_EDIT}
    rows = (
        row
        for row in store.rows(_HISTORY, parameters)
        if not _is_told_elsewhere(store, row["kind"], row["payload"])
    )
    return tuple(
        HistoryRecord(
            id=row["id"],
            at=row["at"],
            reviewer=row["name"],
            kind=row["kind"],
            article=row["article"],
            number=row["number"],
            summary=_in_words(store, row["kind"], json.loads(row["payload"]), row["earlier"]),
            undone=bool(row["undone"]),
            **_wordings(row["kind"], json.loads(row["payload"])),
        )
        for row in islice(rows, limit)
    )


def _is_told_elsewhere(store: "Store", kind: str, payload: str) -> bool:
    """Say whether an event only makes a claim of others, or undoes or redoes that."""
    kind, data = _target(store, kind, json.loads(payload))
    return kind == EventKind.ADD_CLAIM and bool(data["from"])


def _target(store: "Store", kind: str, data: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return what an undo or redo is about in the end; of another event, the event itself."""
    while kind == EventKind.UNDO:
        # The last event of an act is what the act was for: the verdict, not its evidence.
        sql = "SELECT kind, payload FROM event WHERE id = ?"
        target = store.rows(sql, (data["undoes"][-1],))[0]
        kind, data = target["kind"], json.loads(target["payload"])
    return kind, data


def _wordings(kind: str, data: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the wordings before and after an edit; of other events, nothing."""
    if kind == EventKind.ADD_CLAIM:
        return {"after": (data["claim"]["text"],)}
    if kind not in OFF_THE_LIST:
        return {}
    return {
        "before": (data["text"],),
        "after": tuple(each["text"] for each in data.get("into", ())),
    }


def _in_words(store: "Store", kind: str, data: dict[str, Any], earlier: str | None) -> str:
    """Say what an event did; of an undo or redo, what it took or brought back."""
    if earlier is not None:
        return f"{earlier} {summary(kind, data)}" if data["verdict"] else f"{earlier} cleared"
    verb = ""
    if kind == EventKind.UNDO:
        verb = "redo: " if data["redo"] else "undo: "
    return verb + summary(*_target(store, kind, data))


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
    EventKind.EDIT_CLAIM: lambda _data: "reworded",
    EventKind.SPLIT_CLAIM: lambda data: f"split into {len(data['into'])}",
    EventKind.MERGE_CLAIMS: lambda _data: "merged",
    EventKind.NOT_A_CLAIM: lambda data: f"no claim: {data['reason']}",
    EventKind.ADD_CLAIM: lambda data: "made of others" if data["from"] else "added from the text",
    EventKind.REVEAL: lambda _data: "looked at what others did",
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
             (SELECT 1 FROM assessment
              WHERE document = ? AND reviewer = r.id AND NOT stale) ORDER BY 1"""
    return tuple(row[0] for row in store.rows(sql, (article,)))
