"""Resolving: the references of an article are looked up, and candidates shown. None is accepted."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.evidence.addresses import RefusedError
from factcheck.evidence.resolving import Question, candidates, questions
from factcheck.model.candidate import Candidate, Reference
from factcheck.model.event import timestamp
from factcheck.model.span import Span
from factcheck.review.capturing import Network
from factcheck.store import named, queries, snapshots
from factcheck.store.database import Store

# What arXiv asks of programs; the others ask for less. Seconds between two questions.
PAUSE = 3.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference of the article, the claims that rest on it, its candidates, and what failed."""

    quote: str
    claims: tuple[int, ...]
    reference: Reference
    candidates: tuple[Candidate, ...]
    errors: tuple[str, ...] = ()


def resolve(
    store: Store, article: str, network: Network, *, fresh: bool = False
) -> Iterator[Resolved]:
    """Look the references of an article up, one question at a time, and yield what was proposed.

    Answers are kept in the file, and asked for again only with *fresh*.
    """
    text = queries.text_of(store, article)
    for row in named.references(store, article):
        reference = _reference(text, row)
        answers, errors = [], []
        for question in questions(reference, services=network.services):
            try:
                answers.append((question.service, _answer(store, question, network, fresh=fresh)))
            except RefusedError as error:
                errors.append(f"{question.service}: {error}")
        if answers or errors:
            numbers = tuple(json.loads(row["claims"]))
            found = candidates(reference, answers)
            yield Resolved(row["quote"], numbers, reference, found, tuple(errors))


def _answer(store: Store, question: Question, network: Network, *, fresh: bool) -> str:
    kept = None if fresh else snapshots.kept_answer(store, question.service, question.link)
    if kept is not None:
        return kept
    if network.pause is not None:
        network.pause(PAUSE)
    answer = network.fetch(question.link).answer
    if answer.status not in {200, 404}:
        raise RefusedError(f"the server answered {answer.status}")
    text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
    with store.writing():
        at = timestamp(network.now())
        snapshots.keep_answer(store, question.service, question.link, at, text)
    return text


def _reference(text: str, row: dict[str, str]) -> Reference:
    fields = {name: Span(*place).of(text) for name, place in json.loads(row["fields"]).items()}
    author = fields.get("author", "")
    return Reference(
        title=" ".join(fields.get("title", "").split()),
        authors=tuple(part.strip() for part in author.split(" and ") if part.strip()),
        container=" ".join(fields.get("container", "").split()),
        year=fields.get("date", ""),
        scheme=row["scheme"] or "",
        identifier=row["identifier"] or "",
    )
