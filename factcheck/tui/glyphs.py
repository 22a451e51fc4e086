"""Signs for statuses, flags and ranks: from stored words to single-cell characters and tones.

A tone names how a thing should feel ("good", "bad"), the style sheet says which colour that is.
A status is told by its sign alone; the colour only repeats it.
"""

from factcheck.model.flag import FLAG_KEYS

OPEN, DEFERRED, STALE = "open", "deferred", "stale"

_STATUS = {
    OPEN: ("·", "muted"),
    DEFERRED: ("…", "muted"),
    STALE: ("↺", "warn"),
    "supported": ("✓", "good"),
    "mostly-supported": ("≈", "fair"),
    "misleading": ("!", "warn"),
    "refuted": ("✗", "bad"),
    "unproven": ("?", "unknown"),
    "not-checkable": ("–", "muted"),
}
# A verdict of a desk's own scale, which has no sign of its own here.
_OTHER = ("◆", "unknown")

TONES = ("good", "fair", "warn", "bad", "unknown", "muted")
# Styles of the tones in text that Textual lays out itself.
TONE_STYLE = {
    "good": "$success",
    "fair": "$success-muted-text",
    "warn": "$warning",
    "bad": "$error",
    "unknown": "$secondary",
    "muted": "$faint",
}

_BARS = "▁▂▃▄▅▆▇█"
_LETTERS = {flag.value: key.upper() for key, flag in FLAG_KEYS.items()}
_STANCES = {"supports": ("+", "good"), "refutes": ("−", "bad"), "context": ("○", "unknown")}
_DECISIONS = {"": ("·", "warn"), "confirmed": ("✓", "bad"), "dismissed": ("✗", "muted")}


def glyph(status: str) -> str:
    """Return the one-cell sign of a claim's status or of a verdict."""
    return _STATUS.get(status, _OTHER)[0]


def tone(status: str) -> str:
    """Return the tone of a claim's status or of a verdict."""
    return _STATUS.get(status, _OTHER)[1]


def style_of(status: str) -> str:
    """Return the text style of a claim's status or of a verdict."""
    return TONE_STYLE[tone(status)]


def stance_sign(stance: str) -> tuple[str, str]:
    """Return the sign of a stance and its text style."""
    sign, mood = _STANCES.get(stance, ("○", "unknown"))
    return sign, TONE_STYLE[mood]


def decision_sign(decision: str) -> tuple[str, str]:
    """Return the sign of a decision on a finding and its text style."""
    sign, mood = _DECISIONS.get(decision, ("·", "warn"))
    return sign, TONE_STYLE[mood]


def flag_letters(flags: tuple[str, ...]) -> str:
    """Return the flags of a claim in at most two cells: a letter each, `+` where more are set."""
    letters = "".join(_LETTERS.get(flag, "?") for flag in flags)
    return letters if len(letters) <= 2 else letters[0] + "+"


def bar(rank: float) -> str:
    """Return a rank between 0 and 1 as a bar of one cell."""
    # Written so that NaN, of which every comparison is false, becomes the lowest bar.
    step = int(min(rank, 1.0) * len(_BARS)) if rank > 0 else 0
    return _BARS[min(step, len(_BARS) - 1)]
