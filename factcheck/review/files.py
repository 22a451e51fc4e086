"""Files that are written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from factcheck.errors import InputError, UsageError


def write_whole(path: Path, pieces: Iterable[str], *, over: str = "") -> str:
    """Write *pieces* to *path* whole or not at all, and return the path.

    A file that is there is replaced only if it begins with *over*, and never if it is a database.
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
            with target.open("w", encoding="utf-8", errors="backslashreplace") as device:
                device.writelines(pieces)
        else:
            _refuse_strangers(target, over.encode())
            _replace(target, pieces)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}",
            hint="name another place; what stood there is unchanged",
        ) from error
    return str(path)


def write_bytes_whole(path: Path, pieces: Iterable[bytes], *, over: bytes) -> str:
    """Write bytes as `write_whole` writes text, over nothing but a file that begins with *over*.

    Raises:
        InputError: the place cannot be written; a file that stood there is as it was.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder", hint="name a file to write")
    try:
        target = path.resolve()
        _refuse_strangers(target, over)
        _replace_bytes(target, pieces)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}",
            hint="name another place; what stood there is unchanged",
        ) from error
    return str(path)


def _refuse_strangers(path: Path, over: bytes) -> None:
    if not path.exists():
        return
    with path.open("rb") as file:
        start = file.read(256)
    ours = not start or start.startswith(over)
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


def _replace(path: Path, pieces: Iterable[str]) -> None:
    _replace_bytes(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))


def _replace_bytes(path: Path, pieces: Iterable[bytes]) -> None:
    # The new file gets its place only when every byte of it is on disk.
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.writelines(pieces)
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
