"""Look around in a parsed sentence. In: words, their spans and a tree. Out: phrases of it.

A word is its place in the sentence, a phrase the ordered places of its words.
"""

from typing import NamedTuple

from factcheck.model.span import Span
from factcheck.segment.mending import mend, opens_quotation
from factcheck.segment.tree import Tree

# More likely right than wrong: the probabilities of the model are calibrated (docs/model-card.md).
SURE = 0.5
# Where two verbs could take what follows, the parser must not waver.
VERY_SURE = 0.895
_OPENING = frozenset([",", "—", "–", "--", "-"])
_CLOSING = frozenset([",", "—", "–", "--", "-", ".", ";", ":", "!", "?", "”", '"', "’", "..."])
COMMAS = _OPENING
# These are read as words: "about 1 %", "Smith & Sons".
_SYMBOLS = frozenset("%‰°$€£¥§&+=")
_CLAUSES = frozenset(["parataxis", "advcl", "acl", "appos"])


class Parsed(NamedTuple):
    """One sentence with its tree; all tuples have one entry for each word.

    `spans` are code points into `text`, the text of the document; `lower` are the words in lower
    case; `children` are the words that depend on each word, in reading order, and `phrases` each
    word with all that depends on it; `relations` are those of the tree without their subtypes;
    `marks` says which words are marks.
    """

    text: str
    spans: tuple[Span, ...]
    lower: tuple[str, ...]
    tree: Tree
    children: tuple[tuple[int, ...], ...]
    phrases: tuple[tuple[int, ...], ...]
    relations: tuple[str, ...]
    marks: tuple[bool, ...]

    @property
    def root(self) -> int:
        """The word all others depend on."""
        return self.tree.heads.index(-1)

    def relation(self, word: int) -> str:
        """Return the relation of *word* to its head without its subtype."""
        return self.relations[word]

    def related(self, word: int, *relations: str) -> tuple[int, ...]:
        """Return the words that depend on *word* by one of *relations*, subtypes included."""
        children = self.children[word]
        if not children:  # as most words have none
            return ()
        return tuple([child for child in children if self.relations[child] in relations])

    def is_punctuation(self, word: int) -> bool:
        """Say whether *word* is a mark and no word."""
        return self.marks[word]


def parsed(text: str, spans: tuple[Span, ...], tree: Tree) -> Parsed:
    """Return the words at *spans* of *text* with their *tree*.

    The arcs that cannot be right are mended before.
    """
    lower = tuple(span.of(text).lower().replace("’", "'") for span in spans)
    mended = mend(text, spans, lower, tree)
    children: list[list[int]] = [[] for _ in spans]
    for word, head in enumerate(mended.heads):
        if head >= 0:
            children[head].append(word)
    relations = tuple(relation.partition(":")[0] for relation in mended.relations)
    marks = tuple(_is_mark(word) for word in lower)
    below, phrases = tuple(map(tuple, children)), _phrases(mended.heads)
    return Parsed(text, spans, lower, mended, below, phrases, relations, marks)


