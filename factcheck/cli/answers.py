"""Commands that answer: how far, what was decided, what was done, is the file whole."""

import click

from factcheck.cli.group import example, with_file, with_format, with_moment, with_reviewer
from factcheck.model.visible import one_line


@click.command(epilog=example("factcheck status", "factcheck status --db desk.db"))
@with_file
@with_reviewer
def status(db: str, reviewer: str) -> None:
    """Print the articles of the file, how far they are, and what is unaccounted for."""
    from factcheck.cli.printing import print_status
    from factcheck.review.opening import session_for_reading

    print_status(session_for_reading(db, reviewer))


@click.command(
    epilog=example(
        "factcheck report -o report.md", "factcheck report 2", "factcheck report --as-of 2026-03-02"
    )
)
@click.argument("article", required=False)
@click.option("-o", "--output", metavar="FILE", help="Write here instead of standard output.")
@with_moment
@with_file
@with_reviewer
def report(
    article: str | None, output: str | None, moment: str | None, db: str, reviewer: str
) -> None:
    """Write the Markdown verdict report for ARTICLE."""
    from factcheck.review.opening import session_for_reading

    session = session_for_reading(db, reviewer, moment)
    found = session.article(article)
    if output is not None:
        click.echo(session.write_report(found.id, output))
        return
    from factcheck.cli.printing import print_text
    from factcheck.review.reporting import lines

    print_text(lines(session.report(found.id)))


@click.command(
    epilog=example(
        'factcheck query "select verdict, count(*) from claims group by 1"',
        'factcheck query "select * from evidence where stance = :s" -p s refutes --format csv',
    )
)
@click.argument("sql")
@click.option("-p", "--param", "parameters", nargs=2, multiple=True, help="A :NAME and its value.")
@with_format
@with_file
def query(sql: str, parameters: tuple[tuple[str, str], ...], form: str, db: str) -> None:
    """Ask the file in SQL. Nothing can be written; docs/schema.md names views and columns."""
    from factcheck.cli.printing import print_rows
    from factcheck.review.asking import answer

    print_rows(answer(db, sql, dict(parameters)), form)


@click.command(epilog=example("factcheck history", "factcheck history --claim 17 --limit 20"))
@click.argument("article", required=False)
@click.option("--claim", metavar="CLAIM", help="Only what was done to this claim.")
@click.option(
    "--limit", type=click.IntRange(1, 1_000_000), default=200, show_default=True, help="How many."
)
@with_file
@with_reviewer
def history(article: str | None, claim: str | None, limit: int, db: str, reviewer: str) -> None:
    """Print what people did, newest first: in the file, to ARTICLE, or to one claim."""
    from factcheck.cli.printing import print_history
    from factcheck.review.opening import session_for_reading

    session = session_for_reading(db, reviewer)
    on = session.find_claim(claim, article).id if claim is not None else None
    within = session.article(article).id if article is not None else None
    print_history(session.history(claim=on, article=within, limit=limit))


@click.command(epilog=example("factcheck verify", "factcheck verify --db desk.db && echo whole"))
@with_file
@with_reviewer
@click.pass_context
def verify(ctx: click.Context, db: str, reviewer: str) -> None:
    """Compute everything once more, and list what disagrees.

    The exit code is 1 if anything does.
    """
    from factcheck.review.opening import session_for_reading

    session = session_for_reading(db, reviewer)
    problems = 0
    for problem in session.verify():
        click.echo(one_line(problem))
        problems += 1
    if problems:
        ctx.exit(1)
    articles = session.articles()
    claims = sum(article.claims for article in articles)
    click.echo(f"{db} is whole: {len(articles)} articles, {claims} claims, nothing disagrees")


COMMANDS = (status, report, query, history, verify)
