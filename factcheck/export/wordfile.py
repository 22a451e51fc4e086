"""Write a report as a DOCX file, for desks that pass papers on.

In: a `Report` and `Options`. Out: the bytes of the file, the same for the same report. The library,
python-docx, comes with the extra `docx`.
"""

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from factcheck.errors import UsageError
from factcheck.export.account import corrected, rated, supports, without_verdict
from factcheck.export.edited import edited
from factcheck.export.options import Options, chosen
from factcheck.export.outcome import by, heading, labels_of, moment, outcome
from factcheck.export.section import flagged, origin, properties, quoted, state_of, worded
from factcheck.export.sourced import address, details, nature
from factcheck.export.summary import by_outcome, counted
from factcheck.export.words import Words
from factcheck.model.records import ClaimRecord, EvidenceRecord
from factcheck.model.report import Report, tally_of
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from docx.document import Document

# What XML cannot hold; everything else that is dangerous to look at is gone by `one_line`.
_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)
# The earliest time that a ZIP archive can name: a file must not differ by when it was written.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def wordfile(report: Report, options: Options) -> bytes:
    """Return the report as a DOCX file.

    Raises:
        UsageError: python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise UsageError(
            "DOCX needs python-docx", hint="install factcheck-annotator[docx]"
        ) from error
    report = chosen(report, options)
    document = docx.Document()
    _properties(document, report)
    _write(document, report, options)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out.getvalue())


def _shown(text: object) -> str:
    return one_line(str(text)).translate(_NOT_IN_XML)


def _properties(document: "Document", report: Report) -> None:
    about = document.core_properties
    about.title = _shown(report.article.title)[:255]
    about.author = "factcheck"
    about.comments = _shown(f"{report.program} {report.head}")[:255]
    about.created = about.modified = _time(report.at)
    about.revision = 1


def _time(at: str) -> datetime:
    try:
        return datetime.fromisoformat(at)
    except ValueError:
        return datetime(*_NO_TIME, tzinfo=UTC)


def _write(document: "Document", report: Report, options: Options) -> None:
    words = options.words
    labels = labels_of(report.scale, words)
    document.add_heading(_shown(words("head.title", title=report.article.title)), 0)
    for name, value in _head(report, words):
        _named(document, name, value)
    document.add_heading(_shown(words("summary.title")), 1)
    document.add_paragraph(_shown(counted(tally_of(report), words)))
    header = (words("summary.verdict"), words("summary.claims"))
    rows = [(label, words.number(count)) for label, count, _ in by_outcome(report, labels, words)]
    _table(document, (header, *rows))
    for found in report.corrections.claims if report.corrections else ():
        _item(document, f"{corrected(found, labels, words)}: {found.text}")
    document.add_heading(_shown(words("claims.title")), 1)
    for claim in report.claims:
        _claim(document, claim, labels, words)
    document.add_heading(_shown(words("citations.title")), 1)
    for one in report.citations:
        name = words.name("citation", one.kind)
        _item(document, f"{name}: “{one.quote}”, {one.identifier}; {supports(one, words)}")
    document.add_heading(_shown(words("coverage.title")), 1)
    for sentence in without_verdict(report, words):
        _item(document, sentence)
    for sentence in edited(report, words):
        _item(document, sentence)
    for span, quote in report.unaccounted:
        _item(document, f"“{quote}” ({words('coverage.at', start=span.start, end=span.end)})")
    document.add_heading(_shown(words("method.title")), 1)
    document.add_paragraph(_shown(words("method.text")))
    scale = [(words.label(one), words.meaning(one), rated(one, words)) for one in report.scale]
    names = (words("method.verdict"), words("method.meaning"), words("method.rating"))
    _table(document, (names, *scale))


def _head(report: Report, words: Words) -> list[tuple[str, str]]:
    article = report.article
    reviewers = ", ".join(report.reviewers) or words("head.nobody")
    written = words("head.by_program", at=moment(report.at), program=report.program)
    size = words.count("head.characters", article.characters)
    return [
        (words("head.source"), article.source),
        (words("head.document"), f"{article.id}, {size}"),
        (words("head.reviewers"), reviewers),
        (words("head.written"), written),
        (words("head.history"), report.head or words("history.nobody")),
    ]


def _claim(document: "Document", claim: ClaimRecord, labels: dict[str, str], words: Words) -> None:
    came_to = outcome(claim.verdict, claim.status, labels, words)
    document.add_heading(_shown(heading(claim.number, came_to, words)), 2)
    document.add_paragraph(_shown(quoted(claim)), style="Intense Quote")
    if one_line(claim.text) != one_line(quoted(claim)):
        _named(document, words("claim.wording"), worded(claim))
    if claim.made:
        document.add_paragraph(_shown(origin(claim, words)))
    for one in claim.assessments:
        said = f"{labels.get(one.verdict, one.verdict)} ({by(one.reviewer, one.at)})"
        said += f", {words('claim.stale')}" if one.stale else ""
        _named(document, said, one.rationale)
    for number, source in enumerate(claim.evidence, 1):
        _source(document, number, source, words)
    for flag in claim.flags:
        _named(document, words("summary.flag"), flagged(flag, claim, words))
    for finding in claim.findings:
        quote = f"“{finding.quote}”: {finding.message} ({state_of(finding, words)})"
        _named(document, finding.rule, quote)
    for name, value in properties(claim, words):
        _named(document, name, value)


def _source(document: "Document", number: int, one: EvidenceRecord, words: Words) -> None:
    # The address stands there as text: a link that was clicked by mistake has told who reads.
    parts = [one.title, address(one) or one.source]
    parts += [f"{name}: {value}" for name, value in details(one, words)]
    where = " – ".join(part for part in parts if part.strip())
    _named(document, f"[{number}] {nature(one, words)}", where)


def _named(document: "Document", name: str, value: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{_shown(name)}: ").bold = True
    paragraph.add_run(_shown(value))


def _item(document: "Document", text: str) -> None:
    document.add_paragraph(_shown(text), style="List Bullet")


def _table(document: "Document", rows: tuple[tuple[Any, ...], ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Light Grid Accent 1")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, cells, strict=True):
            cell.text = _shown(value)


def _timeless(archive: bytes) -> bytes:
    """Return the archive with the time of each of its files taken away."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            kept = zipfile.ZipInfo(entry.filename, _NO_TIME)
            kept.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(kept, old.read(entry))
    return out.getvalue()
