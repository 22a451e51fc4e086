"""What a list shows, as one value: its words, its JSON, its ranges."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model.listing import (
    EVERY,
    Listing,
    Sort,
    Speaker,
    from_json,
    in_words,
    to_json,
    worth_range,
)

words = st.lists(st.text(), max_size=2).map(tuple)
either = st.none() | st.booleans()
listings = st.builds(
    Listing, status=words, flag=words, kind=words, reviewer=words, words=st.text(),
    attribution=st.lists(st.sampled_from([each.value for each in Speaker])).map(tuple),
    worth_from=st.floats(0, 1), worth_to=st.floats(0, 1), evidence=either, context=either,
    findings=either, gaps=either, sort=st.sampled_from(Sort),
)  # fmt: skip


@given(listings)
def test_a_listing_comes_back_from_its_json(listing: Listing) -> None:
    assert from_json(to_json(listing)) == listing


@given(listings)
def test_only_every_claim_in_reading_order_is_plain_and_needs_no_words(listing: Listing) -> None:
    assert listing.is_plain == (listing == EVERY)
    assert listing.is_filtered or in_words(listing).startswith(("by ", ""))
    assert not listing.is_plain or in_words(listing) == ""


@pytest.mark.parametrize(
    ("listing", "said"),
    [
        (Listing(status=("open",), flag=("outdated",)), "filter: open, outdated"),
        (Listing(sort=Sort.TOUCHED), "by last touched"),
        (Listing(kind=("quantity",), sort=Sort.WORTH), "filter: quantity · by check worthiness"),
        (Listing(worth_from=0.5, gaps=False), "filter: worth 0.50–1.00, no gap"),
        (Listing(attribution=("named",), reviewer=("Ben",), words="a b", context=True),
         "filter: said by named, judged by Ben, needs context, “a b”"),
    ],
)  # fmt: skip
def test_the_words_say_what_is_listed(listing: Listing, said: str) -> None:
    assert in_words(listing) == said


@pytest.mark.parametrize(
    "kept",
    [
        "[]", "null", "no json", '{"later": 1}', '{"sort": "by moon"}', '{"status": [1]}',
        '{"status": 1}', '{"attribution": ["me"]}', '{"evidence": "yes"}', '{"worth_from": 7}',
        '{"worth_from": "x"}', '{"words": 3}',
    ],
)  # fmt: skip
def test_what_this_version_cannot_read_is_refused_in_words(kept: str) -> None:
    with pytest.raises(UsageError, match="none that this version knows"):
        from_json(kept)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps) | st.text())
def test_no_text_at_all_makes_it_fail_otherwise(kept: str) -> None:
    with suppress(UsageError):
        assert from_json(kept).sort in Sort


@pytest.mark.parametrize(
    ("text", "ends"),
    [("", (0, 1)), (" 0.5 ", (0.5, 1)), ("0.2-0.4", (0.2, 0.4)), ("0.2–0.4", (0.2, 0.4)),
     ("-0.4", (0, 0.4)), ("0.4-", (0.4, 1))],
)  # fmt: skip
def test_a_range_is_read(text: str, ends: tuple[float, float]) -> None:
    assert worth_range(text) == ends


@pytest.mark.parametrize("text", ["much", "2", "0.9-0.1", "nan", "1-2-3", "inf"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no range"):
        worth_range(text)
