"""Split clauses of time, cause and contrast. In: a sentence and a draft. Out: splits."""

from factcheck.segment.clauses import (
    NEGATIONS,
    NOUNS,
    has_modal,
    is_clause,
    is_negated,
    leading_condition,
    named_subject,
    subject_of,
)
from factcheck.segment.cues import all_reporting_verbs
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.misread import ends_in_a_second
from factcheck.segment.parsed import Parsed, cut, extent, is_gapless, is_set_off, is_sure

# What stands in these is as much asserted as the main clause, and the two say different things.
_CONTRASTS = frozenset(["while", "whereas", "although", "though", "so"])
# What stands in these happened, but the main clause does not say the same without it.
_FACTS = frozenset(["after", "because", "since", "as", "when"])
_PAST = frozenset(["VBD"])
_AGES = frozenset(
    [
        "baby",
        "boy",
        "child",
        "children",
        "girl",
        "infant",
        "kid",
        "kids",
        "little",
        "months",
        "old",
        "teenager",
        "toddler",
        "years",
        "young",
    ]
)
_LIKENING = frozenset(
    ["much", "many", "long", "far", "soon", "well", "just", "same", "such", "even"]
)


def split_adverbial_clause(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make a clause of time or cause a claim too; one of contrast is taken out as well."""
    splits = []
    for clause in sentence.related(draft.head, "advcl"):
        if clause not in draft.pieces or clause in draft.closed:
            continue
        mark = _mark(sentence, clause)
        phrase = extent(sentence, clause)
        clear = is_clause(sentence, clause) and is_gapless(phrase) and _ends_there(sentence, phrase)
        if mark is None or not clear or not is_sure(sentence, clause, mark):
            continue
        if _is_denied(sentence, phrase, mark) or ends_in_a_second(sentence, phrase):
            continue
        made = _clause_draft(sentence, clause, mark)
        if phrase[0] == mark and _goes(sentence, draft, clause, sentence.lower[mark]):
            splits.append(Split(cut(sentence, clause), (made,)))
        elif _is_fact(sentence, draft, clause, sentence.lower[mark]):
            splits.append(Split(frozenset(), (made,)))
    return tuple(splits)


def _mark(sentence: Parsed, clause: int) -> int | None:
    subject = subject_of(sentence, clause)
    marks = [
        child
        for child in sentence.related(clause, "mark", "advmod")
        if sentence.lower[child] in _CONTRASTS | _FACTS and subject is not None and child < subject
    ]
    return marks[0] if len(marks) == 1 else None


def _goes(sentence: Parsed, draft: Draft, clause: int, mark: str) -> bool:
    """Say whether the main clause says the same without a clause of contrast."""
    if mark in _CONTRASTS and _is_separate(sentence, draft, clause):
        return True
    subject = subject_of(sentence, clause)
    another = subject is not None and sentence.tree.upos[subject] in {*NOUNS, "NUM"}
    return mark == "while" and another and not _holds_main(sentence, draft)


def _is_fact(sentence: Parsed, draft: Draft, clause: int, mark: str) -> bool:
    return mark == "while" or (mark in _FACTS and _happened(sentence, draft, clause, mark))


def _holds_main(sentence: Parsed, draft: Draft) -> bool:
    """Say whether the main clause holds only during the other: it is denied, or supposed."""
    return is_negated(sentence, draft.head) or has_modal(sentence, draft.head)


def _is_denied(sentence: Parsed, phrase: tuple[int, ...], mark: int) -> bool:
    """Say whether a clause is given as what is not so: "not because the state should"."""
    before = sentence.lower[max(0, phrase[0] - 1) : mark]
    return not NEGATIONS.isdisjoint(before)


def _ends_there(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a mark stands behind a clause, so that none of its words is left over."""
    after = phrase[-1] + 1
    return after >= len(sentence.lower) or sentence.is_punctuation(after)


def _is_separate(sentence: Parsed, draft: Draft, clause: int) -> bool:
    """Say whether a comma stands between the clause and the rest."""
    phrase = extent(sentence, clause)
    after = phrase[-1] + 1
    if phrase[0] in {0, draft.pieces[0]} or sentence.is_punctuation(phrase[0] - 1):
        return is_set_off(sentence, clause) or (
            after < len(sentence.lower) and sentence.lower[after] == ","
        )
    return False


def _happened(sentence: Parsed, draft: Draft, clause: int, mark: str) -> bool:
    if mark not in {"because", "since"} and _is_time_of_life(sentence, clause):
        return False
    verbs = [clause, *sentence.related(clause, "aux", "cop")]
    past = any(sentence.tree.xpos[verb] in _PAST for verb in verbs)
    supposed = has_modal(sentence, clause) or leading_condition(sentence, draft.head)
    if supposed or is_negated(sentence, draft.head):
        return False
    if mark in {"because", "since"}:
        return past or mark == "because"
    complete = bool(sentence.related(clause, "obj", "xcomp", "ccomp", "cop"))
    apart = mark != "as" or (
        complete and (_is_separate(sentence, draft, clause) or _is_meanwhile(sentence, clause))
    )
    return past and apart and not is_negated(sentence, clause)


def _is_time_of_life(sentence: Parsed, clause: int) -> bool:
    """Say whether "when she was six" only says when: everybody was."""
    copula = bool(sentence.related(clause, "cop"))
    return copula and (sentence.tree.upos[clause] == "NUM" or sentence.lower[clause] in _AGES)


def _is_meanwhile(sentence: Parsed, clause: int) -> bool:
    """Say whether "as" says when or why, with an actor who is named: "fell as Acme sold shares".

    "As he told the court" and "as much as Roy paid" say neither.
    """
    subject = subject_of(sentence, clause)
    named = subject is not None and sentence.tree.upos[subject] in {*NOUNS, "NUM"}
    before = sentence.lower[extent(sentence, clause)[0] - 1]
    likened = before in _LIKENING or "so" in sentence.lower
    act = sentence.tree.upos[clause] == "VERB" and sentence.tree.xpos[clause] == "VBD"
    return named and act and not likened and sentence.lower[clause] not in all_reporting_verbs()


def _clause_draft(sentence: Parsed, clause: int, mark: int) -> Draft:
    words = tuple(word for word in extent(sentence, clause) if word > mark)
    return Draft(words, clause, named_subject(sentence, clause))
