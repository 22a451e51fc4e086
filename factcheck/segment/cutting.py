"""Choose where a claim may be cut in two. In: its wording. Out: the cuts worth proposing.

`model.cuts` knows the signs of a joint; the tree says which of them part two assertions.
"""

from bisect import bisect_left

from factcheck.model.cuts import Cut, cuts_of
from factcheck.model.span import Span
from factcheck.segment.clauses import FINITE, is_finite, is_predicate
from factcheck.segment.parsed import Parsed, extent, parsed
from factcheck.segment.parser import parse
from factcheck.segment.tokens import tokenize

# A comma stands in lists and behind phrases too; every other joint stands mostly between clauses.
_COMMAS = frozenset([",", "，", "、"])
# Words before a clause that are no part of its phrase, or of that of the verb it shares.
_OPENERS = frozenset(["mark", "cc", "punct"])


def clause_cuts(wording: str) -> tuple[Cut, ...]:
    """Return the cuts of *wording* that leave a finite verb on both sides, the best first.

    Cuts at which a clause begins or ends come before the others; within each they stand as
    `cuts_of` gives them; none parts "Roy said" from what he said. Where no cut leaves two verbs it
    is the one joint nearest the middle that is more than a comma, if there is one. A wording that
    is not English, or too long to be parsed, keeps all its cuts. Spans are offsets into *wording*.
    """
    cuts = cuts_of(wording)
    sentence = _read(wording) if cuts else None
    if sentence is None:
        return cuts
    said = _contents(sentence)
    cuts = tuple(cut for cut in cuts if cut.right.start not in said)
    verbs = [
        span.start for span, tag in zip(sentence.spans, sentence.tree.xpos, strict=True)
        if tag in FINITE
    ]  # fmt: skip
    verbal = [cut for cut in cuts if _parts(verbs, cut)]
    edges = _edges(sentence)
    clean = [cut for cut in verbal if cut.right.start in edges or cut.left.end in edges]
    return (*clean, *(cut for cut in verbal if cut not in clean)) or _middle(wording, cuts)


def _read(wording: str) -> Parsed | None:
    """Return the tree of a wording in Latin letters; None where there is none."""
    letters = [letter for letter in wording if letter.isalpha()]
    if 2 * sum(letter.isascii() for letter in letters) <= len(letters):
        return None
    spans = tokenize(wording, Span(0, len(wording)))
    tree = parse([[span.of(wording) for span in spans]])[0]
    return parsed(wording, spans, tree) if any(tree.arc_probabilities) else None


def _parts(verbs: list[int], cut: Cut) -> bool:
    """Say whether verbs stand on both sides; *verbs* are where they begin, in reading order."""
    before = bisect_left(verbs, cut.left.end)
    return before > 0 and bisect_left(verbs, cut.right.start) < len(verbs)


def _edges(sentence: Parsed) -> frozenset[int]:
    """Return where clauses begin and end, as offsets."""
    edges: set[int] = set()
    for word in range(len(sentence.spans)):
        if not is_predicate(sentence, word) or not is_finite(sentence, word):
            continue
        phrase = extent(sentence, word)
        edges.add(sentence.spans[phrase[-1]].end)
        own = [
            place for place in phrase
            if not (sentence.tree.heads[place] == word and sentence.relation(place) in _OPENERS)
        ]  # fmt: skip
        edges.update(sentence.spans[place].start for place in (phrase[0], *own[:1]))
    return frozenset(edges)


def _contents(sentence: Parsed) -> frozenset[int]:
    """Return where clauses begin that are what a verb says, as offsets."""
    return frozenset(
        sentence.spans[extent(sentence, word)[0]].start
        for word in range(len(sentence.spans))
        if sentence.relation(word) in {"ccomp", "csubj"} and is_predicate(sentence, word)
    )


def _middle(wording: str, cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """Return the joint nearest the middle that is more than a comma."""
    firm = [cut for cut in cuts if cut.between not in _COMMAS]
    return tuple(sorted(firm, key=lambda cut: abs(cut.left.end + cut.right.start - len(wording))))[
        :1
    ]
