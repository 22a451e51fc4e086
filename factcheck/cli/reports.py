"""Commands that write what is known for others, and that make a file from what others wrote."""

from typing import Any

import click

from factcheck.cli.group import example, with_file, with_moment
from factcheck.model.visible import one_line

# Named here, so that `--help` loads no writer; a test compares them with the writers.
FORMATS = (
    *("md", "html", "docx", "annotated", "changes", "svg", "png", "claimreview"),
    *("webannotation", "csv", "jsonl", "averitec", "fever"),
)
_WITH_PUBLICATION = (
    ("url", "Where the report is published (ClaimReview)."),
    ("publisher", "Who publishes it (ClaimReview)."),
    ("publisher-url", "Their web page (ClaimReview)."),
    ("claimant", "Who answers for what the article itself says (ClaimReview)."),
    ("article-url", "Where the article stands (ClaimReview, Web Annotation)."),
    ("article-date", "When it appeared, as 2026-03-02 (ClaimReview)."),
)


def _publication(command: Any) -> Any:
    for name, about in reversed(_WITH_PUBLICATION):
        command = click.option(f"--{name}", default="", metavar="TEXT", help=about)(command)
    return command


@click.command(
    epilog=example(
        "factcheck report -o report.md",
        "factcheck report 2 --format html -o report.html --language de --without-names",
        "factcheck report --verdict refuted --verdict misleading --sections",
        "factcheck report --since 9f86d081884c -o report.md",
        "factcheck report --as-of 2026-03-02",
        "factcheck report --format claimreview --url https://desk.example/checks/12"
        ' --publisher "Example Desk" --claimant "Example News"',
        "factcheck report --lint && factcheck report -o report.md",
    )
)
@click.argument("article", required=False)
@click.option("-o", "--output", metavar="FILE", help="Write here instead of standard output.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="md", show_default=True,
              help="What to write.")  # fmt: skip
@click.option("--verdict", "verdicts", multiple=True, metavar="VERDICT",
              help="Only claims with this verdict, or open, deferred, disagreement.")  # fmt: skip
@click.option("--sections", is_flag=True, help="A section for each heading of the article.")
@click.option("--without-names", is_flag=True, help="Reviewers by number, not by name.")
@click.option("--language", default="en", show_default=True, metavar="LANGUAGE",
              help="Of the labels: en, de, or a catalogue FILE.toml.")  # fmt: skip
@click.option("--since", default="", metavar="HASH",
              help="Say what changed since the report with this head of the history.")  # fmt: skip
@click.option("--view", default="claims", show_default=True, metavar="VIEW",
              help="Which view to write as csv.")  # fmt: skip
@_publication
@with_moment
@click.option("--lint", is_flag=True, help="Only list what to mend; exit code 1 if anything.")
@click.option("--force", is_flag=True, help="Write over FILE whatever it is, but a database.")
@with_file
def report(
    article: str | None,
    output: str | None,
    *,
    form: str,
    moment: str | None,
    lint: bool,
    force: bool,
    db: str,
    **choices: Any,
) -> None:
    """Write the verdict report for ARTICLE, or the same in another format.

    \b
    md             the report, in Markdown
    html, docx     the same as one web page, or for a word processor
    annotated      the article with numbered marks and notes
    changes        what an editor has to change
    svg, png       the counts as pictures
    claimreview, webannotation
                   JSON-LD, for other programs
    csv            a view of the file, for a spreadsheet
    jsonl          the whole file, for `factcheck import`
    averitec, fever
                   decided claims in the forms of two data sets
    """  # noqa: D301 - click's mark for lines that stay as they are
    from factcheck.cli.pipes import print_pieces
    from factcheck.review.opening import reports_on, reports_on_file

    if form == "jsonl" and article is not None:
        raise click.UsageError("jsonl holds the whole file; name no article")
    reports = reports_on_file(db, moment) if form == "jsonl" else reports_on(db, article, moment)
    if lint:
        click.get_current_context().exit(_print_remarks(reports.lint()))
    wanted = _wanted(form, choices)
    if output is not None:
        click.echo(reports.write(wanted, output, over_anything=force))
        return
    print_pieces(reports.pieces(wanted))


def _wanted(form: str, choices: dict[str, Any]) -> Any:
    from factcheck.review.formats import options, wanted

    fields = [name.replace("-", "_") for name, _ in _WITH_PUBLICATION]
    place = {field: choices.pop(field) for field in fields}
    view, since = choices.pop("view"), choices.pop("since")
    return wanted(form, options(**choices), place, view=view, since=since)


def _print_remarks(remarks: Any) -> int:
    """Print each remark with what to do; return 1 if there was any."""
    found = 0
    for remark in remarks:
        found = 1
        rule = remark.about
        place = "article" if remark.claim is None else f"c{remark.claim}"
        click.echo(f"{place}  {remark.rule}: {rule.matter}: {one_line(remark.words)}")
        principle = f" ({rule.principle})" if rule.principle else ""
        click.echo(f"   do: {rule.do}{principle}")
    if not found:
        click.echo("nothing to mend")
    return found


@click.command(
    "import",
    epilog=example(
        "factcheck import desk.jsonl --db copy.db",
        "ssh desk factcheck report --format jsonl | factcheck import - --db copy.db",
    ),
)
@click.argument("file")
@with_file
def import_file(file: str, db: str) -> None:
    """Make a new database from FILE, which `report --format jsonl` wrote.

    Nothing is made of a file that is truncated, altered, of a newer version, or something else.
    """
    from factcheck.cli.printing import counts
    from factcheck.review.transfer import imported

    articles, events = imported(file, db)
    click.echo(one_line(f"{db}: {counts(articles, 'article')}, {counts(events, 'event')}"))


COMMANDS = (report, import_file)
