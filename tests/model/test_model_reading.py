from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.citation import Citation, CitationKind
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.reading import Account, Reading, accounts, ledger, main_language
from factcheck.model.span import Span
from marks import unmark


def _reading(
    text: str,
    *,
    roles: tuple[tuple[Span, Role], ...] = (),
    claims: tuple[Claim, ...] = (),
    citations: tuple[Span, ...] = (),
) -> Reading:
    return Reading(
        Document(text, "", ""),
        tuple(Segment(span, role) for span, role in roles),
        claims,
        tuple(Citation(CitationKind.LINK, span) for span in citations),
        (),
    )


@pytest.mark.parametrize(
    ("role", "account"),
    [
        (Role.HEADING, Account.HEADING),
        (Role.QUOTATION, Account.QUOTATION),
        (Role.LEAD_IN, Account.LEAD_IN),
        (Role.BYLINE, Account.BYLINE),
        (Role.CAPTION, Account.CAPTION),
        (Role.QUESTION, Account.QUESTION),
        (Role.SEPARATOR, Account.SEPARATOR),
        (Role.SENTENCE, Account.UNACCOUNTED),
        (Role.LIST_ITEM, Account.UNACCOUNTED),
        (Role.FRAGMENT, Account.UNACCOUNTED),
    ],
)
def test_a_segment_without_a_claim_counts_by_its_role(role: Role, account: Account) -> None:
    counts = ledger(_reading("Harbour", roles=((Span(0, 7), role),)))
    assert counts == {**dict.fromkeys(Account, 0), account: 7}


def test_words_that_are_left_over_are_unaccounted_and_marks_are_separators() -> None:
    counts = ledger(_reading("– Ada, 9 港。"))
    assert counts[Account.UNACCOUNTED] == len("Ada9港")
    assert counts[Account.SEPARATOR] == len("– , 。") + 1


def test_a_claim_outranks_attribution_which_outranks_citation_which_outranks_role() -> None:
    text, (source, cue, claim, cited) = unmark("⟦Roy⟧ ⟦says⟧ ⟦it ⟦fell⟧⟧ far")
    whole, wide = Span(0, len(text)), Span(claim.start, len(text))
    attribution = Attribution(named=True, source=(source,), cue=(cue,), content=(claim,))
    reading = _reading(
        text,
        roles=((whole, Role.QUOTATION),),
        claims=(Claim("It fell.", (claim,), attribution=attribution), Claim("It.", (cited,))),
        citations=(cited, wide, source),
    )
    assert [(span.of(text), account) for span, account in accounts(reading)] == [
        ("Roy", Account.ATTRIBUTION),
        (" ", Account.QUOTATION),
        ("says", Account.ATTRIBUTION),
        (" ", Account.QUOTATION),
        ("it fell", Account.CLAIM),
        (" far", Account.CITATION),
    ]


def test_the_attribution_of_one_claim_does_not_cover_the_words_of_another() -> None:
    text, (source,) = unmark("⟦Roy⟧ fell")
    attribution = Attribution(named=True, source=(source,), cue=(), content=())
    first = Claim("Roy.", (source,))
    second = Claim("x", (Span(4, 8),), attribution=attribution)
    assert ledger(_reading(text, claims=(first, second)))[Account.ATTRIBUTION] == 0


def test_an_empty_text_has_an_empty_ledger() -> None:
    assert tuple(accounts(_reading(""))) == ()
    assert set(ledger(_reading("")).values()) == {0}


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text with any spans over it, overlapping or empty as they come."""
    text = draw(st.text(st.characters(exclude_categories=()), max_size=40))
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(lambda ends: Span(*sorted(ends)))
    several = st.lists(spans, max_size=3).map(tuple)
    attributions = st.builds(Attribution, st.booleans(), several, several, several)
    claims = st.builds(
        Claim, st.just("x"), several.filter(bool), attribution=st.none() | attributions
    )
    return _reading(
        text,
        roles=draw(st.lists(st.tuples(spans, st.sampled_from(Role)), max_size=4).map(tuple)),
        claims=draw(st.lists(claims, max_size=4).map(tuple)),
        citations=draw(several),
    )


@given(readings())
@settings(max_examples=50)
def test_accounts_tile_the_text_and_the_ledger_sums_to_its_length(reading: Reading) -> None:
    text = reading.document.text
    runs = tuple(accounts(reading))
    assert "".join(span.of(text) for span, _ in runs) == text
    assert all(one.end == after.start for (one, _), (after, _) in pairwise(runs))
    assert all(span.start < span.end for span, _ in runs)
    assert all(account != after for (_, account), (_, after) in pairwise(runs))
    assert sum(ledger(reading).values()) == len(text)
    assert set(ledger(reading)) == set(Account)


@given(readings())
@settings(max_examples=50)
def test_each_character_of_a_claim_counts_as_a_claim(reading: Reading) -> None:
    claimed = {at for one in reading.claims for s in one.spans for at in range(s.start, s.end)}
    assert ledger(reading)[Account.CLAIM] == len(claimed)


@pytest.mark.parametrize(
    ("languages", "main"),
    [
        pytest.param((), None, id="no segment"),
        pytest.param((None, None), None, id="none known"),
        pytest.param(("en", None, "zh", "zh"), "zh", id="most characters"),
        pytest.param(("zh", "en"), "en", id="as many of each"),
    ],
)
def test_the_main_language_is_that_of_most_characters(
    languages: tuple[str | None, ...], main: str | None
) -> None:
    segments = tuple(
        Segment(Span(4 * at, 4 * at + 4), Role.SENTENCE, language)
        for at, language in enumerate(languages)
    )
    assert main_language(Reading(Document("", "", ""), segments, (), (), ())) == main
