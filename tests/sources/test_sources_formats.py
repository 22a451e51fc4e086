"""Pages, PDFs, Word files and Markdown become documents: their words, and links in their place."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.model.document import About, Document
from factcheck.sources import content, document_from
from factcheck.sources.addresses import address_of
from factcheck.sources.blocks import Block, Kind, Words, laid_out
from factcheck.sources.lines import line_blocks
from factcheck.sources.page import page_blocks, walked
from factcheck.sources.pdf import Page
from hostile_texts import HOSTILE
from sources import made_files

PARAGRAPH = (
    "The harbour bridge reopened on Monday after eleven months of <a href='/repairs'>long "
    "repairs</a>, the port said. It is the longest swing bridge in northern Europe. "
)
PAGE = f"""<!DOCTYPE html><html lang=en><head><title>Bridge reopens - The Gull</title>
<meta property="og:site_name" content="The Gull"><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://gull.example/2026/bridge">
<script>document.write("<p>never read</p>")</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<div class="menu"><ul><li><a href="/politics">Politics and so on and on</a></li></ul></div>
<article><h1>Harbour bridge reopens</h1>
<p>{PARAGRAPH}</p>
<p>Traffic in the old town fell by 18 percent while the bridge was closed, according to
 <a href="https://study.example/traffic?a=1&amp;b=2">a study</a>.<br>It counted cars.<br><br>
 It did <b>not</b> count <i>bicycles</i>, which the council had asked for in the spring.</p>
