"""Split coordinated predicates and clauses. In: a sentence and a draft. Out: splits."""

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    CONDITIONS,
    auxiliaries,
    is_finite,
    is_predicate,
    leading_condition,
    naming,
    subject_of,
)
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.gapped import leaves_out_auxiliary, may_be_passive
from factcheck.segment.joined import (
    LIKELY,
    SERIAL,
    behind,
    ends_in_own_mark,
    in_series,
    is_next_verb,
    not_only,
    opening_comma,
    own_words,
    partners_of,
    side_by_side,
    with_marks,
)
from factcheck.segment.mending import QUOTES, quotations
from factcheck.segment.misheard import may_be_said_too
from factcheck.segment.parsed import (
    SURE,
    VERY_SURE,
    Parsed,
    extent,
    is_gapless,
    is_sure,
)
from factcheck.segment.scope import shared_lead
from factcheck.segment.sharing import shared_auxiliaries
from factcheck.segment.soundness import is_sound

_SPLITTING = frozenset(["and", "but", "yet", "while", "whereas", "&"])
_DROPPED = frozenset(["and", "&", "but", "yet", ",", ";", "—", "–", "!", "?", "also", "then"])
_INVERTED = frozenset(["so", "nor", "neither", "do", "let"])


def split_coordinated_predicates(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Give each of coordinated predicates a claim; subject, auxiliaries and time are said again.

    All of them, or only those with a subject of their own: where one of the others cannot stand
    alone, none of them does.
    """
    partners = tuple(
        partner
        for partner in partners_of(sentence, draft.head)
        if partner in draft.pieces and partner not in draft.closed
    )
    clauses = tuple(word for word in partners if subject_of(sentence, word) is not None)
    return _split_off(sentence, draft, partners) or _split_off(sentence, draft, clauses)


def _split_off(sentence: Parsed, draft: Draft, partners: tuple[int, ...]) -> tuple[Split, ...]:
    if not partners or not _may_part(sentence, draft, partners):
        return ()
    # "Not only did it rain", "can I say this": half of it is no statement.
    asks = draft.pieces[0] in auxiliaries(sentence, draft.head)
    if (asks or not_only(sentence, draft.head)) and _turns(sentence, draft.head):
        return ()
    if side_by_side(sentence, draft.head, partners[0]):
        return _split_side_by_side(sentence, draft, partners)
    least = SERIAL if in_series(sentence, partners) else LIKELY
    drafts = [_partner_draft(sentence, draft, partner, least) for partner in partners]
    gone = frozenset(word for partner in partners for word in with_marks(sentence, partner))
    made = tuple(one for one in drafts if one is not None)
    whole = len(made) == len(partners) and not behind(sentence, draft, partners[-1])
    whole = whole and not _is_between(sentence, draft.head, partners)
    if not whole or not all(is_sound(sentence, one) for one in made):
        return ()
    return (Split(gone | not_only(sentence, draft.head), made),)


def _is_between(sentence: Parsed, head: int, partners: tuple[int, ...]) -> bool:
    """Say whether what hangs on the first verb stands behind the second: its time is the second's.

    In "won four titles, was named player of the year in 1966, and helped" the parser may take
    "in 1966" for the time of the titles.
    """
    return any(
        partners[0] < child < partners[-1]
        and child not in partners
        and not sentence.is_punctuation(child)
        and sentence.relation(child) != "cc"
        for child in sentence.children[head]
    )


def _may_part(sentence: Parsed, draft: Draft, partners: tuple[int, ...]) -> bool:
    conjunctions = [_conjunction(sentence, partner) for partner in partners]
    if any(word not in _SPLITTING for word in conjunctions if word):
        return False
    if not conjunctions[-1] and not all(
        subject_of(sentence, partner) is not None for partner in partners
    ):
        return False
    return (
        (is_sure(sentence, *partners) or in_series(sentence, partners))
        and is_predicate(sentence, draft.head)
        and not leading_condition(sentence, draft.head)
        and not _is_content(sentence, draft.head)
        and not any(_is_but_that(sentence, partner) for partner in partners)
        and not any(ends_in_own_mark(sentence, partner) for partner in partners)
        and not any(_is_quoted_behind(sentence, draft.head, partner) for partner in partners)
        and not _hides_a_partner(sentence, draft.head, partners[0])
        and all(is_gapless(own_words(sentence, partner)) for partner in partners)
    )


def _is_but_that(sentence: Parsed, partner: int) -> bool:
    """Say whether *partner* is that of "there is no doubt but that it will close"."""
    mark = next(iter(sentence.related(partner, "mark")), 0)
    return sentence.lower[max(0, mark - 1) : mark + 1] == ("but", "that")


def _is_quoted_behind(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether *partner* goes on with a quotation that opens behind *head* and before it."""
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    first = own_words(sentence, partner)[0]
    return any(head < start < first - 1 and partner < end for start, end in pairs)


def _is_content(sentence: Parsed, head: int) -> bool:
    """Say whether *head* is what "it may be that" or "if you could" supposes of all the joined."""
    marks = sentence.related(head, "mark")
    supposed = any(
        sentence.lower[mark] in CONDITIONS
        for word in (head, *auxiliaries(sentence, head))
        for mark in sentence.related(word, "mark")
    )
    return supposed or any(
        sentence.lower[mark] == "that" and word < mark
        for mark in marks
        for word in sentence.related(head, "expl", "aux", "cop")
    )


def _hides_a_partner(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether an adverbial clause before *partner* may be one more predicate of a series.

    In "was founded in Oslo, moved to Bergen and employs 40" the clause in the middle has neither
    a conjunction nor a subject, and what is left of the series would not read as a sentence.
    """
    return any(
        sentence.relation(child) == "advcl"
        and sentence.tree.xpos[child] in {"VBD", "VBN"}
        and not sentence.related(child, "mark")
        for child in sentence.children[head]
        if head < child < partner
    )


def _conjunction(sentence: Parsed, partner: int) -> str:
    return next((sentence.lower[word] for word in sentence.related(partner, "cc")), "")


def _split_side_by_side(
    sentence: Parsed, draft: Draft, partners: tuple[int, ...]
) -> tuple[Split, ...]:
    """Give "Police arrested and questioned the student" two claims with the same object."""
    partner = partners[0]
    following = behind(sentence, draft, partner)
    shared = shared_auxiliaries(sentence, draft.head, partner)
    alone = all(sentence.relation(child) in {"cc", "punct"} for child in sentence.children[partner])
    objects = [child for child in following if sentence.relation(child) == "obj"]
    sure = bool(objects) and is_sure(sentence, *objects)
    if len(partners) > 1 or not alone or not sure or shared is None or not draft.subject:
        return ()
    rest = tuple(word for word in extent(sentence, draft.head) if word > partner)
    gone = frozenset(range(draft.head + 1, partner + 1))
    made = Draft((*draft.subject, *shared, partner, *rest), partner, draft.subject)
    return (Split(gone, (made,)),)


def _partner_draft(sentence: Parsed, draft: Draft, partner: int, least: float) -> Draft | None:
    own = [word for word in own_words(sentence, partner) if word in draft.pieces]
    while own and (sentence.lower[own[0]] in _DROPPED or _is_that(sentence, own[0])):
        own.pop(0)
    marked = any(word in own for word in sentence.related(partner, "mark") if word < partner)
    infinitive = sentence.tree.xpos[partner] == "VB"
    if not own or not is_predicate(sentence, partner) or (marked and not infinitive):
        return None
    subject = subject_of(sentence, partner)
    if subject is not None:
        return _with_own_subject(sentence, draft, partner, own, subject)
    # "He wrote, and “takes it seriously”": what is quoted goes on with what was quoted before.
    if own[0] in draft.pieces and sentence.lower[own[0]] in QUOTES:
        return None
    return _with_this_subject(sentence, draft, partner, own, least)


def _with_own_subject(
    sentence: Parsed, draft: Draft, partner: int, own: list[int], subject: int
) -> Draft | None:
    if leaves_out_auxiliary(sentence, draft.head, partner) or _turns(sentence, partner):
        return None
    if may_be_said_too(sentence, draft.head, partner) or may_be_passive(
        sentence, draft.head, partner
    ):
        return None
    lead = shared_lead(sentence, draft, partner, own)
    made = Draft((*lead, *own), partner, naming(sentence, subject))
    return made if is_finite(sentence, partner) else None


def _with_this_subject(
    sentence: Parsed, draft: Draft, partner: int, own: list[int], least: float
) -> Draft | None:
    shared = shared_auxiliaries(sentence, draft.head, partner)
    # "And so the rooms are small": a subject that was taken for what is said.
    turned = any(word > partner for word in sentence.related(partner, "cop"))
    same = bool(draft.subject) and not turned and _has_this_subject(sentence, draft, partner, least)
    if shared is None or not same:
        return None
    lead = shared_lead(sentence, draft, partner, own)
    comma = opening_comma(sentence, draft, partner, own)
    return Draft((*lead, *draft.subject, *comma, *shared, *own), partner, draft.subject)


def _is_chatty(sentence: Parsed, draft: Draft) -> bool:
    """Say whether a sentence begins "It's my birthday", behind which "I" may be left out."""
    short = any(sentence.lower[word] == "'s" for word in sentence.related(draft.head, "cop"))
    subject = draft.subject[:1]
    return short and any(
        isinstance(word, int) and sentence.lower[word] in {"it", "that", "this"} for word in subject
    )


def _turns(sentence: Parsed, head: int) -> bool:
    """Say whether the verb stands before the subject: "not only are these people late"."""
    subject = subject_of(sentence, head)
    return subject is not None and any(word < subject for word in auxiliaries(sentence, head))


def _is_inverted(sentence: Parsed, partner: int) -> bool:
    """Say whether *partner* names its own subject behind its verb, or commands: "so did Rome"."""
    own = own_words(sentence, partner)
    first = next((word for word in own if sentence.lower[word] not in _DROPPED), partner)
    return sentence.lower[first] in _INVERTED


def _has_this_subject(sentence: Parsed, draft: Draft, partner: int, least: float) -> bool:
    """Say whether the subject of a draft is surely that of *partner*, and not one in between."""
    head = draft.head
    if sentence.related(head, "expl") or len(sentence.related(head, "nsubj", "csubj")) > 1:
        return False
    if _is_chatty(sentence, draft):
        return False
    if _is_inverted(sentence, partner):
        return False
    # "Said …, and said …": whoever said the one thing said the other too.
    saying = {sentence.lower[head], sentence.lower[partner]} <= load("said_verbs")
    if saying and sentence.related(partner, "ccomp", "parataxis", "obj", "xcomp"):
        return True
    if sentence.tree.arc_probabilities[partner] < (
        SURE if is_next_verb(sentence, head, partner) else least
    ):
        return False
    between = (
        child
        for child in sentence.children[head]
        if head < child < partner
        and child in draft.pieces
        and sentence.relation(child) in {"ccomp", "advcl", "parataxis"}
    )
    nearer = any(subject_of(sentence, child) is not None for child in between)
    return not nearer or sentence.tree.arc_probabilities[partner] >= VERY_SURE


def _is_that(sentence: Parsed, word: int) -> bool:
    return sentence.lower[word] == "that" and sentence.relation(word) == "mark"
