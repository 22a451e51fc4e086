"""Suggestions stand in tables of their own, quote the text, and go with nothing a person did."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.model.records import ClaimRecord
from factcheck.model.suggestion import Opinion, Suggestion, SuggestionKind
from factcheck.store.database import Store
from factcheck.store.readings import save
from factcheck.store.suggestions import (
    not_asked,
    passage_of,
    refused_count,
    save_opinion,
    suggestion_rows,
)
from factcheck.store.verify import verify
from readings import drawn, harbour, place

AT = "2026-03-02T10:00:00.000Z"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return file_with(tmp_path / "claims.db", harbour())


def claim_in(store: Store, number: int) -> ClaimRecord:
    return reviewer(store).find_claim(str(number), None)


def keep(store: Store, number: int, opinion: Opinion, model: str = "m") -> ClaimRecord:
    claim = claim_in(store, number)
    with store.writing():
        save_opinion(store, claim, opinion, model=model, prompt="1", at=AT)
    return claim


def loaded(store: Store) -> Suggestion:
    text = reviewer(store).text(claim_in(store, 2).article)
    span = place(text, "disgrace")
    return Suggestion(SuggestionKind.FLAG, span, flag="rhetorical", reason="It judges.")


def test_the_passage_is_the_sentence_of_the_claim(store: Store) -> None:
    passage = passage_of(store, claim_in(store, 1))
    assert [piece.of(passage.text) for piece in passage.pieces] == [
        "The port lost €2 m in 2021. Ines Roy said it was a disgrace.\n"
    ]
    assert passage.before.of(passage.text) == "Harbour dispute\n"


def test_a_claim_from_a_huge_sentence_is_sent_in_part(tmp_path: Path) -> None:
    store = file_with(tmp_path / "big.db", drawn("Title\n" + "a" * 9000 + "⟦here⟧" + "b" * 9000))
    passage = passage_of(store, claim_in(store, 1))
    (piece,) = passage.pieces
    assert piece.end - piece.start == 4000
    assert piece.contains(passage.spans[0])
    assert passage.before.end - passage.before.start == 600


def test_what_a_model_says_is_a_row_of_the_view(store: Store) -> None:
    claim = keep(store, 2, Opinion((loaded(store),), 3))
    (row,) = suggestion_rows(store, claim.article, ())
    assert (row["number"], row["model"], row["prompt"]) == (2, "m", "1")
    assert (row["flag"], row["quote"], row["at"]) == ("rhetorical", "disgrace", AT)
    assert suggestion_rows(store, claim.article, (1, 3)) == []
    assert refused_count(store, claim.article) == 3


def test_a_claim_brings_what_models_suggest(store: Store) -> None:
    keep(store, 2, Opinion((loaded(store),), 0))
    (suggestion,) = claim_in(store, 2).suggestions
    assert (suggestion.model, suggestion.prompt, suggestion.flag) == ("m", "1", "rhetorical")
    assert (suggestion.quote, suggestion.new_words) == ("disgrace", ())
    assert claim_in(store, 1).suggestions == ()


def test_asking_again_replaces_the_opinion_of_that_model_alone(store: Store) -> None:
    keep(store, 2, Opinion((loaded(store),), 1), model="other")
    claim = keep(store, 2, Opinion((loaded(store),), 2))
    keep(store, 2, Opinion((), 0))
    assert [row["model"] for row in suggestion_rows(store, claim.article, ())] == ["other"]
    assert refused_count(store, claim.article) == 1


def test_claims_are_left_until_this_model_was_asked(store: Store) -> None:
    claim = keep(store, 2, Opinion((), 0))
    assert not_asked(store, claim.article, "m", "1") == (1, 3)
    assert not_asked(store, claim.article, "m", "2") == (1, 2, 3)
    assert not_asked(store, claim.article, "other", "1") == (1, 2, 3)


def test_a_suggestion_is_nobody_s_act(store: Store) -> None:
    claim = keep(store, 2, Opinion((loaded(store),), 0))
    for table in ("event", "flag", "finding_decision", "claim_state"):
        assert store.value(f"SELECT count(*) FROM {table}") == 0
    assert len(claim.findings) == len(claim_in(store, 2).findings) == 1
    assert list(verify(store)) == []


def test_a_suggestion_that_quotes_something_else_is_found(store: Store) -> None:
    keep(store, 2, Opinion((loaded(store),), 0))
    store.connection.execute("UPDATE suggestion SET start = start - 1")
    assert any("suggestion" in problem for problem in verify(store))


def test_a_suggestion_outlives_the_reading_again(store: Store) -> None:
    claim = keep(store, 2, Opinion((loaded(store),), 0))
    with store.writing():
        save(store, harbour(), "newer")
    assert len(suggestion_rows(store, claim.article, ())) == 1
