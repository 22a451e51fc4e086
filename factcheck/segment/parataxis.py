"""Split clauses that stand side by side. In: a sentence and a draft. Out: splits."""

from factcheck.lexicon import load
from factcheck.segment.clauses import CONDITIONS, has_modal, is_clause, named_subject
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.joined import with_marks
from factcheck.segment.parsed import Parsed, extent, is_gapless, is_sure


def split_parataxis(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Give a clause after a semicolon, a colon or ", so" a claim of its own."""
    splits = []
    for clause in sentence.related(draft.head, "parataxis"):
        phrase = extent(sentence, clause)
        mark = sentence.lower[phrase[0] - 1] if phrase[0] else ""
        if (
            clause in draft.pieces
            and clause not in draft.closed
            and clause > draft.head
            and _divides(sentence, draft.head, mark, phrase[0])
            and _ends_part(sentence, phrase[-1] + 1)
            and is_clause(sentence, clause)
            and is_sure(sentence, clause)
            and is_gapless(phrase)
            and phrase[0] not in sentence.related(clause, "mark")
            and not (mark == ":" and _supposes(sentence, draft.head, clause))
        ):
            words = phrase[sentence.lower[phrase[0]] == "so" :]
            part = Draft(words, clause, named_subject(sentence, clause))
            splits.append(Split(with_marks(sentence, clause), (part,)))
    return tuple(splits)


def _supposes(sentence: Parsed, head: int, clause: int) -> bool:
    """Say whether what stands behind a colon holds only as far as what stands before it does."""
    before = (sentence.lower[word] for word in extent(sentence, head) if word < clause)
    return (
        has_modal(sentence, clause)
        or has_modal(sentence, head)
        or not CONDITIONS.isdisjoint(before)
    )


def _ends_part(sentence: Parsed, after: int) -> bool:
    """Say whether nothing stands at *after* that would be torn from what goes before."""
    return after >= len(sentence.lower) or sentence.lower[after] in {".", ";", "!", '"', "”"}


def _divides(sentence: Parsed, head: int, mark: str, first: int) -> bool:
    """Say whether *mark* parts two sentences: a semicolon, a comma before "so", some colons."""
    if mark == ":":
        said = sentence.lower[head] in load("said_verbs") | load("quotation_announcements")
        return not said and sentence.lower[first] not in {'"', "“"}
    following = sentence.lower[first + 1 : first + 2]
    therefore = sentence.lower[first] == "so" and following not in {("that",), ("did",), ()}
    return mark == ";" or (mark == "," and therefore)
