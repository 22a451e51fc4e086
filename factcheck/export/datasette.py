"""Write the metadata with which Datasette shows the file: titles, columns, facets, questions.

In: the views with what each and each of its columns means, and questions by name. Out: a value to
be written as JSON; its shape is that of Datasette's `metadata.json`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.model.question import Question

# Columns with few different values, by which people narrow a list down.
_FACETS = {
    "claims": ("status", "verdict", "kind", "attribution_kind"),
    "evidence": ("kind", "stance", "reviewer"),
    "assessments": ("verdict", "reviewer"),
    "flags": ("flag", "reviewer"),
    "citations": ("kind", "scheme"),
    "findings": ("rule", "decision"),
    "history": ("kind", "reviewer"),
    "coverage": ("account",),
}


def metadata(
    database: str,
    title: str,
    views: Mapping[str, tuple[str, Mapping[str, str]]],
    questions: Iterable[Question],
    hidden: Iterable[str],
) -> dict[str, Any]:
    """Return the metadata of one file.

    *database* is the name that Datasette gives it: its file name without the ending. *views* maps
    the name of a view to what it is and, for each column, what that means. *hidden* are the tables
    below the views: they may change.
    """
    tables = {name: _table(name, *about) for name, about in views.items()}
    return {
        "title": title,
        "databases": {
            database: {
                "tables": tables | {name: {"hidden": True} for name in hidden},
                "queries": {question.name: _query(question) for question in questions},
            }
        },
    }


def _table(name: str, about: str, columns: Mapping[str, str]) -> dict[str, Any]:
    facets = [column for column in _FACETS.get(name, ()) if column in columns]
    return {"description": about, "columns": dict(columns), "facets": facets}


def _query(question: Question) -> dict[str, Any]:
    # Datasette asks for parameters in a form, empty at first.
    return {
        "sql": question.sql,
        "title": question.name,
        "description": question.asks,
        "params": list(question.parameters),
    }
