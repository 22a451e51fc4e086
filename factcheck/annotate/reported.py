"""Find indirect speech in a sentence: text and sentence in, attributions out."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.annotate.places import any_contains
from factcheck.annotate.sources import is_named
from factcheck.lexicon import load
from factcheck.lexicon.phrases import alternatives
from factcheck.lexicon.quoting import quoted
from factcheck.lexicon.speech import source_before, with_auxiliaries
from factcheck.model.claim import Attribution
from factcheck.model.span import Span

_DAY = (
    r"(?:(?:on|last|this|late|early)\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|today|yesterday|tonight|recently|again|publicly|repeatedly)"
)
_WHERE = (
    r"(?:in|on|at|during|via|through|after|before|to|as|last|this|earlier|later|early|late|of)"
    r"\s[^,:“”\"]{1,100}?"
)
_THAT = re.compile(rf"(?:\s{_DAY})*(?:\s{_WHERE})?,?\sthat,?\s")
_DAYS = re.compile(rf"(?:\s{_DAY})+(?=[\s,:])")
_MARKED = re.compile(rf"(?:\s{_DAY})*(?:\s{_WHERE})?(?:,\s|:\s|,?:?\s(?=[“\"‘]))")
_TOLD = re.compile(
    r"\s(?:him|her|them|us|me|you|reporters|journalists|lawmakers|senators|members|investors"
    r"|(?:the|a|an|his|its|their)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+(?=\s(?:that|the|he|she|it|they|there|his|her|its)\b|[,:])"
    r"|(?:[Tt]he\s)?[A-Z][\w.’'&-]*(?:\s[A-Z][\w.’'&-]*){0,3})(?=[\s,:])"
)
_TELLING = {"told", "tell", "tells", "assured", "assure", "assures", "warned", "warn", "warns"}
# After these a clause follows without "that" as a rule; after the others an object is as likely.
_STRONG = {
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tell",
    "tells",
    "insisted",
    "insists",
    "stated",
    "stating",
}
_CLAUSE = re.compile(
    r"(?:he|she|it|they|we|i|you|there|this|these|those|the|a|an|his|her|its|their|our|my|no|any|some"
    r"|many|more|most|all|every|each|both|several|few|one|two|three|nobody|what|whether|how|why|if"
    r"|although|while|because|as|when|such|much|\d[\d,.]*|[A-Z$€£][\w.’'&-]*|[a-z’'-]+s)\b",
)  # fmt: skip
_FINITE = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|does|do"
    r"|cannot|[a-z]+n[’']t|[a-z]{2,}ed)\b"
)
_NO_CLAUSE = re.compile(
    r"(?:in|on|at|to|by|of|for|with|from|about|into|goodbye|hello|so|yes|nothing|something)\b"
)
# After a quotation that is only part of the clause: “a reflection” is needed.
_GOES_ON = re.compile(r"(?:\s\([^()]*\)+)?\s[a-z]")
_AND = re.compile(r",?\s(?:and|but)(?:\s(?:then|also|later))?\s$")
_LONGEST_SHOWN_SOURCE = 7
# "I cannot tell", "the bank would not say": nothing is reported there.
_UNSAID = re.compile(
    r"\b(?:can|could|will|would|may|might|must|should)?(?:not|n[’']t|never)$|\bcan$"
)


def reported(text: str, sentence: Span) -> Iterator[Attribution]:
    """Yield what a sentence reports as said, thought or shown, with source and verb.

    The content runs to the end of the sentence, or to a second verb of the same source. Nothing is
    yielded for a verb that stands inside a quotation or has no plain subject before it.
    """
    said: list[tuple[Span, Span, Span]] = []
    for verb in _cues(text, sentence):
        cue = with_auxiliaries(text, sentence.start, verb)
        joined = _AND.search(text, max(sentence.start, cue.start - 12), cue.start)
        if said and not joined:
            continue
        source = said[-1][0] if said else source_before(text, sentence.start, cue)
        content = _content(text, verb, source, sentence.end) if source else None
        if source is None or content is None or _UNSAID.search(source.of(text)):
            continue
        if said and joined:
            said[-1] = (
                *said[-1][:2],
                Span(said[-1][2].start, max(said[-1][2].start, joined.start())),
            )
        said.append((source, cue, content))
    for source, cue, content in said:
        if content.start < content.end:
            yield Attribution(is_named(text, source), (source,), (cue,), (content,))


@cache
def _verbs() -> re.Pattern[str]:
    names = ("said_verbs", "thought_verbs", "showing_verbs")
    return re.compile(rf"\b(?:{'|'.join(alternatives(name) for name in names)})\b")


def _cues(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the verbs of a sentence that stand outside quotations."""
    words = sentence.of(text)
    inside = [stretch.span for stretch in quoted(words)]
    for verb in _verbs().finditer(words):
        span = Span(*verb.span())
        if not any_contains(inside, span):
            yield span.shifted(sentence.start)


def _content(text: str, verb: Span, source: Span, end: int) -> Span | None:
    """Return what the verb reports, or None where no clause or quotation follows it."""
    word = verb.of(text)
    start = verb.end
    told = _TOLD.match(text, start, end) if word in _TELLING else None
    start = told.end() if told else start
    that = _THAT.match(text, start, end)
    if that:
        return _until(text, that.end(), end) if _may_open(text, word, source) else None
    if word in load("said_verbs"):
        marked = _MARKED.match(text, start, end)
        if marked:
            return _until(text, marked.end(), end)
    days = _DAYS.match(text, start, end)
    start = days.end() if days else start
    begins = start + len(text[start:end]) - len(text[start:end].lstrip())
    bare = _opens_bare_clause(text, Span(begins, end), word, source)
    return _until(text, begins, end) if bare else None


def _may_open(text: str, verb: str, source: Span) -> bool:
    """Say whether the verb with this subject reports something: "the bill states that"."""
    if verb in load("said_verbs") or verb in load("thought_verbs"):
        return True
    return bool(_shows(text, source))


def _opens_bare_clause(text: str, rest: Span, verb: str, source: Span) -> bool:
    words = rest.of(text)
    if _NO_CLAUSE.match(words) or not words:
        return False
    if verb in load("showing_verbs") and _shows(text, source):
        return len(source.of(text).split()) <= _LONGEST_SHOWN_SOURCE
    if verb in _STRONG:
        return True
    return bool(_CLAUSE.match(words) and _FINITE.search(words))


def _shows(text: str, source: Span) -> frozenset[str]:
    words = (word.strip(".,;’'\"").lower() for word in source.of(text).split())
    return load("showing_nouns").intersection(words)


def _until(text: str, start: int, end: int) -> Span:
    """Return the content without the marks at its two ends.

    A quotation after which the sentence goes on with something else is the whole content.
    """
    words = text[start:end]
    stretches = quoted(words)
    if stretches and stretches[0].span.start == len(words) - len(words.lstrip(" :")):
        first = stretches[0]
        if not _GOES_ON.match(words, first.span.end):
            return first.inner.shifted(start)
    begin = start + len(words) - len(words.lstrip(' \t\n“"‘,:'))
    return Span(begin, max(begin, start + len(words.rstrip(' \t\n.”"’,;:'))))
