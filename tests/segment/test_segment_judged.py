"""What somebody calls or describes a thing as: their claim; the names of things are none."""

import pytest

from decomposed import claims
from factcheck.segment import claims_of, split


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "The union called the plan a betrayal of its members.",
            "the plan is a betrayal of its members.",
        ),
        ("Berg described the verdict as a disgrace.", "the verdict is a disgrace."),
        ("The mayor branded the strikes illegal.", "the strikes are illegal."),
        ("Berg has called the vote “a joke.”", "the vote is “a joke.”"),
    ],
)
def test_a_judgement_is_a_claim_of_who_passes_it(sentence: str, said: str) -> None:
    assert claims(sentence) == [sentence, said]
    first, second = claims_of(sentence, split(sentence))
    assert first.attribution is None
    assert second.attribution is not None


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The parents called the child Ada.", id="a name"),
        pytest.param("They call it a scandal.", id="a pronoun"),
        pytest.param("They call the town home.", id="no article"),
        pytest.param("Vale would call the plan a disgrace.", id="what may be"),
        pytest.param("Vale never called the plan a disgrace.", id="denied"),
        pytest.param("The plan was called a disgrace by the mayor.", id="a passive"),
        pytest.param("Vale called the mayor in May.", id="a telephone"),
    ],
)
def test_what_is_no_judgement_stays(sentence: str) -> None:
    assert claims(sentence) == [sentence]
