"""The words of a report in a language, from a catalogue that a person can translate.

In: the name of a language, or the text of a catalogue. Out: `Words`, asked by key. A catalogue is
TOML: English and German stand beside this file; a desk can hand in its own.
May import: `model`, `errors`, the standard library without I/O but for the files beside this one.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from factcheck.errors import InputError, UsageError
from factcheck.model.verdict import DEFAULT_SCALE, Verdict
from factcheck.model.visible import one_line

LANGUAGES = ("en", "de")
_HOLE = re.compile(r"\{(\w+)\}")
_DEFAULTS = {one.verdict: one for one in DEFAULT_SCALE}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The labels of one language. `texts` is flat: "summary.title" and the like.

    Two are the same only if they are one, so that what is made of them can be remembered by them.
    """

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the label called *key*, its `{holes}` filled; values are never looked into."""
        text = self.texts[key]
        if not values:
            return text
        # A piece of the label, then the name of a hole, and so on.
        pieces = list(_cut(text))
        for i in range(1, len(pieces), 2):
            pieces[i] = str(values.get(pieces[i], f"{{{pieces[i]}}}"))
        return "".join(pieces)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the label of *key* for one thing or for many; `{n}` is the number."""
        form = "one" if number == 1 else "many"
        return self(f"{key}.{form}", n=self.number(number), **values)

    def number(self, number: int) -> str:
        """Return a whole number with the marks between thousands that the language has."""
        return f"{number:,}".replace(",", self.texts["numbers.thousands"])

    def share(self, part: int, whole: int) -> str:
        """Return a share in per cent with one decimal; "" of nothing."""
        point = self.texts["numbers.decimal"]
        return f"{100 * part / whole:.1f}".replace(".", point) + " %" if whole else ""

    def name(self, family: str, value: str) -> str:
        """Return what *value* is called, such as a kind or a stance; itself where unknown."""
        return self.texts.get(f"{family}.{value}", value)

    def label(self, verdict: Verdict) -> str:
        """Return the label of a verdict; a desk's own labels are left as they are."""
        return self._of_scale("verdict", verdict, "label")

    def meaning(self, verdict: Verdict) -> str:
        """Return what a verdict means; a desk's own words are left as they are."""
        return self._of_scale("meaning", verdict, "meaning")

    def _of_scale(self, family: str, verdict: Verdict, field: str) -> str:
        own: str = getattr(verdict, field)
        default = _DEFAULTS.get(verdict.verdict)
        known = default is not None and own == getattr(default, field)
        return self.name(family, verdict.verdict) if known else own


@lru_cache(1024)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(_HOLE.split(text))


@cache
def words_in(language: str) -> Words:
    """Return the words of a language that comes with the program.

    Raises:
        UsageError: there is no catalogue of that language.
    """
    if language not in LANGUAGES:
        raise UsageError(
            f"there is no catalogue for the language {language!r}",
            hint=f"use one of {', '.join(LANGUAGES)}, or name a catalogue file that ends in .toml",
        )
    catalogue = resources.files(__package__).joinpath(f"{language}.toml")
    return Words(language, dict(_flat(tomllib.loads(catalogue.read_text(encoding="utf-8")))))


def words_from(text: str) -> Words:
    """Return the words of a catalogue that a person wrote; what it lacks is said in English.

    Raises:
        InputError: it is no TOML, a label is no text, or English knows no such label or hole.
    """
    english = words_in("en").texts
    try:
        found = dict(_flat(tomllib.loads(text)))
    except (tomllib.TOMLDecodeError, TypeError, RecursionError) as error:
        raise InputError(
            f"the catalogue cannot be read: {one_line(str(error))}",
            hint="copy the English one, export/words/en.toml, and translate what is in quotes",
        ) from error
    for key, label in found.items():
        if set(_HOLE.findall(label)) - set(_HOLE.findall(english.get(key, ""))) or (
            key not in english
        ):
            raise InputError(
                f"the catalogue has {key!r}, which no report says like this",
                hint="keep the keys, and the words in {braces}, of the English catalogue",
            )
    return Words(found.get("language", "en"), {**english, **found})


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        elif isinstance(value, str):
            yield before + key, value
        else:
            raise TypeError(f"{before}{key} is no text")
