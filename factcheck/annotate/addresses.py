"""Find what is written for machines: a text in, the spans of its links and addresses out."""

from factcheck.lexicon.patterns import Rare
from factcheck.model.span import Span

# Only places where a word begins are tried, so that a megabyte without a space takes one pass.
_ADDRESS = Rare(
    (
        "://", "www.", "](", "@", ".com", ".org", ".net", ".edu", ".gov", ".int", ".cn", ".uk",
        ".eu", ".de", ".fr", ".io",
    ),
    r"(?<![A-Za-z0-9])(?:https?://|www\.)[!#-;=?-~]{1,2000}"
    r"|(?<=\]\()[!#-'*-;=?-~]{1,2000}(?=[)\s])"
    r"|(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}"
    r"|(?<![\w.-])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:com|org|net|edu|gov|int|cn|uk|eu|de|fr|io)\b"
    r"(?:/[!#-;=?-~]{0,2000})?",
)  # fmt: skip


def find_addresses(text: str) -> tuple[Span, ...]:
    """Return the links, e-mail addresses and names of hosts in *text*.

    In reading order; none overlap. The target of a link in Markdown counts whatever it is.
    """
    return tuple(Span(*found.span()) for found in _ADDRESS.finditer(text))
