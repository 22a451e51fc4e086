"""Claims like others: the same in other words, with a detail changed, and something else."""

import pytest
from hypothesis import given

from factcheck.evidence.figures import figures_in
from factcheck.evidence.likeness import Compared, stem_of
from factcheck.evidence.words import words_of
from hostile_texts import HOSTILE
from likeness_pairs import CHANGED, NEW_OTHER, NEW_SAME, OTHER, SAME


@pytest.mark.parametrize(("kind", "here", "there"), CHANGED)
def test_a_changed_detail_is_named_beside_the_likeness(kind: str, here: str, there: str) -> None:
    likeness = Compared(here).with_(there)
    assert likeness is not None
    assert kind in {what for what, _, _ in likeness.differs}


@pytest.mark.parametrize(
    ("pairs", "alike", "count"),
    [(SAME, 26, 30), (OTHER, 0, 26), (NEW_SAME, 9, 10), (NEW_OTHER, 3, 10)],
    ids=["same", "other", "new same", "new other"],
)
def test_the_figures_on_the_drawn_pairs_are_those_of_the_decisions(
    pairs: tuple[tuple[str, str], ...], alike: int, count: int
) -> None:
    found = [Compared(here).with_(there) for here, there in pairs]
    assert (sum(one is not None for one in found), len(found)) == (alike, count)


def test_nothing_is_said_to_differ_where_nothing_does() -> None:
    found = [Compared(here).with_(there) for here, there in SAME]
    assert not any(one.differs for one in found if one is not None)


@pytest.mark.parametrize(
    ("here", "there", "differs"),
    [
        ("12 people died in Lyon", "People died in Lyon", (("number", "12", ""),)),
        ("The dam cost 4.7 million euros", "The dam cost 4,700,000 euros", ()),
        ("Twelve ships sank off Orsa", "12 ships sank off Orsa", ()),
        ("The tax rose by 5 %", "The tax rose by 5 percent", ()),
        ("The dam cost 3 bn euros", "The dam cost €3bn euros", ()),
        ("No ship sank off Orsa", "No ship ever sank off Orsa", ()),
        ("NASA hid the rocks", "nasa hid the rocks", ()),
        ("Ana Roy hid rocks, Ana Roy hid", "Ana Roy hid rocks", ()),
        ("Crime fell or rose in Lyon", "Crime rose in Lyon", ()),
        ("地铁有十二座车站停运", "地铁有十三座车站停运", (("number", "十二", "十三"),)),
        ("统一的地铁车站停运", "地铁车站停运", ()),
        ("地铁停运一", "地铁停运", ()),
        (
            "Route " + " ".join(map(str, range(100, 109))) + " runs past Lyon",
            "Route runs past Lyon",
            (("number", "100, 101, 102, 103, 104, 105, …", ""),),
        ),
    ],
)
def test_what_differs_is_told_from_both_sides(
    here: str, there: str, differs: tuple[tuple[str, str, str], ...]
) -> None:
    likeness = Compared(here).with_(there)
    assert likeness is not None
    assert likeness.differs == differs
    back = Compared(there).with_(here)
    assert back is not None
    assert back.differs == tuple((what, b, a) for what, a, b in differs)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("", ""),
        ("The dam", "The dam"),
        ("12", "12"),
        ("not", "not"),
        ("The dam is safe", "A library was opened by the mayor"),
        ("车", "车"),
    ],
)
def test_too_little_in_common_is_no_likeness(here: str, there: str) -> None:
    assert Compared(here).with_(there) is None


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("2 hundred thousand", [200_000.0]),
        ("12:30 on 3/4, -5 °C, 1,234", [-5.0, 1234.0]),
        ("one of ten", [10.0]),
        ("12亿 and 二十 个", [1.2e9, "二十"]),
        ("½ and ٣", [3.0]),
    ],
)
def test_figures_have_values(words: str, values: list[float | str]) -> None:
    assert [figure.value for figure in figures_in(words_of(words))] == values


@pytest.mark.parametrize(
    "words",
    ["vaccine vaccines", "cause causes caused causing", "country countries", "run running runs",
     "study studies studied", "safe safely", "close closed closing", "ban banned bans"],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len(set(map(stem_of, words.split()))) == 1


@given(HOSTILE, HOSTILE)
def test_likeness_is_symmetric_and_between_0_and_1(here: str, there: str) -> None:
    one, other = Compared(here).with_(there), Compared(there).with_(here)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert 0 < one.share <= 1
        assert one.share == pytest.approx(other.share)


@given(HOSTILE)
def test_every_text_is_compared_with_itself(text: str) -> None:
    likeness = Compared(text).with_(text)
    assert likeness is None or (likeness.share == pytest.approx(1.0) and not likeness.differs)


def test_a_long_word_and_many_words_are_compared() -> None:
    assert Compared("x" * 1_000_000).with_("y " * 500_000) is None
