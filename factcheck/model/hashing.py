"""Name bytes by what they are. In: bytes. Out: their SHA-256 in hex digits.

What hashes them is loaded with the first of them: it takes as long as reading some sentences.
"""


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of *data* as 64 hex digits."""
    from hashlib import sha256

    return sha256(data).hexdigest()
