"""The command line: parse, call one use case, print.

In: arguments. Out: text on standard output, errors in two sentences on standard error.
May import: `review`, `model`, `errors`, click, rich; `tui` and `browser` inside the commands that
open them.
"""

from typing import TYPE_CHECKING, cast

import click

from factcheck.cli.group import Factcheck
from factcheck.cli.table import Commands
from factcheck.version import __version__

if TYPE_CHECKING:
    from collections.abc import MutableMapping


@click.group(
    cls=Factcheck,
    commands=cast("MutableMapping[str, click.Command]", Commands()),  # none is added or removed
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Review an article claim by claim: read it, attach evidence, decide, report.

    Start with `factcheck open article.txt`. Everything is kept in one SQLite file, claims.db in the
    working directory unless --db or FACTCHECK_DB names another.
    """
