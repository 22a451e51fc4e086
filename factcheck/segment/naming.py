"""Name again what a claim opens with. In: sentences in reading order. Out: what to put in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.model.document import Segment
from factcheck.segment.antecedents import Context, after, antecedents, beyond
from factcheck.segment.bodies import bodies, body_named
from factcheck.segment.context import unresolved
from factcheck.segment.drafts import Draft
from factcheck.segment.mentions import Mention
from factcheck.segment.parsed import Parsed


class Named(NamedTuple):
    """For words of one sentence, the words that say the same without the sentence before it.

    The keys are the places of a pronoun, or of the noun in "the institute".
    """

    pronouns: Mapping[int, str]
    nouns: Mapping[int, str]

    def opens(self, sentence: Parsed, draft: Draft) -> bool:
        """Say whether *draft* opens with words that are known by name."""
        return self.put(sentence, draft) is not draft

    def put(self, sentence: Parsed, draft: Draft) -> Draft:
        """Return *draft* with the name in place of the words it opens with, if that is known."""
        first, second = (*draft.pieces[:2], "", "")[:2]
        # "Many teachers 've": a name is not written together with the verb.
        if isinstance(second, int) and sentence.lower[second].startswith("'"):
            return draft
        if isinstance(first, int) and first in self.pronouns:
            return replace(draft, pieces=(self.pronouns[first], *draft.pieces[1:]))
        article = isinstance(first, int) and sentence.lower[first] == "the"
        if article and isinstance(second, int) and second in self.nouns:
            return replace(draft, pieces=(self.nouns[second], *draft.pieces[2:]))
        return draft


def named_again(
    text: str,
    sentences: Sequence[Segment],
    parses: Mapping[int, Parsed],
    mentions: Mapping[int, tuple[Mention, ...]],
) -> dict[int, Named]:
    """Return for each parsed sentence of *text*, by its place, what can be named again in it.

    *mentions* are those of each parsed sentence, by the same places.
    """
    known = bodies(text)
    context = Context()
    found = {}
    for place, sentence in parses.items():
        if not _goes_on(text, sentences, parses, place):
            person = sentence.lower[0] in {"he", "she"} and place - 1 in parses
            context = beyond(context) if person else Context()
        nouns = {
            word: _cased(sentence, word - 1, name)
            for word, form in enumerate(sentence.lower)
            if word and sentence.lower[word - 1] == "the" and _is_bare(sentence, word)
            if (name := body_named(known, form, sentence.spans[word].start))
        }
        own = mentions[place]
        found[place] = Named(antecedents(sentence, own, context), nouns)
        context = after(sentence, own, context)
    return found


def _goes_on(
    text: str, sentences: Sequence[Segment], parses: Mapping[int, Parsed], place: int
) -> bool:
    """Say whether the sentence before *place* was parsed and stands in the same paragraph."""
    if place - 1 not in parses:
        return False
    before, this = sentences[place - 1].span, sentences[place].span
    words = before.of(text)
    return before.end == this.start and "\n" not in words[len(words.rstrip()) :]


def _is_bare(sentence: Parsed, word: int) -> bool:
    """Say whether "the institute" stands alone, as it does where it points back."""
    rest = sentence.lower[word : word + 2]
    return bool(unresolved(f"The {' '.join(rest)}")) and sentence.relation(word) == "nsubj"


def _cased(sentence: Parsed, article: int, name: str) -> str:
    """Return *name* with a capital where the words it stands for have one."""
    written = sentence.spans[article].of(sentence.text)
    return name[0].upper() + name[1:] if written[0].isupper() else name
