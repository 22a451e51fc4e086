"""Made claims beside what captures and rules say of an article."""

from pathlib import Path

import pytest

from desk import file_with, reviewer
from factcheck.errors import UsageError
from factcheck.model.evidence import Stance, evidence_from
from factcheck.review import editing, evidencing
from factcheck.review.rules import DISMISSED, decide_rule
from factcheck.store import named
from factcheck.store.database import Store
from readings import harbour


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return file_with(tmp_path / "claims.db", harbour())


def test_a_finding_about_a_source_stays_on_a_made_claim(store: Store) -> None:
    ana = reviewer(store)
    article = ana.articles()[0].id
    first = ana.claim(article, 1)
    made = editing.reword(ana, first, f"{first.text} indeed").claim
    span = first.spans[0]
    row = {
        "id": "f1:source", "document": article, "rule": "citation.not-in-source",
        "start": span.start, "stop": span.end, "quote": first.quotes[0], "message": "not there",
        "quoted": 0, "strength": 0.5, "claims": [made],
    }  # fmt: skip
    with store.writing():
        named.replace_source_findings(store, [row], article)
    ana.note(made, "looked")
    assert "citation.not-in-source" in {one.rule for one in ana.find_claim(made, None).findings}
    assert [one for one in ana.verify() if "this version would" not in one] == []


def test_a_rule_is_decided_on_the_claims_of_the_list(store: Store) -> None:
    ana = reviewer(store)
    article = ana.articles()[0].id
    [first, *_] = [claim for number in (1, 2, 3) if (claim := ana.claim(article, number)).findings]
    rule = first.findings[0].rule
    editing.reject(ana, first, "a caption")
    with pytest.raises(UsageError, match="is undecided here"):
        decide_rule(ana, article, rule, DISMISSED)
    ana.undo()
    assert decide_rule(ana, article, rule, DISMISSED).number == first.number
    ana.undo()
    assert ana.claim(article, first.number).findings[0].decisions == ()


def test_evidence_on_several_claims_is_undone_as_one_act_and_follows_an_edit(store: Store) -> None:
    ana = reviewer(store)
    article = ana.articles()[0].id
    evidencing.attach_to(ana, article, evidence_from("https://a.example", Stance.REFUTES), (1, 3))
    first = ana.claim(article, 1)
    made = editing.reword(ana, first, f"{first.text} indeed")
    assert len(ana.find_claim(made.claim, None).evidence) == 1
    [piece] = ana.claim(article, 3).evidence
    changed = evidence_from("https://b.example", Stance.REFUTES)
    evidencing.edit(ana, ana.claim(article, 3).id, piece.id, changed, "a slip")
    ana.undo()
    assert ana.claim(article, 3).evidence[0].source == "https://a.example"
    ana.undo()
    ana.undo()
    assert [ana.claim(article, number).evidence for number in (1, 3)] == [(), ()]
    gone = editing.reject(ana, ana.claim(article, 2), "a caption")
    with pytest.raises(UsageError, match="taken off the list"):
        evidencing.attach_to(ana, article, changed, (gone.number,))
