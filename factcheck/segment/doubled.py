"""Take two relative clauses apart that "and" joins. In: the first one's draft. Out: drafts.

"Roy, who chairs the board and who once led the bank": both are about Roy.
"""

from factcheck.segment.clauses import is_finite, number_of_verb, subject_of
from factcheck.segment.drafts import Draft
from factcheck.segment.joined import LIKELY, with_marks
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_set_off, is_sure, subtree

_PRONOUNS = frozenset(["who", "which", "that"])


def joined_relatives(
    sentence: Parsed, clause: int, pronoun: int, first: Draft
) -> tuple[Draft, ...]:
    """Return *first*, the draft of a relative clause with *pronoun*, and one for each joined."""
    drafts = [first]
    for other in sentence.related(clause, "conj"):
        if pronoun == extent(sentence, clause)[0] and _is_joined_relative(sentence, clause, other):
            subject = subject_of(sentence, other)
            start = max((*sentence.related(other, "cc"), -1 if subject is None else subject))
            words = tuple(word for word in extent(sentence, other) if word > start)
            drafts[0] = drafts[0].without(with_marks(sentence, other))
            drafts.append(Draft((*first.subject, *words), other, first.subject))
    return tuple(drafts)


def joins_like(sentence: Parsed, clause: int) -> bool:
    """Say whether verbs joined to that of the relative *clause* surely belong to it."""
    form = sentence.tree.xpos[clause]
    return all(
        _is_joined_relative(sentence, clause, other)
        or (
            sentence.tree.xpos[other] == form
            and is_sure(sentence, other)
            and not _repeats_pronoun(sentence, other)
        )
        for other in sentence.related(clause, "conj")
    )


def ends_in_doubt(sentence: Parsed, clause: int) -> bool:
    """Say whether a relative clause ends with a joined noun that may go on with the sentence.

    "Roy, who sold the ships and a friend who bought them, left."
    """
    last = extent(sentence, clause)[-1]
    return any(
        sentence.relation(word) == "conj"
        and sentence.tree.upos[word] in {"NOUN", "PROPN"}
        and bool(sentence.related(word, "acl"))
        and sentence.tree.arc_probabilities[word] < LIKELY
        and extent(sentence, word)[-1] == last
        for word in subtree(sentence, clause)
    )


def _is_joined_relative(sentence: Parsed, clause: int, other: int) -> bool:
    """Say whether *other* goes on with the relative *clause*, with "and who" or with "and"."""
    subject = subject_of(sentence, other)
    first, last = extent(sentence, clause)[0], extent(sentence, other)[-1]
    same = subject is None or sentence.lower[subject] == sentence.lower[first]
    joined = {sentence.lower[word] for word in sentence.related(other, "cc")} == {"and"}
    numbers = {number_of_verb(sentence, clause), number_of_verb(sentence, other)}
    return (
        same
        and joined
        and sentence.relation(first) == "nsubj"
        and is_set_off(sentence, clause)
        and last == extent(sentence, clause)[-1]
        and not numbers >= {True, False}
        and is_sure(sentence, other)
        and is_finite(sentence, other)
        and is_finite(sentence, clause)
        and is_gapless(extent(sentence, other))
        and not any(_is_nearer(sentence, word) for word in range(clause + 1, other))
    )


def _is_nearer(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is a verb of its own clause, which "and" may go on with as well."""
    return sentence.relation(word) in {"acl", "ccomp", "advcl", "xcomp", "parataxis", "conj"}


def _repeats_pronoun(sentence: Parsed, other: int) -> bool:
    """Say whether *other* has a pronoun of its own: "and who left"."""
    subject = subject_of(sentence, other)
    return subject is not None and sentence.lower[subject] in _PRONOUNS
