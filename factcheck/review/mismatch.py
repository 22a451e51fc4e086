"""Claims against what was captured of their sources: findings of the rule `citation.not-in-source`.

They rest on captures, not on the reading alone: they are written when something was captured and
when people edit claims or their evidence (`following`), and no reading brings or takes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from factcheck.evidence.claimed import Missing, SourceText, missing
from factcheck.model.finding import Finding
from factcheck.model.records import ClaimRecord
from factcheck.model.rules import RuleSettings
from factcheck.model.visible import one_line
from factcheck.review.whole import rules_called
from factcheck.store import named, queries, snapshots
from factcheck.store.database import Store
from factcheck.store.readings import finding_row

RULE = "citation.not-in-source"
_STRENGTH = {"quotation": 0.9, "number": 0.8, "date": 0.7, "name": 0.5}
_SHOWN = 4


# Texts that are kept ready between two acts of a reviewer, who works on one article.
_READY = 4


def refresh(store: Store, article: str) -> int:
    """Write the findings of one article anew, and return how many there are."""
    found = _found(store, article)
    with store.writing():
        named.replace_source_findings(store, found, article)
    return len(found)


def refresh_claims(store: Store, claims: Sequence[str]) -> None:
    """Write the findings of some claims anew, and of those they share words with; in `writing`."""
    for article, together in named.sharing_words(store, claims).items():
        found = _found(store, article, together)
        named.replace_source_findings(store, found, article, together)


def _found(store: Store, article: str, claims: Sequence[str] = ()) -> tuple[dict[str, Any], ...]:
    """Return the rows of the findings on *claims*, none meaning all of the article."""
    reader = queries.article(store, article).reader
    rules = rules_called(store, reader.partition("+")[2]) or RuleSettings()
    if RULE in rules.off:
        return ()
    text = queries.text_of(store, article)
    texts = _Texts(store)
    found: dict[str, dict[str, Any]] = {}
    for number in named.claims_with_snapshots(store, article, claims):
        claim = queries.claim(store, article, number, "")
        for row in _rows(claim, text, texts.of(claim.id)):
            found.setdefault(row["id"], row | {"claims": []})["claims"].append(claim.id)
    return tuple(found.values())


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
            self._known[source] = _source_text(last[1]) if last and last[1] else None
        return self._known[source]


@lru_cache(_READY)
def _source_text(text: str) -> SourceText:
    return SourceText(text)


def _rows(
    claim: ClaimRecord, text: str, sources: Mapping[str, SourceText]
) -> Iterator[dict[str, Any]]:
    for finding in _findings(claim, text, sources) if sources else ():
        yield finding_row(claim.article, finding, text)


def _findings(
    claim: ClaimRecord, text: str, sources: Mapping[str, SourceText]
) -> Iterator[Finding]:
    texts = tuple(sources.values())
    for span in claim.spans:
        for one in missing(span.of(text), texts):
            message = f"this {one.kind} {_message(one, tuple(sources))}"
            quoted = one.kind == "quotation"
            yield Finding(RULE, one.span.shifted(span.start), message, quoted, _STRENGTH[one.kind])
    added = tuple(_added(claim, texts))
    if added:
        # The article has no such words: what is marked are those that the wording rests on.
        said = "; ".join(
            f"the wording adds the {one.kind} “{one_line(one.span.of(claim.text))}”,"
            f" which {_message(one, tuple(sources))}"
            for one in added
        )
        yield Finding(RULE, claim.spans[0], said, False, max(_STRENGTH[one.kind] for one in added))


def _added(claim: ClaimRecord, sources: Sequence[SourceText]) -> Iterator[Missing]:
    """Yield what no source has of the words that people put into a wording."""
    if claim.made and claim.insertions:
        for one in missing(claim.text, sources):
            if any(one.span.overlaps(each) for each in claim.insertions):
                yield one


def _message(one: Missing, sources: tuple[str, ...]) -> str:
    where = sources[0] if len(sources) == 1 else f"any of {len(sources)} captured sources"
    tried = ", ".join(f"“{one_line(spelling)}”" for spelling in one.looked_for[:_SHOWN])
    more = ", …" if len(one.looked_for) > _SHOWN else ""
    return f"is not in {one_line(where)}: looked for {tried}{more}"
