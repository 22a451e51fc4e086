"""Tell which words report speech or thought, and whose. In: a sentence. Out: cues and sources."""

from functools import cache
from typing import NamedTuple

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    has_modal,
    is_named,
    is_negated,
    is_predicate,
    name_beside,
    noun_phrase,
)
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_set_off_before, subtree
from factcheck.segment.spoken import TELLING

Source = tuple[int, tuple[int, ...]]  # the head of the phrase, and the places of its words
_LISTS = ("said_verbs", "thought_verbs", "showing_verbs", "reporting_verbs")
# "Roy is concerned that", "Roy is sure that": thought, reported by an adjective.
_MINDS = frozenset(
    [
        "adamant",
        "afraid",
        "certain",
        "concerned",
        "confident",
        "convinced",
        "hopeful",
        "optimistic",
        "sceptical",
        "skeptical",
        "sure",
        "worried",
    ]
)
# "Roy went on to say": the subject stands at the first verb.
_GOING_ON = frozenset(["went", "goes", "gone", "continued", "continues", "proceeded", "began"])
_QUOTING = frozenset(["quote", "quoted", "quotes", "quoting", "cited", "cites"])
_NOBODY = frozenset(["no", "neither", "none", "nobody", "nothing", "nor", "few"])
_OURSELVES = frozenset(["we", "i", "you", "one", "there"])
_CONDITIONS = frozenset(["if", "whether", "unless", "lest", "until", "before", "than"])
_RELATIVES = frozenset(["who", "which", "that"])
_SUBJECTS = frozenset(["nsubj", "nsubj:outer", "csubj", "csubj:outer"])
# A longer source has swallowed something else.
_LONGEST_SOURCE = 30


class Cue(NamedTuple):
    """A verb that reports, the words it is made of, the words for its source, if named."""

    verb: int
    words: tuple[int, ...]
    source: tuple[int, ...]
    named: bool


@cache
def all_reporting_verbs() -> frozenset[str]:
    """Return the verbs that report what is said, thought or shown, in all their forms."""
    return frozenset[str]().union(*map(load, _LISTS)) | {"pointed", "points", "point"}


def cue_of(sentence: Parsed, verb: int) -> Cue | None:
    """Return *verb* as a cue with its source; None where it reports nothing for certain.

    What is denied ("did not say"), possible ("would say"), conditional ("if he says") or said by
    nobody ("neither side said") is not reported.
    """
    if not _may_report(sentence, verb):
        return None
    found = _source(sentence, verb)
    if found is None:
        return None
    head, source = found
    if not source or len(source) > _LONGEST_SOURCE or is_nobody(sentence, source):
        return None
    return Cue(verb, _cue_words(sentence, verb), source, is_named_source(sentence, head))


def _may_report(sentence: Parsed, verb: int) -> bool:
    if not _is_reporting(sentence, verb) or is_negated(sentence, verb):
        return False
    marks = {sentence.lower[word] for word in sentence.related(verb, "mark", "advmod")}
    return (
        not has_modal(sentence, verb)
        and not (marks & _CONDITIONS)
        and not (sentence.tree.xpos[verb] == "VBN" and _is_participle(sentence, verb))
    )


def _is_participle(sentence: Parsed, verb: int) -> bool:
    """Say whether *verb* is the "echoed" of "the argument, echoed in papers"."""
    bare = not sentence.related(verb, "aux", "cop", "nsubj")
    return bare and sentence.relation(verb) not in {"conj", "parataxis", "root"}


def _is_reporting(sentence: Parsed, verb: int) -> bool:
    """Say whether a verb is listed and active, or "is sure", or the "put" of "as Roy put it"."""
    form = sentence.lower[verb]
    if form not in all_reporting_verbs() and form not in _MINDS and form not in {"put", "puts"}:
        return False
    passive = any(
        sentence.tree.relations[child] in {"nsubj:pass", "aux:pass"}
        for child in sentence.children[verb]
    )
    if form in _MINDS:
        return passive or bool(sentence.related(verb, "cop"))
    listed = form in all_reporting_verbs() or [
        sentence.lower[word] for word in sentence.related(verb, "obj")
    ] == ["it"]
    return listed and not passive and sentence.tree.xpos[verb].startswith("VB")


