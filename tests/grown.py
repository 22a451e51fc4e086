"""Trees drawn by hand, for sentences that a parser would have to get wrong."""

from factcheck.model.span import Span
from factcheck.segment.parsed import Parsed, parsed
from factcheck.segment.tree import Tree

_UPOS = {"N": "NOUN", "V": "VERB", "P": "PRON", "I": "ADP", "J": "ADJ", "C": "CCONJ"}


def grown(drawn: str) -> Parsed:
    """Return the sentence of words like `Roy/NNP/nsubj/1`: tag, relation and place of the head."""
    words, tags, relations, heads = zip(*(word.split("/") for word in drawn.split()), strict=True)
    text, spans = "", []
    for word in words:
        spans.append(Span(len(text), len(text) + len(word)))
        text += f"{word} "
    certain = (1.0,) * len(words)
    upos = tuple("PROPN" if tag == "NNP" else _UPOS.get(tag[0], "PUNCT") for tag in tags)
    tree = Tree(tuple(map(int, heads)), relations, upos, tags, certain, certain)
    return parsed(text, tuple(spans), tree)
