"""What all commands share: errors in words, the options that name the file and the reviewer."""

import errno
import os
import sys
from collections.abc import Callable, Mapping
from getpass import getuser
from importlib import import_module
from typing import Any

import click

from factcheck.errors import FactcheckError
from factcheck.model.visible import one_line


class Failure(click.ClickException):
    """An error of the program, printed as what happened and what to try; exit code 1."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: Any = None) -> None:
        """Print the two sentences on standard error."""
        click.echo(f"factcheck: {one_line(self.message)}", file=file or sys.stderr)
        click.echo(f"  try: {one_line(self.hint)}", file=file or sys.stderr)


class Factcheck(click.Group):
    """The group of all commands, each loaded when it is asked for; here errors are printed."""

    def __init__(self, modules: Mapping[str, str] | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self.modules = modules or {}  # of each command, in the order of the work

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Name the commands in the order of the work, not of the alphabet."""
        return [*self.modules, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load and return one command, None if there is none of that name."""
        if cmd_name not in self.modules:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"factcheck.cli.{self.modules[cmd_name]}")
        commands: tuple[click.Command, ...] = module.COMMANDS
        return next(command for command in commands if command.name == cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what it printed has left the program when this returns."""
        if sys.stdout is None:
            raise Failure("there is nowhere to print to", "do not close standard output")
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except FactcheckError as error:
            raise Failure(error.message, error.hint) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            discard_output()
            raise Failure(
                "the output could not be written: the disk is full", "free some space"
            ) from error
        return done


def discard_output() -> None:
    """Let what is still buffered for standard output go nowhere, so that leaving cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


Command = Callable[..., Any]


def with_file(command: Command) -> Command:
    """Add --db, the file that a command works on."""
    return click.option(
        "--db",
        "db",
        envvar="FACTCHECK_DB",
        default="claims.db",
        show_default=True,
        show_envvar=True,
        metavar="FILE",
        help="The database.",
    )(command)


def with_reviewer(command: Command) -> Command:
    """Add --reviewer, who acts."""
    return click.option(
        "--reviewer",
        envvar="FACTCHECK_REVIEWER",
        default=_user,
        show_default="your user name",
        show_envvar=True,
        metavar="NAME",
        help="Who acts.",
    )(command)


def with_format(command: Command) -> Command:
    """Add --format, how rows are printed."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "jsonl", "csv"]),
        default="table",
        show_default=True,
        help="How to print them.",
    )(command)


def with_moment(command: Command) -> Command:
    """Add --as-of, an event or time to look back to."""
    return click.option(
        "--as-of",
        "moment",
        metavar="EVENT|TIME",
        help="As it was after this event, or at this time.",
    )(command)


def _user() -> str:
    try:
        return getuser()
    except OSError:
        return "reviewer"


def example(*lines: str) -> str:
    """Return the epilog of a command: examples to copy, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def as_utf8() -> None:
    """Print UTF-8 whatever the locale: machine formats have one encoding.

    A lone surrogate, which UTF-8 cannot write, leaves as the escape that JSON knows.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
