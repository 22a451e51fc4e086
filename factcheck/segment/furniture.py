"""Tell the parts of a page that assert nothing. In: a paragraph. Out: its role, or None.

Bylines, datelines that stand alone, captions and credits, contacts, references, rows of tables.
"""

import re
from collections.abc import Callable

from factcheck.lexicon.patterns import compiled, has_sign
from factcheck.model.document import Role
from factcheck.model.span import Span, trimmed
from factcheck.segment.courtesies import is_about_itself
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
        (" contributed to this ",),
        r"\(?[A-ZÀ-Ý].{1,200} contributed to this (?:report|story|article)\.?\)?",
    ),
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
_HEADLINE_DATE = (
    rf"(?<![,;:–—-])(?<!\b[Oo]n)(?<!\b[Ff]or)(?<!\b[Oo]f)(?<!\b[Bb]y)(?<!\b[Uu]ntil)\s"
    rf"(?P<date>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s{_MONTH}\s\d{{1,2}},\s\d{{4}})\Z"
)
_LONGEST_DATE = 40
# In so many characters a dateline has named the agency or the reporter, with one of these.
_DATELINE_NAMES = 40
_DATELINE_SIGNS = "电讯记"
_EMPHASIS = "*_"
_CELLS = re.compile(r"\t|\s{3,}\S|\|[^|\n]*\|")
# Wide gaps and "<|1|>" stand in prose as well, which ends and begins sentences in one line.
_SENTENCE_END = r"[a-z]{2}[.!?][\"”)]?\s+(?=[A-Z“\"])"
_PROSE = 2

# A caption is short; a longer paragraph that begins so goes on to assert something.
_SHORT = 400
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


def date_start(text: str, block: Span) -> int:
    """Return where the date at the end of a heading begins, or where the heading ends.

    No headline says weekday and year, unless a preposition leads to them.
    """
    words = trimmed(block, text)
    if not text[words.start : words.end][-1:].isdecimal():
        return block.end
    tail = max(words.start, words.end - _LONGEST_DATE)
    dated = compiled(_HEADLINE_DATE).search(text, tail, words.end)
    return dated.start("date") if dated and dated.start() > words.start else block.end


def caption_parts(text: str, block: Span) -> tuple[Span, ...]:
    """Return the caption and the credit at its end, which often has no full stop before it."""
    credit = _CREDIT.search(text, block.start, block.end)
    if credit is None:
        return (block,)
    at = credit.start() + credit[0][0].isspace()
    return (Span(block.start, at), Span(at, block.end)) if at > block.start else (block,)


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
    if "\n" in paragraph or _CELLS.search(paragraph) is None:
        return False
    sure = "\t" in paragraph or paragraph[0] == "|" or " | " in paragraph
    return sure or len(compiled(_SENTENCE_END).findall(paragraph)) < _PROSE


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
    (Role.FRAGMENT, is_about_itself),
    (Role.LIST_ITEM, _is_item),
    (Role.FRAGMENT, _is_row),
)
