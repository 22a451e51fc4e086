"""A report: everything the writers in `export` need, and nothing they must look up."""

from dataclasses import dataclass

from factcheck.model.records import ArticleRecord, ClaimRecord, EditRecord
from factcheck.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Report:
    """One article with the state of every claim, at one moment of its history."""

    article: ArticleRecord
    scale: tuple[Verdict, ...]
    claims: tuple[ClaimRecord, ...]  # in reading order
    ledger: tuple[tuple[str, int], ...]  # characters under each account
    reviewers: tuple[str, ...]  # everybody who acted on the article
    head: str  # hash of the last event of this file's history, "" where nobody acted
    events: int
    at: str  # when the report was written, UTC
    program: str
    edits: tuple[EditRecord, ...] = ()  # claims off the list, by number
