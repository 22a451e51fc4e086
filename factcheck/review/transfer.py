"""A whole file as lines, and a new file from them."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck import __version__
from factcheck.errors import StoreError
from factcheck.export.everything import everything, rows_from
from factcheck.review.segmenting import read_lines
from factcheck.store import transfer
from factcheck.store.database import Store, open_store
from factcheck.store.queries import articles
from factcheck.store.released import KNOWN


def exported(store: Store) -> Iterator[str]:
    """Yield everything that the file holds as lines, one at a time, in one state of the file."""
    return everything(transfer.all_rows(store), transfer.schema(store), f"factcheck {__version__}")


def imported(source: str, path: str) -> tuple[int, int]:
    """Make the file at *path* from lines; return how many articles and events it holds.

    The file gets its place only when all of it is there and was looked over.

    Raises:
        StoreError: there is a file already, or none can be made.
        InputError: *source* cannot be read, or is truncated, altered, newer, or something else.
    """
    target = Path(path)
    if target.exists():
        raise StoreError(
            f"{path} is there already, and an import makes a new file",
            hint="name another with --db",
        )
    lines = read_lines(source)
    # What cannot be read is told before anything is made.
    first = list(islice(lines, 1))
    rows = rows_from(chain(first, lines), KNOWN)
    try:
        # Beside its place, so that it can be moved there at one stroke.
        with TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
            made = open_store(Path(folder) / "import.db", create=True)
            try:
                transfer.fill(made, rows)
                counts = len(articles(made)), int(made.value("SELECT count(*) FROM event"))
            finally:
                made.close()
            made.path.rename(target)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror}", hint="name another place with --db"
        ) from error
    return counts
