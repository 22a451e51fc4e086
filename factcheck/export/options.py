"""What may be chosen of a report: which verdicts, with names, by section, in which words.

In: a `Report` and `Options`. Out: the same report with only what was chosen in it; its claims are
still read one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from factcheck.export.words import Words, words_in
from factcheck.model.records import ClaimRecord
from factcheck.model.report import Report, tally_of


def _english() -> Words:
    return words_in("en")


@dataclass(frozen=True, slots=True)
class Options:
    """`verdicts` are names of the scale or a status; empty means all. `names` shows reviewers'."""

    words: Words = field(default_factory=_english)
    verdicts: tuple[str, ...] = ()
    names: bool = True
    sections: bool = False


@dataclass(frozen=True, slots=True)
class _Changed:
    """Claims gone through with a change that leaves some of them out."""

    claims: Iterable[ClaimRecord]
    change: Callable[[ClaimRecord], ClaimRecord | None]

    def __iter__(self) -> Iterator[ClaimRecord]:
        return (one for one in map(self.change, self.claims) if one is not None)


def chosen(report: Report, options: Options) -> Report:
    """Return *report* with the claims and names that *options* ask for. The tally is of all."""
    report = replace(report, tally=tally_of(report))
    if options.verdicts:
        wanted = frozenset(options.verdicts)
        report = replace(report, claims=_Changed(report.claims, lambda one: _kept(one, wanted)))
    return report if options.names else _without_names(report, options.words)


def _kept(claim: ClaimRecord, wanted: frozenset[str]) -> ClaimRecord | None:
    return claim if (claim.verdict or claim.status) in wanted else None


def _without_names(report: Report, words: Words) -> Report:
    """Return *report* with a number for each reviewer: who they are is left out, not who differs.

    What reviewers wrote stays as it is, names in it included.
    """
    aliases = {
        name: words("head.reviewer", n=number) for number, name in enumerate(report.reviewers, 1)
    }

    def unnamed(claim: ClaimRecord) -> ClaimRecord:
        return _unnamed(claim, aliases, words("head.reviewer", n="?"))

    corrections = report.corrections and replace(
        report.corrections,
        claims=tuple(replace(one, acts=()) for one in report.corrections.claims),
    )
    return replace(
        report,
        claims=_Changed(report.claims, unnamed),
        reviewers=tuple(aliases.values()),
        edits=tuple(
            replace(one, reviewer=aliases.get(one.reviewer, words("head.reviewer", n="?")))
            for one in report.edits
        ),
        corrections=corrections,
    )


def _unnamed(claim: ClaimRecord, aliases: Mapping[str, str], nobody: str) -> ClaimRecord:
    def alias(name: str) -> str:
        return aliases.get(name, nobody)

    return replace(
        claim,
        evidence=tuple(replace(one, reviewer=alias(one.reviewer)) for one in claim.evidence),
        assessments=tuple(replace(one, reviewer=alias(one.reviewer)) for one in claim.assessments),
        flags=tuple(replace(one, reviewer=alias(one.reviewer)) for one in claim.flags),
        notes=tuple(replace(one, reviewer=alias(one.reviewer)) for one in claim.notes),
        findings=tuple(
            replace(one, decisions=tuple((alias(name), what) for name, what in one.decisions))
            for one in claim.findings
        ),
        deferred_by=tuple(map(alias, claim.deferred_by)),
    )
