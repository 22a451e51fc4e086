"""The first article, reviewed by script: every verdict and flag, evidence of every kind.

Clock and dice are known, so that what is written about it stays the same byte for byte.
"""

from pathlib import Path

from desk import counting, ticking
from factcheck.model.evidence import Primacy, Stance, evidence_from
from factcheck.model.flag import Flag
from factcheck.model.records import ClaimRecord
from factcheck.review.reading import READER, document_of, read
from factcheck.review.session import Session
from factcheck.store.database import Store, open_store
from factcheck.store.readings import save

SEED = Path(__file__).parents[1] / "seeds" / "000_c312bf23caa994f9.txt"


def reviewed(path: Path, source: Path = SEED) -> Store:
    """Make a file at *path* in which two people have reviewed the article."""
    store = open_store(path, create=True)
    with store.writing():
        save(store, read(document_of(str(source))), READER)
    (path.parent / "minutes.pdf").touch()
    _ana(Session(store, "Ana Ruiz", now=ticking(), randomness=counting()))
    _ben(Session(store, "Ben <Okoro>", now=ticking(), randomness=counting(1000)))
    return store


def _claim(session: Session, number: int) -> str:
    return session.find_claim(str(number), None).id


def _ana(session: Session) -> None:
    register = evidence_from(
        "https://register.example/entities?list=2024&page=4", Stance.SUPPORTS,
        title="Register of entities", quote="entered on 9 March", locator="p. 4, row 12",
        primacy=Primacy.PRIMARY,
    )  # fmt: skip
    study = evidence_from("doi:10.1000/182", Stance.REFUTES, title="A study", locator="table 2",
                          quote="two of eleven", primacy=Primacy.PRIMARY)  # fmt: skip
    session.assess(_claim(session, 2), "supported", "The register has the entry.", register)
    session.attach(
        _claim(session, 2), evidence_from("minutes.pdf", Stance.SUPPORTS, title="Minutes")
    )
    session.assess(_claim(session, 3), "mostly-supported", "The year is one off.", register)
    context = evidence_from(
        "https://archive.example/2023/report", Stance.CONTEXT, title="The report",
        quote="of which four were later withdrawn", primacy=Primacy.SECONDARY,
    )  # fmt: skip
    session.assess(_claim(session, 5), "misleading", "Four of them were withdrawn.", context)
    session.assess(_claim(session, 7), "refuted", "The study counts two, not eleven.", study)
    session.attach(_claim(session, 8), evidence_from("searched: court records, 2010 to 2024",
                                                     Stance.CONTEXT))  # fmt: skip
    session.assess(_claim(session, 8), "unproven", "Nothing was found in two registers.")
    session.assess(_claim(session, 9), "not-checkable", "This is an opinion.")
    for number, flag in enumerate(Flag, 10):
        session.flag(_claim(session, number), flag, on=True)
    session.defer(_claim(session, 11))
    session.note(_claim(session, 12), "Ask the press office | again.\nThen decide.")
    found = next(one for one in _claims(session) if len(one.findings) > 1)
    session.confirm(found.id, found.findings[0].id)
    session.dismiss(found.id, found.findings[1].id)


def _claims(session: Session) -> list[ClaimRecord]:
    article = session.article(None)
    return [session.claim(article.id, number) for number in range(1, article.claims + 1)]


def _ben(session: Session) -> None:
    session.assess(_claim(session, 7), "refuted", "I count two as well.")
    session.assess(_claim(session, 8), "not-checkable", "It is a figure of speech.")
    session.assess(_claim(session, 4), "unproven", "")
    session.undo()
