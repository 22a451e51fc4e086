"""Read references that name their type in brackets, as GB/T 7714 has it: "余敏. 书名[M]. …".

In: a line. Out: a citation with the spans of its fields, None where no type is named.
"""

import re

from factcheck.citations.items import NUMBERED, Item
from factcheck.lexicon.patterns import compiled, has_sign
from factcheck.model.citation import Citation, CitationKind
from factcheck.model.span import Span

# Monograph, collection, compilation, newspaper, journal, dissertation, report, standard, patent,
# database, program, bulletin board, archive, map, data set, other (GB/T 7714-2015, appendix B).
_MARK = r"\[(?:M|C|G|N|J|D|R|S|P|DB|CP|EB|A|CM|DS|Z)(?:/(?:MT|DK|CD|OL))?\]"
# "[C]ongress shall" is a letter of a quotation; behind a type stands a point, or the host work.
_MARKED = rf"(?P<title>[^\[\]\n\s][^\[\]\n]{{1,600}}?)\s?(?P<mark>{_MARK})(?=\s?(?:[.．。,，]|//))"
# The points of initials end no name: "Hewitt, J. A. Title".
_AUTHOR = (
    r"(?P<author>(?:[^.．。\[\]\n]|\.(?=[A-Z]\.)|\.\s(?=[A-Z]\.\s)){1,300}?)"
    r"(?<!\d)[.．。]\s*(?=[^\s.．。])(?![A-Z]\.)"
)
_DATE = r"(?<!\d)(?:1[5-9]|20)\d\d(?:-\d{1,2}){0,2}(?!\d)"
# The day on which a page was read stands in square brackets.
_READ_ON = r"\[\d{4}-\d{1,2}-\d{1,2}\]"
_JOURNAL = r"[.．。]?\s*(?P<container>[^\n,，]{1,150}?)\s*[,，]\s*"
_VOLUME = r"(?:\s*[,，]\s*)?(?P<volume>\d{1,4}(?:\([^()\n]{1,12}\))?|\([^()\n]{1,12}\))"
_HOST = r"[.．。]?\s*//\s*(?P<within>[^\W_][^\n]{0,400})"
_PUBLISHED = r"[^.．。:：\n]{1,40}[:：]\s*(?P<publisher>[^,，\n]{2,80}?)\s*[,，]\s*"
_PERIODICALS = ("[J", "[N")
_LONGEST = 1000


def marked_reference(text: str, line: Item) -> Citation | None:
    """Return the reference that *line* is if it names its type: standards are of that kind."""
    if not has_sign(line.span.of(text), ("[",)):
        return None
    numbered = NUMBERED.match(text, line.span.start, line.span.end)
    start = numbered.end() if numbered else line.span.start
    found = compiled(_MARKED).match(text, start, min(line.span.end, start + _LONGEST))
    if not found:
        return None
    end = line.span.start + len(line.span.of(text).rstrip())
    fields = {"title": Span(*found.span("title"))}
    author = compiled(_AUTHOR).match(text, start, found.start("mark"))
    if author:
        fields["author"] = Span(*author.span("author"))
        fields["title"] = Span(author.end(), found.end("title"))
    behind = _behind(text, found["mark"], Span(found.end("mark"), end))
    if not behind:
        return None
    fields |= behind
    ordered = tuple(sorted(fields.items(), key=lambda field: field[1]))
    kind = CitationKind.STANDARD if found["mark"][1] == "S" else CitationKind.PUBLICATION
    return Citation(kind, Span(start, end), ordered)


def _behind(text: str, mark: str, rest: Span) -> dict[str, Span]:
    """Return what stands behind the mark: where it was published, by whom, and when."""
    fields: dict[str, Span] = {}
    journal = compiled(_JOURNAL).match(text, rest.start, rest.end)
    host = compiled(_HOST).match(text, rest.start, rest.end)
    published = compiled(_PUBLISHED).search(text, rest.start, rest.end)
    if host:
        until = published.start() if published else rest.end
        fields["container"] = _host(text, Span(host.start("within"), until))
    elif mark.startswith(_PERIODICALS) and journal:
        fields["container"] = Span(*journal.span("container"))
    if published and not mark.startswith(_PERIODICALS):
        fields["publisher"] = Span(*published.span("publisher"))
    since = max((field.end for field in fields.values()), default=rest.start)
    read = {found.start() + 1 for found in compiled(_READ_ON).finditer(text, rest.start, rest.end)}
    dates = [d for d in compiled(_DATE).finditer(text, since, rest.end) if d.start() not in read]
    if dates:
        fields["date"] = Span(*dates[0].span())
        volume = compiled(_VOLUME).match(text, dates[0].end(), rest.end)
        if volume and mark.startswith("[J"):
            fields["volume"] = Span(*volume.span("volume"))
    return fields


def _host(text: str, within: Span) -> Span:
    """Return the work that another is in: after its editors, and before where it was printed."""
    # An empty last part would be the point before the place; so there is one part at least.
    part = [*re.finditer(r"[^.．。\n]*[^.．。\s][^.．。\n]*", within.of(text))][-1]
    words = re.split(rf"{_MARK}|[,，]", part[0])[0]
    begin = within.start + part.start() + len(words) - len(words.lstrip())
    return Span(begin, max(begin, begin + len(words.strip())))
