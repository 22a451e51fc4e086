"""Recompute one relation: the matched words and its amounts in, what does not come out, or None.

Rounding, "about" and "more than" are given their due before anything is said (tolerance.py).
"""

import re

from factcheck.annotate.amount_words import UP
from factcheck.annotate.quantities import Quantity, Sort
from factcheck.annotate.tolerance import agrees, in_points, same_currency, step, written

# The last part of the rule, the amount that does not fit, and why.
Problem = tuple[str, Quantity, str] | None


def share(_: str, amounts: list[Quantity]) -> Problem:
    """Check part, whole, percent: the percent must be the part of the whole."""
    part, whole, percent = amounts
    if whole.value <= 0 or part.value > whole.value or not same_currency(part, whole):
        return None
    return _share_problem(part, whole, percent)


def share_last(_: str, amounts: list[Quantity]) -> Problem:
    """Check percent, whole, part."""
    percent, whole, part = amounts
    return share(_, [part, whole, percent])


def share_first(_: str, amounts: list[Quantity]) -> Problem:
    """Check percent, part, whole."""
    percent, part, whole = amounts
    return share(_, [part, whole, percent])


def _share_problem(part: Quantity, whole: Quantity, percent: Quantity) -> Problem:
    low, high = (
        100 * (part.value + sign * step(part) / 2) / (whole.value - sign * step(whole) / 2)
        for sign in (-1, 1)
    )
    if agrees(percent, low, high, inputs=(part, whole)):
        return None
    actual = 100 * part.value / whole.value
    return "percentage", percent, f"{written(part)} of {written(whole)} is {actual:.3g} percent"


def change(_: str, amounts: list[Quantity]) -> Problem:
    """Check two ends of a change and the percent by which it changes."""
    start, end, percent = amounts
    if start.value <= 0 or not same_currency(start, end) or start.sort is Sort.YEAR:
        return None
    if end.sort is Sort.PERCENT:
        return _points_as_percent(start, end, percent)
    low, high = (
        100
        * abs(end.value + sign * step(end) / 2 - start.value + sign * step(start) / 2)
        / start.value
        for sign in (-1, 1)
    )
    if agrees(percent, *sorted((low, high)), inputs=(start, end)):
        return None
    actual = 100 * abs(end.value - start.value) / start.value
    return "change", percent, f"from {written(start)} to {written(end)} is {actual:.3g} percent"


def change_last(words: str, amounts: list[Quantity]) -> Problem:
    """Check a change, in percent or in units, before its two ends."""
    by, start, end = amounts
    if by.sort is Sort.PERCENT:
        return change(words, [start, end, by])
    return difference(words, [start, end, by])


def _points_as_percent(start: Quantity, end: Quantity, percent: Quantity) -> Problem:
    """A share that goes from 4 to 6 percent rises by 2 points, which are 50 percent."""
    points = abs(end.value - start.value)
    change = 100 * points / start.value
    near = step(start) / 2 + step(end) / 2 + step(percent) / 2
    if agrees(percent, change * 0.97, change * 1.03, inputs=(start, end)):
        return None
    if abs(points - percent.value) <= near:
        message = (
            f"the difference is {points:.3g} percentage points, which are {change:.3g} percent"
        )
        return "percentage-point", percent, message
    message = (
        f"from {written(start)} to {written(end)} is {points:.3g} points, {change:.3g} percent"
    )
    return "change", percent, message


def points(_: str, amounts: list[Quantity]) -> Problem:
    """Check two shares and the percentage points between them."""
    start, end, stated = amounts
    actual = in_points(start, end)
    spread = step(start) / 2 + step(end) / 2
    if agrees(stated, actual - spread, actual + spread, inputs=(start, end)):
        return None
    message = f"from {written(start)} to {written(end)} is {actual:.3g} percentage points"
    return "change", stated, message


def points_last(words: str, amounts: list[Quantity]) -> Problem:
    """Check percentage points before their two ends."""
    stated, start, end = amounts
    return points(words, [start, end, stated])


def difference(_: str, amounts: list[Quantity]) -> Problem:
    """Check two amounts and the difference between them."""
    one, other, stated = amounts
    if not same_currency(one, other, stated):
        return None
    actual = abs(one.value - other.value)
    spread = step(one) / 2 + step(other) / 2
    if agrees(stated, actual - spread, actual + spread, inputs=(one, other)):
        return None
    message = f"the difference of {written(one)} and {written(other)} is {actual:,.10g}"
    return "difference", stated, message


