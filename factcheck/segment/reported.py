"""Tell what of a clause its source said. In: a sentence, a cue and a clause. Out: words."""

from collections.abc import Sequence

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    finite_form,
    has_modal,
    is_clause,
    is_finite,
    is_predicate,
    subject_of,
)
from factcheck.segment.cues import Cue, cue_of
from factcheck.segment.direct import behind_colon, frame_of
from factcheck.segment.mending import quotations
from factcheck.segment.parsed import (
    SURE,
    VERY_SURE,
    Parsed,
    extent,
    is_set_off_before,
    is_sure,
    subtree,
)
from factcheck.segment.spoken import TELLING, Words, said_words

_ASKED = frozenset(["whether", "how", "why", "who", "which", "where"])
_CONTRASTS = frozenset(["while", "whereas", "although", "though", "but"])
_CONCESSIONS = _CONTRASTS - {"but", "whereas"}
# "…, an accusation he rejects" speaks about what was said.
_WORDS_FOR_WORDS = frozenset(
    [
        "accusation",
        "accusations",
        "allegation",
        "allegations",
        "assertion",
        "charge",
        "charges",
        "claim",
        "claims",
        "remark",
        "remarks",
        "statement",
        "view",
    ]
)


def reported_clause(sentence: Parsed, cue: Cue) -> int | None:
    """Return the head of the clause that depends on the verb."""
    for child in sentence.related(cue.verb, "ccomp", "parataxis", "advcl"):
        relation = sentence.relation(child)
        marks = {sentence.lower[word] for word in sentence.related(child, "mark")}
        if relation == "advcl" and marks != {"that"}:
            continue
        if relation == "parataxis" and not (child < cue.verb or _follows(sentence, cue, child)):
            continue
        heard = is_told(sentence, cue, child) or _listener_inside(sentence, cue, child)
        if _is_asserted(sentence, child, marks) and heard:
            return child
    return None


def _listener_inside(sentence: Parsed, cue: Cue, clause: int) -> Words:
    """Return Tom of "Roy told Tom the port would close", taken for a second subject."""
    subjects = sentence.related(clause, "nsubj", "expl")
    if len(subjects) != 2 or sentence.lower[cue.verb] not in TELLING:
        return ()
    first = extent(sentence, min(subjects))
    return first if first[0] == cue.verb + 1 else ()


def _follows(sentence: Parsed, cue: Cue, clause: int) -> bool:
    """Say whether nothing but the verb and what belongs to it stands before a clause."""
    before = extent(sentence, clause)[0] - 1
    while before > 0 and sentence.is_punctuation(before):
        before -= 1
    return before in frame_of(sentence, cue)


def _is_asserted(sentence: Parsed, clause: int, marks: set[str]) -> bool:
    opening = sentence.lower[extent(sentence, clause)[0]]
    after = extent(sentence, clause)[-1] + 1
    question = after < len(sentence.lower) and sentence.lower[after] == "?"
    return (
        is_clause(sentence, clause)
        and opening not in _ASKED
        and not (marks & {"whether", "if", "to"} and opening in {"whether", "if", "to"})
        and not question
        and (is_sure(sentence, clause) or "that" in marks or sentence.relation(clause) == "ccomp")
    )


def reported_words(sentence: Parsed, quotes: Sequence[Words], cue: Cue, clause: int) -> Words:
    """Return the words of a clause without what others say in it or the source does."""
    further = (*_further(sentence, cue), *_behind_tag(sentence, cue, clause))
    words = set(subtree(sentence, clause)).union(*(subtree(sentence, head) for head in further))
    if clause > cue.verb:
        words = {word for word in words if word > cue.verb}
    words |= {*_before_tag(sentence, cue, clause)}
    words -= {*cue.words, *cue.source, *_listener_inside(sentence, cue, clause)}
    words -= {word for word in sorted(words)[:1] if sentence.lower[word] == "that"}
    words -= not_reported(sentence, quotes, cue, clause)
    words -= set(behind_colon(sentence, quotes))
    kept = said_words(sentence, sorted(words))
    return _whole_quote(sentence, quotes, kept)


def not_reported(
    sentence: Parsed, quotes: Sequence[Words], cue: Cue, clause: int
) -> frozenset[int]:
    """Return the words in a reported clause that others say in it, or that the source does."""
    quoted = {word for quote in quotes for word in quote}
    gone: set[int] = set()
    for word in subtree(sentence, clause):
        if word not in gone | quoted and _is_others(sentence, cue, clause, word):
            gone.update(subtree(sentence, word))
    return frozenset(gone)


def _further(sentence: Parsed, cue: Cue) -> Words:
    """Return the heads of "and that …" behind the first reported clause."""
    return tuple(
        word
        for word in sentence.related(cue.verb, "conj")
        if is_clause(sentence, word)
        and "that" in {sentence.lower[mark] for mark in sentence.related(word, "mark")}
    )


def _behind_tag(sentence: Parsed, cue: Cue, clause: int) -> Words:
    """Return "when it rains" of "The dam leaks, Roy said, when it rains"."""
    return tuple(
        word
        for word in sentence.related(cue.verb, "advcl", "ccomp")
        if clause < cue.verb < word
        and is_clause(sentence, word)
        and is_set_off_before(sentence, word)
        and cue_of(sentence, word) is None
    )


def _before_tag(sentence: Parsed, cue: Cue, clause: int) -> Words:
    """Return "If it rains" of "If it rains, Roy said, the dam leaks"."""
    if clause < cue.verb or sentence.lower[cue.words[-1] + 1 : cue.words[-1] + 2] != (",",):
        return ()
    return tuple(
        word
        for other in sentence.related(cue.verb, "advcl", "ccomp")
        if other < cue.words[0] and is_clause(sentence, other) and cue_of(sentence, other) is None
        for word in subtree(sentence, other)
    )


