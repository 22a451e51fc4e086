"""Every screen and dialog shows a hostile file, and nothing of it acts.

The ways to the screens are those of the pictures, which miss no screen.
"""

from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk import file_with, reviewer
from factcheck.model.capture import Capture, Snapshot
from factcheck.model.checked import FactCheck
from factcheck.model.citation import Citation, CitationKind, Identifier
from factcheck.model.claim import Attribution
from factcheck.model.evidence import Stance, evidence_from
from factcheck.model.finding import Finding
from factcheck.model.flag import Flag
from factcheck.model.listing import Listing
from factcheck.model.reading import Reading
from factcheck.model.span import Span
from factcheck.review import editing, questions
from factcheck.review.session import Session
from factcheck.store import snapshots
from factcheck.store.checked import keep_checks
from factcheck.tui.app import ReviewApp
from readings import drawn, harbour
from test_pictures import PICTURES, screens_of_the_program
from tui.real_review import press_at_once
from tui.screen_text import REFERENCE, SMALL, Clock, drive, line_widths, review_of, screen_text
from tui.test_tui_panes import FORBIDDEN, PAYLOADS

LINK = "https://a.example/x"
# An article with NUL is refused as binary, and no file can hold a lone surrogate.
FILE_PAYLOADS = {
    name: payload.replace("\ud800", "").replace("\0", "")
    for name, payload in PAYLOADS.items()
    if payload.strip()
}


def hostile_reading(bad: str) -> Reading:
    """Return an article of three claims in which every text is *bad*."""
    plain = drawn(
        f"{bad} title\n⟦The tax of {bad} fell by 5 %.⟧ ⟦The mayor of {bad} left in 2021.⟧\n"
        f"⟦Critics of {bad} came.⟧\n", title=bad, source=bad,
    )  # fmt: skip
    first, second, third = plain.claims
    spans = (Span(first.spans[0].start, first.spans[0].end),)
    rules = ("rhetoric.loaded", "rhetoric.label", "unsupported.statistic")
    findings = tuple(Finding(rule, spans[0], bad, claims=(0, 1)) for rule in rules)
    citations = (Citation(CitationKind.LINK, spans[0], identifier=Identifier("url", LINK + bad),
                          claims=(0, 1)),)  # fmt: skip
    said = Attribution(named=True, source=spans, cue=spans, content=spans)
    claims = (replace(first, attribution=said, needs_context=(bad,)), second, third)
    return Reading(plain.document, plain.segments, claims, citations, findings)


def hostile_session(folder: Path, bad: str) -> Session:
    """Return a session at a file in which people, evidence, sources and names are *bad* as well."""
    store = file_with(folder / "claims.db", hostile_reading(bad), harbour())
    other = reviewer(store, f"B {bad[:60]}", dice=10_000)
    session = reviewer(store, "Ana")
    for who in (other, session):
        for number in (1, 2):
            claim = session.claim(session.articles()[0].id, number)
            link = evidence_from(LINK, Stance.REFUTES, title=bad, quote=bad, locator=bad, note=bad)
            who.attach(claim.id, link)
            who.attach(claim.id, evidence_from(f"searched: {bad}", Stance.CONTEXT))
            who.note(claim.id, bad)
            who.flag(claim.id, Flag.OUTDATED, on=True)
    first = session.claim(session.articles()[0].id, 1)
    other.assess(first.id, "refuted", bad)
    session.assess(first.id, "unproven", bad)
    editing.reword(session, session.claim(first.article, 2), f"{bad[:900]} was reworded.")
    with store.writing():
        body = Snapshot(sha256(bad.encode()).hexdigest(), "text/html", b"x", f"{bad} and {bad}")
        capture = Capture(LINK, "2026-03-02T10:00:00.000Z", sha256=body.sha256)
        snapshots.keep(store, "01" + "K" * 24, capture, body, "Ana")
        check = FactCheck(first.text, bad, bad, bad, bad, LINK, bad)
        keep_checks(store, [check], bad, "2026-03-02T10:00:00.000Z")
    questions.save_query(session, f"Q {bad[:40]}", f"select '{bad.replace(chr(39), '')[:80]}'")
    session.lists.save(f"F {bad[:40]}", Listing(words=bad[:40]))
    return session


async def walk(app: ReviewApp, pilot: Pilot[None], size: tuple[int, int]) -> set[str]:
    """Go the ways of all pictures, look at every screen, and return their names."""
    seen = set()
    for picture in PICTURES:
        review_of(app).panes.go(1 if "deeply" not in picture.claim else 4, at_once=True)
        keys = ("a",) if picture.choose else picture.keys
        for are_letters, some in groupby(keys, lambda key: len(key) == 1):
            for together in [tuple(some)] if are_letters else [(key,) for key in some]:
                await press_at_once(app, pilot, *together)
        assert type(app.screen).__name__ == picture.screen, picture.name
        lines = screen_text(app)
        assert FORBIDDEN.isdisjoint(lines), picture.name
        assert all(width == size[0] for width in line_widths(app)), picture.name
        seen.add(type(app.screen).__name__)
        while len(app.screen_stack) > 1:
            await press_at_once(app, pilot, "escape")
        await press_at_once(app, pilot, "escape")  # every claim is listed again
        assert not app._exit
    return seen


# A walk takes as long as hundreds of other tests; what is widest also goes through a small window.
WALKS = [(name, REFERENCE) for name in FILE_PAYLOADS] + [("wide and combining", SMALL)]


@pytest.mark.parametrize(("payload", "size"), WALKS, ids=str)
def test_every_screen_of_a_hostile_file_is_shown_and_nothing_of_it_acts(
    payload: str, size: tuple[int, int], tmp_path: Path
) -> None:
    session = hostile_session(tmp_path, FILE_PAYLOADS[payload])
    app = ReviewApp(session, session.articles()[0].id, delay=0, clock=Clock())
    seen: set[str] = set()

    async def steps(pilot: Pilot[None]) -> None:
        seen.update(await walk(app, pilot, size))

    drive(app, steps, size=size)
    assert screens_of_the_program() <= seen
    assert FORBIDDEN.isdisjoint(app.clipboard)
