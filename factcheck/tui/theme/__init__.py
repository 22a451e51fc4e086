"""Colours: a calm dark theme and a calm light one."""

from textual.theme import Theme

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
