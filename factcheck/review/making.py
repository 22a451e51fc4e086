"""A claim that a person made, described as the reader would: the entry that puts it on the list."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from factcheck.annotate import describe
from factcheck.model.claim import Claim, claim_id
from factcheck.model.document import Segment
from factcheck.model.event import EventKind
from factcheck.model.records import ClaimRecord
from factcheck.model.span import Span, pairs
from factcheck.review.reading import READER
from factcheck.store.database import Store
from factcheck.store.edits import attribution_of, segments_around, words_at
from factcheck.store.events import Entry
from factcheck.store.made import AS_JSON
from factcheck.store.readings import claim_row


def made(store: Store, article: str, claim: Claim, sources: Sequence[ClaimRecord]) -> Entry:
    """Return the entry for a claim made from *sources*, or from the text where there are none.

    Kind, modality, attribution and check-worthiness are what the reader says of these words; an
    attribution that it does not find anew is that of the first source which has one.
    """
    needed = tuple(dict.fromkeys(word for each in sources for word in each.needs_context))
    claim = replace(claim, needs_context=tuple(word for word in needed if _stands(word, claim)))
    row = _described(store, article, claim)
    if row["attribution_kind"] is None:
        told = (attribution_of(store, each.id) for each in sources)
        row |= next((each for each in told if each["attribution_kind"]), {})
    columns = {
        name: json.loads(value) if name in AS_JSON and value is not None else value
        for name, value in row.items()
        if name != "current"
    }
    payload = {
        "document": article,
        "spans": pairs(claim.spans),
        "quotes": [words_at(store, article, span) for span in claim.spans],
        "from": [each.id for each in sources],
        "claim": columns | {"reader": READER},
    }
    return Entry(EventKind.ADD_CLAIM, claim_id(article, claim.spans, claim.text), payload)


def _stands(word: str, claim: Claim) -> bool:
    """Say whether *word* is in the wording, in words of the article and not in inserted ones."""
    kept = list(claim.text)
    for span in claim.insertions:
        kept[span.start : span.end] = " " * (span.end - span.start)
    return word in "".join(kept)


def _described(store: Store, article: str, claim: Claim) -> dict[str, Any]:
    """Return the columns of `claim` that say what the claim is, as the reader fills them in."""
    around = Span(claim.start, max(span.end for span in claim.spans))
    segments = segments_around(store, article, around)
    at = segments[0].span.start
    text = words_at(store, article, Span(at, segments[-1].span.end))
    shifted = tuple(replace(one, span=one.span.shifted(-at)) for one in segments)
    seen = _described_in(text, shifted, replace(claim, spans=_moved(claim.spans, -at)))
    row = claim_row(seen, text)
    if seen.attribution is not None:
        said = seen.attribution
        parts = {"source": said.source, "cue": said.cue, "content": said.content}
        back = {name: pairs(_moved(spans, at)) for name, spans in parts.items()}
        row["attribution"] = json.dumps(back)
    return row


def _described_in(text: str, segments: tuple[Segment, ...], claim: Claim) -> Claim:
    _, (described,) = describe(text, segments, (claim,))
    return described


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(span.shifted(by) for span in spans)
