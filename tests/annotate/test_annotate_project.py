"""Words of a project are found like those of the lists, and what it does not want is left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import find_findings
from factcheck.annotate.project import find_added, wanted
from factcheck.model.document import Document, Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.rules import RuleSettings
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from marks import unmark

LOADED = "rhetoric.loaded"


def sentence(text: str, role: Role = Role.SENTENCE) -> Reading:
    segment = Segment(Span(0, len(text)), role, "en", 0.0)
    return Reading(Document(text, "", "-"), (segment,), (), (), ())


def adding(*words: str) -> RuleSettings:
    return RuleSettings(add=((LOADED, words),))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        pytest.param(["regime"], "⟦Regime⟧ after ⟦regime⟧ fell.", id="any case"),
        pytest.param(["regime"], "Two regimes, one pre_regime.", id="whole words"),
        pytest.param(["cheap shot"], "It was a ⟦cheap\n shot⟧.", id="white space"),
        pytest.param(["so-called"], "The ⟦so-called⟧ experts", id="hyphen"),
        pytest.param(["can't win"], "They ⟦can’t win⟧ this.", id="curly apostrophe"),
        pytest.param(["’tis"], "And ⟦'tis⟧ so.", id="straight apostrophe"),
        pytest.param(["regime"], "He sang with Regime Change.", id="inside a name"),
        pytest.param(["Gutmensch"], "Der ⟦Gutmensch⟧, gutmensch.", id="as written"),
        pytest.param(["走狗"], "他们是⟦走狗⟧。", id="Chinese"),
        pytest.param(["mob", "mob rule"], "It was ⟦mob rule⟧, the ⟦mob⟧.", id="longest"),
        pytest.param(["a.b*"], "See ⟦a.b*⟧ and aab.", id="no pattern"),
        pytest.param(["army", "Army of x"], "The ⟦Army of x⟧", id="guarded beside as written"),
    ],
)
def test_added_words_are_found(words: list[str], marked: str) -> None:
    text, spans = unmark(marked)
    found = find_added(sentence(text), adding(*words))
    assert [finding.span for finding in found] == list(spans)


def test_an_added_word_says_whose_it_is() -> None:
    (finding,) = find_added(sentence("The regime fell."), adding("regime"))
    assert finding.rule == LOADED
    assert finding.message == "an emotionally loaded word; a word of this project"
    assert (finding.quoted, finding.strength) == (False, 0.5)


def test_an_added_word_in_a_quotation_is_the_speaker_s() -> None:
    (finding,) = find_added(sentence("“The regime fell,” Roy said."), adding("regime"))
    assert finding.message.endswith("the words are the speaker's")
    assert (finding.quoted, finding.strength) == (True, 0.25)


def test_bylines_are_passed_over() -> None:
    assert not list(find_added(sentence("By the regime", Role.BYLINE), adding("regime")))


def test_a_listed_word_that_is_added_too_is_one_finding() -> None:
    reading = sentence("He never came.")
    settings = RuleSettings(add=(("rhetoric.absolute", ("never",)),))
    assert [f.rule for f in find_findings(reading, settings)] == ["rhetoric.absolute"]


def test_a_rule_that_is_off_leaves_no_findings() -> None:
    reading = sentence("He never came, and many saw it.")
    before = {finding.rule for finding in find_findings(reading)}
    settings = RuleSettings(off=("rhetoric.absolute",))
    after = {finding.rule for finding in find_findings(reading, settings)}
    assert before - after == {"rhetoric.absolute"}
    assert after < before


def test_a_removed_word_is_passed_over_by_its_rule_alone() -> None:
    reading = sentence("He never came, and always left.")
    settings = RuleSettings(remove=(("rhetoric.absolute", ("Never",)), (LOADED, ("always",))))
    found = find_findings(reading, settings)
    assert [finding.span.of(reading.document.text) for finding in found] == ["always"]


def test_a_removed_word_counts_without_its_quotation_marks() -> None:
    text, (span,) = unmark("They spoke of a ⟦“reform”⟧ of the port.")
    found = Finding("rhetoric.scare-quotes", span, "quotation marks")
    settings = RuleSettings(remove=(("rhetoric.scare-quotes", ("reform",)),))
    assert list(wanted([found], text, settings)) == []
    assert list(wanted([found], text, RuleSettings())) == [found]


@given(HOSTILE)
def test_no_text_is_too_strange(text: str) -> None:
    settings = replace(adding("a", "the regime", "走狗", "’"), remove=((LOADED, ("b",)),))
    for finding in find_findings(sentence(text), settings):
        assert finding.span.of(text)


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=8), max_size=5))
def test_what_is_found_is_what_was_added(text: str, words: list[str]) -> None:
    known = [word for word in words if any(letter.isalnum() for letter in word)]
    for finding in find_added(sentence(text), adding(*known)):
        found = finding.span.of(text)
        assert found in text
        assert any(len(found.split()) == len(word.split()) for word in known)
