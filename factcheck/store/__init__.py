"""The one SQLite file: what was read, what people did, and the questions asked of it.

In: readings, acts and questions. Out: records of `model`, and views anybody can query.
May import: `lexicon`, `model`, `errors`, sqlite3, sqlite_utils; the only room that knows SQL.
"""
