"""Quotations drawn from a text of our own, with the outcome that each must have.

Everything is drawn from a seed, so that a case can be drawn again.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from factcheck.evidence.words import is_negation, is_number, words_of
from factcheck.model.quotecheck import Outcome

HERE = Path(__file__).parent / "quoted"
# A sentence a line, written for this test.
SOURCE = tuple((HERE / "velden.txt").read_text(encoding="utf-8").splitlines())
ELSEWHERE = tuple((HERE / "elsewhere.txt").read_text(encoding="utf-8").splitlines())
TEXT = "\n".join(SOURCE)
CHINESE = tuple((HERE / "hangang.txt").read_text(encoding="utf-8").splitlines())
CHINESE_ELSEWHERE = tuple((HERE / "elsewhere_zh.txt").read_text(encoding="utf-8").splitlines())
CHINESE_TEXT = "\n".join(CHINESE)


@dataclass(frozen=True)
class Case:
    """A quotation, the text it is compared with, what must come of it, and how it was drawn."""

    quote: str
    text: str
    outcome: Outcome
    how: str


Draw = Callable[[random.Random], Case]


def _stretch(draw: random.Random, sentence: str, fewest: int = 6) -> str:
    """Return some neighbouring words of a sentence."""
    words = sentence.rstrip(".").split()
    length = draw.randint(min(fewest, len(words)), len(words))
    start = draw.randint(0, len(words) - length)
    return " ".join(words[start : start + length]).strip("“”,;:&")


def _laid_out(draw: random.Random, text: str) -> str:
    """Return the text as a PDF would lay it out: lines broken, some of them within a word."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > 60:
            cut = draw.randint(3, max(3, len(word) - 3))
            if word.isalpha() and len(word) > 7 and draw.random() < 0.6:
                lines.append(f"{line} {word[:cut]}-".strip())
                line = word[cut:]
                continue
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def exact(draw: random.Random) -> Case:
    """Draw a quotation in other typography, or a source in another layout."""
    words = _stretch(draw, draw.choice(SOURCE))
    how = draw.choice(("same", "straight", "curly", "layout", "sic", "capital", "ligature", "stop"))
    text = TEXT
    if how == "straight":
        words = words.replace("’", "'").replace("“", '"').replace("”", '"')
    elif how == "curly":
        text = text.replace("’", "'").replace("“", '"').replace("”", '"')
    elif how == "layout":
        text = _laid_out(draw, TEXT.replace("\n", " "))
    elif how == "sic":
        at = words.index(" ", len(words) // 2) if " " in words[len(words) // 2 :] else len(words)
        words = f"{words[:at]} [sic]{words[at:]}"
    elif how == "capital":
        words = words[0].swapcase() + words[1:]
    elif how == "ligature":
        words = words.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    elif how == "stop":
        words += draw.choice((".", ",", "!", " …"))
    return Case(words, text, Outcome.EXACT, f"exact: {how}")


def joined(draw: random.Random) -> Case:
    """Draw parts of the text in order, with marks of omission between them."""
    count = draw.choice((2, 2, 2, 3))
    sentences = sorted(draw.sample(range(len(SOURCE)), count))
    mark = draw.choice((" … ", " ... ", " [...] ", " […] ", "… ", ". . . ", " (...) "))
    parts = [_stretch(draw, SOURCE[at], 4) for at in sentences]
    return Case(mark.join(parts), TEXT, Outcome.JOINED, f"joined by {mark!r}")


def absent(draw: random.Random) -> Case:
    """Draw words of another text."""
    return Case(_stretch(draw, draw.choice(ELSEWHERE)), TEXT, Outcome.ABSENT, "absent")


def altered(draw: random.Random) -> Case:
    """Draw a quotation in which one or two words are others than in the text."""
    while True:
        how = draw.choice(tuple(_ALTERATIONS))
        sentence = draw.choice(SOURCE).rstrip(".").strip("“”")
        words = sentence if how in _WHOLE else _stretch(draw, sentence, 7)
        changed = _ALTERATIONS[how](draw, words)
        if changed is not None and changed != words:
            return Case(changed, TEXT, Outcome.ALTERED, f"altered: {how}")


_WHOLE = {"negation dropped", "negation added", "number", "digits swapped", "unit", "name"}


def _number(draw: random.Random, words: str) -> str | None:
    places = list(re.finditer(r"\d", words))
    if not places:
        return None
    at = draw.choice(places).start()
    other = draw.choice([digit for digit in "123456789" if digit != words[at]])
    return words[:at] + other + words[at + 1 :]


def _swapped(draw: random.Random, words: str) -> str | None:
    places = [m for m in re.finditer(r"(?=(\d)(\d))", words) if m[1] != m[2]]
    if not places:
        return None
    at = draw.choice(places).start()
    return words[:at] + words[at + 1] + words[at] + words[at + 2 :]


def _undenied(_draw: random.Random, words: str) -> str | None:
    changed = re.sub(r"\b(?:not|never|no) ", "", words, count=1)
    return changed if changed != words else None


def _denied(_draw: random.Random, words: str) -> str | None:
    changed = re.sub(
        r"\b(had|would|were|was|has|could)\b(?! (?:not|never))", r"\1 not", words, count=1
    )
    return changed if changed != words else None


def _replaced(pairs: dict[str, str]) -> Callable[[random.Random, str], str | None]:
    def replace(draw: random.Random, words: str) -> str | None:
        known = [old for old in pairs if re.search(rf"\b{old}\b", words)]
        if not known:
            return None
        old = draw.choice(known)
        return re.sub(rf"\b{old}\b", pairs[old], words, count=1)

    return replace


def _other_word(draw: random.Random, words: str) -> str | None:
    cut = words.split()
    at = draw.randrange(1, len(cut))
    cut[at] = draw.choice(("quietly", "window", "gentle", "under", "seven", "carries"))
    return " ".join(cut)


def _dropped(draw: random.Random, words: str) -> str | None:
    cut = words.split()
    at = draw.randrange(1, len(cut) - 1)
    if not cut[at].strip(",;:“”&"):
        return None
    return " ".join(cut[:at] + cut[at + 1 :])


def _added(draw: random.Random, words: str) -> str | None:
    cut = words.split()
    at = draw.randrange(1, len(cut))
    return " ".join([*cut[:at], draw.choice(("allegedly", "secretly", "only", "not")), *cut[at:]])


_ALTERATIONS: dict[str, Callable[[random.Random, str], str | None]] = {
    "number": _number,
    "digits swapped": _swapped,
    "negation dropped": _undenied,
    "negation added": _denied,
    "unit": _replaced(
        {"million": "billion", "percent": "points", "metres": "feet", "tonnes": "tons",
         "euros": "dollars", "weeks": "months", "days": "weeks", "kilometres": "miles"}
    ),
    "name": _replaced(
        {"Velden": "Selden", "Roy": "Ray", "Weil": "Weill", "Halvorsen": "Halverson",
         "Ostra": "Astra", "Lindqvist": "Lindquist", "Tomas": "Thomas", "March": "May"}
    ),
    "another word": _other_word,
    "word dropped": _dropped,
    "word added": _added,
}  # fmt: skip


# How a quotation is dressed up that is to be taken for what it says. Each must change no word.
def _dressed(draw: random.Random, words: str) -> str:
    how = draw.choice(("marks", "sic", "ligature", "full stop", "spaces", "soft hyphen"))
    middle = words.find(" ", len(words) // 2)
    if how == "sic" and middle > 0:
        return f"{words[:middle]} [sic]{words[middle:]}"
    if how == "ligature":
        return words.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    if how == "spaces":
        return words.replace(" ", "\u00a0", 2)
    if how == "soft hyphen" and middle > 2 and words[middle - 2 : middle].isalpha():
        return words[: middle - 1] + "\u00ad" + words[middle - 1 :]
    return f"“{words}”" if how == "marks" else f"{words.rstrip('.')}."


def dressed(draw: random.Random) -> Case:
    """Draw an altered quotation in typography of its own, or with a sound part joined to it."""
    case = altered(draw)
    if draw.random() < 0.3:
        sound = _stretch(draw, SOURCE[-1], 4)
        return Case(f"{case.quote} … {sound}", TEXT, Outcome.ALTERED, f"joined and {case.how}")
    return Case(_dressed(draw, case.quote), TEXT, Outcome.ALTERED, f"dressed, {case.how}")


def bracketed(draw: random.Random) -> Case:
    """Draw a quotation with words of the quoter's own; a number or a negation they may not hide."""
    words = _stretch(draw, draw.choice(SOURCE), 7).split()
    at = draw.randrange(2, len(words) - 2)
    hidden = " ".join(words[at : at + draw.choice((1, 2))])
    own = draw.choice(("the board", "it", "they"))
    said = " ".join([*words[:at], f"[{own}]", *words[at + len(hidden.split()) :]])
    grave = any(is_number(word.text) or is_negation(word.text) for word in words_of(hidden))
    return Case(said, TEXT, Outcome.ALTERED if grave else Outcome.EXACT, f"bracketed: {hidden}")


_CHINESE_CHANGES = (
    ("三千", "三万"), ("两倍", "三倍"), ("47％", "74％"), ("１２００", "1500"), ("六艘", "七艘"),
    ("38", "83"), ("3.5", "35"), ("五月", "六月"), ("没有", ""), ("从未", ""), ("不会", "会"),
    ("不反对", "反对"), ("未经", "经"), ("无法", ""), ("并非", ""), ("万元", "亿元"), ("米", "里"),
    ("厘米", "毫米"), ("李文", "李雯"), ("王海", "汪海"), ("陈明", "陈铭"),
)  # fmt: skip
_CHINESE_MARKS = ("「{}」", "『{}』", "“{}”", "《{}》", "{}。", "{}")


def chinese(draw: random.Random) -> Case:
    """Draw a quotation in Chinese, in its own kinds of quotation marks."""
    how = draw.choice(("exact", "joined", "altered", "absent"))
    sentence = draw.choice(CHINESE).rstrip("。").strip("”")
    if how == "joined":
        first, second = sorted(draw.sample(range(len(CHINESE)), 2))
        said = f"{CHINESE[first][:9]}……{CHINESE[second][-9:-1]}"
        return Case(said, CHINESE_TEXT, Outcome.JOINED, "chinese, joined")
    if how == "absent":
        said = draw.choice(CHINESE_ELSEWHERE)
        return Case(said, CHINESE_TEXT, Outcome.ABSENT, "chinese, absent")
    mark = draw.choice(_CHINESE_MARKS)
    changes = [pair for pair in _CHINESE_CHANGES if pair[0] in sentence]
    if how == "exact" or not changes:
        said = sentence.replace("47％", "47%").replace("１２００", draw.choice(("1200", "1,200")))
        return Case(mark.format(said), CHINESE_TEXT, Outcome.EXACT, f"chinese, exact: {mark}")
    old, new = draw.choice(changes)
    said = sentence.replace(old, new, 1)
    return Case(mark.format(said), CHINESE_TEXT, Outcome.ALTERED, f"chinese, {old} to {new}")


KINDS: tuple[Draw, ...] = (exact, joined, altered, absent)
HARDER: tuple[Draw, ...] = (dressed, bracketed, chinese)


def cases(count: int, seed: int, kinds: tuple[Draw, ...] = KINDS) -> list[Case]:
    """Draw *count* cases, as many of each of *kinds*."""
    draw = random.Random(seed)
    return [kinds[i % len(kinds)](draw) for i in range(count)]
