"""The names that a question can use: views first, then tables, each with its columns."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.database import Store

_NAMES = """
SELECT m.name, p.name AS column_name FROM sqlite_master m JOIN pragma_table_info(m.name) p
WHERE m.type IN ('view', 'table') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
 AND m.name NOT LIKE '\\_sqlite%' ESCAPE '\\' AND m.name NOT LIKE 'claim\\_search\\_%' ESCAPE '\\'
ORDER BY m.type DESC, m.name, p.cid
"""


def names(store: "Store") -> dict[str, tuple[str, ...]]:
    """Return the columns of every view and table that people may ask about, by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for row in store.rows(_NAMES):
        found[row["name"]] = (*found.get(row["name"], ()), row["column_name"])
    return found