def _phrases(heads: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Return each word with all that depends on it, in reading order.

    Rules ask for most of these, and several times.
    """
    found: list[list[int]] = [[] for _ in heads]
    for word in range(len(heads)):
        above = word
        while above >= 0:
            found[above].append(word)
            above = heads[above]
    return tuple(map(tuple, found))


def _is_mark(word: str) -> bool:
    return not word.isalnum() and not any(one.isalnum() or one in _SYMBOLS for one in word)


def subtree(sentence: Parsed, word: int) -> tuple[int, ...]:
    """Return *word* and all that depends on it, in reading order."""
    return sentence.phrases[word]


def extent(sentence: Parsed, word: int) -> tuple[int, ...]:
    """Return the phrase of *word* without the marks at its two ends, brackets and quotes too.

    A bracket that closes one in the middle of the phrase stays.
    """
    phrase = sentence.phrases[word]
    start, end = 0, len(phrase)
    while start < end and sentence.marks[phrase[start]]:
        start += 1
    while (
        start < end
        and sentence.marks[phrase[end - 1]]
        and not _closes_bracket(sentence, phrase[start:end])
    ):
        end -= 1
    return phrase[start:end] or (word,)


def _closes_bracket(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a phrase ends with the bracket that closes one inside it."""
    if sentence.lower[phrase[-1]] != ")":
        return False
    forms = [sentence.lower[word] for word in phrase]
    return forms.count("(") >= forms.count(")")


def leftmost(sentence: Parsed, word: int) -> int:
    """Return the first word of the phrase of *word*."""
    return extent(sentence, word)[0]


def is_gapless(phrase: tuple[int, ...]) -> bool:
    """Say whether no word stands between the words of *phrase* that is not in it."""
    return phrase[-1] - phrase[0] + 1 == len(phrase)


def is_sure(sentence: Parsed, *words: int) -> bool:
    """Say whether the heads of *words* and their relations are certain enough to split there."""
    tree = sentence.tree
    return all(
        tree.arc_probabilities[word] >= SURE and tree.relation_probabilities[word] >= SURE
        for word in words
    )


def is_set_off(sentence: Parsed, word: int) -> bool:
    """Say whether the phrase of *word* stands between commas, dashes or the sentence's end."""
    phrase = extent(sentence, word)
    before, after = phrase[0] - 1, phrase[-1] + 1
    opened = before >= 0 and sentence.lower[before] in _OPENING and _is_spaced(sentence, before)
    closed = after >= len(sentence.spans) or sentence.lower[after] in _CLOSING
    return opened and closed and is_gapless(phrase)


def is_set_off_before(sentence: Parsed, verb: int) -> bool:
    """Say whether a comma, a dash or a quotation mark stands before the phrase of *verb*."""
    first = extent(sentence, verb)[0]
    return first > 0 and sentence.lower[first - 1] in {",", "—", "–", "-", '"', "”"}


def _is_spaced(sentence: Parsed, mark: int) -> bool:
    """Say whether *mark* is no hyphen inside a word."""
    if sentence.lower[mark] != "-":
        return True
    span = sentence.spans[mark]
    return sentence.text[span.start - 1 : span.start].isspace()


def cut(sentence: Parsed, word: int) -> frozenset[int]:
    """Return what goes when the phrase of *word*, which is set off, is taken out.

    The marks around it go too, unless the second one closes something longer.
    """
    phrase = extent(sentence, word)
    gone = {*phrase}
    before, after = phrase[0] - 1, phrase[-1] + 1
    if before >= 0 and sentence.lower[before] in COMMAS:
        gone.add(before)
    # "Known only as Michel B., …": the full stop is part of the name.
    if sentence.lower[after : after + 2] == (".", ","):
        gone.add(after)
        after += 1
    if (
        after < len(sentence.spans)
        and sentence.lower[after] in COMMAS
        and not _closes_more(sentence, word, phrase[-1])
        and not _opens_speech(sentence, word, after + 1)
        and not _follows_age(sentence, before)
    ):
        gone.add(after)
    return frozenset(gone)


def _opens_speech(sentence: Parsed, word: int, mark: int) -> bool:
    """Say whether a quotation goes on behind what stands beside its speaker."""
    beside = sentence.relations[word] in {"appos", "acl"} and mark < len(sentence.spans)
    return beside and opens_quotation(sentence.text, sentence.spans[mark].start)


def _follows_age(sentence: Parsed, comma: int) -> bool:
    """Say whether *comma* is the second one of "Berg, 54,": the next one will close the age."""
    age = comma >= 3 and sentence.tree.upos[comma - 1] == "NUM"
    return age and sentence.lower[comma - 2] == ","


def _opens_clause(sentence: Parsed, following: int, word: int) -> bool:
    """Say whether at *following* begins a clause that does not hold *word*."""
    inside = following
    while sentence.tree.heads[inside] > inside and sentence.relation(inside) not in _CLAUSES:
        inside = sentence.tree.heads[inside]
    phrase = extent(sentence, inside)
    clause = sentence.relation(inside) in _CLAUSES
    return clause and phrase[0] == following and word not in phrase


def _closes_more(sentence: Parsed, word: int, last: int) -> bool:
    """Say whether a mark behind *word* is needed by what stands around it.

    "After meeting Roy, who …, the mayor": a phrase before its head ends with *last* too. "… Roy,
    who …, records show": a clause of its own follows.
    """
    following = last + 2
    if following < len(sentence.lower) and _opens_clause(sentence, following, word):
        return True
    above = sentence.tree.heads[word]
    while above >= 0 and extent(sentence, above)[-1] == last:
        head = sentence.tree.heads[above]
        if head > last and sentence.relation(above) in {"advcl", "obl", "parataxis", "ccomp"}:
            return True
        above = head
    return False
