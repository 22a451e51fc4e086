"""Find bills and laws in a text: text in, citations with the bill or law number out."""

import re
from collections.abc import Iterator

from factcheck.citations.numbered import find_numbered
from factcheck.lexicon.patterns import Rare, compiled
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.span import Span

_BILL = re.compile(
    r"(?<![\w.])(?P<kind>H\.?\s?R\.|HR|H\.?\s?J\.?\s?Res\.|S\.?\s?J\.?\s?Res\.|H\.?\s?Con\.?\s?Res\.|"
    r"S\.?\s?Con\.?\s?Res\.|H\.?\s?Res\.|S\.?\s?Res\.|S\.)\s?(?P<number>[1-9]\d{0,4})\b(?![.,]?\d)"
)
# Two letters and a number say little: a bill is voted on, introduced, passed.
_CONTEXT = (
    r"(?i)\b(?:bill|act|congress|senate|senator|house|resolution|legislation|passed|introduced"
    r"|sponsored|co-?sponsors?|amend\w*|lawmakers?|committee|vetoed|signed)\b"
)
_CONTEXT_REACH = 120
# With points nothing else is written so: "H.R. 1516", "S. Con. Res. 4".
_PLAIN_KIND = r"H\.\s?R\.|.*Res\."
_CONGRESS = r"\b(?P<number>\d{2,3})(?:st|nd|rd|th)\s+Congress\b"
_NAMED = r"[,\s]*(?:\(|the\s|[“\"])(?P<title>[A-Z][^()\n]{3,150}?\bAct)(?:\s+of\s+\d{4})?[)”\"]?"
_PUBLIC_LAW = Rare(
    ("public", "pub.", "p.l."),
    r"\b(?:Public\s+Law|Pub\.\s?L\.|P\.L\.)\s?(?:No\.\s?)?(?P<number>\d{2,3}[-–]\d{1,4})\b",
)
_US_CODE = Rare(
    ("usc", "u."),
    r"\b(?P<title>\d{1,2})\s(?:U\.\s?S\.\s?C\.|USC)\s?(?:§+\s?)?(?P<section>\d+[a-z]?)\b",
)
_ACT = re.compile(
    r"(?:(?<=\s)|(?<=[(“\"])|^)(?P<title>(?:[A-Z][\w’'&.-]*,?\s(?:(?:of|and|for|on|to|in|the|against|with)\s){0,2}){1,14}"
    r"(?:Act|Code|Constitution|Treaty|Convention|Amendments(?=\sof\s\d{4})))(?P<date>\sof\s\d{4}|\s\d{4})?\b(?!\s(?:of|on)\s[A-Z])"
)
# Agreements of states have their subject behind the word: "Convention on the Law of the Sea".
_AGREED = Rare(
    ("treaty", "convention", "protocol", "covenant", "charter"),
    r"\b(?P<title>(?:(?:[A-Z][\w’-]{1,40}\s){0,4})(?:Treaty|Convention|Protocol|Covenant|Charter)\s(?:of|on|for|against|to|relating\sto)\s"
    r"(?:the\s)?[A-Z][\w’-]{1,40}(?:(?:\s(?:of|on|and|for|the|to|in|against|with|,)){0,3}\s[A-Z][\w’-]{1,40}){0,10})",
)
_NOT_LAWS = {"Act", "The Act", "This Act", "An Act", "Dress Code", "Zip Code", "Area Code",
             "Source Code", "QR Code", "Building Code", "The Code", "The Constitution",
             "The Convention", "The Treaty", "Balancing Act", "Class Act", "Sister Act",
             "First Act", "Second Act", "Third Act", "Final Act", "Opening Act", "Last Act",
             "Morse Code", "Postal Code", "Promo Code", "Cheat Code"}  # fmt: skip
