"""Reading: text -> segments, claims, citations, findings. Nothing is stored, no database loaded."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.lexicon.courts import may_cite_case
from factcheck.model.document import Document, Segment
from factcheck.model.reading import Reading
from factcheck.model.rules import RuleSettings, digest
from factcheck.model.visible import storable

if TYPE_CHECKING:
    from factcheck.review.capturing import Network

# Changes with every change to what a reading holds, so that each row says which rules made it.
READER = "6"
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


_AS_SHIPPED = RuleSettings()


def reader_under(rules: RuleSettings) -> str:
    """Return the version that a reading under *rules* of a project carries: "4", "4+1f0c…"."""
    return f"{READER}+{digest(rules)}" if rules else READER


def reader_for(text: str, rules: RuleSettings) -> str:
    """Return the version that a reading of *text* carries: "4/eyecite-2.7.8/reporters-db-3.2.67".

    What stands behind the stroke is the edition of eyecite, where it is asked about this text.
    """
    known = casebook() if may_cite_case(text) else ""
    if known:
        from factcheck.citations.cases import may_need_casebook

        known = known if may_need_casebook(text) else ""
    return "/".join(filter(None, (reader_under(rules), known)))


def casebook() -> str:
    """Return which eyecite and which list of reporters are installed, "" where there is none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"eyecite-{version('eyecite')}/reporters-db-{version('reporters-db')}"
    except PackageNotFoundError:
        return ""


def need_not_be_read(kept: str | None, reader: str) -> bool:
    """Say whether what *kept* has read would not be read better by *reader*.

    A file that was read with eyecite loses no citation on a machine that lacks it.
    """
    return kept is not None and reader in {kept, kept.partition("/")[0]}


def read(
    document: Document, rules: RuleSettings = _AS_SHIPPED, *, with_casebook: bool = True
) -> Reading:
    """Find the segments, claims, citations and findings of *document*. Pure: nothing is stored.

    *rules* are what a project changes about the rules of findings; nothing else depends on them.
    *with_casebook* asks eyecite for court cases, where it is installed; claims do not depend on it.
    """
    from concurrent.futures import ThreadPoolExecutor

    from factcheck.annotate import described, find_findings
    from factcheck.citations import tied
    from factcheck.segment import claims_of, split

    text = document.text
    segments = split(text)
    # The parser's network leaves Python free for what needs no claims.
    with ThreadPoolExecutor(1) as beside:
        waiting = beside.submit(_without_claims, document, segments, with_casebook=with_casebook)
        claims = claims_of(text, segments)
        known = waiting.result()
    claims = described(text, known.segments, claims)
    citations = tied(text, known.citations, known.segments, claims)
    reading = Reading(document, known.segments, claims, citations, ())
    return replace(reading, findings=find_findings(reading, rules, known.findings))


def _without_claims(
    document: Document, segments: tuple[Segment, ...], *, with_casebook: bool
) -> Reading:
    """Return what can be read before the claims are known; nothing is tied to any of them."""
    from factcheck.annotate import findings_in, judged
    from factcheck.citations import citations_in

    text = document.text
    segments = judged(text, segments)
    citations = citations_in(text, segments, document.links, with_casebook=with_casebook)
    return Reading(document, segments, (), citations, findings_in(document, segments))


def document_of(
    path: str, *, encoding: str | None = None, network: "Network | None" = None
) -> Document:
    """Return the document in a file, in standard input for `-`, or at an address of the web.

    Only an address makes use of the network: the public one where none is given.

    Raises:
        InputError: there is no such file, or it holds no text that can be read.
    """
    from factcheck.sources import document_from, read_bytes

    if _ADDRESS.match(path):
        from factcheck.review.capturing import public_network
        from factcheck.review.sourcing import document_at

        return document_at(path, network or public_network(), encoding=encoding)
    name = "-" if path == "-" else storable(Path(path).name)
    return document_from(read_bytes(path), name=name, encoding=encoding)
