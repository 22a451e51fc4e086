"""Write a piece of evidence: what it is, what it says, and where it was kept.

In: an evidence record. Out: lines of Markdown, or the same as plain pairs of name and value.
"""

from collections.abc import Iterator

from factcheck.export.escape import code, inline, link, percent
from factcheck.export.outcome import by, moment
from factcheck.export.words import Words
from factcheck.model.checked import CheckedBefore
from factcheck.model.evidence import is_web_link
from factcheck.model.records import EvidenceRecord
from factcheck.model.visible import one_line

# In the name of a DOI these are letters like others; in a link they would end it.
_DOI_LETTERS = {
    ord("%"): "%25",
    ord("?"): "%3F",
    ord("#"): "%23",
    ord(" "): "",
}


def source_lines(number: int, one: EvidenceRecord, words: Words) -> Iterator[str]:
    """Yield the item of a numbered list on one piece of evidence."""
    mark = f"{number}. "
    yield f"{mark}{inline(nature(one, words))}: {_source(one)}"
    for name, value in details(one, words):
        shown = link("", value) if is_web_link(value) else inline(value)
        yield f"{' ' * len(mark)}- {name}: {shown}"
    attached = words("claim.attached", by=by(one.reviewer, one.at))
    yield f"{' ' * len(mark)}- {inline(attached)}"


def nature(one: EvidenceRecord, words: Words) -> str:
    """Return stance, kind and nearness of evidence in words."""
    parts = [words.name("stance", one.stance), words.name("evidence", one.kind)]
    if one.primacy.strip():
        parts.append(words.name("claim", one.primacy))
    return ", ".join(parts)


def details(one: EvidenceRecord, words: Words) -> Iterator[tuple[str, str]]:
    """Yield name and value of what is known about evidence besides its source, not escaped."""
    checked = (("checked_before", checked_before(each, words)) for each in one.checks)
    given = (("words", one.quote), ("where", one.locator), ("note", one.note))
    known = (*given, *checked, *kept(one))
    return ((words(f"claim.{name}"), value) for name, value in known if value.strip())


def checked_before(one: CheckedBefore, words: Words) -> str:
    """Return the fact-check that evidence is, not escaped: rating, who and when, which claim.

    What differs between that claim and this one is named.
    """
    check = one.check
    rating = f"{check.verdict} ({check.rating})" if check.verdict and check.rating else ""
    known = (rating or check.verdict or check.rating, check.publisher, check.date)
    differs = (
        words(
            "claim.differs", what=words.name("differs", what), here=here or "–", there=there or "–"
        )
        for what, here, there in one.likeness.differs
    )
    said = (", ".join(filter(None, known)), f"“{one_line(check.claim)}”", *differs)
    return "; ".join(filter(None, said))


def kept(one: EvidenceRecord) -> Iterator[tuple[str, str]]:
    """Yield when a source was captured, its archived copy, its hash, and so on, "" where unknown.

    These fields are there where sources can be captured; a record without them has none.
    """
    yield "captured", moment(_field(one, "captured_at"))
    yield "remark", _field(one, "capture_remark")
    yield "archive", _field(one, "archive")
    yield "hash", _field(one, "sha256")
    yield "not_captured", "" if _field(one, "captured_at") else _field(one, "capture_error")
    yield "compared", _field(one, "quote_outcome")


def _field(one: EvidenceRecord, name: str) -> str:
    return str(getattr(one, name, "") or "")


def address(one: EvidenceRecord) -> str:
    """Return the web address of evidence; "" for a file or a search."""
    if one.kind == "doi":
        return doi_link(one.source)
    return one.source if is_web_link(one.source) else ""


def _source(one: EvidenceRecord) -> str:
    if one.kind == "link":
        return link(one.title, one.source)
    if one.kind == "doi":
        return link(one.title or one.source, doi_link(one.source))
    return ", ".join(part for part in (inline(one.title), code(one.source)) if part)


def doi_link(source: str) -> str:
    """Return where a DOI leads."""
    name = source[4:] if source.lower().startswith("doi:") else source
    return percent("https://doi.org/" + one_line(name).translate(_DOI_LETTERS))
