"""The command that shows how each rule fares, and applies what a project has changed."""

import click

from factcheck.cli.group import example, with_file, with_format, with_reviewer
from factcheck.model.visible import one_line


@click.command(
    epilog=example(
        "factcheck rules",
        "factcheck rules 2 --format csv > rules.csv",
        "factcheck rules --apply",
    )
)
@click.argument("article", required=False)
@click.option("--apply", "again", is_flag=True, help="Read what was read under other rules again.")
@with_format
@with_file
@with_reviewer
def rules(article: str | None, again: bool, form: str, db: str, reviewer: str) -> None:
    """Print every rule of findings: how often it spoke, and what reviewers made of it.

    In the file, or in ARTICLE. Rules are switched off, and words added to them or removed, in
    factcheck.toml beside the database; FACTCHECK_RULES names another file. That changes nothing
    by itself: new articles are read under the rules in force, old ones with --apply.
    """
    from factcheck.cli.printing import print_rows
    from factcheck.review.opening import session_for_acts, session_for_reading
    from factcheck.review.tallying import read_again, read_otherwise, rules_table

    if again:
        if article is not None:
            raise click.UsageError("--apply is about all articles of the file")
        changed = read_again(session_for_acts(db, reviewer))
        for one in changed:
            click.echo(f"{one.number}  {one_line(one.title)}: read again")
        if not changed:
            click.echo("every article was read under these rules already")
        return
    session = session_for_reading(db, reviewer)
    found = None if article is None else session.article(article)
    print_rows(rules_table(session, found), form)
    stale = read_otherwise(session) if form == "table" else ()
    if stale:
        click.echo()
        numbers = ", ".join(str(one.number) for one in stale)
        click.echo(f"Read under other rules, or by another version: article {numbers}.")
        click.echo("`factcheck rules --apply` reads them again.")


COMMANDS = (rules,)
