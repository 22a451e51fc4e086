"""Tell marks inside a quotation or bracket. In: a text, a sentence's start, marks. Out: yes or no.

The sentence around a bracket owns what stands in it; so does one around a Chinese quotation.
"""

import re

from factcheck.lexicon.patterns import compiled
from factcheck.lexicon.scripts import FIRST_CHINESE

_OPENS = {"“": "”", "「": "」", "『": "』", "‘": "’", "《": "》", "（": "）"}
_REFERENCE = re.compile(r"\([^()]{1,60}\)\.")
_SAID = r"[\u4e00-\u9fff·]{1,8}?(?:说|问|道|表示|称|指出|补充|解释|回答)"

# A quotation in Chinese news is rarely longer; beyond it a missing quote mark is likelier.
_QUOTATION_REACH = 300


def in_wide_quotation(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether the marks stand in a quotation or bracket that is closed later on.

    The sentence around a quotation owns it: `他说：“我走了。你呢？”` is one.
    """
    back = max(start, match.start() - _QUOTATION_REACH)
    # `市长（他去年辞职。）拒绝评论。` goes on behind its bracket.
    if match["closers"].startswith("）"):
        return text.rfind("（", back + 1, match.start()) > start
    for opening, closing in _OPENS.items():
        opened = text.rfind(opening, back, match.end())
        if opened < 0 or text.find(closing, opened, match.end()) >= 0:
            continue
        if text.find(closing, match.end(), match.end() + _QUOTATION_REACH) >= 0:
            return True
    return False


def is_said(text: str, match: re.Match[str]) -> bool:
    """Say whether a Chinese quotation is followed by who said it: `“太晚了。”市长说`."""
    following = text[match.end() : match.end() + 1]
    if match["closers"] == "" or (following < FIRST_CHINESE and following != "·"):
        return False
    return compiled(_SAID).match(text, match.end()) is not None


def in_brackets(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether the marks stand in a bracket that opened inside the sentence."""
    back = max(start + 1, match.start() - _QUOTATION_REACH)
    opened = text.rfind("(", back, match.start())
    if opened < 0 or text.find(")", opened, match.end()) >= 0:
        return False
    return text.find(")", match.end(), match.end() + _QUOTATION_REACH) >= 0


def cites(text: str, match: re.Match[str]) -> bool:
    """Say whether the reference of a quotation follows, as in `"…" (Smith 55)`."""
    return match["closers"] != "" and _REFERENCE.match(text, match.end()) is not None
