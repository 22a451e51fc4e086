"""Tell the parts of a page that assert nothing. In: a paragraph. Out: its role, or None.

Bylines, datelines that stand alone, captions and credits, greetings, "read more", contacts,
references, rows of tables.
"""

import re
from collections.abc import Callable

from factcheck.lexicon.patterns import compiled, has_sign
from factcheck.model.document import Role
from factcheck.model.span import Span
from factcheck.segment.paragraphs import BULLET, RULE

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{4}年\d{1,2}月(?:\d{1,2}日)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_CLOCK = r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?"
_WHEN = rf"{_WEEKDAY}{_DATE}{_CLOCK}"
_SOON = (
    rf"(?:{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter)"
    r"[,’'\s]\s?(?![A-Z])"
)
_POST = (
    r"(?:reporter|correspondent|journalist|editor|columnist|writer|contributor|producer|author"
    r"|fellow|professor|freelancer?)"
)
_RECORD = (
    r"\b(?:transcript|minutes|statement|speech|interview|briefing|letter|report|testimony|hearing"
    r"|conference|memo|editorial|post|remarks|debate)"
)
_PUBLISHED = r"(?i:published|updated|posted|last (?:modified|updated)|first published)"

_FIGURES = tuple("0123456789")
# Each after the words or signs of which a byline of this form has at least one.
_BYLINES = (
    # "By May, the port had lost money." names nobody.
    (
        ("By", "BY"),
        rf"(?:By|BY)\s(?!{_SOON})[A-ZÀ-Ý][^\n.!?]{{1,100}}(?:[|,](?!.*\w\.$).{{0,60}})?",
    ),
    ((" by ",), r"\(?(?:Reporting|Additional reporting|Writing|Editing|Compiled) by .{1,200}"),
    (
        ("者", "编"),
        r"[（(]?(?:本报|本网|新华社)?.{0,10}(?:记者|作者|编辑|责任编辑|责编)[:：\s].{1,40}",
    ),
)
# Further ones where a date may stand.
_DATED = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d[-/.]\d{1,2}[-/.]\d|年")
_DATED_BYLINES = (
    (
        _FIGURES,
        rf"(?:[A-Z][\w .,'’-]{{1,40}}[,—–-]\s?)?{_WHEN}(?:\s?\([^()]{{1,40}}\))?\s?[—–-]{{0,2}}\.?",
    ),
    (_FIGURES, rf"{_PUBLISHED}\b.{{0,20}}{_WHEN}.{{0,40}}"),
    (
        ("—", "--"),
        rf"(?:—|--)\s?(?:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,3}}|[A-Z][^\n.!?,]{{0,60}}{_RECORD}),\s{_WHEN}",
    ),
)
_AUTHOR_NOTE = (
    rf"[A-ZÀ-Ý][\w.'’-]+(?:\s[A-ZÀ-Ý][\w.'’-]*){{1,4}}\s(?:is|was)\s(?:an?|the)\s"
    rf"[^.]{{0,60}}\b{_POST}\b[^.]{{0,20}}\b(?:at|for|of|with|covering|based|who|in|on)\b"
)
_CAPTION = re.compile(
    r"(?:(?:File |Stock )?(?:Photo|Image|Picture|Photograph|Video|Graphic|Illustration|Credit"
    r"|Caption|Figure|Fig\.|Chart|Map|Source)s?(?:\s\d{1,3})?(?:\sby|\scredits?)?\s?[:：]"
    r"|(?:Photo|Image|Picture|Photograph)s?\s(?:by|courtesy)\b"
    r"|(?:图片来源|图片|图注|图表|图|摄影|资料图|资料图片|照片|来源)\s?\d{0,3}\s?[:：])",
    re.IGNORECASE,
)
# "新华社上海3月5日电（记者李明）" opens the first sentence of a report and says nothing in it.
_CHINESE_DATELINE = (
    r"(?:[（(]?[^\s，。：（）()]{1,12}(?:社|报|网)[^，。：\n（）()]{0,20}?(?:电|讯)|[^\s，。：]{2,12}\d{1,2}日电)"
    r"(?![话子力影视网器脑动池息问号])\s*(?:[（(][^（）()\n]{0,40}[）)])?\s*"
    r"|[（(](?:本报|本网)?记者[^（）()\n]{0,40}[）)]\s*"
)
_IMAGE = re.compile(r"\[?!\[[^\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)(?:\]\([^()\n]*\))?")
_CREDIT = re.compile(
    r"[\s(\[](?:File )?(?:Image|Photo|Picture|Photograph|Graphic|Credit)s?(?: credit)?: "
    r"[^.:]{1,80}\.?[)\]]?\s*\Z"
)
_COURTESY = (
    r"(?i)(?:click here|read (?:more|also|next)\b|sign up\b|subscribe\b|follow us\b"
    r"|share (?:this|on)\b"
    r"|see also\b|related:|advertisement\b|dear (?:\w+\s?){1,3}[,:]|good (?:morning|evening)\b"
    r"|good afternoon|hello\b|hi\b|welcome to\b|watch:"
    r"|thank you for (?:reading|watching|coming|joining|having|being"
    r"|your (?:time|question)|the question)\b"
    r"|(?:thanks|thank you)(?:,? [\w.]+){0,3}[.!]*\Z|(?:yes|no|yeah|okay|ok|sure|right)[.!]*\Z"
    r"|for (?:more|further) (?:information|details),? (?:please )?(?:see|visit|contact|call"
    r"|email|go to|read)\b"
    r"|listen:|download (?:the|our)|log in\b|skip to\b|all rights reserved|copyright\b|©"
    r"|点击|相关阅读|延伸阅读|关注我们|版权所有|(?:更多)?(?:详情|信息|内容)?请(?:参?见|查看|访问|点击|关注|登录|扫描|咨询)"
    r"|欢迎(?:访问|关注|订阅|登录)|扫描二维码)"
)
_CONTACT = (
    r"(?i)(?:(?:media|press|public|general) )?(?:contacts?|inquiries|enquiries|questions"
    r"|e-?mail|tel|telephone|phone|fax|web|website)\s?:|(?:联系方式|联系人|联系电话|电话|邮箱|传真|网址)\s?[:：]"
)
_REACHED = r"[\w.+-]{1,64}@\w|https?://|www\.|\d[\d ()-]{5,20}\d"
_ADDRESS = r"[\w.+-]{1,64}@[\w.-]{3,100}|(?:https?://|www\.)\S{1,400}"
# Each after signs of which it has one. As a bibliography has it: "Roy, I. (2020). Title."
_REFERENCES = (
    (
        (").",),
        (
            r"(?:\[\^?\w{1,20}\]:?\s+)?[A-ZÀ-Ý][\w’'-]+,\s(?:[A-Z]\.[\s-]?)+(?:,|[^()\n]{0,200}?)\s?"
            r"\((?:1[5-9]|20)\d\d[a-z]?\)\.\s"
        ),
    ),
    # The same with the mark of its type (GB/T 7714), of medicine ("2002;93(1-2):4-6"), of a body.
    (
        ("[",),
        (
            r"[^\n]{4,300}\[(?:M|C|G|N|J|D|R|S|P|DB|CP|EB)(?:/(?:MT|DK|CD|OL))?\]\s?(?:[.．。,，]|//)[^\n]{0,200}"
            r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"
        ),
    ),
    (
        tuple(f";{digit}" for digit in range(10)),
        (
            r"(?:\[?\d{1,3}[\].]\s)?[A-Z][\w’'-]{1,30}\s[A-Z]{1,3}(?:,\s[A-Z][\w’'-]{1,30}\s[A-Z]{1,3}){0,30}"
            r"(?:,\set\sal)?\.\s[^\n]{10,400}\s(?:1[5-9]|20)\d\d(?:\s[A-Z][a-z]{2})?;\d"
        ),
    ),
    (
        (").",),
        (
            r"[A-Z][\w’'&-]{0,30}(?:,?\s(?:(?:of|for|and|the|on|in|&)\s){0,2}[A-Z][\w’'&-]{0,30}){0,9}\.\s"
            r"\((?:1[5-9]|20)\d\d[a-z]?(?:,\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?)?\)\.\s[A-Z]"
        ),
    ),
)
# In so many characters a dateline has named the agency or the reporter, with one of these.
_DATELINE_NAMES = 40
_DATELINE_SIGNS = "电讯记"
_EMPHASIS = "*_"
_CELLS = re.compile(r"\t|\s{3,}\S|\|[^|\n]*\|")

