"""Take sentences apart into claims. In: a text and sentences of it. Out: their claims.

English sentences are parsed and split by rules; where a rule is not certain, and in any other
language, a sentence stays one claim in its own words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Role, Segment
from factcheck.model.span import Span, trimmed
from factcheck.segment.absolutes import split_absolute
from factcheck.segment.adverbials import split_adverbial_clause
from factcheck.segment.appositions import split_apposition
from factcheck.segment.clauses import is_finite, named_subject
from factcheck.segment.context import unresolved
from factcheck.segment.coordination import split_coordinated_predicates
from factcheck.segment.drafts import Draft, Speech, Split, is_sound, pieces_of, spans_of
from factcheck.segment.kept import lost_words
from factcheck.segment.listed import split_list_of_objects
from factcheck.segment.naming import Named, named_again
from factcheck.segment.paragraphs import BULLET
from factcheck.segment.parataxis import split_parataxis
from factcheck.segment.parsed import Parsed, parsed
from factcheck.segment.parser import parse
from factcheck.segment.participles import split_participle
from factcheck.segment.purposes import split_coordinated_purposes
from factcheck.segment.relatives import claim_definite_relative, split_nonrestrictive_relative
from factcheck.segment.reports import split_reported_speech, split_saying
from factcheck.segment.tags import split_according_to, split_speech_tag
from factcheck.segment.tokens import tokenize
from factcheck.segment.wording import folded, worded

_ASSERTING = frozenset({Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION})
# "…; and" at the end of an item belongs to the list.
_JOINT = re.compile(r"(?<=[\w)”\"’%])(?:\s*[,;；]\s*(?:and|or)?|\s+(?:and|or))\Z")
_QUOTED_LINE = re.compile(r"(?m:^(?:[^\S\n]*>)+[^\S\n]*)")

# Where and when a report was sent, and by whom: "PORT ALMAR, March 3 (Reuters) – ".
_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]+){0,3}"
    r"(?:,[ ](?:\d{1,2}[ ])?[A-Z][\w.]{1,20}(?:[ ]\d{1,2})?(?:,?[ ]\d{4})?){0,3}"
    r"(?:[ ]\([\w /.&-]{2,40}\))?[ ]?(?:[–—]|--?)[ ](?=[\w“\"‘])"
)
_LONGEST_DATELINE: Final = 120

Rule = Callable[[Parsed, Draft], tuple[Split, ...]]
# Who says so at the edge comes first, then what is joined, then what one clause holds.
_RULES: Final[tuple[Rule, ...]] = (
    split_according_to,
    split_speech_tag,
    split_parataxis,
    split_coordinated_predicates,
    split_coordinated_purposes,
    split_reported_speech,
    split_saying,
    split_adverbial_clause,
    split_absolute,
    split_nonrestrictive_relative,
    claim_definite_relative,
    split_apposition,
    split_participle,
    split_list_of_objects,
)
# A sentence of the longest that are parsed has fewer claims; a wrong tree could have more.
_MOST_CLAIMS: Final = 24


def decompose(text: str, sentences: Sequence[Segment]) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims of each of *sentences*, in reading order; none if it asserts nothing.

    Spans are code points into *text* and lie inside the sentence. Bullets, the marks of quoted
    lines and the white space around the words are left out.
    """
    pieces = [_pieces(text, sentence) for sentence in sentences]
    read = [
        place
        for place, sentence in enumerate(sentences)
        if sentence.language == "en" and pieces[place]
    ]
    spans = {place: _words(text, pieces[place]) for place in read}
    trees = parse([[span.of(text) for span in spans[place]] for place in read])
    parses = {
        place: parsed(text, spans[place], tree) for place, tree in zip(read, trees, strict=True)
    }
    names = named_again(text, sentences, parses)
    claims = {place: _claims(text, one, names[place]) for place, one in parses.items()}
    return tuple(
        claims.get(place) or _whole(text, pieces[place]) for place in range(len(sentences))
    )


def _whole(text: str, pieces: tuple[Span, ...]) -> tuple[Claim, ...]:
    if not pieces:
        return ()
    words = folded(pieces[0].of(text))
    return (worded(text, pieces, needs_context=unresolved(words)),)


