"""Find lines that are references, in whatever style: a line in, a citation with fields out.

Whether a line is one is told by its look (`likeness`); its parts are told apart by `tagging`.
"""

import math
import re
from collections.abc import Sequence

from factcheck.citations.edges import bare, mended
from factcheck.citations.items import NUMBERED, Item
from factcheck.citations.tagging import LONGEST, WORD, tagger
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.span import Span

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_YEAR_IN_BRACKETS = re.compile(r"\([^()]{0,20}(?:1[5-9]|20)\d\d[a-z]?\)")
_YEAR_AT_END = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?\W{0,5}\Z")
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_AUTHOR = re.compile(
    r"(?:\[?\d{1,3}[\].]\s*)?(?:[^\W\d_][\w'’-]+,\s+(?:[^\W\d_]\.[ -]?){1,4}"
    r"|(?:[^\W\d_]\.[ -]?){1,4}[^\W\d_][\w'’-]+,|[^\W\d_][\w'’-]+ [A-Z]{1,3},"
    r"|[^\W\d_][\w'’-]+,\s+[A-Z][\w'’-]+[.,])"
)
_OF_SENTENCES = re.compile(
    r"\b(?:is|was|are|were|has|have|had|be|been|said|says|will|would|can|could|may|might|do|does"
    r"|did|that|which|who|he|she|they|it|we|i|you|his|her|their|its|this|these|there|not)\b",
    re.IGNORECASE,
)
_OF_REFERENCES = re.compile(
    r"\b(?:pp?|vol|no|nr|eds?|edn|trans|isbn|issn|doi|proc|proceedings|journal|review|press"
    r"|university|publishers?|verlag|transactions|conference|symposium|in|et al|arxiv|thesis"
    r"|dissertation|working paper|tech|report|lecture notes)\b",
    re.IGNORECASE,
)
# Standards and court cases are cited, too, and are no works.
_NO_WORK = re.compile(
    r"\b(?:national|international|industry|european|technical|group)\sstandards?\b|(?-i:\w\sv\.\s[A-Z])"
    r"|\d\s(?:U\.?\s?S\.?\s?C\b|C\.?\s?F\.?\s?R\b|Fed\.\sReg)|\b(?:H|S|A)\.\s?[BR]\.\s?\d|\bP\.\s?L\.\s\d",
    re.IGNORECASE,
)
# What cites other works is text about them: "(Roy, 2011; Berg, 2012)", "As Roy (2019) showed". One
# name and a year in brackets may be a publisher's.
_CITES = re.compile(
    r"\((?:see |cf\. |e\.g\.,? )?[A-Z][\w’'-]+(?: et al\.?,? (?:1[5-9]|20)\d\d"
    r"|(?:,? (?:and|&) [A-Z][\w’'-]+)?,? (?:1[5-9]|20)\d\d[a-z]?;)"
    r"|^(?:As|In|The|According|When|While|Since|But|And|This|These|An?)\s[^,.]{0,80}\s"
    r"\((?:1[5-9]|20)\d\d"
)
# A body has no initials: "World Health Organization. (2021, March 12). Road traffic injuries."
_OF_A_BODY = re.compile(
    r"(?:\[?\d{1,3}[\].]\s*)?[A-Z][\w’'&.-]*(?:,?\s(?:(?:of|for|and|the|on|in|&)\s){0,2}[A-Z][\w’'&-]*){0,9}\.\s"
    r"\((?:1[5-9]|20)\d\d[a-z]?(?:,\s[A-Z][a-z]{2,8}(?:\s\d{1,2})?)?\)\.\s[A-Z]"
)
_RANGE = re.compile(r"\d\s?[-–]\s?\d")
_VOLUME = re.compile(r"\bpp?\.|\bvol|\bno\.|\d\s?\(\d+\)", re.IGNORECASE)
_ADDRESS = re.compile(r"doi|isbn|https?://|arxiv", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«][^”\"»]{8,}[”\"»]")
_SPOKEN = re.compile(r"\b(?:said|says|told|according)\b", re.IGNORECASE)
_MANY = re.compile(r"&|\bet al\b|\bIn:? [A-Z]")
# A logistic regression over 1,514 references and 3,152 sentences of news and the web, in the order
# in which `likeness` asks; on a fourth kept back 98 of 100 references and 8 of 1,000 sentences
# come out above one half.
_WEIGHTS = (
    -4.9, 2.9, 0.7, 1.2, 2.5, 3.3, -4.2, -5.0, 2.7, 1.2, 1.8, 1.1, 1.4, 0.6, 3.2, -1.4, 1.4,
)  # fmt: skip
# A line of running text must look very much like a reference, an item of a list rather so.
_IN_TEXT, _IN_LIST = 0.7, 0.4
_TELLING = {"author", "container", "publisher", "editor"}
_FIELDS = ("author", "editor", "title", "container", "date", "publisher", "volume", "pages")
_WITHOUT_TITLE = {"author", "date", "pages"}
# Before its first field a reference has a number or a quotation mark, no words.
_AT_ONCE = 8
_SHORTEST, _LONGEST_LINE = 20, 1000


