"""Arcs that marks and verbs of saying rule out: where the word hangs afterwards."""

import pytest

from factcheck.model.span import Span
from factcheck.segment.mending import mend, quotations
from factcheck.segment.tree import Tree


def tree(drawn: str) -> tuple[str, tuple[Span, ...], tuple[str, ...], Tree]:
    """Read "word/head/relation/tag" for each word, heads counted from 0."""
    parts = [word.rsplit("/", 3) for word in drawn.split()]
    text, spans = "", []
    for word, *_ in parts:
        spans.append(Span(len(text), len(text) + len(word)))
        text += f"{word} "
    count = len(parts)
    found = Tree(
        tuple(int(head) for _, head, _, _ in parts),
        tuple(relation for _, _, relation, _ in parts),
        ("X",) * count,
        tuple(tag for _, _, _, tag in parts),
        (0.5,) * count,
        (1.0,) * count,
    )
    return text, tuple(spans), tuple(word.lower() for word, *_ in parts), found


BRACKETS = (
    "fund/7/nsubj/NN (/2/punct/X FOF/0/appos/NNP )/2/punct/X which/5/nsubj/WDT"
    " grew/{head}/{relation}/VBD ,/5/punct/X fell/-1/root/VBD"
)


def test_a_relative_behind_brackets_is_about_the_noun_before_them() -> None:
    mended = mend(*tree(BRACKETS.format(head=2, relation="acl:relcl")))
    assert (mended.heads[5], mended.arc_probabilities[5]) == (0, 0.9)


@pytest.mark.parametrize(("head", "relation"), [(0, "acl:relcl"), (2, "obj")])
def test_other_arcs_behind_brackets_stay(head: int, relation: str) -> None:
    mended = mend(*tree(BRACKETS.format(head=head, relation=relation)))
    assert (mended.heads[5], mended.arc_probabilities[5]) == (head, 0.5)


@pytest.mark.parametrize(
    ("relation", "head"), [("conj", 0), ("advcl", 0), ("obl", 0), ("obj", 2), ("punct", 2)]
)
def test_a_clause_behind_a_quotation_hangs_on_what_reports_it(relation: str, head: int) -> None:
    drawn = f"said/-1/root/VBD “/2/punct/X lost/0/ccomp/VBD ”/2/punct/X left/2/{relation}/VBD"
    assert mend(*tree(drawn)).heads[4] == head


def test_what_the_quotation_goes_on_with_stays_inside() -> None:
    drawn = (
        "lost/1/ccomp/VBD said/-1/root/VBD “/3/punct/X left/1/obj/VBD ”/3/punct/X"
        " “/6/punct/X gone/3/conj/VBN ”/6/punct/X"
    )
    assert mend(*tree(drawn)).heads[6] == 3


@pytest.mark.parametrize(
    ("word", "tag", "head"), [("warned", "VBD", 0), ("warns", "VBZ", 1), ("left", "VBD", 1)]
)
def test_a_second_verb_of_saying_goes_on_with_the_first(word: str, tag: str, head: int) -> None:
    drawn = f"said/-1/root/VBD good/0/ccomp/JJ {word}/1/conj/{tag} it/2/obj/PRP"
    assert mend(*tree(drawn)).heads[2] == head


def test_a_second_verb_of_saying_with_a_subject_stays() -> None:
    drawn = "said/-1/root/VBD good/0/ccomp/JJ Roy/3/nsubj/NNP warned/1/conj/VBD"
    assert mend(*tree(drawn)).heads[3] == 1


def test_a_root_inside_a_quotation_keeps_what_hangs_on_it() -> None:
    drawn = "“/1/punct/X lost/-1/root/VBD ”/1/punct/X left/1/conj/VBD"
    assert mend(*tree(drawn)).heads[3] == 1


def test_a_mark_that_closes_nothing_quotes_nothing() -> None:
    text, spans, lower, _ = tree("so/1/x/X lost/-1/root/VBD ”/1/x/X )/1/x/X “/1/x/X")
    assert quotations(text, spans, lower) == ()


@pytest.mark.parametrize(("word", "head"), [("ordered", 0), ("paid", 1)])
def test_what_a_court_orders_goes_on_with_its_ruling(word: str, head: int) -> None:
    drawn = f"ruled/-1/root/VBD late/0/ccomp/JJ {word}/1/conj/VBD it/2/obj/PRP"
    assert mend(*tree(drawn)).heads[2] == head


