"""Say what is quoted on both sides of who says it. In: a sentence and a draft. Out: splits.

"“The ship,” Roy said, “was lost at sea.”": "The ship was lost at sea."
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import auxiliaries, is_finite, is_negated, subject_of
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.mending import quotations
from factcheck.segment.parsed import Parsed, is_sure
from factcheck.segment.spoken import DENIALS

# A longer tag says something itself.
_LONGEST_TAG = 14
_JOINING = frozenset(["and", "but"])
_QUOTATIONS = 2


def split_said_between(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Put together what stands in the two quotations around "Roy said"; joined clauses stay two."""
    if len(draft.pieces) != len(sentence.spans):
        return ()
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    if len(pairs) != _QUOTATIONS:
        return ()
    (_, closes), (opens, _) = pairs
    if not _is_around(sentence, pairs) or not _is_tag(sentence, tuple(range(closes + 1, opens))):
        return ()
    first, second = (tuple(range(start + 1, end)) for start, end in pairs)
    if sentence.lower[first[-1]] == "," and sentence.relation(first[0]) != "mark":
        first = first[:-1]  # "If it rains," keeps it
    made: tuple[Draft | None, ...]
    if sentence.lower[second[0]] in _JOINING:
        made = (_clause(sentence, first), _clause(sentence, second[1:]))
    else:
        made = (_clause(sentence, (*first, *second)),)
    drafts = tuple(one for one in made if one is not None)
    if len(drafts) != len(made):
        return ()
    return (Split(frozenset(), drafts, frozenset((*first, *second))),)


def _is_around(sentence: Parsed, pairs: tuple[tuple[int, int], ...]) -> bool:
    """Say whether the sentence is nothing but two quotations of words and what is between."""
    (start, closes), (opens, end) = pairs
    rest = range(end + 1, len(sentence.spans))
    return (
        start == 0
        and closes - start > 1
        and end - opens > 1
        and all(sentence.is_punctuation(word) for word in rest)
        and not any(map(sentence.is_punctuation, (start + 1, opens + 1)))
    )


def _is_tag(sentence: Parsed, words: tuple[int, ...]) -> bool:
    """Say whether *words* are "Roy said," or "said Roy, the mayor," and nothing more."""
    verbs = [word for word in words if sentence.tree.upos[word] == "VERB"]
    if len(verbs) != 1 or len(words) > _LONGEST_TAG or sentence.lower[words[-1]] != ",":
        return False
    verb = verbs[0]
    subject = subject_of(sentence, verb)
    return (
        sentence.lower[verb] in load("said_verbs") - DENIALS
        and subject in words
        and not is_negated(sentence, verb)
        and not auxiliaries(sentence, verb)
    )


def _clause(sentence: Parsed, words: tuple[int, ...]) -> Draft | None:
    """Return the draft of *words*, if one of them is the verb of all others.

    A clause with "if" or "because" in the one quotation goes with what the other one says, although
    the parser takes it for one of the verb of saying.
    """
    tops = [
        word
        for word in words
        if sentence.tree.heads[word] not in words and not sentence.is_punctuation(word)
    ]
    main = [word for word in tops if not sentence.related(word, "mark")]
    subject = subject_of(sentence, main[0]) if len(main) == 1 else None
    if subject not in words or not is_finite(sentence, main[0]) or not is_sure(sentence, subject):
        return None
    named = tuple(word for word in sentence.phrases[subject] if word in words)
    return Draft(words, main[0], named)
