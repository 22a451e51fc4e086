"""The rules of one project: from a TOML file beside the database to checked settings.

In: the file that FACTCHECK_RULES names, or `factcheck.toml` in the folder of the database. Out:
`RuleSettings`, or one sentence on what is wrong. A file that is not there is no error; a rule or a
name in it that nobody knows is refused, so that no setting is ever without effect in silence.
What a person sets for themselves (keys, colours) stands elsewhere.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.errors import InputError, UsageError
from factcheck.model.rules import RuleSettings

FILE = "factcheck.toml"
_VARIABLE = "FACTCHECK_RULES"
_TABLE = "rules"
_LARGEST = 4 * 1024 * 1024


def rules_file(database: Path | None, environment: Mapping[str, str]) -> Path | None:
    """Return the file that says what a project changes, None where there is none.

    Without a *database* only FACTCHECK_RULES can name one: what a pipe prints does not depend on
    the folder it runs in.
    """
    named = environment.get(_VARIABLE, "")
    if named:
        return Path(named)
    beside = None if database is None else database.resolve().parent / FILE
    return beside if beside is not None and beside.is_file() else None


def rules_of_project(database: Path | None, environment: Mapping[str, str]) -> RuleSettings:
    """Return what the project of a *database* changes about the rules.

    Raises:
        InputError: the file that FACTCHECK_RULES names is not there, or a file cannot be read.
        UsageError: it holds a rule, a name or a value that is not known.
    """
    path = rules_file(database, environment)
    if path is None:
        return RuleSettings()
    from factcheck.annotate.settings import settings_from

    table = _table(path)
    for name in table:
        if name != _TABLE:
            raise UsageError(
                f"{path} holds {name!r}, which is nothing that a project can set",
                hint=f"put off, add and remove into the table [{_TABLE}]",
            )
    rules = table.get(_TABLE, {})
    if not isinstance(rules, dict):
        raise UsageError(
            f"{_TABLE} in {path} is {str(rules)[:60]!r}, which is no table",
            hint=f"write [{_TABLE}] in a line of its own",
        )
    return settings_from(rules, str(path))


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST)
        return tomllib.loads(text.decode("utf-8-sig"))
    except OSError as error:
        raise InputError(
            f"the rules of the project {path} cannot be read: {error.strerror}",
            hint=f"name another file with {_VARIABLE}, or unset it",
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"the rules of the project {path} are not TOML: {error}",
            hint='begin with a line [rules], then off = ["rhetoric.hedge"]',
        ) from error