def reference_in(text: str, line: Item) -> Citation | None:
    """Return the reference that a line is, with the spans of its fields; None where it is none."""
    written = line.span.of(text).rstrip()
    if not _SHORTEST <= len(written) <= _LONGEST_LINE or _NO_WORK.search(written):
        return None
    if _CITES.search(written):
        return None
    least = _IN_LIST if line.listed else _IN_TEXT
    if likeness(written) < least and not _OF_A_BODY.match(text, line.span.start, line.span.end):
        return None
    numbered = NUMBERED.match(text, line.span.start, line.span.end)
    span = Span(numbered.end() if numbered else line.span.start, line.span.start + len(written))
    fields = _fields(text, span)
    whole = _is_whole(fields, span.start, listed=line.listed)
    return Citation(CitationKind.PUBLICATION, span, fields) if whole else None


def _is_whole(fields: Sequence[tuple[str, Span]], start: int, *, listed: bool) -> bool:
    """Say whether the fields are those of a reference.

    Running text must begin with whoever wrote or edited it; physicists leave the title out.
    """
    names = {name for name, _ in fields}
    if not (("title" in names and names & _TELLING) or names >= _WITHOUT_TITLE):
        return False
    first, span = fields[0]
    if span.start >= start + _AT_ONCE:
        return False
    return first in {"author", "editor"} or (listed and first == "title")


def likeness(line: str) -> float:
    """Return how much a line looks like a reference, 0-1."""
    parts = WORD.findall(line)
    words = [part for part in parts if part.isalnum()]
    count, tokens = max(len(words), 1), max(len(parts), 1)
    looks = (
        1.0,
        _YEAR.search(line) is not None,
        _YEAR_IN_BRACKETS.search(line) is not None,
        _YEAR_AT_END.search(line) is not None,
        min(len(_INITIAL.findall(line)), 4) / 4,
        _AUTHOR.match(line) is not None,
        5 * len(_OF_SENTENCES.findall(line)) / count,
        sum(word[0].islower() for word in words) / count,
        2 * sum(line.count(sign) for sign in ",.:;()") / tokens,
        min(len(_OF_REFERENCES.findall(line)), 4) / 4,
        _RANGE.search(line) is not None,
        _VOLUME.search(line) is not None,
        _ADDRESS.search(line) is not None,
        _QUOTED.search(line) is not None,
        math.log(count) / 4,
        _SPOKEN.search(line) is not None,
        _MANY.search(line) is not None,
    )
    score = sum(weight * float(look) for weight, look in zip(_WEIGHTS, looks, strict=True))
    return 1 / (1 + math.exp(-score))


def _fields(text: str, line: Span) -> tuple[tuple[str, Span], ...]:
    """Return the fields of a reference: of each, the longest run of words with its label."""
    found = list(WORD.finditer(text, line.start, line.end))[:LONGEST]
    labels = tagger().labels([word.group() for word in found])
    runs: dict[str, Span] = {}
    start = 0
    for at in range(1, len(found) + 1):
        if at < len(found) and labels[at] == labels[start]:
            continue
        span = bare(text, Span(found[start].start(), found[at - 1].end()))
        label = labels[start]
        if label in _FIELDS and (label not in runs or _length(span) > _length(runs[label])):
            runs[label] = span
        start = at
    whole = mended(text, line, {name: span for name, span in runs.items() if _length(span)})
    return tuple(sorted(whole.items(), key=lambda field: field[1]))


def _length(span: Span) -> int:
    return span.end - span.start
