"""What may be opened as a database. In: a path. Out: nothing, or why not."""

from pathlib import Path

from factcheck.errors import StoreError

_MAGIC = b"SQLite format 3\0"
# Device and inode of every file that this process has opened as a database.
_OPENED: set[tuple[int, int]] = set()


def opened_here(path: Path) -> bool:
    """Say whether this process has opened the file as a database.

    Such a file must not be opened in any other way: closing it would take away the locks that
    SQLite holds on it (POSIX drops all locks of a process on a file when it closes one handle),
    and another process could then tidy up the log under our hands.
    """
    if not path.exists():
        return False
    status = path.stat()
    return (status.st_dev, status.st_ino) in _OPENED


def remember(path: Path) -> None:
    """Note that this process has opened the file as a database."""
    if path.exists():  # a database in memory has no file
        status = path.stat()
        _OPENED.add((status.st_dev, status.st_ino))


def refuse_strangers(path: Path, *, create: bool) -> None:
    """Raise StoreError where *path* is no database, or is not there and is not to be made."""
    if path.is_dir():
        raise StoreError(f"{path} is a folder", hint="name a file: --db claims.db")
    if not path.exists():
        if create:
            return
        raise StoreError(
            f"there is no database {path}",
            hint="`factcheck ingest FILE` creates it; --db or FACTCHECK_DB names another",
        )
    if opened_here(path):
        return
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreError(
            f"{path} cannot be read: {error.strerror}", hint="check who may read it"
        ) from error
    if start and start != _MAGIC:
        raise StoreError(
            f"{path} is not a database", hint="--db names the SQLite file; articles are arguments"
        )
