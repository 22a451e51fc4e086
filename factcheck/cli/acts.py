"""Commands that do what the review screen does, for scripts and for people who prefer lines.

CLAIM is a number as the lists print it (17 or c17) or the id of a claim.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.evidence import Primacy, Stance
from factcheck.model.flag import Flag
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from factcheck.review.session import Act, Session

_STANCES = click.Choice([stance.value for stance in Stance])
_FLAGS = click.Choice([flag.value for flag in Flag])


def _on_claim(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add CLAIM and the options that say where it is and who acts."""
    article = click.option("--article", metavar="ARTICLE", help="Which one, if there are several.")
    return click.argument("claim")(article(with_file(with_reviewer(command))))


def _session(db: str, reviewer: str) -> "Session":
    from factcheck.review.opening import session_for_acts

    return session_for_acts(db, reviewer)


def _say(act: "Act | None", otherwise: str = "") -> None:

    click.echo(otherwise if act is None else one_line(act.summary))


def _evidence_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--quote", default="", help="The words in it that matter."),
        click.option("--locator", default="", help="Where they stand: page, paragraph, time."),
        click.option("--title", default="", help="What the source is called."),
        click.option("--primary/--secondary", "primary", default=None, help="How near it is."),
        click.option("--stance", type=_STANCES, help="How it bears on the claim."),
    ):
        command = option(command)
    return command


def _primacy(primary: bool | None) -> Primacy | None:
    if primary is None:
        return None
    return Primacy.PRIMARY if primary else Primacy.SECONDARY


@click.command(
    epilog=example(
        "factcheck assess 17 not-checkable",
        'factcheck assess c17 refuted --rationale "The register says 2019."'
        " --source https://example.org/register --stance refutes",
        "factcheck assess 17 clear",
    )
)
@_on_claim
@click.argument("verdict")
@click.option("--rationale", default="", help="Why.")
@click.option("--source", help="Evidence to attach with the verdict: link, DOI, file.")
@_evidence_options
def assess(
    claim: str,
    verdict: str,
    article: str | None,
    *,
    db: str,
    reviewer: str,
    rationale: str,
    source: str | None,
    stance: str | None,
    primary: bool | None,
    **details: str,
) -> None:
    """Record your VERDICT on CLAIM, or take it back with `clear`."""
    from factcheck.model.evidence import evidence_from

    if (source is None) != (stance is None):
        raise click.UsageError("--source and --stance go together")
    evidence = None
    if source is not None and stance is not None:
        evidence = evidence_from(source, Stance(stance), primacy=_primacy(primary), **details)
    session = _session(db, reviewer)
    found = session.find_claim(claim, article)
    wanted = None if verdict == "clear" else verdict
    _say(session.assess(found.id, wanted, rationale, evidence))


@click.command(
    epilog=example(
        "factcheck attach 17 https://example.org/register --stance refutes"
        ' --quote "founded in 2019" --locator "p. 4" --primary',
        'factcheck attach 17 "searched: court records, 2010-2024" --stance context',
    )
)
@_on_claim
@click.argument("source")
@click.option("--note", default="", help="Anything else worth knowing.")
@_evidence_options
def attach(
    claim: str,
    source: str,
    article: str | None,
    *,
    db: str,
    reviewer: str,
    stance: str | None,
    primary: bool | None,
    **details: str,
) -> None:
    """Attach evidence to CLAIM: a link, a DOI, a file, or "searched: where and how"."""
    from factcheck.model.evidence import evidence_from

    if stance is None:
        raise click.UsageError("--stance is missing: supports, refutes or context")
    evidence = evidence_from(source, Stance(stance), primacy=_primacy(primary), **details)
    session = _session(db, reviewer)
    _say(session.attach(session.find_claim(claim, article).id, evidence))


@click.command(epilog=example('factcheck retract 17 01K… --reason "page was a parody"'))
@_on_claim
@click.argument("evidence")
@click.option("--reason", required=True, help="Why it no longer counts.")
def retract(
    claim: str, evidence: str, reason: str, article: str | None, db: str, reviewer: str
) -> None:
    """Take EVIDENCE, by its id or the start of it, back from CLAIM."""
    session = _session(db, reviewer)
    _say(session.retract(session.find_claim(claim, article).id, evidence, reason))


@click.command(
    epilog=example(
        "factcheck flag 17 rhetorical",
        "factcheck flag 17 rhetorical --off",
        "factcheck flag 17 --confirm rhetoric.loaded",
        "factcheck flag 17 --dismiss unsupported.statistic",
    )
)
@_on_claim
@click.argument("flag", type=_FLAGS, required=False)
@click.option("--off", is_flag=True, help="Take the flag off.")
@click.option("--confirm", metavar="FINDING", help="Confirm a finding, by its rule or id.")
@click.option("--dismiss", metavar="FINDING", help="Dismiss a finding, by its rule or id.")
def flag(
    claim: str,
    flag: str | None,
    article: str | None,
    *,
    db: str,
    reviewer: str,
    off: bool,
    confirm: str | None,
    dismiss: str | None,
) -> None:
    """Set FLAG on CLAIM, or confirm or dismiss what the machine found in it."""
    if sum(value is not None for value in (flag, confirm, dismiss)) != 1:
        raise click.UsageError("name one FLAG, or --confirm or --dismiss a finding")
    from factcheck.review.acts import findings_called

    session = _session(db, reviewer)
    found = session.find_claim(claim, article)
    if flag is not None:
        _say(session.flag(found.id, Flag(flag), not off))
    elif confirm is not None:
        _say(session.confirm(found.id, *findings_called(found, confirm)))
    else:
        _say(session.dismiss(found.id, *findings_called(found, str(dismiss))))


@click.command(epilog=example('factcheck note 17 "Asked the ministry on Monday."'))
@_on_claim
@click.argument("text")
def note(claim: str, text: str, article: str | None, db: str, reviewer: str) -> None:
    """Add a note to CLAIM."""
    session = _session(db, reviewer)
    _say(session.note(session.find_claim(claim, article).id, text))


@click.command(epilog=example("factcheck defer 17"))
@_on_claim
def defer(claim: str, article: str | None, db: str, reviewer: str) -> None:
    """Put CLAIM off; decides nothing."""
    session = _session(db, reviewer)
    _say(session.defer(session.find_claim(claim, article).id))


@click.command(epilog=example("factcheck undo"))
@with_file
@with_reviewer
def undo(db: str, reviewer: str) -> None:
    """Take your last act back."""
    _say(_session(db, reviewer).undo(), "nothing to undo")


@click.command(epilog=example("factcheck redo"))
@with_file
@with_reviewer
def redo(db: str, reviewer: str) -> None:
    """Take your last undo back."""
    _say(_session(db, reviewer).redo(), "nothing to redo")


COMMANDS = (assess, attach, retract, flag, note, defer, undo, redo)
