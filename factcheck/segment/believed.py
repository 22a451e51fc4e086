"""Tell what is believed by nobody in particular. In: a sentence and a verb. Out: its parts."""

from factcheck.segment.clauses import has_modal, is_clause, is_negated, named_subject, subject_of
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_sure

BELIEVED = frozenset(
    [
        "accepted",
        "alleged",
        "assumed",
        "believed",
        "claimed",
        "feared",
        "reported",
        "rumored",
        "rumoured",
        "said",
        "suspected",
        "thought",
        "understood",
    ]
)


def believed_subject(sentence: Parsed, verb: int) -> int | None:
    """Return the "it" of "it is believed that", the Roy of "Roy is said to"; None where unsure."""
    passive = [
        child for child in sentence.children[verb] if sentence.relation(child) in {"expl", "nsubj"}
    ]
    unsure = is_negated(sentence, verb) or has_modal(sentence, verb)
    unsure = unsure or sentence.tree.relations[verb] == "acl:relcl"
    if len(passive) != 1 or not sentence.related(verb, "aux"):
        return None
    return None if unsure or sentence.related(verb, "obl") else passive[0]


def split_believed(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make what is believed the claim; that it is believed is said by the attribution."""
    verb = draft.head
    if sentence.lower[verb] not in BELIEVED or sentence.tree.xpos[verb] != "VBN":
        return ()
    subject = believed_subject(sentence, verb)
    if subject is None or sentence.lower[subject] != "it" or sentence.related(verb, "conj"):
        return ()
    clauses = sentence.related(verb, "ccomp", "csubj")
    if len(clauses) != 1 or not _is_whole(sentence, draft, clauses[0]):
        return ()
    words = extent(sentence, clauses[0])[1:]
    said = Draft(words, clauses[0], named_subject(sentence, clauses[0]))
    return (Split(frozenset(), (said,), replaces=True),)


def _is_whole(sentence: Parsed, draft: Draft, clause: int) -> bool:
    """Say whether a clause is one statement behind "that", and all of it is believed."""
    words = extent(sentence, clause)
    return (
        sentence.lower[words[0]] == "that"
        and is_gapless(words)
        and set(words) <= {*draft.pieces}
        and is_clause(sentence, clause)
        and is_sure(sentence, clause)
        and not any(
            subject_of(sentence, other) is None for other in sentence.related(clause, "conj")
        )
    )
