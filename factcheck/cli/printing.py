"""Records as lines for a terminal or a pipe. Text from outside is made harmless first."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.pipes import print_text
from factcheck.model.listing import EVERY, in_words
from factcheck.model.visible import one_line

if TYPE_CHECKING:
    from factcheck.model.claim import Claim
    from factcheck.model.listing import Listing
    from factcheck.model.records import ArticleRecord, ClaimRow, HistoryRecord
    from factcheck.model.span import Span
    from factcheck.model.verdict import Verdict
    from factcheck.review.asking import Answer
    from factcheck.review.session import Session
    from factcheck.review.settings import Settings

_PAGE = 500
_CELL = 200  # longer cells of a query are cut in a table, never in CSV or JSON


def print_claims(session: "Session", article: "ArticleRecord", listing: "Listing" = EVERY) -> None:
    """Print the claims of an article: number, your verdict, check-worthiness, flags, wording."""
    click.echo(f"{article.number}  {one_line(article.title)}")
    click.echo(f"   {_so_far(article)}")
    if listing.is_plain:
        rows = list(_rows(session, article))
    else:
        rows = list(_listed(session, article, listing))
        click.echo(f"   {len(rows)} of {article.claims} · {one_line(in_words(listing))}")
    click.echo()
    if not rows and article.claims:
        click.echo("no claim matches")
        return
    print_table(
        ("claim", "yours", "worth", "kind", "flags", "wording"),
        (
            (f"c{row.number}", row.status, f"{row.check_worthiness:.2f}", *_signs(row), row.text)
            for row in rows
        ),
    )


def counts(count: int, what: str) -> str:
    """Return a count with its noun: 1 claim, 2 claims."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _rows(session: "Session", article: "ArticleRecord") -> Iterator["ClaimRow"]:
    for first in range(1, article.claims + 1, _PAGE):
        yield from session.rows(article.id, first, _PAGE)


def _listed(
    session: "Session", article: "ArticleRecord", listing: "Listing"
) -> Iterator["ClaimRow"]:
    for numbers in session.lists.ordered(article.id, listing):
        yield from session.lists.rows(article.id, numbers)


def _signs(row: "ClaimRow") -> tuple[str, str]:
    return row.kind, " ".join(row.flags)


def print_status(session: "Session") -> None:
    """Print the articles with how far they are."""
    articles = session.articles()
    if not articles:
        click.echo(f"{session.path} holds no article yet; try: factcheck ingest FILE")
    for article in articles:
        progress = session.progress(article.id)
        click.echo(f"{article.number}  {one_line(article.title)}")
        click.echo(f"   {_so_far(article)}")
        mine = f"{progress.decided} decided by you, {progress.deferred} deferred"
        click.echo(f"   {mine}, {progress.open} open for you")
        if timed := _timed(session, article):
            click.echo(f"   {timed}")
        click.echo(f"   from {one_line(article.source)}, id {article.id}, reader {article.reader}")


def _timed(session: "Session", article: "ArticleRecord") -> str:
    from factcheck.review.timing import in_words, timing

    found = timing(session, article.id)
    if not found.claims:
        return ""
    kinds = ", ".join(f"{kind} {in_words(seconds)}" for kind, _, seconds in found.kinds)
    return f"median {in_words(found.median)} per claim, {found.claims} timed here: {kinds}"


def _so_far(article: "ArticleRecord") -> str:
    parts = [f"{article.decided} of {article.claims} claims decided"]
    if article.deferred:
        parts.append(f"{article.deferred} deferred")
    if article.disagreements:
        parts.append(f"{article.disagreements} in disagreement")
    parts.append(f"{article.unaccounted} of {article.characters} characters unaccounted")
    return ", ".join(parts)


def print_keys(settings: "Settings", scale: "Sequence[Verdict]") -> None:
    """Print every row of the table of keys as mapped: its name, its keys, what it does."""
    from factcheck.tui.keymaps import keymap

    mapped = keymap(scale, settings.key_set, settings.keys, settings.source)
    rows = ((row.id, " ".join(row.keys), row.group, row.description) for row in mapped.rows)
    print_table(("name", "keys", "where", "does"), rows)


def print_history(records: Iterable["HistoryRecord"]) -> None:
    """Print acts, newest first; what was taken back says so."""
    rows = (
        (
            record.at,
            record.reviewer,
            "" if record.number is None else f"c{record.number}",
            record.summary + _change(record) + (" (undone)" if record.undone else ""),
        )
        for record in records
    )
    print_table(("at", "who", "claim", "what"), rows)


def _change(record: "HistoryRecord") -> str:
    """Return the wordings that an edit took off the list and put there."""
    sides = (" | ".join(f"“{text}”" for text in side) for side in (record.before, record.after))
    change = " → ".join(side for side in sides if side)
    return f": {change}" if change else ""


def print_made(claims: "Iterable[Claim]", text_at: "Callable[[Span], str]") -> None:
    """Print claims that are to be made: the wording, inserted words in brackets, and its spans."""
    from factcheck.model.alignment import with_brackets

    for claim in claims:
        click.echo(one_line(with_brackets(claim.text, claim.insertions)))
        for span in claim.spans:
            click.echo(f"   {span.start}–{span.end}  “{one_line(text_at(span))}”")


def print_rows(answer: "Answer", form: str) -> None:
    """Print what a question was answered with, as a table, CSV, JSON or JSON lines."""
    if form == "table":
        print_table(answer.columns, answer.rows)
        return
    from factcheck.review.asking import as_csv, as_json, as_jsonl

    if form == "csv":
        print_text([as_csv(answer)])
    else:
        print_text(as_json(answer) if form == "json" else as_jsonl(answer))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a table: wrapped to the width of a terminal, one line a row into a pipe."""
    cells = [[_cell(value) for value in row] for row in rows]
    if sys.stdout.isatty():
        _print_wrapped(columns, cells)
        return
    widths = [
        max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(columns[:-1])
    ]
    for row in [list(columns), *cells]:
        lead = [value.ljust(width) for value, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*lead, row[-1]]).rstrip())


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = one_line(str(value))
    return text if len(text) <= _CELL else text[: _CELL - 1] + "…"


def _print_wrapped(columns: Sequence[str], cells: list[list[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        # The last column takes the room that is left; the others keep their words whole.
        table.add_column(Text(name), no_wrap=name != columns[-1], overflow="fold")
    for row in cells:
        table.add_row(*(Text(value) for value in row))
    Console(highlight=False, markup=False, emoji=False).print(table)
