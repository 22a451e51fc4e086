"""The command that lists what an article cites, and which claims rest on it."""

import click

from factcheck.cli.group import example, with_file, with_format, with_reviewer
from factcheck.model.visible import one_line


@click.command(
    epilog=example(
        "factcheck citations",
        "factcheck citations --kind publication --kind bill",
        "factcheck citations 2 --format json > citations.json",
    )
)
@click.argument("article", required=False)
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind; repeatable.")
@with_format
@with_file
@with_reviewer
def citations(
    article: str | None, kinds: tuple[str, ...], form: str, *, db: str, reviewer: str
) -> None:
    """Print what ARTICLE cites in reading order: kind, parts, and the claims that rest on it.

    JSON has the parts as an object and the claims as a list of numbers.
    """
    from factcheck.review import citing
    from factcheck.review.opening import session_for_reading

    unknown = sorted(set(kinds) - set(citing.KINDS))
    if unknown:
        known = ", ".join(citing.KINDS)
        raise click.UsageError(f"no citation is of kind {one_line(unknown[0])!r}; kinds: {known}")
    session = session_for_reading(db, reviewer)
    found = citing.citations(session, session.article(article).id, kinds)
    if form != "table":
        from factcheck.cli.printing import print_rows

        print_rows(citing.citations_table(found, nested=form != "csv"), form)
        return
    for citation in found:
        for line in citing.citation_lines(citation):
            click.echo(line)
    if not found:
        click.echo("no citation")


COMMANDS = (citations,)
