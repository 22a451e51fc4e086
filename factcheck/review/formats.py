"""Every form that a report can leave the program in: its name, what it needs, how it is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from factcheck.errors import InputError, UsageError
from factcheck.export.annotated import annotated
from factcheck.export.changes import changes
from factcheck.export.claimreview import Publication, claimreview
from factcheck.export.datasets import averitec, fever
from factcheck.export.everything import BEGINNING as EVERYTHING
from factcheck.export.lint import Remark, lint
from factcheck.export.markdown import lines as markdown
from factcheck.export.options import Options, chosen
from factcheck.export.outcome import WITHOUT_VERDICT
from factcheck.export.page import page
from factcheck.export.page.whole import BEGINNING as PAGE
from factcheck.export.pictures import picture
from factcheck.export.webannotation import webannotation
from factcheck.export.wordfile import wordfile
from factcheck.export.words import Words, words_from, words_in
from factcheck.model.report import Report
from factcheck.review.asking import csv_pieces, view_table
from factcheck.review.files import NOTHING, write_whole
from factcheck.review.reporting import report
from factcheck.review.transfer import exported
from factcheck.store.corrections import corrections
from factcheck.store.database import Store
from factcheck.store.queries import text_of
from factcheck.store.verdicts import scale

_AT_A_TIME = 256
Pieces = Iterator[str] | Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for. `since` is the head of the history that an earlier report printed."""

    form: str = "md"
    options: Options = field(default_factory=Options)
    publication: Publication = field(default_factory=Publication)
    view: str = "claims"
    since: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be written of which article; what a form needs is made when it asks for it."""

    store: Store
    article: str
    wanted: Wanted
    at: datetime

    @property
    def report(self) -> Report:
        """Everything that is known about the article, with corrections where they are wanted."""
        found = report(self.store, self.article, self.at)
        if self.wanted.since:
            since = corrections(self.store, found.article.id, self.wanted.since)
            return replace(found, corrections=since)
        return found

    @property
    def chosen(self) -> Report:
        """The report with the claims and names that are wanted."""
        return chosen(self.report, self.wanted.options)

    @property
    def text(self) -> str:
        """The text of the article."""
        return text_of(self.store, self.article)


@dataclass(frozen=True, slots=True)
class Form:
    """One form: how it is written, and how a file of ours is told from others.

    `ours` is what such a file begins with, or the label that it begins with if it starts with `@`;
    `mark` what it holds near its beginning. Without either no file is written over.
    """

    about: str
    write: Callable[[Job], Pieces]
    ours: str = ""
    mark: str = ""


def _lines(lines: Iterator[str]) -> Iterator[str]:
    """Yield lines with their line breaks, some at a time: a million writes are slow."""
    while some := list(islice(lines, _AT_A_TIME)):
        yield "\n".join((*some, ""))


def _claimreview(job: Job) -> Pieces:
    place = job.wanted.publication
    if not (place.url and place.publisher):
        raise UsageError(
            "a ClaimReview says where the report is published, and by whom",
            hint="give --url and --publisher, and --claimant for who published the article",
        )
    return _lines(claimreview(job.chosen, place))


def _webannotation(job: Job) -> Pieces:
    return _lines(webannotation(job.chosen, job.text, job.wanted.publication.article_url))


def _csv(job: Job) -> Pieces:
    return csv_pieces(view_table(job.store, job.wanted.view, job.article))


def _picture(job: Job) -> Pieces:
    return iter((picture(job.report, job.wanted.form, job.wanted.options),))


FORMS = {
    "md": Form(
        "the verdict report in Markdown",
        lambda job: _lines(markdown(job.report, job.wanted.options)),
        "@head.title",
    ),
    "html": Form(
        "the same as one web page",
        lambda job: _lines(page(job.report, job.text, job.wanted.options)),
        PAGE,
    ),
    "docx": Form(
        "the same for a word processor; needs the extra docx",
        lambda job: iter((wordfile(job.report, job.wanted.options),)),
    ),
    "annotated": Form(
        "the article with numbered marks and notes",
        lambda job: _lines(annotated(job.report, job.text, job.wanted.options)),
        "@head.title",
    ),
    "changes": Form(
        "what an editor has to change",
        lambda job: _lines(changes(job.report, job.text, job.wanted.options)),
        "@changes.title",
    ),
    "svg": Form(
        "a picture of the counts; needs the extra pictures", _picture, "<?xml", "factcheck"
    ),
    "png": Form("the same as pixels; needs the extra pictures", _picture, mark="factcheck"),
    "claimreview": Form("ClaimReview, JSON-LD", _claimreview, '{"@context": "https://schema.org"'),
    "webannotation": Form(
        "W3C Web Annotation, JSON-LD", _webannotation, '{"@context": "http://www.w3.org/ns/anno'
    ),
    "csv": Form("a view of the file for a spreadsheet", _csv),
    "jsonl": Form(
        "the whole file, for `factcheck import`", lambda job: exported(job.store), EVERYTHING
    ),
    "averitec": Form(
        "decided claims as AVeriTeC has them",
        lambda job: _lines(averitec(job.chosen)),
    ),
    "fever": Form("decided claims as FEVER has them", lambda job: _lines(fever(job.chosen))),
}


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports on one article of an open file, or on the file, at the time that *now* tells."""

    store: Store
    article: str
    now: Callable[[], datetime]

    def pieces(self, wanted: Wanted) -> Iterator[str | bytes]:
        """Yield what is to be written as it is made, all of it as the file is at one moment.

        Raises:
            UsageError: something that the form needs is not given, or is not there.
        """
        known = {one.verdict for one in scale(self.store)} | set(WITHOUT_VERDICT)
        unknown = set(wanted.options.verdicts) - known
        if unknown:
            raise UsageError(
                f"{min(unknown)!r} is no verdict of this file",
                hint="use " + ", ".join(sorted(known)),
            )
        with self.store.reading():
            job = Job(self.store, self.article, wanted, self.now())
            yield from FORMS[wanted.form].write(job)

    def write(self, wanted: Wanted, path: str, *, over_anything: bool = False) -> str:
        """Write the report to *path*, in place of an older one only when it is whole.

        Raises:
            InputError: the place cannot be written, or something else stands there.
        """
        over, mark = ("", "") if over_anything else _recognised(wanted)
        return write_whole(Path(path), self.pieces(wanted), over=over, mark=mark)

    def lint(self) -> Iterator[Remark]:
        """Yield what keeps the report on the article from being fit to publish."""
        with self.store.reading():
            found = report(self.store, self.article, self.now())
            yield from lint(found)


