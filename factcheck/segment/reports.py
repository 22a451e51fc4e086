"""Take speech and thought apart from who reports it. In: a sentence and a draft. Out: splits."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.lexicon import load
from factcheck.segment.clauses import (
    auxiliaries,
    has_modal,
    is_clause,
    is_negated,
    named_subject,
    subject_of,
)
from factcheck.segment.cues import cue_of
from factcheck.segment.drafts import Draft, Split
from factcheck.segment.mending import QUOTES, quotations
from factcheck.segment.misheard import is_quoted, supposed_before
from factcheck.segment.parsed import (
    Parsed,
    extent,
    is_gapless,
    is_sure,
    leftmost,
    subtree,
)
from factcheck.segment.reported import is_said_too, is_told, not_reported
from factcheck.segment.spoken import DENIALS, quotes_a_part

_QUESTIONS = frozenset(["whether", "if", "how", "why", "what", "who", "which", "when", "where"])
# What is asked for, sworn or feared is not said to be so, whoever says it.
_NOT_SO = re.compile(
    r"(?:advis|demand|doubt|disput|den[iy]|guess|imagin|jok|pledg|propos|recommend|swear|swore|urg|vow"
    r"|promis|hint|expect|fear|hop|think|believ|assum|suspect|speculat|insinuat)"
)
# A longer one is a sentence of its own.
_LONGEST_TAG = 14
_MAKING = frozenset(["declare", "declared", "declares", "declaring"])
_RULINGS = frozenset(["ruled", "rules", "decided"])


@cache
def _reporting() -> frozenset[str]:
    """Return the verbs of reports: of the further forms, those of what is said to be so."""
    further = {word for word in load("reporting_verbs") if not _NOT_SO.match(word)}
    return load("said_verbs") | load("thought_verbs") | load("showing_verbs") | further


@cache
def _saying() -> frozenset[str]:
    """Return the participles of reports: "saying", "adding"."""
    return frozenset(word for word in _reporting() if word.endswith("ing"))


def split_reported_speech(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make what is said a claim, and that a named source said so a second one."""
    verb = draft.head
    cue = cue_of(sentence, verb)
    if cue is None or not _reports(sentence, draft, verb) or is_quoted(sentence, verb):
        return ()
    for content in sentence.related(verb, "ccomp", "parataxis"):
        if (
            content in draft.pieces
            and content not in draft.closed
            and _is_content(sentence, content)
            and not _begins_anew(sentence, verb, content)
            and is_told(sentence, cue, content)
            and not supposed_before(sentence, verb, content)
        ):
            closed = frozenset(subtree(sentence, content))
            others = tuple(_said_by_others(sentence, content))
            said = (*_contents(sentence, content), *others)
            joined = any(word in draft.pieces for word in sentence.related(verb, "conj"))
            kept = joined or len(others) < len(_foreign_heads(sentence, content))
            return (Split(frozenset(), said, closed, replaces=not cue.named and not kept),)
    return ()


def _begins_anew(sentence: Parsed, verb: int, content: int) -> bool:
    """Say whether "I held on" in "People were screaming… I held on" is a sentence of its own."""
    start = extent(sentence, content)[0]
    return content > verb and sentence.lower[start - 1] in {"…", "...", ";", "."}


def split_saying(sentence: Parsed, draft: Draft) -> tuple[Split, ...]:
    """Make what is said in "…, saying it went too far" a claim; the sentence keeps it."""
    splits = []
    for saying in sentence.related(draft.head, "advcl"):
        contents = [
            content
            for content in sentence.related(saying, "ccomp")
            if sentence.lower[saying] in _saying()
            and cue_of(sentence, saying) is not None
            and content in draft.pieces
            and content not in draft.closed
            and _is_content(sentence, content)
        ]
        for content in contents:
            said = _content_draft(sentence, content)
            closed = frozenset(subtree(sentence, content))
            splits.append(Split(frozenset(), (said,), closed))
    return tuple(splits)


