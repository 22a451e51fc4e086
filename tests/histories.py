"""Random histories: acts of two reviewers on the claims of a small article, edits among them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from desk import file_with, reviewer
from factcheck.errors import FactcheckError
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.flag import Flag
from factcheck.model.span import Span
from factcheck.model.verdict import DEFAULT_SCALE
from factcheck.review import editing
from factcheck.review.session import Session
from factcheck.store.database import Store
from hostile_texts import HOSTILE
from readings import drawn, harbour

Do = Callable[[Session, str], object]

_TEXT = HOSTILE.map(lambda text: text + "x")


def _finding(session: Session, claim: str) -> str:
    found = session.find_claim(claim, None).findings
    return found[0].id if found else "none"


def _judged_with_evidence(verdict: str, stance: Stance) -> Do:
    evidence = evidence_from("https://a.example/2", stance)
    return lambda session, claim: session.assess(claim, verdict, "seen", evidence)


def _reword(session: Session, claim: str) -> object:
    found = session.find_claim(claim, None)
    return editing.reword(session, found, f"{found.text} indeed")


def _split(session: Session, claim: str) -> object:
    found = session.find_claim(claim, None)
    first, _, rest = found.text.partition(" ")
    return editing.split(session, found, (first, rest))


def _merge(session: Session, claim: str) -> object:
    found = session.find_claim(claim, None)
    beside = session.lists.order(found.article).beside(found.number)
    other = session.claim(found.article, beside or found.number)
    return editing.merge(session, (found, other))


_EDITS: list[Do] = [
    _reword,
    _split,
    _merge,
    lambda s, c: editing.reject(s, s.find_claim(c, None), "a caption"),
    lambda s, c: editing.add(s, s.find_claim(c, None).article, Span(0, 7)),
]

_ACTS: st.SearchStrategy[Do] = st.one_of(
    st.sampled_from(_EDITS),
    # The acts that the others are about come up most often.
    st.sampled_from(
        [
            _judged_with_evidence("supported", Stance.SUPPORTS),
            _judged_with_evidence("refuted", Stance.REFUTES),
            _judged_with_evidence("misleading", Stance.CONTEXT),
        ]
    ),
    st.sampled_from(
        [
            lambda s, c: s.assess(c, "unproven", "looked"),
            lambda s, c: s.assess(c, "not-checkable"),
            lambda s, c: s.assess(c, None),
        ]
    ),
    st.builds(
        lambda verdict, why: lambda s, c: s.assess(c, verdict, why),
        st.none() | st.sampled_from([one.verdict for one in DEFAULT_SCALE]),
        HOSTILE,
    ),
    st.builds(
        lambda stance, title, quote: (
            lambda s, c: s.attach(
                c, evidence_from("https://a.example/1", stance, title=title, quote=quote)
            )
        ),
        st.sampled_from(Stance),
        HOSTILE,
        HOSTILE,
    ),
    st.builds(
        lambda flag, on: lambda s, c: s.flag(c, flag, on), st.sampled_from(Flag), st.booleans()
    ),
    st.builds(lambda text: lambda s, c: s.note(c, text), _TEXT),
    st.just(lambda s, c: s.defer(c)),
    st.just(lambda s, _c: s.undo()),
    st.just(lambda s, _c: s.redo()),
    st.just(lambda s, c: s.confirm(c, _finding(s, c))),
    st.just(lambda s, c: s.dismiss(c, _finding(s, c))),
    st.just(lambda s, c: s.retract(c, "0", "wrong")),
)
HISTORIES = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 2), _ACTS), min_size=6, max_size=14
)


def acted(path: Path, history: list[tuple[int, int, Do]]) -> Store:
    """Make a file with two articles and these acts; what is refused does not happen.

    Each act is on one of the first claims that are then on the list.
    """
    store = file_with(path, harbour(), drawn("Title 中文\n⟦One \u2028🙂 claim.⟧\n", title="=1+1"))
    people = [reviewer(store, "ana"), reviewer(store, "=ben <b>", dice=1_000_000)]
    listed = "SELECT id FROM claim WHERE listed ORDER BY document, start, number"
    for person, claim, act in history:
        ids = [row["id"] for row in store.rows(listed)]
        if not ids:
            break
        try:
            act(people[person], ids[claim % len(ids)])
        except FactcheckError:
            continue
    return store


def everything_in(store: Store) -> dict[str, list[Any]]:
    """Return every row of every table but the replica, the full-text index by what it finds."""
    names = store.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'claim_search%'"
        " AND name NOT LIKE '%sqlite%' AND name <> 'replica'"
    )
    found = {
        row["name"]: sorted(map(repr, map(tuple, store.rows(f'SELECT * FROM "{row["name"]}"'))))
        for row in names
        # A count that came down to none says the same as one that never was.
        if row["name"] != "tally"
    }
    counts = "SELECT * FROM tally WHERE claims <> 0 ORDER BY document, what, reviewer, block"
    found["tally"] = [repr(tuple(row)) for row in store.rows(counts)]
    words = "SELECT rowid FROM claim_search WHERE claim_search MATCH ?"
    return found | {word: sorted(map(tuple, store.rows(words, (word,)))) for word in ("x", "port")}
