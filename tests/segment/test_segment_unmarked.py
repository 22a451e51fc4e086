"""Sentences that end without a mark, in letters and posts; and edited text that only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.span import Span
from factcheck.segment.sentences import split_sentences
from factcheck.segment.unmarked import unmarked_ends
from marks import unmark

CASES = {
    "address": "⟦The list is on http://port.example/list ⟧⟦Hope this helps.⟧",
    "addresses": "⟦http://port.example/a ⟧⟦http://port.example/b ⟧⟦www.port.example/c⟧",
    "address before a name": "⟦On http://port.example/list Ines Roy said so.⟧",
    "address that goes on": "⟦The page http://port.example/list has the names.⟧",
    "address with a full stop": "⟦It is on http://port.example/list. ⟧⟦Hope this helps.⟧",
    "smiley": "⟦I want to see them all :) ⟧⟦My boat is small.⟧",
    "smiley before small letters": "⟦I want to see them all :) and more.⟧",
    "rule": "⟦The ferry sank ⟧⟦---------- ⟧⟦Nobody died.⟧",
    "rules": "⟦The ferry sank ⟧⟦===== ===== ⟧⟦Nobody died.⟧",
    "stars": "⟦The ferry sank. ⟧⟦*** ⟧⟦Nobody died.⟧",
    "gap to fill in": "⟦The ferry _____ sank near _______.⟧",
    "dashes": "⟦The ferry -- old as it was --- sank.⟧",
    "head of a mail": "⟦Ines Roy ⟧⟦03/15/2001 04:11 PM ⟧⟦The ferry sank.⟧",
    "heads of mails": "⟦Ines Roy ⟧⟦03/15/2001 04:11 PM ⟧⟦Tom B. Berg ⟧⟦3/16/01 9:00:10 AM ⟧⟦fine⟧",
    "head with an address": "⟦It sank. ⟧⟦roy@port.example ⟧⟦03/15/2001 04:11 PM ⟧⟦Who died?⟧",
    "head with both": '⟦"Roy, Ines" <roy@port.example> ⟧⟦03/15/2001 04:11 PM ⟧⟦Who died?⟧',
    "head with a preposition": "⟦roy@port.example on 03/15/2001 04:11:00 PM ⟧⟦Who died?⟧",
    "head with a firm": "⟦Ines Roy@PORT GROUP ⟧⟦03/15/2001 04:11 PM ⟧⟦Who died?⟧",
    "head with a greeting": "⟦Ines Roy ⟧⟦03/15/2001 04:11 PM ⟧⟦Tom and Mia - ⟧⟦The ferry sank.⟧",
    "time in a sentence": "⟦It was sent on 03/15/2001 04:11 PM Eastern time by Roy.⟧",
    "time behind a name in a sentence": "⟦The mail of Ines Roy 03/15/2001 04:11 PM was read.⟧",
    "closing": "⟦The ferry sank. ⟧⟦Regards, ⟧⟦Ines Roy⟧",
    "long closing": "⟦Who died? ⟧⟦With best regards, ⟧⟦Ines⟧",
    "sincere closing": "⟦The ferry sank. ⟧⟦Yours sincerely, ⟧⟦Ines Roy, Port of Leeds⟧",
    "closing in a sentence": "⟦In both regards, Leeds is like Ghent. ⟧⟦It sent regards, Roy said.⟧",
    "thanks": "⟦The ferry sank. ⟧⟦Thanks, ⟧⟦Ines Roy⟧",
    "thanks to somebody": "⟦The ferry sank. ⟧⟦Thank you, Mr. Roy.⟧",
    "thanks that go on": "⟦The ferry sank. ⟧⟦Thanks, Ines, for the list⟧",
    "best of all": "⟦They were second best, Roy said. ⟧⟦Best, Roy said, was Ghent.⟧",
    "greeting": "⟦Dear Mr. Roy, ⟧⟦The ferry sank.⟧",
    "dear in a sentence": "⟦Dear as it is, Leeds is full.⟧",
    "adjective that looks like a greeting": "⟦Dear petrol hurts.⟧",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_what_ends_without_a_mark_is_told_from_what_goes_on(marked: str) -> None:
    text, expected = unmark(marked)
    assert split_sentences(text, Span(0, len(text))) == expected


@given(
    st.lists(
        st.sampled_from(
            (
                *("http://a ", "www.b ", " :) ", "-----", " *** ", "03/15/2001 04:11 PM ", "on "),
                *("Ines Roy ", "Regards, ", "Thanks, ", "Dear Roy, ", "A b ", "@", ". ", "\n"),
            )
        )
    ).map("".join),
    st.data(),
)
def test_every_place_is_inside_the_block(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    block = Span(start, data.draw(st.integers(start, len(text))))
    assert all(block.start < at < block.end for at in unmarked_ends(text, block))
    sentences = split_sentences(text, block)
    assert "".join(sentence.of(text) for sentence in sentences) == block.of(text)
