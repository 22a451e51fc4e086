"""Commands on sources: capture them, compare quotations, check links, look references up.

Only `capture`, `links` and `resolve` use the network, and only when they are called.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from factcheck.model.candidate import Candidate
    from factcheck.review.capturing import Network
    from factcheck.review.quotelines import Line
    from factcheck.review.resolving import Resolved

_ARTICLE = click.option("--article", metavar="ARTICLE", help="Which one, if there are several.")
_MAILTO = click.option(
    "--mailto",
    envvar="FACTCHECK_MAILTO",
    show_envvar=True,
    default="",
    metavar="ADDRESS",
    help="Your address, told to the servers that are asked, as they wish.",
)


def _network(ctx: click.Context, mailto: str = "") -> "Network":
    """Return the network of the context, which tests bring; else the public one."""
    from factcheck.review.capturing import Network, public_network

    brought = ctx.find_object(Network)
    return brought if brought is not None else public_network(mailto)


@click.command(
    epilog=example(
        "factcheck capture 17",
        "factcheck capture --all --wayback",
        "factcheck capture 17 --wayback-save",
        "factcheck capture --evidence 01K7 --again",
    )
)
@click.argument("claims", nargs=-1, metavar="[CLAIM]...")
@click.option("--evidence", metavar="ID", help="Only this piece of evidence, by its id's start.")
@click.option("--all", "everything", is_flag=True, help="All evidence and citations of the file.")
@click.option("--again", is_flag=True, help="Also what was captured before.")
@click.option("--wayback", is_flag=True, help="Ask the Internet Archive for its copies as well.")
@click.option(
    "--wayback-save", "save", is_flag=True, help="Have it make public copies, one by one."
)
@_ARTICLE
@_MAILTO
@with_file
@with_reviewer
@click.pass_context
def capture(
    ctx: click.Context,
    claims: tuple[str, ...],
    evidence: str | None,
    article: str | None,
    *,
    everything: bool,
    again: bool,
    wayback: bool,
    save: bool,
    mailto: str,
    db: str,
    reviewer: str,
) -> None:
    """Fetch the sources of CLAIMs into the file: links, DOIs and files of evidence and citations.

    Each is stored as soon as it is there, so that a stopped run goes on where it was. The exit
    code is 1 if a source could not be captured.
    """
    from factcheck.review.captureruns import Asked, run

    if sum((bool(claims), evidence is not None, everything)) != 1:
        raise click.UsageError("name CLAIMs, or --evidence ID, or --all")
    asked = Asked(claims, article, evidence, again=again, wayback=wayback, save=save)
    failed = 0
    for done in run(db, reviewer, asked, _network(ctx, mailto)):
        _progress(done.place, done.count)
        click.echo(f"{done.what:8} {one_line(done.said)}")
        failed += done.failed
    ctx.exit(1 if failed else 0)


def _progress(place: int, count: int) -> None:
    """Draw how far the work is, on a terminal's standard error only."""
    if not sys.stderr.isatty() or not count:
        return
    width = 30
    filled = width * place // count
    bar = "#" * filled + "-" * (width - filled)
    # The line of a result is printed over the bar.
    end = "\r\x1b[K" if place == count else f"[{bar}] {place}/{count}\r"
    click.echo("\x1b[K" + end, nl=False, err=True)


@click.command(epilog=example("factcheck quotes", "factcheck quotes 2 --claim 17"))
@click.argument("article", required=False)
@click.option("--claim", metavar="CLAIM", help="Only the quotations of this claim.")
@with_file
@with_reviewer
@click.pass_context
def quotes(
    ctx: click.Context, article: str | None, claim: str | None, db: str, reviewer: str
) -> None:
    """Compare every quotation of ARTICLE and its evidence with what was captured, word for word.

    The exit code is 1 if one is altered or absent. No network is used.
    """
    from factcheck.review.opening import session_for_reading
    from factcheck.review.quotelines import quotation_lines
    from factcheck.review.quoting import WRONG, quotations

    session = session_for_reading(db, reviewer)
    only: tuple[int, ...] = ()
    if claim is not None:
        record = session.find_claim(claim, article)
        found, only = record.article, (record.number,)
    else:
        found = session.article(article).id
    counts: Counter[str] = Counter()
    wrong = 0
    for quotation in quotations(db, found, only):
        _print_lines(quotation_lines(quotation))
        counts[quotation.check.outcome.value] += 1
        wrong += quotation.check.outcome in WRONG
    said = ", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "no quotation"
    click.echo(said)
    ctx.exit(1 if wrong else 0)


_COLOURS = {"good": "green", "bad": "red", "source": "red", "quote": "green"}


