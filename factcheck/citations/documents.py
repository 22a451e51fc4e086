"""Find documents in a text: standards, and reports, releases, posts, databases named in prose."""

import re
from collections.abc import Iterator, Sequence

from factcheck.citations.items import items
from factcheck.lexicon import load
from factcheck.lexicon.patterns import Rare, compiled, has_sign
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.document import Segment
from factcheck.model.span import Span

# With one of these every body begins that the next expression knows.
_STANDARD_BODIES = (
    "ISO", "IEC", "IEEE", "GB", "ASTM", "DIN", "BS", "EN", "ANSI", "NIST", "FIPS", "RFC", "ITU-",
    "JIS", "YD/T", "GA/T",
)  # fmt: skip
_STANDARD = (
    r"(?<![A-Za-z0-9])(?<!\d\s)(?:(?P<body>ISO(?:/IEC|/IEEE|/SAE)?(?:/(?:IEC|TS|TR|PAS))?|IEC|IEEE(?:\sStd)?|GB(?:/[TZ])?|ASTM|DIN(?:\sEN)?"
    r"|BS(?:\sEN)?|EN(?:\sISO)?|ANSI(?:/[A-Z]+)?|NIST\s(?:SP|IR)|FIPS(?:\sPUB)?|RFC|ITU-[TR]|JIS|YD/T|GA/T)"
    r"[\s-]?(?P<number>[A-Z]?\.?\d[\d.]{0,12}(?:[a-z]{1,2})?(?:-\d{1,5}){0,3}(?:[:—–-](?:19|20)\d\d)?)"
    r"(?P<title>\s《[^《》\n]{2,60}》)?)(?![A-Za-z0-9]|[.,]\d|%)"
)
# A sum, a share, a year, the speed of a film after a body's letters is not its number ("EN 2024",
# "BS 5 million", "ISO 800"), unless a standard is spoken of.
_SHORTEST_NUMBER = 2
_OTHER_NUMBER = (
    r"(?:EN|BS|DIN|GB|GA/T|JIS|IEC|ISO)\s(?:19|20)\d\d|ISO\s(?:50|100|200|400|800|1600|3200|6400|12800|25600)"
    r"|GB\s\d{1,2}"
)
_AMOUNT = r"\s(?:million|billion|trillion|thousand|percent|points?|people|[MG]Hz)\b"
_OF_STANDARDS = (
    r"(?i)\b(?:standards?|norms?|certif\w*|compl(?:y|ies|iance|iant)|conform\w*"
    r"|specification)\b|标准|符合"
)
_STANDARD_REACH = 60
_ITEM_STANDARD = re.compile(
    r"(?P<title>\S.{4,250}?)(?:\s[—–-]+\s|\s*[,;:(]\s*)(?P<note>(?:[\w-]+\s){0,4}?"
    r"(?:national|international|industry|industrial|european|technical|group|military|local)\sstandards?\b[^.()\n]{0,120})",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PLATFORMS = (
    "facebook", "instagram", "weibo", "linkedin", "truth social", "telegram", "tiktok", "reddit",
    "youtube", "twitter", "mastodon", "bluesky", "wechat", "x",
)  # fmt: skip
_HEADS = {
    "press release": CitationKind.PRESS_RELEASE,
    "news release": CitationKind.PRESS_RELEASE,
    "media release": CitationKind.PRESS_RELEASE,
    "report": CitationKind.REPORT,
    "white paper": CitationKind.REPORT,
    "fact sheet": CitationKind.REPORT,
    "study": CitationKind.PUBLICATION,
    "survey": CitationKind.REPORT,
    "poll": CitationKind.REPORT,
    "dossier": CitationKind.REPORT,
    "audit": CitationKind.REPORT,
    "filing": CitationKind.REPORT,
    "memo": CitationKind.REPORT,
    "blog post": CitationKind.POST,
    "web post": CitationKind.POST,
    "social media post": CitationKind.POST,
    **{f"{site} post": CitationKind.POST for site in _PLATFORMS},
    "tweet": CitationKind.POST,
    "database": CitationKind.DATABASE,
    "registry": CitationKind.DATABASE,
}
_HEAD = re.compile(
    r"\b(?P<head>"
    + "|".join(sorted((re.escape(head).replace(r"\ ", r"\s") for head in _HEADS), reverse=True))
    .replace("registry", "registr(?:y|ies)")
    .replace("study", "stud(?:y|ies)")
    + r")(?P<many>s?)\b(?!\s(?:cards?|that\s|on\sthe\s)|[-’'])",
    re.IGNORECASE,
)
# Words of a noun phrase that may stand between a name and the head.
_MODIFIER = re.compile(
    r"(?:\d{4}|[A-Z][\w.’'&-]*|(?:and|of|for|on)|(?:a|an|the|this|its|his|her|their|our|one|two|three|four)"
    r"|[\w]+-(?:language|year|page|funded|commissioned|based|level|led)"
    r"|annual|recent|new|leaked|internal|official|joint|final|interim|quarterly|monthly|weekly|latest"
    r"|confidential|classified|public|online|commercial|academic|medical|scientific|federal|state"
    r"|national|international|government|company|corporate|police|court|patent|earlier|later|now-deleted|deleted|archived"
    r"|watchdog|inspection|research|intelligence|climate|financial|earnings|regulatory|expert|independent)",
)
_WORD_BEFORE = re.compile(r"(?P<word>[^\s,;:()“”\"。，.!?]+)[^\S\n]$")
_DETERMINERS = {
    "a",
    "an",
    "the",
    "this",
    "its",
    "his",
    "her",
    "their",
    "our",
    "one",
    "two",
    "three",
    "four",
}
_DETERMINED = r"(?i)(?:an?|the|this|that|one|two|three|four|its|his|her|their|our|\d{4})\s"
_LINKS = {"and", "of", "for", "on"}
# "The Harbour Post reports" is what it does, "Harbour Post reports show" what it has.
_DONE = frozenset({"report", "tweet", "survey", "poll", "audit", "study"})
_ARE_MANY = (
    r"\s(?:show|say|said|found|find|were|are|have|had|suggest\w*|indicat\w*|reveal\w*|by|from|of|and|to|describe\w*"
    r"|list\w*|put|published|released|seen|cited|which|obtained|confirm\w*|that\s(?:show|say|found))\b"
)
_ISSUER = (
    r"(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ne)\s)?(?:(?:19|20)\d\d\s|[a-z]+\s){0,2}"
    r"(?P<issuer>[A-Z][\w&-]*(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w&]*(?![\w-])){0,5})(?:[’']s?)?(?=\s)"
)
_ORIGIN = (
    r"(?:[A-Z][a-z]+(?:ese|ish|ian|ean|can|tic|eli|ern|aqi|istani)|French|Dutch|Greek|Swiss|Thai|Czech)"
    r"(?:\sand\s[A-Z][a-z]+)?"
)
# "a release by Siemens on Monday": the day is nobody's name.
_NO_DAY = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b)"
)
_POSTED = Rare(
    ("post", "thread", "message"),
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)\s(?:[\w-]{1,30}\s){0,2}?(?:post|thread|message)\son\s"
    r"(?:X|Facebook|Instagram|Weibo|LinkedIn|Truth\sSocial|Telegram|TikTok|Reddit|Twitter|Mastodon"
    r"|Bluesky|WeChat|Threads)\b",
)
_BY = re.compile(
    r"\s(?:by|from|of|issued\sby|published\sby|prepared\sby)\s(?P<author>(?:the\s)?[A-Z][\w’'&.-]*"
    rf"(?:\s(?:(?:of|for|on|and|the)\s){{0,2}}{_NO_DAY}[A-Z][\w’'&-]*){{0,8}})"
)
_LONGEST = 8  # words before the head; a longer run is the rest of a sentence


