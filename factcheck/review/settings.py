"""The settings of one person: from a TOML file and the environment to checked values.

In: the file that FACTCHECK_SETTINGS names, or `settings.toml` in the folder that the system keeps
for settings of programs, and a few environment variables. Out: `Settings`. A file that is not
there is no error; a name or a value in it that nobody knows is refused, so that no setting is
ever without effect in silence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from factcheck.errors import InputError, UsageError

THEMES = ("dark", "light", "contrast", "ansi", "none")
BLIND = ("all", "verdicts", "off")
CLIPBOARDS = ("auto", "terminal", "file")

_LARGEST = 4 * 1024 * 1024
_CHOICES = {"theme": THEMES, "blind": BLIND, "clipboard": CLIPBOARDS}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen; `KNOWN` says in a sentence what each of the names does."""

    theme: str = "dark"
    blind: str = "all"
    go_on: bool = True
    clipboard: str = "auto"
    copy_file: str = ""
    network: bool = False
    record_time: bool = True
    idle_seconds: int = 120
    key_set: str = "default"
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str = ""  # the file that they came from, "" where there is none


KNOWN = {
    "theme": "colours: dark, light, contrast, ansi (the terminal's own 16) or none",
    "blind": "hidden until you decide: all (verdicts, evidence and notes of others), verdicts, off",
    "go_on": "after a verdict, go to the next claim open for you",
    "clipboard": "where copies go: terminal (its clipboard), file, or auto, which tells them apart",
    "copy_file": "the file for copies; empty: copied.txt in the folder for the state of programs",
    "network": "look up the title of a pasted link; the one thing that leaves this machine",
    "record_time": "record the seconds of each decision in the file, for this copy only",
    "idle_seconds": "a pause counts for no more than this many seconds",
}
_KEYS, _SET = "keys", "set"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings of the person whose *environment* this is.

    FACTCHECK_THEME goes before NO_COLOR, and NO_COLOR before what the file says.

    Raises:
        InputError: the file that FACTCHECK_SETTINGS names is not there, or cannot be read.
        UsageError: it holds a name or a value that is not known.
    """
    named = environment.get("FACTCHECK_SETTINGS", "")
    path = Path(named) if named else settings_file()
    settings = Settings()
    if named or path.is_file():
        settings = settings_from(_table(path), str(path))
    theme = environment.get("FACTCHECK_THEME", "")
    if theme:
        return replace(settings, theme=_checked("FACTCHECK_THEME", theme, "", THEMES))
    return replace(settings, theme="none") if environment.get("NO_COLOR") else settings


def settings_file() -> Path:
    """Return where the settings stand unless FACTCHECK_SETTINGS names another file."""
    # Loaded here, because most commands have no settings.
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path("factcheck", appauthor=False) / "settings.toml"


def copy_file(settings: Settings) -> Path:
    """Return the file that copies go to where the terminal has no clipboard."""
    from platformdirs import user_state_path  # noqa: PLC0415

    if settings.copy_file:
        return Path(settings.copy_file).expanduser()
    return user_state_path("factcheck", appauthor=False, ensure_exists=True) / "copied.txt"


def _table(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most have no such file

    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST)
        return tomllib.loads(text.decode("utf-8-sig"))
    except OSError as error:
        raise InputError(
            f"the settings {path} cannot be read: {error.strerror}",
            hint="name another file with FACTCHECK_SETTINGS, or unset it",
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"the settings {path} are not TOML: {error}",
            hint="`factcheck settings` prints them as they may be written",
        ) from error


def settings_from(table: Mapping[str, Any], source: str) -> Settings:
    """Return the settings that *table* holds; what it does not name stays as it is by default.

    Raises:
        UsageError: it holds a name or a value that is not known.
    """
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name == _KEYS and isinstance(value, dict):
            continue
        if name not in KNOWN:
            raise _unknown(name, source)
        default = getattr(_DEFAULTS, name)
        values[name] = _checked(name, value, default, _CHOICES.get(name, ()), source)
    keys = dict(_flat(table.get(_KEYS, {}), source))
    chosen = keys.pop(_SET, ("default",))
    return Settings(**values, key_set=chosen[0], keys=keys, source=source)


def _checked(
    name: str, value: Any, default: Any, choices: tuple[str, ...], source: str = ""
) -> Any:
    where = f" in {source}" if source else ""
    if type(value) is not type(default) or (isinstance(value, int) and value < 0):
        raise UsageError(
            f"{name}{where} is {value!r}, which is no {_TYPES[type(default)]}",
            hint=f"{name}: {KNOWN[name]}",
        )
    if choices and value not in choices:
        raise UsageError(f"{name}{where} is {value!r}", hint=f"use one of {', '.join(choices)}")
    return value


_TYPES = {str: "text", bool: "true or false", int: "number of seconds"}


def _flat(table: Mapping[str, Any], source: str, before: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each name with its keys; TOML reads `page.down` as a table in a table."""
    for name, value in table.items():
        full = f"{before}{name}"
        if isinstance(value, dict):
            yield from _flat(value, source, f"{full}.")
            continue
        keys = (value,) if isinstance(value, str) else value
        if (
            not isinstance(keys, tuple | list)
            or not keys
            or not all(isinstance(k, str) for k in keys)
        ):
            raise UsageError(
                f"{_KEYS}.{full} in {source} is {value!r}, which is no key",
                hint='write a key, or several: "j" or ["j", "down"]',
            )
        yield full, tuple(keys)


def _unknown(name: str, source: str) -> UsageError:
    known = ", ".join((*KNOWN, f"[{_KEYS}]"))
    return UsageError(
        f"there is no setting {name!r}, which {source} sets", hint=f"known are {known}"
    )


def written(settings: Settings) -> str:
    """Return *settings* as TOML with a comment on each: what `factcheck settings` prints."""
    parts = []
    for each in fields(settings):
        if each.name in KNOWN:
            value = _toml(getattr(settings, each.name))
            parts.append(f"# {KNOWN[each.name]}\n{each.name} = {value}\n")
    parts.append(f"[{_KEYS}]\n{_SET} = {_toml(settings.key_set)}\n")
    parts[-1] += "".join(
        f"{_toml(name)} = [{', '.join(map(_toml, keys))}]\n" for name, keys in settings.keys.items()
    )
    return "\n".join(parts)


def _toml(value: str | bool | int) -> str:
    if isinstance(value, str):
        return '"' + "".join(_ESCAPED.get(c, c) for c in value) + '"'
    return str(value).lower()


# Of the controls, TOML knows most only by their numbers; strings of ours hold none but by accident.
_ESCAPED = {'"': '\\"', "\\": "\\\\"} | {chr(c): f"\\u{c:04x}" for c in (*range(32), 127)}
_DEFAULTS = Settings()
