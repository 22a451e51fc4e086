"""Sentences that look as if they could be split, and must stay whole or keep a part."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Roy built a pier and hired staff – the largest investment in its history.",
            id="what stands behind a dash may belong to both verbs",
        ),
        pytest.param(
            "Roy closed the mine, a move that angered tenants.",
            id="an apposition about all that was said",
        ),
        pytest.param(
            "In Rome, sell the house and the tenants will move.",
            id="what is joined to a command",
        ),
        pytest.param(
            "Roy raised the rent in a cold winter for poor tenants, which could end in court.",
            id="a relative clause about what may come of it",
        ),
        pytest.param(
            "It may be that the firm has left the port and will sell its boats.",
            id="what is joined below “it may be that”, read with two verbs",
        ),
        pytest.param(
            "If you could please sign the letter and send it back.",
            id="what is joined under a condition without a main clause",
        ),
        pytest.param(
            "The money that does exist for the towns goes to roads.",
            id="a relative clause that says there is little of it",
        ),
        pytest.param(
            "There is no doubt but that the port will close.",
            id="“but that” joins nothing",
        ),
        pytest.param(
            "Not only are these boats completely old and slow, but they just do not float.",
            id="a verb before its subject",
        ),
        pytest.param(
            "It's my birthday in a few days and was wondering if you would come along.",
            id="“I” left out behind “it's”",
        ),
        pytest.param(
            "Doctors recommended that the boy stay at home.",
            id="what is asked for and not said to be so",
        ),
        pytest.param(
            "It may be that Roy and Vale have won and can offer a plan.",
            id="what is joined below “it may be that”",
        ),
        pytest.param(
            "Caught in the wars In a poll, teachers said much.",
            id="a heading that runs into the sentence",
        ),
        pytest.param(
            "Roy began writing a story centered on the sea, and spread across a number of books.",
            id="a verb that may be a participle",
        ),
        pytest.param(
            "It is “strange” that in Rome “you can be poor, and yet you could be a judge.”",
            id="what goes on with a quotation",
        ),
        pytest.param(
            "Roy raised the rent, not because the state had asked, but because of costs.",
            id="a cause that is denied",
        ),
        pytest.param(
            "Bread is the one thing that cannot be rationed in a war.",
            id="what is nothing without its clause",
        ),
        pytest.param(
            "Roy raised the rent in May, which angered tenants.",
            id="a relative clause about all that was said",
        ),
        pytest.param(
            "Roy bought a map of the harbour, which is the pride of the town.",
            id="a relative clause that may be about either noun",
        ),
        pytest.param(
            "Roy resigned after a night in Paris, who had long waited for it.",
            id="a place is nobody",
        ),
        pytest.param(
            "Roy ends the trip to Bonn, focused largely on rights, by giving a grant for a road.",
            id="a participle with a phrase behind its comma",
        ),
        pytest.param(
            "Roy and Vale, elected in May, met on Friday.",
            id="a participle behind two names",
        ),
        pytest.param(
            "Roy has one aim: the port would move to the south.",
            id="what is only supposed behind a colon",
        ),
        pytest.param(
            "If the vote fails, one thing is clear: the port moves to the south.",
            id="a condition before a colon",
        ),
    ],
)
def test_what_is_uncertain_stays_in_one_claim(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_a_dash_behind_two_verbs_keeps_them_together() -> None:
    assert claims("Roy closed the mine and sold the railway – a line built in 1890.") == [
        "Roy closed the mine and sold the railway.",
        "the railway is a line built in 1890.",
    ]


def test_a_name_behind_words_of_another_phrase_is_said_alone() -> None:
    text = (
        "Sept. 11 Commission member Philip Vale, who is close to the Roy administration, admitted "
        "on May 10, 2002, that the aim of the town was to “protect Dale,” according to the Times."
    )
    assert "Philip Vale is close to the Roy administration." in claims(text)


def test_a_verb_without_an_object_gets_none() -> None:
    text = 'The form, which media reports range from ten to 32 pages, "must be sent in May".'
    assert not any("range the form" in claim for claim in claims(text))


def test_a_clause_keeps_its_last_word() -> None:
    assert claims("While infections still remain elevated, most schools have opened.") == [
        "infections still remain elevated.",
        "most schools have opened.",
    ]


def test_a_percent_sign_is_no_mark_at_the_edge() -> None:
    said = claims("Roy said that a war had cut growth by 3%.")
    assert said[-1] == "a war had cut growth by 3%."


def test_marks_of_excitement_end_no_other_claim() -> None:
    assert claims("I heard the town band play in the port and they are very good!!") == [
        "I heard the town band play in the port.",
        "they are very good.",
    ]


def test_an_unfinished_verb_ends_no_claim() -> None:
    whole = "In the past there have been .. and maybe there still are many things that you miss."
    assert claims(whole) == [whole]


def test_several_who_may_be_one_are_said_nothing_of() -> None:
    whole = (
        "Impressed by this result, Yi Wen of the Reserve Bank of St Louis and Jing Wu of Dale "
        "University wrote another paper."
    )
    assert claims(whole) == [whole]
