"""Find subjects that only the words around a claim explain. In: a sentence, a draft. Out: words.

"In May she left", "those of its rival rose", "some were sold", "Roy is her deputy".
"""

from factcheck.lexicon import load
from factcheck.segment.clauses import NOUNS, is_plural, subject_of
from factcheck.segment.cues import cue_of
from factcheck.segment.drafts import Draft
from factcheck.segment.mentions import is_person_noun
from factcheck.segment.parsed import Parsed, extent, is_set_off
from factcheck.segment.scope import has_time

_PERSONS = frozenset(["he", "she"])
_PARTS = frozenset(["another", "both", "each", "most", "neither", "none", "others", "some"])
_POINTING = frozenset(["ones", "that", "those"])
_PLACES = frozenset(["at", "from", "in", "of", "to"])
_SEASONS = frozenset(["autumn", "spring", "summer", "winter"])
_WEATHER = frozenset(["hailed", "rained", "rains", "snowed", "snows"])
_BARE = 2  # words: "the firm"


def unnamed_subjects(sentence: Parsed, draft: Draft) -> tuple[str, ...]:
    """Return the words of *draft* that stand for something it does not name, in lower case.

    A pronoun behind an opening phrase, "those" and "some" of what another claim names, the owner
    in what somebody is, and "the firm" of "the firm that sold it".
    """
    found = (
        _pronoun(sentence, draft),
        _part(sentence, draft),
        _owner(sentence, draft),
        _bare_noun(sentence, draft),
    )
    return tuple(words for words in found if words)


def _words(draft: Draft) -> list[int]:
    return sorted(piece for piece in draft.pieces if isinstance(piece, int))


def _pronoun(sentence: Parsed, draft: Draft) -> str:
    """Return the pronoun that is the subject, where nothing before it can be meant."""
    words = _words(draft)
    shared = draft.subject[0] if len(draft.subject) == 1 else None
    own = subject_of(sentence, draft.head)
    subject = shared if own is None and isinstance(shared, int) else own
    if subject not in words or sentence.relation(subject) != "nsubj" or subject == words[0]:
        return ""
    form = sentence.lower[subject]
    if sentence.tree.xpos[subject] != "PRP" or form not in {"it", "they", *_PERSONS}:
        return ""
    empty = sentence.lower[draft.head] in _WEATHER or sentence.related(
        draft.head, "csubj", "ccomp", "advcl", "xcomp"
    )
    if form == "it" and empty:
        return ""
    before = (word for word in words if word < subject)
    strings = any(isinstance(piece, str) and piece[:1].isupper() for piece in draft.pieces)
    return "" if strings or any(_can_be(sentence, word, form) for word in before) else form


def _can_be(sentence: Parsed, word: int, form: str) -> bool:
    """Say whether *word* may be what the pronoun *form* stands for; no day and no year is."""
    if sentence.lower[word] == form or sentence.tree.upos[word] == "PRON":
        return sentence.tree.xpos[word] != "PRP$"
    timed = sentence.lower[word] in _SEASONS or has_time(sentence, extent(sentence, word))
    if sentence.tree.upos[word] not in NOUNS or timed:
        return False
    if form in _PERSONS:
        cases = {sentence.lower[case] for case in sentence.related(word, "case")}
        name = sentence.tree.upos[word] == "PROPN" and cases.isdisjoint(_PLACES)
        return name or is_person_noun(sentence.lower[word])
    return form == "it" or is_plural(sentence, word) or sentence.tree.upos[word] == "PROPN"


def _part(sentence: Parsed, draft: Draft) -> str:
    """Return the "some" or "those" that a noun in the words before the claim explains."""
    words = _words(draft)
    outside = set(range(draft.head)) - {*words}
    if not any(sentence.tree.upos[word] in NOUNS for word in outside):
        return ""
    for word in words:
        if (
            sentence.relation(word) not in {"nsubj", "obj"}
            or sentence.tree.heads[word] != draft.head
        ):
            continue
        form = sentence.lower[word]
        alone = not sentence.related(word, "nmod", "acl", "appos", "det")
        speaks = cue_of(sentence, draft.head) is not None or form in {"that", "those"}
        if form in _PARTS and alone and not speaks and sentence.tree.upos[word] not in NOUNS:
            return form
        if form == "ones" or (form in _POINTING and _is_of(sentence, word)):
            return form
    return ""


def _is_of(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is that of "those of its rival": something that was named before."""
    return any(
        sentence.lower[extent(sentence, child)[0]] in {"of", "in", "from"}
        for child in sentence.related(word, "nmod")
    )


def _owner(sentence: Parsed, draft: Draft) -> str:
    """Return the "her" of "Roy is her deputy", where the copula is put in."""
    put_in = any(piece in {"is", "are"} for piece in draft.pieces)
    if not put_in or sentence.tree.upos[draft.head] != "NOUN":
        return ""
    owners = (
        sentence.lower[child]
        for child in sentence.children[draft.head]
        if sentence.tree.xpos[child] == "PRP$"
        and sentence.lower[child] not in {"my", "our", "your"}
    )
    return next(owners, "")


def _bare_noun(sentence: Parsed, draft: Draft) -> str:
    """Return "the firm" of the claim that a restrictive relative clause makes."""
    relative = sentence.tree.relations[draft.head] == "acl:relcl"
    subject = [word for word in draft.subject if isinstance(word, int)]
    if not relative or len(subject) != _BARE or is_set_off(sentence, draft.head):
        return ""
    bare = sentence.lower[subject[0]] == "the" and sentence.tree.upos[subject[1]] == "NOUN"
    lasting = sentence.lower[subject[1]] in load("circumstances")
    return f"the {sentence.lower[subject[1]]}" if bare and not lasting else ""
