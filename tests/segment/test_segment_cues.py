"""Cues and contents under trees that a parser may give, right or wrong."""

import pytest

from factcheck.segment.parsed import Parsed
from factcheck.segment.voices import speeches_of
from grown import grown

RAINED = "that/IN/mark/{2} it/PRP/nsubj/{2} rained/VBD/{1}/{0}"


def _rained(first: int, head: int, relation: str = "ccomp") -> str:
    return RAINED.format(head, relation, first + 2)


def said(sentence: Parsed, *quotes: tuple[int, ...]) -> list[str]:
    """Return source and content of each speech of *sentence*."""
    words = sentence.lower
    return [
        f"{' '.join(words[word] for word in one.source)}: "
        f"{' '.join(words[word] for word in one.content)}"
        for one in speeches_of(sentence, quotes)
    ]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"Roy/NNP/nsubj/1 said/VBD/root/-1 {_rained(2, 1)}", ["roy: it rained"]),
        (f"It/PRP/expl/1 said/VBD/root/-1 {_rained(2, 1)}", []),
        (
            (
                f"Roy/NNP/nsubj/1 left/VBD/root/-1 ,/,/punct/3 ran/VBD/conj/1 and/CC/cc/5"
                f" said/VBD/conj/3 {_rained(6, 5)}"
            ),
            ["roy: it rained"],
        ),
        (
            (
                f"Roy/NNP/nsubj/1 beat/VBD/root/-1 Tom/NNP/obj/1 ,/,/punct/4 saying/VBG/acl/2"
                f" {_rained(5, 4)}"
            ),
            ["roy: it rained"],
        ),
        (f"Wins/NNS/root/-1 ,/,/punct/2 saying/VBG/acl/0 {_rained(3, 2)}", []),
        (
            (
                f"Roy/NNP/nsubj/7 ,/,/punct/3 who/WP/nsubj/3 said/VBD/acl:relcl/0 it/PRP/nsubj/5"
                f" leaked/VBD/ccomp/3 ,/,/punct/3 left/VBD/root/-1 ,/,/punct/9 adding/VBG/advcl/7"
                f" {_rained(10, 9)}"
            ),
            ["roy: it leaked", "roy: it rained"],
        ),
        (
            (
                "It/PRP/nsubj/1 rained/VBD/root/-1 ,/,/punct/3 told/VBD/parataxis/1"
                " Fortune/NNP/nsubj/3"
            ),
            [],
        ),
        (
            "Roy/NNP/nsubj/1 said/VBD/root/-1 :/:/punct/4 it/PRP/nsubj/4 rained/VBD/parataxis/1",
            ["roy: it rained"],
        ),
        (
            (
                "Roy/NNP/nsubj/1 said/VBD/root/-1 then/RB/dep/1 gone/VBN/dep/1 it/PRP/nsubj/5"
                " rained/VBD/parataxis/1"
            ),
            [],
        ),
        (
            (
                "Roy/NNP/nsubj/1 said/VBD/root/-1 it/PRP/nsubj/3 rained/VBD/ccomp/1 ,/,/punct/6"
                " Tom/NNP/nsubj/6 said/VBD/parataxis/1"
            ),
            ["roy: it rained"],
        ),
        ("It/PRP/nsubj/1 rained/VBD/root/-1 ,/,/punct/3 according/VBG/advcl/1 to/IN/dep/3", []),
        ("according/VBG/case/2 to/IN/fixed/0 Roy/NNP/root/-1", []),
        (
            (
                "It/PRP/nsubj/1 rained/VBD/dep/5 ,/,/punct/5 according/VBG/case/5 to/IN/fixed/3"
                " Roy/NNP/root/-1"
            ),
            [],
        ),
    ],
)
def test_a_tree_says_who_says_what(drawn: str, expected: list[str]) -> None:
    assert said(grown(drawn)) == expected


def test_a_name_behind_the_verb_speaks_even_if_it_was_taken_for_an_object() -> None:
    drawn = (
        "We/PRP/nsubj/1 lost/VBD/root/-1 ,/,/punct/1 said/VBD/parataxis/1 Roy/NNP/obj/3 ././punct/1"
    )
    assert said(grown(drawn), (0, 1, 2)) == ["roy: we lost"]


def test_a_quotation_right_behind_the_verb_is_said() -> None:
    drawn = (
        "Roy/NNP/nsubj/1 said/VBD/root/-1 “/``/punct/3 ships/NNS/obj/1 ”/''/punct/3 in/IN/case/6"
        " May/NNP/obl/1"
    )
    assert said(grown(drawn), (3,)) == ["roy: ships"]
