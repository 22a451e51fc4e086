"""The file with the rules of a project: found, read, refused in words, and never in silence."""

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError, InputError
from factcheck.model.rules import RuleSettings
from factcheck.review.project import rules_file, rules_of_project


def written(folder: Path, text: str) -> Path:
    (folder / "factcheck.toml").write_text(text, encoding="utf-8")
    return folder / "claims.db"


def test_no_file_changes_nothing(tmp_path: Path) -> None:
    assert rules_of_project(tmp_path / "claims.db", {}) == RuleSettings()


def test_the_file_beside_the_database_counts(tmp_path: Path) -> None:
    text = """[rules]
off = ["rhetoric.hedge"]
[rules.add]
"rhetoric.loaded" = ["regime"]
[rules.remove]
"rhetoric.absolute" = ["always"]
"""
    assert rules_of_project(written(tmp_path, text), {}) == RuleSettings(
        ("rhetoric.hedge",),
        (("rhetoric.loaded", ("regime",)),),
        (("rhetoric.absolute", ("always",)),),
    )


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert rules_of_project(written(tmp_path, "\ufeff# nothing\n"), {}) == RuleSettings()


def test_the_variable_goes_before_the_file(tmp_path: Path) -> None:
    database = written(tmp_path, "broken")
    other = tmp_path / "desk.toml"
    other.write_text('[rules]\noff = ["rhetoric.label"]\n', encoding="utf-8")
    environment = {"FACTCHECK_RULES": str(other)}
    assert rules_of_project(database, environment).off == ("rhetoric.label",)
    assert rules_of_project(None, environment).off == ("rhetoric.label",)


def test_without_a_database_no_folder_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "broken")
    monkeypatch.chdir(tmp_path)
    assert rules_file(None, {}) is None


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read") as caught:
        rules_of_project(None, {"FACTCHECK_RULES": str(tmp_path / "none.toml")})
    assert "FACTCHECK_RULES" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rules\n", "are not TOML"),
        ("\x00", "are not TOML"),
        ("x = " + "[" * 5000, "are not TOML"),
        ("[keys]\n", "'keys', which is nothing that a project can set"),
        ("rules = 3\n", "which is no table"),
        ('[rules]\noff = ["rhetoric.none"]\n', "'rhetoric.none', which is no rule"),
        ("[rules.add]\nrhetoric.loaded = ['x']\n", "'rhetoric', which is no rule"),
    ],
)
def test_a_file_that_is_wrong_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FactcheckError) as caught:
        rules_of_project(written(tmp_path, text), {})
    assert said in caught.value.message
    assert "factcheck.toml" in caught.value.message


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b"\xff\xfe[")
    with pytest.raises(InputError, match="are not TOML"):
        rules_of_project(tmp_path / "claims.db", {})
