"""The text of the article for a page: the words of each claim are a link to what came of it.

In: claims and the text. Out: HTML, a line of text at a time.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from factcheck.export.page.tags import element, lines
from factcheck.model.records import ClaimRecord

Cut = tuple[int, int, int, str]  # place, 0 for an end or 1 for a begin, number, class


def marked(
    claims: Iterable[ClaimRecord], text: str, class_of: Callable[[ClaimRecord], str]
) -> Iterator[str]:
    """Yield the text in pieces; words that several claims share lead to the first of them.

    A number stands behind the last words of each piece of a claim, and leads there too.
    """
    cuts: list[Cut] = []
    for claim in claims:
        for span in claim.spans:
            if span.start < span.end:
                name = class_of(claim)
                cuts += [(span.start, 1, claim.number, name), (span.end, 0, claim.number, name)]
    at, inside, told = 0, dict[int, str](), set[int]()
    for place, here in groupby(sorted(cuts), key=lambda cut: cut[0]):
        yield _piece(text[at:place], inside)
        at, ended = place, []
        for _, begins, number, name in here:
            if begins:
                inside[number] = name
                yield from _begun(number, told)
            else:
                inside.pop(number, None)
                ended.append(element("a", str(number), href=f"#claim-{number}"))
        if ended:
            yield element("sup", ", ".join(ended))
    yield lines(text[at:])


def _begun(number: int, told: set[int]) -> Iterator[str]:
    """Yield the place that the section of a claim leads back to, where the claim begins."""
    if number not in told:
        told.add(number)
        yield element("span", id=f"at-{number}")


def _piece(words: str, inside: dict[int, str]) -> str:
    if not inside or not words.strip():
        return lines(words)
    number = min(inside)
    name = f"mark {inside[number]}"
    return element("a", lines(words), href=f"#claim-{number}", class_=name)
