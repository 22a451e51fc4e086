"""What of the documentation is made from the program itself: `cog -r` writes it, CI checks it."""

import ast
import inspect
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import click

import factcheck
from factcheck.annotate.rules import RULES, TAXONOMY
from factcheck.cli import main
from factcheck.export.lint import LINT
from factcheck.model.cited import CitedRecord
from factcheck.model.verdict import DEFAULT_SCALE
from factcheck.review.citing import KINDS, citation_lines, citations
from factcheck.review.opening import session_for_acts
from factcheck.review.reading import document_of
from factcheck.review.settings import KNOWN, Settings
from factcheck.store.columns import described
from factcheck.store.database import open_store
from factcheck.store.migrations import migrations
from factcheck.store.questions import NAMED, WORKED
from factcheck.tui.keys import key_table
from picture_table import PICTURES, Picture

ROOT = Path(__file__).parent.parent
_WIDTH = 96


def commands() -> str:
    """Return every command's help, as `factcheck COMMAND --help` prints it."""
    parts = [_help(None, main)]
    group = click.Context(main)
    parts += [
        _help(name, command)
        for name in main.modules
        if (command := main.get_command(group, name)) is not None
    ]
    return "\n".join(parts)


def _help(name: str | None, command: click.Command) -> str:
    # The default of --reviewer is shown in words, so the docs are the same for everybody.
    with click.Context(main, info_name="factcheck", **main.context_settings) as group:
        group.terminal_width = _WIDTH
        context = group if name is None else click.Context(command, parent=group, info_name=name)
        text = command.get_help(context)
    heading = "" if name is None else f"## {name}\n\n"
    return f"{heading}```text\n{text}\n```\n"


