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

# Words before a clause that are no part of its phrase, or of that of the verb it shares.
_OPENERS = frozenset(["mark", "cc", "punct"])


def clause_cuts(wording: str) -> tuple[Cut, ...]:
    """Return the cuts of *wording* that leave a finite verb on both sides, the best first.

    They are those at which a clause begins or ends, or where there are none of these the others;
    they stand as `cuts_of` gives them; none parts "Roy said" from what he said. A wording that is
    not English, or too long to be parsed, keeps all its cuts. Spans are offsets into *wording*.
    """
    cuts = cuts_of(wording)
    sentence = _read(wording) if cuts else None
    if sentence is None:
        return cuts
    said = _contents(sentence)
    cuts = tuple(
        cut for cut in cuts if cut.right.start not in said and not _enclosed(cut.left.of(wording))
    )
    verbs = [word for word, tag in enumerate(sentence.tree.xpos) if tag in FINITE]
    # "The fund, which holds shares" asserts nothing yet; "which holds shares" can be completed.
    aside = _relative(sentence)
    own = [word for word in verbs if word not in aside]
    starts, own_starts = ([sentence.spans[each].start for each in some] for some in (verbs, own))
    verbal = [cut for cut in cuts if _parts(own_starts, starts, cut)]
    edges = _edges(sentence)
    clean = [cut for cut in verbal if cut.right.start in edges or cut.left.end in edges]
    return tuple(clean or verbal)


def _read(wording: str) -> Parsed | None:
    """Return the tree of a wording in Latin letters; None where there is none."""
    letters = [letter for letter in wording if letter.isalpha()]
    if 2 * sum(letter.isascii() for letter in letters) <= len(letters):
        return None
    spans = tokenize(wording, Span(0, len(wording)))
    tree = parse([[span.of(wording) for span in spans]])[0]
    return parsed(wording, spans, tree) if any(tree.arc_probabilities) else None


def _enclosed(left: str) -> bool:
    """Say whether what follows *left* stands in brackets or in a quotation that it opened."""
    opened = any(left.count(one) > left.count(other) for one, other in ("()", "“”"))
    return opened or left.count('"') % 2 == 1


def _parts(own: list[int], verbs: list[int], cut: Cut) -> bool:
    """Say whether a verb of its *own* stands left and one of the *verbs* right; in reading order.

    Both are offsets at which verbs begin.
    """
    return bisect_left(own, cut.left.end) > 0 and bisect_left(verbs, cut.right.start) < len(verbs)


def _relative(sentence: Parsed) -> frozenset[int]:
    """Return the words of clauses that only say more of a noun."""
    return frozenset(
        place
        for word in range(len(sentence.spans))
        if sentence.relation(word) == "acl"
        for place in extent(sentence, word)
    )


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
