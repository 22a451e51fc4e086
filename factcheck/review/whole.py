"""Is the file whole: what the store can say of itself, and what reading once more says."""

import json
from collections.abc import Iterator
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.model.document import Document
from factcheck.model.records import ArticleRecord
from factcheck.model.rules import RuleSettings, digest
from factcheck.review.reading import READER, casebook, read
from factcheck.store.database import Store, open_store
from factcheck.store.origins import links_of
from factcheck.store.queries import articles, text_of
from factcheck.store.readings import save
from factcheck.store.rulebook import kept_rules
from factcheck.store.verify import altered_reading, altered_schema
from factcheck.store.verify import verify as verify_store


def verify(store: Store) -> Iterator[str]:
    """Yield a sentence for everything in the file that disagrees with what it must be.

    Articles that this version of the reader read are read once more, under the rules that they were
    read under, and compared row by row.
    """
    problems = list(verify_store(store))
    yield from problems
    if problems:
        return
    fresh = open_store(Path(":memory:"), create=True)
    yield from altered_schema(store, fresh)
    for article in articles(store):
        under, _, asked = article.reader.partition("/")
        if not _is_known(article.reader):
            continue
        rules = rules_called(store, under.partition("+")[2])
        if rules is None:
            yield f"article {article.number}: the file no longer holds the rules it was read under"
            continue
        text, links = text_of(store, article.id), links_of(store, article.id)
        document = Document(text, article.title, article.source, links)
        with fresh.writing():
            save(fresh, read(document, rules, with_casebook=bool(asked)), article.reader)
        yield from altered_reading(store, fresh, article.id)
    fresh.close()


def uncompared(store: Store) -> tuple[ArticleRecord, ...]:
    """Return the articles that another version read, or an edition of eyecite that is not here."""
    return tuple(article for article in articles(store) if not _is_known(article.reader))


def _is_known(reader: str) -> bool:
    under, _, asked = reader.partition("/")
    return under.partition("+")[0] == READER and (not asked or asked == casebook())


def rules_called(store: Store, name: str) -> RuleSettings | None:
    """Return the settings of rules that a digest names, "" the rules as they ship.

    None where the file does not hold them, or holds others under this name.
    """
    if not name:
        return RuleSettings()
    from factcheck.annotate.settings import settings_from

    kept = kept_rules(store, name)
    try:
        rules = settings_from(json.loads(kept or "{}"), str(store.path))
    except (FactcheckError, ValueError, RecursionError, AttributeError, TypeError):
        return None
    return rules if digest(rules) == name else None
