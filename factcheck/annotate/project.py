"""Apply a project's settings: findings and words of the project in, the findings it wants out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.annotate.guards import is_guarded
from factcheck.annotate.places import any_contains
from factcheck.annotate.rules import RULES
from factcheck.annotate.settings import normal
from factcheck.lexicon.scripts import chinese_in
from factcheck.lexicon.speakers import spoken
from factcheck.model.document import Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.rules import RuleSettings
from factcheck.model.span import Span

# Nobody has measured how often a hint of a project's own word is worth a look.
_STRENGTH = 0.5
_IN_QUOTATION = 0.25
_PASSED_OVER = {Role.BYLINE, Role.SEPARATOR}
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_MARKS = "“”„«»「」『』\"‘’'"

# The patterns of one rule's words, by their first word in small letters.
Patterns = Mapping[str, Sequence[tuple[str, re.Pattern[str]]]]


def find_added(reading: Reading, settings: RuleSettings) -> Iterator[Finding]:
    """Yield a finding wherever words stand that the project has added to a rule.

    Words stand for whole words, but for Chinese ones, which are found anywhere. Those in small
    letters are found in any case and passed over inside names; those with a capital are found as
    they are written. Cost grows with the text, not with the number of words.
    """
    if not settings.add:
        return
    text = reading.document.text
    inner = tuple(stretch.inner for stretch, _ in spoken(text))
    by_rule = [(rule, _patterns(words)) for rule, words in settings.add]
    for segment in reading.segments:
        if segment.role in _PASSED_OVER:
            continue
        for rule, patterns in by_rule:
            for span in _occurrences(text, segment, rule, patterns):
                yield _finding(rule, span, quoted=any_contains(inner, span))


def wanted(findings: Iterable[Finding], text: str, settings: RuleSettings) -> Iterator[Finding]:
    """Yield the findings without those of rules that are off, or on words that are removed."""
    off = frozenset(settings.off)
    removed = {
        (rule, normal(entry.strip(_MARKS))) for rule, words in settings.remove for entry in words
    }
    for finding in findings:
        words = normal(finding.span.of(text).strip(_MARKS)) if removed else ""
        if finding.rule not in off and (finding.rule, words) not in removed:
            yield finding


def _patterns(words: Sequence[str]) -> Patterns:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for entry in sorted(words, key=len, reverse=True):
        spelled = r"\s+".join(map(re.escape, _plain(entry).split())).replace("'", "['’]")
        closed = spelled if chinese_in(entry) else rf"(?<!\w){spelled}(?!\w)"
        flags = re.IGNORECASE if entry == entry.lower() else re.NOFLAG
        first = _pieces(entry)[0][1]
        found.setdefault(first, []).append((entry, re.compile(closed, flags)))
    return found


def _plain(words: str) -> str:
    return words.replace("’", "'")


def _pieces(words: str) -> list[tuple[int, str]]:
    """Return the words of a stretch in small letters with their places; Chinese by character."""
    found = []
    for word in _WORD.finditer(_plain(words)):
        if chinese_in(word.group()):
            found += [(word.start() + i, letter) for i, letter in enumerate(word.group().lower())]
        else:
            found.append((word.start(), word.group().lower()))
    return found


def _occurrences(text: str, segment: Segment, rule: str, patterns: Patterns) -> Iterator[Span]:
    start, end = segment.span.start, segment.span.end
    reached = start
    for place, first in _pieces(text[start:end]):
        at = start + place
        for entry, pattern in patterns.get(first, ()) if at >= reached else ():
            match = pattern.match(text, at, end)
            if match is None:
                continue
            span = Span(*match.span())
            if entry != entry.lower() or not is_guarded(text, span, start, rule):
                reached = span.end
                yield span
                break


def _finding(rule: str, span: Span, *, quoted: bool) -> Finding:
    message = f"{RULES[rule]}; a word of this project" + (
        "; the words are the speaker's" if quoted else ""
    )
    strength = _IN_QUOTATION if quoted else _STRENGTH
    return Finding(rule, span, message, quoted=quoted, strength=strength)
