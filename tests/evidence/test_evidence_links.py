"""Links: what became of each since it was captured."""

import pytest

from factcheck.evidence.capture import Captured
from factcheck.evidence.links import LinkState, judge, text_diff
from factcheck.model.capture import Capture, Snapshot

URL = "https://a.test/story"
BEFORE = Capture(URL, "2026-03-02T10:00:00.000Z", URL, URL, (URL,), 200, sha256="one")


def answered(text: str | None, *, sha256: str = "two", hops: tuple[str, ...] = (URL,)) -> Captured:
    capture = Capture(URL, "2026-04-02T10:00:00.000Z", URL, hops[-1], hops, 200, sha256=sha256)
    return Captured(capture, Snapshot(sha256, "text/html", b"x", text))


@pytest.mark.parametrize(
    ("now", "before", "text", "state", "reason"),
    [
        (answered("words", sha256="one"), BEFORE, "words", "ok", "as captured"),
        (answered("words"), BEFORE, "words", "ok", "the same words as captured"),
        (answered("words"), None, None, "ok", "answers; it was never captured"),
        (answered("other"), BEFORE, "words", "changed", "other words than on 2026-03-02"),
        (answered(None), BEFORE, None, "changed", "other bytes than on 2026-03-02"),
        (answered("x", hops=(URL, "https://b.test/y")), None, None, "redirected",
         "leads to https://b.test/y"),
        (answered("x", hops=(URL, "https://b.test/")), None, None, "soft-404",
         "it leads to the home page"),
        (answered("Page not found\nSorry"), BEFORE, "words", "soft-404",
         "the page says “Page not found”"),
        (answered("Error 404"), None, None, "soft-404", "the page says “Error 404”"),
        (answered("该页面已被删除"), None, None, "soft-404", "the page says “该页面已被删除”"),
        (answered("The page was removed\n" + "x " * 3000), None, None, "ok",
         "answers; it was never captured"),
        (answered("Page not found: a history", sha256="one"), BEFORE, "Page not found: a history",
         "ok", "as captured"),
        (Captured(Capture(URL, "", error="no connection")), BEFORE, "words", "dead",
         "no connection"),
    ],
)  # fmt: skip
def test_a_link_is_judged_by_what_it_was(
    now: Captured, before: Capture | None, text: str | None, state: str, reason: str
) -> None:
    check = judge(now, before, text)
    assert (check.state, check.reason) == (LinkState(state), reason)


def test_the_home_page_may_lead_to_itself() -> None:
    home = Capture("https://a.test", "", "https://a.test", "https://a.test/", ("a", "b"), 200)
    state = judge(Captured(home, Snapshot("x", "text/html", b"x", "Home")), None, None).state
    assert state is LinkState.REDIRECTED


def test_the_diff_shows_the_first_lines_that_changed() -> None:
    assert text_diff("one\ntwo\nthree", "one\n2\nthree") == ("- two", "+ 2")
    many = text_diff("\n".join("abcdefghijklmnop"), "")
    assert len(many) == 13
    assert many[-1] == "… and 4 more lines"
