import pytest

from factcheck.segment.tree import Tree
from training.card import Card, render
from training.conllu import Sentence
from training.measure import DECIDING, Bin, figures, reliability
from training.schedule import FALLING_EPOCHS, Schedule

_SENTENCE = Sentence(
    document="sports",
    words=("Rain", "stopped", "play", "."),
    spaces=(True, True, False, True),
    upos=("NOUN", "VERB", "NOUN", "PUNCT"),
    xpos=("NN", "VBD", "NN", "."),
    heads=(1, -1, 1, 1),
    relations=("nsubj", "root", "obj", "punct"),
)
_TREE = Tree(
    heads=(1, -1, 1, 2),
    relations=("nsubj:pass", "root", "conj", "punct"),
    upos=("NOUN", "VERB", "VERB", "PUNCT"),
    xpos=("NN", "VBD", "NN", "."),
    arc_probabilities=(0.9, 1.0, 0.5, 0.3),
    relation_probabilities=(1.0, 1.0, 1.0, 1.0),
)


def test_each_figure_counts_what_it_says() -> None:
    measured = figures((_SENTENCE,), (_TREE,))
    assert (measured.upos, measured.xpos) == (75.0, 100.0)
    assert (measured.uas, measured.las) == (75.0, 50.0)
    assert measured.relations == {"nsubj": 0.0, "root": 100.0, "obj": 0.0, "punct": 0.0}


def test_a_perfect_parse_has_full_marks() -> None:
    tree = Tree(
        _SENTENCE.heads, _SENTENCE.relations, _SENTENCE.upos, _SENTENCE.xpos, (1.0,) * 4, (1.0,) * 4
    )
    measured = figures((_SENTENCE,), (tree,))
    assert (measured.upos, measured.xpos, measured.uas, measured.las) == (100, 100, 100, 100)
    assert set(measured.relations.values()) == {100.0}
    assert str(measured).startswith("UPOS 100.00 XPOS 100.00 UAS 100.00 LAS 100.00")


def test_the_choice_weighs_the_deciding_relations() -> None:
    plain = figures((_SENTENCE,), (_TREE,))
    better = type(plain)(0, 0, 0, plain.las, dict.fromkeys(DECIDING, 50.0))
    assert better.deciding == 50.0
    assert better.choice == plain.choice + 25.0


def test_reliability_sorts_words_by_probability() -> None:
    bins = reliability((_SENTENCE,), (_TREE,))
    filled = {(one.above, one.to): (one.share, one.right) for one in bins if one.share}
    assert filled == {
        (0.0, 0.4): (25.0, 0.0),
        (0.4, 0.6): (25.0, 100.0),
        (0.8, 0.95): (25.0, 100.0),
        (0.99, 1.0): (25.0, 100.0),
    }


def test_the_rate_rises_stays_and_falls() -> None:
    schedule = Schedule(epochs=10, steps_of_epoch=1000)
    assert schedule.factor(0) < 0.01
    assert schedule.factor(2_000) == schedule.factor(5_000) == 1.0
    assert schedule.factor(8_000) == pytest.approx(0.5)
    assert schedule.factor(schedule.steps) == 0.0


def test_until_it_falls_the_rate_does_not_depend_on_the_length() -> None:
    short, long = Schedule(6, 1000), Schedule(9, 1000)
    same = (6 - FALLING_EPOCHS) * 1000
    assert [short.factor(step) for step in range(same)] == [
        long.factor(step) for step in range(same)
    ]


def test_only_epochs_with_a_falling_rate_are_measured() -> None:
    assert [epoch for epoch in range(1, 8) if Schedule(7, 10).is_measured(epoch)] == [4, 5, 6, 7]


def test_the_card_shows_every_figure() -> None:
    measured = figures((_SENTENCE,), (_TREE,))
    card = render(
        Card(
            date="2026-11-24",
            command="python -m training --seed 1",
            epochs=7,
            chosen_epoch=6,
            minutes=61.4,
            sentences=18_000,
            words=319_000,
            model_bytes=25_200_000,
            arc_temperature=1.31,
            relation_temperature=1.17,
            digests={"tiny.conllu": "ab" * 32},
            figures={"tiny.conllu": measured},
            own_words={"tiny.conllu": (99.5, 49.5)},
            reliability=(Bin(0.0, 0.4, 25.0, 37.5),),
        )
    )
    assert "| tiny.conllu | 75.0 | 100.0 | 75.0 | 50.0 | 99.5 | 49.5 |" in card
    assert "| 0.0 to 0.4 | 25.0 % | 37.5 % |" in card
    assert "ab" * 32 in card
    assert "25.2 MB" in card
    assert "18,000 sentences" in card
    assert "    python -m training --seed 1\n" in card
    assert "{" not in card