def _recognised(wanted: Wanted) -> tuple[str, str]:
    """Return what a file of the form begins with and holds; what no file does, if none is ours."""
    form = FORMS[wanted.form]
    if not form.ours.startswith("@"):
        return (form.ours, form.mark) if form.ours or form.mark else (NOTHING, "")
    before = wanted.options.words(form.ours[1:]).partition("{")[0].strip()
    return (f"# {before}" if before else NOTHING), ""


def options(
    language: str, *, verdicts: tuple[str, ...], without_names: bool, sections: bool
) -> Options:
    """Return the options that somebody typed.

    Raises:
        UsageError, InputError: as `words_called`.
    """
    return Options(words_called(language), verdicts, not without_names, sections)


def wanted(
    form: str, options: Options, place: Mapping[str, str], *, view: str, since: str
) -> Wanted:
    """Return what somebody asks for; *place* names fields of a `Publication`."""
    return Wanted(form, options, Publication(**place), view, since)


def words_called(language: str) -> Words:
    """Return the words of a language, or of the catalogue in a file whose name ends in ".toml".

    Raises:
        UsageError: there is no catalogue of that language.
        InputError: the file cannot be read, or is no catalogue.
    """
    if not language.endswith(".toml"):
        return words_in(language)
    try:
        text = Path(language).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise InputError(
            f"the catalogue {language} cannot be read", hint="name a TOML file in UTF-8"
        ) from error
    return words_from(text)
