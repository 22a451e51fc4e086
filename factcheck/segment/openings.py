"""Tell how a sentence opens where no capital behind a space does. In: words about it. Out: yes, no.

In small letters, as people write to each other; right behind the full stop, as text copied from a
page does. What edited prose has there is an abbreviation, an address or what goes on.
"""

from factcheck.lexicon import load
from factcheck.lexicon.patterns import compiled

# Behind "Yahoo!" or "Huh?" even "the" goes on; these do not.
_SUBJECTS = frozenset(["he", "i", "i'm", "i've", "im", "it", "it's", "she", "they", "we", "you"])
# "Are you sure? she asked."
_SAYING = ("said_verbs", "reporting_verbs", "asking_verbs")
_TWO_WORDS = r"([\w']+)(?:\s(\w+))?"
# A person who writes "I" so begins sentences so.
_CASUAL_SIGNS = (" i ", " i'", " i’")
_CASUAL = (
    r"(?<=\s)i(?:['’](?:m|ve|ll|d)|\s(?:am|have|was|will|would|do|did|can|could|want|need|know|think"
    r"|had|just|got|also|really|love|don['’]?t|didn['’]?t|can['’]?t))\b"
)
_ADDRESS = ("@", "://", "www.", "/")
_MAY_BEGIN = r"[A-Z][a-z'’]++(?![\w.]*\.\w|[@/])|I(?=[ '’])"
# "5 May", "3 Second": what a number stands before.
_COUNTED = frozenset(["May", "Second", "Third", "First", "Last", "Other", "Police"])
_BY_NUMBER = r"\d{1,3}\s+([A-Z][a-z'’]+)"

# Shorter words are abbreviations too often: "rec.", "ed.", "alt.".
_WORD = 4


def writes_small(words: str) -> bool:
    """Say whether a paragraph is by somebody who begins sentences in small letters."""
    if words[:1].islower():
        return True
    signed = any(sign in words for sign in _CASUAL_SIGNS)
    return signed and compiled(_CASUAL).search(words) is not None


def opens_small(mark: str, before: str, words: str, *, small: bool) -> bool:
    """Say whether *words*, in small letters behind one *mark*, open a sentence.

    *before* is the word at the mark, *small* says that the writer begins sentences so.
    """
    found = compiled(_TWO_WORDS).match(words.replace("’", "'"))
    word, following = found.groups("") if found else ("", "")
    subject = word in _SUBJECTS
    if mark != "." and subject and any(following in load(name) for name in _SAYING):
        return False
    if small or mark != ".":
        return small or subject
    known = len(before) >= _WORD and before.isalpha() and before.islower()
    return known and word in load("small_openings")


def opens_glued(text: str, before: str, at: int) -> bool:
    """Say whether a sentence opens at *at*, where only the space behind *before* is missing."""
    if len(before) < 2 or before[-1].isupper() or any(sign in before for sign in _ADDRESS):
        return False
    opening = compiled(_MAY_BEGIN).match(text, at, at + 32) if text[at].isupper() else None
    if opening is None:
        return False
    word = opening[0]
    return word in load("sentence_starters") or word.lower() in load("titles")


def after_number(text: str, at: int) -> int:
    """Return where the sentence behind the number of a note at *at* begins, else *at*.

    `… was rare. 4 Even the mayor …`: a number does not go before a word that opens a sentence.
    """
    if not text[at].isdecimal():
        return at
    note = compiled(_BY_NUMBER).match(text, at, at + 40)
    if note is None or note[1] in _COUNTED or note[1] not in load("sentence_starters"):
        return at
    return note.start(1)
