"""Find rhetoric that is a way of putting things, no fixed word: a stretch of text in, spans out."""

from collections.abc import Collection, Iterator

from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.phrases import words_in
from factcheck.model.span import Span

# The month has a capital; "could not" and "could hear" speak of what somebody was able to do.
_MODAL = (
    r"\b(?:[Mm]ight|may(?=\s(?:be|have|well|yet|soon|also|even)\b)|[Cc]ould)\s(?:(?:also|well|yet|soon|still|even|potentially|possibly"
    r"|eventually|further|therefore|one\sday|only|not)\s){0,2}"
    r"(?!not\b|or\b|and\b|of\b|to\b|the\b|a\b|in\b|on\b|hear\b|see\b|feel\b|afford\b)"
    r"[a-z][a-z-]{1,20}(?:\s(?:as|been)\b)?"
)
_ABLE = r"(?i)could\s(?:only\s|even\s)?not\b"
_MOST = (
    r"(?<!\b[Tt]he\s)(?<!\b[Aa]t\s)(?<!\b[Aa]\s)(?<![’']s\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)"
    r"(?<!\btheir\s)(?<!\bour\s)(?<!\bmy\s)(?<!\bsecond\s)(?<!\bwhich\s)(?<!\bwhat\s)(?<!\bfar\s)"
    r"\b[Mm]ost\s(?:of\s(?:the|these|those|them|his|her|its|their)\b"
    r"|(?=(?:[a-z-]{3,16}\s)?(?![a-z-]{0,20}(?:ous|less|ss|us|is)\b)[a-z-]{3,20}s\b))"
)
_CERTAIN = r"\b[Cc]ertain\s(?=(?:[a-z-]{3,16}\s)?[a-z-]{3,20}s\b)"
_FEW = (
    r"(?<!\b[Tt]he\s)(?<!\b[Aa]\s)(?<!\bpast\s)(?<!\blast\s)(?<!\bnext\s)(?<!\bas\s)(?<!\bthese\s)"
    r"\b[Ff]ew\s(?=(?:[a-z-]{3,16}\s)?[a-z-]{3,20}s\b|people\b)"
)
_ONE_OF_THE_MOST = (
    r"\b(?:one|some|two|three)\sof\sthe\s(?:(?:world|country|nation|city)[’']s\s)?"
    r"(?:most\s[a-z-]{3,20}|best|greatest|finest|biggest|worst|top)\b"
)
_RANKED = ("most", "best", "greatest", "finest", "biggest", "worst", "top")
_INWARD = (
    r"\b(?:(?:do|does|did|has|have|had)(?:\snot|n[’']t)\s)?(?:seem|appear)(?:s|ed)?\s(?:to\s(?:be|feel)\s)?"
    r"(?:not\s|un)?(?:concerned|worried|bothered|troubled|interested|afraid|happy|content|keen"
    r"|eager|reluctant|determined|embarrassed|ashamed|proud|pleased|angry|frustrated|desperate"
    r"|indifferent|amused|confused|nervous)\b"
    r"|\b(?:mistakenly|secretly|privately|inwardly|wrongly)\s(?:thought|believed|believes|felt"
    r"|hoped|hopes|feared|fears|assumed|wanted|wants)\b"
    r"|\b(?:do|does|did)(?:\snot|n[’']t)\s(?:really\s|even\s)?(?:care|understand|want|realise"
    r"|realize|respect|feel)\b|\bno\slonger\swants?\b"
)
_INWARD_WORDS = (
    "seem", "seems", "seemed", "appear", "appears", "appeared", "mistakenly", "secretly",
    "privately", "inwardly", "wrongly", "do", "don", "does", "doesn", "did", "didn", "longer",
)  # fmt: skip
# "an army of hackers": people as a mass, and what they are.
_MASS = (
    r"\b(?:army|armies|hordes?|mobs?|legions?|cabal|gangs?|swarms?|cult|clique)\sof\s"
    r"(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|[a-z]+ing\b)[a-z][a-z-]{2,20}(?:\s(?=[a-z-]{3,20}s\b)[a-z-]{3,20}s\b)?"
)
_MASSES = frozenset([
    "army", "armies", "horde", "hordes", "mob", "mobs", "legion", "legions", "cabal", "gang",
    "gangs", "swarm", "swarms", "cult", "clique",
])  # fmt: skip


def speculation(text: str, within: Span) -> Iterator[Span]:
    """Yield may, might and could with the verb they weaken, in reading order."""
    if words_in(text, within).isdisjoint(("might", "may", "could")):
        return
    for found in compiled(_MODAL).finditer(text, within.start, within.end):
        if not compiled(_ABLE).match(text, found.start(), found.end()):
            yield Span(*found.span())


def rough_amounts(text: str, within: Span) -> Iterator[Span]:
    """Yield "most", "certain" and "few" where they count things without a number."""
    words = words_in(text, within)
    for word, pattern in (("most", _MOST), ("certain", _CERTAIN), ("few", _FEW)):
        if word in words:
            for found in compiled(pattern).finditer(text, within.start, within.end):
                yield Span(found.start(), found.start() + len(found.group().rstrip()))


def superlatives_of_many(text: str, within: Span) -> Iterator[Span]:
    """Yield "one of the most …", which ranks a thing without saying among which, or where."""
    return _spans(_RANKED, _ONE_OF_THE_MOST, text, within)


def feelings(text: str, within: Span) -> Iterator[Span]:
    """Yield verbs that say what somebody inwardly thinks, wants or feels."""
    return _spans(_INWARD_WORDS, _INWARD, text, within)


def masses(text: str, within: Span) -> Iterator[Span]:
    """Yield people called an army, a mob, a horde of something."""
    return _spans(_MASSES, _MASS, text, within)


def _spans(words: Collection[str], expression: str, text: str, within: Span) -> Iterator[Span]:
    """Yield the matches of *expression*, each of which holds one of *words*."""
    if not words_in(text, within).isdisjoint(words):
        for found in compiled(expression).finditer(text, within.start, within.end):
            yield Span(*found.span())
