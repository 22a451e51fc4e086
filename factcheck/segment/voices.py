"""Say who is made responsible for what. In: a sentence and its quotations. Out: speeches."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from factcheck.lexicon import load
from factcheck.segment.accounts import account_of
from factcheck.segment.believed import BELIEVED, believed_subject
from factcheck.segment.clauses import has_modal, is_clause, is_named, is_negated, subject_of
from factcheck.segment.contents import contents_of
from factcheck.segment.cues import cue_of, is_nobody, source_words, with_bracket
from factcheck.segment.frames import cue_words, frame_of
from factcheck.segment.parsed import Parsed, extent, is_gapless, subtree
from factcheck.segment.spoken import Speech, Words, said_words

_HEARSAY = frozenset(["reportedly", "allegedly", "supposedly", "purportedly"])
_LONGEST_SOURCE = 30


def speeches_of(sentence: Parsed, quotes: Sequence[Words]) -> tuple[Speech, ...]:
    """Return every speech in a sentence, in the order of their cues.

    *quotes* are the words of each quotation that reaches into the sentence, without its marks;
    what is reported inside one belongs to its speaker and is none of its own.
    """
    quoted = {word for quote in quotes for word in quote}
    found = (
        _tidied(sentence, speech, quoted)
        for word in range(len(sentence.lower))
        if word not in quoted
        for speech in _at(sentence, quotes, word)
    )
    return tuple(speech for speech in found if speech.content)


def _tidied(sentence: Parsed, speech: Speech, quoted: set[int]) -> Speech:
    """Return a speech whose source ends before any quotation, and whose parts share no word.

    It says nothing where no source is left.
    """
    said = quoted.intersection(speech.content)
    source = _without_edges(
        sentence, tuple(takewhile(lambda word: word not in said, speech.source))
    )
    lost = bool(speech.source) and not source
    content = set() if lost else {*speech.content} - {*source, *speech.cue}
    kept = [word for word in sorted(content) if not _is_edge(sentence, content, word)]
    return Speech(speech.named, source, speech.cue, said_words(sentence, kept))


def _without_edges(sentence: Parsed, source: Words) -> Words:
    """Return a source without marks at its ends; a bracket that it opens stays closed."""
    return with_bracket(sentence, words) if (words := said_words(sentence, source)) else ()


def _is_edge(sentence: Parsed, content: set[int], word: int) -> bool:
    """Say whether *word* is the comma before or behind a tag in the middle."""
    return sentence.lower[word] == "," and not {word - 1, word + 1} <= content


def _at(sentence: Parsed, quotes: Sequence[Words], word: int) -> Iterator[Speech]:
    form = sentence.lower[word]
    if form == "according":
        yield from _according(sentence, word)
        return
    if form in _HEARSAY:
        yield from _hearsay(sentence, word)
        return
    if form in load("calling_verbs"):
        yield from _called(sentence, word)
        return
    if form in BELIEVED and sentence.tree.xpos[word] == "VBN":
        yield from _believed(sentence, word)
    yield from _framed(sentence, word)
    yield from _accounted(sentence, word)
    cue = cue_of(sentence, word)
    if cue is not None:
        content = contents_of(sentence, quotes, cue)
        yield Speech(cue.named, cue.source, cue.words, content)
        return
    yield from _announced(sentence, quotes, word)


def _according(sentence: Parsed, word: int) -> Iterator[Speech]:
    """Yield "According to Roy, …" and "…, according to Roy"."""
    if sentence.lower[word + 1 : word + 2] != ("to",):
        return
    source = sentence.tree.heads[word]
    phrase = extent(sentence, source)
    if source < word or phrase[0] != word or not 2 < len(phrase) <= _LONGEST_SOURCE + 2:
        return
    above = sentence.tree.heads[source]
    while above >= 0 and not is_clause(sentence, above) and sentence.tree.heads[above] >= 0:
        above = sentence.tree.heads[above]
    apart = word == 0 or sentence.is_punctuation(word - 1) or sentence.relation(word - 1) == "cc"
    if above < 0 or above in phrase or not is_gapless(phrase):
        return
    if not apart and not _can_tell(sentence, source):
        return
    while sentence.relation(above) == "ccomp" and sentence.lower[word - 1] == "," and above < word:
        above = sentence.tree.heads[above]
    content = set(subtree(sentence, above)) - set(subtree(sentence, source))
    content -= _of_others(sentence, above)
    yield Speech(
        is_named(sentence, source),
        with_bracket(sentence, phrase[2:]),
        phrase[:2],
        _without_mark(sentence, content),
    )


def _framed(sentence: Parsed, word: int) -> Iterator[Speech]:
    """Yield "In Roy's view, …" and "per the clerk, …"."""
    frame = frame_of(sentence, word)
    if frame is None:
        return
    content = set(subtree(sentence, frame.verb)) - set(frame.words)
    content -= _of_others(sentence, frame.verb)
    cue = cue_words(sentence, frame)
    yield Speech(frame.named, frame.source, cue, _without_mark(sentence, content))


def _accounted(sentence: Parsed, word: int) -> Iterator[Speech]:
    """Yield "Roy's claim that …"."""
    account = account_of(sentence, word)
    if account is not None:
        content = subtree(sentence, account.clause)[1:]
        yield Speech(account.named, account.source, (word,), said_words(sentence, content))


def _can_tell(sentence: Parsed, noun: int) -> bool:
    """Say whether "according to" this noun is a report, and not "according to their number"."""
    known = load("anonymous_sources") | load("showing_nouns") | {"police", "spokesman"}
    return sentence.tree.upos[noun] == "PROPN" or sentence.lower[noun] in known


def _of_others(sentence: Parsed, clause: int) -> set[int]:
    """Return what is joined to a clause and has a source of its own: "…, but Tom said …"."""
    return {
        word
        for other in sentence.related(clause, "conj", "parataxis")
        if subject_of(sentence, other) is not None and cue_of(sentence, other) is not None
        for word in subtree(sentence, other)
    }


def _without_mark(sentence: Parsed, words: set[int]) -> Words:
    """Return a clause without the conjunction that joins it to another."""
    content = list(said_words(sentence, sorted(words)))
    while content and sentence.lower[content[0]] in {"and", "but", "that", "yet"}:
        content.pop(0)
    return said_words(sentence, content)


def _hearsay(sentence: Parsed, word: int) -> Iterator[Speech]:
    """Yield "The plan was reportedly dropped": nobody says so."""
    above = sentence.tree.heads[word]
    if above < 0 or (not is_clause(sentence, above) and sentence.relation(above) != "conj"):
        return
    content = set(subtree(sentence, above)) - set(subtree(sentence, word))
    yield Speech(False, (), (word,), _without_mark(sentence, content))


def _believed(sentence: Parsed, verb: int) -> Iterator[Speech]:
    """Yield "It is believed that …" and "Roy is said to …": nobody says so."""
    subject = believed_subject(sentence, verb)
    if subject is None:
        return
    first = min((*sentence.related(verb, "aux"), verb))
    for clause in sentence.related(verb, "ccomp", "csubj", "xcomp"):
        words = subtree(sentence, clause)
        if sentence.relation(clause) == "xcomp" and sentence.lower[subject] != "it":
            rest = [word for word in words if sentence.lower[word] != "to" or word > clause]
            content = (*extent(sentence, subject), *rest)
            yield Speech(False, (), tuple(range(first, verb + 1)), said_words(sentence, content))
        elif sentence.lower[subject] == "it" and sentence.lower[words[0]] == "that":
            yield Speech(
                False, (), tuple(range(subject, words[0] + 1)), said_words(sentence, words[1:])
            )


def _called(sentence: Parsed, verb: int) -> Iterator[Speech]:
    """Yield "Roy called the vote a joke"."""
    subjects = [
        child for child in sentence.children[verb] if sentence.tree.relations[child] == "nsubj"
    ]
    objects = sentence.related(verb, "obj")
    said = [
        child
        for child in sentence.related(verb, "xcomp", "obl")
        if child > verb and not sentence.related(child, "mark")
    ]
    as_what = [
        child
        for child in said
        if sentence.relation(child) == "xcomp" or sentence.lower[extent(sentence, child)[0]] == "as"
    ]
    unsure = is_negated(sentence, verb) or has_modal(sentence, verb)
    if len(subjects) != 1 or len(objects) != 1 or not as_what or unsure:
        return
    content = (*subtree(sentence, objects[0]), *subtree(sentence, as_what[0]))
    source = source_words(sentence, subjects[0])
    if not source or is_nobody(sentence, source):
        return
    helpers = [word for word in sentence.related(verb, "aux") if word == verb - 1]
    yield Speech(
        is_named(sentence, subjects[0]),
        source,
        (*helpers, verb),
        said_words(sentence, sorted(content)),
    )


def _announced(sentence: Parsed, quotes: Sequence[Words], word: int) -> Iterator[Speech]:
    """Yield "Roy was blunt: “We lost.”": a name, a colon and a quotation to the end."""
    subject = _speaker(sentence, word) if quotes and word == sentence.root else None
    if subject is None:
        return
    quote = quotes[-1]
    colon = sentence.lower[max(0, quote[0] - 2) : quote[0]]
    ends = all(
        sentence.is_punctuation(place) for place in range(quote[-1] + 1, len(sentence.lower))
    )
    if ":" in colon and ends and word < quote[0]:
        helpers = [place for place in sentence.related(word, "cop", "aux") if place == word - 1]
        yield Speech(
            is_named(sentence, subject),
            source_words(sentence, subject),
            (*helpers, word),
            said_words(sentence, quote),
        )


def _speaker(sentence: Parsed, verb: int) -> int | None:
    """Return the subject of *verb* if it is a name, an office, "he" or "she"."""
    subjects = [
        child for child in sentence.children[verb] if sentence.tree.relations[child] == "nsubj"
    ]
    if len(subjects) != 1:
        return None
    word = sentence.lower[subjects[0]]
    somebody = sentence.tree.upos[subjects[0]] == "PROPN" or word in load("offices")
    return subjects[0] if somebody or word in {"he", "she"} else None


def opening_of(sentence: Parsed) -> Speech | None:
    """Return who speaks behind a sentence that ends in a colon; the content is still to come."""
    if sentence.lower[-1] != ":":
        return None
    cues = [cue_of(sentence, word) for word in range(len(sentence.lower))]
    said = [cue for cue in cues if cue is not None]
    if said:
        return Speech(said[-1].named, said[-1].source, said[-1].words, ())
    subject = _speaker(sentence, sentence.root)
    if subject is None:
        return None
    return Speech(is_named(sentence, subject), extent(sentence, subject), (sentence.root,), ())
