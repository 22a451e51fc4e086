"""Files made to harm who reads them, and the words in which each is refused."""

import zlib

import pytest

from paper import encrypted_pdf
from sources import made_files

_ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>{}]>".format(
    "".join(
        f"<!ENTITY {name} '{f'&{before};' * 10}'>"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
)


def flate_bomb(unpacked: int) -> bytes:
    """Return a PDF of one page, whose words unpack to so many bytes."""
    line = b"BT /F1 10 Tf 50 700 Td (some words) Tj ET\n"
    packed = zlib.compress(line * (unpacked // len(line)), 9)
    font = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        + b" /Resources %s >>" % font,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF\n"


_DAMAGED = "this PDF cannot be read: it is damaged"
_ENTITIES = "this Word file cannot be read: it declares entities"
_TRUNCATED = "this Word file cannot be read: it is truncated"
HOSTILE_FILES = [
    pytest.param(body, name, says, id=name)
    for body, name, says in (
        (encrypted_pdf(), "locked.pdf", "this PDF asks for a password"),
        (made_files.pdf([["Never read"]])[:100], "half.pdf", _DAMAGED),
        (b"%PDF-1.7 and nothing", "nothing.pdf", _DAMAGED),
        (made_files.word(["&e;"], prolog=_ENTITY), "entity.docx", _ENTITIES),
        (made_files.word(["&i;"], prolog=_LAUGHS), "laughs.docx", _ENTITIES),
        (made_files.word(["x" * 30_000_000]), "bomb.docx", "this Word file unpacks to 30,"),
        (made_files.word(["Never read"])[:300], "half.docx", _TRUNCATED),
        (
            made_files.zipped(("word/document.xml", "<w:document>")),
            "damaged.docx",
            "this Word file cannot be read: unbound prefix",
        ),
    )
]
