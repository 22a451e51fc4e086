"""The web page: self-contained, harmless, accessible, and true to the article."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.export.options import Options
from factcheck.export.page import page
from factcheck.export.page.charts import bars, strip
from factcheck.export.page.look import POLICY, STYLE, class_of
from factcheck.export.page.marked import marked
from factcheck.export.page.tags import element, link, text
from factcheck.export.words import words_in
from factcheck.model.evidence import is_web_link
from factcheck.model.report import Report, tally_of
from factcheck.model.span import Span
from factcheck.model.visible import visible
from hostile_texts import HOSTILE
from html_structure import Parsed
from report_samples import CLAIM, FULL, REPORT, swapped

ARTICLE = "The fund — founded in 2001 — lost a third of its money.\n港口基金于五月被冻结。 " * 9


def written(report: Report, article: str = ARTICLE, options: Options | None = None) -> str:
    return "\n".join(page(report, article, options or Options()))


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    whole = written(FULL)
    parsed = Parsed(whole)
    assert whole.startswith('<!DOCTYPE html>\n<!-- Fact check -->\n<html lang="en">')
    assert {"script", "link", "img", "iframe", "form", "object"}.isdisjoint(parsed.tags)
    assert not any(name.startswith("on") or name == "style" for name in parsed.attributes)
    assert "@import" not in STYLE
    assert "url(" not in STYLE


def test_the_policy_allows_exactly_the_style_of_the_page() -> None:
    style = written(FULL).split("<style>")[1].split("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in POLICY
    assert POLICY.startswith("default-src 'none'; ")
    assert f'content="{text(POLICY)}"' in written(FULL)


def test_every_link_inside_the_page_leads_somewhere() -> None:
    parsed = Parsed(written(FULL))
    inner = [target[1:] for target in parsed.links if target.startswith("#")]
    assert len(inner) > 6
    assert set(inner) <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))


def test_headings_step_down_one_at_a_time() -> None:
    levels = [int(tag[1]) for tag in Parsed(written(FULL)).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_pictures_are_described_in_words() -> None:
    whole = written(FULL)
    assert whole.count("<svg") == whole.count('role="img"') == whole.count("<desc>") == 3
    assert "<desc>Supported" not in whole  # nothing has that verdict, so no bar says so
    assert "<desc>Misleading: 1; Refuted: 1;" in whole


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_every_text_can_be_read_in_light_and_dark(theme: int) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", STYLE.split("@media (prefers")[theme]))
    pairs = [(name, f"{name}-b") for name in colours if f"{name}-b" in colours]
    assert len(pairs) == 7
    pairs += [("ink", name) for name in colours if name.endswith("-b")]
    pairs += [(name, back) for name in ("ink", "dim", "link") for back in ("back", "soft")]
    assert min(_contrast(colours[one], colours[other]) for one, other in pairs) >= 4.5


def test_what_is_wrong_stands_before_everything_else() -> None:
    whole = written(FULL)
    places = [whole.index(word) for word in ("Refuted or misleading", "<svg", "Claim 6")]
    assert places == sorted(places)


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_no_text_from_outside_becomes_an_element(hostile: str) -> None:
    got = Parsed(written(swapped(FULL, lambda _: hostile), hostile))
    assert {"script", "img", "b", "iframe"}.isdisjoint(got.tags)
    outer = [one for one in got.links if not one.startswith(("#", "https://doi.org/"))]
    assert bool(outer) == is_web_link(hostile)
    assert got.attributes.isdisjoint({"onclick", "onload", "style"})


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=6)


@given(st.text(st.characters(exclude_categories=()), max_size=40), SPANS)
def test_the_article_in_the_page_is_the_article(
    article: str, places: list[tuple[int, int]]
) -> None:
    claims = []
    for number, (start, length) in enumerate(places, 1):
        span = Span(min(start, len(article)), min(start + length, len(article)))
        claims.append(replace(CLAIM, number=number, spans=(span,)))
    inner = "".join(marked(claims, article, lambda _: "v-open"))
    shown = "\n".join(visible(line) for line in article.split("\n"))
    assert Parsed(f'<div class="article">{inner}</div>').article == shown


def test_words_that_claims_share_lead_to_the_first_and_numbers_to_each() -> None:
    claims = [
        replace(CLAIM, number=1, spans=(Span(0, 8),)),
        replace(CLAIM, number=2, spans=(Span(4, 8),)),
    ]
    inner = "".join(marked(claims, "The fund fell", lambda _: "v-open"))
    assert inner == (
        '<span id="at-1"></span><a href="#claim-1" class="mark v-open">The </a>'
        '<span id="at-2"></span><a href="#claim-1" class="mark v-open">fund</a>'
        '<sup><a href="#claim-1">1</a>, <a href="#claim-2">2</a></sup> fell'
    )


def test_an_empty_report_says_that_there_is_nothing() -> None:
    whole = written(REPORT, "")
    assert "No claim was found in this article." in whole
    assert "Nobody has acted on this article yet." in whole
    assert "The article gives no reference." in whole
    assert "<svg" in whole  # the coverage
    none = written(replace(FULL, corrections=replace(FULL.corrections, claims=())),  # type: ignore[type-var]
                   options=Options(verdicts=("supported",)))  # fmt: skip
    assert "Nothing has changed since." in none
    assert "No claim has one of the verdicts" in none


def test_a_claim_that_was_put_off_says_by_whom() -> None:
    deferred = replace(CLAIM, status="deferred", deferred_by=("Ada <a>",))
    assert "<p>Put off by Ada &lt;a&gt;.</p>" in written(replace(REPORT, claims=(deferred,)))


def test_a_report_of_decided_claims_only_says_so() -> None:
    decided = replace(CLAIM, verdict="refuted", status="decided", current=False, spans=())
    whole = written(replace(REPORT, claims=(decided,), ledger=()))
    assert "Every claim has a verdict." in whole
    assert "of an older reading" in whole
    assert "<h3>Claim 1 <span" in whole


def test_more_wrong_claims_than_a_summary_names_are_counted() -> None:
    tally = tally_of(FULL)
    counted = replace(tally, outcomes=(("refuted", "decided", 150),), wrong=tally.wrong[:1])
    assert "… and 149 more" in written(replace(FULL, tally=counted))


@pytest.mark.parametrize(
    ("rating", "status", "known", "expected"),
    [
        (5, "", True, "v-true"),
        (1, "", True, "v-false"),
        (9, "", True, "v-none"),
        (None, "", True, "v-none"),
        (None, "disagreement", False, "v-clash"),
        (None, "open", False, "v-open"),
    ],
)
def test_a_colour_for_each_outcome(
    rating: int | None, status: str, known: bool, expected: str
) -> None:
    assert class_of(rating, status, known=known) == expected


def test_charts_of_nothing_are_nothing_and_long_labels_are_cut() -> None:
    words = words_in("en")
    assert bars("x", [], words) == bars("x", [("a", 0, "b")], words) == ""
    assert strip("x", [("a", 0, "b")], words) == ""
    drawn = bars("<x>", [("y" * 99, 3, "v-open")], words)
    assert "y" * 25 + "…</text>" in drawn
    assert "<title>&lt;x&gt;</title>" in drawn


def test_attributes_are_quoted_and_none_leaves_them_out() -> None:
    assert element("p", "x", class_='a"b', id=None, data_x="<") == (
        '<p class="a&quot;b" data-x="&lt;">x</p>'
    )
    assert link("x", "javascript:1") == "x <code>javascript:1</code>"
    assert link("", "") == ""


def test_the_fact_check_that_evidence_is_stands_at_the_evidence() -> None:
    assert (
        "Checked before: False (1 of 1–5), Harbour Checks, 2025-06-01; “The harbour fund lost half"
        " of its money.”; differs in a number: third here, half there"
    ) in written(FULL)
    german = Options(words_in("de"))
    assert "Schon geprüft: " in written(FULL, options=german)
    assert "verschieden in einer Zahl: hier third, dort half" in written(FULL, options=german)
