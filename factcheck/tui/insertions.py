"""Where in the article the inserted words of a claim would stand.

In: a `ClaimRecord`. Out: offsets into the article, each with the words inserted before it.
"""

from collections.abc import Iterator

from factcheck.model.records import ClaimRecord


def inserted_at(claim: ClaimRecord) -> tuple[tuple[int, str], ...]:
    """Return (offset, words) for each insertion of *claim* with a letter or digit, in its order.

    White space is not counted: wording and article may differ in it.
    """
    places = []
    for span in claim.insertions:
        words = span.of(claim.text)
        if any(map(str.isalnum, words)):
            places.append((_offset(claim, _kept_before(claim, span.start)), words.strip()))
    return tuple(places)


def _kept_before(claim: ClaimRecord, end: int) -> int:
    """Count the characters of the wording before *end* that come from the article."""
    inserted = sum(
        _visible(claim.text[span.start : min(span.end, end)])
        for span in claim.insertions
        if span.start < end
    )
    return _visible(claim.text[:end]) - inserted


def _offset(claim: ClaimRecord, kept: int) -> int:
    """Return the offset of the character of the claim's spans before which *kept* others stand."""
    for offset in _offsets(claim):
        if kept <= 0:
            return offset
        kept -= 1
    return claim.spans[-1].end if claim.spans else 0


def _offsets(claim: ClaimRecord) -> Iterator[int]:
    for span, quote in zip(claim.spans, claim.quotes, strict=False):
        for place, character in enumerate(quote):
            if not character.isspace():
                yield span.start + place


def _visible(text: str) -> int:
    return sum(not character.isspace() for character in text)
