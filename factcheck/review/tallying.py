"""How the rules fare on a file: every rule with its meaning, its counts, and what the project set.

In: a session. Out: a table, and the articles that were read under other rules. Nothing is learned
from the counts: whoever wants a rule off writes it into the rules of the project.
"""

from collections.abc import Iterator

from factcheck.annotate import RULES
from factcheck.model.records import ArticleRecord, RuleTally
from factcheck.model.rules import RuleSettings
from factcheck.review import intake
from factcheck.review.asking import Answer
from factcheck.review.mismatch import refresh
from factcheck.review.reading import need_not_be_read, reader_under
from factcheck.review.session import Session
from factcheck.store.rulebook import tally

_COLUMNS = ("rule", "findings", "confirmed", "dismissed", "precision", "project", "meaning")
_UNKNOWN = "no rule of this version"


def rules_table(session: Session, article: ArticleRecord | None = None) -> Answer:
    """Return every rule in the order of the alphabet: counted in one article, or in the file.

    `precision` is the share of decisions that confirmed, empty where nobody decided; `project` is
    what the project has changed.

    Raises:
        UsageError, InputError: the rules of the project cannot be read.
    """
    settings = session.rules()
    found = {each.rule: each for each in tally(session.store, article.id if article else "")}
    rows = (_row(rule, found.get(rule), settings) for rule in sorted({*RULES, *found}))
    return Answer(_COLUMNS, rows)


def read_otherwise(session: Session) -> tuple[ArticleRecord, ...]:
    """Return the articles whose findings are not those of this version under the project's rules.

    Raises:
        UsageError, InputError: the rules of the project cannot be read.
    """
    reader = reader_under(session.rules())
    return tuple(
        article for article in session.articles() if not need_not_be_read(article.reader, reader)
    )


def read_again(session: Session) -> tuple[ArticleRecord, ...]:
    """Read those articles again, and return them as they are then; what people did stays."""
    again = intake.read_again(session.store, session.rules())
    for article in again:
        # What rests on captures is no part of a reading, and would be gone with the older one.
        refresh(session.store, article.id)
    return again


def _row(rule: str, found: RuleTally | None, settings: RuleSettings) -> tuple[object, ...]:
    counts = found or RuleTally(rule)
    precision = None if counts.precision is None else round(counts.precision, 2)
    return (
        rule,
        counts.findings,
        counts.confirmed,
        counts.dismissed,
        precision,
        ", ".join(_changes(rule, settings)),
        RULES.get(rule, _UNKNOWN),
    )


def _changes(rule: str, settings: RuleSettings) -> Iterator[str]:
    if rule in settings.off:
        yield "off"
    for sign, words in (("+", settings.add), ("-", settings.remove)):
        yield from (f"{sign}{word}" for word in dict(words).get(rule, ()))
