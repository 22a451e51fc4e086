"""Colours: calm dark, calm light, high contrast, those of the terminal, none.

What a colour says, a sign says too: the screen reads the same in every theme.
"""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    "factcheck-dark",
    primary="#7ea6d9",
    secondary="#a79bd1",
    accent="#d9b36c",
    success="#8cc084",
    warning="#d9a65a",
    error="#e0777d",
    foreground="#d4d7dd",
    background="#16181d",
    surface="#1b1e24",
    panel="#262a33",
    dark=True,
    variables={
        "faint": "#868d9b",
        "heading": "#7ea6d9",
        "success-muted-text": "#b3c98a",
        "cursor-line": "#2c3342",
        "current-claim": "#324466",
        "other-claim": "#b4b9c4",
        "rule-line": "#2f343f",
    },
)

LIGHT = Theme(
    "factcheck-light",
    primary="#2d5d9f",
    secondary="#65549c",
    accent="#8a6212",
    success="#2c7a39",
    warning="#955d00",
    error="#b3303a",
    foreground="#26292f",
    background="#fbfaf8",
    surface="#f4f2ee",
    panel="#e8e5df",
    dark=False,
    variables={
        "faint": "#6b6f78",
        "heading": "#2d5d9f",
        "success-muted-text": "#5d7020",
        "cursor-line": "#dfe6f1",
        "current-claim": "#cfdff5",
        "other-claim": "#43474f",
        "rule-line": "#d6d2ca",
    },
)

CONTRAST = Theme(
    "factcheck-contrast",
    primary="#7fd4ff",
    secondary="#e0b0ff",
    accent="#ffe14d",
    success="#5dff7f",
    warning="#ffd24d",
    error="#ff8a8a",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "faint": "#d0d0d0",
        "heading": "#7fd4ff",
        "success-muted-text": "#d4ff7a",
        "cursor-line": "#00407a",
        "current-claim": "#0047a3",
        "other-claim": "#ffffff",
        "rule-line": "#9a9a9a",
    },
)

_TERMINAL = {
    **BUILTIN_THEMES["ansi-dark"].variables,
    "faint": "ansi_default",
    "heading": "ansi_blue",
    "success-muted-text": "ansi_green",
    "cursor-line": "ansi_blue",
    "current-claim": "ansi_blue",
    "other-claim": "ansi_default",
    "rule-line": "ansi_bright_black",
    "input-cursor-text-style": "reverse",
    "input-selection-background": "ansi_blue",
    "input-selection-foreground": "ansi_white",
}


ANSI = Theme(
    "factcheck-ansi",
    primary="ansi_blue",
    secondary="ansi_magenta",
    accent="ansi_yellow",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    ansi=True,
    variables=_TERMINAL,
)
# Its colours are taken away by a filter; what they stand on is that of the terminal.
NONE = replace(ANSI, name="factcheck-none")

# By the names that people choose them by, in the order in which the key turns through them.
THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST, "ansi": ANSI, "none": NONE}
