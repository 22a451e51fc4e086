"""The command that reads and prints, and keeps nothing."""

import os
from pathlib import Path

import click

from factcheck.cli.group import example


@click.command(
    epilog=example(
        "factcheck segment article.txt",
        "cat article.txt | factcheck segment -",
        "factcheck segment --jsonl articles.jsonl -o claims.jsonl",
    )
)
@click.argument("file", required=False)
@click.option("--jsonl", "rows", metavar="IN", help='Read rows {"id": …, "text": …} instead.')
@click.option("-o", "--output", metavar="OUT", help="Write here instead of standard output.")
@click.option("--encoding", metavar="NAME", help="How FILE is encoded, if it is not UTF-8.")
def segment(file: str | None, rows: str | None, output: str | None, encoding: str | None) -> None:
    """Print the segments and claims of FILE as JSON lines, without a database."""
    from factcheck.review.project import rules_of_project
    from factcheck.review.reading import document_of
    from factcheck.review.segmenting import read_lines, segment_lines, segment_rows

    if (file is None) == (rows is None):
        raise click.UsageError("name one FILE, or --jsonl IN")
    if rows is not None and encoding is not None:
        raise click.UsageError("--jsonl is always UTF-8; --encoding goes with FILE")
    rules = rules_of_project(None, os.environ)
    if rows is not None:
        lines = segment_rows(read_lines(rows), rules)
    else:
        network = click.get_current_context().obj
        document = document_of(str(file), encoding=encoding, network=network)
        lines = segment_lines(document, rules)
    if output is None:
        from factcheck.cli.pipes import print_text

        print_text(lines)
        return
    if Path(output).exists() and Path(output).samefile(rows or str(file)):
        raise click.UsageError("--output is the file that is read")
    from factcheck.review.files import write_whole

    write_whole(Path(output), lines, over="{")


COMMANDS = (segment,)
