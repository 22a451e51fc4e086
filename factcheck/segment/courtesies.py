"""Tell what a page says to its readers or of itself. In: a sentence, a paragraph. Out: yes or no.

Greetings, "read more", "sign up", what was updated when, whose views these are.
"""

from factcheck.lexicon.patterns import compiled

_COURTESY = (
    r"(?i)(?:click here|read (?:more|also|next)\b|sign up\b|subscribe\b|follow us\b"
    r"|share (?:this|on)\b|see also\b|related:|advertisement\b"
    r"|dear (?:\w+\s?){1,3}[,:]|good (?:morning|evening)\b"
    r"|good afternoon|hello\b|hi\b|welcome to\b|watch:|read:|our standards:|more(?: on this)?:"
    r"|thank you for (?:reading|watching|coming|joining|having|being"
    r"|your (?:time|question)|the question)\b"
    r"|(?:thanks|thank you)(?:,? [\w.]+){0,3}[.!]*\Z|(?:yes|no|yeah|okay|ok|sure|right)[.!]*\Z"
    r"|(?:(?:with )?(?:best|kind|kindest|warm|warmest) )?regards,?\Z"
    r"|(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?,?\Z|(?:best(?: wishes)?|cheers),\Z"
    r"|for (?:more|further) (?:information|details),? (?:please )?(?:see|visit|contact|call"
    r"|email|go to|read)\b"
    r"|listen:|to comment,?\b[^.]{0,40}\b(?:log in|register|sign)|this material may not be\b"
    r"|download (?:the|our)|log in\b|skip to\b|all rights reserved|copyright\b|©"
    r"|点击|相关阅读|延伸阅读|关注我们|版权所有|(?:更多)?(?:详情|信息|内容)?请(?:参?见|查看|访问|点击|关注|登录|扫描|咨询)"
    r"|欢迎(?:访问|关注|订阅|登录)|扫描二维码)"
)
# What a page asks of its readers, after one of the words it begins with.
_ASKING = frozenset(
    [
        "become",
        "catch",
        "discover",
        "donate",
        "enjoy",
        "explore",
        "follow",
        "get",
        "join",
        "keep",
        "learn",
        "let",
        "please",
        "send",
        "stay",
        "subscribe",
        "tell",
        "try",
        "watch",
        "write",
    ]
)
# These are nouns as well: "Support on Facebook grew".
_ASKING_FOR = frozenset(
    ["contact", "download", "e-mail", "email", "help", "register", "share", "support", "visit"]
)
_OURS = frozenset(["our", "us", "your", "this"])
_ASKED = (
    r"(?i:\byour\s(?:inbox|e-?mail|feedback|story|stories|phone)|\bnewsletters?\b|\bour\s(?:app\b"
    r"|channel|community|coverage|journalism|mailing|reporters|reporting|\w+\snewsletter|website)"
    r"|\bus\s(?:on|at|via|what|know|your)\b|\bthe\sconversation\b|\bthis\s(?:story|article|post)\b)"
    r"|\bon\s(?:Facebook|Twitter|X|Instagram|LinkedIn|YouTube|WhatsApp|Telegram|TikTok|Threads)\b"
    r"|[\w.+-]{1,64}@[\w-]"
)
# What a page says of itself, in a paragraph of its own.
_ITSELF = (
    r"\(?(?i:this\s(?:story|article|post|column|page)\s(?:was|has\s(?:not\s)?been|is|will\sbe|first|originally)"
    r"\s(?:[a-z]+\s){0,2}?(?:published|updated|corrected|amended|posted|syndicated|republished"
    r"|appeared|translated|reproduced|edited)|this\sis\sa\s(?:breaking|developing)(?:\snews)?\sstory"
    r"|(?:the\s)?(?:views|opinions)(?:\sand\s(?:views|opinions))?\s(?:expressed|stated)\s(?:in\sthis|here"
    r"|by\s(?:the\s)?(?:author|writer|contributor)s?))\b"
)
# What is longer goes on to assert something.
_LONGEST_COURTESY = 120
_LONGEST_NOTICE = 400
# In so many characters a page has named itself.
_OPENING = 20


def is_courtesy(sentence: str) -> bool:
    """Say whether a sentence greets the reader or tells what to click, read or follow."""
    if len(sentence) > _LONGEST_COURTESY:
        return False
    return compiled(_COURTESY).match(sentence) is not None or _asks_reader(sentence)


def _asks_reader(sentence: str) -> bool:
    first, _, rest = sentence.partition(" ")
    second = rest.partition(" ")[0].lower()
    asks = first.lower() in _ASKING or (
        first.lower() in _ASKING_FOR and (second in _OURS or "@" in second)
    )
    return asks and compiled(_ASKED).search(sentence) is not None


def is_about_itself(paragraph: str) -> bool:
    """Say whether a paragraph tells of the page itself: "This story has been updated to …"."""
    opening = paragraph[:_OPENING].lower()
    about = "this " in opening or "views" in opening or "opinions" in opening
    return (
        about
        and len(paragraph) <= _LONGEST_NOTICE
        and compiled(_ITSELF).match(paragraph) is not None
    )
