"""The one table of keys: it binds them, prints the help and the documentation.

In: nothing but the verdict scale of the file, whose keys it takes in. Out: `Key` rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding

from factcheck.errors import UsageError
from factcheck.model.verdict import DEFAULT_SCALE, Verdict


@dataclass(frozen=True, slots=True)
class Key:
    """What one or more keys do.

    `keys` are named as Textual names them, single characters as themselves; `hint` is the word at
    the bottom of the screen, "" for keys that are not shown there.
    """

    id: str
    keys: tuple[str, ...]
    description: str
    group: str
    action: str
    hint: str = ""


DECIDE, MOVE, WRITE, LOOK, SCREEN = "Decide", "Move", "Write down", "Look", "Screen"
IN_VIEW, IN_FORM, IN_FLAGS, IN_LINKS, IN_PICK, IN_FILTER = (
    "In an open view", "In a form", "In the flag menu", "When opening a link",
    "In a list of articles or headings", "In the filter",
)  # fmt: skip
IN_EDITS, IN_EDIT, IN_SELECTION, IN_HISTORY = (
    "In the menu of edits", "In the form of an edit", "When selecting words", "In the history",
)  # fmt: skip

_REVIEW = (
    Key("verdict.clear", ("0",), "clear my verdict", DECIDE, "clear_verdict"),
    Key("defer", ("space",), "defer and go on", DECIDE, "defer", "defer"),
    Key("undo", ("u",), "undo, and go to it", DECIDE, "undo", "undo"),
    Key("redo", ("U",), "redo, and go to it", DECIDE, "redo"),
    Key("evidence", ("e",), "attach evidence", WRITE, "do('evidence')", "evidence"),
    Key("flags", ("f",), "flags and findings", WRITE, "do('flags')", "flags"),
    Key("note", ("c",), "write a note", WRITE, "do('note')", "note"),
    Key("edit", ("s",), "split, merge, reword, add, no claim", WRITE, "do('edit')", "edit"),
    Key("report", ("x",), "write the report", WRITE, "do('report')"),
    Key("down", ("j", "down"), "next claim", MOVE, "move(1)"),
    Key("up", ("k", "up"), "previous claim", MOVE, "move(-1)"),
    Key("first", ("g", "home"), "first claim", MOVE, "go(1)"),
    Key("last", ("G", "end"), "last claim", MOVE, "go(-1)"),
    Key("open.next", ("J", "]"), "next claim open for me", MOVE, "next_open(1)"),
    Key("open.previous", ("K", "["), "previous one open for me", MOVE, "next_open(-1)"),
    Key("sentence.next", (")", "right"), "next sentence of the text", MOVE, "do('sentence', 1)"),
    Key("sentence.previous", ("(", "left"), "sentence before", MOVE, "do('sentence', -1)"),
    Key("page.down", ("pagedown",), "scroll down", MOVE, "page(1)"),
    Key("page.up", ("pageup",), "scroll up", MOVE, "page(-1)"),
    Key("search", ("/",), "search wording and notes", LOOK, "search", "search"),
    Key("match.next", ("n",), "next match", LOOK, "next_match(1)"),
    Key("match.previous", ("N",), "previous match", LOOK, "next_match(-1)"),
    Key("filter", ("F",), "filter and sort the list", LOOK, "do('filter')", "filter"),
    Key("every", ("escape",), "every claim again, no marks", LOOK, "do('every')"),
    Key("articles", ("a",), "the articles of the file", LOOK, "do('articles')"),
    Key("outline", ("O",), "headings of the article", LOOK, "do('outline')"),
    Key("claim", ("enter",), "the claim in full", LOOK, "do('claim')", "in full"),
    Key("history", ("h",), "history of the claim", LOOK, "do('history')"),
    Key("link", ("o",), "open an evidence link", LOOK, "do('link')"),
    Key("copy", ("y",), "copy the claim", LOOK, "do('copy')"),
    Key("pane", ("tab",), "article pane, claim pane", SCREEN, "next_pane"),
    Key("theme", ("t",), "dark or light", SCREEN, "app.turn_theme"),
    Key("help", ("?", "f1"), "these keys", SCREEN, "do('help')", "help"),
    Key("palette", (":", "ctrl+p"), "command palette", SCREEN, "app.command_palette"),
    Key("close", ("q",), "quit", SCREEN, "app.quit", "quit"),
    Key("quit", ("ctrl+q",), "quit, from any view", SCREEN, "app.quit"),
)

VIEW_KEYS = (
    Key("view.close", ("q", "escape"), "close the view", IN_VIEW, "close"),
    Key("view.down", ("j", "down"), "scroll down", IN_VIEW, "scroll(1)"),
    Key("view.up", ("k", "up"), "scroll up", IN_VIEW, "scroll(-1)"),
    Key("view.page.down", ("pagedown", "space"), "scroll a page down", IN_VIEW, "page(1)"),
    Key("view.page.up", ("pageup",), "scroll a page up", IN_VIEW, "page(-1)"),
)
FORM_KEYS = (
    Key("form.cancel", ("escape",), "close and store nothing", IN_FORM, "cancel"),
    Key("form.save", ("ctrl+s",), "save, from any field", IN_FORM, "save"),
    Key("form.next", ("tab", "down"), "next field", IN_FORM, "next_field"),
    Key("form.previous", ("shift+tab", "up"), "previous field", IN_FORM, "previous_field"),
)
FLAG_MENU_KEYS = (
    Key("menu.close", ("escape", "q", "f"), "close the menu", IN_FLAGS, "close"),
    Key("menu.down", ("down",), "next finding", IN_FLAGS, "move(1)"),
    Key("menu.up", ("up",), "previous finding", IN_FLAGS, "move(-1)"),
    Key("menu.confirm", ("enter", "+"), "confirm the finding", IN_FLAGS, "decide('confirmed')"),
    Key("menu.dismiss", ("-", "delete"), "dismiss the finding", IN_FLAGS, "decide('dismissed')"),
)
LINK_KEYS = (
    Key("link.close", ("escape", "q"), "close, open nothing", IN_LINKS, "close"),
    Key("link.open", ("enter",), "open the link shown", IN_LINKS, "open"),
    Key("link.next", ("down", "j"), "next link", IN_LINKS, "move(1)"),
    Key("link.previous", ("up", "k"), "previous link", IN_LINKS, "move(-1)"),
)
EDIT_MENU_KEYS = (
    Key("edit.split", ("s",), "split the claim in two", IN_EDITS, "choose('split')"),
    Key("edit.merge", ("m",), "merge it with another claim", IN_EDITS, "choose('merge')"),
    Key("edit.reword", ("r",), "reword it", IN_EDITS, "choose('reword')"),
    Key("edit.add", ("a",), "add a claim from the text", IN_EDITS, "choose('add')"),
    Key("edit.reject", ("n",), "not a claim: take it off", IN_EDITS, "choose('reject')"),
    Key("edit.close", ("escape", "q"), "close the menu", IN_EDITS, "close"),
)
EDIT_FORM_KEYS = (Key("edit.cut", ("ctrl+n",), "next proposed cut", IN_EDIT, "propose"),)
SELECT_KEYS = (
    Key("select.next", ("right", "l"), "next word", IN_SELECTION, "word(1)"),
    Key("select.previous", ("left", "h"), "previous word", IN_SELECTION, "word(-1)"),
    Key("select.more", ("L", "shift+right"), "one word more", IN_SELECTION, "extend(1)"),
    Key("select.less", ("H", "shift+left"), "one word less", IN_SELECTION, "extend(-1)"),
    Key("select.down", ("down", "j"), "next sentence", IN_SELECTION, "sentence(1)"),
    Key("select.up", ("up", "k"), "previous sentence", IN_SELECTION, "sentence(-1)"),
    Key("select.take", ("enter",), "make a claim of it", IN_SELECTION, "take"),
    Key("select.close", ("escape", "q"), "close, add nothing", IN_SELECTION, "close"),
)
HISTORY_KEYS = (
    Key("history.close", ("q", "escape"), "close the history", IN_HISTORY, "close"),
    Key("history.down", ("j", "down"), "next act", IN_HISTORY, "move(1)"),
    Key("history.up", ("k", "up"), "previous act", IN_HISTORY, "move(-1)"),
    Key("history.then", ("enter",), "the claim as it then was", IN_HISTORY, "then"),
)
PICK_KEYS = (
    Key("pick.close", ("q", "escape"), "close, choose nothing", IN_PICK, "close"),
    Key("pick.choose", ("enter",), "choose the line", IN_PICK, "choose"),
    Key("pick.down", ("j", "down"), "next line", IN_PICK, "move(1)"),
    Key("pick.up", ("k", "up"), "line before", IN_PICK, "move(-1)"),
    Key("pick.page.down", ("pagedown", "space"), "a page down", IN_PICK, "page(1)"),
    Key("pick.page.up", ("pageup",), "a page up", IN_PICK, "page(-1)"),
    Key("pick.first", ("g", "home"), "first line", IN_PICK, "end(-1)"),
    Key("pick.last", ("G", "end"), "last line", IN_PICK, "end(1)"),
)
# The values of a field take keys of their own: ← → to go to one, space to choose it.
FILTER_KEYS = (
    Key("filter.cancel", ("escape",), "close, filter as before", IN_FILTER, "cancel"),
    Key("filter.apply", ("enter", "ctrl+s"), "show these claims", IN_FILTER, "apply"),
    Key("filter.next", ("tab", "down"), "next field", IN_FILTER, "next_field"),
    Key("filter.previous", ("shift+tab", "up"), "field before", IN_FILTER, "previous_field"),
    Key("filter.none", ("ctrl+l",), "empty every field", IN_FILTER, "empty"),
)

# Every table but that of the review screen, whose keys no other table shares a screen with.
OTHER_KEYS = (
    VIEW_KEYS, FORM_KEYS, FLAG_MENU_KEYS, LINK_KEYS, PICK_KEYS, FILTER_KEYS, EDIT_MENU_KEYS,
    EDIT_FORM_KEYS, SELECT_KEYS, HISTORY_KEYS,
)  # fmt: skip

_SHOWN = {
    "space": "space", "pageup": "PgUp", "pagedown": "PgDn", "f1": "F1", "down": "↓", "up": "↑",
    "escape": "esc", "left": "←", "right": "→",
    "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip


def review_keys(scale: Sequence[Verdict]) -> tuple[Key, ...]:
    """Return the keys of the review screen, the verdicts of *scale* first.

    Raises:
        UsageError: two of them are the same key.
    """
    verdicts = tuple(
        Key(
            f"verdict.{verdict.verdict}",
            (verdict.key,),
            verdict.label.lower(),
            DECIDE,
            f"verdict({place})",
        )
        for place, verdict in enumerate(scale)
    )
    return checked((*verdicts, *_REVIEW))


def checked(keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Return *keys* as they are.

    Raises:
        UsageError: two of them are the same key; both are named.
    """
    taken: dict[str, Key] = {}
    for row in keys:
        for key in row.keys:
            if key in taken:
                raise UsageError(
                    f"the key {key!r} is bound twice: to {taken[key].id!r} and to {row.id!r}",
                    hint="give one of the two another key",
                )
            taken[key] = row
    return keys


