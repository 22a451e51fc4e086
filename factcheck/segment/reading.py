"""Walk through the segments of a text. In: text and segments. Out: its claims, in reading order."""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.document import Role, Segment
from factcheck.segment.decompose import decompose
from factcheck.segment.items import complete
from factcheck.segment.leads import Lead, read_lead
from factcheck.segment.paragraphs import BULLET
from factcheck.segment.wording import folded

# These stand between the items of a list without ending it.
_INSIDE_LIST = frozenset({Role.LIST_ITEM, Role.QUESTION, Role.SEPARATOR})
# A bare "Examples include:" after one of these says nothing about the sentence before it.
_ENDS_CONTEXT = frozenset({Role.HEADING, Role.BYLINE, Role.QUOTATION})


def claims_of(text: str, segments: Sequence[Segment]) -> tuple[Claim, ...]:
    """Return the claims that the *segments* of *text* make, in reading order.

    Text, spans, insertions and `needs_context` are filled in; the rest has its default. Sentences,
    list items and quoted sentences make claims; headings, bylines, lead-ins, questions, captions
    and fragments do not.
    """
    given = tuple(_of_lists(text, segments))
    sentences = [place for place, claims in enumerate(given) if not claims]
    doubted = {number for number, place in enumerate(sentences) if given[place] == ()}
    split = decompose(text, [segments[place] for place in sentences], doubted)
    taken_apart = dict(zip(sentences, split, strict=True))
    return tuple(
        claim for place, claims in enumerate(given) for claim in (claims or taken_apart[place])
    )


def _of_lists(text: str, segments: Sequence[Segment]) -> Iterator[tuple[Claim, ...] | None]:
    """Yield for each segment the claims it makes as the item of a list, None if it is none.

    () for an item that only a tree can tell from the name of something.
    """
    lead: Lead | None = None
    before = ""
    for segment in segments:
        if segment.role is Role.LEAD_IN:
            lead = read_lead(folded(segment.span.of(text)), before)
        elif segment.role not in _INSIDE_LIST:
            lead = None
        yield complete(text, segment, lead) if _begins_item(text, segment) else None
        if segment.role is Role.SENTENCE:
            before = folded(segment.span.of(text))
        elif segment.role in _ENDS_CONTEXT:
            before = ""


def _begins_item(text: str, segment: Segment) -> bool:
    """Say whether *segment* opens a list item; its further sentences have no bullet."""
    return segment.role is Role.LIST_ITEM and BULLET.match(text, segment.span.start) is not None