def _reports(sentence: Parsed, draft: Draft, verb: int) -> bool:
    word = sentence.lower[verb]
    known = word in _RULINGS or word in _reporting()
    spoken = bool(draft.subject) or subject_of(sentence, verb) is not None
    passive = any(
        sentence.tree.relations[child] == "nsubj:pass" for child in sentence.children[verb]
    )
    return (
        known
        and word not in DENIALS
        and spoken
        and not passive
        and not is_negated(sentence, verb)
        and not has_modal(sentence, verb)
    )


def _is_content(sentence: Parsed, content: int) -> bool:
    phrase = extent(sentence, content)
    marks = {sentence.lower[word] for word in sentence.related(content, "mark", "advmod")}
    opening = sentence.lower[phrase[0]]
    return (
        is_clause(sentence, content)
        and _has_subject_before(sentence, content)
        and not _is_made_so(sentence, content)
        and opening not in _QUESTIONS - {"what", "when", "if"}
        and not (marks & {"whether"})
        and not (
            opening == "if"
            and content in sentence.related(sentence.tree.heads[content], "ccomp")
            and "if" in {sentence.lower[word] for word in sentence.related(content, "mark")}
        )
        and (is_gapless(phrase) or bool(_tag_inside(sentence, phrase, content)))
        and (is_sure(sentence, content) or _stands_before(sentence, phrase, content))
        and not _is_question(sentence, phrase)
        and not _hides_a_second(sentence, phrase, content)
        and not _is_quoted_in_part(sentence, phrase)
        and all(
            is_said_too(sentence, content, other) for other in sentence.related(content, "conj")
        )
    )


def _is_made_so(sentence: Parsed, content: int) -> bool:
    """Say whether "the council abolished" behind "declaring" has a participle and no verb."""
    verb = sentence.lower[sentence.tree.heads[content]]
    alone = not sentence.related(content, "aux", "obj", "mark", "cop")
    return verb in _MAKING and alone and sentence.tree.xpos[content] in {"VBN", "VBD"}


def _has_subject_before(sentence: Parsed, content: int) -> bool:
    """Say whether the subject stands where it does in a statement; "there" and "it" do.

    "Had the tenants known, Roy said," only supposes that they did.
    """
    subject = subject_of(sentence, content)
    first = min((content, *auxiliaries(sentence, content)))
    before = subject is not None and subject < content and leftmost(sentence, subject) < first
    return before or bool(sentence.related(content, "expl"))


