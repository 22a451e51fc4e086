"""Give each claim of a sentence its source. In: drafts, speeches. Out: a speech for each draft."""

from collections.abc import Iterable, Sequence

from factcheck.lexicon import load
from factcheck.segment.drafts import Draft
from factcheck.segment.parsed import Parsed
from factcheck.segment.spoken import Speech

# A claim belongs to a source when most of its words are that source's words; the rest may be the
# source and the verb themselves, which a claim that was not split carries along.
_SHARE = 0.6
# A claim that was not split may hold more than the speech, but not mostly something else.
_HELD = 0.5
# What is denied or doubted is reported, and is nobody's claim.
_DENIALS = frozenset(
    [
        "deny",
        "denies",
        "denied",
        "denying",
        "doubt",
        "doubts",
        "doubted",
        "doubting",
        "dispute",
        "disputes",
        "disputed",
        "disputing",
    ]
)
# What stands in these is told by the article on the way: "Roy said Tom, the mayor, had left."
_ASIDE = frozenset(["acl:relcl", "appos", "acl"])


def voiced(
    sentence: Parsed, drafts: Sequence[Draft], speeches: Sequence[Speech], quoted: frozenset[int]
) -> tuple[Speech | None, ...]:
    """Return for each of *drafts* the speech whose content it is, or None.

    Of speeches one inside the other it is the inner one where another draft is left to carry the
    outer, or says it; else the outer. A draft that says that somebody said something is the
    article's own: it has a speech only when it alone carries the content. *quoted* are the words
    in quotations.
    """
    own = [
        sorted(
            (one for one in speeches if _says(sentence, draft, one, quoted)),
            key=lambda one: len(one.content),
        )
        for draft in drafts
    ]
    outer = [one[-1] if one else None for one in own]
    words = [_words(sentence, draft) for draft in drafts]
    told = {one for one in speeches if any(said.issuperset(one.cue) for said in words)}
    inner = [
        one[0]
        if one and all(outer.count(wider) > 1 or wider in told for wider in one[1:])
        else widest
        for one, widest in zip(own, outer, strict=True)
    ]
    carried = {*inner}
    return tuple(
        one or _widest(draft, _held(sentence, draft, speeches, carried))
        for one, draft in zip(inner, drafts, strict=True)
    )


def _says(sentence: Parsed, draft: Draft, speech: Speech, quoted: frozenset[int]) -> bool:
    """Say whether a draft is what the source says, and not that it says so."""
    words = _words(sentence, draft)
    shared = words.intersection(speech.content)
    denied = any(sentence.lower[word] in _DENIALS for word in speech.cue)
    return (
        draft.head in speech.content
        and len(shared) >= _SHARE * len(words)
        and not denied
        and not set(speech.cue) & words
        and not _is_aside(sentence, draft, speech, quoted)
    )


def _is_aside(sentence: Parsed, draft: Draft, speech: Speech, quoted: frozenset[int]) -> bool:
    """Say whether a draft hangs on a noun of a reported clause; in a quotation all is spoken."""
    word = draft.head
    if word in quoted:
        return False
    # "Ann Reed is his lawyer" of "his lawyer, Ann Reed, would appeal" has the noun for its head.
    if not {*draft.subject}.isdisjoint(sentence.related(word, "appos")):
        return True
    content = set(speech.content)
    while sentence.tree.heads[word] in content:
        if sentence.tree.relations[word] in _ASIDE:
            return True
        word = sentence.tree.heads[word]
    return False


def _held(
    sentence: Parsed, draft: Draft, speeches: Sequence[Speech], carried: set[Speech | None]
) -> tuple[Speech, ...]:
    """Return the speeches a draft holds, verb and content, and no other draft carries.

    There are none where most of the draft is no speech at all.
    """
    words = _words(sentence, draft)
    inside = [
        one for one in speeches if words.issuperset(one.cue) and not _is_account(sentence, one)
    ]
    parts = {word for one in inside for word in (*one.source, *one.cue, *one.content)}
    if len(words & parts) < _HELD * len(words):
        return ()
    return tuple(one for one in inside if one not in carried and words.intersection(one.content))


def _is_account(sentence: Parsed, speech: Speech) -> bool:
    """Say whether a speech is "Roy's claim that …", of which the sentence says something itself."""
    return (
        bool(speech.source)
        and sentence.lower[speech.cue[-1]] in load("reporting_nouns")
        and (sentence.tree.upos[speech.cue[-1]] == "NOUN")
    )


def _words(sentence: Parsed, draft: Draft) -> set[int]:
    return {
        piece
        for piece in draft.pieces
        if isinstance(piece, int) and not sentence.is_punctuation(piece)
    }


def _widest(draft: Draft, speeches: Iterable[Speech]) -> Speech | None:
    """Return the speech by the main verb of a draft, else the one that says most."""
    return max(speeches, key=lambda one: (draft.head in one.cue, len(one.content)), default=None)
