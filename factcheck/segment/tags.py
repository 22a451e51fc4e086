"""Take tags like "Roy said" off what is said. In: a sentence and a draft. Out: splits."""

from functools import cache

from factcheck.lexicon import load
from factcheck.segment.appositions import split_apposition
from factcheck.segment.clauses import is_clause, is_negated, subject_of
from factcheck.segment.cues import cue_of
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.parsed import Parsed, cut, extent, is_gapless, is_sure, subtree
from factcheck.segment.relatives import split_nonrestrictive_relative
from factcheck.segment.reported import citing_words
from factcheck.segment.spoken import DENIALS, quotes_a_part

# A longer one is a sentence of its own.
_LONGEST_TAG = 14
_ACTORS = frozenset(["he", "her", "his", "it", "its", "she", "their", "they"])


def split_according_to(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Take "According to X," out: whose words they are is said by the attribution."""
    splits = []
    for child in sentence.related(draft.head, "obl", "advmod", "advcl"):
        phrase = extent(sentence, child)
        opens = sentence.lower[phrase[0]] == "according" and len(phrase) > 2
        ends = sentence.lower[phrase[-1] + 1 : phrase[-1] + 2] in {(",",), (".",), ()}
        clear = ends and is_gapless(phrase) and is_sure(sentence, child)
        if child in draft.pieces and opens and clear:
            splits.append(Split(cut(sentence, child), _told_of(sentence, draft, phrase)))
    return tuple(splits)


def _told_of(sentence: Parsed, draft: Draft, source: tuple[int, ...]) -> tuple[Draft, ...]:
    """Return what the words of a *source* say of it: "according to Ines Roy, a historian"."""
    found = (*split_apposition(sentence, draft), *split_nonrestrictive_relative(sentence, draft))
    return tuple(made for split in found if split.gone <= {*source} for made in split.drafts)


def split_speech_tag(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Take "…, Roy said." and "as Roy said, …" from what is said; a named source said so."""
    if subject_of(sentence, draft.head) is None:
        return ()
    for tag in subtree(sentence, draft.head):
        if tag == draft.head or tag not in draft.pieces or tag in draft.closed:
            continue
        phrase = extent(sentence, tag)
        mixed = quotes_a_part(sentence, draft.pieces[0], phrase[0])
        if _is_tag(sentence, tag) and not mixed and not _goes_on(sentence, phrase):
            cue = cue_of(sentence, tag)
            gone = cut(sentence, tag) - _behind_opening(sentence, tag, phrase[0] - 1)
            content = draft.without(gone | citing_words(sentence, draft.head))
            named = cue is not None and cue.named
            source = set() if cue is None else {*cue.source}
            words = frozenset(word for word in draft.pieces if isinstance(word, int))
            closed = words - source
            return (Split(frozenset(), (content,), closed, replaces=not named),)
    return ()


def _behind_opening(sentence: Parsed, tag: int, comma: int) -> frozenset[int]:
    """Return the comma of "Moreover, as Roy said, it rained", which "moreover" needs itself.

    None is needed behind "and", nor inside a clause that has begun before the tag.
    """
    subject = subject_of(sentence, sentence.tree.heads[tag])
    opens = comma > 0 and subject is not None and subject > tag
    joins = sentence.relation(comma - 1) in {"cc", "mark"}
    return frozenset({comma}) if opens and not joins else frozenset()


def _goes_on(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a participle behind a tag may say what the source does: "undoing what it did"."""
    first = phrase[-1] + 2
    comma = sentence.lower[phrase[-1] + 1 : first] == (",",)
    if not comma or first >= len(sentence.lower) or sentence.tree.xpos[first] != "VBG":
        return False
    return any(sentence.lower[word] in _ACTORS for word in extent(sentence, first))


def _is_tag(sentence: Parsed, tag: int) -> bool:
    """Say whether *tag* is "Roy said" between commas, or "as Roy said".

    The form is enough: what exactly the tag hangs on is for the parser a toss.
    """
    if sentence.lower[tag] not in _tag_verbs():
        return False
    phrase = extent(sentence, tag)
    marks = [sentence.lower[word] for word in sentence.related(tag, "mark", "cc")]
    relation = sentence.relation(tag)
    return (
        relation in {"parataxis", "advcl", "conj", "appos", "ccomp"}
        and marks == (["as"] if relation == "advcl" else [])
        and is_clause(sentence, tag)
        and is_gapless(phrase)
        and len(phrase) <= _LONGEST_TAG
        and not sentence.related(tag, "ccomp", "obj")
        and _is_tag_set_off(sentence, tag, phrase)
        and not is_negated(sentence, tag)
    )


@cache
def _tag_verbs() -> frozenset[str]:
    # "Pointed out" stands in the list as two words.
    return (load("said_verbs") | load("showing_verbs") | {"pointed", "points"}) - DENIALS


def _is_tag_set_off(sentence: Parsed, tag: int, phrase: tuple[int, ...]) -> bool:
    after = phrase[-1] + 1
    if sentence.relation(tag) == "advcl" and phrase[0] == 0:
        return after < len(sentence.lower) and sentence.lower[after] == ","
    before = sentence.lower[phrase[0] - 1] if phrase[0] else ""
    ends = after >= len(sentence.lower) or sentence.lower[after] in {",", ".", ";", ":"}
    return ends and before in {",", '"', "”", "—", "–"}
