"""What a file really is, whatever its name says: its first bytes in, a kind out; pure."""

from __future__ import annotations

import re

from extract.sources.formats.package import part_names

#: The kinds that are read, by the extensions that promise them.
EXTENSIONS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
NAMES = {"text": "plain text", "markdown": "plain text", "html": "HTML", "pdf": "PDF", "docx": "a Word document (DOCX)"}
_ENDINGS = {"text": ".txt", "html": ".html", "pdf": ".pdf", "docx": ".docx"}
_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"), (b"MM\x00*", "a TIFF picture"), (b"{\\rtf", "a Rich Text (RTF) document"), (b"%!PS", "a PostScript file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or password-protected Office file"), (b"\x1f\x8b", "a GZIP archive"), (b"BZh", "a BZIP2 archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"), (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"), (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"), (b"RIFF", "a RIFF recording or picture"),
)  # fmt: skip
_PACKAGES = (
    ("word/document.xml", "docx"), ("xl/workbook.xml", "an Excel workbook (XLSX)"), ("ppt/presentation.xml", "a PowerPoint presentation (PPTX)"),
    ("META-INF/container.xml", "an EPUB book"), ("mimetype", "an OpenDocument file"),
)  # fmt: skip
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:head|body|article|main|div|section|p|h[1-6]|table|ul|ol)(?:\s[^<>]*)?>", re.IGNORECASE)


def recognise(content: bytes) -> str:
    """The kind of ``content``: text, html, pdf or docx, else words for what it looks like (``a PNG picture``)."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(content)
    sign = next((kind for sign, kind in _SIGNS if content.startswith(sign) and (len(sign) > 3 or _odd(content))), None)
    if sign is not None:
        return sign
    if content[4:8] == b"ftyp":
        return "a film or recording (MP4)"
    return "html" if _PAGE.match(_beginning(content)) else "text"


def is_fragment(content: bytes) -> bool:
    """Whether a stream without a name begins as a piece of a page does."""
    return _FRAGMENT.match(_beginning(content)) is not None


def mismatch(expected: str, found: str) -> str | None:
    """Why a file of kind ``found`` cannot be read under an extension that promises ``expected``; ``None`` if it can."""
    if expected == found or (found == "text" and expected in ("markdown", "html")):
        return None
    if expected == "docx" and found == "a broken ZIP archive":
        return None  # the reader of DOCX says what is wrong
    remedy = f"rename it to end in {_ENDINGS[found]}" if found in _ENDINGS else "give the document as text, HTML, DOCX or PDF"
    return f"looks like {NAMES.get(found, found)}, not {NAMES[expected]} as its name says; {remedy}"


def _package(content: bytes) -> str:
    names = part_names(content)
    if not names:
        return "a broken ZIP archive"
    return next((kind for name, kind in _PACKAGES if name in names), "a ZIP archive")


def _beginning(content: bytes) -> bytes:
    """The first bytes, of UTF-16 those that ASCII would have."""
    begins = content[:8192]
    return begins[2:].replace(b"\0", b"") if begins.startswith((b"\xff\xfe", b"\xfe\xff")) else begins


def _odd(content: bytes) -> bool:
    """Short signs may also begin a text; what follows them in a picture or archive does not."""
    return any(byte < 9 for byte in content[2:64])