def direction(words: str, amounts: list[Quantity]) -> Problem:
    """Check the way of "rose from 50 to 40"."""
    start, end = amounts
    if start.sort is not end.sort or not same_currency(start, end):
        return None
    up = re.match(UP, words, re.IGNORECASE) is not None
    if start.value == end.value or (end.value > start.value) is up:
        return None
    way = "less" if up else "more"
    return "direction", end, f"{written(end)} is {way} than {written(start)}"


def total_last(_: str, amounts: list[Quantity]) -> Problem:
    """Check parts and, last, their total."""
    *parts, total = amounts
    return _sum_problem(parts, total)


def total_first(_: str, amounts: list[Quantity]) -> Problem:
    """Check a total and, after it, its parts."""
    total, *parts = amounts
    return _sum_problem(parts, total)


def _sum_problem(parts: list[Quantity], total: Quantity) -> Problem:
    if not same_currency(*parts, total):
        return None
    actual = sum(part.value for part in parts)
    spread = sum(step(part) for part in parts) / 2
    if agrees(total, actual - spread, actual + spread, inputs=tuple(parts)):
        return None
    message = f"{' + '.join(written(part) for part in parts)} is {actual:,.10g}"
    return "sum", total, message


def product(_: str, amounts: list[Quantity]) -> Problem:
    """Check a count, the amount for each, and the amount for all."""
    count, each, total = amounts
    if not same_currency(each, total):
        return None
    actual = count.value * each.value
    spread = (step(count) * each.value + step(each) * count.value) / 2
    if agrees(total, actual - spread, actual + spread, inputs=(count, each)):
        return None
    return "product", total, f"{written(count)} times {written(each)} is {actual:,.10g}"


def order(_: str, amounts: list[Quantity]) -> Problem:
    """Check that a range does not end before its beginning."""
    low, high = amounts
    if low.sort is not high.sort or not same_currency(low, high) or low.value <= high.value:
        return None
    return "range", high, f"{written(low)} is more than {written(high)}"


def multiple(words: str, amounts: list[Quantity]) -> Problem:
    """Check "doubled from 20 to 50"."""
    start, end = amounts
    if start.value <= 0 or start.sort is not end.sort or not same_currency(start, end):
        return None
    times = next(times for word, times in _TIMES.items() if word in words.lower())
    ratio = end.value / start.value
    more = re.search(r"more\sthan|over", words[:40]) is not None
    low, high = times * 0.88, times * (1.6 if more else 1.14)
    if low <= ratio <= high:
        return None
    return "change", end, f"from {written(start)} to {written(end)} is {ratio:.2g} times as much"


_TIMES = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "halved": 0.5, "twofold": 2.0}


def share_of_whole(_: str, amounts: list[Quantity]) -> Problem:
    """Check whole, part, percent."""
    whole, one, percent = amounts
    return share(_, [one, whole, percent])


def part(_: str, amounts: list[Quantity]) -> Problem:
    """Check that "of them" are no more than they are."""
    whole, one = amounts
    if not same_currency(whole, one) or one.value <= whole.value + step(whole) / 2:
        return None
    return "percentage", one, f"{written(one)} are more than {written(whole)}"


def change_back(_: str, amounts: list[Quantity]) -> Problem:
    """Check "to … from …" and the percent of the change."""
    end, start, percent = amounts
    return change(_, [start, end, percent])


def change_last_back(_: str, amounts: list[Quantity]) -> Problem:
    """Check the percent of a change before "to … from …"."""
    percent, end, start = amounts
    return change(_, [start, end, percent])


def difference_between(_: str, amounts: list[Quantity]) -> Problem:
    """Check an amount, the difference to another, and that other."""
    one, stated, other = amounts
    return difference(_, [one, other, stated])


def parts(_: str, amounts: list[Quantity]) -> Problem:
    """Check that the parts which a whole includes are not more than it is."""
    total, *some = amounts
    actual = sum(one.value for one in some)
    if not same_currency(total, *some) or actual <= total.value + step(total) / 2:
        return None
    return "sum", total, f"{' + '.join(written(one) for one in some)} is {actual:,.10g}"
