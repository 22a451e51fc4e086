"""Find what frames a clause as somebody's: "In Roy's view, …". In: a sentence. Out: whose it is."""

from typing import NamedTuple

from factcheck.lexicon import load
from factcheck.segment.clauses import is_clause, is_named_possessor, noun_phrase, subject_of
from factcheck.segment.cues import is_nobody, source_words
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.mentions import is_person_noun
from factcheck.segment.parsed import Parsed, cut, extent, is_gapless, is_sure
from factcheck.segment.spoken import Words

# "In Roy's view", "by its own account": the noun, and the preposition before it.
_NOUNS = {
    "view": "in",
    "opinion": "in",
    "words": "in",
    "telling": "in",
    "estimation": "in",
    "judgment": "in",
    "judgement": "in",
    "assessment": "in",
    "account": "by",
    "admission": "by",
    "estimate": "by",
    "reckoning": "by",
}
_OURSELVES = frozenset(["my", "our", "your"])
# Nouns that can say something, beside names and what the lists call sources.
_TELLING = frozenset(
    [
        "agency",
        "board",
        "bureau",
        "clerk",
        "council",
        "department",
        "ministry",
        "office",
        "police",
        "prosecutors",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "statement",
        "testimony",
    ]
)
_TIES = frozenset(["'s", "'", "of", "the"])
# A longer frame has swallowed something else.
_LONGEST = 20


class Frame(NamedTuple):
    """A phrase that says whose a clause is: its words, the noun they hang on, and the source.

    `verb` is what the clause hangs on. The words of the phrase that are not the source are its cue.
    """

    words: Words
    verb: int
    named: bool
    source: Words


def frame_of(sentence: Parsed, noun: int) -> Frame | None:
    """Return the frame whose noun is *noun*: "per the clerk,", "in Roy's words," and their likes.

    None where it is not certain that the clause is somebody's: "in our view", "per person".
    """
    if sentence.relation(noun) not in {"obl", "nmod"} or not _opens_so(sentence, noun):
        return None
    phrase = extent(sentence, noun)
    verb = sentence.tree.heads[noun]
    if not (
        is_clause(sentence, verb)
        and is_gapless(phrase)
        and len(phrase) <= _LONGEST
        and _is_apart(sentence, phrase)
    ):
        return None
    source, head = _source(sentence, noun, phrase)
    if not source or is_nobody(sentence, source) or sentence.lower[source[0]] in _OURSELVES:
        return None
    own = "own" in {sentence.lower[word] for word in sentence.children[noun]}
    named = is_named_possessor(sentence, head, subject_of(sentence, verb) if own else None)
    return Frame(phrase, verb, named, source)


def _opens_so(sentence: Parsed, noun: int) -> bool:
    """Say whether the prepositions before *noun* can frame a clause; most words have none."""
    first = [sentence.lower[word] for word in sentence.related(noun, "case")[:1]]
    if not first:
        return False
    fitting = _NOUNS.get(sentence.lower[noun])
    return first[0] in {fitting, "per"} or (first[0] == "as" and "per" in _cases(sentence, noun))


def _cases(sentence: Parsed, noun: int) -> set[str]:
    return {
        sentence.lower[word] for case in sentence.related(noun, "case")
        for word in (case, *sentence.children[case])
    }  # fmt: skip


def _is_apart(sentence: Parsed, phrase: Words) -> bool:
    """Say whether a phrase opens the sentence before a comma, or stands between marks."""
    after = phrase[-1] + 1
    ends = after >= len(sentence.lower) or sentence.is_punctuation(after)
    comma = sentence.lower[after : after + 1] == (",",)
    if phrase[0] == 0 or sentence.relation(phrase[0] - 1) == "cc":
        return comma
    return ends and sentence.lower[phrase[0] - 1] == ","


def _source(sentence: Parsed, noun: int, phrase: Words) -> tuple[Words, int]:
    """Return the words of a frame that name the source, and their head."""
    if "per" in _cases(sentence, noun):
        words = tuple(word for word in phrase if sentence.lower[word] not in {"per", "as"})
        return (words if _can_tell(sentence, noun) else ()), noun
    for child in sentence.children[noun]:
        if sentence.tree.relations[child] == "nmod:poss":
            marks = sentence.related(child, "case")
            words = source_words(sentence, child)
            return tuple(word for word in words if word not in marks), child
        # "In view of the flood" is no view of anybody.
        of = sentence.lower[phrase[1]] == "the" and "of" in _cases(sentence, child)
        if sentence.relation(child) == "nmod" and of:
            return source_words(sentence, child)[1:], child
    return (), noun


def _can_tell(sentence: Parsed, noun: int) -> bool:
    """Say whether *noun* can say something, unlike the person of "per person"."""
    known = load("anonymous_sources") | load("showing_nouns") | load("offices") | _TELLING
    bare = len(noun_phrase(sentence, noun)) == 1
    able = sentence.lower[noun] in known or is_person_noun(sentence.lower[noun])
    return sentence.tree.upos[noun] == "PROPN" or (able and not bare)


def cue_words(sentence: Parsed, frame: Frame) -> Words:
    """Return the words of a frame that are neither its source nor what ties that to its noun."""
    return tuple(
        word
        for word in frame.words
        if word not in frame.source and sentence.lower[word] not in _TIES
    )


def split_frame(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Take "In Roy's view," out: whose words they are is said by the attribution."""
    return tuple(
        Split(cut(sentence, child))
        for child in sentence.related(draft.head, "obl", "nmod")
        if child in draft.pieces
        and is_sure(sentence, child)
        and frame_of(sentence, child) is not None
    )