def schema() -> str:
    """Return the CREATE statements of a new file: views first, then tables, then guards."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "claims.db", create=True)
        rows = store.rows(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE"
            " '%\\_search\\_%' ESCAPE '\\' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
            " ORDER BY rowid"
        )
        parts = ["## Views\n"]
        parts += [_view(name, *about) for name, about in described(store).items()]
        store.close()
    for kind, heading in (("table", "Tables"), ("trigger", "Guards")):
        parts.append(f"## {heading}\n")
        parts += [f"```sql\n{row['sql']}\n```\n" for row in rows if row["type"] == kind]
    parts.append("## Migrations\n")
    parts += [f"- `{step.__name__}`: {step.__doc__}" for step in migrations.steps]
    return "\n".join(parts) + "\n"


def _view(name: str, about: str, columns: dict[str, str]) -> str:
    table = ["| column | is |", "| --- | --- |"]
    table += [f"| `{column}` | {meaning} |" for column, meaning in columns.items()]
    asks, query = WORKED[name]
    return "\n".join([f"### {name}\n", f"{about}\n", *table, f"\n{asks}\n", _sql(query)])


def _sql(query: str) -> str:
    return f"```sql\n{query};\n```\n"


def questions() -> str:
    """Return the questions that have a name, with their parameters and their SQL."""
    parts = []
    for question in NAMED:
        taken = ", ".join(f"`{name}` ({value})" for name, value in question.parameters.items())
        parts.append(f"### {question.name}\n\n{question.asks}\n")
        parts += [f"Takes {taken}.\n"] if taken else []
        parts.append(_sql(question.sql))
        parts += [f"No index: {question.scans}.\n"] if question.scans else []
    return "\n".join(parts)


def scale() -> str:
    """Return the default verdict scale as a table."""
    lines = [
        "| key | verdict | report label | meaning | evidence it needs | ClaimReview rating |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    needs = {"": "none", "any": "any stance", "supports": "supports", "refutes": "refutes"}
    for v in DEFAULT_SCALE:
        rating = "none" if v.rating is None else f"{v.rating} {v.alternate_name}"
        lines.append(
            f"| `{v.key}` | `{v.verdict}` | {v.label} | {v.meaning} | {needs[v.needs]} | {rating} |"
        )
    return "\n".join(lines) + "\n"


def rules() -> str:
    """Return every rule of a finding with its meaning."""
    lines = ["| rule | what it points at |", "| --- | --- |"]
    lines += [f"| `{rule}` | {meaning} |" for rule, meaning in sorted(RULES.items())]
    return "\n".join(lines) + "\n"


def taxonomy() -> str:
    """Return the rules of rhetoric beside the two taxonomies they come from."""
    lines = ["| rule | Wikipedia, words to watch | SemEval-2020 task 11 |", "| --- | --- | --- |"]
    lines += [
        f"| `{rule}` | {words or '–'} | {technique or '–'} |"
        for rule, (words, technique) in sorted(TAXONOMY.items())
    ]
    return "\n".join(lines) + "\n"


def lint_rules() -> str:
    """Return every rule of `report --lint` with what to do."""
    lines = ["| rule | what is the matter | what to do | principle |", "| --- | --- | --- | --- |"]
    lines += [
        f"| `{name}` | {one.matter} | {one.do} | {one.principle} |" for name, one in LINT.items()
    ]
    return "\n".join(lines) + "\n"


def keys() -> str:
    """Return the keys of the review screen."""
    return key_table()


def settings() -> str:
    """Return every setting with its default."""
    lines = ["| setting | default | what it does |", "| --- | --- | --- |"]
    for each in fields(Settings):
        if each.name in KNOWN:
            value = getattr(Settings(), each.name)
            shown = f'"{value}"' if isinstance(value, str) else str(value).lower()
            lines.append(f"| `{each.name}` | `{shown}` | {KNOWN[each.name]} |")
    return "\n".join(lines) + "\n"


def rooms() -> str:
    """Return the charter of each room, as its `__init__.py` begins with."""
    parts = []
    for init in sorted((ROOT / "factcheck").glob("*/__init__.py")):
        charter = ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))) or ""
        about, _, rest = charter.partition("\n")
        lines = [line.strip() for line in rest.splitlines() if line.strip()]
        parts.append(f"### {init.parent.name}\n\n{about}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def functions() -> str:
    """Return the public functions of the package with their signatures and docstrings."""
    parts = []
    for name in factcheck.__all__:
        function = getattr(factcheck, name)
        about = inspect.getdoc(function) or ""
        signature = str(inspect.signature(function)).replace("'", "")
        parts.append(f"### {name}\n\n```python\n{name}{signature}\n```\n\n{about}\n")
    return "\n".join(parts)


def cited() -> str:
    """Return what the first article cites, but for quotations, and the claims that rest on it."""
    seed = next((ROOT / "seeds").glob("*.txt"))
    with TemporaryDirectory() as folder:
        session = session_for_acts(str(Path(folder) / "claims.db"), "docs", create=True)
        article, _ = session.ingest(document_of(str(seed)))
        kinds = [kind for kind in KINDS if kind != "quotation"]
        rows = [_cited(each) for each in citations(session, article.id, kinds)]
        session.close()
    return "\n".join(["| | kind | words and parts | claims |", "| --- | --- | --- | --- |", *rows])


def _cited(citation: CitedRecord) -> str:
    first = next(citation_lines(citation)).split("  ")
    parts = "; ".join(f"{name}: {words}" for name, words in citation.fields)
    titled = any(name == "title" for name, _ in citation.fields)
    words = parts if titled else "; ".join(filter(None, (f"“{citation.quote}”", parts)))
    return f"| {first[0]} | {citation.kind} | {words} | {first[-1]} |"


def pictures(*names: str) -> str:
    """Return the pictures of these names at 120 columns, each with what stands in it."""
    known = {picture.name: picture for picture in PICTURES}
    return "\n".join(f"{_picture(known[name], '120x40')}\n" for name in names)


def gallery() -> str:
    """Return every picture in both sizes, the smaller one to be opened."""
    parts = []
    for picture in PICTURES:
        small = f"<details><summary>80×24</summary>\n\n{_picture(picture, '80x24')}\n\n</details>"
        parts.append(f"## {picture.caption}\n\n{_picture(picture, '120x40')}\n\n{small}\n")
    return "\n".join(parts)


def _picture(picture: Picture, size: str) -> str:
    return f"![{picture.caption}](pictures/{picture.name}-{size}.svg)"
