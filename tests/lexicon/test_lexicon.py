"""Word lists: every one can be read, says what it is, and holds each entry once."""

from importlib import resources

import pytest

from factcheck.lexicon import load

LISTS = sorted(
    entry.name.removesuffix(".txt")
    for entry in resources.files("factcheck.lexicon").iterdir()
    if entry.name.endswith(".txt")
)


def test_there_are_lists() -> None:
    assert {"abbreviations", "sentence_starters", "verbs"} <= set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_begins_with_what_it_is_and_has_entries(name: str) -> None:
    text = (resources.files("factcheck.lexicon") / f"{name}.txt").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert load(name)


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_is_a_comment_or_has_space_around_it(name: str) -> None:
    assert all(entry == entry.strip() and not entry.startswith("#") for entry in load(name))


def test_a_list_is_read_once() -> None:
    assert load("verbs") is load("verbs")


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no such list")
