"""Compare trees on words that were cut by the program. In: sentences, a network. Out: two F1."""

from collections.abc import Iterator, Sequence

from factcheck.model.span import Span
from factcheck.segment.parsing import Network, parse_with
from factcheck.segment.tokens import tokenize
from training.conllu import Sentence

# A word by its place: start and end, those of its head, and the main type of the relation.
Arc = tuple[Span, Span | None, str]


def own_word_figures(network: Network, sentences: Sequence[Sentence]) -> tuple[float, float]:
    """Return the F1 of words, and that of words with the right head and relation, in percent."""
    cut = [tokenize(sentence.text, Span(0, len(sentence.text))) for sentence in sentences]
    words = [
        [span.of(sentence.text) for span in spans]
        for sentence, spans in zip(sentences, cut, strict=True)
    ]
    gold = found = right = labelled = 0
    for sentence, spans, tree in zip(sentences, cut, parse_with(network, words), strict=True):
        places = tuple(word_spans(sentence))
        gold, found = gold + len(places), found + len(spans)
        right += len({*places} & {*spans})
        labelled += len(
            _arcs(places, sentence.heads, sentence.relations)
            & _arcs(spans, tree.heads, tree.relations)
        )
    return 200 * right / (gold + found), 200 * labelled / (gold + found)


def word_spans(sentence: Sentence) -> Iterator[Span]:
    """Yield where the words of *sentence* stand in its text."""
    place = 0
    for word, space in zip(sentence.words, sentence.spaces, strict=True):
        yield Span(place, place + len(word))
        place += len(word) + space


def _arcs(spans: Sequence[Span], heads: Sequence[int], relations: Sequence[str]) -> set[Arc]:
    return {
        (span, spans[head] if head >= 0 else None, relation.split(":")[0])
        for span, head, relation in zip(spans, heads, relations, strict=True)
    }
