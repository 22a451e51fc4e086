"""Find what a noun reports: "Roy's claim that …". In: a sentence and a noun. Out: who, what.

What is rejected, denied or called false is left to the sentence that says so.
"""

from typing import NamedTuple

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    NEGATIONS,
    has_modal,
    is_clause,
    is_named_possessor,
    leading_condition,
    named_subject,
    subject_of,
)
from factcheck.segment.cues import is_nobody, source_words
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_sure, subtree
from factcheck.segment.spoken import Words

_BY = frozenset(["by", "from"])
_OWN = frozenset(["my", "our", "your", "whose"])
# What these are said of is not taken for true.
_FALSE = frozenset(
    [
        "absurd",
        "baseless",
        "false",
        "incorrect",
        "lie",
        "lies",
        "myth",
        "nonsense",
        "unfounded",
        "unproven",
        "unsupported",
        "untrue",
        "unverified",
        "wrong",
    ]
)
# How far up what rejects a claim may stand: "found no evidence for Roy's claim that".
_REACH = 3


class Account(NamedTuple):
    """A noun that reports, the words for its source, if named, and the verb of what is said."""

    noun: int
    named: bool
    source: Words
    clause: int


def account_of(sentence: Parsed, noun: int) -> Account | None:
    """Return what *noun* reports, and whose it is; None where that is not certain."""
    if sentence.lower[noun] not in load("reporting_nouns") or sentence.tree.upos[noun] != "NOUN":
        return None
    clause = _clause(sentence, noun)
    if clause is None or _is_rejected(sentence, noun):
        return None
    above = sentence.tree.heads[noun]
    subject = subject_of(sentence, above) if above >= 0 else None
    for child in sentence.children[noun]:
        source = _source(sentence, noun, child, clause)
        if source and not is_nobody(sentence, source) and sentence.lower[source[0]] not in _OWN:
            return Account(noun, is_named_possessor(sentence, child, subject), source, clause)
    return Account(noun, named=False, source=(), clause=clause) if _exists(sentence, noun) else None


def _exists(sentence: Parsed, noun: int) -> bool:
    """Say whether there are "reports that …", for certain."""
    above = sentence.tree.heads[noun]
    return (
        sentence.relation(noun) == "nsubj"
        and bool(sentence.related(above, "expl"))
        and not has_modal(sentence, above)
        and not leading_condition(sentence, above)
    )


def _clause(sentence: Parsed, noun: int) -> int | None:
    """Return the verb of the clause that says what was claimed."""
    for child in sentence.related(noun, "acl", "ccomp"):
        phrase = extent(sentence, child)
        if (
            child > noun
            and sentence.lower[phrase[0]] == "that"
            and _is_complete(sentence, child, phrase[0])
            and is_clause(sentence, child)
            and is_gapless(phrase)
            and is_sure(sentence, child)
        ):
            return child
    return None


def _is_complete(sentence: Parsed, clause: int, that: int) -> bool:
    """Say whether a clause lacks nothing that "that" could stand for: a passive has no object."""
    if sentence.relation(that) == "mark":
        return True
    passive = any(
        sentence.tree.relations[word] == "nsubj:pass" for word in sentence.children[clause]
    )
    return sentence.relation(that) == "obj" and passive


def _source(sentence: Parsed, noun: int, child: int, clause: int) -> Words:
    """Return the words of whom *noun* belongs to, or of "by Roy" behind it."""
    if sentence.tree.relations[child] == "nmod:poss" and child < noun:
        marks = sentence.related(child, "case")
        return tuple(word for word in source_words(sentence, child) if word not in marks)
    cases = {sentence.lower[word] for word in sentence.related(child, "case")}
    if sentence.relation(child) == "nmod" and noun < child < clause and cases & _BY:
        return source_words(sentence, child)[1:]
    return ()


def _is_rejected(sentence: Parsed, noun: int) -> bool:
    """Say whether the sentence denies or rejects what *noun* reports."""
    above = [noun]
    while len(above) < _REACH and sentence.tree.heads[above[-1]] >= 0:
        above.append(sentence.tree.heads[above[-1]])
    return any(
        sentence.lower[place] in NEGATIONS | _FALSE | load("rejecting_verbs")
        for word in above
        for place in (word, *sentence.children[word])
        if place != noun and sentence.relation(place) != "acl"
    )


def split_account(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make what somebody is said to have claimed a claim; the sentence keeps it."""
    splits = []
    open_words = {*draft.pieces} - draft.closed
    for noun in subtree(sentence, draft.head):
        account = account_of(sentence, noun) if noun in open_words else None
        inside = frozenset(subtree(sentence, account.clause)) if account else frozenset()
        if account and account.source and inside <= open_words:
            words = extent(sentence, account.clause)[1:]
            said = Draft(words, account.clause, named_subject(sentence, account.clause))
            splits.append(Split(frozenset(), (said,), inside))
    return tuple(splits)
