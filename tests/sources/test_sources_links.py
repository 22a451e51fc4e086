"""Links of drawn pages: each is kept, in its sentence; what of a page is the article."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.document import Document
from factcheck.sources.article import article_of
from factcheck.sources.blocks import Block, Kind
from factcheck.sources.formats import document_from
from pages_drawn import Drawn, drawn_page


def _page(seed: int) -> tuple[Drawn, Document]:
    drawn = drawn_page(random.Random(seed), seed % 12 + 1)
    return drawn, document_from(drawn.html.encode(), name="page.html")


def _in_place(document: Document, address: str, sentence: str) -> bool:
    """Say whether a link stands in its sentence, word for word."""
    before, anchor, after = re.split(r"\[(.*?)\]", sentence)
    whole, start = before + anchor + after, len(before)
    return any(
        document.text[link.span.start - start :].startswith(whole)
        and link.span.of(document.text) == anchor
        for link in document.links
        if link.address == address
    )


def test_of_a_hundred_links_at_least_ninety_nine_stay_in_their_sentence() -> None:
    places = [
        _in_place(document, *link)
        for drawn, document in map(_page, range(60))
        for link in drawn.links
    ]
    assert len(places) > 600
    assert sum(places) >= 0.99 * len(places)


@pytest.mark.parametrize("seed", range(6))
def test_menus_and_footers_stay_out(seed: int) -> None:
    _, document = _page(seed * 7)
    assert "Contact, imprint" not in document.text
    assert not any("/terms" in link.address for link in document.links)


def _blocks(*words: str) -> tuple[Block, ...]:
    return tuple(Block(Kind.PARAGRAPH, each) for each in words)


ARTICLE = "The port of Dale lost two million euros in the winter of 2019, said its board."


def test_sources_in_one_paragraph_stay() -> None:
    led = Block(Kind.PARAGRAPH, "Sources: one; two", ((9, 12, "https://a.example/"),))
    blocks = (*_blocks(ARTICLE), led, *_blocks("Subscribe to our letter"))
    assert article_of(blocks, ARTICLE) == blocks[:2]
    assert article_of((led, *_blocks(ARTICLE)), ARTICLE) == _blocks(ARTICLE)


def test_a_caption_between_title_and_article_stays_and_a_date_does_not() -> None:
    title = Block(Kind.HEADING, "The port of Dale", mark="# ")
    caption = "Ines Roy in the harbour of Dale on a winter day in 2019."
    blocks = (title, *_blocks("3 May 2019", caption, ARTICLE))
    assert article_of(blocks, ARTICLE) == (title, *_blocks(caption, ARTICLE))
    far = (title, *_blocks(*[caption] * 9, ARTICLE))
    assert article_of(far, ARTICLE) == (title, *_blocks(ARTICLE))


@given(st.lists(st.sampled_from([ARTICLE, ARTICLE[:40], "Notes", "Sources: a", "x", "|", ""])))
def test_the_article_is_some_of_the_blocks_in_their_order(words: list[str]) -> None:
    blocks = tuple(Block(Kind.PARAGRAPH, each, ((0, 1, "https://a.example/"),)) for each in words)
    kept = article_of(blocks, ARTICLE)
    rest = iter(blocks)
    assert all(block in rest for block in kept)
