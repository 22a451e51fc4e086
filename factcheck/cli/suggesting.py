"""The command that asks a language model for second opinions, and shows them as the model's."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from factcheck.cli.group import example, with_file, with_format, with_reviewer
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from factcheck.model.records import ArticleRecord
    from factcheck.review.session import Session


@click.command(
    epilog=example(
        "factcheck suggest",
        "factcheck suggest 17 18 --model llama3.2",
        "factcheck suggest --all --model llama3.2",
    )
)
@click.argument("claims", nargs=-1, metavar="[CLAIM]...")
@click.option("--all", "everything", is_flag=True, help="Ask about all claims not asked about yet.")
@click.option(
    "--model",
    envvar="FACTCHECK_MODEL",
    default="",
    show_envvar=True,
    metavar="NAME",
    help="Whom to ask, as `llm` calls it.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(1, 3600),
    default=120,
    show_default=True,
    help="How long to wait for an answer.",
)
@click.option("--article", metavar="ARTICLE", help="Which one, if there are several.")
@with_format
@with_file
@with_reviewer
def suggest(
    claims: tuple[str, ...],
    everything: bool,
    model: str,
    seconds: float,
    *,
    article: str | None,
    form: str,
    db: str,
    reviewer: str,
) -> None:
    """Ask a language model for a second opinion on CLAIMs: how to take them apart, what to flag.

    Without CLAIM and --all nobody is asked, and what models suggested so far is printed. The
    claim, its sentences and what goes before them are sent to the model, which may be on this
    machine or elsewhere. What it suggests is stored as the model's and changes nothing: to agree
    is up to you. Needs the extra `llm`, and a model set up there.
    """
    from factcheck.cli.printing import print_rows
    from factcheck.review.opening import session_for_acts, session_for_reading
    from factcheck.review.suggesting import suggestions_table

    if claims and everything:
        raise click.UsageError("name CLAIMs, or --all")
    asking = everything or bool(claims)
    session = (session_for_acts if asking else session_for_reading)(db, reviewer)
    found = session.article(article)
    numbers: tuple[int, ...] = ()
    if asking:
        numbers = _ask(session, found, claims, model, seconds)
    print_rows(suggestions_table(session, found, *numbers), form)
    if form == "table":
        _explain(session, found)


def _ask(
    session: "Session",
    article: "ArticleRecord",
    claims: tuple[str, ...],
    model: str,
    seconds: float,
) -> tuple[int, ...]:
    """Ask about the claims, or about all that are left; say on standard error what came of it."""
    from factcheck.review.suggesting import claims_left
    from factcheck.review.suggesting import suggest as ask

    records = tuple(session.find_claim(claim, article.id) for claim in claims)
    records = records or claims_left(session, article, model)
    for asked in ask(session, records, model, seconds=seconds, now=lambda: datetime.now(UTC)):
        kept = f"{asked.suggestions} suggestions, {asked.refused} refused"
        click.echo(f"c{asked.number}: {one_line(asked.trouble) or kept}", err=True)
    return tuple(record.number for record in records) if claims else ()


def _explain(session: "Session", article: "ArticleRecord") -> None:
    from factcheck.review.suggesting import refused_suggestions

    refused = refused_suggestions(session, article)
    click.echo()
    click.echo(
        f"Suggestions of models, not of people; {refused} more quoted nothing, or were unfit."
    )
    click.echo("To agree is an act of yours: factcheck flag CLAIM FLAG, or reword the claim.")


COMMANDS = (suggest,)
