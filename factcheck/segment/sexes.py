"""Tell whether a text says that somebody is a man or a woman. In: a noun. Out: "he", "she" or "".

Only what is written counts: "a 34-year-old man", "the mother", "Mr". First names tell nothing.
"""

from collections.abc import Iterator

from factcheck.lexicon import load
from factcheck.segment.parsed import Parsed

_OPPOSITE = {"he": "she", "she": "he"}


def opposite(form: str) -> str:
    """Return "she" for "he" and "he" for "she"; "" for any other pronoun."""
    return _OPPOSITE.get(form, "")


def stated_sex(sentence: Parsed, noun: int, phrase: tuple[int, ...]) -> str:
    """Return the pronoun of what a sentence calls *noun*, whose noun phrase is *phrase*.

    "" where it says nothing, or both.
    """
    titles = [
        word
        for word in phrase
        if sentence.tree.heads[word] == noun
        and sentence.tree.relations[word] != "nmod:poss"
        and not sentence.related(word, "case")
    ]
    said = {sentence.lower[word] for word in (noun, *titles, *_descriptions(sentence, noun))}
    known = {"he": load("men_nouns"), "she": load("women_nouns")}
    found = [form for form, words in known.items() if not words.isdisjoint(said)]
    return found[0] if len(found) == 1 else ""


def _descriptions(sentence: Parsed, noun: int) -> Iterator[int]:
    """Yield what is said of *noun*: "the driver, a man", "the driver was a man", "known as"."""
    for beside in sentence.related(noun, "appos"):
        yield from (beside, *sentence.related(beside, "compound"))
    head = sentence.tree.heads[noun]
    if sentence.relation(noun) != "nsubj" or head < 0:
        return
    if sentence.related(head, "cop"):
        yield head
    for other in sentence.related(head, "obl"):
        if "as" in {sentence.lower[case] for case in sentence.related(other, "case")}:
            yield from (other, *sentence.related(other, "compound"))
