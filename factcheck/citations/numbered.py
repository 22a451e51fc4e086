"""Find rules of law by their number: EU acts, resolutions, federal rules and orders, state bills.

In: a text. Out: citations with the number in its normal form.
"""

import re
from collections.abc import Iterator

from factcheck.lexicon.patterns import Rare, compiled, has_sign
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.span import Span

_EU_ACT = Rare(
    ("regulation", "directive", "decision", "recommendation"),
    r"\b(?P<issuer>(?:Council|Commission)\s)?(?:(?:Implementing|Delegated|Framework)\s){0,2}"
    r"(?P<form>Regulation|Directive|Decision|Recommendation)\s"
    r"(?:\((?P<body>EU|EC|EEC|EU,\sEuratom|Euratom)\)\s)?(?P<number>No\.?\s)?"
    r"(?P<first>\d{1,4})/(?P<second>\d{1,4})(?P<suffix>/(?:EU|EC|EEC|JHA|CFSP|Euratom))?(?![\w/])",
)
_CELEX = Rare(("319", "320"), r"(?<![\w/])(?P<id>3(?:19|20)\d\d[RLDFH]\d{4})(?!\w)")
_LETTERS = {"Regulation": "R", "Directive": "L", "Decision": "D", "Recommendation": "H"}
_FRAMEWORK = "F"
# Until 2014 the number of a regulation came before its year.
_EARLY_BODIES = {"EC", "EEC"}

_RESOLUTION = Rare(
    ("resolution",),
    r"\b(?:(?:UN|U\.N\.|United\sNations)\s)?"
    r"(?:(?P<body>Security\sCouncil|General\sAssembly)\s)?[Rr]esolution\s(?:No\.\s)?"
    r"(?P<number>(?:ES-)?\d{1,4}(?:/\d{1,4})?)(?P<year>\s\((?:19|20)\d\d\))?(?![\w%]|[.,:]\d)",
)
_RESOLUTION_SIGN = Rare(
    ("/res/", "unscr"),
    r"(?<![\w/])(?:(?P<organ>[AS])/RES/(?P<id>(?:ES-)?\d{1,4}(?:/\d{1,4})?)|UNSCR\s(?P<council>\d{1,4}))"
    r"(?P<year>\s\((?:19|20)\d\d\))?(?![\w/])",
)
_NATIONS = r"\bSecurity\sCouncil\b|\bU\.?N\.?\b|\bUnited\sNations\b"
_NATIONS_REACH = 160

_DATE = r"(?P<dated>\s\((?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s)?(?P<date>(?:19|20)\d\d)\))?"
_FEDERAL_REGISTER = (
    r"(?<![\w.,$€£-])(?P<volume>[1-9]\d{0,2})\s(?P<name>Fed\.\s?Reg\.|Federal\sRegister|F\.?R\.?)\s"
    rf"(?P<page>\d{{1,3}},\d{{3}}|\d{{1,6}})(?![\w%]|,\d){_DATE}"
)
_REGISTER = r"(?i)\b(?:Federal\sRegister|rules?|rulemaking|notice|regulations?|published|docket)\b"
_US_RULES = Rare(
    ("cfr", "c."),
    r"(?<![\w.,$€£-])(?P<title>[1-9]\d?)\s(?:C\.\s?F\.\s?R\.|CFR)\s(?:§+\s?|[Pp]arts?\s|[Pp]t\.\s)?"
    r"(?P<section>\d{1,4}(?:\.\d{1,5}[a-z]?)?)(?!\w)",
)
_ORDER = re.compile(
    r"(?<!\w)(?:Executive\sOrder|E\.\s?O\.|EO(?=\s1\d{4}))\s(?:No\.\s)?(?P<number>\d{4,5})(?!\w|[.,]\d)"
)
_STATE_BILL = re.compile(
    r"\b(?:(?:Senate|House|Assembly)\s(?:Bill|File)|[HSA]\.\s?B\.|HB|SB)\s(?:No\.\s)?"
    r"(?P<number>[1-9]\d{0,4})(?!\w|[.,]\d)"
)
_STATE_CODE = Rare(
    ("§",),
    r"\b(?:[A-Z][a-z]{2,5}\.\s){1,2}(?:(?:Gen|Rev|Comp|Penal|Civ|Bus|Educ|Code)\.?\s(?:&\s)?){0,3}"
    r"(?:Stat|Laws|Code)\.?(?:\sAnn\.)?\s(?:ch\.\s\d{1,4}[A-Z]?,?\s)?§+\s?\d[\w.:-]{0,15}(?<=\w)",
)
_ASSEMBLIES = (
    r"(?i)\b(?:bills?|law|lawmakers?|legislat\w*|senat\w*|house|assembly|governor|vote[ds]?|passed"
    r"|signed|vetoed)\b"
)
_REACH = 120