def bindings(keys: Sequence[Key]) -> list[Binding]:
    """Return the bindings of Textual for *keys*."""
    # A comma separates keys in a binding, so it goes by its name.
    return [
        Binding("comma" if key == "," else key, row.action, row.description, show=False)
        for row in keys
        for key in row.keys
    ]


def shown(key: str) -> str:
    """Return *key* as it is written for people."""
    return _SHOWN.get(key, key)


def all_keys(scale: Sequence[Verdict] = DEFAULT_SCALE) -> tuple[Key, ...]:
    """Return every row of the table: the review screen, then views, forms and menus."""
    return (*review_keys(scale), *(key for keys in OTHER_KEYS for key in keys))


def groups(keys: Sequence[Key]) -> tuple[tuple[str, tuple[Key, ...]], ...]:
    """Return *keys* by group, groups in the order in which they first come up."""
    names = dict.fromkeys(row.group for row in keys)
    return tuple((name, tuple(row for row in keys if row.group == name)) for name in names)


def key_table(scale: Sequence[Verdict] = DEFAULT_SCALE) -> str:
    """Return the table of keys in Markdown, a line each, one table for each group."""
    parts = []
    for name, rows in groups(all_keys(scale)):
        lines = [f"### {name}", "", "| key | does |", "|---|---|"]
        lines += [
            f"| {' '.join(f'`{shown(key)}`' for key in row.keys)} | {row.description} |"
            for row in rows
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


for _keys in (review_keys(DEFAULT_SCALE), (*FORM_KEYS, *EDIT_FORM_KEYS), *OTHER_KEYS):
    checked(_keys)
