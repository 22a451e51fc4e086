"""Tell what may be somebody's words although nothing says so. In: words. Out: yes or no.

"Roy found that rents had doubled, and wages fell", "Roy said the dam, which had cracked, would go".
"""

from factcheck.segment.clauses import has_modal
from factcheck.segment.cues import cue_of
from factcheck.segment.mending import QUOTES, quotations
from factcheck.segment.parsed import VERY_SURE, Parsed, extent

_PAST = frozenset(["VBD"])
_SHIFTED = frozenset(["could", "might", "would"])


def may_be_said_too(sentence: Parsed, head: int, partner: int) -> bool:
    """Say whether a clause joined to a verb of saying may go on with what is said.

    "And" may join it to the content, and behind a tag ("Rents fell, Roy said, but …") "but" too.
    Below another verb of saying both clauses are its speaker's, whichever they hang on.
    """
    if sentence.relation(head) == "ccomp":
        return False
    content = [word for word in sentence.related(head, "ccomp") if word < partner]
    if not content or cue_of(sentence, partner) is not None or cue_of(sentence, head) is None:
        return False
    if content[-1] < head:
        return QUOTES.isdisjoint(sentence.lower[: head + 1])
    joined = {sentence.lower[word] for word in sentence.related(partner, "cc")}
    last = max(word for word in extent(sentence, content[-1]) if word < partner)
    quoted = not QUOTES.isdisjoint(sentence.lower[last : last + 3])
    unsure = sentence.tree.arc_probabilities[partner] < VERY_SURE
    return joined == {"and"} and unsure and not quoted


def is_told_on_the_way(sentence: Parsed, clause: int) -> bool:
    """Say whether the tense of a relative clause is that of what somebody said before.

    "Roy said the dam, which had been cracked, would go": Roy may have said that, too.
    """
    helpers = {sentence.lower[word] for word in sentence.related(clause, "aux")}
    shifted = ("had" in helpers and sentence.tree.xpos[clause] == "VBN") or (
        has_modal(sentence, clause) and not helpers.isdisjoint(_SHIFTED)
    )
    return shifted and _is_in_report(sentence, clause)


def _is_in_report(sentence: Parsed, word: int) -> bool:
    """Say whether *word* stands in a clause that somebody said, not in their own words."""
    while sentence.tree.heads[word] >= 0:
        above = sentence.tree.heads[word]
        if sentence.relation(word) == "ccomp" and cue_of(sentence, above) is not None:
            return sentence.tree.xpos[above] in _PAST and QUOTES.isdisjoint(sentence.lower)
        word = above
    return False


def is_quoted(sentence: Parsed, verb: int) -> bool:
    """Say whether a verb of saying stands in a quotation, whose speaker does not say what it says.

    "They promised us that nobody would lose a job," said Roy.
    """
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    return any(start < verb < end for start, end in pairs)


def supposed_before(sentence: Parsed, verb: int, content: int) -> bool:
    """Say whether a tag parts what is said: "Had it rained, Roy said, the dam would have held"."""
    behind = sentence.lower[verb + 1 : verb + 3]
    return (
        behind[:1] == (",",)
        and QUOTES.isdisjoint(behind)
        and any(clause < verb < content for clause in sentence.related(verb, "ccomp", "advcl"))
    )
