"""Tell what a cue reports. In: a sentence, its quotations and a cue. Out: the words of it."""

from collections.abc import Sequence

from factcheck.segment.clauses import is_clause, is_predicate, subject_of
from factcheck.segment.cues import Cue, cue_of
from factcheck.segment.direct import behind_colon, direct_words
from factcheck.segment.parsed import Parsed, extent, subtree
from factcheck.segment.reported import citing_words, reported_clause, reported_words
from factcheck.segment.spoken import Words, said_words

_TAGGED = frozenset(["parataxis", "advcl", "conj", "appos", "ccomp"])
# A longer one is a sentence of its own.
_LONGEST_TAG = 20


def contents_of(sentence: Parsed, quotes: Sequence[Words], cue: Cue) -> Words:
    """Return the words that the source of *cue* said or thought; () where that is not certain.

    *quotes* are the words of each quotation that reaches into the sentence, without its marks.
    A quotation beside the verb is the whole content; else it is the clause that depends on the
    verb, or the clause on which a tag like "Roy said" depends.
    """
    direct = direct_words(sentence, quotes, cue)
    if direct:
        return direct
    clause = reported_clause(sentence, cue)
    if clause is not None:
        return reported_words(sentence, quotes, cue, clause) + behind_colon(sentence, quotes)
    return _tagged(sentence, quotes, cue)


def _tagged(sentence: Parsed, quotes: Sequence[Words], cue: Cue) -> Words:
    """Return what "…, Roy said", between marks, is a tag of."""
    above = sentence.tree.heads[cue.verb]
    tag = extent(sentence, cue.verb)
    if above < 0 or not _is_tag(sentence, cue, tag):
        return ()
    while sentence.tree.heads[above] >= 0 and _is_part(sentence, above):
        above = sentence.tree.heads[above]
    whole = set(subtree(sentence, above)) - set(subtree(sentence, cue.verb))
    whole -= citing_words(sentence, above)
    others = [
        word
        for word in whole
        if subject_of(sentence, word) is not None and cue_of(sentence, word) is not None
    ]
    elsewhere = others and not any(set(quote) >= set(others) for quote in quotes)
    if elsewhere or not is_clause(sentence, above):
        return ()
    return said_words(sentence, sorted(whole))


def _is_part(sentence: Parsed, word: int) -> bool:
    """Say whether *word* heads no clause, or one that shares the subject of another."""
    joined = sentence.relation(word) == "conj" and subject_of(sentence, word) is None
    return joined or not is_predicate(sentence, word)


def _is_bare_relative(sentence: Parsed, cue: Cue, tag: Words) -> bool:
    """Say whether "The mice, the authors write, slept" was taken for a relative clause."""
    return (
        sentence.tree.relations[cue.verb] == "acl:relcl"
        and tag[-1] == cue.words[-1]
        and not {"who", "which", "that", "whom", "whose"}.intersection(
            sentence.lower[word] for word in tag
        )
    )


def _is_tag(sentence: Parsed, cue: Cue, tag: Words) -> bool:
    relation = sentence.relation(cue.verb)
    marks = [sentence.lower[word] for word in sentence.related(cue.verb, "mark", "cc")]
    before = sentence.lower[tag[0] - 1] if tag[0] else ""
    after = sentence.lower[tag[-1] + 1] if tag[-1] + 1 < len(sentence.lower) else ""
    return (
        (relation in _TAGGED or _is_bare_relative(sentence, cue, tag))
        and marks == (["as"] if relation == "advcl" else [])
        and is_clause(sentence, cue.verb)
        and len(tag) <= _LONGEST_TAG
        and not sentence.related(cue.verb, "ccomp", "xcomp")
        and (before in {",", '"', "”", "—", "–"} or not tag[0])
        and (after in {"", ",", ".", ";", ":", "—", "–"} or not after.isalnum())
        and (tag[0] > 0 or relation == "advcl")
        and (relation == "advcl" or tag[0] in {cue.words[0], cue.source[0]})
    )
