"""Who is made responsible for a claim, by which words, for what."""

import pytest

from factcheck.model.span import Span
from factcheck.segment import claims_of, split
from marks import unmark

# Drawn in reading order: s source, q cue, c content; a content in two pieces is drawn twice.
SPEECH = [
    ("⟦Ines Roy⟧ ⟦said⟧ that ⟦the port lost money⟧.", "sqc", True),
    ("⟦Ines Roy⟧ ⟦has said⟧ on Friday that ⟦the port lost money⟧.", "sqc", True),
    ("⟦The harbour board⟧ ⟦says⟧ ⟦it will pay⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦told⟧ the Dale Times that ⟦the port lost money⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦told⟧ Tom ⟦the port would close⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦warned⟧ the council that ⟦ships would leave⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦reminded⟧ the board that ⟦the port was old⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧ Monday ⟦the port lost money⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦believes⟧ ⟦the port will close⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦pointed out⟧ that ⟦the port was old⟧.", "sqc", True),
    ("⟦The minister⟧ ⟦said⟧ in an interview on Tuesday that ⟦rates would rise⟧.", "sqc", True),
    ("Roy went on to ⟦say⟧ that ⟦the port would close⟧.", "qc", True),
    ("⟦Keeper Anna Lind⟧ ⟦said⟧ ⟦she was fit to play in May⟧.", "sqc", True),
    ("⟦Holm, whose team lost 3–0,⟧ ⟦said⟧ ⟦his players were tired⟧.", "sqc", True),
    ("⟦A spokeswoman, who asked for peace,⟧ ⟦said⟧ ⟦it was wrong⟧.", "sqc", True),
    ("⟦The study⟧ ⟦found⟧ that ⟦mice slept less, and that they ate more⟧.", "sqc", True),
    ("⟦Court records⟧ ⟦show⟧ ⟦he paid the fine⟧.", "sqc", False),
    ("⟦Experts⟧ ⟦say⟧ ⟦the dam is weak⟧.", "sqc", False),
    ("⟦Two people familiar with the matter⟧ ⟦said⟧ ⟦the bank was for sale⟧.", "sqc", False),
    ("⟦Roy⟧ ⟦is confident⟧ that ⟦the port will reopen⟧.", "sqc", True),
    ("⟦Analysts at Nordea⟧ ⟦expect⟧ that ⟦rates will fall in June⟧.", "sqc", True),
    ("⟦What Ruiz told the panel⟧ ⟦suggests⟧ that ⟦the data were lost⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦argued⟧ that ⟦the port should close⟧; Tom disagreed.", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧ ⟦the plan was ready⟧ and resigned.", "sqc", True),
    ("⟦The judge⟧ ⟦ruled⟧ that ⟦the search was illegal⟧ and ordered a new one.", "sqc", True),
    ("⟦Prosecutors⟧ ⟦allege⟧ that ⟦Dahl paid two officers⟧, a claim he rejects.", "sqc", False),
    ("⟦The council⟧ ⟦said⟧ ⟦it paid €2 million to the firm⟧.", "sqc", True),
    ("⟦The firm paid €2 million⟧, ⟦court papers⟧ ⟦show⟧.", "csq", False),
    ("⟦The dam is weak⟧, ⟦Ines Roy⟧ ⟦said⟧ on Friday.", "csq", True),
    ("⟦The fire killed 12 people and destroyed a mill⟧, ⟦police⟧ ⟦said⟧.", "csq", True),
    ("⟦The goal should not have stood⟧, ⟦Jon Vik⟧ ⟦admitted⟧ later.", "csq", True),
    ("⟦The port⟧, ⟦Roy⟧ ⟦said⟧, ⟦will close in May⟧.", "csqc", True),
    (
        "⟦Had the guard locked the gate⟧, ⟦Vik⟧ ⟦said⟧, ⟦the boat would have stayed there⟧.",
        "csqc",
        True,
    ),
    ("Vik hired a clerk, ⟦Dan Berg⟧, who ⟦says⟧ that ⟦the dam is weak⟧.", "sqc", True),
    ("⟦The port⟧, ⟦critics⟧ ⟦say⟧, ⟦was sold too cheaply⟧.", "csqc", False),
    ("⟦The strike began on Monday and⟧, ⟦unions⟧ ⟦said⟧, ⟦will last a week⟧.", "csqc", False),
    ("As ⟦the auditor⟧ ⟦noted⟧ in May, ⟦the fund lent money to its owners⟧.", "sqc", True),
    ("As ⟦Moss⟧ ⟦put⟧ it, “⟦nobody else would pay⟧.”", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧, “⟦The dam is weak⟧.”", "sqc", True),
    ("⟦Roy⟧ ⟦told⟧ the BBC: “⟦It is over⟧.”", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧: “⟦The plan works⟧,” but Tom disagreed.", "sqc", True),
    ("“⟦The port will close⟧,” ⟦Roy⟧ ⟦said⟧, pointing to a map.", "csq", True),
    ("“⟦We lost⟧,” ⟦said⟧ ⟦Tom Berg, the coach⟧.", "cqs", True),
    ("“⟦We lost⟧,” ⟦Holm⟧ ⟦told⟧ reporters, “⟦and they did not⟧.”", "csqc", True),
    ("“⟦We lost⟧,” ⟦said⟧ ⟦Roy, who has led the club since 2019⟧.", "cqs", True),
    ("⟦Many “require only one change⟧,” ⟦the agency⟧ ⟦said⟧.", "csq", True),
    ("⟦Berg⟧ ⟦was blunt⟧: “⟦We have no money⟧.”", "sqc", True),
    ("⟦Roy⟧ ⟦said⟧ ⟦a “second look” is needed⟧.", "sqc", True),
    ("⟦The authors⟧ ⟦write⟧ that “⟦more work is needed⟧.”", "sqc", True),
    ("⟦The mayor⟧ ⟦described⟧ ⟦the vote as illegal⟧.", "sqc", True),
    ("⟦Roy⟧ ⟦called⟧ ⟦the plan “a gift to drivers⟧”.", "sqc", True),
    ("⟦According to⟧ ⟦Ines Roy⟧, ⟦the dam is weak⟧.", "qsc", True),
    ("⟦According to⟧ ⟦experts⟧, ⟦the dam is weak⟧.", "qsc", False),
    ("⟦The dam is weak⟧, ⟦according to⟧ ⟦the water board⟧.", "cqs", True),
    ("⟦Twelve people died⟧ ⟦according to⟧ ⟦police⟧.", "cqs", True),
    ("⟦The port⟧, ⟦according to⟧ ⟦Roy⟧, ⟦lost money in 2022⟧.", "cqsc", True),
    ("⟦It is feared that⟧ ⟦the dam will break⟧.", "qc", False),
    ("⟦The dam⟧ ⟦is believed⟧ to ⟦have broken on Monday⟧.", "cqc", False),
    ("⟦The plan was⟧ ⟦reportedly⟧ ⟦dropped⟧.", "cqc", False),
    ("The council acted, ⟦saying⟧ ⟦it had no choice⟧.", "qc", True),
    ("⟦The letter⟧, ⟦saying⟧ that ⟦the port was old⟧, was sent.", "sqc", True),
    ("Roy sent ⟦a letter⟧ ⟦saying⟧ that ⟦the port was old⟧.", "sqc", True),
    ("⟦The council⟧, which ⟦said⟧ ⟦it would pay⟧, is late.", "sqc", True),
    ("⟦Residents reached by telephone⟧ ⟦said⟧ ⟦they had no water⟧.", "sqc", False),
    ("⟦Executive director of the Dale Council Alia Salem⟧ ⟦said⟧ ⟦it rained⟧.", "sqc", True),
    ("⟦The mice⟧, ⟦the authors⟧ ⟦write⟧, ⟦lost a fifth of their sleep⟧.", "csqc", True),
    ("⟦The dam leaks⟧, ⟦Roy⟧ ⟦said⟧, ⟦when the rain is heavy⟧.", "csqc", True),
    ("⟦Roy⟧ ⟦told⟧ the News ⟦it “must end⟧”: “⟦It is old⟧.”", "sqcc", True),
    ("⟦The port (DP)⟧ ⟦said⟧ ⟦it would pay⟧.", "sqc", True),
    ("The port grew, and ⟦according to⟧ ⟦Roy⟧, ⟦it lost money⟧.", "qsc", True),
    ("⟦Per⟧ ⟦the town clerk⟧, ⟦412 ballots were lost⟧.", "qsc", True),
    ("⟦The firm employs 300 people⟧, ⟦per⟧ ⟦its yearly report⟧.", "cqs", True),
    ("⟦As per⟧ ⟦Reuters⟧, ⟦the ferry sank in May⟧.", "qsc", True),
    ("⟦By⟧ ⟦the bank⟧'s ⟦estimate⟧, ⟦4,000 jobs are at risk⟧.", "qsqc", True),
    ("⟦The dam is⟧, ⟦in⟧ ⟦Roy⟧'s ⟦words⟧, ⟦a ruin⟧.", "cqsqc", True),
    ("⟦In⟧ the ⟦view⟧ of ⟦the court⟧, ⟦the search was illegal⟧.", "qqsc", True),
    ("⟦In⟧ the ⟦words⟧ of ⟦one resident⟧, ⟦the town was forgotten⟧.", "qqsc", False),
    ("⟦By⟧ ⟦its⟧ ⟦own account⟧, ⟦the firm lost 40 boats in 2020⟧.", "qsqc", True),
    ("⟦In⟧ ⟦her⟧ ⟦opinion⟧, ⟦the vote was illegal⟧.", "qsqc", False),
    ("Despite ⟦the firm⟧'s ⟦assurance⟧ that ⟦the water was safe⟧, it left.", "sqc", True),
    ("Berg repeated ⟦his⟧ ⟦claim⟧ that ⟦the ferry is unsafe⟧.", "sqc", True),
    ("It printed an ⟦admission⟧ by ⟦the bank⟧ that ⟦staff were paid late⟧.", "qsc", True),
    ("There were ⟦reports⟧ that ⟦the dam had burst⟧.", "qc", False),
    ("It quoted ⟦harbour pilot Ola Vik⟧ as ⟦saying⟧ that ⟦the ferry was old⟧.", "sqc", True),
    ("⟦Per⟧ ⟦the town contractor⟧, ⟦212 ships were built last year⟧.", "qsc", True),
    ("The paper quoted ⟦Roy⟧ as ⟦saying⟧ that ⟦the ferry would close⟧.", "sqc", True),
    ("⟦The Times⟧ ⟦reported⟧ that ⟦the ferry will close⟧, citing two aides.", "sqc", True),
    ("⟦The ferry will close⟧, ⟦Reuters⟧ ⟦reported⟧, citing a letter.", "csq", True),
    ("⟦A resident⟧ ⟦said⟧ ⟦the dam had burst⟧.", "sqc", False),
    ("⟦A man briefed on the talks⟧ ⟦told⟧ Reuters ⟦the deal had failed⟧.", "sqc", False),
    ("⟦The ministry⟧ ⟦disputed⟧ that ⟦inmates were beaten⟧.", "sqc", True),
    ("Shares fell, with ⟦analysts⟧ ⟦saying⟧ ⟦the outlook was poor⟧.", "sqc", False),
]

# Several speakers in one sentence: each has his own words.
SEVERAL = [
    (
        "Roy said that the port was bad, and Tom said that the town was good.",
        ["Roy | the port was bad", "Tom | the town was good"],
    ),
    (
        "Roy said the plan works while Berg denied that it does.",
        ["Roy | the plan works", "Berg | it does"],
    ),
    (
        "Roy said she was fit, but Per Holm said she would not play.",
        ["Roy | she was fit", "Per Holm | she would not play"],
    ),
    (
        "Dahl told the court that he acted alone, but his brother testified that both did.",
        ["Dahl | he acted alone", "his brother | both did"],
    ),
    (
        "Roy said the plan was ready but warned that prices would rise.",
        ["Roy | the plan was ready", "Roy | prices would rise"],
    ),
    (
        "The bank said profits would fall, adding that it would cut 300 jobs.",
        ["The bank | profits would fall", "The bank | it would cut 300 jobs"],
    ),
    (
        "Sales fell, Roy said, adding that the shop would close.",
        ["Roy | Sales fell", "Roy | the shop would close"],
    ),
    (
        "The bank said it had told the regulator in 2021, adding that no client lost money.",
        ["The bank | it had told the regulator in 2021"],
    ),
    (
        "Officials said the tests were late, with Roy reporting that all were wrong.",
        ["Officials | the tests were late", "Roy | all were wrong"],
    ),
    (
        "Roy said the vote was hasty, while an official called it a betrayal.",
        ["Roy | the vote was hasty", "an official | it a betrayal"],
    ),
    (
        "The council said it would pay, according to a letter seen by the Times.",
        [
            "The council | it would pay",
            "a letter seen by the Times | The council said it would pay",
        ],
    ),
    (
        "Roy said Tom had told him that the port would close.",
        ["Roy | Tom had told him that the port would close", "Tom | the port would close"],
    ),
    (
        "According to Roy, the plan works, but Tom said it does not.",
        ["Roy | the plan works", "Tom | it does not"],
    ),
    (
        "Roy said Berg's claim that the ferry was unsafe had hurt the town.",
        [
            "Roy | Berg's claim that the ferry was unsafe had hurt the town",
            "Berg | the ferry was unsafe",
        ],
    ),
    (
        "Smith said the report claims that the ferry was unsafe.",
        [
            "Smith | the report claims that the ferry was unsafe",
            "the report | the ferry was unsafe",
        ],
    ),
    (
        "Dahl said a report by the coast guard shows that Hamnes is the safer port.",
        [
            "Dahl | a report by the coast guard shows that Hamnes is the safer port",
            "a report by the coast guard | Hamnes is the safer port",
        ],
    ),
    (
        "In Roy's view, the law is void, but Berg said it is sound.",
        ["Roy | the law is void", "Berg | it is sound"],
    ),
    (
        "Roy said the drug worked and that the trial would go on.",
        ["Roy | the drug worked and that the trial would go on"],
    ),
]

# A line that says what language the text is in.
LEADER = "The port of Dale lost money in 2022, and the town had to pay for it.\n\n"

NOBODY = [
    "The bank did not say that it would pay.",
    "Roy never said that the port was sold.",
    "Roy never denied that the port would close.",
    "Neither side said that it would pay.",
    "Nobody at the club said that Lind was for sale.",
    "Few doctors say that the drug works.",
    "Roy would not confirm that Lind was hurt.",
    "Roy would say that the plan works.",
    "Roy refused to say that Lind was hurt.",
    "If the council says that it will pay, the work can start.",
    "As we reported in May, the fund lent money to its directors.",
    "Roy asked whether the port would close.",
    "Roy did not say whether the port would close.",
    "Roy said nothing about the port.",
    "Roy noted the hour.",
    "Roy found her keys.",
    "The claims rose by a tenth.",
    "The song “Roy said that it rained” is old.",
    "Pay was cut according to the number of hours worked.",
    "I call it a success.",
    "Warning that the town was “in danger,” he urged the public to leave.",
    "The ship was in the state that it was reported to have.",
    "Pay rises according as sales rise in Dale.",
    "The police found an allegedly stolen car.",
    "It is believed to be the oldest ship in Dale.",
    "Note this: “We lost.”",
    "The mayor left the town, not saying that the port was closed.",
    "Roy did not call the vote a joke.",
    "It should not be assumed that the port is safe.",
    "Dave Roy, the mayor, told Fortune.",
    "The port, more than the town according to its size, is old.",
    "The debt, echoed in the report, was large.",
    "The court rejected Roy's claim that the port was closed.",
    "Roy's claim that the port was closed is false.",
    "The panel found no evidence for Roy's claim that the port was closed.",
    "There were no reports that the dam had burst.",
    "There may be reports that the dam had burst.",
    "The paper quoted what Roy sang as saying that the dam had burst.",
    "The report that Roy wrote in May is out.",
    "The claim that the moon is hollow is old.",
    "Our view that the plan was poor is known.",
    "In our view, the plan was poor.",
    "In the view from the tower, the town is small.",
    "As per the deal, the firm will leave in May.",
    "The tax costs 40 euros per person, per year.",
    "The ship sails by night, by most accounts.",
    "In view of the flood, the town was moved.",
    "In words of stone, the town was built.",
    "Roy disputes the claim that the port was closed.",
    "Roy, Tom the port said was closed.",
    "Roy was warned that the port would close.",
    "The report, more than Roy said, was late.",
    "Reuters The bank of Dale lost money in May, Tom Berg, head of the port, told Reuters.",
]


def attributions(text: str) -> list[tuple[str, str, str, bool]]:
    """Return source, cue and content of each attribution of the claims of *text*."""
    text = LEADER + text
    found = [claim.attribution for claim in claims_of(text, split(text)) if claim.attribution]
    return [
        (_words(text, one.source), _words(text, one.cue), _words(text, one.content), one.named)
        for one in dict.fromkeys(found)
    ]


def _words(text: str, part: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text).rstrip(",.") for span in part)


@pytest.mark.parametrize(("marked", "order", "named"), SPEECH)
def test_a_speech_has_source_cue_and_content(marked: str, order: str, named: bool) -> None:
    text, spans = unmark(marked)
    drawn = {
        part: " … ".join(
            span.of(text).rstrip(",.")
            for letter, span in zip(order, spans, strict=True)
            if letter == part
        )
        for part in "sqc"
    }
    (found,) = attributions(text)
    source, cue, content, is_named = found
    assert (cue, content, is_named) == (drawn["q"], drawn["c"], named)
    assert source == drawn["s"] or "s" not in order


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_each_of_several_speakers_has_words_of_his_own(text: str, expected: list[str]) -> None:
    found = [f"{source} | {content}" for source, _, content, _ in attributions(text)]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_says_for_certain_has_no_source(text: str) -> None:
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Roy said that Tom Berg, the mayor, had left.",
            {"Tom Berg had left.": True, "Tom Berg is the mayor.": False},
        ),
        (
            "Roy said that her clerk, Tom Berg, had left.",
            {"Tom Berg had left.": True, "Tom Berg is her clerk.": False},
        ),
        (
            "Roy thinks that the dam is safe, though it leaked in May.",
            {"the dam is safe.": True, "it leaked in May.": False},
        ),
        (
            "Roy thinks that although the dam leaks, the town is safe.",
            {"the dam leaks.": True, "the town is safe.": True},
        ),
    ],
)
def test_what_the_article_tells_on_the_way_is_its_own(text: str, expected: dict[str, bool]) -> None:
    sources = {claim.text: claim.attribution is not None for claim in claims_of(text, split(text))}
    assert sources == {text: False, **expected}