<p hidden>Hidden words</p><p style="display: none">More of them</p>
<blockquote><p>We never saw this coming, the mayor told everybody in the crowded hall.</p>
</blockquote>
<ol><li>The first reason is the price of steel in the spring.</li>
<li>The second is <a href="mailto:a@b.example">the strike</a> of the divers.</li></ol>
<table><tr><th>Year of count</th><th>Tons moved</th></tr>
<tr><td>2020 and before</td><td>12 thousand</td></tr></table>
<p>The port expects more ships in the autumn, and the council wants a second bridge by then.</p>
<h2>Sources</h2><ul><li><a href="https://port.example/report">Port authority report</a></li>
<li><a href="//minutes.example">Minutes</a></li></ul></article>
<footer><p>All rights reserved by somebody</p></footer></body></html>"""


FIRST, LAST = "one long first paragraph", "one long last paragraph"
OLD = "An old story about a bridge"
REOPENED = (
    "The harbour bridge reopened on Monday after eleven months of long repairs, the port said."
)
TRAFFIC = "Traffic in the old town fell by 18 percent while the bridge was closed, according to"
REASONS = """1. The first reason is the price of steel in the spring.
2. The second is the strike of the divers."""


def links_of(document: Document) -> list[tuple[str, str]]:
    return [(link.span.of(document.text), link.address) for link in document.links]


def test_a_page_becomes_the_article_with_every_link_in_its_place() -> None:
    found = document_from(PAGE.encode(), name="bridge.html")
    assert found.text.split("\n\n") == [
        "# Harbour bridge reopens",
        f"{REOPENED} It is the longest swing bridge in northern Europe.",
        f"{TRAFFIC} a study.\nIt counted cars.",
        "It did not count bicycles, which the council had asked for in the spring.",
        "> We never saw this coming, the mayor told everybody in the crowded hall.",
        REASONS,
        "Year of count | Tons moved\n2020 and before | 12 thousand",
        "The port expects more ships in the autumn, and the council wants a second bridge by then.",
        "## Sources",
        "- Port authority report\n- Minutes\n",
    ]
    assert links_of(found) == [
        ("long repairs", "https://gull.example/repairs"),
        ("a study", "https://study.example/traffic?a=1&b=2"),
        ("Port authority report", "https://port.example/report"),
        ("Minutes", "https://minutes.example"),
    ]
    assert found.title == "Harbour bridge reopens"
    assert found.about == About(
        "Ann Lee", "The Gull", found.about.published, "", "https://gull.example/2026/bridge"
    )


def test_the_address_a_page_was_fetched_from_completes_its_links() -> None:
    html = "<html><body><p>See <a href='b?c'>the report of the port</a>.</p></body></html>"
    found = document_from(html.encode(), name="x", address="https://a.example/d/e")
    assert links_of(found) == [("the report of the port", "https://a.example/d/b?c")]
    assert found.about.address == "https://a.example/d/e"
    based = html.replace("<body>", "<head><base href='https://other.example/'></head><body>")
    found = document_from(based.encode(), name="x", address="https://a.example/d/e")
    assert links_of(found)[0][1] == "https://other.example/b?c"


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<pre>one\n  two</pre>", ["one\n  two"]),
        ("<p>one<p>two", ["one", "two"]),
        ("a<br/>b<br/><br/>c", ["a\nb", "c"]),
        ("<br>a", ["a"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["- a", "- b", "- c"]),
        ("<ol><li>a<ol><li>b</ol><li>c</ol>", ["1. a", "1. b", "2. c"]),
        ("<ul><li><p>a</p></li></ul>", ["- a"]),
        ("<dl><dt>term<dd>meaning</dl>", ["term", "- meaning"]),
        ("<h3>a</h3><h1>b</h1>", ["### a", "# b"]),
        ("<p>a<script>b</script>c<!-- d --></p>", ["ac"]),
        ("<p>a<svg><title>b</title></svg> c", ["a c"]),
        ("<p aria-hidden=true>a</p><p>b", ["b"]),
        ("<nav><p>a</p></nav><p>b", ["b"]),
        ("<p>a &lt;b&gt; &amp; c", ["a <b> & c"]),
        ("<div><a href='https://x.example'><img src=y></a></div>", []),
        ("</ul></ol></p>a", ["a"]),
        ("", []),
        (
            "<p>He said <q>we <b>knew</b>, he said <q>no</q></q>. <q>“Yes,”</q> she said.</q></p>",
            ["He said “we knew, he said ‘no’”. “Yes,” she said."],
        ),
    ],
)
def test_blocks_are_what_a_reader_sees(html: str, blocks: Sequence[str]) -> None:
    assert [block.mark + block.words for block in walked(html)] == blocks


def test_a_link_around_several_blocks_is_a_link_in_each() -> None:
    html = "<a href='https://x.example'><p>one</p><p> two </p></a> three"
    found = [(block.words, block.links) for block in walked(html)]
    assert found == [
        ("one", ((0, 3, "https://x.example"),)),
        ("two", ((0, 3, "https://x.example"),)),
        ("three", ()),
    ]


MENU = "<p><a href='https://x.example'>An old story about a bridge</a></p>"


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<h1>Title</h1><p>menu here</p><p>one long first paragraph</p>", ["Title", FIRST]),
        ("<h2>Section</h2><p>one long first paragraph</p>", [FIRST]),
        (f"<p>{FIRST}</p><p>aside</p>{MENU}<p>{LAST}</p>", [FIRST, "aside", LAST]),
        (f"<p>{FIRST}</p><h2>Sources:</h2>{MENU}<h2>More</h2>{MENU}", [FIRST, "Sources:", OLD]),
        (f"<h2>Links</h2>{MENU}<p>{FIRST}</p>", [FIRST]),
        (f"<p>short</p><p>aside</p><p>{FIRST}</p>", ["short", "aside", FIRST]),
        ("<p>nothing of it</p><p>is there</p>", ["nothing of it", "is there"]),
    ],
)
def test_blocks_of_the_main_content_stay_with_what_belongs_to_them(
    html: str, kept: Sequence[str]
) -> None:
    content_of_page = f"{FIRST}\n{LAST}\nshort\n"
    assert [block.words for block in page_blocks(html, content_of_page)] == kept


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://x.example/a", "https://x.example/a"),
        (" /a ", "https://base.example/a"),
        ("#note", ""),
        ("javascript:alert(1)", ""),
        (" JavaScript:alert(1)", ""),
        ("mailto:a@b.example", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("http://[", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_links(href: str | None, address: str) -> None:
    assert address_of(href, "https://base.example/x/y") == address


def test_a_page_nested_too_deep_is_refused_and_one_just_deep_is_read() -> None:
    deep = "<div>" * 1000 + "words of the page" + "</div>" * 1000
    assert document_from(f"<html>{deep}".encode(), name="x").text == "words of the page\n"
    with pytest.raises(InputError, match=r"^x: the page is nested too deep"):
        document_from(("<html>" + "<div>" * 10_000 + "word").encode(), name="x")


def test_a_page_that_is_only_script_is_refused_in_words() -> None:
    html = b"<html><head></head><body><div id=root></div><script>render()</script></body></html>"
    with pytest.raises(InputError, match="there is no text") as refused:
        document_from(html, name="x")
    assert "browser" in refused.value.hint


def test_a_page_says_how_it_is_encoded() -> None:
    html = '<html><head><meta charset="windows-1252"></head><body><p>Café</p></body></html>'
    assert document_from(html.encode("cp1252"), name="x").text == "Café\n"
    assert document_from(html.encode(), name="x").text == "Café\n"
    lying = html.replace("windows-1252", "utf-8").encode("cp1252")
    with pytest.raises(InputError, match="byte 53 is not UTF-8"):
        document_from(lying, name="x")
    assert document_from(lying, name="x", encoding="cp1252").text == "Café\n"


def test_a_long_page_is_read_whole_without_looking_for_its_article(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(content, "LARGEST", 100)
    found = document_from(PAGE.encode(), name="x", address="https://gull.example/x")
    assert "Politics and so on" in found.text
    assert found.about == About(address="https://gull.example/x")


def test_a_page_on_which_the_library_fails_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    assert "Politics and so on" in document_from(PAGE.encode(), name="x").text


@pytest.mark.parametrize(
    ("name", "data", "is_page"),
    [
        ("x", b"<!doctype html><p>Rates fell.", True),
        ("x", b"\n\n<HTML lang=en><p>Rates fell.", True),
        ("x", b"<?xml version='1.0'?>\n<html><p>Rates fell.</p></html>", True),
        ("x", b"<!-- a --><!-- b -->\n<body><p>Rates fell.", True),
        ("x.HTM", b"<p>Rates fell.", True),
        ("x", b"<p>Rates fell.", False),
        ("x.txt", b"In <html> pages rates fell.", False),
    ],
)
def test_what_begins_like_a_page_or_is_called_so_is_one(
    name: str, data: bytes, *, is_page: bool
) -> None:
    assert (document_from(data, name=name).text == "Rates fell.\n") is is_page


def test_markdown_becomes_the_words_it_shows() -> None:
    text = """# The *bridge*

