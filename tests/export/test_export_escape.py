from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.export.escape import code, inline, link, percent
from factcheck.model.evidence import is_web_link
from factcheck.model.visible import one_line
from hostile_texts import HOSTILE, MARKUP
from markdown_structure import DIALECTS, structure, targets, words

# How inline text stands in a report: each must stay the one block that it is with a plain word.
FRAMES = (
    "{}",
    "A line before\n{}",
    "# Title {}",
    "> {}",
    "- {}",
    "- **Source:** {}",
    "1. {}",
    "[{}](#here)",
    "| {} | b |\n| --- | --- |\n| c | {} |",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rates fell 3.5 % in May.", "Rates fell 3.5 % in May.", id="prose is left"),
        pytest.param("The U.S. won 3-0; it's 10:30.", "The U.S. won 3-0; it's 10:30.", id="marks"),
        pytest.param("  two\n lines\t here ", "two lines here", id="white space"),
        pytest.param("a \x1b[2J\u202eb", r"a ␛\[2J�b", id="control and direction"),
        pytest.param("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~", id="emphasis"),
        pytest.param("<b>&amp; R & D", r"\<b\>\&amp; R & D", id="HTML"),
        pytest.param("[a](b) ![c]", r"\[a\](b) !\[c\]", id="links and images"),
        pytest.param("http://a.com", r"http\:\//a\.com", id="bare link"),
        pytest.param("see www.1.de", r"see www\.1\.de", id="bare domain"),
        pytest.param("1. First", r"1\. First", id="numbered list"),
        pytest.param("12) x", r"12\) x", id="numbered list with bracket"),
        pytest.param("1.5 million", "1.5 million", id="a number at the start"),
        pytest.param("- x", r"\- x", id="bullet"),
        pytest.param("=== x", r"\=\== x", id="line under a heading"),
        pytest.param("$3 and $5", r"\$3 and \$5", id="sums"),
        pytest.param("a | b", r"a \| b", id="cells"),
        pytest.param("a\\", r"a\\", id="backslash at the end"),
        pytest.param("", "", id="nothing"),
        pytest.param(" \n ", "", id="blank"),
    ],
)
def test_inline_escapes_what_could_become_structure_and_nothing_else(
    text: str, expected: str
) -> None:
    assert inline(text) == expected


@pytest.mark.parametrize("frame", FRAMES)
@given(text=HOSTILE)
def test_inline_shows_exactly_its_text_wherever_it_stands(frame: str, text: str) -> None:
    plain = "word" if one_line(text) else ""
    for dialect in DIALECTS:
        got = dialect.parse(frame.replace("{}", inline(text)))
        wanted = dialect.parse(frame.replace("{}", plain))
        assert structure(got) == structure(wanted)
        assert words(got) == words(wanted).replace("word", one_line(text))


def test_every_short_run_of_marks_stays_one_paragraph_of_itself() -> None:
    marks = "\\`*_{}[]()#+-.!|~<>&$:@/=^\"'1a "
    for run in map("".join, product(marks, repeat=3)):
        shown = one_line(run)
        tokens = DIALECTS[1].parse(f"x\n{inline(run)}")
        expected = ("paragraph_open", "inline", "softbreak", "paragraph_close")
        assert structure(tokens) == (expected if shown else (*expected[:2], expected[3])), run
        assert words(tokens) == "x" + shown


@given(HOSTILE)
def test_code_shows_exactly_its_text(text: str) -> None:
    for dialect in DIALECTS:
        tokens = dialect.parse(f"x {code(text)}")
        assert structure(tokens).count("code_inline") == bool(one_line(text))
        assert words(tokens).removeprefix("x").removeprefix(" ") == one_line(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "`plain`"),
        ("a `b` c", "``a `b` c``"),
        ("``", "``` `` ```"),
        ("`a", "`` `a ``"),
        ("a`", "`` a` ``"),
        ("", ""),
        ("\n", ""),
    ],
)
def test_code_is_fenced_by_more_backticks_than_it_holds(text: str, expected: str) -> None:
    assert code(text) == expected


@pytest.mark.parametrize(
    ("label", "url", "expected"),
    [
        ("A [b]", "https://a.example/x", r"[A \[b\]](https://a.example/x)"),
        ("", "https://a.example/x", r"[https\:\//a\.example/x](https://a.example/x)"),
        ("q", "https://a.example/(x)?a=1&b=2", "[q](https://a.example/%28x%29?a=1&b=2)"),
        ("q", "https://a.example/?a&copy;", r"[q](https://a.example/?a\&copy;)"),
        ("q", "https://a.example/<|`'\"$*>", "[q](https://a.example/%3C%7C%60%27%22%24%2A%3E)"),
        ("q", "https://例子.example/中", "[q](https://例子.example/中)"),
        ("q", "javascript:alert(1)", "q `javascript:alert(1)`"),
        ("", "data:text/html,x", "`data:text/html,x`"),
        ("q", "https://a.example/x y", "q `https://a.example/x y`"),
        ("q", "https://a.example@evil.example", "q `https://a.example@evil.example`"),
        ("", "", ""),
    ],
)
def test_only_web_links_become_links(label: str, url: str, expected: str) -> None:
    assert link(label, url) == expected


URLS = st.builds("https://a.example/{}{}".format, MARKUP, st.text(max_size=8)) | HOSTILE


@given(HOSTILE, URLS)
@example("x", "https://a.example/)[b](https://evil.example")
@example("x", "https://a.example/?a&lt;")
@example("](https://evil.example)", "https://a.example/")
def test_a_link_leads_where_its_url_says_or_nowhere(label: str, url: str) -> None:
    for dialect in DIALECTS:
        found = targets(dialect.parse(f"x {link(label, url)} y"))
        # Parsing writes letters beyond ASCII as percent signs; this compares the link before that.
        expected = (dialect.normalizeLink(percent(url)),) if is_web_link(url) else ()
        assert found == expected


@given(st.text(st.characters(exclude_categories=())))
def test_percent_encoding_twice_changes_nothing(url: str) -> None:
    assert percent(percent(url)) == percent(url)


def test_a_megabyte_of_marks_is_escaped_at_once() -> None:
    for mark in ("*", "`a", "&a", "www."):
        text = mark * (1_000_000 // len(mark))
        assert len(inline(text)) >= len(text)
        assert len(code(text)) > len(text)
