"""What a command loads: starting is fast because nothing is loaded that is not used."""

import json
import subprocess
import sys
from importlib import import_module

import pytest

from factcheck.cli import main
from factcheck.cli.table import MODULES

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


def test_the_table_of_commands_names_what_its_modules_have() -> None:
    for module, names in MODULES.items():
        commands = import_module(f"factcheck.cli.{module}").COMMANDS
        assert tuple(command.name for command in commands) == names
    assert len(main.commands) == sum(map(len, MODULES.values()))


def test_a_command_loads_no_other_module_of_commands() -> None:
    modules = loaded_by("review", "--help")
    assert {name for name in modules if name.removeprefix("factcheck.cli.") in MODULES} == {
        "factcheck.cli.reviewing"
    }
