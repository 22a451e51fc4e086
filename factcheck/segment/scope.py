"""Find what opens a sentence and holds for all that is joined in it. In: words. Out: words.

"In France, wages rose and prices fell": time, place and "allegedly" are said again.
"""

from functools import cache

from factcheck.lexicon import load
from factcheck.segment.clauses import subject_of
from factcheck.segment.drafts import Draft, Piece
from factcheck.segment.mending import QUOTES
from factcheck.segment.parsed import Parsed, extent, leftmost

# What comes later may have happened elsewhere.
_UNTIL = frozenset(["before", "until"])
_AFTERWARDS = frozenset(["afterwards", "eventually", "later", "subsequently", "then"])


def shared_lead(sentence: Parsed, draft: Draft, partner: int, own: list[int]) -> tuple[Piece, ...]:
    """Return "On Monday, " before the subject of *draft*, for the joined clause *own* as well.

    () where the clause has a time, or an opening, of its own.
    """
    lead = _lead(sentence, draft)
    if not lead or _opens_anew(sentence, partner, own):
        return ()
    if has_time(sentence, lead) and has_time(sentence, own):
        return ()
    if subject_of(sentence, partner) is not None and sentence.lower[lead[0]] in _UNTIL:
        return ()
    if any(sentence.lower[word] in _AFTERWARDS for word in own[: own.index(partner) + 1]):
        return ()
    return lead


def _lead(sentence: Parsed, draft: Draft) -> tuple[int, ...]:
    """Return the words before the subject of a draft, if only phrases of scope stand there."""
    subject = subject_of(sentence, draft.head)
    start = min(leftmost(sentence, subject), draft.head) if subject is not None else 0
    lead: set[int] = set()
    gone: set[int] = set()
    for child in sentence.related(draft.head, "obl", "advmod", "nmod"):
        phrase = extent(sentence, child)
        if child < start and phrase[-1] < start:
            (lead if _is_scope(sentence, child, phrase) else gone).update(phrase)
    # "Unfortunately for the port, …": half of an opening is none.
    if not lead or any({word - 1, word + 1} & gone for word in lead):
        return ()
    # The comma behind "unlike its rivals" goes with it.
    gone |= {word for word in range(1, start) if word - 1 in gone and sentence.lower[word] == ","}
    between = [word for word in range(min(lead), start) if word not in gone]
    # What stands before a quotation is not said in it.
    marks = {sentence.lower[word] for word in between if word not in lead}
    plain = marks.isdisjoint(QUOTES) and all(
        word in lead or sentence.is_punctuation(word) for word in between
    )
    return tuple(between) if plain and set(between) <= {*draft.pieces} else ()


def _is_scope(sentence: Parsed, word: int, phrase: tuple[int, ...]) -> bool:
    """Say whether the phrase of *word* says when, where, under which rule or how sure a thing is.

    What is likened, left out or conceded, a reason or an office holds for the first clause alone.
    """
    forms = [sentence.lower[place] for place in phrase]
    alone = forms[0] in load("likening") or not load("no_scope").isdisjoint(forms[1:3])
    if alone or _ties(sentence, phrase) or not load("no_sharing").isdisjoint(forms):
        return False
    said_how = sentence.relation(word) == "advmod" or has_time(sentence, phrase)
    return said_how or forms[0] in load("scope_openings")


def _ties(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a phrase is no more than "moreover" or "for example"."""
    words = [sentence.lower[word] for word in phrase]
    known = load("connectives")
    return all(word in known for word in words) or " ".join(words[1:]) in known


def _opens_anew(sentence: Parsed, partner: int, own: list[int]) -> bool:
    subject = subject_of(sentence, partner)
    if subject is None:
        return False
    start = leftmost(sentence, subject)
    return any(
        child < start
        and child in own
        and (sentence.relation(child) != "advmod" or sentence.lower[child + 1] == ",")
        for child in sentence.related(partner, "obl", "advcl", "nmod", "advmod")
    )


def has_time(sentence: Parsed, words: tuple[int, ...] | list[int]) -> bool:
    """Say whether *words* say when: a month, a weekday, a year, "today"."""
    return any(sentence.lower[word] in _times() or _is_year(sentence.lower[word]) for word in words)


@cache
def _times() -> frozenset[str]:
    return frozenset(word.lower() for word in load("time_words")) | load("periods")


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"15", "16", "17", "18", "19", "20"}
