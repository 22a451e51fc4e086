"""Commands that open the review screen."""

import gc
import os
import sys

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.visible import one_line


@click.command(
    "open",
    epilog=example(
        "factcheck open article.txt",
        "factcheck open draft.md --db desk.db --reviewer ana",
        "factcheck open article.txt < /dev/null",
    ),
)
@click.argument("file")
@click.option("--encoding", metavar="NAME", help="How the file is encoded, if it is not UTF-8.")
@with_file
@with_reviewer
def open_article(file: str, encoding: str | None, db: str, reviewer: str) -> None:
    """Read FILE if it is new, and open it in the review screen.

    FILE is text, Markdown, a web page or its address, a PDF or a Word file; - reads standard input.
    Without a terminal the claims are printed instead.
    """
    from factcheck.review.opening import session_for_acts
    from factcheck.review.reading import document_of
    from factcheck.review.settings import read_settings

    document = document_of(file, encoding=encoding, network=click.get_current_context().obj)
    settings = read_settings(os.environ)
    session = session_for_acts(db, reviewer, create=True)
    article, _new = session.ingest(document)
    if _at_a_terminal():
        from factcheck.tui.app import run_review

        run_review(session, article.id, settings=settings, title_of=_title_of)
        return
    from factcheck.cli.printing import print_claims

    print_claims(session, article)
    click.echo()
    again = f"factcheck review {article.number} --db {db}"
    click.echo(f"Without a terminal there is no review screen. In one: {one_line(again)}")
    click.echo("From a script: factcheck assess, attach, flag, note; then factcheck report.")


@click.command(epilog=example("factcheck review", "factcheck review 2 --claim 17"))
@click.argument("article", required=False)
@click.option("--claim", type=click.IntRange(1, 1_000_000_000), help="Start at this claim.")
@with_file
@with_reviewer
def review(article: str | None, claim: int | None, db: str, reviewer: str) -> None:
    """Open ARTICLE in the review screen, at the first claim that is open for you.

    ARTICLE is its number, id or file name. When it is left out and the file holds several, the
    screen begins with the list of them.
    """
    from factcheck.review.opening import session_for_acts
    from factcheck.review.settings import read_settings

    if not _at_a_terminal():
        raise click.UsageError("the review screen needs a terminal; try `factcheck claims`")
    settings = read_settings(os.environ)
    session = session_for_acts(db, reviewer)
    if article is None and claim is None and len(articles := session.articles()) > 1:
        from factcheck.tui.app import run_review

        run_review(session, articles[0].id, choose=True, settings=settings, title_of=_title_of)
        return
    found = session.article(article)
    start = claim or session.next_open(found.id, 0, 1) or 1
    from factcheck.tui.app import run_review

    run_review(
        session,
        found.id,
        number=min(start, max(found.claims, 1)),
        settings=settings,
        title_of=_title_of,
    )


def _title_of(link: str) -> str:
    """Return the title of the page behind a pasted link; asked only where the settings let it."""
    from factcheck.review.capturing import public_network
    from factcheck.review.sourcing import title_at

    return title_at(link, public_network())


def _at_a_terminal() -> bool:
    """Say whether there is a screen; if so, garbage is left alone until its first frame stands.

    Nearly all that is made until then stays: looking through it takes a tenth of the start.
    """
    # A driver that draws elsewhere, in a browser, needs no terminal here.
    if "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty()):
        gc.disable()
        return True
    return False


COMMANDS = (open_article, review)
