"""Turn files and bytes into documents, and captured bodies into words.

In: a file name or "-", bytes. Out: a `Document`, or an `InputError` that says what to try; the
words of a body with a remark.
May import: `lexicon`, `model`, `errors`, the standard library, files and standard input.
"""

from factcheck.sources.files import MAX_BYTES, read_bytes
from factcheck.sources.formats import document_from

__all__ = ["MAX_BYTES", "document_from", "read_bytes"]
