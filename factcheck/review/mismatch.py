"""Claims against what was captured of their sources: findings of the rule `citation.not-in-source`.

They rest on captures, not on the reading alone, so that they are written when something was
captured, and no reading brings or takes them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.evidence.claimed import Missing, SourceText, missing
from factcheck.model.finding import Finding, finding_id
from factcheck.model.records import ClaimRecord
from factcheck.model.visible import one_line
from factcheck.store import named, queries, snapshots
from factcheck.store.database import Store

RULE = "citation.not-in-source"
_STRENGTH = {"quotation": 0.9, "number": 0.8, "date": 0.7, "name": 0.5}
_SHOWN = 4


def refresh(store: Store, article: str) -> int:
    """Write the findings of one article anew, and return how many there are."""
    text = queries.text_of(store, article)
    texts = _Texts(store)
    found: dict[str, dict[str, Any]] = {}
    for number in named.claims_with_snapshots(store, article):
        claim = queries.claim(store, article, number, "")
        for row in _rows(claim, text, texts.of(claim.id)):
            found.setdefault(row["id"], row | {"claims": []})["claims"].append(claim.id)
    with store.writing():
        named.replace_source_findings(store, found.values(), article)
    return len(found)


class _Texts:
    """The texts that claims rest on, each unpacked and cut into words once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, SourceText | None] = {}

    def of(self, claim: str) -> dict[str, SourceText]:
        """Return the captured texts that a claim rests on, by source."""
        found = {name: self._read(name) for name in named.sources_of(self._store, claim)}
        return {name: text for name, text in found.items() if text is not None}

    def _read(self, source: str) -> SourceText | None:
        if source not in self._known:
            last = snapshots.last_snapshot(self._store, source)
            self._known[source] = SourceText(last[1]) if last and last[1] else None
        return self._known[source]


def _rows(
    claim: ClaimRecord, text: str, sources: Mapping[str, SourceText]
) -> Iterator[dict[str, Any]]:
    for span in claim.spans if sources else ():
        for one in missing(span.of(text), tuple(sources.values())):
            place = one.span.shifted(span.start)
            quoted = one.kind == "quotation"
            strength = _STRENGTH[one.kind]
            finding = Finding(RULE, place, _message(one, tuple(sources)), quoted, strength)
            yield {
                "id": finding_id(claim.article, finding),
                "document": claim.article,
                "rule": RULE,
                "start": place.start,
                "stop": place.end,
                "quote": place.of(text),
                "message": finding.message,
                "quoted": int(quoted),
                "strength": strength,
            }


def _message(one: Missing, sources: tuple[str, ...]) -> str:
    where = sources[0] if len(sources) == 1 else f"any of {len(sources)} captured sources"
    tried = ", ".join(f"“{one_line(spelling)}”" for spelling in one.looked_for[:_SHOWN])
    more = ", …" if len(one.looked_for) > _SHOWN else ""
    return f"this {one.kind} is not in {one_line(where)}: looked for {tried}{more}"