def find_numbered(text: str) -> Iterator[Citation]:
    """Yield what is named by a number, each form in reading order.

    EU acts (`celex`), UN resolutions (`un-resolution`), places in the Federal Register (`fed-reg`),
    federal rules (`us-cfr`), executive orders (`us-order`); bills and codes of states have no
    identifier, because the state is no part of the number.
    """
    yield from _eu_acts(text)
    yield from _resolutions(text)
    yield from _register(text)
    for found in _US_RULES.finditer(text):
        yield _law(found, Identifier("us-cfr", f"{found['title']}-{found['section']}"))
    for found in _ORDER.finditer(text):
        yield _law(found, Identifier("us-order", found["number"]))
    for found in _STATE_CODE.finditer(text):
        yield _law(found, None)
    for found in _STATE_BILL.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        around = before, text[found.end() : found.end() + _REACH]
        if (
            "." in found.group()
            or "l" in found.group()
            or any(map(compiled(_ASSEMBLIES).search, around))
        ):
            yield Citation(CitationKind.BILL, Span(*found.span()))


def _law(found: re.Match[str], identifier: Identifier | None) -> Citation:
    date = Span(*found.span("date")) if found.groupdict().get("date") else None
    fields = (("date", date),) if date else ()
    return Citation(CitationKind.LAW, Span(*found.span()), fields, identifier)


def _eu_acts(text: str) -> Iterator[Citation]:
    for found in _EU_ACT.finditer(text):
        if found["body"] or found["suffix"] or found["issuer"] or found["number"]:
            yield _law(found, Identifier("celex", _celex(found)))
    for found in _CELEX.finditer(text):
        yield _law(found, Identifier("celex", found["id"]))


def _celex(found: re.Match[str]) -> str:
    """Return the number of an act in EUR-Lex: sector, year, letter and number, "32016R0679"."""
    first, second = found["first"], found["second"]
    regulation = found["form"] == "Regulation"
    turned = bool(found["number"]) or (regulation and found["body"] in _EARLY_BODIES)
    if not turned and not _is_year(first) and _is_year(second):
        turned = True
    year, number = (second, first) if turned else (first, second)
    year = f"19{year}" if len(year) == 2 else year
    framework = "Framework" in found.group()
    return f"3{year}{_FRAMEWORK if framework else _LETTERS[found['form']]}{number:0>4}"


def _is_year(number: str) -> bool:
    return len(number) == 2 or (len(number) == 4 and number[:2] in {"19", "20"})


def _resolutions(text: str) -> Iterator[Citation]:
    for found in _RESOLUTION.finditer(text):
        before = text[max(0, found.start() - _NATIONS_REACH) : found.end()]
        nations = compiled(_NATIONS).search(before) is not None
        # "Resolution 1325 (2000)" is also how other assemblies count; only near the UN it is its.
        numbered = found["year"] and found.group()[0] == "R"
        if found["body"] or numbered or (nations and _is_full(found)):
            organ = "A" if "General" in (found["body"] or "") or "/" in found["number"] else "S"
            known = Identifier("un-resolution", f"{organ}/RES/{found['number']}")
            yield _law(found, known if found["body"] or nations else None)
    for found in _RESOLUTION_SIGN.finditer(text):
        number = f"{found['organ'] or 'S'}/RES/{found['id'] or found['council']}"
        yield _law(found, Identifier("un-resolution", number))


def _is_full(found: re.Match[str]) -> bool:
    """Say whether a number is one of the UN's: of three or four digits, or session and number."""
    return "/" in found["number"] or len(found["number"]) > 2


def _register(text: str) -> Iterator[Citation]:
    if not has_sign(text, ("Fed", "FR", "F.R")):
        return
    for found in compiled(_FEDERAL_REGISTER).finditer(text):
        if found["name"][0] == "F" and "e" not in found["name"] and not found["dated"]:
            around = text[max(0, found.start() - _REACH) : found.end() + _REACH]
            if not compiled(_REGISTER).search(around):
                continue
        page = found["page"].replace(",", "")
        yield _law(found, Identifier("fed-reg", f"{found['volume']}-{page}"))
