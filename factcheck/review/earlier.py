"""Checked before: fact-checks of others, imported, and claims of other articles of the file.

In: files of fact-checks, a claim. Out: how many were new; what is like the claim, and the lines
that screen and command line show of it. Nothing here decides anything or is an act.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from factcheck.errors import UsageError
from factcheck.evidence.likeness import Compared
from factcheck.model.checked import CheckedBefore, FactCheck, Likeness, ReadChecks
from factcheck.model.event import timestamp
from factcheck.model.evidence import EvidenceKind
from factcheck.model.records import ClaimRecord
from factcheck.model.visible import one_line, storable
from factcheck.sources.checks import checks_from
from factcheck.sources.files import read_bytes
from factcheck.store.checked import checks_at, imported_like, judged_like, keep_checks
from factcheck.store.database import Store

# What is shown beside a claim; a claim that made the rounds was checked by dozens of desks.
SHOWN = 5
# As much JSON as takes a gigabyte of memory: some 100,000 fact-checks.
MOST_BYTES = 100_000_000
_LONGEST = 300


def read_checks(
    file: str, columns: Mapping[str, str] | None = None, encoding: str | None = None
) -> ReadChecks:
    """Read a file of fact-checks; what it holds is told by how it begins.

    Raises:
        InputError: the file cannot be read, or holds none.
        UsageError: *columns* names what is not there.
    """
    return checks_from(
        read_bytes(file, most=MOST_BYTES), name=file, columns=columns, encoding=encoding
    )


def keep(store: Store, read: ReadChecks, file: str, at: datetime) -> int:
    """Store the fact-checks read from *file* that are not there yet; return how many were new."""
    with store.writing():
        return keep_checks(store, read.found, storable(Path(file).name), timestamp(at))


def columns_from(pairs: Sequence[str]) -> dict[str, str]:
    """Return what `--column claim=Statement` says, by the field of a fact-check.

    Raises:
        UsageError: one is no such pair.
    """
    cut = [pair.partition("=") for pair in pairs]
    for pair, (field, _, column) in zip(pairs, cut, strict=True):
        if not field.strip() or not column.strip():
            raise UsageError(
                f"{one_line(pair)!r} does not name a column", hint="write `--column claim=NAME`"
            )
    return {field.strip(): column for field, _, column in cut}


def checked_before(store: Store, claim: ClaimRecord) -> tuple[CheckedBefore, ...]:
    """Return what is like a claim, the likest first: the words it shares decide, then the date."""
    return like(store, claim.text, claim.article)


def like(store: Store, words: str, article: str = "") -> tuple[CheckedBefore, ...]:
    """Return what is like *words*; claims of *article* itself are none of it."""
    compared = Compared(words)
    found = (
        CheckedBefore(check, likeness, place)
        for check, place in _candidates(store, storable(words), article)
        if (likeness := compared.with_(check.claim)) is not None
    )
    newest_first = sorted(found, key=lambda one: one.check.date, reverse=True)
    return tuple(sorted(newest_first, key=_unlikeness))


def with_accepted(store: Store, claim: ClaimRecord) -> ClaimRecord:
    """Return *claim* with the fact-checks that somebody attached to it, at their evidence.

    To attach the link of a check is to say that it is about this claim. Of a page that checks
    several claims those like this one count.
    """
    if not any(item.kind == EvidenceKind.LINK for item in claim.evidence):
        return claim
    compared = Compared(claim.text)
    items = tuple(
        replace(item, checks=_accepted(compared, checks_at(store, item.source)))
        for item in claim.evidence
    )
    return replace(claim, evidence=items)


def _accepted(compared: Compared, checks: Sequence[FactCheck]) -> tuple[CheckedBefore, ...]:
    likenesses = [compared.with_(check.claim) for check in checks]
    if len(checks) == 1:
        return (CheckedBefore(checks[0], likenesses[0] or Likeness(0.0)),)
    pairs = zip(checks, likenesses, strict=True)
    return tuple(CheckedBefore(check, one) for check, one in pairs if one is not None)[:SHOWN]


def _candidates(store: Store, words: str, article: str) -> Iterator[tuple[FactCheck, str]]:
    yield from judged_like(store, words, article)
    yield from ((check, "") for check in imported_like(store, words))


def _unlikeness(one: CheckedBefore) -> tuple[int, float]:
    """Order by whether something differs, then by the share, in steps that can be seen."""
    return len(one.likeness.differs), -round(one.likeness.share, 1)


def check_lines(found: Sequence[CheckedBefore], most: int = SHOWN) -> tuple[tuple[str, str], ...]:
    """Return lines on the first of *found*, each with its style: "verdict", "plain", "bad", "dim".

    All text in them is harmless. Nothing found gives no line.
    """
    lines = [line for one in found[:most] for line in _lines(one)]
    if len(found) > most:
        lines.append(("dim", f"{len(found) - most} more"))
    return tuple(lines)


def _lines(one: CheckedBefore) -> Iterator[tuple[str, str]]:
    check = one.check
    verdict = check.verdict or check.rating or "no rating"
    rating = f" ({check.rating})" if check.verdict and check.rating else ""
    known = (f"{verdict}{rating}", check.publisher, one.place, check.date)
    yield "verdict", _shown(" · ".join(filter(None, known)))
    said = f", says {check.claimant}" if check.claimant else ""
    yield "plain", f"  “{_shown(check.claim)}”{_shown(said)}"
    for what, here, there in one.likeness.differs:
        yield "bad", _shown(f"differs in {what}: {here or '–'} here / {there or '–'} there", 2)
    if check.url:
        yield "dim", "  " + one_line(check.url)
    percent = round(100 * one.likeness.share)
    yield "dim", _shown(f"{percent} % in common: {', '.join(one.likeness.common)}", 2)


def _shown(text: str, indent: int = 0) -> str:
    line = one_line(text)
    return " " * indent + (line if len(line) <= _LONGEST else line[:_LONGEST] + "…")
