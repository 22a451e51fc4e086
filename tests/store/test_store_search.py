"""Full-text search, in English and Chinese, with whatever people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.review.session import Session
from factcheck.store.search import indexed, match_expression
from readings import drawn

TEXT = """Trade
⟦The ministers' tariffs rose in May.⟧ ⟦Tariff cuts: "never", said O'Neill (50%).⟧
⟦中国科学院计算技术研究所成立于1956年。⟧⟦港口关闭了。⟧ ⟦A café in 北京 opened.⟧
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return reviewer(file_with(tmp_path_factory.mktemp("desk") / "a.db", drawn(TEXT)))


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        pytest.param("tariff", (1, 2), id="word forms"),
        pytest.param("tar", (1, 2), id="the beginning of the last word"),
        pytest.param("rose tariffs", (1,), id="all words, in any order"),
        pytest.param("cafe", (5,), id="without accents"),
        pytest.param("科学院", (3,), id="Chinese inside a run"),
        pytest.param("科学", (3,), id="two characters"),
        pytest.param("港", (4,), id="one character"),
        pytest.param("北京 opened", (5,), id="both scripts"),
        pytest.param("港口成立", (), id="characters that do not follow each other"),
        pytest.param('"never" OR NOT (', (), id="operators are words"),
        pytest.param("o'neill", (2,), id="an apostrophe"),
        pytest.param("  %% -- ", (), id="nothing to look for"),
        pytest.param("", (), id="empty"),
    ],
)
def test_search(session: Session, words: str, numbers: tuple[int, ...]) -> None:
    assert tuple(session.search(session.articles()[0].id, words)) == numbers


@given(st.text())
def test_whatever_is_typed_is_a_search(words: str) -> None:
    # Quotes are balanced and nothing stands outside them but the star of a beginning.
    outside = "".join(match_expression(words).split('"')[::2])
    assert set(outside) <= {" ", "*"}


@given(st.text())
def test_search_never_fails(session: Session, words: str) -> None:
    assert set(session.search(session.articles()[0].id, words)) <= {1, 2, 3, 4, 5}


def test_runs_without_spaces_are_indexed_as_pairs() -> None:
    assert indexed("in 北京市 now").split() == ["in", "北京", "京市", "市", "now"]
