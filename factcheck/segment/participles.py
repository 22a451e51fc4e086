"""Say what participles in commas assert. In: a sentence and a draft. Out: splits."""

from factcheck.segment.appositions import inside
from factcheck.segment.clauses import NOUNS, is_plural, is_pronoun, naming, noun_phrase, subject_of
from factcheck.segment.drafts import Draft, Piece, Split
from factcheck.segment.joined import with_marks
from factcheck.segment.nested import meant_noun
from factcheck.segment.parsed import (
    COMMAS,
    Parsed,
    cut,
    extent,
    is_gapless,
    is_set_off,
    is_sure,
    leftmost,
    subtree,
)

# Of these participles the present holds: a firm "based in Oslo" is based there.
_STATES = frozenset(
    ["based", "located", "known", "called", "named", "headquartered", "situated", "owned", "listed"]
)
# "Also known as": these may stand between "is" and the participle.
_BEFORE = frozenset(
    ["also", "first", "formerly", "later", "originally", "previously", "recently", "then"]
)
# These begin what the sentence compares or supposes, and say nothing of its subject.
_NO_ASSERTION = frozenset(
    [
        "given",
        "compared",
        "provided",
        "faced",
        "asked",
        "combined",
        "coupled",
        "taken",
        "seen",
        "followed",
        "granted",
        "put",
        "pressed",
        "judged",
        "considered",
        "led",
        "left",
        "done",
        "added",
        "measured",
    ]
)


# "Painted in 1630, it shows a child"; what "this" and "one" are, nobody knows.
_SOMEBODY = frozenset(["he", "she", "it", "they"])
_POINTING = frozenset(["this", "that", "these", "those"])
# "Became a senator, elected in 2010": which of the two was elected is not said of "a senator".
_BECOMING = frozenset(
    ["become", "becomes", "became", "becoming", "remain", "remains", "remained", "remaining"]
)
_SELVES = frozenset(["myself", "yourself", "himself", "herself", "itself", "themselves"])
_LEAST_WITH_AND = 2  # words: "and sold" may go on with what stands before it


