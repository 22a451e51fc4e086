"""Fact-checks of others, into the file and out of it, and what of the file may be like a claim.

In: records of `model.checked`, words of a claim. Out: rows, and candidates, which are like a claim
in rare words only: whether they say the same is told elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.lexicon import load
from factcheck.model.checked import FactCheck, check_id
from factcheck.store.search import TOKENIZER, WORDS, indexed, unspaced_in

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store

FACT_CHECKS = (
    """CREATE TABLE fact_check (
  n INTEGER PRIMARY KEY,             -- row number in this file; full-text search answers with it
  id TEXT NOT NULL UNIQUE,           -- content address
  claim TEXT NOT NULL,               -- the claim that was reviewed
  claimant TEXT NOT NULL,            -- who made it; '' where that is not known, as in all below
  verdict TEXT NOT NULL,             -- the rating in words
  rating TEXT NOT NULL,              -- its number on its scale
  publisher TEXT NOT NULL,           -- who checked it
  url TEXT NOT NULL,                 -- an http or https link
  date TEXT NOT NULL,                -- of the review: ISO 8601, or as it was written
  language TEXT NOT NULL,
  file TEXT NOT NULL,                -- name of the file it was imported from
  at TEXT NOT NULL,                  -- when, UTC
  words TEXT                         -- as the index has it, null: as the claim
) STRICT""",
    f"""CREATE VIRTUAL TABLE fact_check_search USING fts5 (
  words, content = '', tokenize = '{TOKENIZER}'
)""",
    """CREATE TRIGGER fact_check_is_found AFTER INSERT ON fact_check
BEGIN INSERT INTO fact_check_search (rowid, words)
 VALUES (NEW.n, coalesce(NEW.words, NEW.claim)); END""",
    """CREATE TRIGGER fact_check_is_never_changed BEFORE UPDATE ON fact_check
BEGIN SELECT RAISE(ABORT, 'fact-checks are never changed: import again'); END""",
    """CREATE VIEW factchecks AS
