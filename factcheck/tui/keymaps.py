"""The keys as one person wants them: a named set, then single rows, checked before anything starts.

In: the table of keys and the settings. Out: a `Keymap`: the table as mapped, which binds, and in
which every hint on the screen is looked up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model.verdict import DEFAULT_SCALE
from factcheck.tui.editkeys import EDIT_FORM_KEYS
from factcheck.tui.keyrow import IN_FORM, Key
from factcheck.tui.keys import (
    CONSOLE_KEYS,
    FILTER_KEYS,
    FORM_KEYS,
    SCREENS,
    checked,
    review_rows,
    shown,
)
from factcheck.tui.keysets import KEY_SETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.dom import DOMNode

    from factcheck.model.verdict import Verdict

_NAMES = frozenset({
    "escape", "enter", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup",
    "pagedown", "up", "down", "left", "right", "comma", *(f"f{n}" for n in range(1, 25)),
})  # fmt: skip
_MODIFIED = re.compile(r"(?:(?:ctrl|shift|alt)\+)+(?=.)")
# What most terminals send the same bytes for: bound to both, only one would ever be heard.
_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+[": "escape",
    ",": "comma",
}
# Keys that stand for themselves where somebody types; there they can do nothing else.
_TYPED = {"space", "backspace", "delete", "home", "end", "left", "right", "comma"}
_HINT = re.compile(r"\{([a-z.-]+)\}")


@dataclass(frozen=True, slots=True)
class Keymap:
    """The table of keys as mapped; `changed` are the rows that differ from the default."""

    review: tuple[Key, ...]
    screens: tuple[tuple[Key, ...], ...]
    changed: tuple[Key, ...] = ()

    @property
    def rows(self) -> tuple[Key, ...]:
        """Every row, those of the review first."""
        return (*self.review, *(row for rows in self.screens for row in rows))

    def shown(self, name: str) -> str:
        """Return the first key of the row *name* as it is written for people."""
        return next((shown(row.keys[0]) for row in self.rows if row.id == name), "?")

    def worded(self, hint: str) -> str:
        """Return *hint* with each `{name of a row}` replaced by the key of that row."""
        return _HINT.sub(lambda match: self.shown(match[1]), hint)

    def for_textual(self) -> dict[str, str]:
        """Return what `App.set_keymap` takes: the changed rows, their keys joined by commas."""
        return {row.id: ",".join(_SAME.get(k, k) for k in row.keys) for row in self.changed}


def keymap(
    scale: Sequence[Verdict] = DEFAULT_SCALE,
    chosen: str = "default",
    remapped: Mapping[str, tuple[str, ...]] | None = None,
    source: str = "",
) -> Keymap:
    """Return the table with the set *chosen*, and over it the rows that *remapped* names.

    Raises:
        UsageError: there is no such set, row or key, or one key would do two things; then both
            rows are named.
    """
    where = f" in {source}" if source else ""
    if chosen not in KEY_SETS:
        raise UsageError(
            f"there is no set of keys {chosen!r}{where}", hint=f"use one of {', '.join(KEY_SETS)}"
        )
    plain = Keymap(review_rows(scale), SCREENS)
    own = dict(remapped or {})
    _refuse_unknown(own, plain, where)
    wanted = {**KEY_SETS[chosen], **own}
    review, *screens = (
        tuple(replace(row, keys=wanted.get(row.id, row.keys)) for row in rows)
        for rows in (plain.review, *SCREENS)
    )
    before = {row.id: row.keys for row in plain.rows}
    mapped = Keymap(review, tuple(screens))
    _check(mapped)
    return replace(mapped, changed=tuple(row for row in mapped.rows if row.keys != before[row.id]))


def _refuse_unknown(own: Mapping[str, tuple[str, ...]], plain: Keymap, where: str) -> None:
    names = [row.id for row in plain.rows]
    for name, keys in own.items():
        if name not in names:
            from difflib import get_close_matches  # noqa: PLC0415 - seldom, and a slow import

            near = get_close_matches(name, names, 1)
            hint = f"did you mean {near[0]}?" if near else "`factcheck settings --keys` lists them"
            raise UsageError(f"there is nothing called {name!r} to give keys to{where}", hint=hint)
        for key in keys:
            if not is_key(key):
                raise UsageError(
                    f"{key!r}, which {name}{where} is mapped to, is no key",
                    hint="write a character, or a name: enter, pageup, f5, ctrl+r, shift+tab",
                )


def is_key(key: str) -> bool:
    """Say whether *key* names a key: a character, or a word for one, modifiers before it."""
    bare = _MODIFIED.sub("", key, count=1)
    if bare != key and bare == " ":
        return False
    return bare in _NAMES or (len(bare) == 1 and bare.isprintable() and bare != " ")


def _check(mapped: Keymap) -> None:
    """Refuse keys that would do two things on one screen, or nothing at all in a field."""
    everywhere = tuple(row for row in mapped.review if row.id == "quit")
    for rows in (mapped.review, *mapped.screens):
        others = () if rows is mapped.review else everywhere
        if rows[0].id == EDIT_FORM_KEYS[0].id:  # on one screen with those of every form
            others += tuple(row for row in mapped.rows if row.group == IN_FORM)
        checked(tuple(replace(row, keys=_sent(row)) for row in (*rows, *others)))
    typing = {row.id for row in (*FORM_KEYS, *EDIT_FORM_KEYS, *CONSOLE_KEYS, *FILTER_KEYS)} | {
        "quit"
    }
    for row in mapped.rows:
        for key in row.keys:
            if row.id in typing and (len(key) == 1 or key in _TYPED):
                raise UsageError(
                    f"the key {key!r} cannot be {row.id!r}: it is typed into fields there",
                    hint="take a key with ctrl, or one from F1 to F12",
                )


def _sent(row: Key) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_SAME.get(key, key) for key in row.keys))


@cache
def plain() -> Keymap:
    """Return the table as it ships, for an application that has none of its own."""
    return keymap()


def worded(node: DOMNode, hint: str) -> str:
    """Return *hint* with the keys of the application that *node* is part of."""
    return keymap_of(node).worded(hint)


def keymap_of(node: DOMNode) -> Keymap:
    """Return the keys of the application that *node* is part of."""
    mapped: Keymap | None = getattr(node.app, "keymap", None)
    return plain() if mapped is None else mapped
