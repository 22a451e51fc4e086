"""Say what is told of some of those that were counted. In: a sentence and a draft. Out: splits.

"Rescuers saved 112 people, many of them children": "many of the 112 people were children".
"""

from factcheck.segment.clauses import (
    CONDITIONS,
    FINITE,
    auxiliaries,
    finite_form,
    has_modal,
    is_negated,
)
from factcheck.segment.drafts import Draft, Piece, Split
from factcheck.segment.mending import QUOTES
from factcheck.segment.parsed import Parsed

_PARTS = frozenset(["most", "many", "some", "several", "half", "all", "both"])
_LONGEST = 25  # words: a longer one is a sentence of its own


def split_partitive(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "many of the 112 people were children" of ", many of them children" at the end.

    ", two of them seriously," goes with a verb that is passive. The form is enough: on what the
    words hang is for the parser a toss.
    """
    if "them" not in sentence.lower or not _is_stated(sentence, draft):
        return ()
    for comma in range(1, len(sentence.lower) - 4):
        if not _opens(sentence, draft, comma):
            continue
        rest = _rest(sentence, draft, comma + 4)
        counted = _counted(sentence, draft, comma)
        if not rest or counted is None:
            return ()
        made = _draft(sentence, draft, comma + 1, counted, rest)
        behind = rest[-1] + 1
        closing = {behind} if sentence.lower[behind : behind + 1] == (",",) else set[int]()
        gone = frozenset({*range(comma, behind), *closing})
        return (Split(gone, (made,)),) if made is not None else ()
    return ()


def _is_stated(sentence: Parsed, draft: Draft) -> bool:
    supposed = has_modal(sentence, draft.head) or is_negated(sentence, draft.head)
    plain = CONDITIONS.isdisjoint(sentence.lower) and QUOTES.isdisjoint(sentence.lower)
    return bool(draft.subject) and plain and not supposed


def _opens(sentence: Parsed, draft: Draft, comma: int) -> bool:
    """Say whether ", many of them" stands at *comma* in a draft, behind its verb."""
    part = comma + 1
    known = sentence.lower[part] in _PARTS or sentence.tree.upos[part] == "NUM"
    return (
        sentence.lower[comma] == ","
        and known
        and sentence.lower[part + 1 : part + 3] == ("of", "them")
        and draft.head < comma
        and {*range(comma, part + 3)} <= {*draft.pieces}
        and draft.closed.isdisjoint(range(comma, part + 3))
    )


def _rest(sentence: Parsed, draft: Draft, first: int) -> tuple[int, ...]:
    """Return the words up to the end of a draft; or one adverb before a comma. () where a verb."""
    words = tuple(word for word in draft.pieces if isinstance(word, int) and word >= first)
    words = words[:1] if sentence.lower[first + 1 : first + 2] == (",",) else words
    while words and sentence.is_punctuation(words[-1]):
        words = words[:-1]
    finite = any(sentence.tree.xpos[word] in FINITE for word in words)
    marked = any(sentence.is_punctuation(word) for word in words)
    gapless = bool(words) and words[-1] - first + 1 == len(words)
    return words if gapless and not finite and not marked and len(words) < _LONGEST else ()


def _counted(sentence: Parsed, draft: Draft, comma: int) -> int | None:
    """Return the one subject or object before *comma* whose number is said, in the plural."""
    found = [
        word
        for word in sentence.related(draft.head, "nsubj", "obj")
        if word < comma
        and sentence.tree.xpos[word] == "NNS"
        and sentence.related(word, "nummod")
        and not sentence.related(word, "conj")
    ]
    return found[0] if len(found) == 1 else None


def _draft(
    sentence: Parsed, draft: Draft, part: int, counted: int, rest: tuple[int, ...]
) -> Draft | None:
    """Return the claim; None where what is told may be of the verb: "three of them in Rome"."""
    first, past = rest[0], finite_form(sentence, draft.head) == "VBD"
    one = sentence.lower[part] in {"one", "1"}
    copula = ("was" if one else "were") if past else ("is" if one else "are")
    subject = (part, part + 1, *_named(sentence, counted))
    passive = any(
        sentence.tree.relations[word] == "aux:pass" for word in auxiliaries(sentence, draft.head)
    )
    tag = sentence.tree.xpos[first]
    if tag == "RB" and len(rest) == 1:
        whole = passive and counted in sentence.related(draft.head, "nsubj")
        return Draft((*subject, copula, first, draft.head), draft.head, subject) if whole else None
    placed = tag == "IN" and not passive and counted in sentence.related(draft.head, "obj")
    if tag in {"VBG", "NNS"} or placed:
        head = next((word for word in rest if sentence.tree.heads[word] not in rest), first)
        return Draft((*subject, copula, *rest), head, subject)
    return None


def _named(sentence: Parsed, counted: int) -> tuple[Piece, ...]:
    """Return "the 112 people"; "them" where the number is not exact: "about 200 people"."""
    numbers = sentence.related(counted, "nummod")
    plain = len(numbers) == 1 and numbers[0] == counted - 1 and not sentence.children[numbers[0]]
    them = next(word for word, form in enumerate(sentence.lower) if form == "them")
    return ("the", numbers[0], counted) if plain else (them,)
