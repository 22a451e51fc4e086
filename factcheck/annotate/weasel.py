"""Find what is said by nobody: a text and a stretch of it in, the words that name no source out.

The categories are those of Ganter and Strube (2009), Finding Hedges by Chasing Weasels: groups
without a name, passives without a speaker, documents that cannot be looked up.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.lexicon.patterns import compiled, small
from factcheck.lexicon.phrases import alternatives, first_words, occurrences, words_in
from factcheck.model.span import Span

_QUANTIFIER = r"(?:some|many|most|several|various|certain|numerous|a\sfew|countless)"
_OF_THEM = r"(?:(?:of|among)\s(?:the|these|those|his|her|its|their)\s)?"
_ADVERB = r"(?:(?:[a-z]{2,14}ly|also|often|still|now|long|sometimes|have|has|had)\s){0,2}"
# What may describe a document without naming it.
_MODIFIER = (
    r"(?:(?:open-source|internal|official|public|leaked|recent|new|newly|early|some|several|many"
    r"|various|available|declassified|confidential|police|court|company|corporate|government|tax"
    r"|financial|business|property|scientific|historical|local|media|press|news|preliminary"
    r"|multiple|other|previous|existing|published|unpublished|the|current|empirical|anecdotal"
    r"|archaeological|released|state)\s){0,3}"
)
_PASSIVE = (
    r"(?:is|are|was|were|been|be)\s(?:(?:widely|often|generally|commonly|sometimes|usually"
    r"|popularly|frequently|universally|largely|traditionally|also|now|still|long)\s)?"
    r"(?:believed|considered(?=\s(?:to|as|an?|the|one|by\s(?:some|many)|very|more|among)\b)|regarded|rumou?red|alleged|thought|assumed|speculated|reputed"
    r"|perceived|presumed|(?:said|reported|supposed|held|understood|claimed|known|estimated)(?=\sto\b))(?!\w)(?:\sto\b)?"
)
_HABITUAL = (
    r"(?:is|are|was|were|been|be)\s(?:widely|often|generally|commonly|sometimes|usually|popularly"
    r"|frequently|universally|traditionally)\s[a-z]{3,12}ed\b(?:\sas|\sto)?"
)
_IMPERSONAL = (
    r"it\s(?:is|was|has\sbeen|had\sbeen)\s(?:(?:widely|often|generally|commonly|sometimes|also)\s)?"
    r"(?:believed|said|claimed|thought|suggested|argued|rumou?red|reported|understood|known"
    r"|assumed|alleged|speculated|held|accepted|feared|hoped|expected)\b"
)
# "The researchers said": those of the sentence before, who may have names.
_NOT_ANAPHORIC = r"(?<!\bthe\s)(?<!\bthese\s)(?<!\bthose\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)"
# "was considered by the council": the passive has its speaker.
_BY_SOMEBODY = r"\s(?:(?:to|as|the|a|an)\s)?by\s(?:the\s|[A-Z])"


# The expressions above need one of these; most sentences have none, and are not searched.
_QUANTIFIERS = frozenset([
    "some", "many", "most", "several", "various", "certain", "numerous", "few", "countless",
])  # fmt: skip
_PARTICIPLES = frozenset([
    "believed", "considered", "regarded", "rumored", "rumoured", "alleged", "thought", "assumed",
    "speculated", "reputed", "perceived", "presumed", "said", "reported", "supposed", "held",
    "understood", "claimed", "known", "estimated",
])  # fmt: skip
_HABITS = frozenset([
    "widely", "often", "generally", "commonly", "sometimes", "usually", "popularly", "frequently",
    "universally", "traditionally",
])  # fmt: skip

Needed = tuple[frozenset[str], ...]  # of each set at least one word


@cache
def _expressions() -> tuple[tuple[Needed, str], ...]:
    groups, verbs = alternatives("weasel_groups"), alternatives("weasel_verbs")
    documents, showing = alternatives("weasel_documents"), alternatives("weasel_showing")
    of_groups, of_verbs = first_words("weasel_groups"), first_words("weasel_verbs")
    of_documents, of_showing = first_words("weasel_documents"), first_words("weasel_showing")
    return (
        (
            (_QUANTIFIERS, of_groups),
            rf"\b{_QUANTIFIER}\s{_OF_THEM}(?:[a-z-]{{3,16}}\s)?{groups}\b(?:\s{_ADVERB}{verbs}\b)?",
        ),
        (
            (frozenset(["other"]), of_groups, of_verbs),
            rf"\bother\s(?:[a-z-]{{3,16}}\s)?{groups}\s{_ADVERB}{verbs}\b",
        ),
        ((frozenset(["others"]), of_verbs), rf"\bothers\s{_ADVERB}{verbs}\b"),
        ((_QUANTIFIERS, of_verbs), rf"\b{_QUANTIFIER}\s{_ADVERB}{verbs}\b"),
        ((of_groups, of_verbs), rf"{_NOT_ANAPHORIC}\b{groups}\s{_ADVERB}{verbs}\b"),
        ((of_documents, of_showing), rf"\b{_MODIFIER}{documents}\s{_ADVERB}{showing}\b"),
        ((frozenset(["it"]),), rf"\b{_IMPERSONAL}"),
        ((_HABITS,), rf"\b{_HABITUAL}"),
        ((_PARTICIPLES,), rf"\b{_PASSIVE}"),
    )


# The sentences of one text are asked about in a row.
_in_small = lru_cache(maxsize=1)(small)


def sourceless(text: str, within: Span) -> Iterator[Span]:
    """Yield the words in *within* that give a statement to nobody who can be asked.

    Each kind in reading order; those of different kinds may overlap.
    """
    yield from occurrences(text, "weasel_source", within)
    words = words_in(text, within)
    for needed, expression in _expressions():
        if any(words.isdisjoint(one) for one in needed):
            continue
        for found in compiled(expression).finditer(_in_small(text), within.start, within.end):
            if not compiled(_BY_SOMEBODY).match(text, found.end(), within.end):
                yield Span(found.start(), found.start() + len(found.group().rstrip()))
