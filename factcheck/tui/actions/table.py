"""The one table of actions, by the names that keys call them by.

In: the name of an action. Out: the function that does it. Its module, and the screens that it
opens, are loaded at the first press: no review begins with them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Module by module the names that its own table has, which a test compares.
_NAMES = {
    "writing": ("evidence", "note", "rationale", "report", "flags"),
    "editing": ("edit",),
    "looking": ("claim", "history", "help", "link", "console", "dashboard", "quotations"),
    "searching": ("search", "next_match"),
    "copying": ("copy", "copy_menu"),
    "evidencing": ("evidence_list", "reveal"),
    "listing": ("filter", "every", "articles", "outline", "sentence"),
}
MODULES: Mapping[str, str] = {
    name: f"factcheck.tui.actions.{module}" for module, names in _NAMES.items() for name in names
}


def action(name: str) -> Callable[..., None]:
    """Return what does the action called *name*."""
    done: Callable[..., None] = import_module(MODULES[name]).ACTIONS[name]
    return done
