"""Files that are written whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from factcheck.errors import InputError, UsageError
from factcheck.store.database import opened_here

# As what a file must hold to be replaced: no file does, because no file is to be replaced.
NOTHING = "\0nothing\0"
# A file tells what it is within this many bytes.
_BEGINNING = 1024


def write_whole(
    path: Path, pieces: Iterable[str | bytes], *, over: str | bytes = "", mark: str = ""
) -> str:
    """Write *pieces* to *path* whole or not at all, and return the path.

    A file that is there is replaced only if it is empty, or begins with *over* and holds *mark*
    near its beginning; never if it is a database.
    Links are followed; devices and pipes are written to as they are. Lone surrogates, which UTF-8
    cannot write, become the escapes that JSON has for them.

    Raises:
        InputError: the place cannot be written; a file that stood there is as it was.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder", hint="name a file to write, such as report.md")
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as device:
                device.writelines(_encoded(pieces))
        else:
            _refuse_strangers(target, over if isinstance(over, bytes) else over.encode(), mark)
            _replace(target, pieces)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}",
            hint="name another place; what stood there is unchanged",
        ) from error
    return str(path)


def _refuse_strangers(path: Path, over: bytes, mark: str) -> None:
    if not path.exists():
        return
    if opened_here(path):
        raise InputError(
            f"{path} is the database and is not written over", hint="name another file to write"
        )
    with path.open("rb") as file:
        start = file.read(_BEGINNING)
    ours = not start or (start.startswith(over) and mark.encode() in start)
    if not ours or start.startswith(b"SQLite format 3\0"):
        raise InputError(
            f"{path} is another file and is not written over",
            hint="name another place, or remove it first",
        )


def require_file(source: str, *, beside: Path) -> None:
    """Raise UsageError where no file is called *source*, here or in the folder *beside*."""
    try:
        found = Path(source).is_file() or (beside / source).is_file()
    except (OSError, ValueError):
        found = False
    if not found:
        raise UsageError(
            f"there is no file {source[:80]}",
            hint="give a link (https://…), a DOI, a file that is there, or `searched: where`",
        )


def _encoded(pieces: Iterable[str | bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece


def _replace(path: Path, pieces: Iterable[str | bytes]) -> None:
    # The new file gets its place only when every byte of it is on disk.
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.writelines(_encoded(pieces))
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(_mode(path))
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