# A caption or a courtesy is short; a longer paragraph that begins so goes on to assert something.
_SHORT = 400
_COURTESY_LENGTH = 120
# A name, an address and a number; longer lines say something about them.
_CONTACT_LENGTH = 80
# With twenty authors and a link; what is longer goes on in prose.
_REFERENCE_LENGTH = 800


def furniture_role(paragraph: str) -> Role | None:
    """Return the role of a trimmed, non-empty *paragraph* that its own looks give away."""
    return next((role for role, has_looks in _LOOKS if has_looks(paragraph)), None)


def is_byline(paragraph: str) -> bool:
    """Say whether the paragraph says only who wrote the text, where or when."""
    words = paragraph.strip(_EMPHASIS)
    if len(paragraph) > _SHORT:
        return False
    forms = (*_BYLINES, *_DATED_BYLINES) if _DATED.search(words) else _BYLINES
    return any(has_sign(words, signs) and compiled(form).fullmatch(words) for signs, form in forms)


def dateline_end(text: str, block: Span) -> int:
    """Return where the words after a Chinese dateline begin, or where the block does."""
    opening = text[block.start : block.start + _DATELINE_NAMES]
    if not any(sign in opening for sign in _DATELINE_SIGNS):
        return block.start
    dateline = compiled(_CHINESE_DATELINE).match(text, block.start, block.end)
    return dateline.end() if dateline and dateline.end() < block.end else block.start


