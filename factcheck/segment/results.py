"""Say what somebody did in a participle behind a comma. In: a draft. Out: splits.

"Rovers beat Alma 2-1, reaching the final": "Rovers reached the final".
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from factcheck.lexicon import load
from factcheck.segment.clauses import auxiliaries, subject_of
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.joined import own_words
from factcheck.segment.meanwhile import acts
from factcheck.segment.parsed import Parsed, cut, extent, is_gapless, is_set_off, is_sure, leftmost

_PERFECT = frozenset(["has", "have", "had"])
_OUTER_END = frozenset([".", "!", '"', "”"])
_POINTING_BACK = frozenset(["latter", "former", "this", "these", "those"])
_NO_ACTOR = frozenset(["it", "that", "this", "which", "there"])


def split_result(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "X reached the final" of "…, reaching the final", and take it out.

    The participle gets the time of the verb: its first letters stay, the ending is put in. Harm is
    said of what does harm: "a bomb exploded, killing six", but no ferry that sank.
    """
    subject = subject_of(sentence, draft.head)
    if subject is None or sentence.lower[subject] in _NO_ACTOR or not acts(sentence, draft):
        return ()
    if _is_torn_off(sentence, draft):
        return ()
    for word in (*sentence.related(draft.head, "advcl"), *sentence.related(subject, "acl")):
        verbs = (word, *sentence.related(word, "conj"))
        if word in draft.pieces and word not in draft.closed and _is_last(sentence, draft, word):
            drafts = tuple(_draft(sentence, draft, subject, verb) for verb in verbs)
            made = tuple(one for one in drafts if one is not None)
            if len(made) == len(verbs) and _are_apart(sentence, verbs):
                return (Split(cut(sentence, word), made),)
    return ()


def _is_torn_off(sentence: Parsed, draft: Draft) -> bool:
    """Say whether a name stands right behind a subject, and was not taken for a part of it."""
    last = draft.subject[-1]
    return isinstance(last, int) and sentence.tree.upos[last + 1 : last + 2] == ("PROPN",)


def _is_last(sentence: Parsed, draft: Draft, word: int) -> bool:
    """Say whether a participle opens what stands behind the last comma, with nothing left over."""
    phrase = extent(sentence, word)
    last = max(piece for piece in draft.pieces if isinstance(piece, int))
    return (
        word > draft.head
        and phrase[0] == word
        and len(phrase) > 1
        and sentence.tree.xpos[word] == "VBG"
        and sentence.lower[word - 1] == ","
        and is_set_off(sentence, word)
        and is_gapless(phrase)
        and is_sure(sentence, word)
        and not _acts_before(sentence, draft, word)
        and _POINTING_BACK.isdisjoint(sentence.lower[place] for place in phrase)
        and all(
            sentence.lower[place] in _OUTER_END
            for place in range(phrase[-1] + 1, last + 1)
            if place in draft.pieces
        )
    )


def _acts_before(sentence: Parsed, draft: Draft, word: int) -> bool:
    """Say whether another subject stands between the verb and a participle: it may be its own."""
    return any(
        sentence.relation(place) in {"nsubj", "csubj"} and sentence.tree.heads[place] != draft.head
        for place in range(draft.head + 1, word)
    )


def _are_apart(sentence: Parsed, verbs: tuple[int, ...]) -> bool:
    """Say whether each of joined participles has what it governs: "killing six and injuring 20"."""
    return all(
        sentence.tree.xpos[verb] == "VBG"
        and is_sure(sentence, verb)
        and is_gapless(own_words(sentence, verb))
        and {sentence.lower[word] for word in sentence.related(verb, "cc")} <= {"and"}
        and not sentence.related(verb, "mark", "aux", "nsubj", "expl", "cop")
        and len(_said(sentence, verb)) > 1
        for verb in verbs
    )


def _said(sentence: Parsed, verb: int) -> tuple[int, ...]:
    """Return a participle with what belongs to it alone, without the "and" before it."""
    others = {
        word
        for other in sentence.related(verb, "conj", "cc")
        for word in (*own_words(sentence, other), other)
    }
    return tuple(word for word in own_words(sentence, verb) if word >= verb and word not in others)


def _draft(sentence: Parsed, draft: Draft, subject: int, verb: int) -> Draft | None:
    forms = _forms(sentence, subject).get(sentence.lower[verb])
    helpers = tuple(word for word in auxiliaries(sentence, draft.head) if word < draft.head)
    if forms is None or (helpers and not _is_perfect(sentence, helpers)):
        return None
    if not helpers and sentence.tree.xpos[draft.head] != "VBD":
        return None
    made = Draft((*draft.subject, *helpers, *_said(sentence, verb)), verb, draft.subject)
    return replace(made, inflected=((verb, forms[-1 if helpers else 0]),))


def _is_perfect(sentence: Parsed, helpers: tuple[int, ...]) -> bool:
    return len(helpers) == 1 and sentence.lower[helpers[0]] in _PERFECT


def _forms(sentence: Parsed, subject: int) -> Mapping[str, tuple[str, ...]]:
    """Return the participles that may be said of a subject, with their pasts."""
    first = sentence.lower[leftmost(sentence, subject)]
    named = sentence.tree.upos[subject] == "PROPN" and first in load("harmful")
    harmful = named or sentence.lower[subject] in load("harmful")
    return {**_table("done_then"), **_table("done_by_force")} if harmful else _table("done_then")


@cache
def _table(name: str) -> Mapping[str, tuple[str, ...]]:
    rows = (line.split() for line in load(name))
    return {first: tuple(forms) for first, *forms in rows}