@pytest.mark.parametrize(("head", "relation"), [("advcl", "conj"), ("xcomp", "xcomp")])
def test_but_joins_the_clause_that_it_opens(head: str, relation: str) -> None:
    drawn = f"lost/-1/root/VBD but/3/mark/IN we/3/nsubj/PRP won/0/{head}/VBD"
    assert mend(*tree(drawn)).relations[3] == relation


@pytest.mark.parametrize(
    ("noun", "tag", "head"), [("nsubj", "NN", 1), ("nsubj", "IN", 3), ("obl", "NN", 1)]
)
def test_an_article_hangs_on_the_noun_before_the_verb(noun: str, tag: str, head: int) -> None:
    drawn = f"The/3/det/DT jab/2/{noun}/{tag} cut/-1/root/VBD harm/2/obj/NN"
    assert mend(*tree(drawn)).heads[0] == head


def test_an_article_stays_with_a_noun_before_the_verb() -> None:
    assert mend(*tree("The/1/det/DT jab/2/nsubj/NN works/-1/root/VBZ")).heads[0] == 1


def test_an_order_beside_a_ruling_is_sure() -> None:
    drawn = "It/1/nsubj/PRP ruled/-1/root/VBD and/3/cc/CC ordered/1/conj/VBD"
    assert mend(*tree(drawn)).arc_probabilities[3] == 0.9


@pytest.mark.parametrize(
    ("between", "head"), [("Monday/5/obl/NNP", 1), ("2010/5/obl/CD", 1), ("Rome/5/obl/NNP", 5)]
)
def test_a_time_behind_said_is_when_it_was_said(between: str, head: int) -> None:
    drawn = f"Roy/1/nsubj/NNP said/-1/root/VBD on/3/case/IN {between} "
    assert mend(*tree(f"{drawn} she/5/nsubj/PRP left/1/ccomp/VBD")).heads[3] == head


@pytest.mark.parametrize("mark", ["that/5/mark/IN", ",/5/punct/,"])
def test_a_time_that_is_parted_from_said_is_what_was_said(mark: str) -> None:
    comma = mark.startswith(",")
    words = ["Monday/5/obl/NNP", mark] if comma else [mark, "Monday/5/obl/NNP"]
    drawn = f"Roy/1/nsubj/NNP said/-1/root/VBD {' '.join(words)} he/5/nsubj/PRP left/1/ccomp/VBD"
    assert mend(*tree(drawn)).heads[2 if comma else 3] == 5


@pytest.mark.parametrize(("tag", "head"), [("NN", 0), ("NNP", 2)])
def test_a_name_is_joined_to_no_office_of_another(tag: str, head: int) -> None:
    roy = f"Ines/5/nsubj/NNP ,/2/punct/, mayor/0/appos/{tag}"
    drawn = f"{roy} and/4/cc/CC Tom/2/conj/NNP met/-1/root/VBD"
    assert mend(*tree(drawn)).heads[4] == head


@pytest.mark.parametrize(
    ("quoted", "head"),
    [
        ("said/-1/root/VBD it/3/nsubj/PRP “/3/punct/`` bad/0/ccomp/JJ ”/3/punct/''", 3),
        ("said/-1/root/VBD “/3/punct/`` it/3/nsubj/PRP bad/0/ccomp/JJ ”/3/punct/''", 0),
    ],
)
def test_what_is_quoted_in_part_goes_on_behind_the_quotation(quoted: str, head: int) -> None:
    drawn = f"{quoted} and/6/cc/CC turned/3/conj/VBD"
    assert mend(*tree(drawn)).heads[6] == head


SERIES = "was/1/aux:pass/VBD held/-1/root/VBN ,/3/punct/, fined/1/advcl/VBN and/5/cc/CC"


@pytest.mark.parametrize(
    ("last", "series"),
    [
        ("freed/3/conj/VBD", True),
        ("freed/1/conj/VBD", True),
        ("beaten/3/conj/VBN", True),
        ("fled/3/conj/VBD", False),
        ("leaving/3/conj/VBG", False),
    ],
)
def test_three_things_done_to_somebody_are_a_series(last: str, series: bool) -> None:
    mended = mend(*tree(f"{SERIES} {last}"))
    assert (mended.heads[3], mended.relations[3]) == (1, "conj" if series else "advcl")
    assert (mended.heads[5] == 1 and mended.xpos[5] == "VBN") is series or last[:4] == "fled"


