"""Tell Chinese characters from others. In: words. Out: how many of them are Chinese.

Comparing characters takes less time than compiling an expression for thousands of them, and most
texts have none.
"""

FIRST_CHINESE = "\u3400"
_LAST_CHINESE = "\u9fff"


def chinese_in(words: str) -> int:
    """Return the number of Chinese characters in *words*."""
    if max(words, default="") < FIRST_CHINESE:
        return 0
    return sum(FIRST_CHINESE <= character <= _LAST_CHINESE for character in words)
