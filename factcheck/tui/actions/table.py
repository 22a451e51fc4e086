"""The one table of actions, by the names that keys call them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.actions import (
    copying,
    editing,
    evidencing,
    listing,
    looking,
    searching,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ACTIONS: Mapping[str, Callable[..., None]] = {
    **writing.ACTIONS,
    **editing.ACTIONS,
    **looking.ACTIONS,
    **searching.ACTIONS,
    **copying.ACTIONS,
    **evidencing.ACTIONS,
    **listing.ACTIONS,
}
