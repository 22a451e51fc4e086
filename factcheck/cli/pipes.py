"""Print what programs read: exactly into a pipe, and made harmless first on a terminal."""

import sys
from collections.abc import Iterable

import click

from factcheck.cli.group import as_utf8
from factcheck.model.visible import visible


def print_text(pieces: Iterable[str]) -> None:
    """Print a machine format or a report: exactly into a pipe, harmlessly on a terminal."""
    as_utf8()
    for piece in pieces:
        sys.stdout.write(_harmless(piece) if sys.stdout.isatty() else piece)


def print_pieces(pieces: Iterable[str | bytes]) -> None:
    """Print a report in any format; one that is no text goes into a pipe and to no terminal."""
    as_utf8()
    for piece in pieces:
        if isinstance(piece, str):
            sys.stdout.write(_harmless(piece) if sys.stdout.isatty() else piece)
        elif sys.stdout.isatty():
            raise click.UsageError("this format is no text; name a file with --output")
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(piece)


def _harmless(piece: str) -> str:
    return "\n".join(visible(line) for line in piece.split("\n"))
