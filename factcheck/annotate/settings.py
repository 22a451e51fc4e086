"""What a project changes about the rules: a table of TOML or JSON in, a checked value out."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.annotate.rules import RULES
from factcheck.errors import UsageError
from factcheck.model.rules import RuleSettings, Words

# Rules that look at the marks or at the form of sentences; a word could not be added to them.
_WITHOUT_WORDS = {"rhetoric.scare-quotes", "rhetoric.repetition"}
_LONGEST_WORDS = 120
_MOST_WORDS = 2000
_OFF, _ADD, _REMOVE = "off", "add", "remove"


def settings_from(table: Mapping[str, Any], source: str) -> RuleSettings:
    """Return the settings in a table `off = [rule]`, `add` and `remove` = {rule: [words]}.

    *source* names where the table is from, for errors.

    Raises:
        UsageError: it holds a name that is no rule, or a value of another shape.
    """
    for name in table:
        if name not in {_OFF, _ADD, _REMOVE}:
            raise UsageError(
                f"{source} holds {name!r}, which is nothing that can be set about rules",
                hint="known are off, add and remove",
            )
    off = _strings(table.get(_OFF, []), _OFF, source)
    for rule in off:
        _require(rule, _OFF, source)
    add, remove = (_words(table, name, source) for name in (_ADD, _REMOVE))
    for rule, _ in add:
        if not takes_words(rule):
            raise UsageError(
                f"{_ADD} in {source}: {rule} goes by no list of words",
                hint="words can be added to the rules of rhetoric that go by words",
            )
    return RuleSettings(tuple(sorted(set(off))), add, remove)


def takes_words(rule: str) -> bool:
    """Say whether a word can be added to a rule."""
    return rule.startswith("rhetoric.") and rule not in _WITHOUT_WORDS


def normal(words: str) -> str:
    """Return words as they are compared: small letters, single spaces, straight apostrophes."""
    return " ".join(words.replace("’", "'").lower().split())


def _words(table: Mapping[str, Any], name: str, source: str) -> Words:
    rules = table.get(name, {})
    if not isinstance(rules, Mapping):
        raise UsageError(
            f"{name} in {source} is {str(rules)[:60]!r}, which is no table",
            hint=f'write [rules.{name}], and under it "rhetoric.loaded" = ["regime"]',
        )
    return tuple(sorted(_of_rules(rules, name, source)))


def _of_rules(
    rules: Mapping[str, Any], name: str, source: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for rule, value in rules.items():
        _require(rule, name, source)
        if words := tuple(sorted(set(_strings(value, f"{name}.{rule}", source)))):
            yield rule, words


def _require(rule: str, where: str, source: str) -> None:
    if rule in RULES:
        return
    # A name with a point that is not quoted is a table in a table.
    quoted = any(known.startswith(f"{rule}.") for known in RULES)
    hint = f'put the name in quotes: "{rule}.…"' if quoted else "`factcheck rules` lists the rules"
    raise UsageError(f"{where} in {source} names {rule[:80]!r}, which is no rule", hint=hint)


def _strings(value: Any, where: str, source: str) -> tuple[str, ...]:
    """Return a list of texts with their white space made plain."""
    if isinstance(value, list) and len(value) <= _MOST_WORDS and all(map(_is_entry, value)):
        return tuple(" ".join(entry.split()) for entry in value)
    raise UsageError(
        f"{where} in {source} is {str(value)[:60]!r}, which is no list of words",
        hint=f"write a list: {where.partition('.')[0]} = ["
        f'"…"], with up to {_MOST_WORDS} entries of up to {_LONGEST_WORDS} characters',
    )


def _is_entry(value: Any) -> bool:
    return (
        isinstance(value, str)
        and any(character.isalnum() for character in value)
        and len(value) <= _LONGEST_WORDS
    )
