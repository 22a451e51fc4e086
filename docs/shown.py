"""The desk in the pictures: three articles, two reviewers, a morning of work.

In: a folder. Out: a file in it. Clock and dice are known, so that pictures stay the same.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path

from factcheck.model.capture import Capture, Snapshot
from factcheck.model.evidence import Primacy, Stance, evidence_from
from factcheck.model.flag import Flag
from factcheck.model.listing import Listing
from factcheck.model.records import ClaimRecord
from factcheck.review import editing, questions
from factcheck.review.reading import READER, document_of, read
from factcheck.review.session import Session
from factcheck.review.timing import record_time
from factcheck.store import snapshots
from factcheck.store.database import Store, open_store
from factcheck.store.readings import save

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_c312bf23caa994f9.txt"
BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

BRIDGE = (
    "Harbour bridge reopens after record repair\n\n"
    "The harbour bridge reopened on Monday after eleven months of repairs. It is the "
    "longest swing bridge in northern Europe, the port authority said. The repair cost 41 "
    "million euros, twice what the council had approved in 2023. Engineers replaced 212 "
    "of the 340 bearings.\n\n"
    "Mayor Ilse Brandt called the criticism “an outrageous insult to everyone who worked "
    "here”. Traffic in the old town fell by 18 percent while the bridge was closed.\n"
)
DAM = (
    "Orsa dam passes its inspection\n\n"
    "The dam at Orsa is safe, the water board said on Friday. Inspectors found 12 cracks, "
    "of which two are longer than a metre. The last inspection was in 2014.\n"
)
REGISTER = "https://www.bis.example/entity-list/2024-05"
RULE = (
    "Additions to the Entity List. The four institutes are added for acquiring and attempting to"
    " acquire U.S.-origin items in support of advancing China’s quantum technology capabilities,"
    " which has serious ramifications for U.S. national security given the military applications."
    " The additions are effective 14 May 2024."
)


def clock(begin: datetime = BEGIN, step: int = 19) -> Callable[[], datetime]:
    """Return a clock that moves on by *step* seconds whenever it is looked at."""
    looks = count()
    return lambda: begin + timedelta(seconds=step * next(looks))


def dice(first: int) -> Callable[[int], bytes]:
    """Return dice that count from *first*."""
    throws = count(first)
    return lambda size: next(throws).to_bytes(size)


def at_the_desk(store: Store, name: str = "Ana", *, hours: int = 0, first: int = 1) -> Session:
    """Return a session of *name* that begins some hours into the day."""
    return Session(store, name, now=clock(BEGIN + timedelta(hours=hours)), randomness=dice(first))


def seed_claim(session: Session, words: str) -> ClaimRecord:
    """Return the claim of the first article that has these words."""
    article = session.articles()[0].id
    return session.claim(article, session.search(article, words)[0])


def desk(folder: Path) -> Path:
    """Make the file and return where it is."""
    store = open_store(folder / "claims.db", create=True)
    for name, text in (("microsoft.txt", SEED.read_text("utf-8")), ("bridge.txt", BRIDGE),
                       ("orsa.txt", DAM)):  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
        with store.writing():
            save(store, read(document_of(str(folder / name))), READER)
    _ben(at_the_desk(store, "Ben", first=10_000))
    _ana(at_the_desk(store, hours=1))
    _captured(store)
    store.close()
    return folder / "claims.db"


def _ben(session: Session) -> None:
    link = evidence_from(
        "https://news.example/2024/institutes", Stance.REFUTES, title="Institutes: what is known",
        quote="three, not four", locator="para. 6", primacy=Primacy.SECONDARY,
    )  # fmt: skip
    session.assess(seed_claim(session, "added four more").id, "refuted", "It counts three.", link)
    session.note(seed_claim(session, "added four more").id, "asked the department on Monday")
    session.assess(seed_claim(session, "launched in 2021").id, "unproven", "No date is given.")
    session.flag(seed_claim(session, "army of hackers").id, Flag.MISSING_CONTEXT, on=True)


def _ana(session: Session) -> None:
    first = seed_claim(session, "continuing to warn")
    link = evidence_from(
        "https://blogs.example/threats-2024", Stance.SUPPORTS, title="Threat report 2024",
        quote="we have warned of this since 2021", locator="section 2", primacy=Primacy.PRIMARY,
    )  # fmt: skip
    session.assess(first.id, "supported", "Four reports say so.", link)
    hackers = seed_claim(session, "army of hackers")
    session.assess(hackers.id, "not-checkable")
    session.confirm(hackers.id, hackers.findings[0].id)
    session.dismiss(hackers.id, hackers.findings[1].id)
    tied = seed_claim(session, "deeply tied")
    session.assess(tied.id, "unproven")
    wording = "Microsoft remains more deeply tied to China than many other tech companies."
    editing.reword(session, tied, wording)
    exchanges = seed_claim(session, "engaged in research exchanges")
    parts = (
        "Microsoft Research Asia (MSRA) has engaged in research exchanges.",
        "Microsoft Research Asia (MSRA) has engaged in technical training of CAS scholars.",
    )
    editing.split(session, exchanges, parts)
    session.defer(seed_claim(session, "blurs the lines").id)
    _register(session)
    for place, seconds in enumerate((31, 74, 58, 122, 45, 20)):
        claim = session.claim(session.articles()[0].id, (1, 2, 3, 5, 6, 14)[place])
        with session.store.writing():
            record_time(session, claim.id, seconds)
    questions.save_query(session, "worth checking", "select number, text from claims limit 9")
    session.lists.save("numbers still open", Listing(status=("open",), kind=("quantity",)))


def _register(session: Session) -> None:
    four = seed_claim(session, "added four more")
    register = evidence_from(
        REGISTER, Stance.SUPPORTS, title="Additions to the Entity List", locator="85 FR 41886",
        quote="The four institutes are added", primacy=Primacy.PRIMARY,
    )  # fmt: skip
    session.attach(four.id, register)
    quoted = seed_claim(session, "acquiring and attempting")
    session.attach(quoted.id, evidence_from(
        REGISTER, Stance.SUPPORTS, title="Additions to the Entity List", primacy=Primacy.PRIMARY,
        quote="which has no serious ramifications for U.S. national security",
    ))  # fmt: skip
    nothing = "searched: Federal Register, 2022 to 2024"
    session.attach(quoted.id, evidence_from(nothing, Stance.CONTEXT, note="nothing later"))
    session.note(quoted.id, "the second half is about the same rule")


def _captured(store: Store) -> None:
    body = RULE.encode()
    kept = Snapshot(sha256(body).hexdigest(), "text/html", body, RULE)
    at = "2026-03-02T11:40:00.000Z"
    with store.writing():
        key = "01KJQ000000000000000000000"
        snapshots.keep(store, key, Capture(REGISTER, at, sha256=kept.sha256), kept, "Ana")
