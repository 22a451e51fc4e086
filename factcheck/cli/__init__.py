"""The command line: parse, call one use case, print.

In: arguments. Out: text on standard output, errors in two sentences on standard error.
May import: `review`, `model`, `errors`, click, rich; `tui` and `browser` inside the commands that
open them.
"""

import atexit
import gc

import click

from factcheck.cli.group import Factcheck
from factcheck.version import __version__

# The commands in the order of the work, each with the module that it is loaded from.
_MODULES = {
    "open": "reviewing",
    "review": "reviewing",
    "serve": "serving",
    "ingest": "articles",
    "segment": "segmenting",
    "claims": "articles",
    "source": "articles",
    "filter": "filters",
    "assess": "acts",
    "attach": "acts",
    "retract": "acts",
    "flag": "acts",
    "note": "acts",
    "defer": "acts",
    "undo": "acts",
    "redo": "acts",
    "split": "editing",
    "merge": "editing",
    "reword": "editing",
    "add": "editing",
    "not-a-claim": "editing",
    "citations": "citing",
    "capture": "evidence",
    "quotes": "evidence",
    "links": "evidence",
    "resolve": "evidence",
    "snapshots": "evidence",
    "import-checks": "checked",
    "checked": "checked",
    "query": "questions",
    "queries": "questions",
    "datasette-metadata": "questions",
    "report": "reports",
    "import": "reports",
    "status": "answers",
    "history": "answers",
    "verify": "answers",
    "rules": "rules",
    "suggest": "suggesting",
    "settings": "settings",
}
# So many new objects before cycles are searched for: a command makes few, and ends soon.
_BETWEEN_COLLECTIONS = 100_000


@click.group(
    cls=Factcheck,
    modules=_MODULES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="factcheck")
def main() -> None:
    """Review an article claim by claim: read it, attach evidence, decide, report.

    Start with `factcheck open article.txt`. Everything is kept in one SQLite file, claims.db in the
    working directory unless --db or FACTCHECK_DB names another.
    """
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)  # what is left goes with the process, and is not searched
