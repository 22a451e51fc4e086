"""Commands that ask in SQL: anything, questions by name, and what Datasette needs to know."""

from pathlib import Path

import click

from factcheck.cli.group import example, with_file, with_format
from factcheck.model.visible import one_line

# What metadata of ours begin with: nothing else is written over.
_METADATA = '{\n  "title": "Fact checks in '


@click.command(
    epilog=example(
        'factcheck query "select verdict, count(*) from claims group by 1"',
        'factcheck query "select * from evidence where stance = :s" -p s refutes --format csv',
        "factcheck query --named worth-checking -p limit 5",
        'factcheck query --save "by kind" "select kind, count(*) from claims group by 1"',
        'factcheck query --named "by kind" --format json',
    )
)
@click.argument("sql", required=False)
@click.option("--named", metavar="NAME", help="Ask a question that `factcheck queries` lists.")
@click.option("--save", metavar="NAME", help="Save SQL under this name once it was answered.")
@click.option("-p", "--param", "parameters", nargs=2, multiple=True, help="A :NAME and its value.")
@with_format
@with_file
def query(
    sql: str | None,
    named: str | None,
    save: str | None,
    *,
    parameters: tuple[tuple[str, str], ...],
    form: str,
    db: str,
) -> None:
    """Ask the file in SQL. Nothing can be written; docs/schema.md names views and columns."""
    from factcheck.cli.printing import print_rows
    from factcheck.review.asking import answer
    from factcheck.review.opening import session_for_acts, session_for_reading
    from factcheck.review.questions import named_query, parameters_of, save_query

    if (sql is None) == (named is None):
        raise click.UsageError("give either SQL or --named NAME")
    given = dict(parameters)
    if sql is None:
        question = named_query(session_for_reading(db, "reader"), str(named))
        sql, given = question.sql, dict(parameters_of(question, given))
    print_rows(answer(db, sql, given), form)
    if save is not None:
        save_query(session_for_acts(db, "reader"), save, sql)


@click.command(epilog=example("factcheck queries", 'factcheck queries --forget "by kind"'))
@click.option("--forget", metavar="NAME", help="Forget what was saved under this name.")
@with_format
@with_file
def queries(forget: str | None, form: str, db: str) -> None:
    """Print the questions that have a name: saved in this copy of the file, or shipped.

    Saved ones are never merged.
    """
    from factcheck.cli.printing import print_rows
    from factcheck.review.asking import Answer
    from factcheck.review.opening import session_for_acts, session_for_reading
    from factcheck.review.questions import forget_query, is_shipped, named_queries

    if forget is not None:
        gone = forget_query(session_for_acts(db, "reader"), forget)
        click.echo(one_line(f"forgot {gone.name}: {gone.sql}"))
        return
    rows = (
        (
            each.name,
            "shipped" if is_shipped(each.name) else "saved",
            " ".join(each.parameters),
            each.asks or each.sql,
        )
        for each in named_queries(session_for_reading(db, "reader"))
    )
    print_rows(Answer(("name", "from", "parameters", "asks"), rows), form)


@click.command(
    "datasette-metadata",
    epilog=example("factcheck datasette-metadata -o metadata.json", "factcheck datasette-metadata"),
)
@click.option("-o", "--output", metavar="FILE", help="Write here instead of standard output.")
@with_file
def datasette_metadata(output: str | None, db: str) -> None:
    """Write what Datasette shows of the file: meanings of views and columns, questions by name."""
    from factcheck.cli.pipes import print_text
    from factcheck.review import asking
    from factcheck.review.files import write_whole

    metadata = asking.datasette_metadata(db)
    if output is None:
        print_text([metadata])
    else:
        click.echo(write_whole(Path(output), [metadata], over=_METADATA))


COMMANDS = (query, queries, datasette_metadata)
