"""Look references up in Crossref, arXiv and Open Library: a reference in, candidates out.

Nothing is accepted here. A registry always answers with something, so every candidate carries
how far it agrees; none is ever "does not exist".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from rapidfuzz import fuzz

from factcheck.evidence.answers import arxiv_works, crossref_works, openlibrary_works
from factcheck.model.candidate import Candidate, Reference

# Crossref, arXiv and Open Library: what they ask of polite clients is one question at a time, a
# name and an address (the header From), and no question asked twice, for which there is the cache.
SERVICES = {
    "crossref": "https://api.crossref.org",
    "arxiv": "https://export.arxiv.org",
    "openlibrary": "https://openlibrary.org",
}
_ROWS = 3
# Title likeness from which a work is the same, or worth a look; set on hand-made references, see
# docs/decisions.md. Years may differ by one: online and in print.
SAME_TITLE = 95.0
NEAR_TITLE = 80.0
SAME_CONTAINER = 80.0
_YEARS_APART = 1

Ask = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Question:
    """A link to ask, and the service that answers it."""

    service: str
    link: str


def questions(
    reference: Reference, *, services: dict[str, str] | None = None
) -> Iterator[Question]:
    """Yield what to ask about a reference: its identifier where it has one, else its title."""
    at = services or SERVICES
    value = reference.identifier
    if reference.scheme == "doi":
        yield Question("crossref", f"{at['crossref']}/works/{quote(value, safe='')}")
    elif reference.scheme == "arxiv":
        yield Question("arxiv", f"{at['arxiv']}/api/query?{urlencode({'id_list': value})}")
    elif reference.scheme == "isbn":
        asked = urlencode({"isbn": value, "limit": _ROWS, "fields": _BOOK_FIELDS})
        yield Question("openlibrary", f"{at['openlibrary']}/search.json?{asked}")
    elif reference.title:
        words = " ".join((reference.title, reference.container, reference.year, *reference.authors))
        asked = urlencode({"query.bibliographic": words.strip(), "rows": _ROWS})
        yield Question("crossref", f"{at['crossref']}/works?{asked}")
        plain = re.sub(r"[^\w ]+", " ", reference.title)
        asked = urlencode({"search_query": f'ti:"{plain}"', "max_results": _ROWS})
        yield Question("arxiv", f"{at['arxiv']}/api/query?{asked}")
        if not reference.container:
            asked = urlencode({"title": reference.title, "limit": _ROWS, "fields": _BOOK_FIELDS})
            yield Question("openlibrary", f"{at['openlibrary']}/search.json?{asked}")


_BOOK_FIELDS = "key,title,author_name,publisher,first_publish_year,isbn"
_READERS = {"crossref": crossref_works, "arxiv": arxiv_works, "openlibrary": openlibrary_works}


def candidates(reference: Reference, answers: Sequence[tuple[str, str]]) -> tuple[Candidate, ...]:
    """Return the works that *answers* (service, text) propose, the likeliest first.

    Works whose title is unlike are left out, unless they were asked for by their identifier.
    """
    works = [
        compared(reference, work) for service, text in answers for work in _READERS[service](text)
    ]
    kept = [work for work in works if work.verdict]
    different: dict[tuple[str, str], Candidate] = {}
    for work in kept:
        different.setdefault((work.service, work.identifier or work.title), work)
    order = ("match", "differs", "near")
    return tuple(
        sorted(different.values(), key=lambda work: (order.index(work.verdict), -work.score))
    )


def compared(reference: Reference, work: Candidate) -> Candidate:
    """Return *work* with how far it agrees with *reference*, `verdict` "" where it is unlike."""
    score = _alike(reference.title, work.title) if reference.title else 100.0
    differing = tuple(_differing(reference, work))
    if score >= SAME_TITLE:
        verdict = "differs" if differing else "match"
    elif score >= NEAR_TITLE or reference.scheme:
        verdict = "near" if not reference.scheme else "differs"
    else:
        verdict = ""
    return replace(work, verdict=verdict, score=round(score, 1), differing=differing)


def _alike(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(one.casefold(), other.casefold())


def _differing(reference: Reference, work: Candidate) -> Iterator[tuple[str, str, str]]:
    if reference.title and _alike(reference.title, work.title) < SAME_TITLE:
        yield "title", reference.title, work.title
    if reference.year and work.year and not _same_year(reference.year, work.year):
        yield "year", reference.year, work.year
    if (
        reference.container
        and work.container
        and fuzz.partial_token_set_ratio(reference.container.casefold(), work.container.casefold())
        < SAME_CONTAINER
    ):
        yield "container", reference.container, work.container
    known = " ".join(work.authors).casefold()
    unknown = [a for a in reference.authors if known and _surname(a).casefold() not in known]
    if unknown:
        yield "author", ", ".join(unknown), ", ".join(work.authors)


def _same_year(one: str, other: str) -> bool:
    years = [int(found[0]) for text in (one, other) if (found := re.search(r"\d{4}", text))]
    return len(years) < 2 or abs(years[0] - years[1]) <= _YEARS_APART


def _surname(author: str) -> str:
    last_first = author.partition(",")
    return (
        last_first[0].strip()
        if last_first[1]
        else author.rsplit(maxsplit=1)[-1]
        if author.split()
        else ""
    )
