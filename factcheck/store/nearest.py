"""The nearest open claim: what a key waits for after each verdict.

In: an article, a reviewer, a claim. Out: the number of the next one without a verdict of theirs,
or of the one before. Claims of the reader are found by their numbers, which ascend with the text;
those that people made are few, and each is looked at.
"""

from typing import TYPE_CHECKING, Any

from factcheck.store.edits import reading_order
from factcheck.store.listing import JUDGED
from factcheck.store.tallies import BLOCK, LISTED

if TYPE_CHECKING:
    from factcheck.model.order import ReadingOrder
    from factcheck.store.database import Store

_NEAR = f"""SELECT c.number FROM claim c WHERE c.document = :a AND {LISTED} AND NOT {JUDGED}
 AND c.made_by IS NULL AND c.number > :over AND c.number < :under ORDER BY c.number """
_MADE = f"""SELECT c.number FROM claim c WHERE c.document = :a AND {LISTED} AND NOT {JUDGED}
 AND c.made_by IS NOT NULL"""
# Blocks that hold more claims than the reviewer has judged there.
_BLOCK = """SELECT block FROM tally t WHERE document = :a AND what = 'claim' AND claims > coalesce(
  (SELECT claims FROM tally WHERE document = :a AND what = 'assessment' AND reviewer = :me
   AND block = t.block), 0) AND block > :over AND block < :under ORDER BY block """
_END = 1 << 40


def next_open(store: "Store", article: str, reviewer: str, *, number: int, step: int) -> int | None:
    """Return the nearest claim without a verdict of the reviewer after (or before) *number*.

    Wraps around at the end; *number* itself is the last candidate. None where none is open.
    Only the block of *number* and one more are looked through; the tallies say which one.
    """
    names: dict[str, Any] = {"a": article, "me": reviewer}
    order = reading_order(store, article)
    if not order.made:
        return _read(store, names, order, number, step)
    after = order.after(number)
    # A made claim stands behind the one of the reader that it comes after.
    start = after + 1 if step < 0 and after != number else after
    found = [row["number"] for row in store.rows(_MADE, names)]
    read = _read(store, names, order, start, step)
    if read is not None:
        found.append(read)
    return min(found, key=lambda other: order.steps(number, other, step), default=None)


def _read(
    store: "Store", names: dict[str, Any], order: "ReadingOrder", number: int, step: int
) -> int | None:
    """Return the nearest open claim of those that the reader found."""
    down = "ASC" if step > 0 else "DESC"
    block = number // BLOCK
    near = f"{_NEAR} {down} LIMIT 1"
    found: int | None = store.value(near, names | _beyond(number, block, step))
    # What is open in a block of made claims may be only those.
    misleading = order.highest // BLOCK - order.read // BLOCK + 1 if order.made else 0
    blocks = f"{_BLOCK} {down} LIMIT {misleading + 1}"
    for over, under in _ranges(block, step):
        for row in store.rows(blocks, names | {"over": over, "under": under}):
            if found is None:
                at = row["block"]
                inside = {"over": at * BLOCK - 1, "under": (at + 1) * BLOCK}
                found = store.value(near, names | inside)
    return found


def _beyond(number: int, block: int, step: int) -> dict[str, int]:
    """Return the bounds of what follows *number* in its block, or comes before it there."""
    if step > 0:
        return {"over": number, "under": (block + 1) * BLOCK}
    return {"over": block * BLOCK - 1, "under": number}


def _ranges(block: int, step: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return between which blocks to look: those beyond *block*, then those around the end."""
    after, before = (block, _END), (-1, block + 1)
    return (after, before) if step > 0 else ((-1, block), (block - 1, _END))
