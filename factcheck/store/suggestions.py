"""What language models suggest, in tables of their own: neither people's acts nor findings.

In: an `Opinion` on a claim. Out: the passages to ask about, and rows of the view `suggestions`.
"""

import json
from typing import TYPE_CHECKING, Any

from factcheck.model.span import Span
from factcheck.model.suggestion import Opinion, Passage, Suggestion, SuggestionRecord

if TYPE_CHECKING:
    from factcheck.model.records import ClaimRecord
    from factcheck.store.database import Store

SUGGESTIONS = (
    """CREATE TABLE suggestion_request (
  claim TEXT NOT NULL,               -- the claim that was asked about
  model TEXT NOT NULL,               -- the model, as it was asked for
  prompt TEXT NOT NULL,              -- version of the question
  document TEXT NOT NULL REFERENCES document(id),
  at TEXT NOT NULL,                  -- UTC to the millisecond
  refused INTEGER NOT NULL,          -- suggestions that quoted nothing from the text, or were unfit
  PRIMARY KEY (claim, model, prompt)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE suggestion (
  claim TEXT NOT NULL,
  model TEXT NOT NULL,
  prompt TEXT NOT NULL,
  position INTEGER NOT NULL,         -- place in the answer, from 0
  document TEXT NOT NULL REFERENCES document(id),
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'flag')),
  wording TEXT NOT NULL,             -- of a claim: how the model would word it
  new_words TEXT NOT NULL CHECK (json_valid(new_words)), -- of them, those the text has not
  flag TEXT NOT NULL,                -- of a flag: which one
  reason TEXT NOT NULL,              -- of a flag: why, in the model's words
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  quote TEXT NOT NULL,               -- exactly the characters at start..stop
  PRIMARY KEY (claim, model, prompt, position),
  FOREIGN KEY (claim, model, prompt) REFERENCES suggestion_request ON DELETE CASCADE
) STRICT, WITHOUT ROWID""",
    """CREATE VIEW suggestions AS
-- One row for each suggestion of a language model; nobody's act until a person acts.
SELECT s.document AS article, c.number, s.claim, c.text AS claim_text, s.model, s.prompt, s.kind,
  s.wording, s.new_words, s.flag, s.reason, s.start, s.stop, s.quote, q.at
FROM suggestion s JOIN suggestion_request q USING (claim, model, prompt)
JOIN claim c ON c.id = s.claim""",
)

# What a model is sent of one sentence, and of what goes before; a sentence can be a whole page.
_LONGEST_PIECE = 4000
_MOST_PIECES = 8
_BEFORE = 600


def passage_of(store: "Store", claim: "ClaimRecord") -> Passage:
    """Return the claim with the sentences it stands in and what goes before them."""
    text: str = store.value("SELECT text FROM document WHERE id = ?", (claim.article,))
    sql = """SELECT start, stop FROM segment WHERE document = ? AND start < ? AND stop > ?
             ORDER BY start"""
    around: dict[Span, None] = {}
    for span in claim.spans:
        for row in store.rows(sql, (claim.article, span.end, span.start)):
            start = max(row["start"], span.start - _LONGEST_PIECE // 2)
            piece = Span(start, min(row["stop"], start + _LONGEST_PIECE))
            around[piece] = None
    pieces = tuple(sorted(around))[:_MOST_PIECES]
    first = pieces[0].start
    before = Span(max(0, first - _BEFORE), first)
    return Passage(text, claim.text, claim.spans, pieces, before)


def not_asked(store: "Store", article: str, model: str, prompt: str) -> tuple[int, ...]:
    """Return the numbers of the claims on which this model has no opinion under this prompt."""
    sql = """SELECT number FROM claim c WHERE document = ? AND current AND NOT EXISTS (
               SELECT 1 FROM suggestion_request WHERE claim = c.id AND model = ? AND prompt = ?)
             ORDER BY number"""
    return tuple(row["number"] for row in store.rows(sql, (article, model, prompt)))


def save_opinion(
    store: "Store", claim: "ClaimRecord", opinion: Opinion, *, model: str, prompt: str, at: str
) -> None:
    """Write an opinion in place of an earlier one of the same model, inside `writing`."""
    text: str = store.value("SELECT text FROM document WHERE id = ?", (claim.article,))
    key = {"claim": claim.id, "model": model, "prompt": prompt}
    store.execute(
        "DELETE FROM suggestion_request WHERE claim = :claim AND model = :model"
        " AND prompt = :prompt",
        key,
    )
    of = key | {"document": claim.article}
    store.insert("suggestion_request", [of | {"at": at, "refused": opinion.refused}])
    rows = [
        of | {"position": position} | _row(suggestion, text)
        for position, suggestion in enumerate(opinion.suggestions)
    ]
    store.insert("suggestion", rows)


def _row(suggestion: Suggestion, text: str) -> dict[str, Any]:
    return {
        "kind": suggestion.kind,
        "wording": suggestion.wording,
        "new_words": json.dumps(suggestion.new_words, ensure_ascii=False),
        "flag": suggestion.flag,
        "reason": suggestion.reason,
        "start": suggestion.span.start,
        "stop": suggestion.span.end,
        "quote": suggestion.span.of(text),
    }


def suggestion_rows(store: "Store", article: str, claims: tuple[int, ...]) -> list[dict[str, Any]]:
    """Return the suggestions on an article, or on the claims of these numbers."""
    sql = "SELECT * FROM suggestions WHERE article = ? ORDER BY number, model, prompt, kind, start"
    rows = map(dict, store.rows(sql, (article,)))
    return [row for row in rows if not claims or row["number"] in claims]


def suggestions_on(store: "Store", claim: str) -> tuple[SuggestionRecord, ...]:
    """Return the suggestions on one claim, model by model."""
    sql = """SELECT model, prompt, kind, wording, new_words, flag, reason, quote FROM suggestion
             WHERE claim = ? ORDER BY model, prompt, position"""
    rows = map(dict, store.rows(sql, (claim,)))
    return tuple(
        SuggestionRecord(**row | {"new_words": tuple(json.loads(row["new_words"]))}) for row in rows
    )


def refused_count(store: "Store", article: str) -> int:
    """Return how many suggestions on an article were refused."""
    sql = "SELECT coalesce(sum(refused), 0) FROM suggestion_request WHERE document = ?"
    return int(store.value(sql, (article,)))
