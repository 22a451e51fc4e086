"""Compare a quotation with a text, word for word: exact, joined, altered or absent.

Case of the first letter, marks between words, line breaks, kinds of quotation marks and of
hyphens do not count. Every other difference of a word, a number, its sign or its unit makes the
quotation altered, however alike the rest is: 37 and 73 per cent are one letter apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.evidence.parts import Part, omissions_in, readings, without_sic
from factcheck.evidence.passages import nearest, places, words_around
from factcheck.evidence.texts import cleaned
from factcheck.evidence.turned import denied_after, denied_before
from factcheck.evidence.worddiff import differences, kinds_of, shared, trimmed_source
from factcheck.evidence.words import Word, is_negation, is_number, words_of
from factcheck.model.quotecheck import Change, Outcome, Piece, QuoteCheck
from factcheck.model.span import Span

# A passage that has less of the quotation, by letters, is another sentence about the same thing.
# Set between drawn quotations with a few words changed and sentences of other articles.
ALTERED_FROM = 0.55
# Fewer words cannot be altered: they are there or not.
FEWEST_ALTERED = 3
# "[the minister of the interior]" stands for "he" or for nothing; more words are left out.
MOST_REPLACED = 8
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
# Characters beside a near passage that are looked at: the quotation may have left words out.
_MARGIN = 40
_REACH = 400
# Characters shown beside a passage whose last number goes on: 三 in 三十, twenty in twenty-one.
_BEYOND = 8


def compare(quote: str, text: str) -> QuoteCheck:
    """Compare *quote* with *text*, which is `cleaned`.

    Bracketed words are the quoter's own: they may stand for words of the source, but hide neither
    a number nor a negation. "[sic]" is dropped.
    """
    meant = tuple(readings(cleaned(quote)))
    # The source may quote somebody itself, and say "[sic]" to it.
    text = without_sic(text) if "sic" in text else text
    if not meant:
        return QuoteCheck(quote, Outcome.UNCHECKED, remarks=("the quotation holds no words",))
    form = text
    for form, shouted in _forms(text):
        for parts in meant:
            spans = next(_found(parts, form, shouted=shouted), None)
            if spans is not None:
                return _held(quote, parts, spans, form)
    return replace(_altered(meant[-1], form), quote=quote)


def _forms(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text as it is, with its broken words whole, and as one set in capitals."""
    yield text, False
    # Looking costs a fifth of reading the text, so that it is done once and only if need be.
    if "-\n" in text:
        text = _LINE_END_HYPHEN.sub("", text)
        yield text, False
    yield text, True


def _found(parts: Sequence[Part], text: str, *, shouted: bool) -> Iterator[tuple[Span, ...]]:
    """Yield the stretches of *text* that hold the parts exactly, in order."""
    worded = [part for part in parts if part.text]
    for first in places(words_of(worded[0].text), text, shouted=shouted):
        spans = [first]
        for part in worded[1:]:
            place = next(places(words_of(part.text), text, spans[-1].end, shouted=shouted), None)
            if place is None:
                return
            spans.append(place)
        if all(change is None for change in _bracketed(parts, spans, text)):
            yield tuple(spans)


def _bracketed(parts: Sequence[Part], spans: Sequence[Span], text: str) -> Iterator[Change | None]:
    """Yield for each bracket what it hides: a number, a negation, too many words; or None."""
    for i, part in enumerate(parts):
        if part.own or (i and not part.omitted):
            before = spans[i - 1].end if i else max(0, spans[0].start - _REACH)
            after = spans[i].start if i < len(spans) else spans[-1].end + _REACH
            inside = 0 < i < len(spans)
            yield _hidden(part, text[before:after], inside=inside, is_last=i >= len(spans))


def _hidden(part: Part, gap: str, *, inside: bool, is_last: bool) -> Change | None:
    own, there = words_of(part.own), words_of(gap)
    if not inside:
        there = there[:MOST_REPLACED] if is_last else there[-MOST_REPLACED:]
    grave = {w.key for w in own if is_negation(w.text) or is_number(w.text)}
    known = {w.key for w in there if is_negation(w.text) or is_number(w.text)}
    # At the ends nothing says which words the brackets stand for; inside, all between them.
    unlike = grave ^ known if inside and not part.omitted else grave - known
    too_many = inside and not part.omitted and len(there) > MOST_REPLACED
    if not unlike and not too_many:
        return None
    passage = " ".join(gap.split()) if inside else ""
    return Change(kinds_of(there if inside else (), own), passage, f"[{part.own}]")


