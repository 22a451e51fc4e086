"""Does the file still hold what was read and what was done: everything is computed once more."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.model.claim import claim_id
from factcheck.model.document import document_id
from factcheck.model.event import Event, broken_links
from factcheck.model.span import Span, spans_from
from factcheck.store.database import check_whole
from factcheck.store.made_verify import edits
from factcheck.store.projecting import reduced, subjects
from factcheck.store.projections import PROJECTIONS
from factcheck.store.snapshots import altered_snapshots
from factcheck.store.tallies import wrong_tallies

if TYPE_CHECKING:
    from factcheck.store.database import Store

Row = dict[str, Any]


def verify(store: "Store") -> Iterator[str]:
    """Yield a sentence for everything in the file that disagrees with what it must be."""
    damage = check_whole(store)
    yield from damage
    if not damage:
        for check in _CHECKS:
            yield from check(store)


def sound(store: "Store") -> Iterator[str]:
    """Yield a sentence for everything that does not hold in itself, whoever acted in what order.

    Verdicts that lost their evidence when files came together are not looked at.
    """
    for check in _CHECKS:
        if check is not _gates:
            yield from check(store)


_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
# What a reading says of a document, but for what only this file knows: row numbers, places among
# claims kept from older readings, the name under which the text came.
_READ = {
    "document": "SELECT id, language, characters, text FROM document WHERE id = :d",
    "segment": "SELECT * FROM segment WHERE document = :d",
    "claim": """SELECT id, text, insertions, kind, modality, needs_context, check_worthiness,
        features, attribution_kind, attributed_to, attribution_cue, attribution
        FROM claim WHERE document = :d AND current AND made_by IS NULL""",
    "claim_span": """SELECT s.* FROM claim_span s JOIN claim c ON c.id = s.claim
        WHERE c.document = :d AND c.current AND c.made_by IS NULL""",
    "citation": "SELECT * FROM citation WHERE document = :d",
    "claim_citation": """SELECT x.* FROM claim_citation x JOIN claim c ON c.id = x.claim
        WHERE c.document = :d AND c.made_by IS NULL""",
    # Findings about captured sources rest on what was captured, and no reading knows them.
    "finding": "SELECT * FROM finding WHERE document = :d AND rule NOT LIKE 'citation.%'",
    "finding_claim": """SELECT x.* FROM finding_claim x JOIN claim c ON c.id = x.claim
        JOIN finding f ON f.id = x.finding
        WHERE c.document = :d AND c.made_by IS NULL AND f.rule NOT LIKE 'citation.%'""",
    "ledger": "SELECT * FROM ledger WHERE document = :d",
    "gap": "SELECT * FROM gap WHERE document = :d",
}


def altered_schema(store: "Store", fresh: "Store") -> Iterator[str]:
    """Yield a sentence for each table, view and guard that is not as in a *fresh* file."""
    yield from _unequal(store, fresh, "the schema", _SCHEMA, {})


def altered_reading(store: "Store", fresh: "Store", document: str) -> Iterator[str]:
    """Yield a sentence for each row of a document that a *fresh* reading does not have."""
    for table, sql in _READ.items():
        yield from _unequal(store, fresh, table, sql, {"d": document})


def _unequal(
    store: "Store", fresh: "Store", what: str, sql: str, parameters: dict[str, str]
) -> Iterator[str]:
    found = _normalised(map(dict, store.rows(sql, parameters)))
    wanted = _normalised(map(dict, fresh.rows(sql, parameters)))
    for row in sorted(found - wanted):
        yield f"{what} holds what this version would not write: {row}"
    for row in sorted(wanted - found):
        yield f"{what} lacks what this version would write: {row}"


def _gates(store: "Store") -> Iterator[str]:
    """Every verdict that needs evidence has it."""
    sql = "SELECT number, reviewer, verdict FROM assessments WHERE gate = 0 AND NOT stale"
    for row in store.rows(sql):
        yield f"claim {row['number']}: {row['verdict']} of {row['reviewer']} has no evidence"


def _documents(store: "Store") -> Iterator[str]:
    """Texts hash to their ids; segments tile them; quotes stand where they are said to stand."""
    for row in store.rows("SELECT n, id, characters FROM document ORDER BY n"):
        text = store.value("SELECT text FROM document WHERE id = ?", (row["id"],))
        name = f"article {row['n']}"
        if document_id(text) != row["id"]:
            yield f"{name}: the text is not the one that was read"
        if len(text) != row["characters"]:
            yield f"{name}: {row['characters']} characters are recorded, {len(text)} are there"
        yield from _tiling(store, row["id"], name, len(text))
        yield from _quotes(store, row["id"], name, text)
        yield from _claims(store, row["id"], name)
        counted = store.value("SELECT sum(characters) FROM ledger WHERE document = ?", (row["id"],))
        if counted != len(text):
            yield f"{name}: the coverage ledger counts {counted} of {len(text)} characters"


def _tiling(store: "Store", document: str, name: str, length: int) -> Iterator[str]:
    sql = "SELECT start, stop FROM segment WHERE document = ? ORDER BY position"
    edges = [(0, 0), *map(tuple, store.rows(sql, (document,))), (length, length)]
    for before, after in pairwise(edges):
        if before[1] != after[0]:
            yield f"{name}: the segments leave a gap or overlap at character {after[0]}"


_QUOTED = {
    "claim": "SELECT claim AS id, start, stop, quote FROM claim_span WHERE document = ?",
    "citation": "SELECT id, start, stop, quote FROM citation WHERE document = ?",
    "finding": "SELECT id, start, stop, quote FROM finding WHERE document = ?",
    "suggestion": """SELECT claim || ' ' || position AS id, start, stop, quote FROM suggestion
        WHERE document = ?""",
}


def _quotes(store: "Store", document: str, name: str, text: str) -> Iterator[str]:
    for what, sql in _QUOTED.items():
        for row in store.rows(sql, (document,)):
            if text[row["start"] : row["stop"]] != row["quote"]:
                yield f"{name}: {what} {row['id']} does not quote the text at {row['start']}"


def _claims(store: "Store", document: str, name: str) -> Iterator[str]:
    sql = """SELECT id, number, text, insertions,
               (SELECT json_group_array(json_array(start, stop)) FROM
                 (SELECT start, stop FROM claim_span WHERE claim = claim.id ORDER BY position))
               AS spans
             FROM claim WHERE document = ? ORDER BY number"""
    for expected, row in enumerate(store.rows(sql, (document,)), 1):
        if row["number"] != expected:
            yield f"{name}: claim {row['id']} has number {row['number']}, {expected} is its place"
        if claim_id(document, spans_from(json.loads(row["spans"])), row["text"]) != row["id"]:
            yield f"{name}: claim {row['id']} is not the one that was read"
        whole = Span(0, len(row["text"]))
        if not all(whole.contains(span) for span in spans_from(json.loads(row["insertions"]))):
            yield f"{name}: claim {row['id']} inserts words outside its wording"


def _chains(store: "Store") -> Iterator[str]:
    """Nobody changed, removed or added an event after the fact."""
    for (replica,) in map(tuple, store.rows("SELECT DISTINCT replica FROM event ORDER BY 1")):
        rows = store.rows("SELECT * FROM event WHERE replica = ? ORDER BY seq", (replica,))
        yield from broken_links(Event(**dict(row)) for row in rows)


def _projections(store: "Store") -> Iterator[str]:
    """The current state is exactly what the events say, row by row."""
    expected: dict[str, list[Row]] = {table: [] for table in PROJECTIONS}
    for subject in subjects(store):
        for table, of_subject in reduced(store, subject).items():
            expected[table].extend(of_subject)
    for table, rows_expected in expected.items():
        found = _normalised(map(dict, store.rows(f'SELECT * FROM "{table}"')))
        wanted = _normalised(rows_expected)
        for row in sorted(found - wanted):
            yield f"{table} holds a row that no event accounts for: {row}"
        for row in sorted(wanted - found):
            yield f"{table} lacks a row that the events account for: {row}"


def _normalised(rows: Iterable[Row]) -> set[str]:
    return {json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows}


def _index(store: "Store") -> Iterator[str]:
    """Every claim is in the full-text index."""
    claims = store.value("SELECT count(*) FROM claim")
    indexed = store.value("SELECT count(*) FROM claim_search")
    if claims != indexed:
        yield f"the full-text index holds {indexed} of {claims} claims"


_CHECKS: tuple[Callable[["Store"], Iterator[str]], ...] = (
    _documents,
    _chains,
    _projections,
    edits,
    _gates,
    _index,
    altered_snapshots,
    wrong_tallies,
)
