"""Say the verb again that the second of two clauses leaves out. In: a draft. Out: splits.

"12 people were killed and 30 injured": "30 people were injured".
"""

from factcheck.segment.clauses import (
    auxiliaries,
    is_negated,
    is_passive,
    is_plural,
    leading_condition,
)
from factcheck.segment.done_to import takes_object
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.joined import behind, with_marks
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_sure
from factcheck.segment.scope import shared_lead

_SUBJECTS = frozenset(["NOUN", "PROPN", "NUM"])
# By time and number.
_FORMS = {(True, True): "were", (True, False): "was", (False, True): "are", (False, False): "is"}
_PAST = frozenset(["was", "were"])
_HELPERS = frozenset(_FORMS.values())
# Past tense and participle are the same, and both stand without an object.
_ALIKE = frozenset(
    ["burned", "burnt", "cut", "drowned", "hit", "hurt", "lost", "sunk", "shot", "split", "struck"]
)
_JOINING = frozenset(["and", "while", "but"])


def split_gapped(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Give a clause that shares only "was" or "were" with the first one a claim with it."""
    partners = tuple(word for word in sentence.related(draft.head, "conj") if word in draft.pieces)
    helpers = tuple(word for word in auxiliaries(sentence, draft.head) if word < draft.head)
    shared = len(helpers) == 1 and sentence.lower[helpers[0]] in _HELPERS
    if len(partners) != 1 or not shared or sentence.tree.xpos[draft.head] != "VBN":
        return ()
    if is_negated(sentence, draft.head) or leading_condition(sentence, draft.head):
        return ()
    made = _draft(sentence, draft, helpers[0], partners[0])
    if made is None or behind(sentence, draft, partners[0]):
        return ()
    return (Split(with_marks(sentence, partners[0]), (made,)),)


def leaves_out_auxiliary(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether "the driver injured" shares the "were" of *head*, which is passive."""
    bare = not auxiliaries(sentence, partner)
    return bare and is_passive(sentence, head) and _is_participle(sentence, partner)


def may_be_passive(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether *partner* may share the "were" of *head*: "three hurt", but "the team lost"."""
    bare = not sentence.related(partner, "obj", "ccomp", "xcomp", "compound")
    alone = bare and not auxiliaries(sentence, partner)
    return is_passive(sentence, head) and alone and sentence.lower[partner] in _ALIKE


def _is_participle(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb* is passive by its form, or because nobody does it without an object."""
    form = sentence.tree.xpos[verb]
    bare = not sentence.related(verb, "obj", "ccomp")
    return form == "VBN" or (form == "VBD" and bare and takes_object(sentence.lower[verb]))


def _draft(sentence: Parsed, draft: Draft, helper: int, partner: int) -> Draft | None:
    """Return "30 were injured" of *partner*, "injured" or, where it was taken for that, "30"."""
    verb, subject = _verb_and_subject(sentence, partner)
    joining = sentence.related(partner, "cc")
    words = [word for word in extent(sentence, partner) if word not in joining]
    if verb < 0 or not joining or not _is_clear(sentence, partner, verb, words):
        return None
    last = min(extent(sentence, subject)[-1], verb - 1)
    named = [word for word in words if word <= last]
    lead = shared_lead(sentence, draft, partner, words)
    form = _FORMS[sentence.lower[helper] in _PAST, _is_several(sentence, subject)]
    again = helper if sentence.lower[helper] == form else form
    return Draft((*lead, *named, again, *words[len(named) :]), verb, tuple(named))


def _is_clear(sentence: Parsed, partner: int, verb: int, words: list[int]) -> bool:
    return (
        {sentence.lower[word] for word in sentence.related(partner, "cc")} <= _JOINING
        and leaves_out_auxiliary(sentence, sentence.tree.heads[partner], verb)
        and is_gapless(tuple(words))
        and is_sure(sentence, partner)
    )


def _is_several(sentence: Parsed, subject: int) -> bool:
    """Say whether a subject goes with "were"; of numbers, "one" alone does not."""
    if sentence.tree.upos[subject] == "NUM":
        return sentence.lower[subject] not in {"one", "1"}
    return is_plural(sentence, subject)


def _verb_and_subject(sentence: Parsed, partner: int) -> tuple[int, int]:
    subjects = [
        word
        for word in sentence.related(partner, "nsubj")
        if sentence.tree.upos[word] in _SUBJECTS and word < partner
    ]
    if len(subjects) == 1:
        return partner, subjects[0]
    clauses = sentence.related(partner, "acl")
    if sentence.tree.upos[partner] == "NUM" and len(clauses) == 1 and clauses[0] == partner + 1:
        return clauses[0], partner
    return -1, -1