# An office or a style is called so, too: these need two words before them, and no more after.
_RULE = Rare(
    ("regulation", "directive"),
    r"(?:(?<=\s)|(?<=[(“\"])|^)(?P<title>(?:[A-Z][\w’'&-]{0,40}\s){2,8}(?:Regulation|Directive))\b(?!\s[A-Z(\d])",
)
# "the European Union's AI Act", but "the Children's Health Act".
_OWNER = (
    r"(?:European\sUnion|EU|UK|U\.S\.|Britain|China|Russia|Germany|France|India|Japan|Canada|Australia"
    r"|America|California|Texas|Florida|New\sYork|Congress)[’']s\s"
)
_PART = (
    r"(?:(?:Sections?|Articles?|Title|Chapter|Schedule|Sec\.|Art\.|§)\s"
    r"(?P<section>\d{1,5}(?:\([a-z\d]{1,3}\)){0,3}[A-Za-z]?|[IVXLC]{1,6})\sof\s(?:the\s)?)$"
)
_PART_REACH = 48
_LEADING = r"(?:(?:The|This|That|An?|Under|In|By|When|If|Since|But|And|After|Before)\s)+"
_CHINESE_LAW = Rare(("《",), r"《(?P<title>[^《》\n]{2,60}?(?:法|条例|规定|办法|宪法|决定|公约))》")


def find_laws(text: str) -> tuple[Citation, ...]:
    """Find bills, public laws, code sections, acts by number and by name in *text*.

    A US bill has the identifier `us-bill`, for instance `hr1516` or, where the Congress is named
    near it, `118-hr1516`; a public law `us-law`. In reading order within each form.
    """
    return (*_bills(text), *_numbered(text), *find_numbered(text), *_acts(text))


def _bills(text: str) -> Iterator[Citation]:
    for found in _BILL.finditer(text):
        around = text[max(0, found.start() - _CONTEXT_REACH) : found.end() + _CONTEXT_REACH]
        congress = compiled(_CONGRESS).search(around)
        kind = re.sub(r"[^a-z]", "", found["kind"].lower())
        if not (
            congress
            or compiled(_PLAIN_KIND).match(found["kind"])
            or compiled(_CONTEXT).search(around)
        ):
            continue
        prefix = f"{congress['number']}-" if congress else ""
        title = compiled(_NAMED).match(text, found.end(), found.end() + _CONTEXT_REACH * 2)
        fields = [("number", Span(*found.span()))]
        if title:
            fields.append(("title", Span(*title.span("title"))))
        end = title.end() if title else found.end()
        number = Identifier("us-bill", f"{prefix}{kind}{found['number']}")
        yield Citation(CitationKind.BILL, Span(found.start(), end), tuple(fields), number)


def _numbered(text: str) -> Iterator[Citation]:
    for found in _PUBLIC_LAW.finditer(text):
        number = found["number"].replace("–", "-")
        yield Citation(
            CitationKind.LAW, Span(*found.span()), identifier=Identifier("us-law", number)
        )
    for found in _US_CODE.finditer(text):
        section = f"{found['title']}-{found['section']}"
        yield Citation(
            CitationKind.LAW, Span(*found.span()), identifier=Identifier("us-code", section)
        )


def _acts(text: str) -> Iterator[Citation]:
    for found in _ACT.finditer(text):
        start = _name_start(found)
        title = Span(start, found.end("title"))
        if title.of(text) in _NOT_LAWS or " " not in title.of(text):
            continue
        fields = [("title", title)]
        if found["date"]:
            fields.append(("date", Span(found.end("date") - 4, found.end("date"))))
        yield _with_part(text, Span(start, found.end()), fields)
    for found in _RULE.finditer(text):
        title = Span(_name_start(found), found.end())
        if title.of(text).count(" ") > 1:
            yield Citation(CitationKind.LAW, title, (("title", title),))
    for found in _AGREED.finditer(text):
        leading = compiled(_LEADING).match(found["title"])
        title = Span(found.start() + (leading.end() if leading else 0), found.end())
        yield _with_part(text, title, [("title", title)])
    for found in _CHINESE_LAW.finditer(text):
        title = Span(*found.span("title"))
        yield Citation(CitationKind.LAW, Span(*found.span()), (("title", title),))


def _name_start(found: re.Match[str]) -> int:
    """Return where the name of a law begins, without what only leads to it."""
    start = 0
    for pattern in (_LEADING, _OWNER):
        leading = compiled(pattern).match(found["title"], start)
        start = leading.end() if leading else start
    return found.start("title") + start


def _with_part(text: str, span: Span, fields: list[tuple[str, Span]]) -> Citation:
    """Return the law at *span* with what of it is meant: "Section 230 of the …"."""
    part = compiled(_PART).search(text, max(0, span.start - _PART_REACH), span.start)
    if part is None:
        return Citation(CitationKind.LAW, span, tuple(fields))
    section = ("section", Span(*part.span("section")))
    return Citation(CitationKind.LAW, Span(part.start(), span.end), (section, *fields))
