"""What an act consists of: the events that one stroke of a reviewer becomes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from factcheck.errors import UsageError
from factcheck.model.event import EventKind
from factcheck.model.evidence import Evidence, EvidenceKind
from factcheck.model.flag import Flag, flag_for
from factcheck.model.records import ClaimRecord
from factcheck.model.verdict import Verdict
from factcheck.model.visible import storable
from factcheck.review.files import require_file
from factcheck.store import queries
from factcheck.store.attached import evidence as attached_to
from factcheck.store.database import Store
from factcheck.store.events import Entry

# Digits of a claim's number; longer ones are no numbers of claims, and SQLite has no room for them.
_LONGEST_NUMBER = 12


def number_in(reference: str) -> int | None:
    """Return the number of the claim that "17" or "c17" calls, None for anything else."""
    number = reference.removeprefix("c")
    known = number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER
    return int(number) if known else None


@dataclass(frozen=True, slots=True)
class Act:
    """What was just stored, for the line that says so: "c17 → refuted"."""

    claim: str
    article: str
    number: int
    summary: str


def named(reviewer: str) -> str:
    """Return the name of a reviewer as it is stored.

    Raises:
        UsageError: it is blank.
    """
    name = " ".join(storable(reviewer).split())
    if not name:
        hint = "--reviewer or FACTCHECK_REVIEWER names one"
        raise UsageError("the reviewer has no name", hint=hint)
    return name


def assessed(claim: str, verdict: str | None, rationale: str, scale: Sequence[Verdict]) -> Entry:
    """Return the entry for a verdict, or for taking it back with None.

    Raises:
        UsageError: the verdict is not on the scale.
    """
    known = [each.verdict for each in scale]
    if verdict is not None and verdict not in known:
        raise UsageError(
            f"{verdict!r} is no verdict of this file", hint="use one of " + ", ".join(known)
        )
    return Entry(EventKind.ASSESS, claim, {"verdict": verdict, "rationale": rationale})


def attached(store: Store, claim: str, evidence: Evidence) -> Entry:
    """Return the entry for evidence.

    Raises:
        UsageError: it is a file that is not there.
    """
    if evidence.kind is EvidenceKind.FILE:
        require_file(evidence.source, beside=store.path.parent)
    return Entry(EventKind.ATTACH_EVIDENCE, claim, asdict(evidence))


def retracted(store: Store, claim: str, evidence: str, reason: str) -> Entry:
    """Return the entry for taking back the evidence that an id, or the start of it, names.

    Raises:
        UsageError: no evidence of the claim is called so, or more than one is.
    """
    known = [item.id for item in attached_to(store, claim)]
    found = [key for key in known if evidence and key.startswith(evidence)]
    if len(found) != 1:
        many = f"{len(found)} pieces of evidence" if found else "no evidence"
        raise UsageError(
            f"the claim has {many} whose id starts with {evidence!r}",
            hint='`factcheck query "select id, source from evidence"` lists the ids',
        )
    return Entry(EventKind.RETRACT_EVIDENCE, claim, {"evidence": found[0], "reason": reason})


def flagged(claim: str, flag: Flag, *, on: bool, finding: str | None = None) -> Entry:
    """Return the entry for a flag, set by confirming *finding* where one is given."""
    return Entry(EventKind.FLAG, claim, {"flag": flag, "on": on, "finding": finding})


def confirmed(store: Store, claim: str, findings: Sequence[str]) -> list[Entry]:
    """Return the entries for confirming findings: the flags that their rules stand for.

    Raises:
        UsageError: the claim has no such finding.
    """
    rules = [(finding, _rule(store, claim, finding)) for finding in findings]
    return [flagged(claim, flag_for(rule), on=True, finding=key) for key, rule in rules]


def dismissed(store: Store, claim: str, findings: Sequence[str], reviewer: str) -> list[Entry]:
    """Return the entries for dismissing findings.

    A flag of the reviewer that only confirming these findings had set is taken off with them.

    Raises:
        UsageError: the claim has no such finding.
    """
    for finding in findings:
        _rule(store, claim, finding)
    rules = queries.confirmed_rules(store, claim, reviewer)
    kept = {flag_for(rule) for key, rule in rules.items() if key not in findings}
    gone = {flag_for(rule) for key, rule in rules.items() if key in findings} - kept
    mine = queries.flags_of(store, claim, reviewer)
    return [
        *(flagged(claim, flag, on=False) for flag in sorted(gone) if flag in mine),
        *(Entry(EventKind.DISMISS_FINDING, claim, {"finding": finding}) for finding in findings),
    ]


def _rule(store: Store, claim: str, finding: str) -> str:
    rule = queries.rule_of(store, claim, finding)
    if rule is None:
        raise UsageError(
            f"the claim has no finding {finding}",
            hint='`factcheck query "select id, rule from findings"` lists them',
        )
    return rule


def findings_called(claim: ClaimRecord, reference: str) -> tuple[str, ...]:
    """Return the ids of the findings on a claim that an id or a rule names.

    Raises:
        UsageError: the claim has none of that name.
    """
    found = tuple(f.id for f in claim.findings if reference in {f.id, f.rule})
    if not found:
        rules = ", ".join(dict.fromkeys(f.rule for f in claim.findings)) or "no findings"
        raise UsageError(
            f"claim {claim.number} has no finding {reference!r}", hint=f"it has {rules}"
        )
    return found
