"""What looks as if it could be split off, and would say what the sentence does not say."""

import pytest

from decomposed import claims
from factcheck.segment import claims_of, split


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Tom Vik of Lake Aid, a charity, was reached by phone.",
            id="what a person is from, described",
        ),
        pytest.param(
            "The board thanked Anna Lind from Norvik, the oldest member of the club, for her help.",
            id="a person from a place, described",
        ),
        pytest.param(
            "The town signed a treaty, a secret treaty, with its rival.",
            id="the same noun once more",
        ),
        pytest.param(
            "The mill was named in court only as Mill B, which burned down before it was searched.",
            id="another name of what was named before",
        ),
        pytest.param(
            "The board ordered a review, which the union said should be led by a judge.",
            id="a relative pronoun of a verb below",
        ),
        pytest.param(
            "The town will name a street after the painter Ines Roy, who was born there and whose "
            "house was burned.",
            id="a second relative pronoun",
        ),
        pytest.param(
            "A study found that rents would fall by a tenth, but that they would rise in three "
            "towns, one of which, Vik, already has the highest ones.",
            id="what stands behind the second of two contents",
        ),
        pytest.param(
            "The club, opened in 1990 by two former players of Dale, Ines Roy and Tom Berg, and "
            "based in Oslo, has yet to win a single cup, but says it has debts worth $2m.",
            id="a participle behind which “and based” goes on",
        ),
        pytest.param(
            "Had the guard locked the gate, Vik said, the boat would have stayed in the port.",
            id="a condition without “if” before a tag",
        ),
        pytest.param(
            "It is the worst fire in the town since 2006, when 12 people died in the same street, "
            "and the third this year.",
            id="a noun that goes on behind a clause",
        ),
        pytest.param(
            "Roy moved to Oslo when he was six years old.",
            id="an age that only says when",
        ),
        pytest.param(
            "The family moved to Oslo when Roy was a child.",
            id="a time of life",
        ),
        pytest.param(
            "No mayor has ruled without a majority since 1977, when Berg did so for five months.",
            id="“did so” without what was done",
        ),
        pytest.param(
            "Tom Berg may be moved to a bigger cell, but his brother can't.",
            id="an auxiliary without its verb",
        ),
        pytest.param(
            "The question is how long will it take and how much money will it cost.",
            id="two questions",
        ),
        pytest.param(
            "The letters hint that Berg had sold some of his ships to Lind, and this might have "
            "led him to leave the town for good.",
            id="a clause that may be hinted at, too",
        ),
        pytest.param(
            "Storms are fed by a form of heat in moisture drawn from the ocean that condenses to "
            "form rain.",
            id="a noun inside what is said of another",
        ),
        pytest.param(
            "Can I say this, and perhaps you can then help us with the case.",
            id="half a question",
        ),
        pytest.param(
            "It was town policy to bring children into the old school that was praised by the "
            "clerk.",
            id="what “it was” picks out",
        ),
        pytest.param(
            "The firm refused to sell the mill; though the owner's poor health soon changed its "
            "plans.",
            id="half a sentence behind a semicolon",
        ),
        pytest.param(
            'As Berg summed it up: "The river shapes the town; the town feeds the river."',
            id="a quotation whose speaker no verb of saying names",
        ),
        pytest.param(
            "Dale is a small town with few shops and new to guests, and therefore the hotel rooms "
            "are not quite like other rooms.",
            id="a subject taken for what is said",
        ),
        pytest.param(
            "The town fell to the enemy, there being few soldiers guarding the walls.",
            id="“there” in what stands beside a sentence",
        ),
        pytest.param(
            "Berg wrote to the council in May, declaring the said council abolished.",
            id="what something is declared to be",
        ),
        pytest.param(
            "Lind made her name as a gifted keeper, known for her long throws.",
            id="what one is known as, described",
        ),
        pytest.param("The clerk became a judge, elected in 2004.", id="what one became, described"),
        pytest.param(
            "Berg made herself a judge, elected in 2004.",
            id="what one made oneself, described",
        ),
    ],
)
def test_what_would_not_be_entailed_stays_in_its_sentence(sentence: str) -> None:
    found = claims(sentence)
    assert [claim.rstrip(".") for claim in found if len(claim) > 1][:1] == [sentence.rstrip(".")]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            (
                "About 40 families had left their homes, the mayor said, denying that any of them "
                "had been paid."
            ),
            "any of them had been paid.",
        ),
        (
            (
                "The plan will not be carried out because it costs too much, the board said, "
                "reversing a vote it had taken in May."
            ),
            (
                "The plan will not be carried out because it costs too much, reversing a vote it "
                "had taken in May."
            ),
        ),
        (
            "The plan will steer the march towards the digital age that will change the town.",
            "the march towards the digital age will change the town.",
        ),
        (
            (
                "The numbers show that in his first four years, Roy not only showed up, he showed "
                "up a lot."
            ),
            "The numbers show that in his first four years, Roy not only showed up.",
        ),
        (
            "If they refuse, then they are punished because they really offend the council.",
            "they really offend the council.",
        ),
        (
            (
                "Ideally the town would have cut rents and sold land but, sadly, this is not "
                "possible."
            ),
            "Ideally sadly, this is not possible.",
        ),
        (
            '"They told us in March that nobody would lose a job," said Tom Berg.',
            "nobody would lose a job.",
        ),
        (
            (
                "Mice that were fed sugar slept longer than those that were not, doctors said on "
                "Monday, but they did not eat more."
            ),
            "they did not eat more.",
        ),
        ("Lind, a lawyer, says that it is not, and will go to court.", "it is not."),
        (
            "A spokesman said the loan had rested on a grant, which the state had since withdrawn.",
            "the state had since withdrawn a grant.",
        ),
        (
            "The trader said the loan rested on a grant, which the state would withdraw.",
            "the state would withdraw a grant.",
        ),
        (
            "At Vik she took a degree in law, and later attended a school in Oslo for a year.",
            "At Vik she later attended a school in Oslo for a year.",
        ),
        (
            "Unfortunately for the tenants, the firm bought the mill and sold the land in May.",
            "Unfortunately the firm sold the land in May.",
        ),
        (
            "Reuters The bank of Dale lost money in May, Tom Berg, head of the port, told Reuters.",
            "The bank of Dale lost money in May, Tom Berg, head of the port.",
        ),
    ],
)
def test_what_the_sentence_does_not_say_is_no_claim(sentence: str, wrong: str) -> None:
    found = claims(sentence)
    assert found
    assert wrong not in found


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "The painter studied in Rome and, after a short trip to the coast, moved to Oslo.",
            "The painter, after a short trip to the coast, moved to Oslo.",
        ),
        (
            "The firm bought the mill and in 2016, began to sell its land.",
            "The firm, in 2016, began to sell its land.",
        ),
        (
            "The town's clerk, Anna Lind, who took office in May, said that the vote was lost.",
            "Anna Lind, who took office in May, said that the vote was lost.",
        ),
        (
            (
                "A study found that traffic would fall by a fifth, but that it would rise in three "
                "neighbouring towns, one of which, Sant Vik, already has the worst air in the "
                "county."
            ),
            (
                "traffic would fall by a fifth, but that it would rise in three neighbouring "
                "towns, one of which, Sant Vik, already has the worst air in the county."
            ),
        ),
        (
            (
                "The Rev. Tom Berg appeared calm as the verdict was read, and he blinked and saw "
                "his lawyers before being led away in handcuffs. ..."
            ),
            "The Rev. Tom Berg appeared calm as the verdict was read.",
        ),
        (
            "Berg's father was Catholic and her mother, originally a Protestant, moved to Rome.",
            "her mother, originally a Protestant, moved to Rome.",
        ),
        (
            (
                "During the first hearing, Lone 'confessed' his part in the theft and gave several "
                "vital clues."
            ),
            "During the first hearing, Lone gave several vital clues.",
        ),
        (
            "It was a natural thing, but Roy never saw himself as 'The Town Poet.'",
            "Roy never saw himself as 'The Town Poet.'",
        ),
        (
            "The word was invented by Jonathan Berg and used in his book 'Roy's Travels'.",
            "The word was used in his book 'Roy's Travels'.",
        ),
        (
            "Lind said on the day of the vote, \"When he was winning, I thought, 'OK, I'll go'.\"",
            "\"When he was winning, I thought, 'OK, I'll go'.\"",
        ),
        (
            (
                '"The old king\'s counsel," says Michael Lind, a palace clerk who recently left '
                'the court and once headed its staff, "was always, Before you strike someone, warn '
                'them very clearly..."'
            ),
            (
                '"The old king\'s counsel," says Michael Lind, "was always, Before you strike '
                'someone, warn them very clearly..."'
            ),
        ),
        (
            (
                "One of the town's tasks is to pass the so-called “Lake Act,” which has been shown "
                "to the members of the council."
            ),
            "the so-called “Lake Act” has been shown to the members of the council.",
        ),
        (
            (
                "Before the birth of the town, we have endured all the pains of labour and our "
                "hearts are heavy with the memory of it."
            ),
            "our hearts are heavy with the memory of it.",
        ),
        ("Roy met the man who's running the mill.", "the man's running the mill."),
        (
            (
                "The word became a great success in search, and gained ground on many engines "
                "including Berg, Vik, and Wahoo!."
            ),
            "The word became a great success in search.",
        ),
        ("The drug, sold as Bern, costs a lot.", "The drug is sold as Bern."),
        (
            "The drug, sold as Bern until 2010, costs a lot.",
            "The drug was sold as Bern until 2010.",
        ),
        (
            "Shares in Vik, listed in Oslo and Rome, fell by 9% on Monday.",
            "Shares in Vik are listed in Oslo and Rome.",
        ),
        (
            "Bank of Norway, a lender, was fined.",
            "Bank of Norway is a lender.",
        ),
        (
            "Aisha Noor of Arctic Aid, a nurse, was reached by phone.",
            "Aisha Noor of Arctic Aid is a nurse.",
        ),
        (
            "It may be small; if the council may not sell the mill, nobody may.",
            "if the council may not sell the mill, nobody may.",
        ),
        (
            "Jafari said she felt the boy had been wronged and her letter had changed the law.",
            "her letter had changed the law.",
        ),
        (
            "Roy said “the mill is lost”, and the price of bread rose at once in the town.",
            "the price of bread rose at once in the town.",
        ),
        ("Besides, as Berg noted, it is a safer road.", "Besides, it is a safer road."),
        ("In the spring, as Roy noted, the mill was sold.", "In the spring, the mill was sold."),
        ("The mill, as Roy noted, was sold in May.", "The mill was sold in May."),
    ],
)
def test_a_claim_reads_as_a_sentence(sentence: str, claim: str) -> None:
    assert claim in claims(sentence)