def _held(quote: str, parts: Sequence[Part], spans: Sequence[Span], text: str) -> QuoteCheck:
    """Return the check of a quotation whose parts were all found."""
    gaps = [" ".join(text[a.end : b.start].split()) for a, b in pairwise(spans)]
    omitted = [part.omitted for part in parts[1 : len(spans)]]
    left_out = tuple(gap for gap, is_omitted in zip(gaps, omitted, strict=True) if is_omitted)
    denied = [w.text for gap in left_out for w in words_of(gap) if is_negation(w.text)]
    remarks = [*denied_before(text, spans[0]), *denied_after(text, spans[-1])]
    remarks += [f"what is left out holds “{denied[0]}”"] if denied else []
    remarks += [f"“[{part.own}]” is the quoter’s own" for part in parts if part.own]
    diff: list[tuple[Piece, str]] = []
    for part, span in zip((part for part in parts if part.text), spans, strict=True):
        diff += [(Piece.QUOTE, f"[{part.own}]")] if part.own else []
        diff += [(Piece.QUOTE, "[…]")] if part.omitted else []
        diff.append((Piece.SAME, " ".join(span.of(text).split())))
    passage = text[spans[0].start : spans[-1].end]
    marked = any(omissions_in(part.text) > omissions_in(passage) for part in parts)
    return QuoteCheck(
        quote,
        Outcome.JOINED if any(omitted) or marked else Outcome.EXACT,
        _linked(spans, text) if any(omitted) else passage,
        tuple(diff),
        left_out=left_out,
        remarks=tuple(remarks),
        score=1.0,
    )


def _linked(spans: Sequence[Span], text: str) -> str:
    return " […] ".join(span.of(text) for span in spans)


def _altered(parts: Sequence[Part], text: str) -> QuoteCheck:
    """Compare part by part with the nearest passages, where the words are not there as they are."""
    worded = [part for part in parts if part.text]
    alone = tuple(parts) == (Part(parts[0].text),)
    checks = [_nearest(part.text, text, alone=alone) for part in worded]
    changes = tuple(change for check in checks for change in check.changes)
    if not changes and all(check.outcome is Outcome.EXACT for check in checks):
        changes = _hidden_or_moved(parts, text)
    weights = [len(part.text) for part in worded]
    held = sum(
        weight
        for weight, check in zip(weights, checks, strict=True)
        if check.outcome is not Outcome.ABSENT
    )
    diff: list[tuple[Piece, str]] = []
    for part, check in zip(worded, checks, strict=True):
        diff += [(Piece.QUOTE, f"[{part.own}]")] if part.own else []
        diff += [(Piece.QUOTE, "[…]")] if part.omitted else []
        diff += check.diff
    return QuoteCheck(
        "",
        Outcome.ALTERED if 2 * held >= sum(weights) else Outcome.ABSENT,
        " […] ".join(check.passage for check in checks if check.passage),
        tuple(diff),
        changes,
        score=sum(w * c.score for w, c in zip(weights, checks, strict=True)) / sum(weights),
    )


def _hidden_or_moved(parts: Sequence[Part], text: str) -> tuple[Change, ...]:
    """Say why parts that all stand in *text* make no quotation of it: brackets, or their order."""
    found = [next(places(words_of(part.text), text), None) for part in parts if part.text]
    spans = [place for place in found if place is not None]
    if len(spans) == len(found) and spans == sorted(spans):
        return tuple(change for change in _bracketed(parts, spans, text) if change is not None)
    return (Change(("order",), "", " … ".join(part.text for part in parts)),)


def _nearest(part: str, text: str, *, alone: bool) -> QuoteCheck:
    words = words_of(part)
    # A quotation of one part is known not to stand there.
    if not alone and next(places(words, text), None) is not None:
        return QuoteCheck(part, Outcome.EXACT, part, ((Piece.SAME, part),), score=1.0)
    found = _compared(part, words, nearest(words, part, text), text)
    if found.outcome is Outcome.ABSENT and max((w.text for w in words), key=len).upper() in text:
        shouted = part.upper()
        loud = _compared(part, words, nearest(words_of(shouted), shouted, text), text)
        return max(found, loud, key=lambda check: check.score)
    return found


def _compared(part: str, words: Sequence[Word], place: Span | None, text: str) -> QuoteCheck:
    """Compare the words of a part with the passage at *place*."""
    if place is None:
        return QuoteCheck(part, Outcome.ABSENT)
    source = trimmed_source(words_around(text, place, _MARGIN), words)
    passage = text[source[0].start : source[-1].end] if source else ""
    diff, changes = differences(source, words, (text, part))
    if not changes:
        # The words are the same, and yet they are none of a source: a number goes on beyond them.
        beyond = text[max(0, source[0].start - _BEYOND) : source[-1].end + _BEYOND]
        changes = (Change(("number",), " ".join(beyond.split()), part),)
    score = shared(source, words)
    is_altered = score >= ALTERED_FROM and len(words) >= FEWEST_ALTERED
    outcome = Outcome.ALTERED if is_altered else Outcome.ABSENT
    return QuoteCheck(part, outcome, passage, diff, changes, score=score)
