"""Files that are written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from factcheck.errors import InputError


def write_whole(path: Path, pieces: Iterable[str]) -> str:
    """Write *pieces* to *path* whole or not at all, and return the path.

    Lone surrogates, which UTF-8 cannot write, become the escapes that JSON has for them.

    Raises:
        InputError: the place cannot be written; a file that stood there is as it was.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder", hint="name a file to write, such as report.md")
    try:
        _replace(path, pieces)
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}",
            hint="name another place; what stood there is unchanged",
        ) from error
    return str(path)


def _replace(path: Path, pieces: Iterable[str]) -> None:
    # The new file gets its place only when every byte of it is on disk.
    with NamedTemporaryFile(
        "w",
        encoding="utf-8",
        errors="backslashreplace",
        newline="\n",
        dir=path.parent,
        prefix=f".{path.name}.",
        delete=False,
    ) as file:
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
