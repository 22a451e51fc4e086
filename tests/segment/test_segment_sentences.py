"""Sentences: where edited text is cut, and that the pieces tile the block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.span import Span
from factcheck.segment.sentences import split_sentences
from marks import unmark

CASES = {
    "plain": "⟦The ferry sank. ⟧⟦Nobody was hurt.⟧",
    "no mark at all": "⟦The ferry sank⟧",
    "title": "⟦Dr. Okoro met Mrs. Lind on Monday. ⟧⟦They agreed.⟧",
    "title in lower case": "⟦A rep. Monday's shift chose spoke to the rep. ⟧⟦The union refused.⟧",
    "initials": "⟦The novel by P. D. Marsh sold well. ⟧⟦It was filmed.⟧",
    "initial before a starter": "⟦The report lists vitamin C. ⟧⟦The dose was high.⟧",
    "number": "⟦Bus No. 12 was late. ⟧⟦It was full.⟧",
    "public law": "⟦It amends Pub. L. 117-58 and Pub. L. No. 99-5, 135 Stat. 429. ⟧⟦It passed.⟧",
    "pub is no law": "⟦They met in the pub. ⟧⟦Later they left. ⟧⟦No. 12 was open.⟧",
    "code section": "⟦He cites 42 U.S.C. § 1983 and Tex. Code Ann. § 12. ⟧⟦The court agreed.⟧",
    "reporter": "⟦In 5 F. Supp. 2d 12 and 12 F.3d 45 (9th Cir. 2010) it held. ⟧⟦So be it.⟧",
    "article": "⟦U.S. Const. art. I, § 8 and Art. IV say so. ⟧⟦I paint.⟧",
    "art before I": "⟦He likes art. ⟧⟦I, too, like it.⟧",
    "reporter of a state": "⟦It followed Roe v. Poe, 12 Neb. App. 345 (1999). ⟧⟦It lost.⟧",
    "series of a reporter": "⟦It cited Roe v. Poe, 3 Cal. App. 4th 12, 15 (1992). ⟧⟦It lost.⟧",
    "reporter of three words": "⟦See 12 Tenn. Crim. App. at 345. ⟧⟦It lost.⟧",
    "law journal": "⟦See Vale, 99 Stan. J. Int'l L. 45 (2001). ⟧⟦It lost.⟧",
    "number that is no page": "⟦She won 12 Grammys. ⟧⟦40 others left.⟧",
    "number that is no volume": "⟦It cost 12 Euros. ⟧⟦In 2020, it rose.⟧",
    "application": "⟦He opened the App. ⟧⟦12 users came.⟧",
    "lettered figure": "⟦As Fig. S2 and Eq. (4) show, cf. Marsh, it melts. ⟧⟦It does.⟧",
    "about": "⟦The fort dates from ca. 1450. ⟧⟦It burned.⟧",
    "others": "⟦Lind vs. Roy et al. (2019) is cited. ⟧⟦Roy agreed.⟧",
    "journal": "⟦It is in Proc. Natl. Acad. Sci. USA 5 and Nat. Commun. 11. ⟧⟦It is long.⟧",
    "pages": "⟦See Vol. 12, pp. 3-9 and p. 4. ⟧⟦It is long.⟧",
    "roman number": "⟦See vol. IV for details. ⟧⟦It is long.⟧",
    "art is no article": "⟦She paints at the School of Art. ⟧⟦“I love it,” she says.⟧",
    "decimal": "⟦Rates rose 3.5 percent. ⟧⟦Wages fell.⟧",
    "bill": "⟦The House passed H.R.2210 on Friday. ⟧⟦The Senate did not.⟧",
    "month": "⟦It opened on Jan. 5 in Leeds. ⟧⟦It closed in May.⟧",
    "company": "⟦Harbor Inc. reported a loss. ⟧⟦Its rival Quay Corp. did not.⟧",
    "company ends": "⟦It was bought by Harbor Inc. ⟧⟦The price was not disclosed.⟧",
    "country goes on": "⟦The U.S. Senate voted on it.⟧",
    "country ends": "⟦The ban would hit the U.S. ⟧⟦However, it is not in force.⟧",
    "degree": "⟦Ines Roy, a Ph.D. student, won. ⟧⟦She was pleased.⟧",
    "latin": "⟦Some metals, e.g. zinc, cost more. ⟧⟦Others do not.⟧",
    "time early": "⟦At 7 a.m. Judge Lowe arrived. ⟧⟦The trial began.⟧",
    "time ends": "⟦The polls closed at 8 p.m. ⟧⟦Turnout was low.⟧",
    "time with day": "⟦The polls closed at 8 p.m. Tuesday in Ohio.⟧",
    "quotation closes": "⟦“We lost.” ⟧⟦The coach left.⟧",
    "quotation goes on": "⟦“Did we lose?” he asked. ⟧⟦Nobody answered.⟧",
    "quotation of two sentences": "⟦The coach said: “We lost. ⟧⟦It was bad.” ⟧⟦The fans left.⟧",
    "quotation never closed": "⟦The coach said: “We lost. ⟧⟦The fans left.⟧",
    "german quotation": "⟦Sie sagte: „Nein.“ ⟧⟦Dann ging sie.⟧",
    "reference": "⟦“The sea rose.” (Marsh 12). ⟧⟦It fell again.⟧",
    "space lacking after a quotation": "⟦He wrote “It is over.”⟧⟦The club agreed.⟧",
    "space lacking": "⟦It is over.⟧⟦The club agreed.⟧",
    "bracket inside chinese": "⟦市长（他去年辞职。）拒绝评论。⟧⟦议会没有表决。⟧",
    "bracket around chinese": "⟦（他去年辞职。他搬走了。）⟧⟦议会没有表决。⟧",
    "chinese title with a mark": "⟦《你好！世界》卖得很好。⟧⟦它没有得奖。⟧",
    "chinese semicolon": "⟦他说：“不。”；她说：“是。”⟧⟦门关了。⟧",
    "chinese marks": "⟦这是真的吗？！⟧⟦他沉默了……然后走了。⟧⟦没人知道！！！⟧",
    "chinese with narrow marks": "⟦他为什么走了?⟧⟦没人知道!⟧⟦门关了。⟧",
    "narrow mark in a chinese quotation": "⟦他问：“为什么?没人知道。”⟧⟦门关了。⟧",
    "narrow mark before letters": "⟦?他喜欢Yahoo!和别的公司。⟧⟦门关了。⟧",
    "chinese figure": "⟦增长率为3.5%。⟧⟦公司成立于2001年。⟧⟦3家公司倒闭。⟧",
    "chinese number before letters": "⟦它成立于2001年。⟧⟦3 Apple公司倒闭。⟧",
    "bracket inside": "⟦The mayor (She was elected in May. It was close.) resigned.⟧",
    "bracket around": "⟦The mayor resigned. ⟧⟦(She was elected in May.) ⟧⟦The council met.⟧",
    "stray bracket": "⟦The mayor (62 resigned. ⟧⟦The council met.⟧",
    "footnote": "⟦The lake froze.[12] ⟧⟦It thawed in March.⟧",
    "many marks": "⟦What?! ⟧⟦No!! ⟧⟦Yes.⟧",
    "exclaimed name": "⟦Shares of Yahoo! Finance rose. ⟧⟦Others fell.⟧",
    "exclamation goes on": "⟦Shares of Yahoo! fell by half.⟧",
    "ellipsis goes on": "⟦The team ... never came back. ⟧⟦It was over.⟧",
    "ellipsis ends": "⟦The team waited.... ⟧⟦Nobody came.⟧",
    "three dots end": "⟦The team waited... ⟧⟦Nobody came.⟧",
    "spaced ellipsis": "⟦The team . . . I think . . . waited.⟧",
    "address": "⟦Write to ines.roy@port.example. ⟧⟦See https://port.example/a.b?c=d. ⟧⟦It helps.⟧",
    "colon": "⟦There is one rule: Never lie. ⟧⟦It holds.⟧",
    "semicolon": "⟦One left; Two stayed.⟧",
    "inline numbers": "⟦1) Open the valve. ⟧⟦2) Close the valve. ⟧⟦3) Wait.⟧",
    "number that is out of order": "⟦1) Open valve 7) now.⟧",
    "inline bullets": "⟦• 1. Milk ⟧⟦• 2. Bread⟧",
    "letters": "⟦a. The first rule. ⟧⟦b. The second rule.⟧",
    "marker": "⟦1. The first rule. ⟧⟦It holds.⟧",
    "text without capitals": "⟦the ferry sank. ⟧⟦nobody was hurt, etc. and so on.⟧",
    "comma after": "⟦He asked “Why?”, then left. ⟧⟦The door shut.⟧",
    "chinese": "⟦市长周一辞职。⟧⟦议会没有表决！⟧⟦为什么？⟧",
    "chinese quotation": "⟦他说：“我走了。你呢？”⟧⟦门关了。⟧",
    "chinese quotation never closed": "⟦他说：“我走了。⟧⟦门关了。⟧",
    "chinese quotation said": "⟦“太晚了。”市长说。⟧⟦“不晚。”⟧⟦门关了。⟧",
    "chinese ellipsis": "⟦他说：“我……不知道。”⟧⟦门关了。⟧",
    "chinese comma after": "⟦“走吧！”，他说。⟧⟦门关了。⟧",
    "japanese": "⟦船が沈んだ。⟧⟦けが人はいない。⟧",
    "russian": "⟦Книгу написал А. И. Лосев. ⟧⟦Она вышла в 2012 г. в Туле.⟧",
    "arabic": "⟦هل غرقت العبارة؟ ⟧⟦لم يصب أحد.⟧",
    "hindi": "⟦नाव डूब गई। ⟧⟦कोई घायल नहीं हुआ।⟧",
    "armenian": "⟦Նավը խորտակվեց: ⟧⟦Ոչ ոք չի տուժել:⟧",
    "greek": "⟦Πού είναι το πλοίο; ⟧⟦Βυθίστηκε.⟧",
    "notes": "⟦The quay sank.[^a] ⟧⟦Salt rose.¹² ⟧⟦It paid [2].[3, 4] ⟧⟦That is all.[5–7]⟧",
    "no notes": "⟦The area is 5.² m, he said.⟧",
    "notes behind a space": "⟦The quay sank. [12] ⟧⟦Salt rose. [1] [2, 3] ⟧⟦It paid [4]. [5]⟧",
    "note behind a question": "⟦Who paid? [3] ⟧⟦The city did.⟧",
    "bracket that is no note": "⟦The quay sank. ⟧⟦[Laughter] Salt rose.⟧",
    "raised number": "⟦The practice was rare.4 ⟧⟦Harbors changed in May.15 ⟧⟦The fee rose.⟧",
    "raised number behind a quotation": "⟦He called it “rare.”4 ⟧⟦Harbors changed.⟧",
    "number that is not raised": "⟦See fig.4 The fee rose.⟧",
    "decimal before a capital": "⟦It rose to 3.5 Euros.⟧",
    "number behind a space": "⟦The practice was rare. 4 ⟧⟦Even the mayor agreed.⟧",
    "number that counts": "⟦The ferry sank. ⟧⟦4 Danes died. ⟧⟦5 May was a Monday.⟧",
    "words left out": "⟦The ferry sank. ⟧⟦. . . The mayor resigned. ⟧⟦... It was late!⟧",
    "words left out behind a question": "⟦Who paid? ⟧⟦... The mayor did.⟧",
    "words left out inside": "⟦The ferry sank . . . . ⟧⟦The mayor resigned. . . ⟧⟦It was late.⟧",
    "degrees": "⟦It rose to 3.5 °C. ⟧⟦Seas rose, too.⟧",
    "german date": "⟦Er kam am 3. Oktober. ⟧⟦Am 7. April 2020 ging er.⟧",
    "number before a month": "⟦It lost by 7. ⟧⟦April was better.⟧",
    "number sign": "⟦Указ от 7 мая 2012 г. № 590 действует. ⟧⟦Вот и всё.⟧",
    "and so on": "⟦It sold nets, ropes, etc. ⟧⟦Harbors bought them.⟧",
    "postscript": "⟦P.S. It is over. ⟧⟦PS. The club agreed.⟧",
    "marker behind a colon": "⟦These are the rules: 1. Never lie.⟧",
    "number behind a colon": "⟦That is the count: 12. ⟧⟦Nobody agreed.⟧",
    "smiley": "⟦We won. :) ⟧⟦they lost. =) ⟧⟦Nobody cared ;-)⟧",
    "italian elision": "⟦Parla l'avv. Rossi. ⟧⟦Tutti ascoltano.⟧",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_a_block_is_cut_where_its_sentences_end(marked: str) -> None:
    text, expected = unmark(marked)
    assert split_sentences(text, Span(0, len(text))) == expected


TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            *"aB1.!?…。！？:;“”\"'()[]（）「」•- \n",
            "1) ",
            "2) ",
            "Mr",
            "U.S",
            " The ",
            "Ա",
            "α",
            "\ud800",
        ]
    )
).map("".join)


@given(TEXTS, st.data())
def test_sentences_tile_their_block(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    block = Span(start, data.draw(st.integers(start, len(text))))
    sentences = split_sentences(text, block)
    assert "".join(sentence.of(text) for sentence in sentences) == block.of(text)
    assert sentences[0].start == block.start
    assert all(sentence.start < sentence.end for sentence in sentences) or block.start == block.end


@given(TEXTS)
def test_only_the_first_sentence_may_begin_with_white_space(text: str) -> None:
    sentences = split_sentences(text, Span(0, len(text)))
    assert not any(sentence.of(text)[0].isspace() for sentence in sentences[1:])
