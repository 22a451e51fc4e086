"""A review of a real file: three claims, one judged by somebody else, questions asked and saved."""

from pathlib import Path

from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot

from desk import file_with, reviewer
from factcheck.model.evidence import Stance, evidence_from
from factcheck.review import questions
from factcheck.review.session import Session
from factcheck.review.settings import Settings
from factcheck.tui.app import ReviewApp
from readings import harbour
from tui.screen_text import Clock

NUMBERS = (
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300)"
    " select i, i * 2 as twice, 'row ' || i as words from n"
)

# What begins with this is pasted, as in the table of pictures.
PASTED = "”"
# A thread that has answered is followed by a message, and that by the screen.
_ROUNDS = 3


def real(folder: Path) -> Session:
    """Return a session at a file in *folder*: Ben has judged claim 1, Ana has evidence on 2."""
    store = file_with(folder / "claims.db", harbour())
    ben = reviewer(store, "Ben", dice=10_000)
    first = ben.find_claim("1", None).id
    link = evidence_from("https://ben.example.org/accounts", Stance.REFUTES, quote="1 m")
    ben.assess(first, "refuted", "the accounts say 1 m", link)
    ben.note(first, "asked the port")
    session = reviewer(store, "Ana")
    link = evidence_from("https://ana.example.org/page", Stance.CONTEXT, title="A page")
    session.attach(session.find_claim("2", None).id, link)
    questions.remember_asked(session, "select 1 as one")
    questions.remember_asked(session, NUMBERS)
    questions.save_query(session, "verdicts", "select verdict from claims")
    return session


def app_of(session: Session, *, number: int = 1, settings: Settings = Settings()) -> ReviewApp:  # noqa: B008
    """Return the application for a real session."""
    article = session.article(None).id
    return ReviewApp(session, article, number=number, delay=0, clock=Clock(), settings=settings)


async def settle(app: ReviewApp, pilot: Pilot[None]) -> None:
    """Wait until what was asked in threads has been answered and is on the screen."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def press_at_once(app: ReviewApp, pilot: Pilot[None], *keys: str) -> None:
    """Press *keys* as a slow line brings them, together, and wait until all have done their work.

    The pilot waits after each key until the processor has been idle for a while, twice.
    """
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pasted = key.startswith(PASTED)
        one = key if len(key) == 1 else None
        app.post_message(Paste(key[1:]) if pasted else Key(name, one))
    await pilot.pause(0)
    while not app._typed.is_idle:
        await pilot.pause(0)
    for _ in range(_ROUNDS):
        await app.workers.wait_for_complete()
        await pilot.pause(0)
