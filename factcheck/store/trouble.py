"""What SQLite raises, in words: what happened, and what to try."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import EvidenceGateError, StoreError, UsageError


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError that says what happened and what to try."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(path, error) from error
    except UnicodeEncodeError as error:
        raise UsageError(
            "what was asked for holds characters that are no text", hint="type it anew"
        ) from error


def _in_words(path: Path, error: sqlite3.Error) -> StoreError | EvidenceGateError:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_CONSTRAINT_TRIGGER" and "evidence gate" in str(error):
        return EvidenceGateError(
            str(error).removeprefix("evidence gate: "),
            hint="attach the evidence first, or together with the verdict",
        )
    for start, message, hint in _REASONS:
        if name.startswith(start):
            return StoreError(message.format(path=path, holder=holders(path)), hint=hint)
    return StoreError(f"{path}: {error}", hint="`factcheck verify` says whether the file is whole")


_REASONS = (
    ("SQLITE_BUSY", "{path} is being written by {holder}", "wait until it is done, then try again"),
    ("SQLITE_FULL", "the disk with {path} is full; nothing was stored", "free some space"),
    ("SQLITE_READONLY", "{path} cannot be written", "check who may write the file and its folder"),
    ("SQLITE_CANTOPEN", "{path} cannot be opened", "check that its folder exists and is writable"),
    ("SQLITE_NOTADB", "{path} is not a database", "--db names the SQLite file"),
    ("SQLITE_CORRUPT", "{path} is damaged", "copy it aside, then restore the last backup"),
    ("SQLITE_IOERR", "{path} could not be read or written", "check the disk and free space"),
)


def holders(path: Path, processes: Path = Path("/proc")) -> str:
    """Name the other programs that have the file open, where the system tells."""
    target = str(path.resolve())
    names = []
    for folder in processes.glob("[0-9]*"):
        try:
            opened = {str(link.readlink()) for link in (folder / "fd").iterdir()}
            name = (folder / "comm").read_text().strip()
        except OSError:
            continue
        if target in opened and not folder.samefile(processes / "self"):
            names.append(f"{name} (process {folder.name})")
    return ", ".join(sorted(names)) or "another program"
