"""Evidence: what a reviewer attached to a claim, and how it bears on it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from factcheck.errors import UsageError


class Stance(StrEnum):
    """How one piece of evidence bears on one claim. Values are stored: add, never rename."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class EvidenceKind(StrEnum):
    """What was attached. Values are stored: add, never rename."""

    LINK = "link"
    DOI = "doi"
    FILE = "file"
    SEARCH = "search"  # searched, found nothing: `source` says where and how


class Primacy(StrEnum):
    """How near the source is to what happened. Values are stored: add, never rename."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


# What somebody began as a link or a search and did not finish; no file is meant.
_BEGUN = re.compile(r"(?:https?[:/]|www\.|//|searched\b|doi\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence as a reviewer gave it.

    `source` is the link, DOI, file name or description of the search; `quote` the words in it that
    matter, `locator` where they stand (page, paragraph, time).
    """

    kind: EvidenceKind
    source: str
    stance: Stance
    title: str = ""
    quote: str = ""
    locator: str = ""
    note: str = ""
    primacy: Primacy | None = None


def evidence_from(source: str, stance: Stance, **details: str | Primacy | None) -> Evidence:
    """Return evidence for what a person typed as its source, its kind told from its form.

    Raises:
        UsageError: the source is empty, is a link of a scheme other than http or https, or a
            search is said to support or refute.
    """
    source = source.strip()
    kind = _kind(source)
    if kind is EvidenceKind.SEARCH:
        source = source.partition(":")[2].strip()
    if not source or source.lower() == "doi:":
        raise UsageError(
            "the evidence has no source",
            hint="give a link, a DOI, a file name, or `searched: where and how`",
        )
    if kind is EvidenceKind.SEARCH and stance is not Stance.CONTEXT:
        raise UsageError(
            "a search that found nothing neither supports nor refutes",
            hint="give it the stance `context`",
        )
    return Evidence(kind, source, stance, **details)  # type: ignore[arg-type]


def _kind(source: str) -> EvidenceKind:
    lowered = source.lower()
    if lowered.startswith("searched:"):
        return EvidenceKind.SEARCH
    if lowered.startswith("doi:") or (lowered.startswith("10.") and "/" in lowered):
        return EvidenceKind.DOI
    if not _has_scheme(source) and not _BEGUN.match(source):
        return EvidenceKind.FILE
    if not is_web_link(source):
        raise UsageError(
            f"{source[:80]!r} is no link that can be used as evidence",
            hint="links start with https:// and a host, DOIs with doi:, searches with searched:",
        )
    return EvidenceKind.LINK


def _has_scheme(source: str) -> bool:
    scheme, colon, _ = source.partition(":")
    # One letter before the colon is a drive of Windows, not a scheme.
    return bool(colon) and len(scheme) > 1 and scheme.replace("+", "").isalnum()


def is_web_link(source: str) -> bool:
    """Say whether *source* is an http or https link with a host and without control characters.

    A link with a user's name in it is none: "https://bank.example@thief.example" shows one host
    and leads to another, and so does a backslash before the path.
    """
    if any(not c.isprintable() or c.isspace() or c == "\\" for c in source):
        return False
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    return (
        parts.scheme.lower() in {"http", "https"}
        and bool(parts.hostname)
        and "@" not in parts.netloc
    )
