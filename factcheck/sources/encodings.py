"""How a body is encoded: what it says of itself and what was said of it in, characters out.

A byte order mark comes first, then what the server declares, then what a page declares, then UTF-8,
as in browsers (WHATWG Encoding Standard). An article is in its encoding or is refused (`plain`); a
captured body is read in any case, and a remark says how.
"""

import codecs
import re

# The marks of UTF-32 begin with those of UTF-16, so they are looked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_WITHIN = 4096
# What these call themselves on the web is the larger one (WHATWG Encoding Standard, labels).
_LARGER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_OF_ONE_BYTE = ("cp125", "cp874", "iso8859", "koi8", "mac-", "latin")
# No encodings of texts: some take quadratic time, others write letters as markup.
_NONE = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
# A text in Latin letters has fewer bytes beyond ASCII than this share; one in Cyrillic, Greek,
# Chinese or Japanese has far more. Seen on a sentence in each of ten languages: 0.2 and 0.6.
_FOREIGN = 0.3
_GUESSED_FROM = 100_000


def encoding_of(data: bytes, declared: str = "", *, is_page: bool = False) -> tuple[int, str]:
    """Return how long the byte order mark of *data* is, and the name of its encoding.

    *declared* is a content type, perhaps with a charset. Names that nobody knows do not count.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return len(mark), encoding
    in_page = _META.search(data[:_WITHIN]) if is_page else None
    said = _CHARSET.search(declared)
    names = (said[1] if said else "", in_page[1].decode("latin-1") if in_page else "")
    named = next((name for name in names if name and _known(name)), "utf-8")
    return 0, "utf-8" if _is_misnamed(data, named) else named


def _is_misnamed(data: bytes, name: str) -> bool:
    """Say whether *data* names an encoding of one byte a letter, and is UTF-8.

    What happens to be right UTF-8 beyond ASCII throughout is text in nothing else: "Ã¼".
    """
    if not codec_of(name).startswith(_OF_ONE_BYTE) or data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeError:
        return False
    return True


def _known(name: str) -> bool:
    try:
        found = codec_of(name)
        bytes(4).decode(found)
    except (LookupError, ValueError):
        return False
    return found.replace("_", "-") not in _NONE


def codec_of(name: str) -> str:
    """Return the codec that reads what calls itself *name* on the web.

    Raises:
        LookupError: there is none.
    """
    found = codecs.lookup(name).name
    return _LARGER.get(found, found)


def read_somehow(data: bytes, declared: str = "", *, is_page: bool = False) -> tuple[str, str]:
    """Return the characters of *data*, and a remark where they are not in the encoding it names.

    What is in none of its own and UTF-8 is read as Windows-1252, as browsers do, or, where most of
    it is not in Latin letters, as what it looks like.
    """
    mark, named = encoding_of(data, declared, is_page=is_page)
    body = data[mark:]
    if mark:
        return body.decode(named, "replace"), ""
    for encoding in dict.fromkeys((codec_of(named), "utf-8")):
        try:
            text = body.decode(encoding)
        except UnicodeError:
            continue
        is_other = encoding != codec_of(named)
        return text, f"it is not in {named}, and was read as UTF-8" if is_other else ""
    guessed = _guess(body)
    if guessed:
        return body.decode(guessed, "replace"), f"it is not in {named}, and looks like {guessed}"
    return body.decode("cp1252", "replace"), f"it is not in {named}, and was read as Windows-1252"


def _guess(body: bytes) -> str:
    """Return what a body in another script looks like, "" for Latin letters and for no text."""
    beyond = len(body) - len(body.translate(None, bytes(range(128, 256))))
    if beyond < _FOREIGN * len(body):
        return ""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - hardly ever needed, and slow to load

    best = from_bytes(body[:_GUESSED_FROM]).best()
    return best.encoding if best is not None else ""
