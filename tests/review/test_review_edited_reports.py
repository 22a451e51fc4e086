"""Reports in every form on an article whose claims people edited."""

from pathlib import Path

import pytest

from desk import file_with, reviewer, ticking
from factcheck.export.options import Options
from factcheck.review import editing
from factcheck.review.formats import Reports, Wanted
from factcheck.store.database import Store
from readings import harbour

STALE = "Stale: the claim was changed since this verdict."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Claim 1 judged and reworded, 2 taken off the list; what is told of both."""
    store = file_with(tmp_path / "claims.db", harbour())
    ana = reviewer(store, "ana")
    article = ana.articles()[0].id
    first = ana.claim(article, 1)
    ana.assess(first.id, "unproven", "looked")
    editing.reword(ana, first, f"{first.text} indeed")
    editing.reject(ana, ana.claim(article, 2), "a caption")
    return store


def written(store: Store, form: str, *, names: bool = True) -> str:
    article = store.value("SELECT id FROM document")
    wanted = Wanted(form, Options(names=names))
    pieces = Reports(store, article, ticking()).pieces(wanted)
    return b"".join(one if isinstance(one, bytes) else one.encode() for one in pieces).decode(
        errors="replace"
    )


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_report_says_what_people_made_and_took_off_the_list(store: Store, form: str) -> None:
    text = written(store, form)
    assert STALE in text
    assert "A reviewer made this claim from claim 1." in text
    assert "Claim 1 was reworded as c4: “" in text
    assert "Claim 2 is no claim: a caption: “" in text
    assert "Claim 2: " not in text


def test_a_document_for_word_processors_is_written_of_edited_claims(store: Store) -> None:
    assert written(store, "docx").startswith("PK")


def test_names_are_left_out_of_edits_too(store: Store) -> None:
    assert "ana" in written(store, "md")
    bare = written(store, "md", names=False)
    assert "(ana" not in bare
    assert "(Reviewer 1, " in bare


@pytest.mark.parametrize("form", ["changes", "annotated", "averitec", "fever"])
def test_a_stale_reason_is_no_reason(store: Store, form: str) -> None:
    assert "looked" not in written(store, form)


def test_an_annotation_says_that_a_verdict_is_stale(store: Store) -> None:
    assert "looked (stale: the claim was changed since)" in written(store, "webannotation")


@pytest.mark.parametrize(
    ("view", "said"), [("edits", "a caption"), ("claims", " indeed"), ("assessments", "looked")]
)
def test_views_of_edited_articles_are_written_as_csv(store: Store, view: str, said: str) -> None:
    article = store.value("SELECT id FROM document")
    pieces = Reports(store, article, ticking()).pieces(Wanted("csv", view=view))
    assert said in "".join(map(str, pieces))


def test_the_lint_finds_a_stale_verdict(store: Store) -> None:
    article = store.value("SELECT id FROM document")
    found = [(one.rule, one.claim) for one in Reports(store, article, ticking()).lint()]
    assert ("lint.changed-since", 4) in found
    assert not {1, 2} & {claim for _, claim in found}


def test_several_claims_that_became_one_are_named_together(store: Store) -> None:
    session = reviewer(store, "ben", dice=1_000_000)
    article = session.articles()[0].id
    editing.merge(session, (session.claim(article, 4), session.claim(article, 3)))
    assert "A reviewer made this claim from claims 3, 4." in written(store, "md")
