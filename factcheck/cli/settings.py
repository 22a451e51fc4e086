"""The command that prints what a person has set."""

import os
from pathlib import Path

import click

from factcheck.cli.group import example, with_file, with_reviewer
from factcheck.model.visible import one_line


@click.command("settings", epilog=example("factcheck settings", "factcheck settings --keys"))
@click.option("--keys", "with_keys", is_flag=True, help="Print every act with its keys instead.")
@with_file
@with_reviewer
def show_settings(with_keys: bool, db: str, reviewer: str) -> None:
    """Print the settings in force as TOML, and the file that they are read from.

    FACTCHECK_SETTINGS names another file; FACTCHECK_THEME and NO_COLOR go before it. With --keys
    the verdicts are those of the file, if it is there.
    """
    from factcheck.review.settings import read_settings, settings_file, written

    chosen = read_settings(os.environ)
    if with_keys:
        from factcheck.cli.printing import print_keys
        from factcheck.model.verdict import DEFAULT_SCALE
        from factcheck.review.opening import session_for_reading

        there = Path(db).exists()
        print_keys(chosen, session_for_reading(db, reviewer).scale if there else DEFAULT_SCALE)
        return
    place = chosen.source or os.environ.get("FACTCHECK_SETTINGS") or settings_file()
    click.echo(f"# {one_line(str(place))}{'' if chosen.source else ' (not there: the defaults)'}")
    click.echo(written(chosen), nl=False)


COMMANDS = (show_settings,)
