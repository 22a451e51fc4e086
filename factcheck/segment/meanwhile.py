"""Say what the subject does in a participle behind a comma. In: a draft. Out: splits.

"The union wrote to the council, asking it to reopen the talks": "The union was asking it to …".
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    CONDITIONS,
    finite_form,
    has_modal,
    is_negated,
    is_passive,
    is_plural,
    subject_of,
)
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.joined import partners_of
from factcheck.segment.parsed import (
    COMMAS,
    Parsed,
    cut,
    extent,
    is_gapless,
    is_set_off,
    is_sure,
)

_LEAST_WORDS = 3
_OUTER_END = frozenset([".", "!", '"', "”"])
# "It" may stand for nothing, and "we found a man, wearing a coat" tells of the man.
_NO_ACTOR = frozenset(["it", "that", "this", "which", "there"])
_PLURALS = frozenset(["they", "we", "you"])
# "Is" and "was" go with any other subject.
_FORMS = {"i": ("am", "was")}


def split_meanwhile(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "X was asking …" of a present participle at the end of a sentence, and take it out.

    Only of acts that go on beside another, whose form after "was" says no more than the participle.
    """
    subject = subject_of(sentence, draft.head)
    if subject is None or sentence.lower[subject] in _NO_ACTOR or not acts(sentence, draft):
        return ()
    return tuple(
        Split(cut(sentence, word), (_draft(sentence, draft, subject, word),))
        for word in (*sentence.related(draft.head, "advcl"), *sentence.related(subject, "acl"))
        if word in draft.pieces and word not in draft.closed and _goes_on(sentence, draft, word)
    )


def acts(sentence: Parsed, draft: Draft) -> bool:
    """Say whether somebody surely did what the verb of a draft says, and nobody else could have."""
    head = draft.head
    return (
        sentence.tree.upos[head] == "VERB"
        and bool(draft.subject)
        and sentence.lower[head] not in load("finding_verbs")
        and not sentence.related(head, "expl", "csubj")
        and not has_modal(sentence, head)
        and not is_negated(sentence, head)
        and CONDITIONS.isdisjoint(sentence.lower)
        and finite_form(sentence, head) in {"VBD", "VBZ", "VBP"}
        and not is_passive(sentence, head)
        and not any(word in draft.pieces for word in partners_of(sentence, head))
    )


def _goes_on(sentence: Parsed, draft: Draft, word: int) -> bool:
    phrase = extent(sentence, word)
    last = max(piece for piece in draft.pieces if isinstance(piece, int))
    behind = range(phrase[-1] + 1, last + 1)
    adverb = phrase[0] == word - 1 and sentence.lower[phrase[0]].endswith("ly")
    return (
        sentence.lower[word] in load("doing_meanwhile")
        and (phrase[0] == word or adverb)
        and len(phrase) >= _LEAST_WORDS
        and not sentence.related(word, "mark", "aux", "nsubj", "cc", "expl")
        and is_sure(sentence, word)
        and is_gapless(phrase)
        and is_set_off(sentence, word)
        and sentence.lower[phrase[0] - 1] in COMMAS
        and (
            all(sentence.lower[place] in _OUTER_END for place in behind)
            or sentence.relation(word) == "acl"
        )
        and (word > draft.head or sentence.relation(word) == "acl")
        and _is_alone(sentence, word)
    )


def _is_alone(sentence: Parsed, word: int) -> bool:
    """Say whether all that is joined to the participle is one too: "waving flags and singing"."""
    joined = sentence.related(word, "conj")
    return all(sentence.tree.xpos[other] == "VBG" for other in joined)


def _draft(sentence: Parsed, draft: Draft, subject: int, word: int) -> Draft:
    past = finite_form(sentence, draft.head) == "VBD"
    form = sentence.lower[subject]
    if is_plural(sentence, subject) or form in _PLURALS:
        copula = "were" if past else "are"
    else:
        copula = _FORMS.get(form, ("is", "was"))[past]
    return Draft((*draft.subject, copula, *extent(sentence, word)), word, draft.subject)
