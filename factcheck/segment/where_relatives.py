"""Say what happened at a place behind ", where". In: a sentence and a draft. Out: splits.

"She sent it to Amsterdam in May, where a museum cleaned it": "a museum cleaned it in Amsterdam".
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import NOUNS, is_clause, named_subject, noun_phrase
from factcheck.segment.drafts import Draft, Piece, Split
from factcheck.segment.parsed import Parsed, cut, extent, is_gapless, is_set_off, is_sure, subtree
from factcheck.segment.scope import has_time

# These say where it is as well as where something happens there.
_STAYING = frozenset(["in", "at", "on", "near", "outside", "inside", "off"])
_GOING = frozenset(["to", "into", "from", "through", "via"])
# "Where he could work" did not happen.
_SURE_MODALS = frozenset(["will", "'ll"])
# Nothing happens in a club, and a bracket or an "and" names a second place.
_NO_PLACE = frozenset(["(", "and", "afc", "cf", "club", "fc", "inc", "ltd"])
_CLAUSES = frozenset(["acl", "advcl"])


def split_where(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "a museum cleaned it in Amsterdam" of a clause with ", where", and take it out."""
    splits = []
    for pronoun in range(2, len(sentence.lower)) if "where" in sentence.lower else ():
        clause = sentence.tree.heads[pronoun]
        if (
            sentence.lower[pronoun - 1 : pronoun + 1] != (",", "where")
            or clause not in draft.pieces
            or clause in draft.closed
            or clause == draft.head
            or clause not in subtree(sentence, draft.head)
            or not _is_whole(sentence, clause, pronoun)
        ):
            continue
        made = _draft(sentence, clause, pronoun)
        if made is not None:
            splits.append(Split(cut(sentence, clause), (made,)))
    return tuple(splits)


def _is_whole(sentence: Parsed, clause: int, pronoun: int) -> bool:
    """Say whether a clause that *pronoun* opens is set off, with a subject and a finite verb."""
    phrase = extent(sentence, clause)
    return (
        sentence.relation(clause) in _CLAUSES
        and phrase[0] == pronoun
        and is_gapless(phrase)
        and is_set_off(sentence, clause)
        and is_clause(sentence, clause)
        and is_sure(sentence, pronoun)
        and not sentence.related(clause, "mark", "parataxis", "conj", "advcl", "ccomp")
        and all(
            sentence.lower[word] in _SURE_MODALS
            for word in sentence.related(clause, "aux")
            if sentence.tree.xpos[word] == "MD"
        )
    )


def _draft(sentence: Parsed, clause: int, pronoun: int) -> Draft | None:
    place = _place_of(sentence, clause, pronoun - 1)
    if place is None:
        return None
    phrase = noun_phrase(sentence, place)
    case = _case_of(sentence, place)
    named = named_subject(sentence, clause)
    rest = extent(sentence, clause)[1:]
    if not case or not named or not _is_plain(sentence, place, phrase, pronoun):
        return None
    return Draft((*rest, case, *phrase), clause, named)


def _is_plain(sentence: Parsed, place: int, phrase: tuple[int, ...], pronoun: int) -> bool:
    """Say whether a phrase names one place, in which things happen: no team and no situation."""
    kind = sentence.lower[place] in load("places_to_be") | load("place_kinds")
    before = phrase[0] - len(sentence.related(place, "case")) - 1
    return (
        (kind or sentence.tree.upos[place] == "PROPN")
        and is_gapless(phrase)
        and phrase[-1] < pronoun
        and not sentence.related(place, "conj")
        and all(word > pronoun for word in sentence.related(place, "acl"))
        and sentence.relation(place) != "conj"
        and _NO_PLACE.isdisjoint(sentence.lower[word] for word in phrase)
        and not _ends_phrase(sentence, before)
    )


def _ends_phrase(sentence: Parsed, word: int) -> bool:
    """Say whether *word* ends another phrase with a preposition: "to Arsenal in England"."""
    above = word
    while above >= 0 and extent(sentence, above)[-1] == word:
        if sentence.tree.upos[above] in NOUNS and sentence.related(above, "case"):
            return True
        above = sentence.tree.heads[above]
    return False


def _place_of(sentence: Parsed, clause: int, comma: int) -> int | None:
    """Return the noun of the place before *comma*; None where it may be one of two.

    Of "the station in Mill Street, where" the parser must be sure; a time may stand between.
    """
    last = _without_time(sentence, comma - 1)
    inner = [
        word
        for word in range(last + 1)
        if sentence.tree.upos[word] in NOUNS
        and sentence.related(word, "case")
        and noun_phrase(sentence, word)[-1:] == (last,)
    ]
    head = sentence.tree.heads[clause]
    if head in inner and (len(inner) == 1 or _is_the_one(sentence, clause, head)):
        return head
    named = _described(sentence, head)
    if named is not None:
        return named
    return inner[0] if len(inner) == 1 and not _is_part(sentence, inner[0]) else None


def _is_the_one(sentence: Parsed, clause: int, noun: int) -> bool:
    """Say whether a clause is about "the station in Mill Street", of which there is one."""
    definite = sentence.lower[noun_phrase(sentence, noun)[0]] == "the"
    return definite and is_sure(sentence, clause)


def _without_time(sentence: Parsed, last: int) -> int:
    """Return the place before "in 1921" at *last*, else *last*."""
    phrase = extent(sentence, last)
    dated = has_time(sentence, phrase) or any(
        one.isdigit() for word in phrase for one in sentence.lower[word]
    )
    opens = bool(sentence.related(last, "case")) and phrase[-1] == last
    return phrase[0] - 1 if dated and opens else last


def _described(sentence: Parsed, noun: int) -> int | None:
    """Return Aleppo of "in Aleppo, a city near the border, where", if *noun* is the city."""
    name = sentence.tree.heads[noun]
    beside = sentence.relation(noun) == "appos" and is_set_off(sentence, noun)
    return name if beside and sentence.tree.upos[name] == "PROPN" else None


def _is_part(sentence: Parsed, noun: int) -> bool:
    """Say whether a place stands in the phrase of another noun: "an open day in Perth"."""
    return sentence.relation(noun) != "obl"


def _case_of(sentence: Parsed, place: int) -> Piece:
    """Return the preposition that says where a thing happens that happens at *place*; or ""."""
    cases = sentence.related(place, "case")
    form = sentence.lower[cases[0]] if len(cases) == 1 else ""
    if form in _STAYING:
        return form
    wide = sentence.tree.upos[place] == "PROPN" or sentence.lower[place] in load("place_kinds")
    return ("in" if wide else "at") if form in _GOING else ""
