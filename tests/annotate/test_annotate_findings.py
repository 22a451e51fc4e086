"""Findings: which words are remarked on, under which rule, and where nothing is said."""

from dataclasses import replace

import pytest
from hypothesis import given

from factcheck.annotate import RULES, find_findings, findings_in
from factcheck.annotate.rules import TAXONOMY
from factcheck.model.claim import Attribution, Claim
from factcheck.model.document import Document, Role, Segment
from factcheck.model.finding import Finding
from factcheck.model.reading import Reading
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from lined import lined_reading
from marks import unmark


def _found(text: str, prefix: str, language: str | None = "en") -> list[Finding]:
    reading = lined_reading(text, language)
    return [one for one in find_findings(reading) if one.rule.startswith(prefix)]


RHETORIC = [
    ("rhetoric.loaded", "The council's ⟦disgraceful⟧ vote passed."),
    ("rhetoric.absolute", "The keeper ⟦never⟧ sleeps."),
    ("rhetoric.hedge", "The club ⟦might move⟧."),
    ("rhetoric.hedge", "The old hall ⟦could serve as⟧ a school."),
    ("rhetoric.hedge", "The wall ⟦may soon be⟧ torn down."),
    ("rhetoric.vague-quantity", "⟦Most⟧ shops in Dale were shut."),
    ("rhetoric.vague-quantity", "⟦Certain⟧ shops were shut."),
    ("rhetoric.vague-quantity", "⟦Few⟧ shops were shut."),
    ("rhetoric.vague-frequency", "The ferry is ⟦often⟧ late."),
    ("rhetoric.relative-time", "The ferry has run ⟦for years⟧."),
    ("rhetoric.imprecise-degree", "The fee was ⟦substantially⟧ raised."),
    ("rhetoric.exaggeration", "The council faces an ⟦avalanche of⟧ letters."),
    ("rhetoric.insinuation", "⟦Follow the money⟧, Dale."),
    ("rhetoric.appeal-to-fear", "Vote ⟦before it is too late⟧."),
    ("rhetoric.false-dilemma", "You are ⟦with us or against us⟧."),
    ("rhetoric.vague-quantity", "The bank shut ⟦several⟧ branches."),
    ("rhetoric.puffery", "The ⟦world-class⟧ harbour opened."),
    ("rhetoric.puffery", "Dale has ⟦one of the finest⟧ harbours."),
    ("rhetoric.editorial", "⟦Sadly⟧, the band split."),
    ("rhetoric.mind-reading", "The striker ⟦wants to⟧ leave."),
    ("rhetoric.mind-reading", "The striker ⟦does not seem worried⟧."),
    ("rhetoric.weasel-source", "⟦Critics say⟧ the dam leaks."),
    ("rhetoric.weasel-source", "⟦Some people⟧ in Dale like it."),
    ("rhetoric.weasel-source", "⟦Internal documents show⟧ a leak."),
    ("rhetoric.weasel-source", "⟦It is widely believed⟧ that the dam leaks."),
    ("rhetoric.weasel-source", "The dam ⟦is thought to⟧ leak."),
    ("rhetoric.label", "They sent an ⟦army of hackers⟧."),
    ("rhetoric.label", "The ⟦communist-run country⟧’s port shut."),
    ("rhetoric.label", "The ⟦thugs⟧ ran away."),
    ("rhetoric.scare-quotes", "The ⟦“reform”⟧ failed."),
    ("rhetoric.loaded", "这是⟦令人发指⟧的行为。"),
    ("rhetoric.vague-quantity", "⟦许多⟧球迷到场。"),
]


@pytest.mark.parametrize(("rule", "marked"), RHETORIC)
def test_rhetoric_is_found_by_its_exact_words(rule: str, marked: str) -> None:
    text, spans = unmark(marked)
    found = _found(text, "rhetoric.", "en" if text[0].isascii() else "zh")
    assert [(one.rule, one.span) for one in found] == [(rule, spans[0])]
    assert found[0].claims == (0,)
    assert not found[0].quoted


