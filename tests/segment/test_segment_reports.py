"""Reported speech: what is said, that it was said, and what stays unsaid."""

import pytest

from decomposed import claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Roy said that the port lost money.",
            [
                "Roy said that the port lost money.",
                "the port lost money.",
            ],
        ),
        (
            "Judge Karin Dahl said the firm had ignored warnings.",
            [
                "Judge Karin Dahl said the firm had ignored warnings.",
                "the firm had ignored warnings.",
            ],
        ),
        (
            "The court ruled that the tax was legal.",
            [
                "The court ruled that the tax was legal.",
                "the tax was legal.",
            ],
        ),
        (
            "Roy said the port lost money in 2022 and that it will close two piers.",
            [
                "Roy said the port lost money in 2022 and that it will close two piers.",
                "the port lost money in 2022.",
                "it will close two piers.",
            ],
        ),
        (
            "“The port is closed,” Roy said.",
            [
                "“The port is closed,” Roy said.",
                "“The port is closed.”",
            ],
        ),
        (
            '"We will appeal," said Tom Berg after the hearing.',
            [
                '"We will appeal," said Tom Berg after the hearing.',
                '"We will appeal."',
            ],
        ),
        (
            "She told reporters that the dam was safe.",
            [
                "She told reporters that the dam was safe.",
                "the dam was safe.",
            ],
        ),
        (
            'His lawyer said on Wednesday: "My client is innocent."',
            [
                'His lawyer said on Wednesday: "My client is innocent."',
                '"My client is innocent."',
            ],
        ),
        (
            "The port closed two piers last year, Roy said.",
            [
                "The port closed two piers last year, Roy said.",
                "The port closed two piers last year.",
            ],
        ),
        (
            "As the auditor noted, the fund has lent money to its own directors.",
            [
                "As the auditor noted, the fund has lent money to its own directors.",
                "the fund has lent money to its own directors.",
            ],
        ),
        (
            "The governor vetoed the bill, saying it went too far.",
            [
                "The governor vetoed the bill, saying it went too far.",
                "it went too far.",
            ],
        ),
        (
            "Berg repeated his claim that the ferry is unsafe.",
            [
                "Berg repeated his claim that the ferry is unsafe.",
                "the ferry is unsafe.",
            ],
        ),
        (
            "The Times reported that the ferry will close, citing two aides.",
            [
                "The Times reported that the ferry will close, citing two aides.",
                "the ferry will close.",
            ],
        ),
        (
            "The ferry will close, Reuters reported, citing a letter.",
            [
                "The ferry will close, Reuters reported, citing a letter.",
                "The ferry will close.",
            ],
        ),
        (
            "Roy left early, complaining that the hall was cold.",
            ["Roy left early, complaining that the hall was cold.", "the hall was cold."],
        ),
        (
            "Boat builder Jo Vale of the Dale Club told the Dale News that she was tired.",
            [
                "Boat builder Jo Vale of the Dale Club told the Dale News that she was tired.",
                "she was tired.",
            ],
        ),
        (
            "Roy cautioned that the ice was thin.",
            ["Roy cautioned that the ice was thin.", "the ice was thin."],
        ),
        (
            "The letter states that the firm “must leave the port by May.”",
            [
                "The letter states that the firm “must leave the port by May.”",
                "the firm “must leave the port by May.”",
            ],
        ),
        (
            "“The tax is fair, and is backed by the court,” Roy said in a letter.",
            [
                "“The tax is fair, and is backed by the court,” Roy said in a letter.",
                "“The tax is fair.”",
                "The tax is backed by the court.",
            ],
        ),
        (
            "Roy believes the port will reopen.",
            [
                "Roy believes the port will reopen.",
                "the port will reopen.",
            ],
        ),
    ],
)
def test_what_is_said_is_a_claim_and_that_a_named_source_said_so_a_second_one(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Records show that foreign companies sold fuel to both sides.",
            [
                "foreign companies sold fuel to both sides.",
            ],
        ),
        ("It is widely believed that the firm will appeal.", ["the firm will appeal."]),
        ("It was said that the vote was rigged.", ["the vote was rigged."]),
        (
            "Experts say that the glacier could melt by 2050.",
            [
                "the glacier could melt by 2050.",
            ],
        ),
        (
            "The port closed two piers last year, records show.",
            [
                "The port closed two piers last year.",
            ],
        ),
        (
            "Critics say the plan is too expensive.",
            [
                "the plan is too expensive.",
            ],
        ),
        (
            "More than 400,000 people have fled, aid groups say.",
            [
                "More than 400,000 people have fled.",
            ],
        ),
        (
            "Officials said on Monday that the dam was safe.",
            [
                "the dam was safe.",
            ],
        ),
    ],
)
def test_of_an_unnamed_source_only_what_it_says_is_a_claim(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "According to court documents, two engineers reported the leak in 2019.",
            [
                "two engineers reported the leak in 2019.",
            ],
        ),
        (
            "The decision saves the town £600,000 a year, according to the council.",
            [
                "The decision saves the town £600,000 a year.",
            ],
        ),
        (
            "The port, according to Roy, lost money in 2022.",
            [
                "The port lost money in 2022.",
            ],
        ),
        ("Per the town clerk, 412 ballots were lost.", ["412 ballots were lost."]),
        ("The dam is, in Roy's words, a ruin.", ["The dam is a ruin."]),
        (
            "In Roy's view, the tax is too high and the law is void.",
            ["the tax is too high.", "the law is void."],
        ),
    ],
)
def test_according_to_somebody_is_left_to_the_attribution(
    sentence: str, expected: list[str]
) -> None:
    assert claims(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The company denied that it had broken sanctions.",
        "Anne Holt did not say whether she would appeal.",
        "Some doctors doubt that the test works.",
        "Investigators have not said what caused the fire.",
        "The minister would say that the plan works.",
        "The council urged residents to stay at home.",
        "A spokesman said the plan was ready and resigned.",
        "It was not said that the vote was rigged.",
        "It may be thought that the vote was rigged.",
        "It was said that the vote was rigged and feared that it would be held again.",
        "The report said nothing about costs.",
        "The court rejected Roy's claim that the port was closed.",
        "Roy's claim that the port was closed is false.",
        "The council found no support for Roy's claim that the port was closed.",
        "There were reports that the dam had burst.",
        "As per the deal, the firm will leave in May.",
        "In our view, the plan was poor.",
    ],
)
def test_what_is_not_said_for_sure_is_no_claim(sentence: str) -> None:
    assert claims(sentence) == [sentence]


