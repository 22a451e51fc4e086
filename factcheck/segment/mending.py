"""Mend arcs that marks or words rule out. In: a sentence and its tree. Out: a tree.

Every mended word moves up to something it depended on already, so that a tree stays a tree.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from factcheck.lexicon import load
from factcheck.model.span import Span
from factcheck.segment.behind_commas import with_participles
from factcheck.segment.described_sources import with_described_sources
from factcheck.segment.series import with_series
from factcheck.segment.that_clauses import with_that_clauses
from factcheck.segment.tree import Tree

QUOTES = frozenset(['"', "“", "”"])
_MODIFIERS = frozenset(["acl:relcl", "acl", "appos"])
_RULINGS = frozenset(["found", "held", "ruled"])
_ORDERS = frozenset(["awarded", "convicted", "fined", "jailed", "ordered", "sentenced"])
# Where marks or verbs leave one head only, the parser's doubt was about the other.
_LEFT_OVER = 0.9
_YEAR = 4  # digits
_AROUND = 2  # commas, one before and one behind


def mend(text: str, spans: tuple[Span, ...], lower: tuple[str, ...], tree: Tree) -> Tree:
    """Return *tree* without nine sorts of arcs that cannot be right.

    A clause behind a quotation hangs on no word inside; a clause behind brackets on no word inside;
    a second verb of saying on the first one and not on what that reports; an article on no noun
    behind the next verb; "and a member," on what it describes; a name on no office of another one.
    the time behind "said" on nothing that is said; who "said" on nothing that is said before.
    "But" joins.
    """
    heads = [*tree.heads]
    odds = [*tree.arc_probabilities]
    pairs = quotations(text, spans, lower)
    quoted = {word for start, end in pairs for word in range(start, end)}
    for start, end in pairs:
        behind = [word for word in _behind_quotation(tree, start, end) if word not in quoted]
        _move_out(heads, start, end, behind)
    for start, end in _brackets(lower):
        moved = [
            word
            for word in range(end + 1, len(heads))
            if start < heads[word] < end and tree.relations[word] in _MODIFIERS
        ]
        _move_out(heads, start, end, moved)
        for word in moved:
            odds[word] = max(odds[word], _LEFT_OVER)
    for word, head in enumerate(tree.heads):
        if head >= 0 and _reports_on(tree, lower, word, head):
            heads[word] = tree.heads[head]
            odds[word] = max(odds[word], _LEFT_OVER)
        elif head >= 0 and tree.relations[word] == "conj" and _orders(lower, word, head):
            odds[word] = max(odds[word], _LEFT_OVER)
    wrong = (*_articles(tree), *_joined_appositions(lower, tree), *_names_joined_to_roles(tree))
    of_saying = (*_times_of_saying(lower, tree), *_speakers_behind(lower, tree))
    for word, noun in (*wrong, *of_saying):
        heads[word] = noun
        odds[word] = max(odds[word], _LEFT_OVER)
    mended = replace(tree, heads=tuple(heads), arc_probabilities=tuple(odds))
    joined = with_participles(lower, with_series(lower, _with_contrasts(lower, mended)))
    return with_that_clauses(lower, with_described_sources(lower, joined))


def _articles(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield articles that hang on a noun behind the verb, each with the noun they stand before.

    In "the vaccine cut infections" the noun in between would be left without one.
    """
    for word, head in enumerate(tree.heads):
        if tree.relations[word] != "det" or not word < tree.heads[head] < head:
            continue
        nouns = [one for one in range(word + 1, tree.heads[head]) if tree.xpos[one][:2] == "NN"]
        if nouns and word not in tree.heads and tree.heads[nouns[0]] == tree.heads[head]:
            yield word, nouns[0]


