"""Recompute the amounts of a sentence: a reading in, a finding for each that does not come out.

Only relations that the sentence states in so many words are checked, and only where rounding,
"about" and "more than" leave no way in which both could be right.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from factcheck.annotate import recomputed
from factcheck.annotate.amount_words import (
    AMOUNT,
    ANY,
    CHANGE,
    COUNT,
    COUNTED,
    EITHER,
    INSIDE,
    LIST,
    MEASURED,
    MOVE,
    OR,
    PAID,
    PERCENT,
    POINTS,
    PUT,
    SHARE,
    THE,
    THING,
    TOTAL,
    UNITS,
    UNTIL,
    ends,
    ends_reversed,
)
from factcheck.annotate.language import is_latin
from factcheck.annotate.quantities import Quantity, place_of, quantities, template
from factcheck.annotate.recomputed import Problem
from factcheck.lexicon.patterns import compiled, has_sign, small
from factcheck.model.document import Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading

_READ = {Role.SENTENCE, Role.LIST_ITEM, Role.QUOTATION, Role.HEADING, Role.CAPTION, Role.FRAGMENT}
_STRENGTH = 0.8
# A sentence with more amounts is a table.
_MOST = 24

Check = Callable[[str, list[Quantity]], Problem]

_OF = r"\s(?:out\sof|of)\s"
_BY = rf"(?:\bby\s{PUT}|\ban?\s(?:{CHANGE}\sof\s{PUT})?|\(|\bup\s|\bdown\s)"
_BETWEEN = r"\s(?:to|against|compared\s(?:with|to)|and|versus|for)"
_MARGIN = r",\s(?:with\s)?an?\s(?:margin|difference|majority|lead|gap)\sof"
_CONSISTING = (
    r"(?::|\(|—|–|,\sof\s(?:whom|which|them)|,\s(?:consisting|comprising|made\sup)(?:\sof)?)"
)
# What is lost may also be a thing, so these say nothing about the way of a change.
_CHANGED = rf"(?:{MOVE}|los[et]|losing|shed|slipped|tumbled|contracted|swelled|advanced)"
_WHAT = r"(?:\s[\w’-]+){0,6}?"
_OF_THEM = r"\sof\s(?:them|these|those|whom|which)\b"
_ER = r"\s(?:more|fewer|less|[a-z]{3,10}er)\sthan\b"
_TIMES = (
    r"(?:more\sthan\s|nearly\s|almost\s|over\s)?(?:(?:doubl|tripl|quadrupl)(?:ed|ing|es?)|halved)"
)
# Each after the words of which every statement of this form holds one; () where all may.
_RELATIONS: tuple[tuple[tuple[str, ...], str, Check], ...] = (
    (("of",), rf"{AMOUNT}{THING}{_OF}{THE}{AMOUNT}{THING}{OR}{PUT}{SHARE}", recomputed.share),
    (("of",), rf"{SHARE}{THING}{OR}{PUT}{AMOUNT}{THING}{_OF}{THE}{AMOUNT}", recomputed.share_first),
    (
        ("of",),
        rf"{SHARE}\sof\s{THE}{AMOUNT}{THING}{OR}{PUT}{AMOUNT}(?!\sof\s)",
        recomputed.share_last,
    ),
    (("from",), rf"{ends(AMOUNT, AMOUNT)}{UNTIL}(?:\bor\s|{_BY}){PERCENT}", recomputed.change),
    (
        ("from",),
        rf"{_CHANGED}{_WHAT}\s(?:by\s)?{PUT}{PERCENT}{UNTIL}\s{ends(AMOUNT, AMOUNT)}",
        recomputed.change_last,
    ),
    (("from",), rf"{ends(EITHER, PERCENT)}{UNTIL}{_BY}{PERCENT}", recomputed.change),
    (
        ("from",),
        rf"{_CHANGED}{_WHAT}\s(?:by\s)?{PUT}{PERCENT}{UNTIL}\s{ends(EITHER, PERCENT)}",
        recomputed.change_last,
    ),
    (("from",), rf"{ends(PERCENT, PERCENT)}{UNTIL}{POINTS}", recomputed.points),
    (
        ("from",),
        rf"{_CHANGED}\s(?:by\s)?{PUT}{POINTS}{UNTIL}\s{ends(PERCENT, PERCENT)}",
        recomputed.points_last,
    ),
    (
        ("from",),
        rf"{MOVE}\s(?:by\s)?{PUT}{UNITS}{UNTIL}\s{ends(AMOUNT, AMOUNT)}",
        recomputed.change_last,
    ),
    (
        ("from",),
        rf"{ends(AMOUNT, AMOUNT)}{UNTIL}\ban?\s{CHANGE}\sof\s{PUT}{UNITS}",
        recomputed.difference,
    ),
    (
        ("margin", "difference", "majority", "lead", "gap"),
        rf"{AMOUNT}{THING}{_BETWEEN}{UNTIL}{AMOUNT}{UNTIL}{_MARGIN}\s{PUT}{UNITS}",
        recomputed.difference,
    ),
    (("from",), rf"{MOVE}{UNTIL}\s{ends(MEASURED, MEASURED)}", recomputed.direction),
    (
        (),
        (
            rf"{COUNT}{THING}\s(?:at|for|of|costing|worth)\s(?:a\sprice\sof\s)?{UNITS}"
            rf"\s(?:each|apiece|per\s\w+|a\s\w+){UNTIL}(?:{TOTAL}|for|cost|costs|costing|or|=|is|was)\s{PUT}{UNITS}"
        ),
        recomputed.product,
    ),
    (("between",), rf"\bbetween\s{PUT}{ANY}\sand\s{PUT}{ANY}", recomputed.order),
    (
        ("doubl", "tripl", "quadrupl", "halved"),
        rf"{_TIMES}\b{UNTIL}\s{ends(AMOUNT, AMOUNT)}",
        recomputed.multiple,
    ),
    (
        ("of",),
        rf"\bof\s{THE}{AMOUNT}{THING},\s{PUT}{AMOUNT}{THING}{OR}{PUT}{SHARE}",
        recomputed.share_of_whole,
    ),
    (
        ("of",),
        rf"{AMOUNT}{THING}[;,:]\s(?:and\s)?{AMOUNT}{_OF_THEM}{THING}{OR}{PUT}{SHARE}",
        recomputed.share_of_whole,
    ),
    (("of",), rf"{AMOUNT}{THING},?\s(?:and|but)\s{AMOUNT}{_OF_THEM}", recomputed.part),
    (
        ("from",),
        rf"{_CHANGED}\s(?:by\s)?{PUT}{PERCENT}{UNTIL}\s{ends_reversed(AMOUNT, AMOUNT)}",
        recomputed.change_last_back,
    ),
    (
        ("from",),
        rf"{ends_reversed(AMOUNT, AMOUNT)}{UNTIL}(?:\bor\s|{_BY}){PERCENT}",
        recomputed.change_back,
    ),
    (
        ("than",),
        rf"{UNITS}{UNTIL},\s(?:which\s(?:is|was)\s)?{PUT}{UNITS}{THING}{_ER}{UNTIL}{AMOUNT}",
        recomputed.difference_between,
    ),
    (
        ("each",),
        rf"{COUNT}{THING}\seach\s\w+\s{UNITS}{UNTIL}{TOTAL}\s{PUT}{UNITS}",
        recomputed.product,
    ),
    (
        ("cost", "make", "come"),
        (
            rf"\bat\s{UNITS}\s(?:a|per|each)\s\w+,\s{COUNT}{THING}\s(?:cost|costs|make|come\sto)"
            rf"\s{PUT}{UNITS}"
        ),
        recomputed.product,
    ),
)
# "#" stands for an amount; all amounts of a sum are of one sort.
_SUMS: tuple[tuple[tuple[str, ...], str, Check], ...] = (
    (
        ("total", "adding", "together", "making", "sum", "combined"),
        rf"#{UNTIL}{LIST}#(?:{UNTIL}{LIST}#)?(?:{UNTIL}{LIST}#)?{UNTIL},?\s(?:and\s)?{TOTAL}\s{PUT}#",
        recomputed.total_last,
    ),
    (
        ("total", "all", "altogether"),
        (
            rf"#{UNTIL}{LIST}#(?:{UNTIL}{LIST}#)?{UNTIL},?\s(?:or\s)?#{THING}"
            r"\s(?:in\stotal|in\sall|altogether)"
        ),
        recomputed.total_last,
    ),
    (
        ("and",),
        (
            rf"#{THING}\s?{_CONSISTING}\s?#{INSIDE}(?:,\s#{INSIDE})?(?:,\s#{INSIDE})?,?\sand\s#"
            rf"(?={INSIDE}(?:[.;)—–]|$))"
        ),
        recomputed.total_first,
    ),
    (
        ("includ",),
        rf"#{THING}\s(?:included?|includes|including)\s#{INSIDE}(?:,\s#{INSIDE})?,?\sand\s#",
        recomputed.parts,
    ),
    (
        ("split", "divided", "shared", "distributed", "broken"),
        (
            rf"#{UNTIL}\b(?:split|divided|shared|distributed|broken\sdown){UNTIL}[:,(—–]\s?#{INSIDE}"
            r"(?:,\s#[^\ue000-\ue005;.!?()]{0,60}?)?,?\sand\s#"
        ),
        recomputed.total_first,
    ),
    (
        ("of",),
        rf"#{THING}\sand\s#{THING}\s(?:in|of|among)\s(?:an?|the)\s\w+\sof\s#",
        recomputed.total_last,
    ),
)
_CHECKS = (
    *_RELATIONS,
    *(
        (signs, expression.replace("#", f"[{sort}](.)"), check)
        for signs, expression, check in _SUMS
        for sort in (COUNTED, PAID)
    ),
)
# An amount in an expression, with the signs of the sorts that it may have.
_AMOUNT = re.compile(r"\[?([\ue000-\ue005]+)\]?\(\.\)")
# Further amounts of a sum may be left out.
_MOST_NEEDED = 3


def find_arithmetic(reading: Reading) -> Iterator[Finding]:
    """Yield findings of the rules `arithmetic.…` about amounts in one sentence.

    The span is the amount that does not fit; the message says what the others give.
    """
    text = reading.document.text
    for segment in reading.segments:
        if segment.role in _READ and is_latin(text, segment):
            yield from _of_segment(text, segment)


def _of_segment(text: str, segment: Segment) -> Iterator[Finding]:
    found = quantities(text, segment.span)
    if not 2 <= len(found) <= _MOST:
        return
    pattern = template(text, segment.span, found)
    sorts = {quantity.sort.value for quantity in found}
    words = small(pattern)
    for signs, expression, check in _CHECKS:
        needed = _needed(expression)
        if len(needed) > len(found) or any(sorts.isdisjoint(amount) for amount in needed):
            continue
        if signs and not has_sign(words, signs):
            continue
        for match in compiled(expression).finditer(words):
            amounts = [found[place_of(sign)] for sign in match.groups() if sign]
            problem = check(pattern[match.start() : match.end()], amounts)
            if problem is not None:
                rule, wrong, message = problem
                yield Finding(f"arithmetic.{rule}", wrong.span, message, strength=_STRENGTH)


@cache
def _needed(expression: str) -> tuple[frozenset[str], ...]:
    """Return, for each amount without which a relation is not stated, the sorts it may have."""
    return tuple(map(frozenset, _AMOUNT.findall(expression)[:_MOST_NEEDED]))
