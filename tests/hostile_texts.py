"""Texts that try to become something else: any characters, and pieces of markup in any order."""

from hypothesis import strategies as st

_PIECES = (
    *("*", "**", "_", "`", "```", "~~", "~", "[", "]", "(", ")", "<", ">", "!", "![", "](", "#"),
    *("1.", "2)", "- ", "-", "---", "+ ", "+", "=", "==", "\n", "\n\n", "    ", "\t", "\r", "|"),
    *(
        "|-|",
        ":-",
        ":",
        "/",
        "//",
        "\\",
        "&",
        ";",
        "&amp;",
        "&#42;",
        "&lt;",
        "$",
        "$$",
        "^",
        "[^1]",
    ),
    *("www.", "http://", "https://", "ftp://", "mailto:", "a@b.com", "evil.example", "evil.com"),
    *("<!--", "-->", "<b>", "</b>", "<?", "<![CDATA[", "<a href=x>", "{.a}", "'", '"', "x", " "),
    *("word", "3.5", "localhost", "🙂", "中文", "\u202e", "\x1b[2J", "\ud800", "\u200b", "\0"),
)

MARKUP = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
HOSTILE = MARKUP | st.text(st.characters(exclude_categories=()), max_size=40)
