"""What each column of each view means: the schema reference and Datasette print it.

In: the name of a view and of a column. Out: a phrase.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.database import Store

_EVERYWHERE = {
    "article": "id of the article's document",
    "number": "number of the claim in its article: 17 is shown as c17",
    "claim": "id of the claim",
    "claim_text": "wording of the claim",
    "reviewer": "name of the reviewer",
    "at": "when, UTC to the millisecond; shown, never used for order",
    "title": "title of the article: its first heading or first line",
    "start": "first code point in the text of the article",
    "stop": "one past the last code point",
    "quote": "exactly the characters at start..stop",
}
_OF_VIEW = {
    "articles": {
        "number": "number of the article in this file, from 1",
        "id": "content address: d1: and 32 hex digits of the text's SHA-256",
        "source": "name under which it was read: a file name, a link, - for a pipe",
        "language": "ISO 639-1 of most of the text, or null",
        "characters": "code points in the text",
        "unaccounted": "characters that no claim, attribution, heading or other account covers",
        "reader": "version of the reader that made the claims",
        "claims": "claims of the article",
        "decided": "claims on which all who judged them agree",
        "deferred": "claims put off and judged by nobody",
        "disagreements": "claims on which reviewers' verdicts differ",
    },
    "claims": {
        "id": "content address of document, spans and wording",
        "article_title": "title of the article",
        "text": "the wording",
        "quote": "the words of the article it was made from, pieces joined by […]",
        "start": "first code point of its first piece",
        "stop": "one past the last code point of its last piece",
        "kind": "event, quantity, comparison, causal, quotation, position, prediction, …",
        "modality": "JSON list: asserted, hedged, conditional, negated",
        "needs_context": "JSON list of words that the article leaves unresolved",
        "check_worthiness": "0-1: a rank for checking",
        "attribution_kind": "named, unnamed, or null: the article itself says it",
        "attributed_to": "who the article makes responsible, in its words",
        "attribution_cue": "by which words",
        "status": "open, deferred, decided, disagreement",
        "verdict": "what all who judged it agree on, else null",
        "flags": "flags set by anybody, joined by commas",
        "evidence": "pieces of evidence that stand",
        "supporting": "of them, those that support",
        "refuting": "of them, those that refute",
        "citations": "citations of the article that it rests on",
        "open_findings": "findings that nobody has confirmed or dismissed",
        "assessments": "reviewers whose verdict on it stands",
        "notes": "notes on it",
        "last_act_at": "when somebody last acted on it",
        "reader": "version of the reader that made it",
        "current": "0: of an older reading, kept because somebody acted on it",
        "n": "row number in this file; full-text search answers with it",
        "stale": "verdicts given on what it was before it was changed, until given again",
        "made_by": "id of the event with which a person made it, or null: the reader found it",
    },
    "evidence": {
        "id": "id of the event that attached it",
        "kind": "link, doi, file, search (searched and found nothing)",
        "source": "link, DOI, file name, or where and how was searched",
        "stance": "supports, refutes, context",
        "title": "as the source calls itself",
        "quote": "the words in it that matter",
        "locator": "page, paragraph, time",
        "note": "for colleagues",
        "primacy": "primary, secondary, or empty",
    },
    "assessments": {
        "id": "id of the event that gave it",
        "verdict": "a verdict of the file's scale",
        "label": "as reports print it",
        "rationale": "why, in the reviewer's words",
        "gate": "0: the evidence that it needs has gone since",
        "stale": "1: given on what the claim was before it was changed",
    },
    "flags": {"flag": "rhetorical, unsupported, missing-context, …"},
    "citations": {
        "id": "id of the citation",
        "kind": "link, publication, bill, law, case, standard, report, post, quotation, …",
        "scheme": "registry of the identifier: doi, isbn, us-bill, url, …, or null",
        "identifier": "its normal form",
        "fields": "JSON: offsets of title, container, date, author, …",
        "claims": "claims that rest on it",
    },
    "findings": {
        "id": "id of the finding",
        "rule": "the rule that found it, such as rhetoric.loaded",
        "message": "why, in one sentence",
        "quoted": "1: the words stand inside somebody's quotation",
        "strength": "0-1, within the rule",
        "decision": "confirmed, dismissed, or null: the one taken last",
    },
    "disagreements": {"verdicts": "each reviewer with the verdict, joined by semicolons"},
    "reveals": {
        "at": "when the reviewer looked; UTC to the millisecond",
        "verdict": "what the reviewer says of the claim now, or null",
    },
    "progress": {
        "reviewer_id": "id of the reviewer in this file",
        "claims": "claims of the article",
        "decided": "those this reviewer has judged",
        "stale": "those changed since this reviewer judged them",
        "deferred": "those this reviewer has put off",
    },
    "history": {
        "id": "id of the event, a ULID",
        "kind": "assess, flag, attach-evidence, note, split-claim, …, undo",
        "subject": "the claim, or the reviewer, it is about",
        "payload": "JSON: what exactly was done",
        "undone_by": "id of the undo that took it back, or null",
        "replica": "the copy of the file in which it happened",
        "seq": "1, 2, 3 … within the replica",
        "lamport": "the order between reviewers",
        "hash": "SHA-256 over every other column, chained within the replica",
    },
    "edits": {
        "kind": "edit-claim (reworded), split-claim, merge-claims, not-a-claim",
        "reason": "why it is no claim; else empty",
        "became": "numbers of the claims that came of it, such as c85, c86, or null",
        "event": "id of the event that took it off the list",
    },
    "unsupported_claims": {
        "text": "wording of the claim",
        "check_worthiness": "0-1: a rank for checking",
        "rules": "rules of the findings, joined by commas",
    },
    "suggestions": {
        "model": "the language model, as it was asked for",
        "prompt": "version of the question it was asked",
        "kind": "claim (another wording), flag",
        "wording": "of a claim: how the model would word it",
        "new_words": "JSON list of its words that stand nowhere in the sentences",
        "flag": "of a flag: rhetorical, unsupported, missing-context, …",
        "reason": "of a flag: why, in the model's words",
        "at": "when it was asked, UTC to the millisecond",
    },
    "captures": {
        "id": "id of the attempt, a ULID",
        "source": "what evidence or citation names: a link, DOI, file",
        "url": "the link that was asked; empty for a file",
        "final_url": "the link that answered, after redirects",
        "status": "status of HTTP; null: a file, or no answer",
        "headers": "JSON: the headers that matter",
        "hops": "JSON list of every link that was asked",
        "sha256": "of the body, or null: nothing was captured",
        "media_type": "as found in the body, else as the server declared it",
        "bytes": "of the body",
        "characters": "of its text; null: an image, or nothing that can be read",
        "error": "why nothing was captured",
        "remark": "what to know about the text",
        "reviewer": "name of who asked for it",
        "evidence": "pieces of evidence that name the source",
        "archive": "where an archive keeps a copy, or null",
    },
    "snapshots": {
        "sha256": "of the body as it arrived",
        "media_type": "as found in the body, else as the server declared it",
        "bytes": "of the body",
        "characters": "of its text; null: an image, or nothing that can be read",
        "stored_bytes": "of the body as the file holds it, compressed",
        "captures": "attempts that found this body",
        "sources": "what evidence or citations name, joined by commas",
        "first_captured_at": "when it was first captured",
        "last_captured_at": "when it was last captured",
    },
    "origins": {
        "byline": "who wrote it, as the page says",
        "publisher": "name of the site",
        "published": "date, as the page says",
        "modified": "date, as the page says",
        "address": "the canonical link",
        "links": "links in the text",
        "media_type": "of the page or file it was made from, or null: the text itself",
        "bytes": "of that page or file",
        "sha256": "of that page or file; `factcheck snapshots` shows it",
    },
    "factchecks": {
        "id": "content address of the fact-check: imported twice it is there once",
        "claim": "the claim that was reviewed, in the words of the review",
        "claimant": "who made it, as the review says",
        "verdict": "the rating in words, as the review says it",
        "rating": "its number on its scale, such as 1 of 1–5",
        "publisher": "who checked it",
        "url": "where the review stands: an http or https link, or empty",
        "date": "when it was published: ISO 8601, or as it was written",
        "language": "of the review, as it says",
        "file": "name of the file it was imported from",
        "at": "when it was imported, UTC",
    },
    "coverage": {
        "account": "claim, attribution, heading, …, unaccounted",
        "characters": "code points that count under it",
        "share": "of all characters of the article, 0-1",
    },
}


def meaning(view: str, column: str) -> str:
    """Return what *column* of *view* means.

    Raises:
        KeyError: nobody has said it.
    """
    own = _OF_VIEW[view]
    return own[column] if column in own else _EVERYWHERE[column]


def described(store: "Store") -> dict[str, tuple[str, dict[str, str]]]:
    """Return each view of the file: what it is, and for each column what that means."""
    views = store.rows("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY rowid")
    return {
        view["name"]: (
            _about(view["sql"]),
            {
                row["name"]: meaning(view["name"], row["name"])
                for row in _columns(store, view["name"])
            },
        )
        for view in views
    }


def _about(sql: str) -> str:
    """Return the comment below the first line of a view, which says what it is."""
    return next(line[3:] for line in sql.splitlines() if line.startswith("-- "))


def _columns(store: "Store", view: str) -> "list[sqlite3.Row]":
    return store.rows(f'PRAGMA table_info("{view}")')


def tables(store: "Store") -> tuple[str, ...]:
    """Return the tables of the file, which may change where the views stay."""
    rows = store.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return tuple(row["name"] for row in rows)