PLAIN = [
    "The Historic Houses Trust met.",
    "Outstanding Schools won a prize.",
    "The historic district flooded.",
    "At least one ship sank.",
    "How many ships sank is known.",
    "The fund has some 12 members.",
    "The keeper does not always sleep.",
    "The might of the sea broke it.",
    "The war on drugs went on.",
    "The word “reform” is old.",
    "Roy said the plan was “weak”.",
    "The Lion (“lion”) sleeps.",
    "The “lion” (a statue) fell.",
    "The “Lion” fell.",
    "The “three grey lions” fell.",
    "The council met on Monday.",
    "Extremist groups met.",
    "The keeper could not hear the bell.",
    "The keeper could not find the bell.",
    "In May the keeper rang the bell.",
    "The most southern lamp is green.",
    "The few lamps are green.",
    "The hall was considered by the council.",
    "The researchers said the lamp was green.",
    "The Communist Party met.",
    "He raised a “green” lamp.",
    "The crowd filled the square, and the crowd of Dale was calm.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_names_numbers_and_fixed_expressions_are_passed_over(text: str) -> None:
    assert _found(text, "rhetoric.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The port lost it at http://evil/never/50%25.png on Monday.",
        "See [the chart](evil/disgraceful.png) of the port.",
        "Write to evil@port.example or www.evil.example today.",
        "The site evil.com/always fell.",
    ],
)
def test_words_of_addresses_are_no_findings(text: str) -> None:
    assert _found(text, "") == []


def test_words_beside_an_address_are_found() -> None:
    (found,) = _found("The disgraceful vote is at http://evil/never on Monday.", "rhetoric.")
    assert found.span == Span(4, 15)


def test_words_in_a_quotation_are_the_speakers() -> None:
    (found,) = _found("“It was a disgraceful vote,” Roy said.", "rhetoric.")
    assert found.quoted
    assert "the speaker's" in found.message
    assert found.strength < _found("It was a disgraceful vote.", "rhetoric.")[0].strength


def test_other_languages_and_bylines_yield_nothing() -> None:
    assert _found("The disgraceful vote.", "rhetoric.", "fr") == []
    text = "By a disgraceful “hack”"
    byline = (Segment(Span(0, len(text)), Role.BYLINE, "en"),)
    assert find_findings(Reading(Document(text, "", ""), byline, (), (), ())) == ()


UNSUPPORTED = [
    ("unsupported.statistic", "The fund lost ⟦14 percent⟧ of its value."),
    ("unsupported.statistic", "The storm sank ⟦45,000⟧ boats off Marlow in May 2021."),
    ("unsupported.superlative", "Dale has the ⟦largest⟧ port in the county."),
    ("unsupported.causal", "The Dale dam ⟦led to⟧ the flood."),
    ("unsupported.accusation", "The Dale Trust took ⟦bribes⟧."),
    ("unsupported.comparison", "Dale grew ⟦faster than⟧ Marlow."),
    ("unsupported.quotation", "It was built “⟦at no cost to anyone in Dale⟧” then."),
    ("unsupported.unnamed-source", "⟦Court records show⟧ he left."),
    ("unsupported.statistic", "The fund spent ⟦$12 million⟧ on the dam in 2021."),
    ("unsupported.contested", "The dam ⟦poses a threat⟧ to Dale."),
    ("unsupported.recent-event", "The company ⟦recently⟧ fired the director of the bank."),
    ("unsupported.undated-source", "⟦Earlier this week⟧ the trust’s own report came."),
    ("unsupported.undated-source", "⟦A Harbour Trust web post⟧ exists."),
    ("unsupported.statistic", "该市失业人数为⟦12万⟧人。"),
]


@pytest.mark.parametrize(("rule", "marked"), UNSUPPORTED)
def test_a_claim_that_rests_on_nothing_is_found(rule: str, marked: str) -> None:
    text, spans = unmark(marked)
    found = _found(text, "unsupported.", "en" if text[0].isascii() else "zh")
    assert [(one.rule, one.span) for one in found] == [(rule, spans[0])]


