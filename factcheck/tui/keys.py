"""The one table of keys: it binds them, prints the help and the documentation.

In: nothing but the verdict scale of the file, whose keys it takes in. Out: `Key` rows.
"""

from collections.abc import Sequence

from textual.binding import Binding

from factcheck.errors import UsageError
from factcheck.model.flag import FLAG_KEYS
from factcheck.model.verdict import DEFAULT_SCALE, Verdict
from factcheck.tui.editkeys import EDIT_TABLES
from factcheck.tui.keyrow import (
    DECIDE,
    IN_CONSOLE,
    IN_COPY,
    IN_EVIDENCE,
    IN_FILTER,
    IN_FLAGS,
    IN_FORM,
    IN_LINKS,
    IN_PICK,
    IN_QUESTION,
    IN_RESULT,
    IN_VIEW,
    LOOK,
    MOVE,
    SCREEN,
    WRITE,
    Key,
)

_REVIEW = (
    Key("verdict.clear", ("0",), "clear my verdict", DECIDE, "clear_verdict"),
    Key("defer", ("space",), "defer and go on", DECIDE, "defer", "defer"),
    Key("undo", ("u",), "undo, and go to it", DECIDE, "undo", "undo"),
    Key("redo", ("U",), "redo, and go to it", DECIDE, "redo"),
    Key("evidence", ("e",), "attach evidence", WRITE, "do('evidence')", "evidence"),
    Key("flags", ("f",), "flags and findings", WRITE, "do('flags')", "flags"),
    Key("evidence.list", ("E",), "its evidence in a list", WRITE, "do('evidence_list')"),
    Key("note", ("c",), "write a note", WRITE, "do('note')", "note"),
    Key("rationale", ("r",), "rationale of my verdict", WRITE, "do('rationale')"),
    Key("edit", ("s",), "split, merge, reword, …", WRITE, "do('edit')", "edit"),
    Key("report", ("x",), "write the report", WRITE, "do('report')"),
    Key("down", ("j", "down"), "next claim", MOVE, "move(1)"),
    Key("up", ("k", "up"), "previous claim", MOVE, "move(-1)"),
    Key("first", ("g", "home"), "first claim", MOVE, "go(1)"),
    Key("last", ("G", "end"), "last claim", MOVE, "go(-1)"),
    Key("open.next", ("J", "]"), "next claim open for me", MOVE, "next_open(1)"),
    Key("open.previous", ("K", "["), "previous one open for me", MOVE, "next_open(-1)"),
    Key("sentence.next", (")", "right"), "next sentence", MOVE, "do('sentence', 1)"),
    Key("sentence.previous", ("(", "left"), "sentence before", MOVE, "do('sentence', -1)"),
    Key("page.down", ("pagedown",), "scroll down", MOVE, "page(1)"),
    Key("page.up", ("pageup",), "scroll up", MOVE, "page(-1)"),
    Key("search", ("/",), "search wording and notes", LOOK, "do('search')", "search"),
    Key("match.next", ("n",), "next match", LOOK, "do('next_match', 1)"),
    Key("match.previous", ("N",), "previous match", LOOK, "do('next_match', -1)"),
    Key("filter", ("F",), "filter and sort the list", LOOK, "do('filter')", "filter"),
    Key("every", ("escape",), "every claim, no marks", LOOK, "do('every')"),
    Key("articles", ("a",), "the articles of the file", LOOK, "do('articles')"),
    Key("outline", ("O",), "headings of the article", LOOK, "do('outline')"),
    Key("claim", ("enter",), "the claim in full", LOOK, "do('claim')", "in full"),
    Key("history", ("h",), "history of the claim", LOOK, "do('history')"),
    Key("quotations", ("v",), "quotations in sources", LOOK, "do('quotations')"),
    Key("link", ("o",), "open an evidence link", LOOK, "do('link')"),
    Key("copy", ("y",), "copy the claim", LOOK, "do('copy')"),
    Key("copy.menu", ("Y",), "copy words or the report", LOOK, "do('copy_menu')"),
    Key("reveal", ("B",), "show what others did", LOOK, "do('reveal')"),
    Key("dashboard", ("d",), "dashboard", LOOK, "do('dashboard')"),
    Key("console", ("Q",), "ask in SQL", LOOK, "do('console')"),
    Key("pane", ("tab",), "article pane, claim pane", SCREEN, "next_pane"),
    Key("theme", ("t",), "next theme", SCREEN, "app.turn_theme"),
    Key("help", ("?", "f1"), "these keys", SCREEN, "do('help')", "help"),
    Key("palette", (":", "ctrl+p"), "command palette", SCREEN, "app.command_palette"),
    Key("close", ("q",), "quit", SCREEN, "app.quit", "quit"),
    Key("quit", ("ctrl+q",), "quit, from any view", SCREEN, "app.quit"),
    Key("suspend", ("ctrl+z",), "suspend, until fg", SCREEN, "app.suspend_process"),
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
    Key("menu.rule.confirm", ("C",), "confirm all of its rule", IN_FLAGS,
        "decide_rule('confirmed')"),
    Key("menu.rule.dismiss", ("D",), "dismiss all of its rule", IN_FLAGS,
        "decide_rule('dismissed')"),
    *(
        Key(f"flag.{flag}", (key,), f"flag: {flag.value.replace('-', ' ')}", IN_FLAGS,
            f"flag('{flag}')")
        for key, flag in FLAG_KEYS.items()
    ),
)  # fmt: skip
LINK_KEYS = (
    Key("link.close", ("escape", "q"), "close, open nothing", IN_LINKS, "close"),
    Key("link.open", ("enter",), "open the link shown", IN_LINKS, "open"),
    Key("link.next", ("down", "j"), "next link", IN_LINKS, "move(1)"),
    Key("link.previous", ("up", "k"), "previous link", IN_LINKS, "move(-1)"),
)
COPY_KEYS = (
    Key("copy.close", ("escape", "q"), "close, copy nothing", IN_COPY, "close"),
    Key("copy.claim", ("c",), "the claim as worded", IN_COPY, "copy('claim')"),
    Key("copy.quote", ("w",), "its words in the article", IN_COPY, "copy('quote')"),
    Key("copy.evidence", ("e",), "quotes of its evidence", IN_COPY, "copy('evidence')"),
    Key("copy.link", ("l",), "links of its evidence", IN_COPY, "copy('link')"),
    Key("copy.report", ("r",), "the whole report", IN_COPY, "copy('report')"),
)
EVIDENCE_KEYS = (
    Key("evidence.close", ("escape", "q"), "close the list", IN_EVIDENCE, "close"),
    Key("evidence.down", ("down", "j"), "next piece", IN_EVIDENCE, "move(1)"),
    Key("evidence.up", ("up", "k"), "previous piece", IN_EVIDENCE, "move(-1)"),
    Key("evidence.add", ("a", "+"), "attach another", IN_EVIDENCE, "add"),
    Key("evidence.edit", ("enter", "e"), "edit the piece", IN_EVIDENCE, "edit"),
    Key("evidence.retract", ("-", "delete"), "retract it, and say why", IN_EVIDENCE, "retract"),
    Key("evidence.share", ("m",), "attach it to more claims", IN_EVIDENCE, "share"),
    Key("evidence.reuse", ("r",), "take that of another claim", IN_EVIDENCE, "reuse"),
    Key("evidence.link", ("o",), "open its link", IN_EVIDENCE, "link"),
    Key("evidence.copy", ("y",), "copy its link", IN_EVIDENCE, "copy"),
)
CONSOLE_KEYS = (
    Key("console.close", ("escape",), "stop asking, or close", IN_CONSOLE, "close"),
    Key("console.run", ("f5", "ctrl+r"), "ask; so does ; and enter", IN_CONSOLE, "run"),
    Key("console.complete", ("tab",), "complete the word", IN_CONSOLE, "complete"),
    Key("console.older", ("ctrl+p",), "the question before", IN_CONSOLE,
        "recall(1)"),
    Key("console.newer", ("ctrl+n",), "the question after", IN_CONSOLE,
        "recall(-1)"),
    Key("console.save", ("ctrl+s",), "save the question", IN_CONSOLE, "save"),
    Key("console.open", ("ctrl+o",), "open a question by name", IN_CONSOLE, "open"),
    Key("console.export", ("ctrl+e",), "write the result to a file", IN_CONSOLE, "export"),
    Key("console.turn", ("f6", "shift+tab"), "to the result and back", IN_CONSOLE, "turn"),
)  # fmt: skip
RESULT_KEYS = (
    Key("result.down", ("down", "j"), "next row", IN_RESULT, "move(1)"),
    Key("result.up", ("up", "k"), "previous row", IN_RESULT, "move(-1)"),
    Key("result.page.down", ("pagedown", "space"), "a page down", IN_RESULT, "page(1)"),
    Key("result.page.up", ("pageup",), "a page up", IN_RESULT, "page(-1)"),
    Key("result.first", ("home", "g"), "first row", IN_RESULT, "edge(1)"),
    Key("result.last", ("end", "G"), "last row", IN_RESULT, "edge(-1)"),
    Key("result.right", ("right", "l"), "columns to the right", IN_RESULT, "shift(1)"),
    Key("result.left", ("left", "h"), "columns to the left", IN_RESULT, "shift(-1)"),
    Key("result.row", ("enter",), "the row in full", IN_RESULT, "screen.row"),
)
PICK_KEYS = (
    Key("pick.close", ("escape", "q"), "close, choose nothing", IN_PICK, "close"),
    Key("pick.choose", ("enter",), "choose the line", IN_PICK, "choose"),
    Key("pick.down", ("down", "j"), "next line", IN_PICK, "move(1)"),
    Key("pick.up", ("up", "k"), "line before", IN_PICK, "move(-1)"),
    Key("pick.page.down", ("pagedown", "space"), "a page down", IN_PICK, "page(1)"),
    Key("pick.page.up", ("pageup",), "a page up", IN_PICK, "page(-1)"),
    Key("pick.first", ("g", "home"), "first line", IN_PICK, "end(-1)"),
    Key("pick.last", ("G", "end"), "last line", IN_PICK, "end(1)"),
    Key("pick.forget", ("-", "delete"), "forget a saved question", IN_PICK, "forget"),
)
# The values of a field take keys of their own: ← → to go to one, space to choose it.
FILTER_KEYS = (
    Key("filter.cancel", ("escape",), "close, filter as before", IN_FILTER, "cancel"),
    Key("filter.apply", ("enter", "ctrl+s"), "show these claims", IN_FILTER, "apply"),
    Key("filter.next", ("tab", "down"), "next field", IN_FILTER, "next_field"),
    Key("filter.previous", ("shift+tab", "up"), "field before", IN_FILTER, "previous_field"),
    Key("filter.none", ("ctrl+l",), "empty every field", IN_FILTER, "empty"),
)
QUESTION_KEYS = (
    Key("question.yes", ("y", "enter"), "yes, do it", IN_QUESTION, "answer(True)"),
    Key("question.no", ("n", "escape", "q"), "no, do nothing", IN_QUESTION, "answer(False)"),
)

