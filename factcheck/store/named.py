"""What evidence and citations name: the sources to capture, and what claims rest on."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.store.database import Store

_EVIDENCE = """SELECT e.source, e.kind FROM evidence_item e LEFT JOIN claim c ON c.id = e.claim
 WHERE e.kind <> 'search' AND (:claims = '[]' OR e.claim IN (SELECT value FROM json_each(:claims)))
 AND (:article IS NULL OR c.document = :article)
 AND (:evidence IS NULL OR substr(e.id, 1, length(:evidence)) = :evidence) ORDER BY e.id"""
_CITED = """SELECT t.scheme, t.identifier FROM citation t
 WHERE t.identifier IS NOT NULL
 AND t.scheme IN ('url', 'doi', 'arxiv', 'pmid', 'pmcid', 'handle', 'ads', 'orcid')
 AND (:article IS NULL OR t.document = :article)
 AND (:claims = '[]' OR EXISTS (SELECT 1 FROM claim_citation x WHERE x.citation = t.id
   AND x.claim IN (SELECT value FROM json_each(:claims)))) ORDER BY t.document, t.position"""

_KINDS = {"url": "link"}


def named_sources(
    store: "Store",
    *,
    claims: Sequence[str] = (),
    article: str | None = None,
    evidence: str | None = None,
    cited: bool = True,
) -> tuple[tuple[str, str], ...]:
    """Return kind and name of every source that evidence or citations name, each once.

    Kinds are those of evidence ("link", "doi", "file") and the registries that have a page for each
    of their names: "arxiv", "pmid", "pmcid", "handle", "ads", "orcid". *evidence* is an id or the
    start of it, and leaves citations out.
    """
    known = {"claims": json.dumps(list(claims)), "article": article, "evidence": evidence}
    found = [(row["kind"], row["source"]) for row in store.rows(_EVIDENCE, known)]
    if cited and evidence is None:
        cited_rows = store.rows(_CITED, known)
        found += [
            (_KINDS.get(row["scheme"], row["scheme"]), row["identifier"]) for row in cited_rows
        ]
    return tuple(dict.fromkeys(found))


_RESTS_ON = """SELECT source, min(place) AS place FROM (
 SELECT source, id AS place FROM evidence_item WHERE claim = :claim AND kind <> 'search'
 UNION ALL
 SELECT t.identifier, '~' || printf('%08d', t.position) FROM claim_citation x
  JOIN citation t ON t.id = x.citation WHERE x.claim = :claim
  AND t.scheme IN ('url', 'doi', 'arxiv', 'pmid', 'pmcid', 'handle', 'ads', 'orcid')
) GROUP BY source ORDER BY place"""


def sources_of(store: "Store", claim: str) -> tuple[str, ...]:
    """Return the sources that a claim rests on: its evidence, then what its citations name."""
    return tuple(row["source"] for row in store.rows(_RESTS_ON, {"claim": claim}))


def replace_source_findings(
    store: "Store", rows: Iterable[dict[str, Any]], article: str, claims: Sequence[str] = ()
) -> None:
    """Write the findings about captured sources of one article anew, inside `writing`.

    Of *claims* only, where any are named; they are all that share words with one another. Each row
    holds the columns of `finding`, and `claims`, the ids of the claims it is on.
    """
    known = {"article": article, "claims": json.dumps(list(claims))}
    store.execute(_UNTIED, known)
    store.execute(_GONE, known)
    last = store.value("SELECT max(position) FROM finding WHERE document = ?", (article,))
    for position, row in enumerate(rows, 1 + (-1 if last is None else last)):
        plain = {name: value for name, value in row.items() if name != "claims"}
        if store.value("SELECT 1 FROM finding WHERE id = ?", (row["id"],)) is None:
            store.insert("finding", [plain | {"position": position}])
        store.insert("finding_claim", [{"claim": c, "finding": row["id"]} for c in row["claims"]])


_UNTIED = """DELETE FROM finding_claim WHERE (:claims = '[]'
  OR claim IN (SELECT value FROM json_each(:claims)))
 AND finding IN (SELECT id FROM finding WHERE document = :article AND rule LIKE 'citation.%')"""
_GONE = """DELETE FROM finding WHERE document = :article AND rule LIKE 'citation.%'
 AND NOT EXISTS (SELECT 1 FROM finding_claim x WHERE x.finding = finding.id)"""


def sharing_words(store: "Store", claims: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return *claims* and those that share a character of the text with one, by article."""
    sql = """SELECT DISTINCT o.document, o.claim FROM claim_span s JOIN claim_span o
      ON o.document = s.document AND o.start < s.stop AND o.stop > s.start
     WHERE s.claim IN (SELECT value FROM json_each(?)) ORDER BY 1, 2"""
    found: dict[str, tuple[str, ...]] = {}
    for row in store.rows(sql, (json.dumps(list(claims)),)):
        found[row["document"]] = (*found.get(row["document"], ()), row["claim"])
    return found


def claims_with_snapshots(
    store: "Store", article: str, claims: Sequence[str] = ()
) -> tuple[int, ...]:
    """Return the numbers of the claims of *article* that rest on something captured, in order.

    Of *claims* only, where any are named.
    """
    sql = """SELECT c.number FROM claim c WHERE c.document = :a AND c.listed
     AND (:claims = '[]' OR c.id IN (SELECT value FROM json_each(:claims))) AND EXISTS (
      SELECT 1 FROM capture k WHERE k.sha256 IS NOT NULL AND k.source IN (
        SELECT source FROM evidence_item WHERE claim = c.id AND kind <> 'search'
        UNION ALL SELECT t.identifier FROM claim_citation x JOIN citation t ON t.id = x.citation
         WHERE x.claim = c.id AND t.scheme IN
          ('url', 'doi', 'arxiv', 'pmid', 'pmcid', 'handle', 'ads', 'orcid')))
     ORDER BY c.number"""
    asked = {"a": article, "claims": json.dumps(list(claims))}
    return tuple(row["number"] for row in store.rows(sql, asked))


def references(store: "Store", article: str) -> tuple[dict[str, Any], ...]:
    """Return the citations of *article* that a registry may know, and the claims that rest on them.

    Each holds quote, fields (offsets by name, JSON), scheme, identifier, claims (numbers, JSON).
    """
    sql = """SELECT t.quote, t.fields, t.scheme, t.identifier,
       (SELECT json_group_array(number) FROM (SELECT c.number FROM claim_citation x
         JOIN claim c ON c.id = x.claim WHERE x.citation = t.id AND c.listed ORDER BY 1)) AS claims
     FROM citation t WHERE t.document = ? AND (t.kind IN ('publication', 'report')
       OR t.scheme IN ('doi', 'arxiv', 'isbn')) ORDER BY t.position"""
    return tuple(dict(row) for row in store.rows(sql, (article,)))
