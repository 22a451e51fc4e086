"""References in any style: which lines are some, and where their parts stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations.find import find_citations
from factcheck.citations.items import Item
from factcheck.citations.references import likeness, reference_in
from factcheck.citations.tagging import LABELS, WORD, Tagger, features_of, read_weights, tagger
from factcheck.model.citation import CitationKind
from factcheck.model.span import Span
from hostile_texts import HOSTILE
from lined import lined

# A style each: psychology, engineering, humanities, natural sciences, French, a thesis, a report.
REFERENCES = (
    (
        "Marsh, T. H., & Okafor, N. (2014). Tidal gates and silt. Journal of Coasts, 61(3), 20–29.",
        "Tidal gates and silt", "Journal of Coasts", "2014",
    ),
    (
        "[12] R. Lind and P. Sato, “Sensing in rivers,” IEEE Trans. Geosci., vol. 4, pp. 8, 2009.",
        "Sensing in rivers", "IEEE Trans. Geosci", "2009",
    ),
    (
        "Berg, Ilse. The Lamplighters of Lisbon. Oxford: Oxford University Press, 1998.",
        "The Lamplighters of Lisbon", "", "1998",
    ),
    (
        "K. Adeyemi, S. Roth, Nature 512, 44 (2014).",
        "", "", "",
    ),
    (
        "Dupont, C., 1987, Les ponts de la Loire, Gallimard, Paris.",
        "Les ponts de la Loire", "", "1987",
    ),
    (
        "Nair, S. Sleep and shift work among nurses. PhD thesis, University of Leeds, 2016.",
        "Sleep and shift work among nurses", "", "2016",
    ),
    (
        "Hart J, Pell C. Measuring the salt in bread. Food Policy Review 2011;12:33-41.",
        "Measuring the salt in bread", "Food Policy Review", "2011",
    ),
    (
        "Marsh, T. (2004) Silt. In R. Lind (Ed.) The Life of Rivers: A Guide to Mud. York: Ash.",
        "Silt", "The Life of Rivers: A Guide to Mud", "2004",
    ),
    (
        "Lind R. & Sato P., Nature 512, 44-49 (2014).",
        "", "", "2014",
    ),
    (
        "P. W. Marsh and V. R. Lind, \"Tides without banks,\" Journal of Coasts, vol. 3, 2011.",
        "Tides without banks", "Journal of Coasts", "2011",
    ),
    (
        "Lind RA, Sato PT, Roth ME. Silt in tidal gates after storms. Coast Res. 2002;93(1-2):4-6.",
        "Silt in tidal gates after storms", "Coast Res", "2002",
    ),
    (
        "Harbour Health Office. (2021, March 12). Salt in drinking water. https://health.example/s",
        "Salt in drinking water", "", "2021, March 12",
    ),
    (
        "Dupont, Marie, « Les quais et le sel », Revue des ports, vol. 4, n° 2, 2004, p. 2-9.",
        "Les quais et le sel", "Revue des ports", "2004",
    ),
    (
        'Rosa Lind, "Mayor knew of leak, letters show," The Harbour Sun, Feb. 3, 2021.',
        "Mayor knew of leak, letters show", "The Harbour Sun", "Feb. 3, 2021",
    ),
)  # fmt: skip
SENTENCES = (
    "The council approved the bridge in 2014, and the port paid for it.",
    "In May 2019, Roth, P., a surgeon, said that the clinic had closed its ward.",
    "Thursday, February 23, 2023",
    "In Doe v. Roe, 410 U.S. 113 (1973). The court held so.",
    "GB/T 1234-2008, national standard (2008).",
    "In 2014, several scientists, among them P. Anand of Rowe Research (London), left for Leeds.",
    "Smith, J.",
    "As Roth (2019) showed, and as others agree (Sato et al., 2011), J. Coasts, vol. 3, pp. 4-9.",
    "doi:10.1000/123456789 Marsh, T. (2004) Silt and sand. Journal of Coasts 3, 4-5.",
    "x" * 5000,
)


def item(text: str, *, listed: bool = False) -> Item:
    return Item(Span(0, len(text)), listed)


@pytest.mark.parametrize(("text", "title", "container", "date"), REFERENCES)
def test_the_parts_of_a_reference_are_told_apart(
    text: str, title: str, container: str, date: str
) -> None:
    found = reference_in(text, item(text, listed=True))
    fields = {name: span.of(text) for name, span in found.fields} if found else {}
    wanted = {"title": title, "container": container, "date": date}
    assert {name: fields.get(name, "") for name, value in wanted.items() if value} == {
        name: value for name, value in wanted.items() if value
    }


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("listed", [True, False])
def test_other_lines_are_no_references(text: str, *, listed: bool) -> None:
    assert reference_in(text, item(text, listed=listed)) is None


def test_editors_are_a_field_and_a_work_may_begin_with_them() -> None:
    text = "Lind, Rosa (ed.), Tidal Gates and Their Keepers (York: Ash Books, 2004)."
    found = reference_in(text, item(text))
    assert found is not None
    assert [name for name, _ in found.fields][:2] == ["editor", "title"]


def test_running_text_is_a_reference_only_when_it_begins_with_an_author() -> None:
    text = "The Lamplighters of Lisbon, by I. Berg, Oxford University Press, Oxford, 1998, pp. 3-9."
    assert reference_in(text, item(text, listed=True)) is not None
    assert reference_in(text, item(text)) is None


def test_a_reference_is_cited_without_its_number() -> None:
    text = f"Works cited\n\n{REFERENCES[1][0]}\n"
    (found,) = (
        citation
        for citation in find_citations(text, *lined(text))
        if citation.kind is CitationKind.PUBLICATION
    )
    assert found.span.of(text).startswith("R. Lind")


def test_a_line_that_looks_like_one_but_has_no_parts_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Tagger, "labels", lambda _self, words: ("note",) * len(words))
    text = REFERENCES[0][0]
    assert likeness(text) > 0.9
    assert reference_in(text, item(text)) is None


def test_words_without_letters_have_no_field() -> None:
    assert tagger().labels(()) == ()
    assert features_of(()) == []


def test_the_best_sequence_is_found_not_the_best_label_of_each_word() -> None:
    size = len(LABELS)
    title, date = LABELS.index("title"), LABELS.index("date")
    pairs = [[0] * size for _ in LABELS]
    pairs[title][date] = -10
    rows = [" ".join(map(str, row)) for row in ([0] * size, *pairs)]
    text = "\n".join([*rows, f"w=a\t{title}:3", f"w=b\t{date}:2 {title}:1"]) + "\n"
    assert read_weights(text).labels(("a", "b")) == ("title", "title")


@given(HOSTILE)
def test_no_line_breaks_the_reader_and_fields_stand_in_the_line(text: str) -> None:
    line = " ".join(text.split())
    found = reference_in(line, item(line, listed=True))
    assert found is None or all(
        found.span.start <= span.start < span.end <= found.span.end for _, span in found.fields
    )


@given(st.lists(st.text(min_size=1), max_size=20))
def test_every_word_gets_one_label(words: list[str]) -> None:
    assert len(tagger().labels(words)) == len(words)


@given(st.text())
def test_words_are_cut_where_they_stand(text: str) -> None:
    assert all(found.group() == text[found.start() : found.end()] for found in WORD.finditer(text))
