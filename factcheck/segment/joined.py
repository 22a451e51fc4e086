"""Tell what is joined to a verb by "and". In: a sentence. Out: words of it."""

from factcheck.segment.clauses import auxiliaries, subject_of
from factcheck.segment.drafts import Draft, Piece
from factcheck.segment.parsed import SURE, Parsed, subtree

# A verb joined without a subject of its own, on a less certain arc, has another one too often;
# read on two hundred claims of news and encyclopedia.
LIKELY = 0.7
# In a series two heads share what is certain.
SERIAL = 0.4


def partners_of(sentence: Parsed, head: int) -> tuple[int, ...]:
    """Return the predicates joined to *head*, and those joined to them, in reading order.

    What is joined to one that has a subject of its own belongs to that one.
    """
    partners: list[int] = []
    for partner in sentence.related(head, "conj"):
        partners.append(partner)
        if subject_of(sentence, partner) is None:
            partners.extend(partners_of(sentence, partner))
    return tuple(sorted(partners))


def own_words(sentence: Parsed, partner: int) -> tuple[int, ...]:
    """Return the phrase of *partner* without the predicates that are joined to it."""
    others: set[int] = set()
    if subject_of(sentence, partner) is None:
        for other in partners_of(sentence, partner):
            others.update(subtree(sentence, other))
    words = [word for word in subtree(sentence, partner) if word not in others]
    while words and sentence.is_punctuation(words[-1]):
        words.pop()
    return tuple(words)


def in_series(sentence: Parsed, partners: tuple[int, ...]) -> bool:
    """Say whether "…, B and C" joins *partners* to a verb before them, by its marks.

    Where commas and "and" make a series, the parser's doubt is whether C hangs on A or on B.
    """
    starts = [subtree(sentence, partner)[0] for partner in partners]
    last = {sentence.lower[word] for word in sentence.related(partners[-1], "cc")}
    tree = sentence.tree
    return (
        len(partners) > 1
        and last == {"and"}
        and all(sentence.lower[start] == "," for start in starts[:-1])
        and not any(sentence.related(partner, "cc") for partner in partners[:-1])
        and all(subject_of(sentence, partner) is None for partner in partners)
        and all(tree.arc_probabilities[partner] >= SERIAL for partner in partners)
        and all(tree.relation_probabilities[partner] >= SURE for partner in partners)
    )


def not_only(sentence: Parsed, verb: int) -> frozenset[int]:
    """Return the places of the "not only" before *verb*, which denies nothing."""
    places = [
        word
        for word in sentence.children[verb]
        if sentence.lower[word] == "not" and sentence.lower[word + 1 : word + 2] == ("only",)
    ]
    return frozenset(place for word in places for place in (word, word + 1))


def behind(sentence: Parsed, draft: Draft, partner: int) -> tuple[int, ...]:
    """Return what depends on the verb of *draft* and stands behind *partner*.

    It may belong to both of them.
    """
    dash = _dash_behind(sentence, draft, partner)
    if dash is not None:
        return (dash,)
    last = subtree(sentence, partner)[-1]
    return tuple(
        child
        for child in sentence.children[draft.head]
        if child > last and child in draft.pieces and not sentence.is_punctuation(child)
    )


def _dash_behind(sentence: Parsed, draft: Draft, partner: int) -> int | None:
    """Return the first word behind a lone dash in what is said of *partner*."""
    words = range(partner + 1, subtree(sentence, partner)[-1])
    dashes = [word for word in words if sentence.lower[word] in {"—", "–", "--"}]
    alone = len(dashes) == 1 and dashes[0] in draft.pieces
    return dashes[0] + 1 if alone and subject_of(sentence, partner) is None else None


def is_next_verb(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether no verb stands between two of one form: there is no other it could go with."""
    own = {*subtree(sentence, partner)}
    return sentence.tree.xpos[head] == sentence.tree.xpos[partner] and not any(
        sentence.tree.upos[word] in {"VERB", "AUX"}
        for word in range(head + 1, partner)
        if word not in own
    )


def side_by_side(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether two verbs stand side by side, so that what follows may belong to both."""
    between = [
        word
        for word in range(head + 1, partner)
        if not sentence.is_punctuation(word) and sentence.relation(word) != "cc"
    ]
    return (
        not between
        and subject_of(sentence, partner) is None
        and sentence.tree.xpos[head] == sentence.tree.xpos[partner]
    )


def with_marks(sentence: Parsed, partner: int) -> frozenset[int]:
    """Return what goes with a predicate: its words and the marks before it."""
    words = set(subtree(sentence, partner))
    while sentence.lower[max(words)] in {".", '"', "”"}:
        words.discard(max(words))
    before = min(words) - 1
    marked = before >= 0 and sentence.lower[before] in {",", ";", "—", "–", ":"}
    return frozenset(words | {before}) if marked else frozenset(words)


def opening_comma(
    sentence: Parsed, draft: Draft, partner: int, own: list[int]
) -> tuple[Piece, ...]:
    """Return the comma before "in May," of "and in May, sold it": two, or none, part it off."""
    verb = min((*(word for word in auxiliaries(sentence, partner) if word in own), partner))
    behind_phrase = own[0] < verb - 1 and sentence.lower[verb - 1] == ","
    last = draft.subject[-1]
    closed = isinstance(last, int) and sentence.lower[last] == ","
    return (",",) if behind_phrase and not closed else ()


def ends_in_own_mark(sentence: Parsed, partner: int) -> bool:
    """Say whether the last word has a mark of its own: "and it is the neighbours’."."""
    last = own_words(sentence, partner)[-1]
    alone = sentence.lower[last + 1 : last + 2] == ("'",) and sentence.lower.count("'") == 1
    return alone and sentence.spans[last].end == sentence.spans[last + 1].start