-- One row a fact-check of somebody else, as imported: what was reviewed, by whom, its rating.
SELECT id, claim, claimant, verdict, rating, publisher, url, date, language, file, at
FROM fact_check ORDER BY n""",
)

CHECKS_BY_LINK = ("CREATE INDEX fact_check_by_url ON fact_check (url)",)

# A word in so many claims is not counted any further; to do so takes 0.2 ms.
_COMMON = 5000
# Claims that are weighed by their rank, for all words taken together: 2 ms of work.
_MOST_WEIGHED = 3000
# Of words too common to be asked for alone so many are asked for by twos.
_IN_PAIRS = 3
# Candidates that are compared word by word. On 100,000 claims the one sought is among the first 40.
CANDIDATES = 40
# Of more words of a claim the first ones do; a claim that long is a paragraph.
_MOST_WORDS = 60
_IMPORTED = "fact_check_search", "words"
_OWN = "claim_search", "wording"


def keep_checks(store: "Store", checks: Iterable[FactCheck], file: str, at: str) -> int:
    """Store fact-checks that are not there yet, inside `writing`; return how many were new."""
    rows = (
        asdict(check)
        | {"id": check_id(check), "file": file, "at": at, "words": _words(check.claim)}
        for check in checks
    )
    sql = """INSERT OR IGNORE INTO fact_check (id, claim, claimant, verdict, rating, publisher, url,
      date, language, file, at, words) VALUES (:id, :claim, :claimant, :verdict, :rating,
      :publisher, :url, :date, :language, :file, :at, :words)"""
    count = int(store.value("SELECT count(*) FROM fact_check"))
    store.connection.executemany(sql, rows)
    return int(store.value("SELECT count(*) FROM fact_check")) - count


def _words(claim: str) -> str | None:
    words = indexed(claim)
    return None if words == claim else words


def imported_like(store: "Store", words: str) -> tuple[FactCheck, ...]:
    """Return imported fact-checks that have rare words of *words*, the likeliest first."""
    expression = _expression(store, words, *_IMPORTED)
    sql = """SELECT k.* FROM fact_check_search s JOIN fact_check k ON k.n = s.rowid
             WHERE fact_check_search MATCH ? ORDER BY s.rank LIMIT ?"""
    rows = store.rows(sql, (expression, CANDIDATES)) if expression else []
    return tuple(_check(row) for row in rows)


def checks_at(store: "Store", link: str) -> tuple[FactCheck, ...]:
    """Return imported fact-checks that stand at *link*, the newest first."""
    rows = store.rows("SELECT * FROM fact_check WHERE url = ? ORDER BY date DESC, n", (link,))
    return tuple(_check(row) for row in rows)


def _check(row: "sqlite3.Row") -> FactCheck:
    return FactCheck(**{name: row[name] for name in FactCheck.__slots__})


_JUDGED = """SELECT c.number, d.n AS article, d.title, c.text, t.verdict,
   coalesce(c.attributed_to, '') AS claimant, coalesce(d.language, '') AS language,
   (SELECT label FROM scale v WHERE v.verdict = t.verdict) AS label,
   substr((SELECT at FROM event e WHERE e.id = t.last_event), 1, 10) AS date
 FROM claim_search s JOIN claim c ON c.n = s.rowid JOIN claim_state t ON t.claim = c.id
 JOIN document d ON d.id = c.document
 WHERE claim_search MATCH :words AND t.status = 'decided' AND c.number > 0
  AND c.document <> :article ORDER BY s.rank LIMIT :most"""


def judged_like(store: "Store", words: str, article: str) -> tuple[tuple[FactCheck, str], ...]:
    """Return judged claims that have rare words of *words*, each with its place.

    They stand in other articles than *article*, and all who judged them agree; a place is
    "c17 of article 2".
    """
    expression = _expression(store, words, *_OWN)
    asked = {"words": f"wording : ({expression})", "article": article, "most": CANDIDATES}
    return tuple(
        (
            FactCheck(
                claim=row["text"],
                claimant=row["claimant"],
                verdict=row["label"] or row["verdict"],
                publisher=row["title"],
                date=row["date"],
                language=row["language"],
            ),
            f"c{row['number']} of article {row['article']}",
        )
        for row in (store.rows(_JUDGED, asked) if expression else [])
    )


def _expression(store: "Store", words: str, table: str, column: str) -> str:
    """Return what to ask the index for: the rarest words of a claim, "" where it has none.

    Words are taken from the rarest on until the claims that have one of them are as many as can be
    weighed. The next ones must stand together with another, and raise the rank of what has both;
    the most common are asked for only where there is nothing else, and then all must be there.
    """
    counted = sorted(_counted(store, words, table, column))
    taken, total = [], 0
    for count, _, term in counted:
        total += count
        if total > _MOST_WEIGHED:
            break
        taken.append(term)
    rest = counted[len(taken) :][:_IN_PAIRS]
    rarer = [term for count, _, term in rest if count < _COMMON]
    pairs = [(a, b) for a in taken[:_IN_PAIRS] for b in rarer] + [*combinations(rarer, 2)]
    asked = [*taken, *(f"({a} AND {b})" for a, b in pairs)]
    return " OR ".join(asked) or " AND ".join(term for _, _, term in rest)


def _counted(store: "Store", words: str, table: str, column: str) -> Iterator[tuple[int, int, str]]:
    """Yield for each word that the index has: claims with it, up to a limit, place, and term."""
    sql = f"""SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {_COMMON})"""
    for place, term in enumerate(_terms(words)):
        count = int(store.value(sql, (f"{column} : {term}",)))
        if count:
            yield count, place, term


def _terms(words: str) -> Sequence[str]:
    """Return the words of a claim as terms of the index, each once: pairs of unspaced script."""
    runs, rest = unspaced_in(words)
    found = WORDS.findall(rest)
    found += [run[at : at + 2] for run in runs for at in range(max(len(run) - 1, 1))]
    distinct = dict.fromkeys(word.casefold() for word in found[:_MOST_WORDS])
    telling = [word for word in distinct if word not in load("common_words")]
    return tuple(f'"{word}"' for word in telling or distinct)
