import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.span import Span
from factcheck.segment.parser import parse, shipped_network
from factcheck.segment.tokens import tokenize
from factcheck.segment.tree import Tree

_LIBRARIES = ("numpy", "onnxruntime", "tokenizers")


def _words(text: str) -> list[str]:
    return [span.of(text) for span in tokenize(text, Span(0, len(text)))]


def _arcs(words: list[str], tree: Tree) -> set[str]:
    """Return the arcs of *tree* as `word<relation<head`."""
    return {
        f"{word}<{relation}<{words[head] if head >= 0 else ''}"
        for word, head, relation in zip(words, tree.heads, tree.relations, strict=True)
    }


def _assert_is_tree(tree: Tree, count: int) -> None:
    parts = (tree.heads, tree.relations, tree.upos, tree.xpos)
    odds = (tree.arc_probabilities, tree.relation_probabilities)
    assert {len(part) for part in (*parts, *odds)} == {count}
    assert all(0.0 <= one <= 1.0 for part in odds for one in part)
    assert tree.heads.count(-1) == tree.relations.count("root") == min(count, 1)
    reached = {place for place, head in enumerate(tree.heads) if head == -1}
    assert all(tree.relations[place] == "root" for place in reached)
    for _ in range(count):
        reached |= {place for place, head in enumerate(tree.heads) if head in reached}
        if len(reached) == count:
            break
    assert len(reached) == count


@pytest.mark.parametrize(
    ("text", "arcs"),
    [
        pytest.param(
            "The court rejected the appeal.",
            "court<nsubj<rejected rejected<root< appeal<obj<rejected The<det<court",
            id="subject and object",
        ),
        pytest.param(
            "The bridge was closed by police.",
            "bridge<nsubj:pass<closed was<aux:pass<closed police<obl:agent<closed",
            id="passive",
        ),
        pytest.param(
            "Prices rose in May, and wages fell.",
            "fell<conj<rose and<cc<fell wages<nsubj<fell Prices<nsubj<rose",
            id="coordination",
        ),
        pytest.param(
            "Maria Lopez, the mayor of Quito, resigned on Monday.",
            "mayor<appos<Maria Maria<nsubj<resigned Lopez<flat<Maria Quito<nmod<mayor",
            id="apposition",
        ),
        pytest.param(
            "The team that won the cup returned home.",
            "won<acl:relcl<team team<nsubj<returned cup<obj<won",
            id="relative clause",
        ),
        pytest.param(
            "Officials said the fire started in a kitchen.",
            "started<ccomp<said Officials<nsubj<said kitchen<obl<started",
            id="reported speech",
        ),
        pytest.param(
            "The match was stopped because lightning struck the field.",
            "struck<advcl<stopped because<mark<struck lightning<nsubj<struck",
            id="adverbial clause",
        ),
        pytest.param(
            "The plan will fail, critics say.",
            "say<parataxis<fail critics<nsubj<say fail<root<",
            id="speaker at the end",
        ),
        pytest.param(
            "Her brother is a nurse.",
            "nurse<root< is<cop<nurse brother<nsubj<nurse Her<nmod:poss<brother",
            id="copula",
        ),
        pytest.param(
            "The company plans to hire 300 engineers.",
            "hire<xcomp<plans to<mark<hire 300<nummod<engineers engineers<obj<hire",
            id="infinitive",
        ),
        pytest.param(
            "There weren't any survivors.",
            "There<expl<were n't<advmod<were survivors<nsubj<were",
            id="existential",
        ),
        pytest.param(
            "What did the minister’s aide know?",
            "What<obj<know aide<nsubj<know ’s<case<minister minister<nmod:poss<aide",
            id="question with a curly apostrophe",
        ),
    ],
)
def test_a_construction_has_its_relations(text: str, arcs: str) -> None:
    words = _words(text)
    (tree,) = parse([words])
    assert set(arcs.split()) <= _arcs(words, tree)


def test_tags_tell_nouns_from_verbs() -> None:
    (tree,) = parse([_words("Schools train teachers on the train.")])
    assert (tree.upos[1], tree.upos[5]) == ("VERB", "NOUN")
    assert (tree.xpos[1], tree.xpos[5]) == ("VBP", "NN")


def test_clear_arcs_are_surer_than_doubtful_ones() -> None:
    clear, doubtful = parse([_words("She won."), _words("Prices rose and wages fell.")])
    assert min(clear.arc_probabilities) > 0.9
    assert min(doubtful.arc_probabilities) < 0.7


@settings(deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.text(st.characters(), max_size=6),
                st.sampled_from(
                    ["", "the", "won", ",", "“", "👍🏽", "\ud800", "新", "\u200b", "A" * 300]
                ),
            ),
            max_size=25,
        ),
        max_size=4,
    )
)
def test_any_words_give_well_formed_trees(sentences: list[list[str]]) -> None:
    trees = parse(sentences)
    assert len(trees) == len(sentences)
    for tree, sentence in zip(trees, sentences, strict=True):
        _assert_is_tree(tree, len(sentence))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["rain"] * 180, id="the longest"),
        pytest.param(["the", "old", "dam", ","] * 1_250, id="5,000 words"),
        pytest.param([",", ".", "—"] * 50, id="only punctuation"),
        pytest.param(["x" * 1_000_000], id="one endless word"),
        pytest.param(["👍🏽", "🇫🇷"] * 60, id="emoji"),
        pytest.param(["VOTERS", "REJECT", "TAX", "PLAN"], id="capitals"),
        pytest.param(["价格", "上涨", "了", "。"], id="another language"),
    ],
)
def test_odd_sentences_give_well_formed_trees(words: list[str]) -> None:
    (tree,) = parse([words])
    _assert_is_tree(tree, len(words))


def test_nobody_can_trust_a_sentence_of_5000_words() -> None:
    (tree,) = parse([["word"] * 5_000])
    assert set(tree.arc_probabilities) == set(tree.relation_probabilities) == {0.0}


def test_a_tree_does_not_depend_on_other_sentences() -> None:
    texts = (
        "The union, which represents 4,000 drivers, called off the strike.",
        "Rates rose.",
        "“We lost,” the coach said, adding that his side had deserved no more than that.",
    )
    sentences = [_words(text) for text in texts]
    alone = tuple(parse([sentence])[0] for sentence in sentences)
    assert parse(sentences) == alone
    assert parse(sentences[::-1]) == alone[::-1]


def test_nothing_gives_nothing() -> None:
    assert parse([]) == ()


def test_the_model_is_loaded_once() -> None:
    assert shipped_network() is shipped_network()


def test_importing_the_module_loads_no_library() -> None:
    code = f"import sys, factcheck.segment.parser; print(*({_LIBRARIES!r} & sys.modules.keys()))"
    code = code.replace(repr(_LIBRARIES), f"set({_LIBRARIES!r})")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_without_affinity_all_processors_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    shipped_network.cache_clear()
    assert shipped_network().workers == 3
    shipped_network.cache_clear()


def test_twice_the_sentences_take_about_twice_the_time() -> None:
    def seconds(count: int) -> float:
        sentences = [_words("The council voted to close the old bridge on Friday.")] * count
        began = time.process_time()
        parse(sentences)
        return time.process_time() - began

    seconds(10)
    assert seconds(400) < 12 * seconds(100)
