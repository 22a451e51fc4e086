"""The command that shows the review screen in a browser."""

import sys

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.errors import UsageError
from factcheck.model.visible import one_line


@click.command(epilog=example("factcheck serve", "factcheck serve 2 --port 8123"))
@click.argument("article", required=False)
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    show_default="one that is free",
    help="The port.",
)
@click.option(
    "--reviews",
    type=click.IntRange(1, 100),
    default=4,
    show_default=True,
    help="How many pages may be open at a time.",
)
@with_file
@with_reviewer
def serve(article: str | None, host: str, port: int, reviews: int, db: str, reviewer: str) -> None:
    """Show the review of ARTICLE in a browser on this machine, until Ctrl+C.

    A link is printed; it lets one browser in, once. Everybody who comes by it acts as --reviewer.
    From another machine: forward the port with `ssh -L`. Needs the extra `browser`.
    """
    try:
        from factcheck import browser
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the library {error.name} is not installed",
            hint="pip install 'factcheck-annotator[browser]'",
        ) from error
    from factcheck.review.opening import session_for_reading

    session = session_for_reading(db, reviewer)
    found = session.article(article)
    session.close()
    address = browser.Address(host, port, reviews)
    if not address.is_local:
        click.echo("Others on the network can read along: nothing is encrypted.", err=True)
    command = (sys.executable, "-P", "-m", "factcheck", "review", found.id)
    options = ("--db", db, "--reviewer", reviewer)
    browser.serve(address, (*command, *options), f"{one_line(found.title)} – factcheck", click.echo)


COMMANDS = (serve,)
