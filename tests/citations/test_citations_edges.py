"""Edges of fields: what belongs to them, and what a title or a volume has that is another's."""

import pytest

from factcheck.citations.edges import bare, mended
from factcheck.model.span import Span
from marks import unmark


@pytest.mark.parametrize(
    "marked",
    [
        "vol. [⟦12(3)⟧, ]pp.",
        "[⟦Hunt, R. and Lee, T.⟧ ](2019)",
        "[⟦The tide tables⟧. ]York",
        "[ “⟦The tide tables⟧.”] In",
        "([⟦York: Ash⟧])",
        "[ . ⟦⟧]",
    ],
)
def test_a_field_ends_before_what_parts_it_from_the_next(marked: str) -> None:
    cut = marked.index("["), marked.rindex("]")
    text, (inner,) = unmark(marked.replace("[", "", 1)[: cut[1] - 1] + marked[cut[1] + 1 :])
    outer = Span(cut[0], cut[1] - 1 - 2)
    assert bare(text, outer).of(text) == inner.of(text)


def fields_of(text: str, **written: str) -> dict[str, str]:
    """Return the fields after mending, each first the words given in *written*."""
    spans = {n: Span(text.index(w), text.index(w) + len(w)) for n, w in written.items()}
    return {n: s.of(text) for n, s in mended(text, Span(0, len(text)), spans).items()}


def test_a_title_ends_where_its_marks_close_and_the_rest_is_its_container() -> None:
    text = "Roth, E. “Tides.” The Harbour Review 3 (1997)."
    found = fields_of(text, title="Tides.” The Harbour Review", date="1997")
    assert found == {"title": "Tides", "container": "The Harbour Review", "date": "1997"}


def test_what_follows_a_title_in_small_letters_is_no_container() -> None:
    found = fields_of("“Tides,” at the quay.", title="Tides,” at the quay")
    assert found == {"title": "Tides"}


def test_a_title_without_marks_or_within_them_stays() -> None:
    assert fields_of("Tides and quays.", title="Tides") == {"title": "Tides"}
    assert fields_of("“Tides and quays”.", title="Tides") == {"title": "Tides"}


def test_day_and_month_go_to_the_date_from_whatever_has_them() -> None:
    text = "Tides, The Harbour Sun, 4 May 2020, p. 2."
    found = fields_of(text, container="The Harbour Sun, 4 May", date="2020", volume="4 May")
    assert found == {"container": "The Harbour Sun", "date": "4 May 2020"}


def test_a_volume_that_begins_with_the_year_is_split() -> None:
    text = "Coast Res. 2002 Jun;93(1-2):4."
    assert fields_of(text, volume="2002 Jun;93(1-2)") == {"date": "2002 Jun", "volume": "93(1-2)"}
    assert fields_of(text, volume="93") == {"volume": "93"}