def _joined_appositions(lower: tuple[str, ...], tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield "member" of "Reyes, the mayor and a member of the board, voted", with "mayor".

    The comma behind the board closes what the one behind the name opened: Reyes is both.
    """
    for word, noun in enumerate(tree.heads):
        if tree.relations[word] != "conj" or tree.xpos[word] != "NN" or noun < 0:
            continue
        beside = [
            one
            for one in range(noun + 1, word)
            if tree.heads[one] == noun and tree.relations[one] == "appos"
        ]
        if len(beside) != 1 or tree.xpos[beside[0]] != "NN" or tree.xpos[noun] != "NNP":
            continue
        last = word
        while last + 1 < len(lower) and _hangs_on(tree, last + 1, word):
            last += 1
        commas = lower[noun : last + 2].count(",")
        if commas == _AROUND and lower[last] != "," and lower[last + 1 : last + 2] == (",",):
            yield word, beside[0]


def _names_joined_to_roles(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield "Tom" of "Ines Roy, the mayor, and Tom Berg", joined to "mayor", with "Ines"."""
    for word, head in enumerate(tree.heads):
        if tree.relations[word] != "conj" or tree.xpos[word] != "NNP" or head < 0:
            continue
        name = tree.heads[head]
        beside = tree.relations[head] == "appos" and tree.xpos[head] == "NN"
        if beside and 0 <= name < head < word and tree.xpos[name] == "NNP":
            yield word, name


def _times_of_saying(lower: tuple[str, ...], tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield "Monday" of "Roy said on Monday she would resign", with "said".

    Behind a verb of saying a time is when it was said, unless a comma or "that" says otherwise;
    and where it was not, what was said holds without it.
    """
    for word, head in enumerate(tree.heads):
        if not _is_time(lower[word]) or not 0 <= word < head or tree.relations[head] != "ccomp":
            continue
        verb = tree.heads[head]
        between = all(tree.heads[one] == word for one in range(verb + 1, word))
        said = verb < word and lower[verb] in load("said_verbs")
        if said and between and lower[word + 1] != ",":
            yield word, verb


def _speakers_behind(lower: tuple[str, ...], tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield "clerks" of "The part never came, two clerks said.", with "said".

    What is said has a subject of its own, and the verb of saying none.
    """
    for word, head in enumerate(tree.heads):
        if tree.relations[word] != "nsubj" or not 0 <= head < word or word + 1 >= len(lower):
            continue
        said = tree.heads[head]
        if said != word + 1 or lower[said] not in load("said_verbs"):
            continue
        subjects = {tree.heads[one] for one in range(word) if tree.relations[one][:5] == "nsubj"}
        first = min([word, *(one for one in range(word) if tree.heads[one] == word)])
        if head in subjects and said not in subjects and lower[first - 1] == ",":
            yield word, said


def _is_time(word: str) -> bool:
    return word in _times() or (len(word) == _YEAR and word.isdigit())


@cache
def _times() -> frozenset[str]:
    return frozenset(word.lower() for word in load("time_words")) | load("periods")


def _hangs_on(tree: Tree, word: int, head: int) -> bool:
    while word > head:
        word = tree.heads[word]
    return word == head


def _with_contrasts(lower: tuple[str, ...], tree: Tree) -> Tree:
    """Return *tree* with clauses joined where "but" was taken for a mark like "although"."""
    marks = [
        word
        for word, form in enumerate(lower)
        if form == "but"
        and tree.relations[word] == "mark"
        and tree.relations[tree.heads[word]] == "advcl"
        and tree.heads[word] > word > tree.heads[tree.heads[word]]
    ]
    relations, sure = [*tree.relations], [*tree.relation_probabilities]
    for word in marks:
        relations[word], relations[tree.heads[word]] = "cc", "conj"
        sure[tree.heads[word]] = max(sure[tree.heads[word]], _LEFT_OVER)
    return replace(tree, relations=tuple(relations), relation_probabilities=tuple(sure))


def _move_out(heads: list[int], start: int, end: int, words: list[int]) -> None:
    """Hang *words* on what their heads between *start* and *end* depend on outside."""
    for word in words:
        head = heads[word]
        while start < head < end:
            head = heads[head]
        heads[word] = head if head >= 0 else heads[word]


def _behind_quotation(tree: Tree, start: int, end: int) -> list[int]:
    return [
        word
        for word in range(end + 1, len(tree.heads))
        if start < tree.heads[word] < end
        and _belongs_outside(tree, word)
        and not _goes_on_in_part(tree, word, start)
    ]


def _goes_on_in_part(tree: Tree, word: int, start: int) -> bool:
    """Say whether *word* goes on with what is quoted in part: "Rita was “bad” and could turn"."""
    if tree.relations[word] != "conj":
        return False
    verb = tree.heads[word]
    subjects = [
        (tree.heads[one], one)
        for one in range(word)
        if tree.heads[one] in {verb, word} and tree.relations[one].startswith("nsubj")
    ]
    return any(head == verb and one < start for head, one in subjects) and not any(
        head == word for head, _ in subjects
    )


def _belongs_outside(tree: Tree, word: int) -> bool:
    if tree.relations[word] in {"conj", "parataxis", "advcl"}:
        return True
    reported = tree.relations[tree.heads[word]] == "ccomp"
    return reported and tree.relations[word] in {"obl", "advmod"}


def _brackets(lower: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    opened = -1
    for word, form in enumerate(lower):
        if form == "(":
            opened = word
        elif form == ")" and opened >= 0:
            yield opened, word
            opened = -1


def _reports_on(tree: Tree, lower: tuple[str, ...], word: int, head: int) -> bool:
    """Say whether *word* is "warned" in "said the results were good but warned that …".

    Or it is what a court did beside its ruling: "ruled that the search was illegal and ordered".
    """
    said = load("said_verbs")
    above = tree.heads[head]
    rules = _orders(lower, word, above)
    # "Roy said Tom ran and told the police": who told somebody else may be Tom.
    return (
        tree.relations[word] == "conj"
        and tree.relations[head] == "ccomp"
        and above >= 0
        and (rules or {lower[word], lower[above]} <= said - {"told", "tells"})
        and tree.xpos[word] == tree.xpos[above]
        and not any(
            tree.heads[child] == word and tree.relations[child].startswith("nsubj")
            for child in range(len(lower))
        )
    )


def _orders(lower: tuple[str, ...], word: int, ruling: int) -> bool:
    """Say whether *word* is what a court did beside its *ruling*."""
    return lower[ruling] in _RULINGS and lower[word] in _ORDERS


def quotations(
    text: str, spans: tuple[Span, ...], lower: tuple[str, ...]
) -> tuple[tuple[int, int], ...]:
    """Return the places of the marks of each quotation that opens and closes in the sentence."""
    opened = -1
    found = []
    for word, form in enumerate(lower):
        if form not in QUOTES:
            continue
        if opens_quotation(text, spans[word].start):
            opened = word
        elif opened >= 0:
            found.append((opened, word))
            opened = -1
    return tuple(found)


def opens_quotation(text: str, start: int) -> bool:
    """Say whether the quotation mark at *start* of *text* opens: a straight one after a space."""
    if text[start] != '"':
        return text[start] == "“"
    before = text[start - 1 : start] if start else " "
    return before.isspace() or before in {"(", "[", "—", "–"}
