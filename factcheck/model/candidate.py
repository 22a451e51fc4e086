"""A candidate: a work that a registry proposes for a reference of the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation says of a work, in its own words; "" and () where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    container: str = ""
    year: str = ""
    scheme: str = ""  # of the identifier: doi, arxiv, isbn
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One work of a registry, set against a reference.

    `verdict` is "match" (title, year and container agree), "differs" (the title does, `differing`
    names what does not, with both wordings) or "near" (the title is only alike). No candidate is
    accepted by the program.
    """

    service: str
    identifier: str  # doi:…, arXiv:…, ISBN …
    link: str
    title: str
    authors: tuple[str, ...]
    container: str
    year: str
    verdict: str = ""
    score: float = 0.0  # likeness of the titles, 0–100
    differing: tuple[tuple[str, str, str], ...] = ()  # field, in the text, in the registry
