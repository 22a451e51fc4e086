"""The claim in full shows what was checked before, and nothing where nothing was."""

from textual.pilot import Pilot

from factcheck.errors import StoreError
from factcheck.model.records import ClaimRecord
from tui.sample_review import sample
from tui.screen_text import app_for, drive, screen_text

BEFORE = (
    ("verdict", "False  Checkers · 2024-03-02"),
    ("plain", "  “The Orsa dam [b]is safe”"),
    ("bad", "  differs in number: 12 here / 14 there"),
)


def test_the_claim_in_full_shows_what_was_checked_before() -> None:
    session = sample()
    session.lists.before = BEFORE
    app = app_for(session, number=3)
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "G")
        await pilot.pause()
        seen.append(screen_text(app))

    drive(app, steps)
    assert "Checked before, in like words" in seen[0]
    assert all(line.strip() in seen[0] for _, line in BEFORE)


def test_a_claim_that_cannot_be_compared_is_shown_all_the_same() -> None:
    session = sample()

    def fail(claim: ClaimRecord) -> tuple[tuple[str, str], ...]:
        raise StoreError("the file is locked", hint="wait")

    session.lists.checked_before = fail  # type: ignore[method-assign]
    app = app_for(session, number=3)
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await pilot.pause()
        seen.append(screen_text(app))

    drive(app, steps)
    assert "Claim c3" in seen[0]
    assert "Checked before" not in seen[0]


def test_moving_through_claims_compares_nothing_until_one_is_looked_at_in_full() -> None:
    session = sample()
    asked: list[int] = []

    def compared(claim: ClaimRecord) -> tuple[tuple[str, str], ...]:
        asked.append(claim.number)
        return ()

    session.lists.checked_before = compared  # type: ignore[method-assign]
    app = app_for(session, number=1)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("j", "j", "k", "J", "K")
        assert asked == []
        await pilot.press("enter")

    drive(app, steps)
    assert len(asked) == 1