def _is_quoted_in_part(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    """Say whether a tag behind *phrase* belongs only to the quotation that it ends with."""
    tag = _behind_marks(sentence, phrase[-1])
    return tag < len(sentence.lower) and quotes_a_part(sentence, phrase[0], tag)


def _tag_inside(sentence: Parsed, phrase: tuple[int, ...], content: int) -> tuple[int, ...]:
    """Return ", the bank said," of "Prices rose, the bank said, after a poor harvest".

    () where more than that stands in the gap, or something is quoted.
    """
    verb = sentence.tree.heads[content]
    gap = tuple(word for word in range(phrase[0], phrase[-1]) if word not in phrase)
    tag = {verb, *subtree(sentence, verb)} - {*subtree(sentence, content)}
    words = [word for word in gap if not sentence.is_punctuation(word)]
    if not gap or not is_gapless(gap) or not {*words} <= tag or content > verb:
        return ()
    marks = (sentence.lower[gap[0] - 1], sentence.lower[gap[-1] + 1])
    plain = QUOTES.isdisjoint(sentence.lower) and len(words) <= _LONGEST_TAG
    return gap if marks == (",", ",") and plain and is_sure(sentence, content) else ()


def _stands_before(sentence: Parsed, phrase: tuple[int, ...], content: int) -> bool:
    """Say whether the content stands before "…, Roy said": the form is enough to know it."""
    after = phrase[-1] + 1
    behind = sentence.tree.heads[content] > content
    return behind and after < len(sentence.lower) and sentence.lower[after] in {",", *QUOTES}


def _behind_marks(sentence: Parsed, last: int) -> int:
    """Return the place of the first word behind *last* that is no mark."""
    place = last + 1
    while place < len(sentence.lower) and sentence.is_punctuation(place):
        place += 1
    return place


def _hides_a_second(sentence: Parsed, phrase: tuple[int, ...], content: int) -> bool:
    """Say whether "and that" stands in a clause, and what it opens was not seen as joined to it."""
    joined = {content, *sentence.related(content, "conj")}
    return any(
        sentence.lower[word] == "that"
        and sentence.lower[word - 1] == "and"
        and sentence.tree.xpos[word] == "IN"
        and sentence.relation(sentence.tree.heads[word]) != "conj"
        and sentence.tree.heads[word] not in joined
        for word in phrase[1:]
    )


def _is_question(sentence: Parsed, phrase: tuple[int, ...]) -> bool:
    after = phrase[-1] + 1
    return after < len(sentence.lower) and sentence.lower[after] == "?"


def _contents(sentence: Parsed, content: int) -> tuple[Draft, ...]:
    """Return what is said, "that … and that …" one by one."""
    further = [
        other
        for other in sentence.related(content, "conj")
        if is_clause(sentence, other)
        and any(sentence.lower[word] == "that" for word in sentence.related(other, "mark"))
        and is_gapless(extent(sentence, other))
    ]
    first = _content_draft(sentence, content)
    gone = frozenset(word for other in further for word in subtree(sentence, other))
    # What stands behind the second clause may belong to it, whatever it hangs on.
    if gone and any(isinstance(word, int) and word > max(gone) for word in first.pieces):
        return (first,)
    drafts = [first.without(gone)]
    for other in further:
        mark = next(word for word in sentence.related(other, "mark"))
        words = tuple(word for word in extent(sentence, other) if word > mark)
        drafts.append(Draft(words, other, named_subject(sentence, other)))
    return tuple(drafts)


def _said_by_others(sentence: Parsed, content: int) -> Iterator[Draft]:
    """Yield what stands in a reported clause and is not part of the report: "while Berg denied"."""
    for head in _foreign_heads(sentence, content):
        inner = [said for said in sentence.related(head, "ccomp") if is_clause(sentence, said)]
        if is_clause(sentence, head):
            marks = sentence.related(head, "mark", "cc")
            start = max(marks, default=-1) + 1
            words = tuple(word for word in extent(sentence, head) if word >= start)
            yield Draft(words, head, named_subject(sentence, head))
        elif (
            inner
            and sentence.lower[head] in _saying()
            and cue_of(sentence, head)
            and _is_content(sentence, inner[0])
        ):
            yield _content_draft(sentence, inner[0])


def _foreign_heads(sentence: Parsed, content: int) -> tuple[int, ...]:
    gone = _foreign(sentence, content)
    return tuple(word for word in sorted(gone) if sentence.tree.heads[word] not in gone)


def _foreign(sentence: Parsed, content: int) -> frozenset[int]:
    """Return the words in a reported clause that its source did not say."""
    cue = cue_of(sentence, sentence.tree.heads[content])
    pairs = quotations(sentence.text, sentence.spans, sentence.lower)
    quotes = [tuple(range(start + 1, end)) for start, end in pairs if end - start > 1]
    return not_reported(sentence, quotes, cue, content) if cue else frozenset()


def _content_draft(sentence: Parsed, content: int) -> Draft:
    foreign = _foreign(sentence, content)
    phrase = extent(sentence, content)
    gap = _tag_inside(sentence, phrase, content)
    gone = foreign | ({gap[-1] + 1} if gap else set())
    words = tuple(word for word in phrase if word not in gone)
    if sentence.lower[words[0]] == "that" and sentence.relation(words[0]) == "mark":
        words = words[1:]
    quoted = (*_quote_before(sentence, words[0]), *words, *_quote_after(sentence, words[-1]))
    return Draft(quoted, content, named_subject(sentence, content))


def _quote_before(sentence: Parsed, first: int) -> tuple[int, ...]:
    return (first - 1,) if first and sentence.lower[first - 1] in {'"', "“"} else ()


def _quote_after(sentence: Parsed, last: int) -> tuple[int, ...]:
    marks = []
    for place in range(last + 1, min(last + 3, len(sentence.lower))):
        if sentence.lower[place] not in {'"', "”", ".", "!", ","}:
            break
        marks.append(place)
    while marks and sentence.lower[marks[-1]] not in {'"', "”"}:
        marks.pop()
    return tuple(marks)
