"""Run the annotators: a reading in, its findings in reading order out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from factcheck.annotate.addresses import find_addresses
from factcheck.annotate.almanac import find_almanac
from factcheck.annotate.arithmetic import find_arithmetic
from factcheck.annotate.consistency import find_disagreements
from factcheck.annotate.measures import find_measures
from factcheck.annotate.naming import find_names
from factcheck.annotate.places import any_contains, positions_at
from factcheck.annotate.repetition import find_repetition
from factcheck.annotate.rhetoric import find_rhetoric
from factcheck.annotate.support import find_unsupported
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading

ANNOTATORS: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    find_rhetoric,
    find_repetition,
    find_unsupported,
    find_arithmetic,
    find_almanac,
    find_measures,
    find_disagreements,
    find_names,
)


def find_findings(reading: Reading) -> tuple[Finding, ...]:
    """Find everything that a reviewer should look at in *reading*.

    In reading order, then by rule; words inside links and addresses are none. Findings of one rule
    do not overlap: of several the longest stays. `claims` are the positions of
    the claims whose spans share words with the finding.
    """
    addresses = find_addresses(reading.document.text)
    found = (
        finding
        for annotate in ANNOTATORS
        for finding in annotate(reading)
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