def is_author_note(paragraph: str) -> bool:
    """Say whether the paragraph introduces the author, as the last lines of an article do."""
    return len(paragraph) <= _SHORT and compiled(_AUTHOR_NOTE).match(paragraph) is not None


def is_caption(paragraph: str) -> bool:
    """Say whether the paragraph belongs to a picture."""
    if len(paragraph) > _SHORT:
        return False
    if _IMAGE.fullmatch(paragraph):
        return True
    return bool(_CAPTION.match(paragraph) or _CREDIT.search(paragraph))


def is_courtesy(sentence: str) -> bool:
    """Say whether a sentence greets the reader or tells what to click, read or follow."""
    return len(sentence) <= _COURTESY_LENGTH and compiled(_COURTESY).match(sentence) is not None


def _is_contact(paragraph: str) -> bool:
    """Say whether a line says how somebody is reached, or is only an address."""
    if len(paragraph) > _CONTACT_LENGTH or "\n" in paragraph:
        return False
    named = compiled(_CONTACT).match(paragraph) and compiled(_REACHED).search(paragraph)
    return bool(named or compiled(_ADDRESS).fullmatch(paragraph))


def _is_reference(paragraph: str) -> bool:
    if len(paragraph) > _REFERENCE_LENGTH:
        return False
    return any(
        has_sign(paragraph, signs) and compiled(form).match(paragraph)
        for signs, form in _REFERENCES
    )


def _is_row(paragraph: str) -> bool:
    """Say whether a line looks like cells of a table: tabs, bars, wide gaps."""
    return "\n" not in paragraph and _CELLS.search(paragraph) is not None


def _is_rule(paragraph: str) -> bool:
    return RULE.fullmatch(paragraph) is not None


def _is_wordless(paragraph: str) -> bool:
    return not any(character.isalnum() for character in paragraph)


def _is_quoted(paragraph: str) -> bool:
    return paragraph[0] == ">"


def _is_item(paragraph: str) -> bool:
    return BULLET.match(paragraph) is not None


# The first that fits decides: a credit after a bullet is a credit.
_LOOKS: tuple[tuple[Role, Callable[[str], bool]], ...] = (
    (Role.SEPARATOR, _is_rule),
    (Role.FRAGMENT, _is_wordless),
    (Role.QUOTATION, _is_quoted),
    (Role.BYLINE, is_byline),
    (Role.CAPTION, is_caption),
    (Role.FRAGMENT, _is_reference),
    (Role.FRAGMENT, _is_contact),
    (Role.LIST_ITEM, _is_item),
    (Role.FRAGMENT, _is_row),
)