def _cue_words(sentence: Parsed, verb: int) -> tuple[int, ...]:
    """Return the verb with the auxiliaries right before it and "out" right behind it."""
    words = [verb]
    helpers = sentence.related(verb, "aux", "cop")
    while words[0] - 1 in helpers:
        words.insert(0, words[0] - 1)
    behind = verb + 1
    if behind < len(sentence.lower) and sentence.tree.relations[behind] == "compound:prt":
        words.append(behind)
    return tuple(words)


def is_named_source(sentence: Parsed, head: int) -> bool:
    """Say whether the source is somebody; a clause ("What he told reporters") is as its subject."""
    told = [
        clause for clause in (head, *sentence.related(head, "acl")) if _subjects(sentence, clause)
    ]
    if told and sentence.lower[head] in {"what", *all_reporting_verbs()}:
        return is_named(sentence, _subjects(sentence, told[0])[0])
    return is_named(sentence, head)


def _subjects(sentence: Parsed, verb: int) -> tuple[int, ...]:
    minds = {"nsubj:pass"} if sentence.lower[verb] in _MINDS else set()
    return tuple(
        child
        for child in sentence.children[verb]
        if sentence.tree.relations[child] in _SUBJECTS | minds
    )


def _source(sentence: Parsed, verb: int) -> Source | None:
    """Return the head and the words of the subject of *verb*, its own or the one it shares."""
    own = _subjects(sentence, verb)
    if sentence.related(verb, "expl"):
        return None
    if len(own) > 1:
        return _titled(sentence, own)
    if own:
        return _of_subject(sentence, verb, own[0])
    return _elsewhere(sentence, verb)


def _elsewhere(sentence: Parsed, verb: int) -> Source | None:
    """Return the subject that a verb without one shares, or that is taken for its object."""
    above = sentence.tree.heads[verb]
    relation = sentence.relation(verb)
    participle = sentence.tree.xpos[verb] == "VBG" and not sentence.related(verb, "aux")
    goes_on = relation in {"xcomp", "advcl"} and sentence.lower[max(0, above)] in _GOING_ON
    if relation == "conj" or goes_on:
        return _shared(sentence, above)
    if participle and relation == "advcl":
        return _of_participle(sentence, verb, above)
    if participle and relation == "acl":
        return _of_noun(sentence, verb, above)
    return None if participle else _turned_object(sentence, verb)


def _titled(sentence: Parsed, subjects: tuple[int, ...]) -> Source | None:
    """Return an office with the name behind it, taken for two subjects; None for any other two."""
    office, name = extent(sentence, subjects[0]), extent(sentence, subjects[1])
    together = (*office, *name)
    one = len(subjects) == 2 and sentence.tree.upos[subjects[1]] == "PROPN"
    return (
        (subjects[1], together)
        if one and office[-1] + 1 == name[0] and is_gapless(together)
        else None
    )


def _of_subject(sentence: Parsed, verb: int, subject: int) -> Source | None:
    antecedent = sentence.tree.heads[verb]
    if sentence.lower[subject] in _RELATIVES and sentence.tree.relations[verb] == "acl:relcl":
        head = name_beside(sentence, antecedent) or antecedent
        return head, noun_phrase(sentence, head)
    if subject > verb and sentence.lower[verb] in TELLING:
        return None
    words = source_words(sentence, subject)
    words = (*words, *_reduced_relative(sentence, verb, words))
    return (subject, words) if words and verb not in words else None


