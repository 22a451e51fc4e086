"""What a page says to its readers or of itself, and what only begins like it."""

import pytest

from factcheck.segment.courtesies import is_about_itself, is_courtesy


@pytest.mark.parametrize(
    "sentence",
    [
        "Email tips@port.example.",
        "Get the latest news delivered to your inbox.",
        "Join the conversation on Facebook.",
        "Support our journalism: donate today.",
        "Follow Ines Roy on X: @roy",
        "Help us improve this story.",
        "Let us know what you think.",
        "Please share this article.",
        "Our Standards: The Port Gazette Principles.",
        "Read: How the river rose",
        "To comment on this story, log in or register.",
        "This material may not be published, broadcast or rewritten.",
    ],
)
def test_what_a_page_asks_of_its_readers_is_a_courtesy(sentence: str) -> None:
    assert is_courtesy(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for Roy grew on Facebook.",
        "Share prices fell after a post on X.",
        "Contact with the boat was lost.",
        "Help arrived at noon.",
        "More than 20 people joined.",
        "Follow the money, Roy said.",
        f"Join the conversation on Facebook{' and elsewhere' * 9}.",
    ],
)
def test_what_only_begins_like_a_courtesy_is_none(sentence: str) -> None:
    assert not is_courtesy(sentence)


@pytest.mark.parametrize(
    "paragraph",
    [
        "This story has been updated to include a statement from the mayor.",
        "This article was originally published on March 3, 2021.",
        "(This story has not been edited by our staff.)",
        "This is a breaking news story and will be updated.",
        "The views expressed in this column are the author's own.",
        "The opinions and views expressed here are hers.",
        "Opinions expressed by contributors are their own.",
    ],
)
def test_a_notice_is_about_the_page_itself(paragraph: str) -> None:
    assert is_about_itself(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "This article of the law was published in 1990.",
        "This story was told by Roy.",
        "The views expressed by the mayor were odd.",
        "Views of the harbour are rare.",
        "The port has lost money. This story has been updated.",
        f"This story has been updated{' and corrected' * 40}.",
    ],
)
def test_what_only_sounds_like_a_notice_is_none(paragraph: str) -> None:
    assert not is_about_itself(paragraph)
