"""Commands that edit claims: split, merge, reword, add, not a claim.

Each shows with --preview what would come of it, and stores nothing then.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from factcheck.model.claim import Claim
    from factcheck.model.records import ClaimRecord
    from factcheck.model.span import Span
    from factcheck.review.session import Act, Session

# Places that are listed where the words to add stand in the article more than once.
_PLACES = 5


def _edit(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that every edit has."""
    article = click.option("--article", metavar="ARTICLE", help="Which one, if there are several.")
    preview = click.option("--preview", is_flag=True, help="Show what comes of it; store nothing.")
    return article(preview(with_file(with_reviewer(command))))


def _session(db: str, reviewer: str) -> "Session":
    from factcheck.review.opening import session_for_acts

    return session_for_acts(db, reviewer)


def _do(
    session: "Session",
    article: str,
    result: "Sequence[Claim]",
    act: "Callable[[], Act]",
    *,
    preview: bool,
) -> None:
    if not preview:
        click.echo(one_line(act().summary))
        return
    from factcheck.cli.printing import print_made
    from factcheck.review.editing import quote

    print_made(result, lambda span: quote(session, article, span))


@click.command(
    epilog=example(
        'factcheck reword 17 "The port lost €2 million in 2021." --preview',
        'factcheck reword 17 "The port lost €2 million in 2021."',
    )
)
@click.argument("claim")
@click.argument("wording")
@_edit
def reword(
    claim: str, wording: str, article: str | None, *, preview: bool, db: str, reviewer: str
) -> None:
    """Give CLAIM another WORDING. Verdicts on it are stale until they are given again."""
    from factcheck.review import editing

    session = _session(db, reviewer)
    found = session.find_claim(claim, article)
    result = (editing.reworded(found, wording),)
    _do(session, found.article, result, lambda: editing.reword(session, found, wording),
        preview=preview)  # fmt: skip


@click.command(
    epilog=example(
        "factcheck split 17",
        "factcheck split 17 --cut 1 --preview",
        'factcheck split 17 "The mayor cut the budget." "The mayor closed two libraries."',
    )
)
@click.argument("claim")
@click.argument("wordings", nargs=-1)
@click.option("--cut", type=click.IntRange(1, 1000), help="Split at this proposed cut.")
@_edit
def split(
    claim: str,
    wordings: tuple[str, ...],
    cut: int | None,
    article: str | None,
    *,
    preview: bool,
    db: str,
    reviewer: str,
) -> None:
    """Split CLAIM into claims of these WORDINGS, or list the cuts that its words propose."""
    from factcheck.review import editing

    session = _session(db, reviewer)
    found = session.find_claim(claim, article)
    if wordings and cut is not None:
        raise click.UsageError("--cut goes without WORDINGS")
    if not wordings:
        proposed = editing.proposals(found)
        if cut is None:
            _list(proposed)
            return
        if cut > len(proposed):
            raise click.UsageError(f"c{found.number} has {len(proposed)} proposed cuts")
        wordings = proposed[cut - 1]
    parts = wordings
    _do(session, found.article, editing.divided(found, parts),
        lambda: editing.split(session, found, parts), preview=preview)  # fmt: skip


def _list(proposed: Sequence[tuple[str, str]]) -> None:
    if not proposed:
        click.echo("no cut is proposed: give the wordings of the parts")
    for number, sides in enumerate(proposed, 1):
        click.echo(f"{number}  " + " | ".join(map(one_line, sides)))


@click.command(
    epilog=example("factcheck merge 17 18", 'factcheck merge 17 18 --wording "The port lost."')
)
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@click.option("--wording", help="The wording, if not the words of the article.")
@_edit
def merge(
    claims: tuple[str, ...],
    wording: str | None,
    article: str | None,
    *,
    preview: bool,
    db: str,
    reviewer: str,
) -> None:
    """Make one claim of two or more claims of an article."""
    from factcheck.review import editing

    session = _session(db, reviewer)
    found: list[ClaimRecord] = [session.find_claim(claim, article) for claim in claims]
    result = (editing.merged(session, found, wording),)
    _do(session, found[0].article, result, lambda: editing.merge(session, found, wording),
        preview=preview)  # fmt: skip


@click.command(
    epilog=example(
        'factcheck add "traffic fell by half"',
        'factcheck add "fell by half" --at 1204 --wording "Traffic fell by half."',
    )
)
@click.argument("words")
@click.option("--at", type=click.IntRange(0), help="Where they begin, if they stand there twice.")
@click.option("--wording", help="The wording, if not these words.")
@_edit
def add(
    words: str,
    at: int | None,
    wording: str | None,
    article: str | None,
    *,
    preview: bool,
    db: str,
    reviewer: str,
) -> None:
    """Add a claim that rests on these WORDS of the article."""
    from factcheck.review import editing

    session = _session(db, reviewer)
    key = session.article(article).id
    span = _one(editing.occurrences(session, key, words), at)
    result = (editing.selected(session, key, span, wording),)
    _do(session, key, result, lambda: editing.add(session, key, span, wording), preview=preview)


def _one(places: "Sequence[Span]", at: int | None) -> "Span":
    from factcheck.errors import UsageError

    wanted = [span for span in places if at in {None, span.start}]
    if len(wanted) == 1:
        return wanted[0]
    if not wanted:
        raise UsageError("the article has no such words there", hint="copy them from the article")
    known = ", ".join(str(span.start) for span in wanted[:_PLACES])
    raise UsageError(
        f"these words stand in the article {len(wanted)} times", hint=f"--at one of {known}, …"
    )


@click.command(
    "not-a-claim", epilog=example('factcheck not-a-claim 17 --reason "a caption of a photo"')
)
@click.argument("claim")
@click.option("--reason", required=True, help="Why it asserts nothing.")
@click.option("--article", metavar="ARTICLE", help="Which one, if there are several.")
@with_file
@with_reviewer
def not_a_claim(claim: str, reason: str, article: str | None, db: str, reviewer: str) -> None:
    """Take CLAIM off the list: it is none."""
    from factcheck.review import editing

    session = _session(db, reviewer)
    click.echo(
        one_line(editing.reject(session, session.find_claim(claim, article), reason).summary)
    )


COMMANDS = (split, merge, reword, add, not_a_claim)
