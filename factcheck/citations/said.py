"""Find whose words a quotation is: a text in, its quoted stretches with their speakers out.

Verbs of saying are found by `lexicon.speakers`; here are "according to", verbs of calling, and the
second half of a quotation that its speaker divides.
"""

from collections.abc import Iterator

from factcheck.lexicon.patterns import compiled, has_sign
from factcheck.lexicon.quoting import Quoted
from factcheck.lexicon.speakers import Speaker, spoken
from factcheck.lexicon.speech import source_before
from factcheck.model.span import Span

_WHO = (
    r"(?P<who>(?:[^,;:“”\"\n.!?]|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St))\."
    r"|(?<=\b(?:Mrs|Gov|Sen|Rep))\.|\.(?=\S)){2,80}?)"
)
_ACCORDING = r"(?:[Aa]ccording\sto|[Ii]n\sthe\swords\sof)\s(?!which|whom)"
_NAMED_BEFORE = rf"\b{_ACCORDING}{_WHO},[^“”\"\n.!?]{{0,100}}$"
_CHINESE_BEFORE = r"据(?P<who>[^，。：“”「」\n]{2,24}?)(?:介绍|透露|报道|表示|称|说)[，：]$"
_NAMED_AFTER = rf",?\s{_ACCORDING}{_WHO}(?=[,;:.!?\n—(]|\s(?:who|in|on|at)\s|$)"
_ACCORDING_TO = _ACCORDING
_CALLING = (
    "called", "described", "dismissed", "branded", "labelled", "labeled", "denounced", "hailed",
    "condemned", "praised",
)  # fmt: skip
_CALLED = (
    r"(?:(?<=[.!?]\s)|(?<=\n)|\A)[^.!?\n“”\"]{2,120}?\s"
    rf"(?P<verb>{'|'.join(_CALLING)})\s"
    # What is called so stands between; without it the verb is a participle: "a plan called “…”".
    r"(?!(?:as|in|by|on|at|for|to|with)\b)[^.!?\n“”\"]{2,90}$"
)
_GOES_ON = r"^[^.!?\n“”\"]{0,90},\s$"
_REACH = 220


def attributed(text: str) -> Iterator[tuple[Quoted, Span | None]]:
    """Yield every quoted stretch with whom the text names as its speaker."""
    before, source_before_it = 0, None
    for quotation, speaker in spoken(text):
        source = _source(text, quotation, speaker)
        between = text[before : quotation.span.start]
        if source is None and source_before_it and compiled(_GOES_ON).search(between):
            # “The quay,” said Roy, “is old.”
            source = source_before_it if source_before_it.start >= before else None
        yield quotation, source
        before, source_before_it = quotation.span.end, source


def _source(text: str, quotation: Quoted, speaker: Speaker | None) -> Span | None:
    """Return who is named by a verb of saying, by "according to", or by a verb of calling."""
    # "According to the 2021 report" holds a noun that is a verb elsewhere.
    if speaker and not compiled(_ACCORDING_TO).match(
        text, speaker.source.start, speaker.source.end
    ):
        return speaker.source
    start, end = quotation.span.start, quotation.span.end
    found = compiled(_NAMED_AFTER).match(text, end, end + _REACH)
    for pattern in (_NAMED_BEFORE, _CHINESE_BEFORE):
        found = found or compiled(pattern).search(text, max(0, start - _REACH), start)
    return Span(*found.span("who")) if found else _caller(text, start)


def _caller(text: str, end: int) -> Span | None:
    """Return who calls something what is quoted from *end* on: "Berg called it “…”."""
    start = max(0, end - _REACH)
    known = has_sign(text[start:end], _CALLING)
    found = compiled(_CALLED).search(text, start, end) if known else None
    if not found:
        return None
    return source_before(text, found.start(), Span(*found.span("verb")))
