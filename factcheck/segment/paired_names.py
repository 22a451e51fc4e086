"""Say what joined names are, each by what stands beside it. In: a draft. Out: splits.

"Ines Roy, the mayor, and Tom Berg, her deputy, met in Rome."
"""

from factcheck.segment.appositions import inside, is_description
from factcheck.segment.clauses import noun_phrase
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import Parsed, cut, extent, is_gapless, is_set_off

# An apposition of one of two names is one where the other has one as well.
_LIKELY = 0.4


def split_paired_names(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "X is Y" of each of joined names, where each has a description of its own in commas."""
    if sentence.relations.count("appos") <= 1:
        return ()
    open_words = set(inside(sentence, draft))
    splits: list[Split] = []
    for first in sorted(open_words):
        names = (first, *sentence.related(first, "conj"))
        if len(names) == 1 or sentence.relation(first) == "conj":
            continue
        beside = [_description(sentence, name) for name in names]
        if all(word in open_words for word in beside):
            pairs = zip(names, beside, strict=True)
            splits.extend(_equation(sentence, name, word) for name, word in pairs if word)
    return tuple(splits)


def _description(sentence: Parsed, name: int) -> int | None:
    """Return the one description of one person, in commas behind the name; None without it."""
    beside = sentence.related(name, "appos")
    if len(beside) != 1 or sentence.tree.xpos[name] != "NNP":
        return None
    word = beside[0]
    certain = sentence.tree.arc_probabilities[word] >= _LIKELY
    single = sentence.tree.xpos[word] == "NN" and not sentence.related(word, "conj", "acl")
    stands = is_set_off(sentence, word) and is_description(sentence, word)
    subject = _name(sentence, name, word)
    whole = bool(subject) and is_gapless(subject) and subject[-1] + 2 == extent(sentence, word)[0]
    return word if certain and single and stands and whole else None


def _name(sentence: Parsed, name: int, word: int) -> tuple[int, ...]:
    start = extent(sentence, word)[0]
    return tuple(one for one in noun_phrase(sentence, name) if one < start - 1)


def _equation(sentence: Parsed, name: int, word: int) -> Split:
    subject = _name(sentence, name, word)
    made = Draft((*subject, "is", *extent(sentence, word)), word, subject)
    return Split(cut(sentence, word), (made,))
