"""Tell how a sentence opens where no capital behind a space does. In: words about it. Out: yes, no.

In small letters, as people write to each other; right behind the full stop, as text copied from a
page does. What edited prose has there is an abbreviation, an address or what goes on.
"""

import re

from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled

# They go on with nothing before a full stop but an abbreviation, and those are known.
_SMALL = frozenset(
    "also but he her his how i i'd i'll i'm i've if im it it's its my our please she so thanks the"
    " their then there these they they're this those we we're we've what why you you're your".split()
)
# Behind "Yahoo!" or "Huh?" even "the" goes on; these do not.
_SUBJECTS = frozenset("he i i'm i've im it it's she they they're we we're you you're".split())
# A person who writes "I" so begins sentences so.
_CASUAL_SIGNS = (" i ", " i'", " i’")
_CASUAL = (
    r"(?<=\s)i(?:['’](?:m|ve|ll|d)|\s(?:am|have|was|will|would|do|did|can|could|want|need|know|think"
    r"|had|just|got|also|really|love|don['’]?t|didn['’]?t|can['’]?t))\b"
)
_ADDRESS = ("@", "://", "www.", "/")
_MAY_BEGIN = re.compile(r"[A-Z][a-z'’]++(?![\w.]*\.\w|[@/])|I(?=[ '’])|[A-Z][a-z]{1,4}(?=\.\s?[A-Z])")
# "5 May", "3 Second": what a number stands before.
_COUNTED = frozenset(["May", "Second", "Third", "First", "Last", "Other", "Police"])
_BY_NUMBER = re.compile(r"\d{1,3}\s+([A-Z][a-z'’]+)")

# Shorter words are abbreviations too often: "rec.", "ed.", "alt.".
_WORD = 4


def writes_small(words: str) -> bool:
    """Say whether a paragraph is by somebody who begins sentences in small letters."""
    if words[:1].islower():
        return True
    signed = any(sign in words for sign in _CASUAL_SIGNS)
    return signed and compiled(_CASUAL).search(words) is not None


def opens_small(mark: str, before: str, word: str, following: str) -> bool:
    """Say whether *word*, in small letters behind one *mark*, opens a sentence.

    *before* is the word at the mark, *following* the one after *word*.
    """
    word = word.replace("’", "'")
    if mark != ".":
        return word in _SUBJECTS and following not in load("said_verbs")
    return len(before) >= _WORD and before.isalpha() and before.islower() and word in _SMALL


def opens_glued(text: str, before: str, at: int) -> bool:
    """Say whether a sentence opens at *at*, where only the space behind *before* is missing."""
    if len(before) < 2 or before[-1].isupper() or any(sign in before for sign in _ADDRESS):
        return False
    opening = _MAY_BEGIN.match(text, at, at + 32)
    if opening is None:
        return False
    word = opening[0]
    return word in load("sentence_starters") or word.lower() in load("titles")


def after_number(text: str, at: int) -> int:
    """Return where the sentence behind the number of a note at *at* begins, else *at*.

    `… was rare. 4 Even the mayor …`: a number does not go before a word that opens a sentence.
    """
    note = _BY_NUMBER.match(text, at, at + 40)
    if note is None or note[1] in _COUNTED or note[1] not in load("sentence_starters"):
        return at
    return note.start(1)
