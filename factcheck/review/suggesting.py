"""Second opinions: ask a language model about claims, check what it says, keep it as the model's.

In: a session, claims, the name of a model. Out: what came of each, and the table of suggestions.
Nothing here is an act of anybody: whoever agrees sets a flag or rewords the claim themselves.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from factcheck.errors import ModelError
from factcheck.model.event import timestamp
from factcheck.model.records import ArticleRecord, ClaimRecord
from factcheck.model.suggestion import Opinion, SuggestionKind
from factcheck.model.visible import storable
from factcheck.models.answers import opinion_from
from factcheck.models.asking import ask, require_model
from factcheck.models.prompt import VERSION, data_of
from factcheck.review.asking import Answer
from factcheck.review.session import Session
from factcheck.store.suggestions import (
    not_asked,
    passage_of,
    refused_count,
    save_opinion,
    suggestion_rows,
)

_COLUMNS = ("claim", "model", "suggests", "quote", "reason")


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking about one claim; `trouble` says why the answer could not be used."""

    number: int
    suggestions: int = 0
    refused: int = 0
    trouble: str = ""


def claims_left(session: Session, article: ArticleRecord, model: str) -> tuple[ClaimRecord, ...]:
    """Return the claims on which this model has not been asked under this version's prompt."""
    numbers = not_asked(session.store, article.id, storable(model), VERSION)
    return tuple(session.claim(article.id, number) for number in numbers)


def suggest(
    session: Session,
    claims: Sequence[ClaimRecord],
    model: str,
    *,
    seconds: float,
    now: Callable[[], datetime],
) -> Iterator[Asked]:
    """Ask *model* about each claim and keep what stands; yield what came of it, claim by claim.

    An answer that cannot be used is passed over and not kept. Each opinion is on disk before the
    next question is asked.

    Raises:
        UsageError: no model is named, or the extra is not installed.
        ModelError: the model gave no answer; what was kept before stays.
    """
    require_model(model)
    for claim in claims:
        passage = passage_of(session.store, claim)
        answer = ask(model, data_of(passage), seconds=seconds)
        opinion: Opinion | None = None
        trouble = ""
        try:
            opinion = opinion_from(answer, passage)
        except ModelError as error:
            trouble = error.message
        if opinion is None:
            yield Asked(claim.number, trouble=trouble)
            continue
        with session.store.writing():
            at = timestamp(now())
            save_opinion(
                session.store, claim, opinion, model=storable(model), prompt=VERSION, at=at
            )
        yield Asked(claim.number, len(opinion.suggestions), opinion.refused)


def suggestions_table(session: Session, article: ArticleRecord, *claims: int) -> Answer:
    """Return what models suggest for an article, or for some of its claims.

    `model` is the name of the model and the version of the prompt.
    """
    rows = suggestion_rows(session.store, article.id, claims)
    return Answer(_COLUMNS, (_line(row) for row in rows))


def refused_suggestions(session: Session, article: ArticleRecord) -> int:
    """Return how many suggestions on an article quoted nothing from it, or were unfit."""
    return refused_count(session.store, article.id)


def _line(row: dict[str, Any]) -> tuple[object, ...]:
    return (
        f"c{row['number']}",
        f"{row['model']} (prompt {row['prompt']})",
        f"flag {row['flag']}" if row["kind"] == SuggestionKind.FLAG else _wording(row),
        row["quote"],
        row["reason"],
    )


def _wording(row: dict[str, Any]) -> str:
    new = ", ".join(json.loads(row["new_words"]))
    return f"{row['wording']} (words of the model's own: {new})" if new else str(row["wording"])