def _reduced_relative(sentence: Parsed, verb: int, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return "reached by telephone" of "Residents reached by telephone said"."""
    for clause in sentence.related(verb, "advcl"):
        words = extent(sentence, clause)
        if source and words[0] == source[-1] + 1 == clause and words[-1] < verb:
            return words
    return ()


def source_words(sentence: Parsed, head: int) -> tuple[int, ...]:
    """Return the phrase of a source with its closing bracket; () where it has gaps."""
    words = extent(sentence, head)
    words = words if is_gapless(words) else noun_phrase(sentence, head)
    return with_bracket(sentence, words) if words and is_gapless(words) else ()


def with_bracket(sentence: Parsed, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return *words* with the bracket behind them that closes one of theirs."""
    forms = [sentence.lower[word] for word in words]
    after = words[-1] + 1
    open_still = forms.count("(") > forms.count(")")
    closed = open_still and sentence.lower[after : after + 1] == (")",)
    return (*words, after) if closed else words


def _turned_object(sentence: Parsed, verb: int) -> Source | None:
    """Return Roy of "“…,” said Roy", which a parser may take for an object."""
    objects = sentence.related(verb, "obj")
    before = sentence.lower[verb - 1] if verb else ""
    thing = sentence.related(verb, "xcomp", "iobj")
    if (
        thing
        or len(objects) != 1
        or before not in {",", '"', "”", "’"}
        or sentence.lower[verb] in TELLING
    ):
        return None
    words = extent(sentence, objects[0])
    return (objects[0], words) if words[0] == verb + 1 and is_gapless(words) else None


def _shared(sentence: Parsed, verb: int) -> Source | None:
    """Return the subject of *verb*, or of the verb it is joined to."""
    while not _subjects(sentence, verb) and sentence.relation(verb) in {"conj", "xcomp", "advcl"}:
        verb = sentence.tree.heads[verb]
    found = sentence.related(verb, "nsubj", "csubj")
    return _of_subject(sentence, verb, found[0]) if len(found) == 1 else None


def _of_participle(sentence: Parsed, verb: int, above: int) -> Source | None:
    """Return who is "adding" something: who said what stands before, else the subject.

    Of "quoted Roy as saying" it is the object.
    """
    quoted = sentence.related(above, "obj") if sentence.lower[above] in _QUOTING else ()
    start = extent(sentence, verb)[0]
    if quoted and above < quoted[0] < start and sentence.lower[start] == "as":
        return _quoted_person(sentence, above, start)
    speaking = [
        word
        for word in range(verb - 1, -1, -1)
        if _may_report(sentence, word)
        and sentence.tree.xpos[word] != "VBG"
        and not _is_reported(sentence, word)
        and len(_subjects(sentence, word)) == 1
    ]
    return _shared(sentence, speaking[0] if speaking else above)


def _quoted_person(sentence: Parsed, verb: int, end: int) -> Source | None:
    """Return all that stands between "quoted" and "as", an office and a name too."""
    words = tuple(range(verb + 1, end))
    names = [word for word in words if sentence.tree.upos[word] == "PROPN"]
    plain = not any(is_predicate(sentence, word) for word in words)
    return ((names or words)[0], words) if plain else None


def _is_reported(sentence: Parsed, word: int) -> bool:
    """Say whether *word* stands in a clause that a verb before it reports."""
    while sentence.tree.heads[word] >= 0:
        above = sentence.tree.heads[word]
        if sentence.relation(word) == "ccomp" and above < word and _may_report(sentence, above):
            return True
        word = above
    return False


def _of_noun(sentence: Parsed, verb: int, noun: int) -> Source | None:
    """Return "a letter" of "a letter saying that …", Roy of "Roy beat Tom, saying that …"."""
    apart = is_set_off_before(sentence, verb)
    if not apart or sentence.relation(noun) == "nsubj":
        phrase = noun_phrase(sentence, noun)
        return noun, tuple(word for word in phrase if word not in subtree(sentence, verb))
    above = noun
    while above >= 0 and not is_predicate(sentence, above):
        above = sentence.tree.heads[above]
    return _of_participle(sentence, verb, above) if above >= 0 else None


def is_nobody(sentence: Parsed, source: tuple[int, ...]) -> bool:
    """Say whether nobody says so, or the article itself: "as we predicted"."""
    return sentence.lower[source[0]] in _NOBODY or (
        len(source) == 1 and sentence.lower[source[0]] in _OURSELVES
    )
