"""What belongs to this copy of the file alone: questions asked, seconds spent.

Nothing here is an event, so nothing of it is ever merged or reported.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.database import Store

LOCAL = (
    """CREATE TABLE local_asked (
  n INTEGER PRIMARY KEY,             -- order in which they were asked in the console
  sql TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL                   -- UTC, when it was last asked
) STRICT""",
    """CREATE TABLE local_time (
  n INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  reviewer TEXT NOT NULL,            -- name of who decided
  seconds REAL NOT NULL CHECK (seconds >= 0), -- spent on the claim before the decision, pauses cut
  at TEXT NOT NULL                   -- UTC, when it was decided
) STRICT""",
    "CREATE INDEX local_time_by_claim ON local_time (claim)",
)

# More than anybody scrolls back through, and little room.
_ASKED_KEPT = 500


def remember_asked(store: "Store", sql: str, at: str) -> None:
    """Remember that a question was asked, as the newest; the oldest ones are forgotten."""
    with store.writing():
        store.execute("DELETE FROM local_asked WHERE sql = ?", (sql,))
        store.insert("local_asked", [{"sql": sql, "at": at}])
        newest = "SELECT n FROM local_asked ORDER BY n DESC LIMIT ?"
        store.execute(f"DELETE FROM local_asked WHERE n NOT IN ({newest})", (_ASKED_KEPT,))


def asked(store: "Store") -> tuple[str, ...]:
    """Return the questions asked in the console, newest first."""
    return tuple(row["sql"] for row in store.rows("SELECT sql FROM local_asked ORDER BY n DESC"))


def record_time(store: "Store", claim: str, reviewer: str, seconds: float, at: str) -> None:
    """Record how long *reviewer* spent on a claim before a decision, inside `writing`."""
    row = {"claim": claim, "reviewer": reviewer, "seconds": round(seconds, 3), "at": at}
    store.insert("local_time", [row])


_TIMES = """
SELECT c.kind, sum(t.seconds) AS seconds
FROM local_time t JOIN claim c ON c.id = t.claim
WHERE c.document = :article GROUP BY t.claim, t.reviewer ORDER BY c.kind, 2
"""


def times(store: "Store", article: str) -> Mapping[str, tuple[float, ...]]:
    """Return the seconds that each reviewer spent on each claim of an article, by kind of claim."""
    found: dict[str, tuple[float, ...]] = {}
    for row in store.rows(_TIMES, {"article": article}):
        found[row["kind"]] = (*found.get(row["kind"], ()), row["seconds"])
    return found
