"""Editing claims: reword, split, merge, add from the text, not a claim.

In: a session, claims, and wordings that a person gave. Out: what would come of it (`reworded`,
`divided`, `merged`, `selected`, for a preview), or the act that stored it.

A wording rests on the words of the article that it shares with the claims it is made from; all
other words of it are insertions. An edit is one act: an event on each claim that goes off the list,
and one on each that comes onto it.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model.alignment import Quoted, aligned
from factcheck.model.claim import Claim, claim_id
from factcheck.model.cuts import sides
from factcheck.model.event import EventKind
from factcheck.model.records import ClaimRecord
from factcheck.model.span import Span, trimmed
from factcheck.model.visible import storable
from factcheck.review.making import made
from factcheck.store.edits import require_listed, require_new, segments_around, words_at
from factcheck.store.events import Entry

if TYPE_CHECKING:
    from factcheck.review.session import Act, Session

# Longer than any claim that somebody can judge at one go; a pasted page is a mistake.
LONGEST_WORDING = 4000


def reworded(claim: ClaimRecord, wording: str) -> Claim:
    """Return what *claim* becomes with another wording.

    Raises:
        UsageError: the wording is empty, too long, or the one that it has.
    """
    new = aligned(_pieces(claim), _folded(wording))
    if (new.spans, new.text) == (claim.spans, claim.text):
        raise UsageError(
            f"c{claim.number} is worded so already", hint="change a word, or leave the claim"
        )
    return new


def proposals(claim: ClaimRecord) -> tuple[tuple[str, str], ...]:
    """Return both sides of each cut that the wording of *claim* proposes, the likeliest first.

    The parser is loaded for it, so not before somebody asks.
    """
    from factcheck.segment.cutting import clause_cuts

    return tuple(sides(claim.text, cut) for cut in clause_cuts(claim.text))


def divided(claim: ClaimRecord, wordings: Sequence[str]) -> tuple[Claim, ...]:
    """Return what *claim* becomes when it is split into claims of these wordings.

    Raises:
        UsageError: there are fewer than two, or two are the same; a wording is empty or too long.
    """
    parts = tuple(aligned(_pieces(claim), _folded(wording)) for wording in wordings)
    if len({(part.spans, part.text) for part in parts}) < max(len(parts), 2):
        raise UsageError(
            "a split makes two or more different claims", hint="give each part words of its own"
        )
    return parts


def joint_wording(session: "Session", claims: Sequence[ClaimRecord]) -> str:
    """Return the wording to propose for merged claims.

    In one sentence these are the words of the article from the first to the last of them; else the
    wordings of the claims one after the other.
    """
    if _in_one_segment(session, claims):
        return " ".join(words_at(session.store, claims[0].article, _hull(claims)).split())
    return " ".join(claim.text for claim in _by_place(claims))


def merged(session: "Session", claims: Sequence[ClaimRecord], wording: str | None) -> Claim:
    """Return what *claims* become as one, of *wording* or of the one that is proposed.

    Raises:
        UsageError: they are fewer than two, or of several articles; the wording is empty or too
            long.
    """
    if len({claim.id for claim in claims}) < max(len(claims), 2):
        raise UsageError("a merge takes two or more claims", hint="name another claim")
    if len({claim.article for claim in claims}) > 1:
        raise UsageError(
            "these claims stand in several articles", hint="merge claims of one article"
        )
    article = claims[0].article
    if _in_one_segment(session, claims):
        hull = _hull(claims)
        pieces = [Quoted(hull, words_at(session.store, article, hull))]
    else:
        spans = _united([span for claim in claims for span in claim.spans])
        pieces = [Quoted(span, words_at(session.store, article, span)) for span in spans]
    text = joint_wording(session, claims) if wording is None else wording
    return aligned(pieces, _folded(text))


def selected(session: "Session", article: str, span: Span, wording: str | None) -> Claim:
    """Return the claim that the words of an article at *span* make.

    Raises:
        UsageError: the span holds no words or reaches beyond the text; the wording is empty or too
            long.
    """
    pieces = []
    for segment in segments_around(session.store, article, span) if span.start >= 0 else ():
        start, end = max(span.start, segment.span.start), min(span.end, segment.span.end)
        words = words_at(session.store, article, Span(start, end))
        inner = trimmed(Span(0, len(words)), words)
        if inner.of(words):
            pieces.append(Quoted(inner.shifted(start), inner.of(words)))
    text = " ".join(piece.words for piece in pieces)
    if not any(map(str.isalnum, text)):
        raise UsageError(
            "the selection holds no words of the article", hint="select the words of a claim"
        )
    return aligned(pieces, _folded(text if wording is None else wording))


def quote(session: "Session", article: str, span: Span) -> str:
    """Return the words of an article at *span*."""
    return words_at(session.store, article, span)


def sentence_at(session: "Session", article: str, offset: int, step: int) -> Span | None:
    """Return the words of the segment at *offset*, or of the next one with words in that direction.

    *step* is 1 or -1. None where there is none.
    """
    while offset >= 0:
        here = segments_around(session.store, article, Span(offset, offset + 1))
        if not here or offset >= here[-1].span.end:
            return None
        whole = here[-1].span
        words = words_at(session.store, article, whole)
        if any(map(str.isalnum, words)):
            return trimmed(Span(0, len(words)), words).shifted(whole.start)
        offset = whole.end if step > 0 else whole.start - 1
    return None


def occurrences(session: "Session", article: str, words: str) -> tuple[Span, ...]:
    """Return every place where *words* stand in an article, white space apart."""
    parts = [re.escape(word) for word in storable(words).split()]
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(parts))
    return tuple(Span(*found.span()) for found in pattern.finditer(session.text(article)))


def reword(session: "Session", claim: ClaimRecord, wording: str) -> "Act":
    """Give a claim another wording. What is attached to it stays, verdicts on it go stale."""
    new = reworded(claim, wording)
    return _replace(session, EventKind.EDIT_CLAIM, (claim,), (new,))


def split(session: "Session", claim: ClaimRecord, wordings: Sequence[str]) -> "Act":
    """Split a claim into claims of these wordings."""
    return _replace(session, EventKind.SPLIT_CLAIM, (claim,), divided(claim, wordings))


def merge(session: "Session", claims: Sequence[ClaimRecord], wording: str | None = None) -> "Act":
    """Make one claim of several."""
    new = merged(session, claims, wording)
    return _replace(session, EventKind.MERGE_CLAIMS, claims, (new,))


def add(session: "Session", article: str, span: Span, wording: str | None = None) -> "Act":
    """Add a claim that rests on words of the article that the reader passed over."""
    entry = made(session.store, article, selected(session, article, span, wording), ())

    def entries() -> list[Entry]:
        require_new(session.store, entry.subject)
        return [entry]

    return session.act(entries)


def reject(session: "Session", claim: ClaimRecord, reason: str) -> "Act":
    """Take off the list what is no claim, with the reason.

    Raises:
        UsageError: there is no reason.
    """
    reason = " ".join(storable(reason).split())
    if not reason:
        raise UsageError("the reason is missing", hint="say why it is no claim")
    payload = {"text": claim.text, "reason": reason}
    return session.act(Entry(EventKind.NOT_A_CLAIM, claim.id, payload), on=claim.id)


def _replace(
    session: "Session", kind: EventKind, old: Sequence[ClaimRecord], new: Sequence[Claim]
) -> "Act":
    """Take the claims *old* off the list and put the claims *new* on it, in one act."""
    article = old[0].article
    ids = [claim_id(article, claim.spans, claim.text) for claim in new]
    into = [{"claim": key, "text": claim.text} for key, claim in zip(ids, new, strict=True)]
    makes = []
    for key, claim in zip(ids, new, strict=True):
        # A claim that comes out as it went in is made from the others alone.
        sources = tuple(each for each in old if each.id != key)
        if sources:
            makes.append(made(session.store, article, claim, sources))
    ends = [Entry(kind, claim.id, {"text": claim.text, "into": into}) for claim in old]

    def entries() -> list[Entry]:
        for claim in old:
            require_listed(session.store, claim.id)
        for key in ids:
            require_new(session.store, key, but=[claim.id for claim in old])
        return [*makes, *ends]

    return session.act(entries)


def _folded(wording: str) -> str:
    """Return a wording as it is stored: one line, its white space folded."""
    text = " ".join(storable(wording).split())
    if not any(map(str.isalnum, text)):
        raise UsageError("the wording is empty", hint="a claim is a sentence")
    if len(text) > LONGEST_WORDING:
        raise UsageError(
            f"the wording has {len(text):,} characters; {LONGEST_WORDING:,} are the most",
            hint="a claim is one sentence",
        )
    return text


def _pieces(claim: ClaimRecord) -> list[Quoted]:
    both = zip(claim.spans, claim.quotes, strict=True)
    return [Quoted(span, words) for span, words in both]


def _by_place(claims: Sequence[ClaimRecord]) -> list[ClaimRecord]:
    return sorted(claims, key=lambda claim: (claim.spans[0].start, claim.number))


def _hull(claims: Sequence[ClaimRecord]) -> Span:
    spans = [span for claim in claims for span in claim.spans]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _in_one_segment(session: "Session", claims: Sequence[ClaimRecord]) -> bool:
    return len(segments_around(session.store, claims[0].article, _hull(claims))) == 1


def _united(spans: Sequence[Span]) -> list[Span]:
    """Return *spans* in reading order, those that overlap or touch as one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united