def test_a_tag_stays_between_a_quotation_and_one_that_goes_on() -> None:
    quotation = '"The price of bread," concluded Berg, "will rise when the river does freeze.'
    assert claims(quotation) == [f'{quotation}"']


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "He won four titles, was named player of the year in 1966, and helped the club.",
            id="a time that the parser hangs on the first verb",
        ),
        pytest.param(
            "One man was killed and two others hurt in the crash.",
            id="a participle that looks like a past tense",
        ),
        pytest.param(
            "Roy sang on Broadway, which earned him a prize.",
            id="what the whole event earned",
        ),
        pytest.param(
            "The mill is cheap, and the house is the neighbours’.",
            id="a possessive at the end",
        ),
    ],
)
def test_a_second_reading_keeps_a_sentence_whole(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_a_firm_of_two_names_is_not_she() -> None:
    text = "Roy wrote a play called Worm & Mr. Marbles. She has also built a boat."
    assert claims_of(text, split(text))[-1].needs_context == ("She",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They’ve sold the ship.", ("They",)),
        ("That's a loss.", ("That",)),
        ("The firm's ships sank.", ()),
        ("It's likely that rain will fall.", ()),
        ("Roy's late.", ()),
    ],
)
def test_a_pronoun_with_its_verb_is_pointed_out(text: str, words: tuple[str, ...]) -> None:
    assert [claim.needs_context for claim in claims_of(text, split(text))] == [words]


def test_an_office_in_front_of_a_name_is_told_once() -> None:
    assert (
        claims("Mayor Cole married a nurse, Anne Horton, in 2009.").count("Anne Horton is a nurse.")
        == 1
    )