# What is bound on one screen; the keys of the review itself depend on the verdict scale.
SCREENS = (
    VIEW_KEYS, FORM_KEYS, FLAG_MENU_KEYS, LINK_KEYS, COPY_KEYS, EVIDENCE_KEYS, CONSOLE_KEYS,
    RESULT_KEYS, PICK_KEYS, FILTER_KEYS, QUESTION_KEYS, *EDIT_TABLES,
)  # fmt: skip

_SHOWN = {
    "space": "space", "pageup": "PgUp", "pagedown": "PgDn", "down": "↓", "up": "↑",
    "escape": "esc", "left_square_bracket": "[", "right_square_bracket": "]",
    "left": "←", "right": "→", "grave_accent": "`", "comma": ",",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}  # fmt: skip


def review_keys(scale: Sequence[Verdict]) -> tuple[Key, ...]:
    """Return the keys of the review screen, the verdicts of *scale* first.

    Raises:
        UsageError: two of them are the same key.
    """
    return checked(review_rows(scale))


def review_rows(scale: Sequence[Verdict]) -> tuple[Key, ...]:
    """Return the rows of the review screen, whether or not their keys can stand together."""
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
    return (*verdicts, *_REVIEW)


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


def bindings(keys: Sequence[Key], *, mapped: bool = False, priority: bool = False) -> list[Binding]:
    """Return the bindings of Textual for *keys*; what is *mapped* already is not mapped again.

    With *priority* they go before those of the field that is typed into.
    """
    # A comma separates keys in a binding, so it goes by its name.
    return [
        Binding(
            "comma" if key == "," else key,
            row.action,
            row.description,
            show=False,
            priority=priority,
            id=None if mapped else row.id,
        )
        for row in keys
        for key in row.keys
    ]


def shown(key: str) -> str:
    """Return *key* as it is written for people."""
    return _SHOWN.get(key, key)


def all_keys(scale: Sequence[Verdict] = DEFAULT_SCALE) -> tuple[Key, ...]:
    """Return every row of the table: the review screen, then views, forms and menus."""
    return (*review_keys(scale), *(row for rows in SCREENS for row in rows))


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
