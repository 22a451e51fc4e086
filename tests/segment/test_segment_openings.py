"""Sentences that open in small letters, or right behind a full stop; and what only looks so."""

import pytest

from factcheck.model.span import Span
from factcheck.segment.sentences import split_sentences
from marks import unmark

SMALL = {
    "pronoun": "⟦The ferry sank in the storm. ⟧⟦it was old.⟧",
    "once is enough": "⟦The ferry sank yesterday. ⟧⟦it was old. ⟧⟦repairs were late.⟧",
    "a writer who has no capital": "⟦Last week i was on it. ⟧⟦nobody told us! ⟧⟦why not?⟧",
    "a writer of contractions": "⟦Well i'm glad. ⟧⟦off season is quiet.⟧",
    "question": "⟦Is the ferry safe? ⟧⟦they fixed it.⟧",
    "said afterwards": "⟦Is the ferry safe? she asked. ⟧⟦Nobody answered.⟧",
    "said in passing": "⟦Go away! he yelled at them. ⟧⟦They went.⟧",
    "name that ends in a mark": "⟦Shares of Yahoo! the portal fell.⟧",
    "title that ends in a mark": "⟦The course Why Dogs? is full.⟧",
    "bracket": "⟦The ferry sank near Leeds. ⟧⟦(it was old.) ⟧⟦Nobody died.⟧",
    "address": "⟦The list is in Leeds. ⟧⟦http://port.example/list⟧",
    "abbreviation and bracket": "⟦It was bought by Harbor Inc. (formerly Quay).⟧",
    "title and bracket": "⟦The motion of Rep. (now Sen.) Lind passed.⟧",
    "title of a small writer": "⟦last week dr. lind came. ⟧⟦we met mrs. roy.⟧",
    "address and what follows": "⟦It is here. ⟧⟦https://port.example is old with misc. notes.⟧",
    "number and bracket": "⟦It sank in 1999. (that is all)⟧",
    "abbreviation that is not known": "⟦The hon. the mayor and the dep. and the sec. are here.⟧",
    "noun behind an abbreviation": "⟦The misc. the list has is short.⟧",
    "conjunction": "⟦The assembly. and its members left.⟧",
    "brand": "⟦He sold the company. eBay bought it.⟧",
    "particle of a name": "⟦He met Mlle. du Motel.⟧",
    "mark alone": "⟦They met in Ghent. - the port city⟧",
    "small writer and a sign": "⟦i have been in Ghent. ⟧⟦“it is a port” they say⟧",
}
GLUED = {
    "full stop": "⟦The ferry sank.⟧⟦It was old.⟧",
    "question": "⟦Is it safe?⟧⟦They said so.⟧",
    "figure": "⟦It cost 1,000.⟧⟦That is a lot.⟧",
    "title": "⟦It was Monday.⟧⟦Mr. Roy left.⟧",
    "first person": "⟦The ferry sank.⟧⟦I was on it.⟧",
    "trailing off": "⟦The ferry sank...⟧⟦They were late.⟧",
    "trailing off into a thought": "⟦I mean...I was on it.⟧",
    "in a bracket": "⟦The ferry (It was old.They knew it.) sank.⟧",
    "mail address": "⟦Write to ines.The@port.example or Jane.Do@port.example.⟧",
    "web address": "⟦See www.ferry.It for more.⟧",
    "path": "⟦Open the file port/list.The first line counts.⟧",
    "dotted name": "⟦It runs on System.The.List today.⟧",
    "file": "⟦It runs on Node.Fast today.⟧",
    "country": "⟦It is in the U.S.The list is short.⟧",
    "name that ends in a mark": "⟦It is on Yahoo!Answers today.⟧",
    "small letter": "⟦It sank.the end⟧",
}


@pytest.mark.parametrize("marked", SMALL.values(), ids=SMALL.keys())
def test_a_sentence_in_small_letters_is_told_from_what_goes_on(marked: str) -> None:
    text, expected = unmark(marked)
    assert split_sentences(text, Span(0, len(text))) == expected


@pytest.mark.parametrize("marked", GLUED.values(), ids=GLUED.keys())
def test_a_sentence_without_a_space_before_it_is_told_from_a_name(marked: str) -> None:
    text, expected = unmark(marked)
    assert split_sentences(text, Span(0, len(text))) == expected
