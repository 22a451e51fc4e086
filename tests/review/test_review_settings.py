"""Settings: what a file and the environment may say, and what is refused by name."""

import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError, UsageError
from factcheck.review.settings import (
    BLIND,
    CLIPBOARDS,
    KNOWN,
    THEMES,
    Settings,
    copy_file,
    read_settings,
    settings_file,
    settings_from,
    written,
)


def _file(folder: Path, text: str) -> dict[str, str]:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return {"FACTCHECK_SETTINGS": str(path)}


def test_a_file_says_what_differs_from_the_default(tmp_path: Path) -> None:
    environment = _file(
        tmp_path,
        'theme = "light"\nidle_seconds = 60\n[keys]\nset = "vim"\ndown = "w"\n'
        'page.down = ["d", "f4"]\n"verdict.refuted" = "x"\n',
    )
    found = read_settings(environment)
    assert found == Settings(
        theme="light", idle_seconds=60, key_set="vim", source=environment["FACTCHECK_SETTINGS"],
        keys={"down": ("w",), "page.down": ("d", "f4"), "verdict.refuted": ("x",)},
    )  # fmt: skip


def test_without_a_file_everything_is_as_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert read_settings({}) == Settings()


def test_the_file_in_the_settings_folder_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("network = true\n", encoding="utf-8")
    assert read_settings({}).network is True
    assert settings_file().name == "settings.toml"


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        ({}, "light"),
        ({"NO_COLOR": "1"}, "none"),
        ({"NO_COLOR": ""}, "light"),
        ({"NO_COLOR": "1", "FACTCHECK_THEME": "contrast"}, "contrast"),
        ({"FACTCHECK_THEME": "ansi"}, "ansi"),
    ],
)
def test_the_environment_goes_before_the_file(
    tmp_path: Path, environment: dict[str, str], theme: str
) -> None:
    assert read_settings(_file(tmp_path, 'theme = "light"') | environment).theme == theme


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour = 'dark'", "no setting 'colour'"),
        ("keys = 1", "no setting 'keys'"),
        ("theme = 'blue'", "theme in .* is 'blue'"),
        ("theme = 3", "no text"),
        ("network = 'yes'", "no true or false"),
        ("idle_seconds = true", "no number of seconds"),
        ("idle_seconds = -1", "no number of seconds"),
        ("[keys]\ndown = 3", "keys.down in .* no key"),
        ("[keys]\npage.down = []", "keys.page.down in .* no key"),
        ("[keys]\ndown = ['j', 2]", "no key"),
    ],
)
def test_what_is_not_known_is_refused_by_its_name(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_settings(_file(tmp_path, text))


def test_a_theme_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="FACTCHECK_THEME is 'pink'"):
        read_settings({"FACTCHECK_THEME": "pink", "FACTCHECK_SETTINGS": "/dev/null"})


@pytest.mark.parametrize("text", ["theme =", "\x00", "[" * 20_000])
def test_what_is_no_toml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="not TOML"):
        read_settings(_file(tmp_path, text))


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_settings({"FACTCHECK_SETTINGS": str(tmp_path / "nowhere.toml")})
    (tmp_path / "latin.toml").write_bytes(b"theme = '\xe4'")
    with pytest.raises(InputError, match="not TOML"):
        read_settings({"FACTCHECK_SETTINGS": str(tmp_path / "latin.toml")})


def test_copies_go_to_the_file_named_or_to_one_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert copy_file(Settings(copy_file="~/c.txt")) == tmp_path / "c.txt"
    assert copy_file(Settings()).name == "copied.txt"
    assert copy_file(Settings()).parent.is_dir()


def test_what_is_printed_is_what_is_read() -> None:
    keys = {"down": ("w", '"'), "page.down": ("\\",)}
    chosen = Settings(theme="none", copy_file='a"\n\x7f', key_set="plain", keys=keys)
    assert settings_from(tomllib.loads(written(chosen)), "") == chosen
    assert all(f"# {about}" in written(Settings()) for about in KNOWN.values())


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(THEMES), blind=st.sampled_from(BLIND),
        clipboard=st.sampled_from(CLIPBOARDS), go_on=st.booleans(),
        copy_file=st.text(st.characters(exclude_categories=["Cs"])),
        idle_seconds=st.integers(0, 10**9),
        keys=st.dictionaries(st.from_regex("[a-z]+", fullmatch=True),
                             st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
                                      min_size=1).map(tuple)),
    )
)  # fmt: skip
def test_every_setting_survives_being_written(chosen: Settings) -> None:
    if "set" not in chosen.keys:
        assert settings_from(tomllib.loads(written(chosen)), "") == chosen


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


@given(st.dictionaries(st.sampled_from([*KNOWN, "keys", "x"]), JSON))
def test_any_table_is_taken_or_refused_in_words(table: dict[str, Any]) -> None:
    found = Settings()
    with suppress(UsageError):
        found = settings_from(table, "here")
    assert found.theme in THEMES
