"""The history: every act in a sentence, and the head of its hash chain."""

import json
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.model.event import OFF_THE_LIST, EventKind
from factcheck.model.records import HistoryRecord

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store

_HISTORY = """
WITH RECURSIVE family(claim) AS (
  SELECT :claim WHERE :claim IS NOT NULL
  UNION SELECT l.origin FROM lineage l JOIN family f ON l.claim = f.claim
)
SELECT e.*, coalesce(r.name, e.reviewer) AS name, c.document AS article, c.number,
  u.event IS NOT NULL AS undone
FROM event e LEFT JOIN reviewer r ON r.id = e.reviewer LEFT JOIN claim c ON c.id = e.subject
LEFT JOIN undone u ON u.event = e.id
WHERE (:claim IS NULL OR e.subject IN family) AND (:article IS NULL OR c.document = :article)
ORDER BY e.lamport DESC, e.id DESC LIMIT :limit
"""
# What the same reviewer had said of the claim before.
_EARLIER = """SELECT p.payload FROM event p LEFT JOIN undone q ON q.event = p.id
  WHERE p.subject = :subject AND p.reviewer = :reviewer AND p.kind = 'assess'
   AND (p.lamport, p.id) < (:lamport, :id) AND q.event IS NULL
  ORDER BY p.lamport DESC, p.id DESC LIMIT 1"""

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
    rows = (row for row in store.rows(_HISTORY, parameters) if not _is_told_elsewhere(store, row))
    return tuple(
        HistoryRecord(
            id=row["id"],
            at=row["at"],
            reviewer=row["name"],
            kind=row["kind"],
            article=row["article"],
            number=row["number"],
            summary=_in_words(store, row),
            undone=bool(row["undone"]),
            **_wordings(row["kind"], json.loads(row["payload"])),
        )
        for row in islice(rows, limit)
    )


def _is_told_elsewhere(store: "Store", row: "sqlite3.Row") -> bool:
    """Say whether an event only makes a claim of others, or undoes or redoes that."""
    target = _target(store, row)
    return target["kind"] == EventKind.ADD_CLAIM and bool(json.loads(target["payload"])["from"])


def _target(store: "Store", row: "sqlite3.Row") -> "sqlite3.Row":
    """Return what an undo or redo is about in the end; of another event, the event itself."""
    while row["kind"] == EventKind.UNDO:
        # The last event of an act is what the act was for: the verdict, not its evidence.
        row = _event(store, json.loads(row["payload"])["undoes"][-1])
    return row


def _event(store: "Store", key: str) -> "sqlite3.Row":
    return store.rows("SELECT * FROM event WHERE id = ?", (key,))[0]


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


def in_words(store: "Store", event: str) -> str:
    """Say what the event of this id did; of an undo or redo, what it took or brought back."""
    return _in_words(store, _event(store, event))


def _in_words(store: "Store", row: "sqlite3.Row") -> str:
    verb = ""
    if row["kind"] == EventKind.UNDO:
        verb = "redo: " if json.loads(row["payload"])["redo"] else "undo: "
    target = _target(store, row)
    data = json.loads(target["payload"])
    if target["kind"] != EventKind.ASSESS:
        return verb + summary(target["kind"], data) + _finding(store, data.get("finding"))
    asked = {name: target[name] for name in ("subject", "reviewer", "lamport", "id")}
    before = store.value(_EARLIER, asked)
    return verb + _judged(data, json.loads(before) if before else _NO_VERDICT)


def _finding(store: "Store", key: str | None) -> str:
    """Return rule and words of a finding, where there still is one of this id."""
    found = store.rows("SELECT rule, quote FROM finding WHERE id = ?", (key,)) if key else []
    return "".join(f": {row['rule']} “{row['quote']}”" for row in found)


# What stands before the first verdict.
_NO_VERDICT = {"verdict": None, "rationale": ""}


def _judged(data: dict[str, Any], before: dict[str, Any]) -> str:
    """Say what changed with a verdict: the verdict, or only the words that say why."""
    verdict, why, earlier = data["verdict"], data["rationale"], before["verdict"]
    if verdict is None:
        return f"{earlier or 'verdict'} cleared"
    if verdict != earlier:
        because = f" · rationale: {why}" if why else ""
        return f"{earlier} → {verdict}{because}" if earlier else f"→ {verdict}{because}"
    if why == before["rationale"]:
        return f"→ {verdict} again"
    return f"rationale: {why}" if why else "rationale taken away"


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
