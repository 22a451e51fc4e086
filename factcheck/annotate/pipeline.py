"""Run the annotators: a reading in, its findings in reading order out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from factcheck.annotate.addresses import find_addresses
from factcheck.annotate.almanac import find_almanac
from factcheck.annotate.arithmetic import find_arithmetic
from factcheck.annotate.consistency import find_disagreements
from factcheck.annotate.measures import find_measures
from factcheck.annotate.naming import find_names
from factcheck.annotate.places import any_contains, positions_at
from factcheck.annotate.project import find_added, wanted
from factcheck.annotate.repetition import find_repetition
from factcheck.annotate.rhetoric import find_rhetoric
from factcheck.annotate.support import find_unsupported
from factcheck.model.document import Document, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.rules import RuleSettings

Annotator = Callable[[Reading], Iterator[Finding]]
# No two of them know the same rule.
_OF_TEXT: tuple[Annotator, ...] = (
    find_rhetoric,
    find_repetition,
    find_arithmetic,
    find_almanac,
    find_measures,
    find_names,
)
_OF_CLAIMS: tuple[Annotator, ...] = (find_unsupported, find_disagreements)

_AS_SHIPPED = RuleSettings()


def findings_in(document: Document, segments: Sequence[Segment]) -> tuple[Finding, ...]:
    """Find what `find_findings` finds in a text whose claims nobody knows yet, as it is found.

    *segments* have their subjectivity.
    """
    reading = Reading(document, tuple(segments), (), (), ())
    return tuple(chain(*(annotate(reading) for annotate in _OF_TEXT)))


def find_findings(
    reading: Reading,
    settings: RuleSettings = _AS_SHIPPED,
    found_in_text: Sequence[Finding] | None = None,
) -> tuple[Finding, ...]:
    """Find everything that a reviewer should look at in *reading*, under a project's *settings*.

    In reading order, then by rule; words inside links and addresses are none. Findings of one rule
    do not overlap: of several the longest stays. `claims` are the positions of
    the claims whose spans share words with the finding. *found_in_text* is what `findings_in` has
    found, if it was asked before.
    """
    if found_in_text is None:
        found_in_text = findings_in(reading.document, reading.segments)
    addresses = find_addresses(reading.document.text)
    everything = chain(
        found_in_text,
        *(annotate(reading) for annotate in _OF_CLAIMS),
        find_added(reading, settings),
    )
    found = (
        finding
        for finding in wanted(everything, reading.document.text, settings)
        if not any_contains(addresses, finding.span)
    )
    order = sorted(range(len(reading.claims)), key=lambda position: reading.claims[position].start)
    claims = [reading.claims[position] for position in order]
    starts = [claim.start for claim in claims]
    return tuple(
        replace(
            finding,
            claims=tuple(
                sorted(order[place] for place in positions_at(claims, starts, finding.span))
            ),
        )
        for finding in sorted(_longest(found), key=lambda one: (one.span, one.rule))
    )


def _longest(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings without those that overlap a longer one of the same rule."""
    kept: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda one: (one.span.start, -one.span.end)):
        before = kept.get(finding.rule)
        if before is None or not before.span.overlaps(finding.span):
            if before is not None:
                yield before
            kept[finding.rule] = finding
        elif _length(finding) > _length(before):
            kept[finding.rule] = finding
    yield from kept.values()


def _length(finding: Finding) -> int:
    return finding.span.end - finding.span.start