def _print_lines(lines: Iterable["Line"]) -> None:
    for line in lines:
        click.echo(
            "".join(
                click.style(words, fg=_COLOURS.get(style), dim=style == "dim" or None)
                for style, words in line
            )
        )


@click.command(epilog=example("factcheck links", "factcheck links 2 || echo 'look at these'"))
@click.argument("article", required=False)
@_MAILTO
@with_file
@with_reviewer
@click.pass_context
def links(ctx: click.Context, article: str | None, mailto: str, db: str, reviewer: str) -> None:
    """Ask every link of ARTICLE and its evidence again: dead, redirected, changed since capture.

    The exit code is 1 if one is dead, has changed, or leads to a page that says it is not there.
    Nothing is stored.
    """
    from factcheck.review.captureruns import link_checks
    from factcheck.review.linking import BROKEN

    counts: Counter[str] = Counter()
    broken = 0
    for check in link_checks(db, reviewer, article, _network(ctx, mailto)):
        click.echo(f"{check.state.value:10} {one_line(f'{check.source}: {check.reason}')}")
        for line in check.diff:
            click.echo(f"           {one_line(line)[:200]}")
        counts[check.state.value] += 1
        broken += check.state in BROKEN
    click.echo(", ".join(f"{n} {state}" for state, n in sorted(counts.items())) or "no link")
    ctx.exit(1 if broken else 0)


@click.command(epilog=example("factcheck resolve", "factcheck resolve 2 --fresh"))
@click.argument("article", required=False)
@click.option("--fresh", is_flag=True, help="Ask again what was answered before.")
@_MAILTO
@with_file
@with_reviewer
@click.pass_context
def resolve(
    ctx: click.Context, article: str | None, *, fresh: bool, mailto: str, db: str, reviewer: str
) -> None:
    """Look the references of ARTICLE up in Crossref, arXiv and Open Library.

    Candidates are shown with the fields that differ. None is accepted: attach the right one as
    evidence. Answers are kept in the file, so that nothing is asked twice.
    """
    from factcheck.review.captureruns import resolutions

    count = 0
    for resolved in resolutions(db, reviewer, article, _network(ctx, mailto), fresh=fresh):
        _print_resolved(resolved)
        count += 1
    click.echo(f"{count} references looked up; none is accepted until you attach it")


def _print_resolved(resolved: "Resolved") -> None:
    claims = ", ".join(f"c{number}" for number in resolved.claims)
    click.echo(one_line(f"“{resolved.quote[:160]}”" + (f" ({claims})" if claims else "")))
    for candidate in resolved.candidates:
        _print_candidate(candidate)
    for error in resolved.errors:
        click.echo(f"  not asked: {one_line(error)}")
    if not resolved.candidates and not resolved.errors:
        click.echo("  not found in these registries")


def _print_candidate(candidate: "Candidate") -> None:
    who = ", ".join(candidate.authors[:3]) + (" et al." if len(candidate.authors) > 3 else "")
    parts = (candidate.title, who, candidate.container, candidate.year)
    words = ". ".join(part for part in parts if part)
    named = one_line(f"{candidate.identifier}: {words}")
    click.echo(f"  {candidate.verdict:8} {named}")
    for field, here, there in candidate.differing:
        said = one_line(f"{field}: “{here}” in the article, “{there}” there")
        click.echo(f"           {said}")


@click.command(epilog=example("factcheck snapshots", "factcheck snapshots --warc evidence.warc.gz"))
@click.option("--warc", metavar="FILE", help="Write all snapshots as a WARC file.")
@click.option("--text", metavar="SHA256", help="Print the words of one, by its hash's start.")
@click.option("--read-again", "again", is_flag=True, help="Read the words of all once more.")
@with_file
def snapshots(warc: str | None, text: str | None, *, again: bool, db: str) -> None:
    """Print what was captured, write it for a web archive, or read it as this version does."""
    from factcheck.review.captureruns import snapshot_text, write_warc

    if warc is not None:
        click.echo(write_warc(db, warc))
        return
    if again:
        from factcheck.review.rereading import reread

        read, changed = reread(db)
        click.echo(f"{read} read again, {changed} of them otherwise than before")
        return
    if text is not None:
        from factcheck.cli.pipes import print_text

        print_text([snapshot_text(db, text) + "\n"])
        return
    from factcheck.cli.printing import print_rows
    from factcheck.review.asking import answer

    print_rows(answer(db, _SNAPSHOTS, {}), "table")


_SNAPSHOTS = """SELECT substr(sha256, 1, 16) AS sha256, last_captured_at AS captured, media_type,
 bytes, characters, sources FROM snapshots ORDER BY last_captured_at"""

COMMANDS = (capture, quotes, links, resolve, snapshots)
