"""What a project changes about the rules: checked, named by a digest, refused where unknown."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate.rules import RULES
from factcheck.annotate.settings import settings_from, takes_words
from factcheck.errors import UsageError
from factcheck.model.rules import RuleSettings, canonical, digest

_words = st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=9), max_size=4)
_rules = st.sampled_from(sorted(RULES))
_tables = st.fixed_dictionaries(
    {},
    optional={
        "off": st.lists(_rules, max_size=4),
        "add": st.dictionaries(st.sampled_from([r for r in RULES if takes_words(r)]), _words),
        "remove": st.dictionaries(_rules, _words),
    },
)


@given(_tables)
def test_settings_come_back_from_their_json(table: dict[str, Any]) -> None:
    settings = settings_from(table, "here")
    again = settings_from(json.loads(canonical(settings)), "there")
    assert (again, digest(again)) == (settings, digest(settings))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: (
    st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
)))  # fmt: skip
def test_any_value_is_taken_or_refused_in_words(value: Any) -> None:
    for name in ("off", "add", "remove"):
        said = ""
        try:
            settings_from({name: value}, "here")
        except UsageError as error:
            said = error.message
        assert not said or "here" in said


def test_order_and_repetition_make_no_difference() -> None:
    one = settings_from({"off": ["rhetoric.hedge", "rhetoric.label"]}, "")
    two = settings_from({"off": ["rhetoric.label", "rhetoric.hedge", "rhetoric.label"]}, "")
    assert one == two
    assert digest(one) != digest(RuleSettings())


def test_empty_lists_change_nothing() -> None:
    settings = settings_from({"off": [], "add": {"rhetoric.loaded": []}, "remove": {}}, "")
    assert settings == RuleSettings()
    assert not settings


@pytest.mark.parametrize(
    ("table", "said", "hint"),
    [
        ({"offf": []}, "'offf'", "off, add and remove"),
        ({"off": ["rhetoric.nothing"]}, "'rhetoric.nothing', which is no rule", "factcheck rules"),
        ({"off": "rhetoric.hedge"}, "which is no list of words", "write a list"),
        ({"off": [3]}, "which is no list of words", "write a list"),
        ({"off": [" "]}, "which is no list of words", "write a list"),
        ({"add": []}, "which is no table", "[rules.add]"),
        ({"add": {"rhetoric": {"loaded": ["x"]}}}, "'rhetoric', which is no rule", "in quotes"),
        ({"add": {"rhetoric.loaded": ["…"]}}, "add.rhetoric.loaded", "write a list: add"),
        ({"add": {"rhetoric.loaded": ["x" * 121]}}, "add.rhetoric.loaded", "up to 120"),
        ({"add": {"rhetoric.loaded": ["x"] * 2001}}, "add.rhetoric.loaded", "up to 2000"),
        ({"add": {"rhetoric.scare-quotes": ["x"]}}, "goes by no list", "rules of rhetoric"),
        ({"add": {"unsupported.causal": ["x"]}}, "goes by no list", "rules of rhetoric"),
        ({"remove": {"x": ["y"]}}, "remove in here names 'x'", "factcheck rules"),
    ],
)
def test_what_is_not_known_is_refused(table: dict[str, Any], said: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        settings_from(table, "here")
    assert said in caught.value.message
    assert hint in caught.value.hint
