"""Put the name in place of "he", "it" or "they". In: parsed sentences. Out: words to put in.

A pronoun is replaced only where nothing else in its paragraph could be meant: one candidate of
the right number, and for "it" and "they" one that was the subject. Otherwise it stays.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.segment.mending import quotations
from factcheck.segment.mentions import Mention
from factcheck.segment.parsed import Parsed, is_sure
from factcheck.segment.sexes import opposite

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_IT = frozenset(["it", "its", "itself"])
_THEY = frozenset(["they", "them", "their", "themselves"])
_SUBJECTS = {"he": _HE, "she": _SHE, "it": _IT, "they": _THEY}

_SUBJECT_OF = {form: subject for subject, forms in _SUBJECTS.items() for form in forms}
# A paragraph of news names thirty; a longer one is a table, or has no ends of lines.
_MOST_MENTIONS = 60
# Longer sentences are not parsed.
_MOST_WORDS = 180


class Context(NamedTuple):
    """What was named in a paragraph before a sentence, and which pronouns stood there unexplained.

    `alien` are pronouns that stood before anything they could mean.
    """

    mentions: tuple[Mention, ...] = ()
    alien: frozenset[str] = frozenset()


def antecedents(sentence: Parsed, own: Sequence[Mention], context: Context) -> Mapping[int, str]:
    """Return for each subject pronoun of *sentence* the name it surely stands for.

    *own* are the mentions of the sentence itself, *context* those of the sentences before.
    """
    quoted = {
        word
        for start, end in quotations(sentence.text, sentence.spans, sentence.lower)
        for word in range(start, end)
    }
    found: dict[int, str] = {}
    for word, form in enumerate(sentence.lower):
        plain = form in _SUBJECTS and sentence.relation(word) == "nsubj" and word not in quoted
        if not plain or not is_sure(sentence, word):
            continue
        if form in _up_to(sentence, own, context, word).alien:
            continue
        before = tuple(mention for mention in own if mention.word < word)
        name = _only(form, context.mentions, before)
        if name and not (form == "it" and _may_be_fact(sentence, word)):
            found[word] = (
                name
                if name[0].isupper() or form == sentence.spans[word].of(sentence.text)
                else name[0].upper() + name[1:]
            )
    return found


def _may_be_fact(sentence: Parsed, word: int) -> bool:
    """Say whether "it" may be all that was said before: "it was a surprise"."""
    verb = sentence.tree.heads[word]
    return (
        bool(sentence.related(verb, "cop", "csubj", "ccomp")) or sentence.tree.upos[verb] == "ADJ"
    )


def _only(form: str, earlier: Sequence[Mention], own: Sequence[Mention]) -> str:
    """Return the name of the only mention that *form* can stand for, or "".

    *earlier* are those of the sentences before, *own* those before *form* in its sentence.
    """
    mentions = (*earlier, *own)
    if form in {"he", "she"}:
        fitting = [one for one in mentions if _fits(form, one) and not one.plural]
    elif form == "it":
        fitting = [one for one in mentions if one.thing and not one.plural]
        # "Roy" may be a person, and then "it" is something that was not named.
        fitting = [] if any(one.person for one in fitting) else fitting
    else:
        fitting = [one for one in mentions if one.plural or one.group]
    names = _distinct([one.name for one in fitting])
    if form in {"he", "she"}:
        # "Israel" may be a land: who was introduced has a name of two words, or an office.
        sure = any(not one.thing or (one.subject and one in own) for one in fitting)
    else:
        sure = any(one.subject for one in fitting)
    # What acts in a sentence and has no name to be put in may be meant all the same.
    nameless = any(one.subject and not one.name for one in fitting)
    return names[0] if len(names) == 1 and sure and not nameless else ""


def _distinct(names: Sequence[str]) -> list[str]:
    """Return *names* without those that say a longer one again: "Roy" after "Ines Roy"."""
    kept: list[str] = []
    for name in names:
        words = set(name.lower().split())
        same = [other for other in kept if words <= set(other.lower().split())]
        longer = [other for other in kept if set(other.lower().split()) < words]
        if same and name:
            continue
        kept = [other for other in kept if other not in longer] + [name]
    return kept


def after(sentence: Parsed, own: Sequence[Mention], context: Context) -> Context:
    """Return the context behind *sentence* in the same paragraph.

    Of a paragraph that names more than anybody could keep apart, nothing is kept.
    """
    read = _up_to(sentence, own, context, len(sentence.spans))
    if len(read.mentions) > _MOST_MENTIONS or len(sentence.spans) > _MOST_WORDS:
        return Context((), frozenset(_SUBJECTS))
    return read


def beyond(context: Context) -> Context:
    """Return what "he" at the head of the next paragraph may stand for: who was a subject here.

    Only a name is said again so far away; "the driver" still may be meant, and then nobody is.
    """
    people = tuple(
        one if one.named else one._replace(name="") for one in context.mentions if one.person
    )
    clear = any(one.subject for one in people)
    return Context(people if clear else (), context.alien | {"it", "they"})


def _up_to(sentence: Parsed, own: Sequence[Mention], context: Context, end: int) -> Context:
    alien = set(context.alien)
    for word, form in enumerate(sentence.lower[:end]):
        subject = _SUBJECT_OF.get(form)
        if subject is None:
            continue
        # "Vale lost her job. He …": whoever is meant, it is not Vale.
        alien.update({opposite(subject)} - {""})
        if subject in alien:
            continue
        before = (*context.mentions, *(one for one in own if one.word < word))
        if not any(_fits(subject, one) for one in before):
            alien.add(subject)
    return Context((*context.mentions, *own), frozenset(alien))


def _fits(form: str, mention: Mention) -> bool:
    if form in {"he", "she"}:
        return mention.person and mention.sex != opposite(form)
    if form == "it":
        return mention.thing and not mention.person
    return mention.plural or mention.group