Some **bold** words with [a link](https://e.example/x "title") and <b>html</b>
on [two](/lines) &amp; `code`.\\
A new line.

- one ![picture](p.png)
- three

  4. nested

> quoted words
> and more

| a | b |
|---|---|
| 1 | [2](https://c.example) |

```
let x = 1;
```
"""
    found = document_from(text.encode(), name="bridge.MD", address="https://base.example/")
    assert found.text.split("\n\n") == [
        "# The bridge",
        "Some bold words with a link and html on two & code.\nA new line.",
        "- one\n- three\n4. nested",
        "> quoted words and more",
        "a | b\n1 | 2",
        "let x = 1;\n",
    ]
    assert links_of(found) == [
        ("a link", "https://e.example/x"),
        ("two", "https://base.example/lines"),
        ("2", "https://c.example"),
    ]
    assert found.title == "The bridge"
    assert document_from(text.encode(), name="bridge.txt").text == text


def test_lists_of_markdown_may_hold_paragraphs_and_no_words() -> None:
    found = document_from(
        b"1. one\n\n   more\n2. [](https://x.example)\n3. [three](mailto:a)\n```\n```\n",
        name="x.md",
    )
    assert found.text == "1. one\n1. more\n3. three\n"


LINES = (
    "Harbour Gazette 17 March",
    "The harbour bridge reopened on Monday after eleven months of long re-",
    "pairs, the port said. It is the longest swing bridge in the north of",
    "Europe.",
    "Costs",
    "The repair cost 41 million euros, twice what the council had approved",
    "three years before, according to the audit office.",
    "- one reason is the price of steel",
    "2. another is the strike",
)
COSTS = "The repair cost 41 million euros, twice what the council had approved three years before,"


def test_a_pdf_becomes_paragraphs_without_what_every_page_repeats() -> None:
    pages = [
        [
            LINES[0],
            f"Number {word} begins this page.",
            *LINES[1:],
            f"So {word} ends.",
            f"Page {n} of 3",
        ]
        for n, word in enumerate(("one", "two", "three"), 1)
    ]
    made = made_files.pdf(pages, [("audit office", "https://audit.example/41")])
    found = document_from(made, name="x.pdf")
    assert "Gazette" not in found.text
    assert "of 3" not in found.text
    paragraphs = found.text.split("\n\n")
    assert paragraphs[:5] == [
        "Number one begins this page.",
        f"{REOPENED} It is the longest swing bridge in the north of Europe.",
        "Costs",
        f"{COSTS} according to the audit office.",
        "- one reason is the price of steel\n2. another is the strike",
    ]
    assert links_of(found) == [("audit office", "https://audit.example/41")] * 3
    assert len({link.span for link in found.links}) == 3


def test_a_link_of_a_pdf_is_told_from_the_same_words_by_what_stands_before() -> None:
    page = ["The first report was late.", "The second report was good."]
    made = made_files.pdf([page], [("report was good", "https://r.example")])
    assert links_of(document_from(made, name="x")) == [("report was good", "https://r.example")]
    told = Page("the report\r\nA report", (("A ", "report", "https://r.example"),))
    (block,) = line_blocks([told])
    assert block.links == ((13, 19, "https://r.example"),)
    untold = Page("the report", (("Z ", "report", "https://r.example"), ("", "x", "https://r.x")))
    assert line_blocks([untold])[0].links == ((4, 10, "https://r.example"),)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "", "#", "x" * 3000]
)
def test_links_of_a_pdf_lead_to_the_web_or_nowhere(address: str) -> None:
    made = made_files.pdf([["A report was late."]], [("report", address)])
    assert document_from(made, name="x").links == ()


def test_a_pdf_of_pictures_only_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="there is no text") as refused:
        document_from(made_files.pdf([[""]]), name="x.pdf")
    assert refused.value.hint


def test_a_word_file_becomes_paragraphs_with_links() -> None:
    paragraphs = ["=The bridge", "It cost 41 million, says the audit.", ">We never saw it.", "End."]
    made = made_files.word(paragraphs, [("the audit", "https://audit.example/?a=1&b=2")])
    found = document_from(made, name="x.docx")
    assert found.text.split("\n\n")[1:] == [
        "It cost 41 million, says the audit.", "We never saw it.", "End.\n",
    ]  # fmt: skip
    assert links_of(found) == [("the audit", "https://audit.example/?a=1&b=2")]


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (made_files.zipped(("x.txt", "x")), "x.zip", "ZIP or Office file"),
        (made_files.word([]), "x.docx", "there is no text"),
    ],
)
def test_a_file_of_an_office_without_text_is_refused_in_words(
    data: bytes, name: str, says: str
) -> None:
    with pytest.raises(InputError, match=says) as refused:
        document_from(data, name=name)
    assert refused.value.hint


@given(st.lists(st.one_of(st.sampled_from([" ", "  ", "\n", "", "a", "é x", " b "]), HOSTILE)))
def test_a_link_is_exactly_the_words_that_were_added_as_one(pieces: Sequence[str]) -> None:
    words, expected = Words(), []
    for number, piece in enumerate(pieces):
        start = words.length
        words.add(piece)
        words.link(start, str(number))
        if shown := " ".join(piece.split(" ")).strip():
            expected.append(shown)
    block = words.taken(Kind.PARAGRAPH, "")
    found = [block.words[start:end] for start, end, _ in block.links] if block else []
    assert all(part == part.strip() for part in found)
    assert words.taken(Kind.PARAGRAPH, "") is None


BLOCKS = st.builds(
    lambda kind, words, mark: Block(kind, words, ((0, len(words), "https://x.example"),), mark),
    st.sampled_from(Kind),
    st.text(min_size=1),
    st.sampled_from(["", "- ", "> ", "# "]),
)


@given(st.lists(BLOCKS))
def test_links_stand_in_the_text_where_they_stood_in_their_blocks(blocks: list[Block]) -> None:
    text, links = laid_out(blocks)
    assert [link.span.of(text) for link in links] == [block.words for block in blocks]


@given(HOSTILE)
def test_no_text_breaks_the_reader_of_pages_and_of_markdown(text: str) -> None:
    data = text.encode("utf-8", "replace")
    for name in ("x.html", "x.md"):
        try:
            document = document_from(data, name=name)
        except InputError:
            continue  # nothing is left of some texts
        assert all(0 <= link.span.start < link.span.end for link in document.links)
