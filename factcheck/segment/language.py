"""Tell the language of a paragraph. In: its text. Out: an ISO 639-1 code, or None.

The script decides first, then the little words of English, because both cost next to nothing; only
what is left is given to langdetect, with a fixed seed, so that the same text has the same answer.
"""

import re
from functools import lru_cache
from typing import Any

from factcheck.lexicon import load

_HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\U00020000", "\U0002ffff"))
_KANA = (("\u3041", "\u30ff"), ("\uff66", "\uff9f"))
_HANGUL = (("\u1100", "\u11ff"), ("\uac00", "\ud7af"))
_FIRST_EAST_ASIAN = "\u1100"
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’]*")
# Marks that English is printed with: they say as little about the language as a comma does.
_PRINTED = str.maketrans(dict.fromkeys("‘’“”–—…•", "-"))
_LETTER = re.compile(r"[^\W\d_]")

# Below it every guess is noise: a name, a heading of two words.
_LETTERS_NEEDED = 20
# langdetect is sure long before; it reads letter by letter, and an article may be one line.
_READ = 400
# A heading, a name or a title in an English article; langdetect costs half a second to load.
_ENGLISH_GOES_ON = 120
# More than a fifth of running English words are in the list; of Dutch or German a few in a hundred.
_ENGLISH_SHARE = 0.15
# No other language has two of these; one alone is a word of Danish or Dutch.
_ONLY_ENGLISH = frozenset(["and", "that", "with", "which", "from", "their", "would", "this"])
_ONLY_ENGLISH_SHARE = 0.1


def language_of(paragraph: str, previous: str | None) -> str | None:
    """Return the language of *paragraph*; one too short to tell has that of the *previous*."""
    sample = paragraph[:_READ]
    by_script = _by_script(sample)
    if by_script is not None:
        return by_script
    if len(_LETTER.findall(sample)) < _LETTERS_NEEDED:
        return previous
    if sample.isupper():
        sample = sample.lower()
    if previous == "en" and sample.isascii() and len(sample) < _ENGLISH_GOES_ON:
        return "en"
    if _is_english(sample, goes_on=previous == "en"):
        return "en"
    return _detected(sample) or previous


def _by_script(sample: str) -> str | None:
    if max(sample.translate(_PRINTED), default="") < _FIRST_EAST_ASIAN:
        return None
    kana, han = _within(sample, _KANA), _within(sample, _HAN)
    if kana and kana * 4 > han:
        return "ja"
    words = len(_LATIN_WORD.findall(sample))
    if _within(sample, _HANGUL) > words:
        return "ko"
    return "zh" if han and han >= words else None


def _within(sample: str, ranges: tuple[tuple[str, str], ...]) -> int:
    """Count characters. Expressions for thousands of them take longer to compile than this."""
    return sum(first <= one <= last for one in sample for first, last in ranges)


def _is_english(sample: str, *, goes_on: bool) -> bool:
    """Say whether the little words are English; after English, one without accents is enough."""
    words = sample.lower().split()
    hits = sum(word in load("english_words") for word in words)
    if goes_on and hits and sample.translate(_PRINTED).isascii():
        return True
    if "the" in words and hits >= _ENGLISH_SHARE * len(words):
        return True
    certain = len(_ONLY_ENGLISH.intersection(words)) > 1
    return certain and hits >= _ONLY_ENGLISH_SHARE * len(words)


def _detected(sample: str) -> str | None:
    """Return what langdetect says, or None where it finds nothing to go by."""
    from langdetect import LangDetectException  # noqa: PLC0415 - costs more than a short text

    detector = _factory().create()
    detector.seed = 0
    try:
        detector.append(sample)
        code: str = detector.detect()
    except LangDetectException:
        return None
    return None if code == "unknown" else code[:2]


@lru_cache(maxsize=1)
def _factory() -> Any:
    """Return langdetect's factory with its profiles, which take half a second to load."""
    from langdetect import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    return factory
