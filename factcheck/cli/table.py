"""The commands by name, in the order of the work: a module is loaded when one of its is named.

In: the name of a command. Out: the command. A review is on the screen sooner by what it leaves out.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

# Module by module the names of its commands, which a test compares with its own `COMMANDS`.
MODULES = {
    "reviewing": ("open", "review"),
    "serving": ("serve",),
    "articles": ("ingest", "segment", "claims"),
    "filters": ("filter",),
    "acts": ("assess", "attach", "retract", "flag", "note", "defer", "undo", "redo"),
    "editing": ("split", "merge", "reword", "add", "not-a-claim"),
    "evidence": ("capture", "quotes", "links", "resolve", "snapshots"),
    "checked": ("import-checks", "checked"),
    "questions": ("query", "queries", "datasette-metadata"),
    "reports": ("report", "import"),
    "answers": ("status", "history", "verify"),
    "rules": ("rules",),
    "suggesting": ("suggest",),
    "settings": ("settings",),
}


class Commands(Mapping[str, click.Command]):
    """What click looks commands up in."""

    def __init__(self) -> None:
        self._modules = {name: module for module, names in MODULES.items() for name in names}
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        """Return the command called *name*, its module loaded with it."""
        if name not in self._loaded:
            for command in import_module(f"factcheck.cli.{self._modules[name]}").COMMANDS:
                self._loaded[command.name] = command
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names; nothing is loaded."""
        return iter(self._modules)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._modules)
