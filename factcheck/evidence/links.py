"""Does a link still lead to what was captured: a fresh answer in, its state and the reason out."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from enum import StrEnum

from factcheck.evidence.absence import soft_404
from factcheck.evidence.capture import Captured
from factcheck.model.capture import Capture, Snapshot
from factcheck.model.visible import one_line


class LinkState(StrEnum):
    """What became of a link. Values are printed: add, never rename."""

    OK = "ok"  # as it was captured, or it answers and was never captured
    REDIRECTED = "redirected"  # it answers under another address
    CHANGED = "changed"  # the words are others than those that were captured
    SOFT_404 = "soft-404"  # it answers, with a page that says it is not there
    DEAD = "dead"  # it does not answer, or refuses


# What a desk must look at: the others lead to what they led to.
BROKEN = frozenset({LinkState.CHANGED, LinkState.SOFT_404, LinkState.DEAD})

_DIFF_LINES = 4_000
_SHOWN_LINES = 12


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """The state of the link of one source, why, and the lines that changed (`- old`, `+ new`)."""

    source: str
    state: LinkState
    reason: str
    diff: tuple[str, ...] = ()


def judge(now: Captured, before: Capture | None, text_before: str | None) -> LinkCheck:
    """Return what became of a link: *now* is its answer, *before* its last capture, if any."""
    capture, snapshot = now.capture, now.snapshot
    if snapshot is None:
        return LinkCheck(capture.source, LinkState.DEAD, capture.error)
    soft = soft_404(capture, snapshot.text or "", text_before)
    if soft:
        return LinkCheck(capture.source, LinkState.SOFT_404, soft)
    changed = before and _change(capture.source, snapshot, before, text_before)
    if changed:
        return changed
    if len(capture.hops) > 1:
        where = f"leads to {one_line(capture.final_url)}"
        return LinkCheck(capture.source, LinkState.REDIRECTED, where)
    reason = "answers; it was never captured"
    if before is not None:
        same = before.sha256 == snapshot.sha256
        reason = "as captured" if same else "the same words as captured"
    return LinkCheck(capture.source, LinkState.OK, reason)


def _change(
    source: str, snapshot: Snapshot, before: Capture, text_before: str | None
) -> LinkCheck | None:
    """Return what changed since *before*, None where the words are the same."""
    if before.sha256 == snapshot.sha256:
        return None
    day = before.at[:10]
    if text_before is None or snapshot.text is None:
        return LinkCheck(source, LinkState.CHANGED, f"other bytes than on {day}")
    if text_before == snapshot.text:
        return None
    diff = text_diff(text_before, snapshot.text)
    return LinkCheck(source, LinkState.CHANGED, f"other words than on {day}", diff)


def text_diff(before: str, after: str) -> tuple[str, ...]:
    """Return the first lines that differ, `- ` before those that went, `+ ` before those that came.

    Texts of very many lines are compared by their first ones.
    """
    lines = unified_diff(_lines(before), _lines(after), n=0, lineterm="")
    changed = [f"{line[0]} {line[1:]}" for line in lines if _is_change(line)]
    more = len(changed) - _SHOWN_LINES
    shown = changed[:_SHOWN_LINES]
    return tuple([*shown, f"… and {more} more lines"] if more > 0 else shown)


def _lines(text: str) -> Sequence[str]:
    return [line for line in text.split("\n")[:_DIFF_LINES] if line]


def _is_change(line: str) -> bool:
    return line[:1] in {"+", "-"} and not line.startswith(("+++", "---"))