def _whole_quote(sentence: Parsed, quotes: Sequence[Words], words: Words) -> Words:
    """Return the whole quotation where *words* are part of it and of nothing else."""
    for quote in quotes:
        if words and words[0] >= quote[0] and words[-1] <= quote[-1]:
            return said_words(sentence, quote)
    return words


def _is_others(sentence: Parsed, cue: Cue, clause: int, word: int) -> bool:
    """Say whether *word* heads something in a reported clause that is not part of the report."""
    relation = sentence.relation(word)
    if word == clause:
        return False
    if sentence.lower[extent(sentence, word)[0]] == "according":
        return relation in {"obl", "nmod", "advcl", "advmod"}
    if sentence.lower[word] in _WORDS_FOR_WORDS and is_set_off_before(sentence, word):
        return relation in {"appos", "parataxis"}
    if _cites(sentence, word) or _is_conceded(sentence, cue, word):
        return True
    joined = relation == "conj" and sentence.tree.heads[word] == clause
    if joined and is_predicate(sentence, word) and _is_of_source(sentence, clause, word):
        return True
    return relation in {"conj", "advcl", "parataxis"} and _is_said_by_other(sentence, cue, word)


def _is_conceded(sentence: Parsed, cue: Cue, word: int) -> bool:
    """Say whether *word* is that of ", although no test was run" behind a thought.

    Whoever thinks something does not hold against it what the article does.
    """
    marks = {sentence.lower[mark] for mark in sentence.related(word, "mark") if mark < word}
    behind = cue.verb < sentence.tree.heads[word] < word and is_set_off_before(sentence, word)
    thought = sentence.lower[cue.verb] in load("thought_verbs")
    contrast = sentence.relation(word) == "advcl" and not marks.isdisjoint(_CONCESSIONS)
    return thought and contrast and behind


def _cites(sentence: Parsed, word: int) -> bool:
    """Say whether *word* is that of ", citing two officials", which is what the reporter does."""
    set_off = sentence.lower[word] == "citing" and is_set_off_before(sentence, word)
    return set_off and sentence.relation(word) in {"advcl", "acl", "parataxis", "conj"}


def citing_words(sentence: Parsed, clause: int) -> frozenset[int]:
    """Return the words of ", citing two officials" below *clause*, with the comma before them."""
    return frozenset(
        word
        for head in subtree(sentence, clause)
        if _cites(sentence, head)
        for word in (*subtree(sentence, head), extent(sentence, head)[0] - 1)
    )


def _is_said_by_other(sentence: Parsed, cue: Cue, word: int) -> bool:
    """Say whether *word* is a verb by which somebody else, or the source anew, says something."""
    marks = {sentence.lower[mark] for mark in sentence.related(word, "mark") if mark < word}
    other = cue_of(sentence, word)
    own = subject_of(sentence, word) is not None
    if sentence.lower[word] in load("calling_verbs"):
        return own and bool(marks & _CONTRASTS)
    if other is None or "that" in marks:
        return False
    if sentence.tree.xpos[word] == "VBG":
        return (own or other.source == cue.source) and is_set_off_before(sentence, word)
    return own and (sentence.relation(word) != "advcl" or bool(marks & _CONTRASTS))


def _is_of_source(sentence: Parsed, clause: int, word: int) -> bool:
    """Say whether a verb joined to the reported one is what the source did: "and resigned"."""
    bare = subject_of(sentence, word) is None
    same = sentence.tree.upos[clause] != "VERB" and not is_finite(sentence, word)
    reports = bool(sentence.related(word, "ccomp")) and cue_of(sentence, word) is not None
    return bare and not same and (reports or not is_said_too(sentence, clause, word, SURE))


def is_said_too(sentence: Parsed, content: int, other: int, least: float = VERY_SURE) -> bool:
    """Say whether a verb joined to that of the content is said too, and not what the source did.

    *least* is how likely the joint must be where the form of the verbs allows both.
    """
    if subject_of(sentence, other) is not None or not is_predicate(sentence, other):
        return True
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    if any(start < min(content, other) and max(content, other) < end for start, end in pairs):
        return True
    forms = {finite_form(sentence, word) for word in (other, content)}
    verbs = {sentence.tree.upos[word] for word in (other, content)} == {"VERB"}
    alike = (len(forms) == 1 and verbs) or forms == {"VBN", "VBD"} or has_modal(sentence, other)
    # "The mayor says it was closed and sold": what is past the mayor does not do while saying so.
    saying = finite_form(sentence, sentence.tree.heads[content])
    apart = forms <= {"VBN", "VBD"} and saying in {"VBZ", "VBP"}
    return alike and sentence.tree.arc_probabilities[other] >= (SURE if apart else least)


def is_told(sentence: Parsed, cue: Cue, content: int) -> bool:
    """Say whether a verb that needs a listener has one, who then is not in the content.

    Not so where a source stands before a content that ends with the verb: what looks like one is a
    credit or a place that another line left behind, "Reuters The bank failed, Roy told Reuters".
    """
    start = extent(sentence, content)[0]
    if content < cue.verb and cue.source[-1] < start:
        return False
    if sentence.lower[cue.verb] not in TELLING:
        return True
    listeners = sentence.related(cue.verb, "obj", "iobj", "nsubj")
    return any(child > cue.verb for child in listeners) or start < cue.verb
