"""Take sentences apart into claims. In: a text and sentences of it. Out: their claims.

English sentences are parsed and split by rules; where a rule is not certain, and in any other
language, a sentence stays one claim in its own words.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from factcheck.lexicon.quoting import quoted
from factcheck.model.claim import Claim
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed
from factcheck.segment.absolutes import split_absolute
from factcheck.segment.accounts import split_account
from factcheck.segment.adverbials import split_adverbial_clause
from factcheck.segment.appositions import split_apposition
from factcheck.segment.asserted import asserted
from factcheck.segment.attributing import voiced
from factcheck.segment.believed import split_believed
from factcheck.segment.beside import split_beside
from factcheck.segment.carrying import carry_on
from factcheck.segment.clauses import is_clause, is_finite, named_subject, subject_of
from factcheck.segment.context import unresolved
from factcheck.segment.coordination import split_coordinated_predicates
from factcheck.segment.counted import counted_again, strands_number
from factcheck.segment.drafts import Draft, Split, pieces_of
from factcheck.segment.elided import is_elided
from factcheck.segment.frames import split_frame
from factcheck.segment.gapped import split_gapped
from factcheck.segment.half_quoted import with_both_marks
from factcheck.segment.hearing import Heard, attribution_of, hear, voices_of
from factcheck.segment.judged import split_judgement
from factcheck.segment.kept import lost_words
from factcheck.segment.listed import split_list_of_objects
from factcheck.segment.meanwhile import split_meanwhile
from factcheck.segment.mentions import mentions_of
from factcheck.segment.naming import Named, named_again
from factcheck.segment.object_relatives import claim_object_relative
from factcheck.segment.paired_names import split_paired_names
from factcheck.segment.parataxis import split_parataxis
from factcheck.segment.parsed import Parsed, is_sure, leftmost, parsed
from factcheck.segment.parser import parse_in_turn
from factcheck.segment.participles import split_participle
from factcheck.segment.partitives import split_partitive
from factcheck.segment.placed_relatives import split_placed_relative
from factcheck.segment.pointing import pointing_objects, pointing_persons
from factcheck.segment.purposes import split_coordinated_purposes
from factcheck.segment.relatives import claim_definite_relative, split_nonrestrictive_relative
from factcheck.segment.reports import split_reported_speech, split_saying
from factcheck.segment.results import split_result
from factcheck.segment.said_between import split_said_between
from factcheck.segment.soundness import is_sound
from factcheck.segment.spoken import Speech
from factcheck.segment.tags import split_according_to, split_speech_tag
from factcheck.segment.tokens import tokenize
from factcheck.segment.unnamed import unnamed_subjects
from factcheck.segment.where_relatives import split_where
from factcheck.segment.wording import worded

# These assert nothing, but may say who speaks in the quotation behind them.
_ANNOUNCING = frozenset({Role.LEAD_IN, Role.QUESTION})

Rule = Callable[[Parsed, Draft], tuple[Split, ...]]
# Who says so at the edge comes first, then what is joined, then what one clause holds.
_RULES: Final[tuple[Rule, ...]] = (
    split_according_to,
    split_frame,
    split_speech_tag,
    split_said_between,
    split_parataxis,
    split_gapped,
    split_coordinated_predicates,
    split_coordinated_purposes,
    split_reported_speech,
    split_saying,
    split_believed,
    split_account,
    split_judgement,
    split_adverbial_clause,
    split_absolute,
    split_partitive,
    split_meanwhile,
    split_result,
    split_where,
    split_nonrestrictive_relative,
    split_placed_relative,
    claim_definite_relative,
    claim_object_relative,
    split_paired_names,
    split_apposition,
    split_beside,
    split_participle,
    split_list_of_objects,
)
# A sentence of the longest that are parsed has fewer claims; a wrong tree could have more.
_MOST_CLAIMS: Final = 24


def decompose(
    text: str, sentences: Sequence[Segment], doubted: Collection[int] = ()
) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims of each of *sentences*, in reading order; none if it asserts nothing.

    Those with the numbers in *doubted* assert something only if they are clauses.

    Spans are code points into *text* and lie inside the sentence. Bullets, the marks of quoted
    lines and the white space around the words are left out.
    """
    pieces = [asserted(text, sentence) for sentence in sentences]
    read = {
        place: _words(text, words or (trimmed(sentence.span, text),))
        for place, (sentence, words) in enumerate(zip(sentences, pieces, strict=True))
        if sentence.language == "en" and (words or sentence.role in _ANNOUNCING)
    }
    trees = parse_in_turn([[span.of(text) for span in spans] for spans in read.values()])
    found, drafts, mentions = {}, {}, {}
    for (place, spans), tree in zip(read.items(), trees, strict=True):
        if any(tree.arc_probabilities):
            found[place] = parsed(text, spans, tree)
            # While the next sentences are parsed.
            mentions[place] = mentions_of(found[place])
            drafts[place] = drafts_of(found[place]) if pieces[place] else ()
    for place in doubted:
        if place not in found or not _is_assertion(found[place]):
            pieces[place] = ()
    stretches = quoted(text)
    heard = hear(text, sentences, found, stretches)
    names = named_again(text, sentences, found, mentions)
    claims = tuple(
        _claims(text, words, heard[place], names[place], drafts[place])
        if place in found
        else _undivided(text, words)
        for place, words in enumerate(pieces)
    )
    return carry_on(text, voices_of(sentences, heard), claims, stretches)


