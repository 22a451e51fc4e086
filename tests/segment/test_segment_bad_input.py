"""Text from strangers: nothing crashes, everything is tiled, and work grows with the length."""

import sys
from types import FrameType

import pytest

from factcheck.segment import claims_of, split

LONG = "The mayor of the old town met the council, which sells fish, and the port "
BAD = {
    "a sentence of 5,000 words": LONG * 350 + "closed.",
    "5,000 words without a mark": "the mayor cut the rent and sold boats " * 625,
    "only marks": "?!.,;:—–()[]“”‘’…-- " * 200,
    "only emoji": "🙂👩‍👩‍👧‍👦🏳️‍🌈🇳🇴 " * 200,
    "emoji in a sentence": "The mayor 🙂 cut the rent 👍🏽 in May, and Roy 🏳️‍🌈 resigned.",
    "mixed scripts": "Мэр cut the 租金 in Μάιος, والمدينة sold it, and Roy resigned. 市长辞职。",
    "a table as text": "Year\tSales\tShare\n2019\t1,200\t3.5%\n2020\t980\t2.9%\n" * 50,
    "a table with pipes": "| Year | Sales |\n|---|---|\n| 2019 | 1,200 |\n" * 50,
    "code": "for (int i = 0; i < n; i++) { total += prices[i]; } // sum, and print\n" * 40,
    "capitals": "MAYOR CUTS RENT, SELLS BOATS AND RESIGNS AS COUNCIL, WHICH FAILED, QUITS.",
    "OCR": "Tbe rnayor cut tbe rent in Mav , wbicb angered ten- ants .and 5old b0ats , l990 .",
    "invisible characters": "The ma\u200byor\u2060 cut\ufeff the\u00ad rent, and\u200d Roy went.",
    "lone surrogates": "The mayor \ud800cut the rent\udfff, and Roy, \ud83d who won, resigned.",
    "controls": "The mayor\x00 cut\x1b[2J the rent\x07, and Roy\x08 resigned.\x85Then he left.",
    "right to left marks": "The mayor \u202ecut the rent\u202c, and Roy resigned.",
    "20,000 letters without a space": "a" * 20_000,
    "20,000 brackets": "(" * 10_000 + ")" * 10_000,
    "pronouns without end": "It was he and they and she and it. " * 300,
    "names without end": "Roy met Ann Vale of the Alpine Institute in Rome, and he left. " * 150,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_any_text_is_tiled_and_its_claims_lie_in_their_sentences(text: str) -> None:
    segments = split(text)
    assert "".join(segment.span.of(text) for segment in segments) == text
    bounds = [(segment.span.start, segment.span.end) for segment in segments]
    for claim in claims_of(text, segments):
        first, last = claim.spans[0].start, claim.spans[-1].end
        assert any(start <= first and last <= end for start, end in bounds)
        assert any(character.isalnum() for character in claim.text)


@pytest.mark.parametrize(
    "text", ["a sentence of 5,000 words", "5,000 words without a mark", "only marks"]
)
def test_what_is_too_much_for_the_parser_is_at_most_one_claim_a_sentence(text: str) -> None:
    segments = split(BAD[text])
    assert len(claims_of(BAD[text], segments)) <= len(segments)


def _work(text: str) -> int:
    """Return how many calls it takes to read *text*, from Python and into C."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        claims_of(text, split(text))
    finally:
        sys.setprofile(None)
    return calls


GROWING = {
    "one sentence": "the mayor of the town met the council which sells fish and the port ",
    "one paragraph": "Roy met Ann Vale of the Alpine Institute in Rome, and he left. ",
    "paragraphs": "The institute sold it. Roy said it was he, and they left.\n\n",
    "lines": "- the port, 1990\n",
    "marks": "“ ( [ ” ) ] , ; — ",
    "clauses": "which he said that ",
    "names": "Ann Vale Roy ",
    "dateline": "ROME-",
}


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING.keys())
def test_work_grows_with_the_length(piece: str) -> None:
    claims_of(piece, split(piece))  # what is loaded once is not counted
    once, fourfold = _work(piece * 60), _work(piece * 240)
    assert fourfold < 5 * once