SUPPORTED = [
    "The fund lost 14 percent of its value (https://a.example/b).",
    "The fund lost 14 percent of its value, Ines Roy said.",
    "The fund lost 14 percent of its value, as cited above.",
    "Roy said the fund shrank. It lost 14 percent of its value.",
    "The figures are these:\n- It lost 14 percent.\n- See https://a.example/b.",
    "The mayor opened the bridge.",
    "I think the fund lost 14 percent of its awful value.",
    "It was built “at no cost”.",
    "It was built “at no cost to anyone in Dale” (https://a.example/b).",
    "A Harbour Trust web post of May 2021 exists.",
    "A Harbour Trust web post cited above exists.",
    "A Harbour Trust web post (https://a.example/b) exists.",
    "Court records show he left (https://a.example/b).",
    "The letter reads “at no cost to anyone in Dale or Marlow”.",
    "It asks “what will it cost the people of Dale?”",
    "Dale has one of the largest ports in the county.",
    "The fund could lose 14 percent of its value.",
    "The fund bought 40 chairs in 2021.",
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_a_source_in_the_paragraph_or_list_is_enough(text: str) -> None:
    assert _found(text, "unsupported.") == []


def test_a_source_in_another_paragraph_is_not_enough() -> None:
    text = "See https://a.example/b.\nThe fund lost 14 percent.\n"
    (found,) = _found(text, "unsupported.")
    assert found.claims == (1,)


def test_words_that_stand_only_in_the_insertions_are_no_finding() -> None:
    text = "It rained in Dale. The fund fell."
    reading = lined_reading(text)
    claim = replace(reading.claims[0], text="It lost 14 percent.", check_worthiness=0.9)
    assert find_findings(replace(reading, claims=(claim,))) == ()


def test_of_overlapping_findings_of_one_rule_the_longest_stays() -> None:
    text = "The fund lost 14 percent. It fell."
    reading = lined_reading(text)
    whole = Claim(text, (Span(0, len(text)),), check_worthiness=0.9)
    found = find_findings(replace(reading, claims=(*reading.claims, whole)))
    assert [one.claims for one in found] == [(0, 2)]


def test_a_longer_finding_that_begins_later_replaces_a_shorter_one() -> None:
    text = "some say or rather many people say it rained"
    reading = lined_reading(text)
    whole = (Span(0, len(text)),)
    claims = tuple(
        Claim(text, whole, attribution=Attribution(False, (source,), (cue,), whole))
        for source, cue in ((Span(0, 4), Span(5, 18)), (Span(9, 30), Span(31, 34)))
    )
    found = find_findings(replace(reading, claims=claims))
    assert [one.span for one in found if one.rule == "unsupported.unnamed-source"] == [Span(9, 34)]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_it_means_in_one_line(rule: str) -> None:
    assert RULES[rule]
    assert "\n" not in RULES[rule]


ELSEWHERE = {"rhetoric.scare-quotes", "rhetoric.repetition"}


def test_every_rule_is_drawn_somewhere() -> None:
    # Rules about captured sources are no annotator's: they need what was captured.
    families = ("arithmetic", "consistency", "citation")
    drawn = {rule for rule, _ in (*RHETORIC, *UNSUPPORTED)} | ELSEWHERE
    assert drawn == {rule for rule in RULES if not rule.startswith(families)}


def test_the_third_sentence_in_a_row_that_begins_alike_is_repetition() -> None:
    text = (
        "We will be here.\nWe will be heard.\nWe will be back.\nWe will be old.\nThe end is near."
    )
    (found,) = _found(text, "rhetoric.repetition")
    assert found.span == Span(35, 45)


def test_a_word_that_is_loaded_in_company_is_plain_alone() -> None:
    assert _found("The fire brought chaos to Dale on 3 May 2021.", "rhetoric.loaded") == []
    text = "What a pathetic, shameful farce: our hopeless council brought nothing but chaos!"
    found = {one.span.of(text) for one in _found(text, "rhetoric.loaded")}
    assert {"pathetic", "shameful", "farce", "chaos"} <= found


def test_words_inside_longer_words_of_another_rule_are_found_once() -> None:
    text = "The firm does not seem worried."
    assert [one.rule for one in _found(text, "rhetoric.")] == ["rhetoric.mind-reading"]


def test_a_passive_with_its_speaker_is_no_weasel() -> None:
    assert _found("The bell is often praised by the council.", "rhetoric.weasel") == []


def test_what_somebody_says_needs_no_other_source() -> None:
    text = "Critics say the fund lost 14 percent of its value."
    assert {one.rule for one in _found(text, "unsupported.")} == {"unsupported.unnamed-source"}


def test_every_rule_of_rhetoric_has_a_place_in_the_taxonomy() -> None:
    assert set(TAXONOMY) == {rule for rule in RULES if rule.startswith("rhetoric.")}
    assert all(any(names) for names in TAXONOMY.values())


@given(HOSTILE)
def test_findings_of_any_text_are_ordered_explained_and_apart(text: str) -> None:
    reading = lined_reading(text, None)
    found = find_findings(reading)
    in_text = findings_in(reading.document, reading.segments)
    assert find_findings(reading, found_in_text=in_text) == found
    assert [one.span for one in found] == sorted(one.span for one in found)
    last: dict[str, Span] = {}
    for one in found:
        assert one.rule in RULES
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert 0 <= one.strength <= 1
        assert one.rule not in last or not last[one.rule].overlaps(one.span)
        last[one.rule] = one.span
