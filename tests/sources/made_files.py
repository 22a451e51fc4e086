"""Files made for tests: a PDF of a few lines with links, a Word file of a few paragraphs."""

import io
import zipfile
from collections.abc import Sequence
from html import escape

Linked = tuple[str, str]  # words of a line that are a link, and where it leads

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(pages: Sequence[Sequence[str]], links: Sequence[Linked] = (), trailer: str = "") -> bytes:
    """Return a PDF with a line of text for each string of a page, in letters of one width."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        content = "\n".join(
            f"BT /F1 10 Tf 50 {750 - 14 * row} Td ({_escaped(line)}) Tj ET"
            for row, line in enumerate(lines)
        )
        annotations = " ".join(_annotation(lines, *link) for link in links)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R"
            " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>"
            f" /Annots [{annotations}] >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R {trailer} >>\n%%EOF\n".encode("latin-1")


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _annotation(lines: Sequence[str], words: str, address: str) -> str:
    row = next((row for row, line in enumerate(lines) if words in line), None)
    if row is None:
        return ""
    left, bottom = 50 + 6 * lines[row].index(words), 748 - 14 * row
    box = f"{left} {bottom} {left + 6 * len(words)} {bottom + 10}"
    if address == "#":
        return f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Dest [1 0 R /Fit] >>"
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{box}]"
        f" /A << /S /URI /URI ({_escaped(address)}) >> >>"
    )


def word(paragraphs: Sequence[str], links: Sequence[Linked] = (), prolog: str = "") -> bytes:
    """Return a Word file; a paragraph that begins with `=` has the style Title, `>` Quote."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/hyperlink" Target="{escape(to)}"'
        ' TargetMode="External"/>'
        for n, (_, to) in enumerate(links)
    )
    body = "".join(_paragraph(text, links) for text in paragraphs)
    document = (
        f'{prolog}<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>{body}</w:body>'
        "</w:document>"
    )
    to_document = (
        f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    return zipped(
        ("[Content_Types].xml", _TYPES),
        ("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{to_document}</Relationships>'),
        ("word/document.xml", document),
        (
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        ),
    )


def _paragraph(text: str, links: Sequence[Linked]) -> str:
    style = {"=": "Title", ">": "Quote"}.get(text[:1], "")
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = _run(text.lstrip("=> "))
    for n, (words, _) in enumerate(links):
        before, found, after = text.partition(words)
        if found:
            anchor = f'<w:hyperlink r:id="r{n}">{_run(words)}</w:hyperlink>'
            runs = _run(before) + anchor + _run(after)
    return f"<w:p>{look}{runs}</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def zipped(*parts: tuple[str, str]) -> bytes:
    """Return a ZIP with these files in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts:
            file.writestr(name, text)
    return out.getvalue()
