"""Whatever tree a sentence gets, right or wrong, its claims are built from its words."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from scoring import reference, texts

from factcheck.model.span import Span
from factcheck.segment.attributing import voiced
from factcheck.segment.decompose import drafts_of
from factcheck.segment.drafts import pieces_of
from factcheck.segment.kept import lost_words
from factcheck.segment.parsed import Parsed, parsed, subtree
from factcheck.segment.parser import parse
from factcheck.segment.persons import settled
from factcheck.segment.tokens import tokenize
from factcheck.segment.tree import Tree
from factcheck.segment.voices import opening_of, speeches_of
from factcheck.segment.wording import folded, worded

_T = TypeVar("_T")
WORDS = "the Roy port which , . ( ) “ ” and but not only said that while built is were one $ it in"
RELATIONS = (
    "nsubj nsubj:pass obj xcomp ccomp advcl conj cc punct acl acl:relcl appos parataxis nmod obl"
    " nmod:poss det aux aux:pass cop mark case advmod expl"
)
UPOS = ("NOUN", "PROPN", "VERB", "ADJ", "PRON", "ADV", "NUM", "PUNCT")
XPOS = ("NN", "NNS", "NNP", "VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD", "JJ")


@cache
def read() -> tuple[Parsed, ...]:
    """Return the sentences of the reference texts with the trees they really get."""
    words = [one.words for name in texts() for one in reference(name) if one.words.isascii()]
    spans = [tokenize(text, Span(0, len(text))) for text in words]
    trees = parse([[s.of(text) for s in of] for text, of in zip(words, spans, strict=True)])
    return tuple(parsed(*one) for one in zip(words, spans, trees, strict=True))


@st.composite
def spoilt_sentences(draw: st.DrawFn) -> Parsed:
    """Draw a sentence some of whose arcs, relations and tags are wrong, or unsure."""
    sentence = draw(st.sampled_from(read()))
    places = st.integers(0, len(sentence.spans) - 1)
    for _ in range(draw(st.integers(1, 5))):
        word, to = draw(places), draw(places)
        tree = sentence.tree
        if to not in subtree(sentence, word) and word != sentence.root:
            tree = replace(tree, heads=_with(tree.heads, word, to))
        if word != sentence.root and draw(st.booleans()):
            relation = draw(st.sampled_from(RELATIONS.split()))
            tree = replace(tree, relations=_with(tree.relations, word, relation))
        if draw(st.booleans()):
            tree = replace(tree, xpos=_with(tree.xpos, word, draw(st.sampled_from(XPOS))))
        if draw(st.booleans()):
            tree = replace(tree, upos=_with(tree.upos, word, draw(st.sampled_from(UPOS))))
        if draw(st.booleans()):
            tree = replace(tree, arc_probabilities=_with(tree.arc_probabilities, word, 0.7))
        sentence = parsed(sentence.text, sentence.spans, tree)
    return sentence


def _with(values: tuple[_T, ...], place: int, value: _T) -> tuple[_T, ...]:
    return (*values[:place], value, *values[place + 1 :])


@st.composite
def nonsense(draw: st.DrawFn) -> Parsed:
    """Draw words in any order under any tree."""
    words = draw(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12))
    count = len(words)
    order = draw(st.permutations(range(count)))
    heads = [-1] * count
    for place in range(1, count):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
    drawn = st.lists(st.sampled_from(RELATIONS.split()), min_size=count, max_size=count)
    names = zip(heads, draw(drawn), strict=True)
    spans, text = [], ""
    for word in words:
        text += " " if text and draw(st.booleans()) else ""
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    tree = Tree(
        tuple(heads),
        tuple("root" if head < 0 else relation for head, relation in names),
        tuple(draw(st.lists(st.sampled_from(UPOS), min_size=count, max_size=count))),
        tuple(draw(st.lists(st.sampled_from(XPOS), min_size=count, max_size=count))),
        (1.0,) * count,
        (1.0,) * count,
    )
    return parsed(text, tuple(spans), tree)


@settings(max_examples=300)
@given(spoilt_sentences() | nonsense())
def test_any_tree_makes_claims_of_its_words(sentence: Parsed) -> None:
    for draft in drafts_of(sentence):
        claim = worded(sentence.text, pieces_of(sentence, draft))
        assert claim.spans == tuple(sorted(claim.spans))
        assert all(
            one.end <= other.start for one, other in zip(claim.spans, claim.spans[1:], strict=False)
        )
        kept, start = [], 0
        for insertion in claim.insertions:
            kept.append(claim.text[start : insertion.start])
            start = insertion.end
        spans = " ".join(folded(span.of(sentence.text)) for span in claim.spans)
        assert folded(" ".join((*kept, claim.text[start:]))) == folded(spans)


@settings(max_examples=300)
@given(spoilt_sentences() | nonsense(), st.data())
def test_under_any_tree_the_parts_of_a_speech_share_no_word(
    sentence: Parsed, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(sentence.spans) - 1))
    last = data.draw(st.integers(first, len(sentence.spans) - 1))
    quote = tuple(range(first, last + 1))
    found = speeches_of(sentence, [quote])
    for one in found:
        assert one.cue
        assert one.content
        assert [*one.content] == sorted({*one.content})
        assert not {*one.source, *one.cue} & {*one.content}
    opening = opening_of(sentence)
    assert opening is None or opening.content == ()
    assert len([*settled([(sentence, found, frozenset(quote))])]) == 1
    drafts = drafts_of(sentence)
    assert len(voiced(sentence, drafts, found, frozenset(quote))) == len(drafts)


@settings(max_examples=200)
@given(spoilt_sentences() | nonsense())
def test_no_word_with_a_meaning_is_lost_by_any_tree(sentence: Parsed) -> None:
    drafts = drafts_of(sentence)
    assert not drafts or lost_words(sentence, drafts) == ()


def test_in_what_was_written_for_the_project_no_claim_is_given_up_for_lost_words() -> None:
    assert sum(bool(drafts_of(sentence)) for sentence in read()) > 100


def test_a_sentence_whose_split_would_lose_words_stays_whole() -> None:
    sentence = next(one for one in read() if len(drafts_of(one)) > 1)
    drafts = drafts_of(sentence)
    assert lost_words(sentence, drafts[1:]) != ()