def test_a_quotation_with_its_subject_behind_the_verb_is_not_cut() -> None:
    text = "Although some are fond of saying firms speak in code –former mayor Ola Rangel (D-N.Y.)"
    assert not any(claim.startswith("speak") for claim in claims(f"{text} said so."))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Prices rose by 4.1% in June, the office said, after a 3.9% rise in May.",
            "Prices rose by 4.1% in June, after a 3.9% rise in May.",
        ),
        (
            "Shares fell by 4% in May, the bank said, when the town raised its rates.",
            "Shares fell by 4% in May, when the town raised its rates.",
        ),
        ("Vale said on Monday she would resign in May.", "Vale would resign in May."),
        ("Berg said in May the mill had been sold.", "the mill had been sold."),
        (
            "The minister says the fund was closed in May and then moved to the north.",
            "the fund was closed in May and then moved to the north.",
        ),
    ],
)
def test_what_is_said_around_who_and_when_is_a_claim(sentence: str, said: str) -> None:
    assert said in claims(sentence)


def test_a_quotation_parted_by_its_speaker_is_not_put_together() -> None:
    text = "The bank “will close,” Berg said, “after the war.”"
    assert not any(claim == "The bank will close after the war." for claim in claims(text))


def test_who_told_somebody_else_may_be_whom_the_report_is_about() -> None:
    text = (
        'Roy told the Post that on Monday Berg "walked into the station and turned himself in", '
        'and told the police "everything he did".'
    )
    assert not any(claim.startswith("Roy told the police") for claim in claims(text))


def test_a_second_that_which_is_joined_to_nothing_keeps_the_report_whole() -> None:
    text = (
        "The office reported that 56% of children aged 5 to 14 were working children and that "
        "almost 53% of children aged 7 to 14 combined work and school."
    )
    assert claims(text) == [text]


def test_what_opens_a_sentence_before_a_quotation_is_not_said_in_it() -> None:
    text = (
        'Berg told the court that, over the last months of her life, "the illness played a role in '
        'her health and it is asserted by the town that both her parents knew this."'
    )
    assert not any('" it is' in claim for claim in claims(text))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            'The office said it "takes the matter seriously" but that arrests were made.',
            ['The office "takes the matter seriously".', "arrests were made."],
        ),
        (
            "Roy said the port was closed and that ships were waiting.",
            ["the port was closed.", "ships were waiting."],
        ),
    ],
)
def test_that_behind_and_opens_what_is_said_too(sentence: str, expected: list[str]) -> None:
    assert claims(sentence) == [sentence, *expected]


def test_what_stands_behind_dots_is_no_report() -> None:
    sentence = '"People were screaming… I held on to a jerrycan."'
    assert claims(sentence) == [sentence]


def test_what_goes_on_in_a_second_quotation_is_not_what_the_writer_did() -> None:
    sentence = 'His office "is open now", he wrote in an email, and "takes advice seriously".'
    assert not any(claim.startswith("he ") for claim in claims(sentence))
