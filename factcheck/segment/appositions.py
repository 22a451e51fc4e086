"""Say what appositions assert. In: a sentence and a draft. Out: splits."""

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    NOUNS,
    is_one_of_a_kind,
    is_plural,
    noun_phrase,
    subject_of,
)
from factcheck.segment.drafts import Draft, Piece, Split
from factcheck.segment.misread import describes_another
from factcheck.segment.parsed import (
    COMMAS,
    SURE,
    Parsed,
    cut,
    extent,
    is_gapless,
    is_set_off,
    is_sure,
    subtree,
)

# Beside a name its article says what a phrase is, however the parser calls it.
_LIKELY_BESIDE = 0.3
_DETERMINERS = frozenset(["a", "an", "the", "its", "his", "her", "their", "our"])
_POINTING = frozenset(["it", "its", "they", "them", "their"])


def split_apposition(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Say "X is Y" of an apposition in commas or dashes, and take Y out of the sentence."""
    splits = []
    for word in inside(sentence, draft):
        noun = sentence.tree.heads[word]
        if sentence.relation(word) != "appos" or not _is_plain(sentence, noun, word):
            continue
        name = sentence.tree.upos[word] == "PROPN" and not _is_one_of(sentence, noun, word)
        if name and is_one_of_a_kind(sentence, word):
            continue
        if name and not _is_title(sentence, noun, word):
            splits.append(_named_by(sentence, draft, noun, word))
        else:
            splits.append(_described_by(sentence, draft, noun, word))
    return tuple(split for split in splits if split is not None)


def inside(sentence: Parsed, draft: Draft) -> list[int]:
    """Return the words of a draft below its verb in which something may still be split."""
    own = set(subtree(sentence, draft.head)) & {p for p in draft.pieces if isinstance(p, int)}
    return sorted(own - draft.closed - {draft.head})


def _is_plain(sentence: Parsed, noun: int, word: int) -> bool:
    """Say whether an apposition is one thing beside one thing, and not part of a list."""
    if noun < 0 or word < noun or sentence.tree.upos[noun] not in NOUNS:
        return False
    listed = sentence.related(noun, "conj") or sentence.relation(noun) == "conj"
    joined = sentence.related(word, "conj", "cc", "case", "mark")
    between = range(noun + 1, extent(sentence, word)[0])
    inside = set(subtree(sentence, noun))
    return (
        not listed
        and (
            not joined
            or (not sentence.related(word, "case", "mark") and _joined_roles(sentence, word))
        )
        and is_set_off(sentence, word)
        and (is_sure(sentence, word) or _stands_beside(sentence, noun, word))
        and not _goes_on(sentence, word)
        and not _repeats(sentence, noun, word)
        and not describes_another(sentence, noun, word)
        and all(
            other == word or _is_alias(sentence, other) or sentence.tree.upos[other] == "NUM"
            for other in sentence.related(noun, "appos")
        )
        and all(place in inside for place in between if not sentence.is_punctuation(place))
    )


def _repeats(sentence: Parsed, noun: int, word: int) -> bool:
    """Say whether "all my energy" goes on with "all my heart", which it is not.

    "A deal, a recent deal," says the same thing better.
    """
    first, second = (noun_phrase(sentence, one)[0] for one in (noun, word))
    new = sentence.lower[first] in {"a", "an", "another"} and sentence.tree.upos[word] == "NOUN"
    alike = sentence.lower[first : noun + 1] == sentence.lower[second : word + 1]
    if sentence.lower[noun] == sentence.lower[word] and (new or alike):
        return True
    same = sentence.lower[first] == sentence.lower[second] not in {"a", "an", "the"}
    return same and sentence.tree.upos[second] in {"DET", "PRON"}


def _stands_beside(sentence: Parsed, noun: int, word: int) -> bool:
    """Say whether nothing but a comma stands between a name and "a historian" or "a leader of"."""
    phrase = extent(sentence, word)
    article = sentence.lower[phrase[0]] in {"a", "an"}
    return (
        sentence.tree.upos[noun] == "PROPN"
        and (article or sentence.lower[word] in load("roles"))
        and noun_phrase(sentence, noun)[-1] + 2 == phrase[0]
        and sentence.tree.arc_probabilities[word] >= SURE
        and sentence.tree.relation_probabilities[word] >= _LIKELY_BESIDE
    )


def _is_title(sentence: Parsed, noun: int, word: int) -> bool:
    """Say whether *word* is the "Minister" of "Anna Holm, Minister of Trade"."""
    form = sentence.lower[word]
    return (
        sentence.tree.upos[noun] == "PROPN"
        and form in load("roles") | load("offices")
        and bool(sentence.related(word, "nmod"))
    )


def _is_one_of(sentence: Parsed, noun: int, word: int) -> bool:
    """Say whether *word* is the "Conservative" of "Andrea Fry, a Conservative"."""
    article = sentence.lower[noun_phrase(sentence, word)[0]] in {"a", "an"}
    return article and sentence.tree.upos[noun] == "PROPN"


def _is_alias(sentence: Parsed, word: int) -> bool:
    """Say whether an apposition stands in brackets, as another name does."""
    start = extent(sentence, word)[0]
    return start > 0 and sentence.lower[start - 1] in {"(", "["}


def _goes_on(sentence: Parsed, word: int) -> bool:
    """Say whether a comma stands behind the noun of an apposition: what follows may be no part."""
    inner = [place for place in extent(sentence, word) if place > word]
    listed = sentence.related(word, "conj", "acl")
    if any(_opens_phrase(sentence, place) for place in inner):
        return True
    return not listed and any(
        sentence.lower[place] in COMMAS and not _is_inside_place(sentence, place) for place in inner
    )


def _opens_phrase(sentence: Parsed, comma: int) -> bool:
    """Say whether behind *comma* "for braking in time" may go on with the sentence."""
    following = sentence.tree.upos[comma + 1 : comma + 2] in {("ADP",), ("SCONJ",)}
    return following and sentence.lower[comma] == "," and sentence.tree.upos[comma - 1] != "NUM"


def _is_inside_place(sentence: Parsed, comma: int) -> bool:
    """Say whether *comma* is that of "Irving, Texas"."""
    return all(sentence.tree.upos[place] == "PROPN" for place in (comma - 1, comma + 1))


def _joined_roles(sentence: Parsed, word: int) -> bool:
    """Say whether "an economist and former minister" is one description with two nouns."""
    others = sentence.related(word, "conj")
    nouns = all(sentence.tree.upos[other] == "NOUN" for other in others)
    return sentence.tree.upos[word] == "NOUN" and nouns and is_description(sentence, word)


def is_description(sentence: Parsed, word: int) -> bool:
    """Say whether *word* can follow "is": with an article, a possessor, or as an office."""
    phrase = noun_phrase(sentence, word)
    if sentence.lower[word] == "one":
        return bool(sentence.related(word, "nmod"))
    possessed = any(
        sentence.tree.relations[child] == "nmod:poss" for child in sentence.children[word]
    )
    article = sentence.lower[phrase[0]] in _DETERMINERS
    office = sentence.lower[word] in load("roles") and bool(
        sentence.related(word, "nmod", "compound")
    )
    if sentence.tree.upos[word] == "PROPN":
        noun = sentence.tree.heads[word]
        return _is_title(sentence, noun, word) or _is_one_of(sentence, noun, word)
    return sentence.tree.upos[word] == "NOUN" and (article or possessed or office)


def _described_by(sentence: Parsed, draft: Draft, noun: int, word: int) -> Split | None:
    if noun > draft.head and (
        sentence.lower[word] in load("event_nouns") or _sums_up(sentence, noun, word)
    ):
        return None
    plural = is_plural(sentence, noun)
    # "A bookseller" is one, whatever the tag says.
    one = sentence.lower[noun_phrase(sentence, word)[0]] in {"a", "an", "one"}
    alike = plural == (sentence.tree.xpos[word] == "NNS" and not one) or (
        sentence.lower[word] == "one"
    )
    pointing = sentence.lower[noun_phrase(sentence, noun)[0]] in {"this", "that", "these", "those"}
    definite = sentence.tree.upos[noun] == "PROPN" or (
        _has_article(sentence, noun) and not pointing
    )
    if not (alike and definite and is_description(sentence, word)):
        return None
    subject = noun_phrase(sentence, noun)
    ends_before = subject[-1] < word and is_gapless(subject)
    equations = _equations(sentence, subject, word, "are" if plural else "is")
    return Split(cut(sentence, word), equations) if ends_before else None


def _sums_up(sentence: Parsed, noun: int, word: int) -> bool:
    """Say whether "six games without a win, their worst run" tells of more than "a win"."""
    superlative = any(
        sentence.tree.xpos[child] in {"JJS", "RBS"} for child in sentence.children[word]
    )
    definite = sentence.tree.upos[noun] == "PROPN" or any(
        sentence.lower[child] == "the" or sentence.tree.relations[child] == "nmod:poss"
        for child in sentence.children[noun]
    )
    return superlative and not definite and sentence.lower[word] != "one"


def _has_article(sentence: Parsed, noun: int) -> bool:
    return any(
        sentence.relation(child) in {"det", "nummod"}
        or sentence.tree.relations[child] == "nmod:poss"
        for child in sentence.children[noun]
    )


def _equations(
    sentence: Parsed, subject: tuple[Piece, ...], word: int, copula: str
) -> tuple[Draft, ...]:
    """Return "X is the mayor" and "X is a member": two where both have an article."""
    description = extent(sentence, word)
    joined = sentence.related(word, "conj")
    if len(joined) != 1 or not _is_second(sentence, joined[0]):
        return (Draft((*subject, copula, *description), word, subject),)
    other = joined[0]
    second = extent(sentence, other)[1:]
    first = tuple(one for one in description if one < second[0] - 1)
    return (
        Draft((*subject, copula, *first), word, subject),
        Draft((*subject, copula, *second), other, subject),
    )


def _is_second(sentence: Parsed, other: int) -> bool:
    """Say whether "and a member of the board" ends what stands beside a name."""
    phrase = extent(sentence, other)
    opens = [sentence.lower[word] for word in phrase[:2]]
    return opens[0] == "and" and opens[1] in {"a", "an", "the"} and is_gapless(phrase)


def _named_by(sentence: Parsed, draft: Draft, noun: int, name: int) -> Split | None:
    """Say "Ines Roy is the port's director" of "the port's director, Ines Roy,"."""
    description = noun_phrase(sentence, noun)
    single = not is_plural(sentence, noun) and not sentence.related(name, "conj")
    if not (single and is_gapless(description) and is_description(sentence, noun)):
        return None
    subject = noun_phrase(sentence, name)
    closed = frozenset({name})  # said once, not again
    equation = Draft((*subject, "is", *description), noun, subject, closed=closed)
    is_subject = subject_of(sentence, draft.head) == noun
    kept = not is_subject or _is_pointed_at(sentence, draft, description)
    gone = set() if kept else {*description, *_marks_around(sentence, name)}
    if (
        sentence.related(name, "acl")
        or subtree(sentence, noun)[-1] > extent(sentence, name)[-1] + 1
    ):
        gone -= {extent(sentence, name)[-1] + 1}
    return Split(frozenset(gone), (equation,))


def _is_pointed_at(sentence: Parsed, draft: Draft, description: tuple[int, ...]) -> bool:
    """Say whether the "it" of a draft may mean the owner in *description*: "the club's"."""
    owned = any(sentence.tree.relations[word] == "nmod:poss" for word in description)
    pointing = {sentence.lower[word] for word in inside(sentence, draft) if word > description[-1]}
    return owned and not pointing.isdisjoint(_POINTING)


def _marks_around(sentence: Parsed, word: int) -> list[int]:
    phrase = extent(sentence, word)
    return [
        place
        for place in (phrase[0] - 1, phrase[-1] + 1)
        if 0 <= place < len(sentence.spans) and sentence.lower[place] in COMMAS
    ]
