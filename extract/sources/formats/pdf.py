"""PDF as plain text, page by page: bytes in, text with a form feed between pages out. Pages without text are named."""

from __future__ import annotations

import re

import pypdfium2

from extract.sources.formats import Converted
from extract.sources.weave import Woven
from graph.errors import InputError
from graph.records import Skipped
from graph.sourcemap import SourceMap

LARGEST = 100_000_000  # characters
_PASSWORD = 4  # FPDF_ERR_PASSWORD
# PDFium unites a line that ends in a hyphen with the next and leaves this sign; the rest of that line follows a space.
_JOINED = re.compile(r"(?P<before>\w*)[\ufffe\x02]\s*(?P<after>\w*)(?P<marks>[^\w\s]*)(?P<gap> ?)")


def read_pdf(content: bytes, place: str) -> Converted:
    """The text of all pages.

    Raises:
        InputError: the file is broken, has a password, or holds no text (pictures of pages).
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise InputError(f"{place}: is protected by a password; save it without one") from None
        raise _broken(place) from None
    try:
        pages = _pages(document, place)
    except (pypdfium2.PdfiumError, ValueError, OSError, UnicodeError):
        raise _broken(place) from None
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise InputError(f"{place}: has no text, its {len(pages)} pages are pictures; run it through text recognition (OCR) first")
    blank = [number for number, page in enumerate(pages, 1) if not page.strip()]
    skipped = [Skipped(f"{place} p.{number}", "a page without text (a picture, or blank)") for number in blank]
    text = _rejoined("\f".join(pages))
    return Converted(Woven(text, SourceMap.identity(len(text)), tuple(skipped)), "plain")


def _pages(document: pypdfium2.PdfDocument, place: str) -> list[str]:
    pages, length = [], 0
    for number in range(len(document)):
        page = document[number]
        text_page = page.get_textpage()
        text = text_page.get_text_range().replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
        text_page.close()
        page.close()
        length += len(text)
        if length > LARGEST:
            raise InputError(f"{place}: holds more than {LARGEST // 1_000_000} million characters; split it into several files")
        pages.append(text)
    return pages


def _rejoined(text: str) -> str:
    """Words that a line's end had split, whole again, and the line ended after them.

    A hyphen of the word's own (``long-term``) stays where the document writes the word so elsewhere, or before a capital or a number.
    """
    written = set(re.findall(r"\w+(?:-\w+)*", text.lower()))

    def whole(found: re.Match[str]) -> str:
        before, after = found["before"], found["after"]
        own = not after[:1].islower() or (f"{before}-{after}".lower() in written and f"{before}{after}".lower() not in written)
        return before + ("-" if own else "") + after + found["marks"] + ("\n" if found["gap"] else "")

    return _JOINED.sub(whole, text)


def _broken(place: str) -> InputError:
    return InputError(f"{place}: a broken PDF file; open it in a viewer and save it again")
