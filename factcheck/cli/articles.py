"""Commands that read articles and list what is in them."""

from typing import Any

import click

from factcheck.cli.filters import filter_options, listing_for
from factcheck.cli.group import example, with_file, with_format, with_moment, with_reviewer
from factcheck.model.visible import one_line


@click.command(epilog=example("factcheck ingest article.txt", "factcheck ingest *.md --db desk.db"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--encoding", metavar="NAME", help="How the files are encoded, if not in UTF-8.")
@with_file
@with_reviewer
def ingest(files: tuple[str, ...], encoding: str | None, db: str, reviewer: str) -> None:
    """Read articles into the database. What is there already is left as it is."""
    from factcheck.review.opening import session_for_acts
    from factcheck.review.reading import document_of

    for file in files:
        # The text is read first: a file that cannot be read must not leave a new database behind.
        document = document_of(file, encoding=encoding, network=click.get_current_context().obj)
        session = session_for_acts(db, reviewer, create=True)
        article, new = session.ingest(document)
        session.close()
        what = "read" if new else "already there"
        click.echo(f"{article.number}  {one_line(article.title)}: {article.claims} claims, {what}")


@click.command(
    epilog=example(
        "factcheck claims",
        "factcheck claims 2 --format csv > claims.csv",
        'factcheck claims --search "quantum computing"',
        "factcheck claims --status open --kind quantity --sort check-worthiness",
        "factcheck claims --filter numbers",
        "factcheck claims --as-of 2026-03-02T10:00",
    )
)
@click.argument("article", required=False)
@with_format
@click.option("--filter", "name", metavar="NAME", help="A saved filter; other options change it.")
@filter_options
@click.option("--search", metavar="WORDS", help="With these words in wording or notes.")
@with_moment
@with_file
@with_reviewer
def claims(
    article: str | None,
    form: str,
    *,
    name: str | None,
    search: str | None,
    moment: str | None,
    db: str,
    reviewer: str,
    **options: Any,
) -> None:
    """Print the claims of ARTICLE in reading order.

    The table shows your verdicts; CSV and JSON lines hold the view `claims`, as everybody left it.
    """
    from factcheck.review.opening import session_for_reading

    session = session_for_reading(db, reviewer, moment)
    found = session.article(article)
    listing = listing_for(session.lists, name, options, search)
    if form == "table":
        from factcheck.cli.printing import print_claims

        print_claims(session, found, listing)
        return
    from factcheck.cli.printing import print_rows
    from factcheck.review.asking import claims_table, listed_table

    if listing.is_plain:
        print_rows(claims_table(session, found.id), form)
    else:
        print_rows(listed_table(session, found.id, listing), form)


@click.command(epilog=example("factcheck source", "factcheck source 2 --original page.html"))
@click.argument("article", required=False)
@click.option("--original", metavar="FILE", help="Write the bytes it was read from to FILE.")
@click.option("--encoding", metavar="NAME", help="How the original is encoded, if not in UTF-8.")
@with_file
@with_reviewer
def source(
    article: str | None, original: str | None, encoding: str | None, db: str, reviewer: str
) -> None:
    """Print where ARTICLE came from, and whether its original still gives the same text.

    The original is kept in the file: the page, PDF or Word file that the text was made from.
    """
    from factcheck.review.opening import session_for_reading
    from factcheck.review.originals import known_of, write_original

    session = session_for_reading(db, reviewer)
    found = session.article(article)
    if original is not None:
        click.echo(write_original(session, found, original))
        return
    for name, value in known_of(session, found, encoding=encoding):
        click.echo(f"{name:11} {one_line(value)}")


COMMANDS = (ingest, claims, source)
