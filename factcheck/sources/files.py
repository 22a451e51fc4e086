"""Read the bytes of a file or of standard input.

In: a name. Out: its bytes, at most `MAX_BYTES` of them, or an `InputError`.
"""

import sys
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import InputError
from factcheck.model.visible import one_line

STANDARD_INPUT = "-"
# An article, even a long report, has less than a hundredth of this; a corpus has more.
MAX_BYTES = 20_000_000


def read_bytes(
    path_or_dash: str, *, standard_input: BinaryIO | None = None, most: int = MAX_BYTES
) -> bytes:
    """Return the bytes of a file, or for "-" those of standard input.

    Raises:
        InputError: there is no such file, it cannot be read, or it has more than *most* bytes.
    """
    try:
        data = _read(path_or_dash, standard_input, most)
    except FileNotFoundError as error:
        raise _refused(path_or_dash, "there is no such file", "check the name") from error
    except IsADirectoryError as error:
        hint = "give the name of one file in it"
        raise _refused(path_or_dash, "this is a directory", hint) from error
    except PermissionError as error:
        hint = "ask its owner, or read a copy"
        raise _refused(path_or_dash, "reading it is not permitted", hint) from error
    except (OSError, ValueError) as error:
        raise _refused(path_or_dash, f"it cannot be read ({error})", "check the name") from error
    if most == MAX_BYTES:
        refuse_large(data, name=path_or_dash)
    if len(data) > most:
        reason = f"it is larger than {most // 1_000_000} MB"
        raise _refused(path_or_dash, reason, "cut it into several files")
    return data


def refuse_large(data: bytes, *, name: str) -> None:
    """Raise InputError where *data* is more than one article can be."""
    if len(data) > MAX_BYTES:
        reason = f"it is larger than {MAX_BYTES // 1_000_000} MB, too large for one article"
        raise _refused(name, reason, "read a corpus with `factcheck segment --jsonl`")


def _read(name: str, standard_input: BinaryIO | None, most: int) -> bytes:
    """Return one byte more than is allowed where there is more, and never read on."""
    if name == STANDARD_INPUT:
        return (standard_input or sys.stdin.buffer).read(most + 1)
    with Path(name).open("rb") as file:
        return file.read(most + 1)


def _refused(name: str, reason: str, hint: str) -> InputError:
    return InputError(f"{one_line(name)}: {one_line(reason)}", hint=hint)
