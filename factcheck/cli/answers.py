"""Commands that answer: how far, what was done, is the file whole."""

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.visible import one_line


@click.command(epilog=example("factcheck status", "factcheck status --db desk.db"))
@with_file
@with_reviewer
def status(db: str, reviewer: str) -> None:
    """Print the articles of the file, how far they are, and what is unaccounted for."""
    from factcheck.cli.printing import print_status
    from factcheck.review.opening import session_for_reading

    print_status(session_for_reading(db, reviewer))


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
    from factcheck.cli.printing import counts
    from factcheck.review.opening import session_for_reading
    from factcheck.review.whole import uncompared

    session = session_for_reading(db, reviewer)
    problems = 0
    for problem in session.verify():
        click.echo(one_line(problem))
        problems += 1
    if problems:
        ctx.exit(1)
    for article in uncompared(session.store):
        said = f"read by {article.reader}, which is not here, so it was not read once more"
        click.echo(one_line(f"article {article.number}: {said}"))
    articles = session.articles()
    claims = sum(article.claims for article in articles)
    counted = f"{counts(len(articles), 'article')}, {counts(claims, 'claim')}"
    click.echo(f"{db} is whole: {counted}, nothing disagrees")


COMMANDS = (status, history, verify)