def test_all_that_stands_in_a_quotation_is_its_speaker_s() -> None:
    text = "“The fund, which holds €2 billion, was frozen,” Roy said."
    sources = [claim.attribution is not None for claim in claims_of(text, split(text))]
    assert sources.count(True) == len(sources) - 1


def test_what_is_denied_is_nobody_s_claim() -> None:
    text = "Roy denied that the port, which lost money in May, would close."
    for claim in claims_of(text, split(text)):
        assert claim.attribution is None or claim.text.startswith("Roy denied")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ines Roy opened the meeting. She said the port lost money.", True),
        ("Ines Roy met Tom Berg. Tom Berg smiled. He said the port lost money.", False),
        ("Ines Roy opened the meeting.\n\nShe said the port lost money.", False),
        ("Ines Roy left. Roy is ill. She said the port lost money.", True),
        ("The port director, Ines Roy, left. She said the port lost money.", True),
        ("After Roy left, he said the port lost money.", True),
        ("“Roy is ill,” the clerk wrote. He said the port lost money.", False),
        ("Ines Roy left. “Berg lied,” a man shouted. She said the port lost money.", True),
    ],
)
def test_a_pronoun_names_the_one_person_of_its_paragraph(text: str, named: bool) -> None:
    source, _, content, is_named = attributions(text)[-1]
    assert (source.lower() in {"he", "she"}, content, is_named) == (
        True,
        "the port lost money",
        named,
    )
