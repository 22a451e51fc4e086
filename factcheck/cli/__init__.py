"""The command line: parse, call one use case, print.

In: arguments. Out: text on standard output, errors in two sentences on standard error.
May import: `review`, `model`, `errors`, click, rich; `tui` and `browser` inside the commands that
open them.
"""

import click

from factcheck.cli import (
    acts,
    answers,
    articles,
    checked,
    citing,
    editing,
    evidence,
    filters,
    questions,
    reports,
    reviewing,
    rules,
    serving,
    settings,
    suggesting,
)
from factcheck.cli.group import Factcheck
from factcheck.version import __version__


@click.group(
    cls=Factcheck,
    commands=[
        *reviewing.COMMANDS,
        *serving.COMMANDS,
        *articles.COMMANDS,
        *filters.COMMANDS,
        *acts.COMMANDS,
        *editing.COMMANDS,
        *citing.COMMANDS,
        *evidence.COMMANDS,
        *checked.COMMANDS,
        *questions.COMMANDS,
        *reports.COMMANDS,
        *answers.COMMANDS,
        *rules.COMMANDS,
        *suggesting.COMMANDS,
        *settings.COMMANDS,
    ],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Review an article claim by claim: read it, attach evidence, decide, report.

    Start with `factcheck open article.txt`. Everything is kept in one SQLite file, claims.db in the
    working directory unless --db or FACTCHECK_DB names another.
    """