def _words(text: str, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(word for piece in pieces for word in tokenize(text, piece))


def _claims(text: str, sentence: Parsed, names: Named) -> tuple[Claim, ...]:
    """Return the claims of a parsed sentence; () where no rule applies and nothing is named."""
    if not any(sentence.tree.arc_probabilities):
        return ()
    whole = Draft(tuple(range(len(sentence.spans))), sentence.root)
    drafts = drafts_of(sentence) or ((whole,) if names.opens(sentence, whole) else ())
    claims = [_claim(text, sentence, names.put(sentence, draft)) for draft in drafts]
    distinct = {claim.text: claim for claim in claims}
    return tuple(sorted(distinct.values(), key=lambda claim: claim.start))


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

    Words that an earlier split took from the draft come back in none of the new ones, and what is
    split from somebody's words stays that person's.
    """
    rest = replace(draft.without(split.gone), closed=draft.closed | split.closed)
    held = {*draft.pieces, *draft.subject}
    made = tuple(
        replace(
            one,
            pieces=tuple(word for word in one.pieces if isinstance(word, str) or word in held),
            speech=draft.speech or one.speech,
        )
        for one in split.drafts
    )
    if not all(is_sound(sentence, one) for one in (rest, *made)):
        return ()
    return (replace(rest, speech=rest.speech or split.speech), *made)


def _without_conjunction(sentence: Parsed, draft: Draft) -> Draft:
    """Return a sentence without the "and" or "but" it opens with."""
    if sentence.lower[0] not in {"and", "but", "yet"} or sentence.relation(0) != "cc":
        return draft
    return draft.without(frozenset({0, 1} if sentence.lower[1:2] == (",",) else {0}))


def _claim(text: str, sentence: Parsed, draft: Draft) -> Claim:
    claim = worded(text, pieces_of(sentence, draft))
    found = unresolved(claim.text[:1].upper() + claim.text[1:])
    context = tuple(_as_written(claim.text, words) for words in found)
    return replace(claim, needs_context=context, attribution=_attribution(sentence, draft.speech))


def _attribution(sentence: Parsed, speech: Speech | None) -> Attribution | None:
    if speech is None:
        return None
    return Attribution(
        speech.named,
        spans_of(sentence, speech.source),
        spans_of(sentence, speech.cue),
        spans_of(sentence, speech.content),
    )


def _as_written(wording: str, words: str) -> str:
    """Return *words* in the case in which they stand in *wording*."""
    start = wording.lower().find(words.lower())
    return wording[start : start + len(words)] if start >= 0 else words


def body(text: str, item: Segment) -> Span:
    """Return the words of a list item, without its bullet and what joins it to the next one."""
    bullet = BULLET.match(text, item.span.start, item.span.end)
    start = bullet.end() if bullet and item.role is Role.LIST_ITEM else item.span.start
    words = trimmed(Span(start, item.span.end), text)
    joint = _JOINT.search(text, max(words.start, words.end - 8), words.end)
    return Span(words.start, joint.start()) if joint and item.role is Role.LIST_ITEM else words


def _after_dateline(text: str, words: Span) -> Span:
    """Return *words* without the "LONDON, March 3 (Reuters) –" in front of them."""
    dateline = _DATELINE.match(text, words.start, min(words.end, words.start + _LONGEST_DATELINE))
    return Span(dateline.end(), words.end) if dateline else words


def _pieces(text: str, sentence: Segment) -> tuple[Span, ...]:
    """Return the words of a sentence that asserts something, in one piece a quoted line."""
    if sentence.role not in _ASSERTING:
        return ()
    whole = _after_dateline(text, body(text, sentence))
    pieces = [whole]
    if sentence.role is Role.QUOTATION:
        pieces = []
        start = whole.start
        for mark in _QUOTED_LINE.finditer(text, whole.start, whole.end):
            pieces.append(trimmed(Span(start, mark.start()), text))
            start = mark.end()
        pieces.append(trimmed(Span(start, whole.end), text))
    kept = tuple(piece for piece in pieces if piece.start < piece.end)
    has_words = any(character.isalnum() for piece in kept for character in piece.of(text))
    return kept if has_words else ()