def find_documents(text: str, segments: Sequence[Segment]) -> tuple[Citation, ...]:
    """Find standards by number or by description, and documents named in running text.

    A document counts only where its noun phrase says whose it is ("a CAS web post", "a report by
    the Audit Office"): "a report" alone refers to nothing that could be looked up.
    """
    return (*_standards(text), *_item_standards(text, segments), *_named(text))


def _standards(text: str) -> Iterator[Citation]:
    if not has_sign(text, _STANDARD_BODIES):
        return
    for found in compiled(_STANDARD).finditer(text):
        if not _is_standard(text, found):
            continue
        title = Span(*found.span("title")) if found["title"] else None
        fields = (("title", Span(title.start + 2, title.end - 1)),) if title else ()
        number = " ".join(f"{found['body']} {found['number']}".split())
        number = number.replace("—", "-").replace("–", "-")
        yield Citation(
            CitationKind.STANDARD, Span(*found.span()), fields, Identifier("standard", number)
        )


def _is_standard(text: str, found: re.Match[str]) -> bool:
    if len(found["number"]) < _SHORTEST_NUMBER or compiled(_AMOUNT).match(text, found.end()):
        return False
    around = text[max(0, found.start() - _STANDARD_REACH) : found.end() + _STANDARD_REACH]
    return (
        not compiled(_OTHER_NUMBER).fullmatch(found.group())
        or compiled(_OF_STANDARDS).search(around) is not None
    )


