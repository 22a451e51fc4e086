"""Commands on what was checked before: import others' fact-checks, show those like a claim."""

from typing import Any

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.visible import one_line


@click.command(
    name="import-checks",
    epilog=example(
        "factcheck import-checks review.html search.json",
        "factcheck import-checks desk.csv --column claim=Statement --column verdict=Result",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="Which column of a CSV is the claim, claimant, verdict, rating, publisher, url, date.",
)
@click.option("--encoding", metavar="NAME", help="How the files are encoded, if not in UTF-8.")
@with_file
@with_reviewer
def import_checks(
    files: tuple[str, ...], columns: tuple[str, ...], encoding: str | None, db: str, reviewer: str
) -> None:
    """Import fact-checks of others: pages with ClaimReview, answers of the Fact Check Tools, CSV.

    What is there already is left as it is.
    """
    from factcheck.review import earlier
    from factcheck.review.opening import now, session_for_acts

    named = earlier.columns_from(columns)
    for file in files:
        # Read first: a file that cannot be read must not leave a new database behind.
        read = earlier.read_checks(file, named, encoding)
        session = session_for_acts(db, reviewer, create=True)
        new = earlier.keep(session.store, read, file, now())
        session.close()
        without = f", {read.left_out} without a claim left out" if read.left_out else ""
        click.echo(f"{one_line(file)}: {len(read.found)} fact-checks, {new} new{without}")


_STYLES: dict[str, dict[str, Any]] = {
    "verdict": {"bold": True},
    "bad": {"fg": "red"},
    "dim": {"dim": True},
}


@click.command(
    epilog=example("factcheck checked 17", 'factcheck checked --words "The dam is safe"')
)
@click.argument("claim", required=False)
@click.option("--words", metavar="TEXT", help="Look for this claim, which need not be in the file.")
@click.option("--article", metavar="ARTICLE", help="Which one, if there are several.")
@click.option("--all", "everything", is_flag=True, help="All that are alike, not the first five.")
@with_file
@with_reviewer
def checked(
    claim: str | None,
    words: str | None,
    article: str | None,
    *,
    everything: bool,
    db: str,
    reviewer: str,
) -> None:
    """Show fact-checks like CLAIM: imported ones, and judged claims of other articles of the file.

    They are like it in words only, so what differs is named. Nothing is decided by them: attach
    what holds as evidence.
    """
    from factcheck.review import earlier
    from factcheck.review.opening import session_for_reading

    if (claim is None) == (words is None):
        raise click.UsageError("name a CLAIM, or --words TEXT")
    session = session_for_reading(db, reviewer)
    if claim is None:
        found = earlier.like(session.store, str(words))
    else:
        found = earlier.checked_before(session.store, session.find_claim(claim, article))
    session.close()
    for style, line in earlier.check_lines(found, len(found) if everything else earlier.SHOWN):
        click.echo(click.style(line, **_STYLES.get(style, {})))
    if not found:
        click.echo("nothing like it was checked before, as far as this file knows")


COMMANDS = (import_checks, checked)
