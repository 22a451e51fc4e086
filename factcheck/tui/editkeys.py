"""The part of the table of keys for edits: their menu, their form, selecting words, the history.

In: nothing. Out: `Key` rows, a table for each screen.
"""

from factcheck.tui.keyrow import IN_EDIT, IN_EDITS, IN_HISTORY, IN_SELECTION, Key

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

EDIT_TABLES = (EDIT_MENU_KEYS, EDIT_FORM_KEYS, SELECT_KEYS, HISTORY_KEYS)
