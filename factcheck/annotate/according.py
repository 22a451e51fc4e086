"""Find attributions without a verb of saying before the content: text and sentence in."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.annotate.sources import is_named
from factcheck.lexicon.phrases import alternatives
from factcheck.lexicon.speech import is_plausible_source
from factcheck.model.claim import Attribution
from factcheck.model.span import Span, trimmed

_LEADING = re.compile(
    r"[“\"(]?(?:(?:But|And|Yet|Still|So|Also|However|Meanwhile),?\s)?(?P<cue>[Aa]ccording\sto)\s"
    r"(?P<source>[^,\n]{2,160}?(?:,\s(?:the|an?|his|her|its)\s[^,\n]{2,80}(?=,\s(?!an?\s|who\s|which\s|and\s|whose\s)[A-Za-z]))?),\s"
)
_FOLLOWING = re.compile(r",?\s(?P<cue>according\sto)\s(?P<source>[^,;\n]{2,160})")
_TRAILING_WHEN = (
    r"(?:\s(?:on|in|at|during|to|via|last|this|earlier|late|later|today|yesterday|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday)(?:\s[^,]{1,80})?)?"
)
_BELIEVED = re.compile(
    r"\b(?P<cue>[Ii]t\s(?:is|was|has\sbeen)\s(?:(?:widely|generally|commonly|often|broadly|now|also)\s)?"
    r"(?:believed|thought|understood|said|reported|claimed|alleged|rumou?red|assumed|accepted|suspected|known|feared)"
    r"\sthat)\s(?P<content>\S.*)",
    re.DOTALL,
)
_ADVERB = re.compile(
    r"\b(?P<cue>[Rr]eportedly|[Aa]llegedly|(?:is|are|was|were)\s(?:widely\s)?(?:said|believed|thought|rumou?red|reported"
    r"|understood)\sto)\b"
)
_INTRODUCES = re.compile(r"(?:In|On|At|After|During|Before|For|As|With|When|While|If|Since)\s\S*")


def according_to(text: str, sentence: Span) -> Iterator[Attribution]:
    """Yield "According to X, …", "…, according to X." and "…, according to X, …".

    The content of the last is two spans, before and after.
    """
    leading = _LEADING.match(text, sentence.start, sentence.end)
    if leading:
        yield from _made(text, leading, (Span(leading.end(), sentence.end),))
        return
    following = _FOLLOWING.search(text, sentence.start, sentence.end)
    if following:
        before = Span(sentence.start, following.start())
        after = Span(following.end(), sentence.end)
        yield from _made(text, following, (before, after))


def trailing(text: str, sentence: Span) -> Iterator[Attribution]:
    """Yield "…, X said.", "…, records show." and "…, critics say, …"."""
    inside = _inserted().match(text, sentence.start, sentence.end)
    if inside and is_plausible_source(inside["source"]):
        pieces = (Span(*inside.span("before")), Span(*inside.span("after")))
        yield from _made(text, inside, pieces)
        return
    comma = text.rfind(",", sentence.start, sentence.end)
    for start in (comma, text.rfind(",", sentence.start, max(sentence.start, comma))):
        found = _said_at_end().match(text, start, sentence.end) if start > 0 else None
        before = Span(sentence.start, max(start, sentence.start))
        if (
            found
            and is_plausible_source(found["source"])
            and not _INTRODUCES.match(before.of(text))
        ):
            yield from _made(text, found, (before,))
            return


@cache
def _inserted() -> re.Pattern[str]:
    """Compile "The bank, critics say, was reckless.": source and verb between two commas."""
    return re.compile(
        r"(?P<before>[^,“”\"\n]{3,120}),\s(?P<source>[^,“”\"\n]{2,60})\s"
        rf"(?P<cue>{alternatives('said_verbs')}),\s(?P<after>[^\n]+)"
    )


@cache
def _said_at_end() -> re.Pattern[str]:
    verbs = "|".join((alternatives("said_verbs"), alternatives("showing_verbs")))
    return re.compile(
        rf",\s(?P<source>[^,“”\"\n]{{2,120}}?)\s(?P<cue>(?:has\s|have\s|had\s)?(?:{verbs}))"
        rf"{_TRAILING_WHEN}[.]?$"
    )


def impersonal(text: str, sentence: Span) -> Iterator[Attribution]:
    """Yield what is said to be believed, reported or alleged by nobody in particular."""
    believed = _BELIEVED.search(text, sentence.start, sentence.end)
    if believed:
        yield from _made(text, believed, (Span(*believed.span("content")),))
        return
    adverb = _ADVERB.search(text, sentence.start, sentence.end)
    if adverb:
        before = Span(sentence.start, adverb.start())
        yield from _made(text, adverb, (before, Span(adverb.end(), sentence.end)))


def _made(text: str, found: re.Match[str], pieces: tuple[Span, ...]) -> Iterator[Attribution]:
    """Yield the attribution of a match, unless nothing is left of its content."""
    content = tuple(
        span for span in (_bare(text, piece) for piece in pieces) if span.start < span.end
    )
    if not content:
        return
    groups = found.re.groupindex
    source = trimmed(Span(*found.span("source")), text) if "source" in groups else Span(0, 0)
    source = _bare(text, source)
    named = source.start < source.end and is_named(text, source)
    sources = (source,) if source.start < source.end else ()
    yield Attribution(named, sources, (Span(*found.span("cue")),), content)


def _bare(text: str, span: Span) -> Span:
    """Return a span without the marks and white space at its two ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(' \t\n“"‘「,:，：'))
    return Span(start, max(start, span.start + len(words.rstrip(' \t\n.”"’」,;:。，；'))))
