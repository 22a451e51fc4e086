"""Who speaks: the subject of a verb of saying, and the speaker of a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon.quoting import quoted
from factcheck.lexicon.speakers import speakers_of, spoken
from factcheck.lexicon.speech import source_before, with_auxiliaries
from marks import unmark

SUBJECTS = [
    "⟦Ines Roy⟧ ⟦said⟧ so.",
    "On Monday, ⟦Ines Roy⟧ ⟦said⟧ so.",
    "But after the storm, ⟦the mayor of Dale⟧ ⟦said⟧ so.",
    "The port closed, while ⟦Ines Roy⟧ ⟦said⟧ so.",
    "⟦Ines Roy, who runs the port,⟧ ⟦said⟧ so.",
    "⟦Roy, the port’s director⟧, ⟦said⟧ so.",
    "The dam broke, and ⟦the mayor⟧ wrongly ⟦said⟧ so.",
]


@pytest.mark.parametrize("marked", SUBJECTS)
def test_the_subject_of_a_verb(marked: str) -> None:
    text, (source, cue) = unmark(marked)
    found = source_before(text, 0, cue)
    assert found is not None
    assert found.of(text).rstrip(",") == source.of(text).rstrip(",")


@pytest.mark.parametrize(
    "marked",
    [
        "It was ⟦said⟧ so.",
        "The man who ⟦said⟧ so left.",
        "It has rained all day and ⟦said⟧ so.",
        "⟦said⟧ so.",
        "12, ⟦said⟧ so.",
        "The time: noon ⟦said⟧ so.",
        "A man whose dog the neighbours ⟦said⟧ so.",
    ],
)
def test_no_plain_subject_is_no_source(marked: str) -> None:
    text, (cue,) = unmark(marked)
    assert source_before(text, 0, cue) is None


def test_auxiliaries_belong_to_the_verb() -> None:
    text, (whole, verb) = unmark("Roy ⟦has also ⟦said⟧⟧ so.")
    assert with_auxiliaries(text, 0, verb) == whole
    assert with_auxiliaries(text, verb.start, verb) == verb


SPEAKERS = [
    ("“The sea rose,” ⟦Roy⟧ said.", "Roy"),
    ("“The sea rose,” said ⟦Mr. Roy⟧, who saw it.", "Mr. Roy"),
    ("“The sea rose”, ⟦Roy⟧ has said.", "Roy"),
    ("⟦Roy⟧ said on Monday: “The sea rose.”", "Roy"),
    ("⟦Roy⟧ said the sea was calm. “It was flat.”", "Roy"),
    ("“The sea,” ⟦Roy⟧ said. “It rose.”", "Roy"),
    ("As ⟦Roy⟧ wrote on her page:\n\n“The sea rose.”", "Roy"),
    ("⟦Roy⟧ said: “The sea rose.\n\n“Then it fell.”", "Roy"),
    ("⟦李娜⟧说：“海水上涨了。”", "李娜"),
]


@pytest.mark.parametrize(("marked", "name"), SPEAKERS)
def test_the_speaker_of_every_quotation(marked: str, name: str) -> None:
    text, _ = unmark(marked)
    found = speakers_of(text, quoted(text))
    assert found
    assert {speaker.source.of(text) if speaker else None for speaker in found} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The “reform” failed.",
        "“Stop,” it was said.",
        "“The sea rose,” which nobody who was there said.",
        "It rained. “The sea rose.”",
        "Notes:\n“The sea rose.”",
        "“The sea rose.\n\n“Then it fell.",
        "Roy said a b c d e f g h i j k l m n o “the sea”.",
    ],
)
def test_a_quotation_of_nobody_has_no_speaker(text: str) -> None:
    assert set(speakers_of(text, quoted(text))) == {None}


def test_no_quotations_have_no_speakers() -> None:
    assert speakers_of("Roy said so.", ()) == ()


def test_each_quotation_comes_with_its_speaker() -> None:
    text = "“The sea,” Roy said. It rained.\nThe “reform” failed."
    stretches = quoted(text)
    assert spoken(text) == tuple(zip(stretches, speakers_of(text, stretches), strict=True))


@given(st.text(alphabet='Roy said ,.\n“”":'))
def test_there_is_one_answer_for_each_quotation(text: str) -> None:
    stretches = quoted(text)
    assert len(speakers_of(text, stretches)) == len(stretches)
