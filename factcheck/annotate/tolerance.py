"""Say whether stated and computed amounts can both be right: quantities and bounds in."""

from collections.abc import Sequence

from factcheck.annotate.quantities import Quantity, Sort

# How far "about" and a round figure may lie from what is meant; wide, so that nobody is bothered.
_ROUGH = 0.12
_LITTLE_MORE = 0.35
# "2 million" is no 2.4 million, though its last digit is a million.
_COARSE = 0.1
# A percentage is often rounded one way or the other by a whole point.
_POINT = 0.75
_TIMES_MORE = 1.02


def step(quantity: Quantity) -> float:
    """Return the width of what a figure can stand for: 0 for a small count, which is exact."""
    if quantity.rough or quantity.bound:
        return quantity.value * _ROUGH
    if quantity.sort in {Sort.COUNT, Sort.YEAR} and quantity.unit == 1:
        return _rounded(quantity)
    width = max(quantity.unit, _rounded(quantity)) if quantity.unit >= 1 else quantity.unit
    return min(width, quantity.value * _COARSE)


def _rounded(quantity: Quantity) -> float:
    """Return the step of a figure that ends in two noughts or more: that of its second digit.

    "100 million" is written to the million, and so taken.
    """
    if quantity.unit > 1:
        return 0.0
    value, width = round(quantity.value), 1
    while value and value % (width * 10) == 0:
        width *= 10
    second = 10 ** (len(str(value)) - 2)
    return float(min(width, second)) if width >= 100 else 0.0


def same_currency(*amounts: Quantity) -> bool:
    """Say whether amounts can be of one currency: "from 400 to 500 euros" names it once."""
    return len({one.currency.lower() for one in amounts if one.currency}) <= 1


def agrees(stated: Quantity, low: float, high: float, *, inputs: Sequence[Quantity]) -> bool:
    """Say whether *stated* can be an amount between *low* and *high* computed from *inputs*."""
    width = max(stated.unit / 2, _rounded(stated) / 2)
    if stated.sort in {Sort.PERCENT, Sort.FRACTION, Sort.POINTS}:
        width = max(width, _POINT) if stated.unit >= 1 else width * _TIMES_MORE + 0.01
    if stated.rough or any(one.rough or one.bound for one in inputs):
        width = max(width, stated.value * _ROUGH)
    below, above = stated.value - width, stated.value + width
    if stated.bound > 0:
        above += stated.value * _LITTLE_MORE
    elif stated.bound < 0:
        below -= stated.value * _LITTLE_MORE
    slack = 1e-9 * max(1.0, abs(stated.value))
    return high >= below - slack and low <= above + slack


def in_points(start: Quantity, end: Quantity) -> float:
    """Return the percentage points between two shares."""
    return abs(end.value - start.value)


def written(quantity: Quantity) -> str:
    """Return an amount as a message writes it."""
    sign = "percent" if quantity.sort is Sort.PERCENT else ""
    currency = quantity.currency if len(quantity.currency) <= len("HK$") else ""
    return f"{currency}{quantity.value:,.10g} {sign}".strip()
