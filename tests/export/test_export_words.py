"""Catalogues: complete, translatable, and never more than text."""

import pytest
from hypothesis import given, settings

from factcheck.errors import InputError, UsageError
from factcheck.export.markdown import render
from factcheck.export.options import Options
from factcheck.export.words import _HOLE as HOLE
from factcheck.export.words import LANGUAGES, Words, words_from, words_in
from factcheck.model.citation import CitationKind
from factcheck.model.claim import ClaimKind, Modality
from factcheck.model.evidence import EvidenceKind, Stance
from factcheck.model.flag import Flag
from factcheck.model.reading import Account
from factcheck.model.verdict import DEFAULT_SCALE, Verdict
from hostile_texts import HOSTILE
from report_samples import FULL

ENGLISH, GERMAN = words_in("en"), words_in("de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_the_same_keys_and_holes(language: str) -> None:
    found = words_in(language)
    assert found.language == language
    assert found.texts.keys() == ENGLISH.texts.keys()
    for key, text in found.texts.items():
        assert set(HOLE.findall(text)) == set(HOLE.findall(ENGLISH.texts[key])), key
        assert bool(text) == bool(ENGLISH.texts[key]), key


@pytest.mark.parametrize(
    ("family", "values"),
    [
        ("verdict", [one.verdict for one in DEFAULT_SCALE]),
        ("meaning", [one.verdict for one in DEFAULT_SCALE]),
        ("kind", ClaimKind),
        ("modality", [one for one in Modality if one != "asserted"]),
        ("stance", Stance),
        ("evidence", EvidenceKind),
        ("citation", CitationKind),
        ("flag", Flag),
        ("flag_meaning", Flag),
        ("changes.do", Flag),
        ("account", Account),
        ("account_why", Account),
    ],
)
def test_every_value_has_a_word(family: str, values: list[str]) -> None:
    assert [one for one in values if f"{family}.{one}" not in ENGLISH.texts] == []


def test_english_words_of_the_scale_are_those_of_the_scale() -> None:
    for one in DEFAULT_SCALE:
        assert ENGLISH.texts[f"verdict.{one.verdict}"] == one.label
        assert ENGLISH.texts[f"meaning.{one.verdict}"] == one.meaning


def test_a_desks_own_labels_are_left_as_they_are() -> None:
    own = Verdict("supported", "1", "Stimmt!", "so ist es", 5, "True", "")
    assert GERMAN.label(DEFAULT_SCALE[0]) == "Belegt"
    assert (GERMAN.label(own), GERMAN.meaning(own)) == ("Stimmt!", "so ist es")
    other = Verdict("half-true", "1", "Half true", "so-so", 3, "Half true", "")
    assert GERMAN.label(other) == "Half true"


def test_numbers_are_written_as_the_language_has_them() -> None:
    assert (ENGLISH.number(1234567), GERMAN.number(1234567)) == ("1,234,567", "1.234.567")
    assert (ENGLISH.share(1, 8), GERMAN.share(1, 8), GERMAN.share(1, 0)) == ("12.5 %", "12,5 %", "")
    assert ENGLISH.count("head.events", 1) == "1 event"
    assert ENGLISH.count("head.events", 2000) == "2,000 events"


def test_a_german_report_has_no_english_label_in_it() -> None:
    written = render(FULL, Options(words=GERMAN))
    assert "# Faktenprüfung: Harbour fund" in written
    assert "### Behauptung 1: Widerlegt" in written
    for word in ("Claim 1", "Verdict", "Refuted", "Sources", "Reviewed", "characters", "Summary"):
        assert word not in written


def test_there_are_no_other_languages() -> None:
    with pytest.raises(UsageError, match="no catalogue for the language 'tlh'"):
        words_in("tlh")


def test_a_catalogue_of_ones_own_may_be_incomplete() -> None:
    words = words_from('language = "fr"\n[summary]\ntitle = "Résumé"\n')
    assert (words.language, words("summary.title")) == ("fr", "Résumé")
    assert words("claims.title") == "Claims"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("= no", id="no TOML"),
        pytest.param("[summary]\ntitle = 3", id="a number"),
        pytest.param('[summary]\ntitel = "x"', id="an unknown key"),
        pytest.param('[summary]\ntitle = "{x}"', id="an unknown hole"),
    ],
)
def test_a_catalogue_that_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="the catalogue"):
        words_from(text)


@given(HOSTILE)
@settings(max_examples=50)
def test_what_fills_a_hole_is_never_looked_into(value: str) -> None:
    words = Words("en", {"x": "<{a}>{b}"})
    assert words("x", a=value) == f"<{value}>{{b}}"