def _is_assertion(sentence: Parsed) -> bool:
    """Say whether the parser is sure of a clause: "Two members voted", not "two members"."""
    subject = subject_of(sentence, sentence.root)
    return (
        subject is not None
        and subject < sentence.root
        and is_sure(sentence, subject)
        and is_clause(sentence, sentence.root)
    )


def _words(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(word for piece in pieces for word in tokenize(text, piece))


def _undivided(text: str, pieces: tuple[Span, ...]) -> tuple[Claim, ...]:
    """Return the claim of a sentence that has no tree; none if it asserts nothing."""
    return (_whole(text, pieces),) if pieces else ()


def _claims(
    text: str, pieces: tuple[Span, ...], heard: Heard, names: Named, found: tuple[Draft, ...]
) -> tuple[Claim, ...]:
    """Return the claims of a sentence that rules make *found* of; itself where they make none."""
    if not pieces:
        return ()
    sentence = heard.sentence
    whole = Draft(tuple(range(len(sentence.spans))), sentence.root)
    split = bool(found) or names.opens(sentence, whole)
    drafts = found or (whole,)
    speeches = voiced(sentence, drafts, heard.speeches, heard.quoted)
    if any(map(partial(_is_torn_out, heard), drafts, speeches)):
        split, drafts = names.opens(sentence, whole), (whole,)
        speeches = voiced(sentence, drafts, heard.speeches, heard.quoted)
    claims = [
        replace(
            _claim(text, sentence, names.put(sentence, draft))
            if split
            else _pointing(
                _whole(text, with_both_marks(sentence, pieces)), _pointing_words(sentence, whole)
            ),
            attribution=attribution_of(sentence, speech) if speech else None,
        )
        for draft, speech in zip(drafts, speeches, strict=True)
    ]
    distinct = {claim.text: claim for claim in claims}
    return tuple(sorted(distinct.values(), key=lambda claim: claim.start))


def _is_torn_out(heard: Heard, draft: Draft, speech: Speech | None) -> bool:
    """Say whether a draft is part of a quotation, and nobody is known to have said it."""
    words = {piece for piece in draft.pieces if isinstance(piece, int)}
    marks = {word for word in words if heard.sentence.is_punctuation(word)}
    rest = set(range(len(heard.sentence.spans))) - heard.quoted
    return (
        speech is None
        and words - marks <= heard.quoted
        and not all(map(heard.sentence.is_punctuation, rest))
    )


def _pointing_words(sentence: Parsed, whole: Draft) -> tuple[str, ...]:
    return (*unnamed_subjects(sentence, whole), *pointing_persons(sentence, whole))


def _pointing(claim: Claim, pronouns: tuple[str, ...]) -> Claim:
    written = (_as_written(claim.text, words) for words in (*claim.needs_context, *pronouns))
    return replace(claim, needs_context=tuple(dict.fromkeys(written)))


def _whole(text: str, pieces: tuple[Span | str, ...]) -> Claim:
    claim = worded(text, pieces)
    return replace(claim, needs_context=unresolved(claim.text))


def drafts_of(sentence: Parsed) -> tuple[Draft, ...]:
    """Return what the rules make of a sentence; () where none applies."""
    root = sentence.root
    whole = Draft(tuple(range(len(sentence.spans))), root, named_subject(sentence, root))
    first = _without_conjunction(sentence, whole)
    if not is_finite(sentence, root) or not is_sound(sentence, first):
        return ()
    waiting = [first]
    done: list[Draft] = []
    while waiting and len(waiting) + len(done) < _MOST_CLAIMS:
        draft = waiting.pop(0)
        for rule in _RULES:
            replaced = False
            for split in rule(sentence, draft):
                applied = _applied(sentence, draft, split)
                if applied:
                    draft = applied[0]
                    waiting.extend(applied[1:])
                    replaced = replaced or split.replaces
            if replaced:
                break
        else:
            done.append(draft)
    drafts = (*done, *waiting)
    same = len(drafts) == 1 and drafts[0].pieces == whole.pieces
    return () if same or lost_words(sentence, drafts) else drafts


def _applied(sentence: Parsed, draft: Draft, split: Split) -> tuple[Draft, ...]:
    """Return *draft* after *split* and the new drafts; () where one would not be a sentence.

    () too where a number would lose the noun that it counts, or a verb what it stands for.

    Words that an earlier split took from the draft come back in none of the new ones.
    """
    rest = replace(draft.without(split.gone), closed=draft.closed | split.closed)
    held = {*draft.pieces, *draft.subject}
    made = tuple(_within(sentence, one, held) for one in split.drafts)
    whole = all(
        is_sound(sentence, one) and not strands_number(sentence, one.pieces)
        for one in (rest, *made)
    ) and not any(is_elided(sentence, one) for one in made)
    return (rest, *made) if whole else ()


def _within(sentence: Parsed, made: Draft, held: set[int | str]) -> Draft:
    """Return a new draft with the words that are *held*, and what its number counts."""
    pieces = tuple(word for word in made.pieces if isinstance(word, str) or word in held)
    stranded = strands_number(sentence, pieces)
    return replace(made, pieces=counted_again(sentence, pieces) if stranded else pieces)


def _without_conjunction(sentence: Parsed, draft: Draft) -> Draft:
    """Return a sentence without the "and", "but" or "so" it opens with."""
    joins = sentence.lower[0] in {"and", "but", "yet"} and sentence.relation(0) == "cc"
    if not joins and not _is_joining_so(sentence):
        return draft
    return draft.without(frozenset({0, 1} if sentence.lower[1:2] == (",",) else {0}))


def _is_joining_so(sentence: Parsed) -> bool:
    """Say whether a sentence opens with "so" right before its subject: "So the port closed"."""
    subject = subject_of(sentence, sentence.root)
    if sentence.lower[0] != "so" or subject is None or sentence.tree.heads[0] != sentence.root:
        return False
    return leftmost(sentence, subject) == 1 + (sentence.lower[1] == ",")


def _claim(text: str, sentence: Parsed, draft: Draft) -> Claim:
    claim = worded(text, with_both_marks(sentence, pieces_of(sentence, draft)))
    found = unresolved(claim.text[:1].upper() + claim.text[1:])
    pointing = (*pointing_objects(sentence, draft), *pointing_persons(sentence, draft))
    found = (*found, *unnamed_subjects(sentence, draft), *pointing)
    context = dict.fromkeys(_as_written(claim.text, words) for words in found)
    return replace(claim, needs_context=tuple(context))


def _as_written(wording: str, words: str) -> str:
    """Return *words* in the case in which they stand in *wording*."""
    start = wording.lower().find(words.lower())
    return wording[start : start + len(words)] if start >= 0 else words
