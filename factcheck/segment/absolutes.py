"""Split what stands beside a sentence with a subject of its own. In: a draft. Out: splits.

"The port closed in May, with 400 workers losing their jobs."
"""

from factcheck.segment.clauses import (
    CONDITIONS,
    finite_form,
    has_modal,
    is_negated,
    is_plural,
    is_pronoun,
    noun_phrase,
)
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import Parsed, cut, extent, is_gapless, subtree

# The marks say that it stands beside the sentence; on which word it hangs says nothing more.
_ENOUGH = 0.4
_LIKELY = 0.8


def split_absolute(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "400 workers were losing their jobs" of a participle with a subject, and take it out.

    The time is that of the main verb, which must be neither denied nor supposed.
    """
    supposed = has_modal(sentence, draft.head) or is_negated(sentence, draft.head)
    if supposed or not CONDITIONS.isdisjoint(sentence.lower):
        return ()
    return tuple(
        _split_off(sentence, draft, word)
        for word in sentence.related(draft.head, "advcl")
        if word in draft.pieces and word not in draft.closed and _stands_beside(sentence, word)
    )


def _stands_beside(sentence: Parsed, word: int) -> bool:
    phrase = extent(sentence, word)
    subjects = sentence.related(word, "nsubj")
    marks = tuple(sentence.lower[mark] for mark in sentence.related(word, "mark", "case"))
    after = sentence.lower[phrase[-1] + 1 : phrase[-1] + 2]
    return (
        sentence.tree.xpos[word] in {"VBG", "VBN", "JJ"}
        and len(subjects) == 1
        and subjects[0] < word
        and not sentence.related(word, "expl")
        and marks in {("with",), ()}
        and not sentence.related(word, "aux", "cop", "cc")
        and is_gapless(phrase)
        and (_opens(sentence, word, marks) or (_ends(sentence, phrase) and after in {(), (".",)}))
        and _is_certain(sentence, word, subjects[0])
    )


def _opens(sentence: Parsed, word: int, marks: tuple[str, ...]) -> bool:
    """Say whether "with the harvest over," stands at the head of a sentence."""
    phrase = extent(sentence, word)
    comma = sentence.lower[phrase[-1] + 1 : phrase[-1] + 2] == (",",)
    return phrase[0] == 0 and marks == ("with",) and comma


def _ends(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    return phrase[0] > 0 and sentence.lower[phrase[0] - 1] == ","


def _is_certain(sentence: Parsed, word: int, subject: int) -> bool:
    odds = sentence.tree.arc_probabilities
    phrase = noun_phrase(sentence, subject)
    plain = not is_pronoun(sentence, phrase) and sentence.tree.upos[subject] in {"NOUN", "PROPN"}
    return plain and is_gapless(phrase) and odds[word] >= _ENOUGH and odds[subject] >= _LIKELY


def _split_off(sentence: Parsed, draft: Draft, word: int) -> Split:
    subject = sentence.related(word, "nsubj")[0]
    marks = set(sentence.related(word, "mark", "case"))
    words = [place for place in extent(sentence, word) if place not in marks]
    end = subtree(sentence, subject)[-1]
    before = [place for place in words if place <= end]
    behind = [place for place in words if place > end]
    copula = _copula(sentence, draft.head, subject)
    made = Draft((*before, copula, *behind), word, noun_phrase(sentence, subject))
    return Split(cut(sentence, word), (made,))


def _copula(sentence: Parsed, head: int, subject: int) -> str:
    past = finite_form(sentence, head) == "VBD"
    plural = is_plural(sentence, subject)
    return ("were" if plural else "was") if past else ("are" if plural else "is")
