"""What a command loads: starting is fast because nothing is loaded that is not used."""

import json
import subprocess
import sys
from importlib import import_module

import click
import pytest

from factcheck.cli import main

HEAVY = ("textual", "rich", "langdetect", "sqlite_utils", "factcheck.segment", "factcheck.store")


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that are loaded after running `factcheck` with these arguments."""
    script = (
        "import json, sys\n"
        "from factcheck.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:] or ['--version'])\n"
        "finally:\n"
        "    print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [(), ("--help",), ("segment", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments).isdisjoint(HEAVY)


def test_a_query_loads_no_reader_and_no_screen() -> None:
    modules = loaded_by("status", "--help")
    assert modules.isdisjoint({"textual", "langdetect"})


def test_a_command_loads_no_other() -> None:
    modules = loaded_by("segment", "--help")
    assert "factcheck.cli.segmenting" in modules
    assert modules.isdisjoint(
        {"factcheck.cli.acts", "factcheck.cli.evidence", "factcheck.model.listing"}
    )


def test_every_command_is_named_and_every_name_is_a_command() -> None:
    context = click.Context(main)
    named = {name: main.get_command(context, name) for name in main.list_commands(context)}
    offered = {
        str(command.name): command
        for module in set(main.modules.values())
        for command in import_module(f"factcheck.cli.{module}").COMMANDS
    }
    assert named == offered
    assert main.get_command(context, "segmen") is None


def test_a_review_loads_no_other_module_of_commands() -> None:
    modules = loaded_by("review", "--help")
    others = {f"factcheck.cli.{module}" for module in main.modules.values()}
    assert modules & others == {"factcheck.cli.reviewing"}
