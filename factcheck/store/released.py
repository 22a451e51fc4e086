"""Which migrations a file has, and which this version knows: told without loading one of them.

In: a connection. Out: names. The steps themselves bring the whole schema with them, which opening
a file that has all of it would wait for.
"""

import sqlite3

APPLICATION_ID = 0x46435431  # "FCT1", in the header of the file: whose database it is
MIGRATION_SET = "factcheck"
# In order; a test compares them with the steps.
KNOWN = (
    "m001_machine",
    "m002_people",
    "m003_search",
    "m004_views",
    "m005_lists",
    "m006_settings",
    "m007_edits",
    "m008_local",
    "m009_reveals",
    "m010_captures",
    "m011_factchecks",
    "m012_origins",
    "m013_rulebook",
    "m014_suggestions",
    "m015_reveals_follow",
    "m016_checks_by_link",
    "m017_read_again",
)


def applied(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the migrations that the file has, in the order they were applied."""
    found = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
    ).fetchone()
    if found is None:
        return ()
    sql = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid"
    return tuple(name for (name,) in map(tuple, connection.execute(sql, (MIGRATION_SET,))))


def pending(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the migrations that the file lacks."""
    have = set(applied(connection))
    return tuple(name for name in KNOWN if name not in have)


def is_newer(connection: sqlite3.Connection) -> bool:
    """Say whether the file has a migration that this version does not know."""
    return not set(applied(connection)) <= set(KNOWN)
