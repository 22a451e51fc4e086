"""Settings of this file: named values of its own, which no merge takes over."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.database import Store

SETTINGS = (
    """CREATE TABLE setting (
  area TEXT NOT NULL,                -- what it belongs to: filter, question
  name TEXT NOT NULL,                -- as people call it
  value TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (area, name)
) STRICT, WITHOUT ROWID""",
)


def settings(store: "Store", area: str) -> tuple[tuple[str, str], ...]:
    """Return the settings of an area, by name: (name, value as JSON)."""
    sql = "SELECT name, value FROM setting WHERE area = ? ORDER BY name"
    return tuple((row["name"], row["value"]) for row in store.rows(sql, (area,)))


def setting(store: "Store", area: str, name: str) -> str | None:
    """Return one setting as JSON, None where there is none of this name."""
    sql = "SELECT value FROM setting WHERE area = ? AND name = ?"
    found: str | None = store.value(sql, (area, name))
    return found


def put_setting(store: "Store", area: str, name: str, value: str) -> None:
    """Store a setting, in place of an older one of this name; *value* is JSON."""
    with store.writing():
        sql = "INSERT OR REPLACE INTO setting (area, name, value) VALUES (?, ?, ?)"
        store.execute(sql, (area, name, value))


def drop_setting(store: "Store", area: str, name: str) -> None:
    """Remove a setting."""
    with store.writing():
        store.execute("DELETE FROM setting WHERE area = ? AND name = ?", (area, name))