def _item_standards(text: str, segments: Sequence[Segment]) -> Iterator[Citation]:
    for item in items(text, segments):
        found = _ITEM_STANDARD.match(text, item.span.start, item.span.end) if item.listed else None
        if found:
            fields = [("title", Span(*found.span("title")))]
            date = _DATE.search(text, *found.span("note"))
            if date:
                fields.append(("date", Span(*date.span())))
            yield Citation(CitationKind.STANDARD, Span(*found.span()), tuple(fields))


def _named(text: str) -> Iterator[Citation]:
    for posted in _POSTED.finditer(text):
        yield Citation(CitationKind.POST, Span(*posted.span()))
    for head in _HEAD.finditer(text):
        start = _phrase_start(text, head.start())
        modifiers = _names(text, Span(start, head.start()))
        author = _BY.match(text, head.end())
        kind = _HEADS[_singular(head["head"])]
        if head["many"] and not author and _is_verb(text, Span(start, head.start()), head):
            continue
        # What stands on a platform can be looked for there; so much must be meant as one post.
        on_platform = _singular(head["head"]).removesuffix(" post") in _PLATFORMS
        if not (modifiers or author or (on_platform and start < head.start())):
            continue
        if _is_something_else(text, start, head, by=author is not None):
            continue
        issuer = Span(*author.span("author")) if author else _issuer(text, start, head.start())
        dated = _DATE.search(text, start, head.start())
        parts = {
            "author": issuer if kind is not CitationKind.DATABASE else None,
            "date": Span(*dated.span()) if dated else None,
        }
        fields = tuple(sorted(((n, s) for n, s in parts.items() if s), key=lambda part: part[1]))
        end = author.end() if author else head.end()
        yield Citation(kind, Span(start, end), fields)


def _is_something_else(text: str, start: int, head: re.Match[str], *, by: bool) -> bool:
    """Say whether the head is a field of knowledge ("Islamic studies") and no document."""
    determined = compiled(_DETERMINED).match(text, start, head.start()) is not None
    if head["head"].lower().startswith("stud"):
        return head["head"][0].isupper() or not (determined or by)
    return False


def _is_verb(text: str, phrase: Span, head: re.Match[str]) -> bool:
    """Say whether "reports" after nothing but a name says what is done."""
    names = phrase.of(text).split()
    counted = names and names[0].lower() in _DETERMINERS - {"the"}
    named = names and not counted and all(word[0].isupper() for word in names)
    does = _singular(head["head"]) in _DONE
    return bool(named and does and not compiled(_ARE_MANY).match(text, head.end()))


def _issuer(text: str, start: int, head: int) -> Span | None:
    """Return whose document it is: the first name of its noun phrase, "a CAS web post".

    What only says where somebody is from ("a British report") names nobody.
    """
    found = compiled(_ISSUER).match(text, start, head)
    if (
        not found
        or compiled(_ORIGIN).fullmatch(found["issuer"])
        or found["issuer"].lower() in _DETERMINERS
    ):
        return None
    return Span(*found.span("issuer"))


def _singular(head: str) -> str:
    words = " ".join(head.lower().split())
    return words.removesuffix("ies") + "y" if words.endswith("ies") else words


def _phrase_start(text: str, head: int) -> int:
    """Return where the noun phrase of a head begins: at its determiner or first name."""
    start = head
    for _ in range(_LONGEST):
        before = _WORD_BEFORE.search(text, max(0, start - 60), start)
        if not before or not _MODIFIER.fullmatch(before["word"]):
            break
        start = before.start("word")
        if before["word"].lower() in _DETERMINERS:
            break
    return _without_links(text, start, head)


def _without_links(text: str, start: int, head: int) -> int:
    """Return *start* moved past a conjunction or preposition with which no noun phrase begins."""
    words = text[start:head].split(" ")
    while words and words[0] in _LINKS:
        start += len(words[0]) + 1
        words = words[1:]
    return start


def _names(text: str, phrase: Span) -> tuple[str, ...]:
    """Return the capitalised words of a phrase, without those that only begin a sentence."""
    names = [
        word
        for word in phrase.of(text).split()
        if word[0].isupper() and word.lower() not in _DETERMINERS
    ]
    begins = not text[: phrase.start].rstrip(' \t“"‘(-•')[-1:].isalnum() if phrase.start else True
    if begins and names and names[0].lower() in load("title_words"):
        names = names[1:]
    return tuple(names)
