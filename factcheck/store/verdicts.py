"""The verdict scale as a table: filled with the default, read back in its order."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from factcheck.model.verdict import DEFAULT_SCALE, Verdict

if TYPE_CHECKING:
    from sqlite_utils import Database

    from factcheck.store.database import Store


def fill_scale(db: "Database") -> None:
    """Fill the table `scale` with the default scale, in order."""
    rows = [{"position": i, **asdict(verdict)} for i, verdict in enumerate(DEFAULT_SCALE, 1)]
    for row in rows:
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        db.execute(f"INSERT INTO scale ({names}) VALUES ({marks})", row)


def scale(store: "Store") -> tuple[Verdict, ...]:
    """Return the verdict scale of this file, in its order."""
    sql = """SELECT verdict, "key", label, meaning, rating, alternate_name, needs
             FROM scale ORDER BY position"""
    return tuple(Verdict(**dict(row)) for row in store.rows(sql))