@pytest.mark.parametrize(
    "drawn",
    [
        "held/-1/root/VBN ,/2/punct/, fined/0/advcl/VBN and/4/cc/CC freed/2/conj/VBN",
        f"{SERIES} freed/3/conj/VBN him/3/obj/PRP",
        "was/1/aux/VBD held/-1/root/VBN and/3/cc/CC fined/1/conj/VBN or/5/cc/CC shot/3/conj/VBN",
        "fined/1/nsubj/VBN held/-1/root/VBN and/3/cc/CC freed/0/conj/VBN",
    ],
)
def test_what_is_no_series_of_things_done_stays_as_it_is(drawn: str) -> None:
    parsed = tree(drawn)
    assert mend(*parsed).relations == parsed[-1].relations


SPEAKERS = (
    "Trains/1/nsubj/NNS stopped/6/ccomp/VBD ,/1/punct/X two/5/nummod/CD old/5/amod/JJ"
    " clerks/{head}/nsubj/NNS {said}/-1/root/VBD"
)


def test_who_says_it_behind_what_is_said_belongs_to_the_verb_of_saying() -> None:
    mended = mend(*tree(SPEAKERS.format(head=1, said="said")))
    assert (mended.heads[5], mended.arc_probabilities[5]) == (6, 0.9)


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(SPEAKERS.format(head=1, said="left"), id="no verb of saying"),
        pytest.param(SPEAKERS.format(head=6, said="said"), id="right already"),
        pytest.param(
            SPEAKERS.format(head=1, said="said").replace(",/1/punct/X", "when/1/mark/X"),
            id="no comma before them",
        ),
        pytest.param(
            SPEAKERS.format(head=1, said="said").replace("Trains/1/nsubj", "Trains/1/obl"),
            id="what is said has no other subject",
        ),
        pytest.param(
            SPEAKERS.format(head=1, said="said").replace("Trains/1/nsubj", "Trains/6/nsubj"),
            id="the verb of saying has one",
        ),
    ],
)
def test_other_subjects_stay(drawn: str) -> None:
    found = tree(drawn)
    assert mend(*found).heads == found[3].heads


def test_a_participle_that_is_joined_goes_with_the_one_before() -> None:
    drawn = (
        "raided/-1/root/VBN it/0/obj/PRP ,/3/punct/, arresting/0/conj/VBG ten/3/obj/CD"
        " and/6/cc/CC seizing/0/conj/VBG guns/6/obj/NNS"
    )
    mended = mend(*tree(drawn))
    assert (mended.relations[3], mended.heads[6]) == ("advcl", 3)


@pytest.mark.parametrize("relation", ["ccomp", "obj"])
def test_that_behind_and_is_joined_where_something_was_said(relation: str) -> None:
    drawn = (
        f"said/-1/root/VBD late/0/{relation}/VBD but/4/cc/CC that/4/mark/IN left/0/conj/VBD"
        " Roy/4/nsubj/NNP"
    )
    assert mend(*tree(drawn)).heads[4] == (1 if relation == "ccomp" else 0)


JOINED = (
    "left/-1/root/VBD it/0/obj/PRP ,/3/punct/, slamming/0/advcl/VBG doors/3/obj/NNS ,/7/punct/,"
    " and/7/cc/CC called/3/conj/{tag} Roy/7/obj/NNP"
)


@pytest.mark.parametrize(
    ("drawn", "head"),
    [
        pytest.param(JOINED.format(tag="VBD"), 0, id="the forms differ"),
        pytest.param(JOINED.format(tag="VBG"), 3, id="the forms are the same"),
        pytest.param(JOINED.format(tag="VBN"), 3, id="the form may be a participle"),
        pytest.param(JOINED.format(tag="VBD").replace(",/7", "so/7"), 3, id="no comma before and"),
        pytest.param(JOINED.format(tag="VBD").replace(",/3", "by/3"), 3, id="no comma before both"),
        pytest.param(JOINED.format(tag="VBD").replace("7/obj", "7/nsubj"), 3, id="own subject"),
        pytest.param(
            JOINED.format(tag="VBD").replace("root/VBD", "root/NN"), 3, id="no verb before"
        ),
    ],
)
def test_a_past_tense_goes_with_the_verb_and_not_with_the_participle(drawn: str, head: int) -> None:
    assert mend(*tree(drawn)).heads[7] == head
