"""Read a lead-in: what it says of each item of its list. In: its words. Out: a Lead."""

import re
from typing import NamedTuple

from factcheck.lexicon import load
from factcheck.segment.grammar import is_participle

# "papers that were coauthored by …", "papers were coauthored by …", "cities that have banned …"
_PASSIVE = re.compile(
    r"\b(?P<noun>[\w’'-]+)\s(?:(?P<pronoun>that|which|who)\s)?"
    r"(?P<auxiliary>were|are|have been|have)\s"
    r"(?P<rest>(?:\w+ly\s)?[a-z][\w-]*(?:\s.+)?)"
)
# "researchers from the institute mentored by …"
_REDUCED = re.compile(r"\b(?P<noun>[\w’'-]+)\s(?P<rest>[a-z][\w-]*\sby\s.+)")
_CATEGORY = re.compile(r"\b[Ee]xamples?\sof\s(?P<noun>.+?)(?:\s(?:include[sd]?|are|were))?\Z")
_BARE = re.compile(
    r"(?:[\w-]+\s){0,4}?(?:examples?|these|they|those|instances|cases|highlights|among them|list"
    r"|list of examples)(?:\s(?:include[sd]?|are|were))?(?:\sthe following)?",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"\b(?:has|have|had|would|will|must|should|could|can|may|shall|to|recommend(?:s|ed)?|demand(?:s|ed)?"
    r"|propose[sd]?|require[sd]?|bans?|banned|promise[sd]?|urge[sd]?|seeks?|sought|prohibit(?:s|ed)?)\Z"
)
# "The following agencies did not report"
_FOLLOWING = re.compile(
    r"(?:[Tt]he\sfollowing|[Tt]hese)\s(?:[\w’'-]+\s){0,4}?(?P<noun>[\w’'-]+)\s"
    r"(?P<verb>did\snot|do\snot|were|are|have|had|will|would|may|must|could|failed|refused|[a-z]+ed)"
    r"\s(?P<rest>[a-z].*)"
)
_FREE = frozenset(",;:()—–")  # what stands behind one of these is another thing
_SINGULAR = {"were": "was", "are": "is", "have": "has", "do not": "does not"}
_AUXILIARIES = {"were": "was", "are": "is", "have been": "has been", "have": "has"}
_PLURALS = frozenset(
    ["people", "children", "men", "women", "alumni", "police", "staff", "data", "media", "works"]
)
_CUT = re.compile(
    r"\s*[(;:—–]|\s(?:include[sd]?|including|such as|are|were|is|was)\b|,?\sand\s(?:are|were)\b"
)
# Words after which the sentence speaks of all the items together, unless a name or number follows.
_ADJUNCT = re.compile(
    r"\s(?:in|at|on|during|since|for|from|between|over|under|through|across|with|after|before|as|to"
    r"|that|which|who|when|while)\s(?:the\s|a\s|an\s|its\s|their\s)?(?=[a-z])"
)
_AGENT_LIST = re.compile(r",\s(?:and\s)?(?:the\s)?[A-Z][^,]{0,40}(?=,|\sand\s|\Z)")

# A lead-in is a sentence or two; what stands further back belongs to something else.
_READ = 600


class Lead(NamedTuple):
    """What a lead-in lends to the items of its list; "" for what it does not say.

    `predicate` can follow an item in the singular ("was founded by Ines Roy"), `shared` can stand
    before it ("The bill would"), `category` is what the items are examples of.
    """

    words: str
    predicate: str = ""
    shared: str = ""
    category: str = ""


def read_lead(words: str, before: str) -> Lead:
    """Return what the lead-in *words* say of each item.

    *before* is the sentence before it, which a bare "Examples include:" leaves the say to. Both
    have single spaces.
    """
    announced = words.rstrip(":： ")[-_READ:]
    bare = _BARE.fullmatch(announced) is not None
    category = _CATEGORY.search(announced)
    stated = "" if bare or _SHARES.search(announced) else _of_following(announced)
    return Lead(
        words=words,
        predicate=stated or _predicate(before[:_READ].rstrip(".") if bare else announced),
        shared=announced if _SHARES.search(announced) else "",
        category=category["noun"] if category and not bare else "",
    )


def _of_following(words: str) -> str:
    """Return what is said of "the following boats", in the singular; "" where it is not certain."""
    said = _FOLLOWING.fullmatch(words)
    if said is None or not _is_plural(said["noun"]) or not _FREE.isdisjoint(said["rest"]):
        return ""
    if said["verb"] in {"were", "are", "have"} and not is_participle(said["rest"].split()[0]):
        return ""
    return f"{_SINGULAR.get(said['verb'], said['verb'])} {said['rest']}"


def _predicate(words: str) -> str:
    """Return the predicate in the singular that *words* state of a plural noun, or "".

    Where two stand in the sentence it is not said which one is meant: then none is.
    """
    passives = [_passive(match) for match in _starts(words, _PASSIVE)]
    stated = [predicate for predicate in passives if predicate]
    if not stated:
        reduced = [_reduced(words, match) for match in _starts(words, _REDUCED)]
        stated = [predicate for predicate in reduced if predicate]
    return stated[0] if len(stated) == 1 else ""


def _starts(words: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Return the matches of *pattern* at every word, for each of them runs on to the end."""
    places = (word.start() for word in re.finditer(r"\b\w", words))
    return [match for place in places if (match := pattern.match(words, place))]


def _passive(match: re.Match[str]) -> str:
    auxiliary = _AUXILIARIES[match["auxiliary"]]
    verb = match["rest"].split()
    participle = verb[1] if verb[0].endswith("ly") else verb[0]
    stated = match["pronoun"] is not None or " by " in match["rest"]
    if not (stated and _is_plural(match["noun"]) and is_participle(participle)):
        return ""
    return f"{auxiliary} {_shortened(match['rest'])}"


def _reduced(words: str, match: re.Match[str]) -> str:
    participle = match["rest"].split(maxsplit=1)[0]
    earlier = words[: match.end("noun")].split()
    if match["noun"] in load("verb_forms") or not is_participle(participle):
        return ""
    if not any(_is_plural(word) for word in earlier):
        return ""
    return f"was {_shortened(match['rest'])}"


def _is_plural(noun: str) -> bool:
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith(("ss", "'s", "’s", "is")))


def _shortened(rest: str) -> str:
    """Return a predicate up to where its sentence turns to something else."""
    rest = _until(_CUT, rest, 0)
    agent = re.search(r"\bby\s", rest)
    if agent is None:
        return _until(re.compile(","), rest, 0).rstrip(" .")
    rest = _until(_ADJUNCT, rest, agent.end())
    return _without_tail(rest, agent.end()).rstrip(" .,")


def _until(pattern: re.Pattern[str], words: str, start: int) -> str:
    found = pattern.search(words, start)
    return words[: found.start()] if found else words


def _without_tail(words: str, start: int) -> str:
    """Return *words* up to the first comma that does not go on with a list of names."""
    comma = words.find(",", start)
    while comma >= 0:
        name = _AGENT_LIST.match(words, comma)
        if name is None:
            return words[:comma]
        comma = words.find(",", name.end())
    return words
