"""Find who says what in a Chinese sentence: text and sentence in, attributions out."""

from collections.abc import Iterator

from factcheck.annotate.sources import is_named
from factcheck.lexicon.patterns import compiled
from factcheck.model.claim import Attribution
from factcheck.model.span import Span

_ZH_ACCORDING = (
    r"据(?P<source>[^，。；：\n]{0,30}?)(?P<cue>报道|介绍|透露|统计|称|了解|悉|消息|显示|披露|通报)"
    r"[，,：:]\s*(?P<content>[^\n]+)"
)
_ZH_SAID = (
    r"(?P<source>[^\s，。；：:“”「」、！？]{1,24}?)"
    r"(?P<cue>(?:则|也|还|并|曾|随后|昨日|今日|今天|当天)?(?:表示(?!(?:强烈|高度|衷心|热烈|诚挚|深切|极大|严重|由衷|充分|十分|非常|亲切|坚决)?的?(?:担忧|担心|关切|关注|欢迎|感谢|支持|反对|不满|遗憾|祝贺|哀悼|慰问|谴责|赞赏|肯定|理解|怀疑|失望|愤怒|敬意|同情|歉意|抗议|满意|赞同|认同|质疑|震惊))|指出|强调|认为|写道|透露|宣布|坦言|宣称|声称|回应称|补充说|告诉记者|(?<![名简被宣号俗堪职统人自])称(?![为号赞呼作])|说(?![明服法])))"
    r"[，,：:]?\s*(?P<content>[^\n]{2,})"
)
# What stands between the name and the verb: when, and to what.
_WHEN = (
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]|昨[日天]|今[日天]|日前|近日|当[日天]|周[一二三四五六日]|星期[一二三四五六日])"
    r"(?:上午|下午|中午|晚上?|凌晨|晚间)?\Z"
)
_TO_WHAT = r"(?:针对|对于|(?<![反应面绝相派针])对|(?<![成造早也])就(?![业职医诊读餐]))[^\n]*\Z"
_PAIRS = frozenset("“「『")
_CLOSING = frozenset("”」』")


def chinese(text: str, sentence: Span) -> Iterator[Attribution]:
    """Yield 据X报道 and X表示 with what follows in the sentence.

    The source is the name alone, without a day or a topic after it. The content ends
    where a quotation that it is, or that it would cut through, does.
    """
    found = compiled(_ZH_ACCORDING).match(text, sentence.start, sentence.end)
    found = found or compiled(_ZH_SAID).search(text, sentence.start, sentence.end)
    if found is None:
        return
    content = _whole(text, _stripped(text, Span(*found.span("content"))))
    source = _name(text, Span(*found.span("source")))
    if content.start < content.end:
        named = source.start < source.end and is_named(text, source)
        sources = (source,) if source.start < source.end else ()
        yield Attribution(named, sources, (Span(*found.span("cue")),), (content,))


def _name(text: str, source: Span) -> Span:
    """Return a source without its topic and its day; a name that begins so stays."""
    for tail in (_WHEN, _TO_WHAT, _WHEN):
        found = compiled(tail).search(text, source.start + 1, source.end)
        source = Span(source.start, found.start()) if found else source
    return source


def _whole(text: str, content: Span) -> Span:
    """Return what is said: up to a mark without a partner, or the quotation that it is."""
    opened: list[int] = []
    for place in range(content.start, content.end):
        if text[place] in _PAIRS:
            opened.append(place)
        elif text[place] in _CLOSING and not opened:
            return _stripped(text, Span(content.start, place))
        elif text[place] in _CLOSING:
            first = opened.pop()
            if first == content.start and _ends_there(text, place, content.end):
                return _stripped(text, Span(first + 1, place))
    if not opened:
        return content
    if opened[0] == content.start:
        return _stripped(text, Span(content.start + 1, content.end))
    return _stripped(text, Span(content.start, opened[0]))


def _ends_there(text: str, closing: int, end: int) -> bool:
    """Say whether a quotation is all that is said, and not the first words of it."""
    return text[closing - 1] in "。！？" or not text[closing + 1 : end].strip("。！？")


def _stripped(text: str, span: Span) -> Span:
    """Return a span without white space and marks at its ends; quotation marks stay."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \t\n,:，：、"))
    return Span(start, max(start, span.start + len(words.rstrip(" \t\n.,;:。，；："))))
