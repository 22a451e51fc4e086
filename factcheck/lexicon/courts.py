"""What a court citation may look like: a text in, whether a case may be cited in it out.

It is cheap and loads nothing, as every text that is opened is asked; `citations` looks closer.
"""

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
# A volume, an abbreviation and a page; or the forms of tax courts and of states without a volume.
POSSIBLE_CASE = re.compile(
    r"(?<![\w.$€£-])(?:"
    rf"[1-9]\d{{0,3}}\s(?!{_MONTH}\s\d{{4}})(?=[^\n]{{0,24}}?[A-Za-z]\.)"
    r"[A-Z][A-Za-z.,’'&() ]{0,30}?"
    r"(?:\d(?:d|st|nd|rd|th)\.?\s?)?[.\s](?:No\.\s|P|¶\s?|§\s?)?(?:[1-9]\d{0,6}|[ivxlc]{2,8}|_{2,6})"
    r"|[1-9]\d{0,2}\s(?:Cranch|Dall|Wheat|Wall|How|Pet|Black)\.?\s\d{1,4}"
    r"|(?:18|19|20)\d\d[- ](?:[A-Z]{2,8}|[A-Z][a-z]{1,6})[- ]\d{1,6}"
    r"|T\.?\s?C\.?\s(?:Memo|Summ|Summary\sOpinion)\.?\s\d{2,4}-\d{1,4}"
    r"|[A-Z][a-z]{2,8}\.\sL\.\sRep\.\s\([A-Z]{2,4}\)\s(?:P|¶\s?)\d[\d,]{0,8}"
    r")(?![\w%])"
)


def may_cite_case(text: str) -> bool:
    """Say whether a number, an abbreviation and a number stand in *text*, as in "12 Neb. 3"."""
    return POSSIBLE_CASE.search(text) is not None