def split_participle(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "X was launched in 2021" of a passive participle in commas, and take it out."""
    splits = []
    for word in inside(sentence, draft):
        noun = _noun_of(sentence, draft, word)
        if noun is None or not _asserts(sentence, word):
            continue
        inner = set(subtree(sentence, word))
        subject = tuple(place for place in naming(sentence, noun) if place not in inner)
        subject = subject[sentence.lower[subject[0]] == "," :] if subject else ()
        if not subject or not is_gapless(subject) or not _may_be_named(sentence, subject, word):
            continue
        # "Moved by it, Roy of Dale and Ann of Vik wrote": whether they are two the tree may miss.
        several = word < noun and "and" in {sentence.lower[place] for place in subject}
        if several or _may_be_joined(sentence, noun) or _takes_more(sentence, word):
            continue
        if _is_joined_behind(sentence, word):
            continue
        made = _said_one_by_one(sentence, subject, word, plural=is_plural(sentence, noun))
        splits.append(Split(cut(sentence, word), made))
    return tuple(splits)


def _may_be_named(sentence: Parsed, subject: tuple[int, ...], word: int) -> bool:
    """Say whether a subject is a noun, or the "he" for whom a participle opens the sentence."""
    plain = _POINTING.isdisjoint(sentence.lower[place] for place in extent(sentence, word))
    opens = word < subject[0] and sentence.lower[subject[0]] in _SOMEBODY and plain
    return opens or not is_pronoun(sentence, subject)


def _copula(sentence: Parsed, participle: int, *, plural: bool) -> str:
    """Return "is" for what holds ("based in Oslo", "also known as"), else "was"."""
    first = sentence.lower[leftmost(sentence, participle)]
    form = sentence.lower[participle]
    behind = {sentence.lower[word] for word in extent(sentence, participle)}
    lasts = form in _STATES or (form == "sold" and not behind.isdisjoint({"as", "under"}))
    present = lasts and "until" not in behind and first in {"also", "and", form}
    return ("are" if plural else "is") if present else ("were" if plural else "was")


def _said_one_by_one(
    sentence: Parsed, subject: tuple[Piece, ...], word: int, *, plural: bool
) -> tuple[Draft, ...]:
    """Return "X was made in Rome" and "X was sold in May"; one draft where they may be one."""
    joined = sentence.related(word, "conj")
    phrase = extent(sentence, word)
    opening = (*subject, _copula(sentence, word, plural=plural))
    if not _are_two(sentence, word, joined):
        return (Draft((*opening, *phrase), word, subject, frozenset(joined)),)
    other = joined[0]
    first = tuple(one for one in phrase if one not in with_marks(sentence, other))
    second = tuple(one for one in phrase if one > max(sentence.related(other, "cc")))
    again = (*subject, _copula(sentence, other, plural=plural))
    return (
        Draft((*opening, *first), word, subject),
        Draft((*again, *second), other, subject),
    )


def _are_two(sentence: Parsed, word: int, joined: tuple[int, ...]) -> bool:
    """Say whether "and" joins one more participle, and each has words of its own."""
    if len(joined) != 1 or not is_sure(sentence, *joined):
        return False
    other = joined[0]
    conjunctions = [sentence.lower[one] for one in sentence.related(other, "cc") if one < other]
    own = len(extent(sentence, word)) - len(subtree(sentence, other))
    return (
        conjunctions == ["and"]
        and not sentence.related(other, "obj")
        and own > 1
        and len(extent(sentence, other)) > _LEAST_WITH_AND
        and not sentence.related(other, "conj")
        and all(child < other for child in sentence.related(word, "obl", "obj", "advmod"))
    )


def _is_joined_behind(sentence: Parsed, word: int) -> bool:
    """Say whether "and based" goes on behind the comma after a participle, hung elsewhere."""
    after = extent(sentence, word)[-1] + 1
    follows = sentence.lower[after : after + 2] in {(",", "and"), (",", "or"), (",", "but")}
    return follows and sentence.tree.xpos[after + 2] in {"VBN", "VBG", "JJ"}


def _may_be_joined(sentence: Parsed, noun: int) -> bool:
    """Say whether a participle behind "A and B" could be about one of them or both."""
    return sentence.relation(noun) == "conj" or bool(sentence.related(noun, "conj"))


def _takes_more(sentence: Parsed, participle: int) -> bool:
    """Say whether a participle holds a phrase behind a comma, which may belong to the sentence."""
    return any(
        child > participle and sentence.lower[leftmost(sentence, child) - 1] in COMMAS
        for child in sentence.related(participle, "obl", "advcl", "advmod", "ccomp", "parataxis")
    )


def _noun_of(sentence: Parsed, draft: Draft, word: int) -> int | None:
    """Return what a participle is about: the noun before it, or the subject it opens for."""
    head = sentence.tree.heads[word]
    relation = sentence.relation(word)
    opens = relation == "acl" and word < head == subject_of(sentence, draft.head)
    if opens or (relation == "advcl" and head == draft.head and word < head):
        return _opened_subject(sentence, draft, word)
    if sentence.tree.relations[word] == "acl" and word > head:
        inside = set(subtree(sentence, head))
        between = range(head + 1, leftmost(sentence, word))
        plain = all(place in inside or sentence.is_punctuation(place) for place in between)
        if not plain or sentence.tree.upos[head] not in NOUNS or not is_set_off(sentence, word):
            return None
        if sentence.related(head, "cop") and sentence.tree.upos[head] == "NOUN":
            return subject_of(sentence, head)
        noun = meant_noun(sentence, head, word)
        return None if noun is None or _is_what_one_becomes(sentence, noun) else noun
    return None


def _is_what_one_becomes(sentence: Parsed, noun: int) -> bool:
    """Say whether *noun* tells what somebody is: "as a player", "became a senator"."""
    articles = {sentence.lower[word] for word in sentence.related(noun, "det")}
    if articles.isdisjoint({"a", "an"}):
        return False
    if "as" in {sentence.lower[word] for word in sentence.related(noun, "case", "mark")}:
        return True
    verb = sentence.tree.heads[noun]
    becoming = verb >= 0 and (
        sentence.lower[verb] in _BECOMING
        or any(sentence.lower[word] in _SELVES for word in sentence.children[verb])
    )
    return becoming and sentence.relation(noun) in {"xcomp", "obj"}


def _opened_subject(sentence: Parsed, draft: Draft, word: int) -> int | None:
    """Return the subject that a participle opens for: "Built in 1990, the port"."""
    subject = subject_of(sentence, draft.head)
    phrase = extent(sentence, word)
    named = () if subject is None else noun_phrase(sentence, subject)
    opens = phrase[-1] + 2 in tuple(place for place in named if place > phrase[-1] + 1)[:1]
    comma = sentence.lower[phrase[-1] + 1 : phrase[-1] + 2] == (",",)
    first = phrase[0] in {0, draft.pieces[0]} and sentence.lower[word] != "based"
    one = first and not _begins_again(sentence, phrase)
    return subject if opens and comma and one else None


def _begins_again(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a word that is no name has a capital, as behind a heading without a mark."""
    return any(
        sentence.spans[word].of(sentence.text)[0].isupper()
        and sentence.tree.upos[word] in {"ADP", "DET", "PRON", "SCONJ", "ADV"}
        for word in phrase[1:]
    )


def _opens_phrase(sentence: Parsed, word: int) -> bool:
    """Say whether nothing stands in its phrase before a participle but "also" or "first"."""
    first = leftmost(sentence, word)
    return first == word or (first == word - 1 and sentence.lower[first] in _BEFORE)


def _is_passive(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is a past participle, or a past tense that can be nothing else."""
    form = sentence.tree.xpos[word]
    past = form == "VBD" and sentence.tree.relations[word] == "acl"
    return form == "VBN" or (past and not sentence.related(word, "obj", "xcomp", "ccomp", "conj"))


def _asserts(sentence: Parsed, word: int) -> bool:
    return (
        _is_passive(sentence, word)
        and sentence.lower[word] not in _NO_ASSERTION
        and _opens_phrase(sentence, word)
        and is_gapless(extent(sentence, word))
        and len(extent(sentence, word)) > 2
        and not sentence.related(word, "mark", "aux", "nsubj", "cc")
        and all(
            sentence.tree.xpos[other] in {"VBN", "VBD"} and subject_of(sentence, other) is None
            for other in sentence.related(word, "conj")
        )
        and (is_sure(sentence, word) or word == 0)
    )
