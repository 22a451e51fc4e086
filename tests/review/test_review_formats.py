"""Every form of a report on the first article, reviewed by script, byte for byte as before."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import reviewer, ticking
from factcheck.errors import InputError, UsageError
from factcheck.export.claimreview import Publication
from factcheck.export.options import Options
from factcheck.export.words import words_from, words_in
from factcheck.review.formats import FORMS, Reports, Wanted, options, wanted, words_called
from factcheck.review.reporting import lines
from factcheck.store.database import Store, open_store
from factcheck.store.history import head
from html_structure import Parsed
from reviewed import reviewed
from validators import validator

GOLDEN = Path(__file__).parents[1] / "golden" / "formats"
PLACE = Publication(
    "https://desk.example/checks/12", "Example Desk", "https://desk.example", "Example News",
    "https://news.example/article", "2026-02-27",
)  # fmt: skip
# Made by libraries of other people: looked at in their own tests, and not kept byte for byte.
DRAWN = {"svg", "png", "docx"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = reviewed(tmp_path_factory.mktemp("desk") / "claims.db")
    yield made
    made.close()


def reports(store: Store) -> Reports:
    article = store.value("SELECT id FROM document")
    return Reports(store, article, ticking())


def written(store: Store, form: str, **about: object) -> bytes:
    asked = Wanted(form, publication=PLACE, **about)  # type: ignore[arg-type]
    pieces = reports(store).pieces(asked)
    return b"".join(one if isinstance(one, bytes) else one.encode() for one in pieces)


@pytest.mark.parametrize("form", [form for form in FORMS if form not in DRAWN])
def test_every_form_is_written_byte_for_byte_as_before(store: Store, form: str) -> None:
    path = GOLDEN / f"seed.{form}"
    found = written(store, form)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(found)
        pytest.fail(f"{path.name} was written: look at the difference, then run without the switch")
    assert found == path.read_bytes()


def test_a_german_report_without_names_is_as_before(store: Store) -> None:
    path = GOLDEN / "seed.de.md"
    chosen = Options(words=words_in("de"), names=False, sections=True)
    found = written(store, "md", options=chosen)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(found)
        pytest.fail(f"{path.name} was written: look at the difference, then run without the switch")
    assert found == path.read_bytes()
    assert b"Ana Ruiz" not in found


def test_what_other_programs_read_is_valid(store: Store) -> None:
    graph = json.loads(written(store, "claimreview"))["@graph"]
    for one in graph[1:]:
        validator("claimreview").validate(one)
    collection = json.loads(written(store, "webannotation"))
    for one in collection["first"]["items"]:
        validator("webannotation").validate(one)
    assert (len(graph), collection["total"]) == (5, 59)
    for form in ("averitec", "fever"):
        for line in written(store, form).splitlines():
            validator(form).validate(json.loads(line))


def test_the_page_leads_from_the_article_to_each_claim_and_back(store: Store) -> None:
    parsed = Parsed(written(store, "html").decode())
    inner = {target[1:] for target in parsed.links if target.startswith("#")}
    assert inner <= set(parsed.ids)
    assert parsed.article == store.value("SELECT text FROM document")


@pytest.mark.parametrize("form", sorted(DRAWN))
def test_what_is_drawn_is_the_same_each_time(store: Store, form: str) -> None:
    assert written(store, form) == written(store, form)


def test_each_form_begins_as_it_says_so_that_it_can_be_written_anew(
    store: Store, tmp_path: Path
) -> None:
    for form in FORMS:
        path = str(tmp_path / f"report.{form}")
        asked = Wanted(form, publication=PLACE)
        assert reports(store).write(asked, path) == path
        if FORMS[form].ours or FORMS[form].mark:
            assert reports(store).write(asked, path) == path
            continue
        with pytest.raises(InputError, match="not written over"):
            reports(store).write(asked, path)
        assert reports(store).write(asked, path, over_anything=True) == path


def test_another_file_stays_where_it_is(store: Store, tmp_path: Path) -> None:
    for form in FORMS:
        path = tmp_path / "notes.txt"
        path.write_text('# My notes, <?xml?>, {"id": 1}, # Fact check\n')
        with pytest.raises(InputError, match="not written over"):
            reports(store).write(Wanted(form, publication=PLACE), str(path))
        assert path.read_text().startswith("# My notes")


def test_a_report_in_other_words_is_known_by_them(store: Store, tmp_path: Path) -> None:
    path = str(tmp_path / "bericht.md")
    for words in (words_in("de"), words_from('[head]\ntitle = "{title}"\n')):
        asked = Wanted("md", Options(words=words))
        (tmp_path / "bericht.md").write_text("# Faktenprüfung: alt\n", encoding="utf-8")
        if words.language == "de":
            assert reports(store).write(asked, path) == path
        else:
            with pytest.raises(InputError, match="not written over"):
                reports(store).write(asked, path)


@pytest.mark.parametrize("form", ["md", "html", "jsonl", "png"])
def test_a_full_disk_leaves_the_old_file_whole(store: Store, form: str) -> None:
    with pytest.raises(InputError, match="No space left"):
        reports(store).write(Wanted(form), "/dev/full", over_anything=True)


def test_a_writer_that_fails_leaves_the_old_report(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("# Fact check: old\n")
    with pytest.raises(UsageError, match="no event whose hash"):
        reports(store).write(Wanted("md", since="f" * 12), str(path))
    assert path.read_text() == "# Fact check: old\n"
    assert [one.name for one in tmp_path.iterdir()] == ["report.md"]


def test_corrections_are_told_where_they_are_asked_for(store: Store) -> None:
    newest, _ = head(store)
    assert b"Nothing has changed since." in written(store, "md", since=newest)
    first = store.value("SELECT hash FROM event ORDER BY lamport, id LIMIT 1")
    found = written(store, "md", since=first).decode()
    assert "- **Claim 7: no verdict → Refuted:**" in found
    assert "- **Claim 4:**" in found
    for form in ("html", "docx"):
        assert written(store, form, since=first)


def test_a_claimreview_needs_a_place_and_a_publisher(store: Store) -> None:
    with pytest.raises(UsageError, match="where the report is published"):
        list(reports(store).pieces(Wanted("claimreview")))


def test_a_verdict_that_is_none_is_refused(store: Store) -> None:
    asked = Wanted("md", Options(verdicts=("refuted", "true-ish")))
    with pytest.raises(UsageError, match="'true-ish' is no verdict"):
        list(reports(store).pieces(asked))


@pytest.mark.parametrize("view", ["evidence", "findings", "history", "coverage", "progress"])
def test_each_view_can_be_had_as_csv(store: Store, view: str) -> None:
    assert written(store, "csv", view=view).count(b"\r\n") > 1


def test_a_view_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no view 'claim; --'"):
        written(store, "csv", view="claim; --")


def test_a_report_is_of_one_moment(tmp_path: Path) -> None:
    made = reviewed(tmp_path / "claims.db")
    pieces = reports(made).pieces(Wanted("md"))
    begun = next(pieces)
    others = open_store(tmp_path / "claims.db")
    late = reviewer(others, "Late", dice=10**9)
    late.assess(late.find_claim("59", None).id, "unproven")
    others.close()
    whole = "".join(map(str, (begun, *pieces)))
    assert "Late" not in whole
    assert "Late" in "".join(map(str, reports(made).pieces(Wanted("md"))))
    made.close()


def test_what_was_typed_becomes_what_is_wanted(tmp_path: Path) -> None:
    chosen = options("de", verdicts=("refuted",), without_names=True, sections=True)
    assert (chosen.words.language, chosen.names, chosen.sections) == ("de", False, True)
    asked = wanted("md", chosen, {"url": "https://a.example"}, view="flags", since="ab")
    assert (asked.publication.url, asked.view, asked.since) == ("https://a.example", "flags", "ab")
    catalogue = tmp_path / "fr.toml"
    catalogue.write_text('language = "fr"\n[claims]\ntitle = "Affirmations"\n', encoding="utf-8")
    assert words_called(str(catalogue))("claims.title") == "Affirmations"
    for broken in (tmp_path / "none.toml", tmp_path):
        with pytest.raises((InputError, UsageError)):
            words_called(str(broken))


def test_the_lint_knows_what_changed(store: Store) -> None:
    found = list(reports(store).lint())
    assert {"lint.no-verdict", "lint.no-snapshot", "lint.unaccounted-text"} <= {
        one.rule for one in found
    }


def test_lines_of_the_report_of_the_screen_are_those_of_the_command(
    store: Store, tmp_path: Path
) -> None:
    article = store.value("SELECT id FROM document")
    ana = reviewer(store, "Ana Ruiz")
    path = Path(ana.write_report(article, str(tmp_path / "report.md")))
    assert path.read_bytes() == written(store, "md")
    assert "".join(lines(ana.report(article))).startswith("# Fact check: ")
