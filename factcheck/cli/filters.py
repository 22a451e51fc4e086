"""Filters on the command line: the options that make one, and the command that keeps them."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.claim import ClaimKind
from factcheck.model.flag import Flag
from factcheck.model.listing import Listing, Sort, Speaker, in_words, worth_range
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from factcheck.review.listing import Lists

_KINDS = click.Choice([kind.value for kind in ClaimKind])
_FLAGS = click.Choice([flag.value for flag in Flag])
_SPEAKERS = click.Choice([speaker.value for speaker in Speaker])
_SORTS = click.Choice([sort.value for sort in Sort])


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say which claims are meant; of one given twice either may apply."""
    for option in reversed((
        click.option("--status", multiple=True, metavar="STATUS",
                     help="open, deferred, decided, stale, disagreement, or your verdict."),
        click.option("--flag", multiple=True, type=_FLAGS, help="With this flag."),
        click.option("--kind", multiple=True, type=_KINDS, help="Of this kind."),
        click.option("--said-by", "attribution", multiple=True, type=_SPEAKERS,
                     help="Whom the text makes responsible."),
        click.option("--judged-by", "judges", multiple=True, metavar="NAME",
                     help="With a verdict of this reviewer."),
        click.option("--worth", metavar="FROM-TO", help="Check-worthiness, such as 0.5-1."),
        click.option("--evidence/--no-evidence", default=None, help="Has evidence."),
        click.option("--context/--no-context", default=None, help="Needs context."),
        click.option("--findings/--no-findings", default=None, help="Has findings open for you."),
        click.option("--gaps/--no-gaps", default=None, help="Beside unaccounted characters."),
        click.option("--sort", type=_SORTS, help="In this order."),
    )):  # fmt: skip
        command = option(command)
    return command


def chosen(start: Listing, options: dict[str, Any], words: str | None) -> Listing:
    """Return *start* changed by the options that were given.

    Raises:
        UsageError: the range of check-worthiness is none.
    """
    given = {name: value for name, value in options.items() if value not in {None, ()}}
    if (worth := given.pop("worth", None)) is not None:
        given["worth_from"], given["worth_to"] = worth_range(worth)
    if "judges" in given:
        given["reviewer"] = given.pop("judges")
    if "sort" in given:
        given["sort"] = Sort(given["sort"])
    if words is not None:
        given["words"] = words
    return replace(start, **given)


def listing_for(
    lists: "Lists", name: str | None, options: dict[str, Any], words: str | None
) -> Listing:
    """Return the saved filter of that name, or every claim, changed by the options given."""
    return chosen(lists.called(name) if name is not None else Listing(), options, words)


@click.command(
    "filter",
    epilog=example(
        "factcheck filter",
        "factcheck filter numbers --kind quantity --worth 0.5-1 --status open",
        "factcheck filter numbers --remove",
    ),
)
@click.argument("name", required=False)
@filter_options
@click.option("--search", "words", metavar="WORDS", help="With these words.")
@click.option("--remove", is_flag=True, help="Remove the filter instead.")
@with_file
@with_reviewer
def keep_filter(
    name: str | None, words: str | None, *, remove: bool, db: str, reviewer: str, **options: Any
) -> None:
    """Save a filter as NAME in this file, or list those that are saved.

    `factcheck claims --filter NAME` and the key F use it. Filters are never merged.
    """
    from factcheck.review.opening import session_for_acts, session_for_reading

    if name is None:
        for called, listing in session_for_reading(db, reviewer).lists.saved():
            click.echo(f"{one_line(called)}  {one_line(in_words(listing))}")
        return
    lists = session_for_acts(db, reviewer).lists
    if remove:
        lists.remove(name)
    else:
        lists.save(name, chosen(Listing(), options, words))


COMMANDS = (keep_filter,)
