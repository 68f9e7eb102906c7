"""Bytes to text: which encoding a file is in, also for short texts. Bytes in, text and encoding out; pure.

Byte order marks first, then UTF-8, then the legacy encoding that makes the most plausible text of the bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extract.sources.plausible import CANDIDATES, PLAUSIBLE, SAMPLE, plausibility
from graph.errors import InputError

_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
#: What a page says and what it means: browsers read the older name as the wider encoding.
_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "euc_kr": "cp949", "shift_jis": "cp932", "iso8859-1": "cp1252", "ascii": "cp1252",
}  # fmt: skip
_SAFE = re.compile(r"gb18030|big5\w*|cp949|cp932|euc_jp|cp125\d|iso8859-\d+|koi8-[ru]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, without a byte order mark, and the encoding it was in."""

    text: str
    encoding: str


def decode(content: bytes, place: str) -> Decoded:
    """The text of ``content``.

    Raises:
        InputError: it is no text, is broken, or no encoding makes plausible text of it.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content[len(bom) :], encoding, place)
    if 10 * content[:SAMPLE].count(0) > len(content[:SAMPLE]):
        return _without_mark(content, place)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(content, place, error)
    if _share_of_controls(content) > 0.3:
        raise _binary(place)
    return Decoded(text, "utf-8")


def _strict(content: bytes, encoding: str, place: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        _refuse_surrogates(content, encoding, place)
        raise _broken(place, encoding, content, error.start) from None


def _refuse_surrogates(content: bytes, encoding: str, place: str) -> None:
    try:
        text = content.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return
    half = re.search("[\ud800-\udfff]", text)
    if half is not None:
        line = text.count("\n", 0, half.start()) + 1
        raise InputError(f"{place}: half a surrogate pair in line {line}, which is no character; save the file again as UTF-8")


def _without_mark(content: bytes, place: str) -> Decoded:
    """UTF-16 without a byte order mark: the byte order that gives plausible text."""
    best = max(("utf-16-le", "utf-16-be"), key=lambda encoding: plausibility(content, encoding))
    if plausibility(content, best) < PLAUSIBLE:
        raise _binary(place)
    return _strict(content, best, place)


def _legacy(content: bytes, place: str, error: UnicodeDecodeError) -> Decoded:
    _refuse_surrogates(content, "utf-8", place)
    if _nearly_utf8(content[max(0, error.start - SAMPLE) : error.start + SAMPLE]):
        raise _broken(place, "utf-8", content, error.start)
    if _share_of_controls(content) > 0.01:
        raise _binary(place)
    declared = _declared(content)
    scores = {encoding: plausibility(content, encoding) for encoding in CANDIDATES}
    chosen = sorted((e for e in scores if scores[e] >= PLAUSIBLE), key=lambda e: -scores[e])
    for encoding in ([declared] if declared else []) + chosen:
        try:
            return Decoded(content.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(f"{place}: neither UTF-8 nor any other encoding makes readable text of it; save the file again as UTF-8")


def _nearly_utf8(sample: bytes) -> bool:
    """Whether nearly all characters beyond ASCII are sound UTF-8: then a few bytes are broken, and it is no other encoding."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(c > "\x7f" for c in text) - bad
    return good >= 4 and good > 5 * bad


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:2048])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    name = _WIDER.get(name, name)
    return name if _SAFE.fullmatch(name) else None


def _share_of_controls(content: bytes) -> float:
    return (len(content) - len(content.translate(None, _CONTROLS))) / max(1, len(content))


def _binary(place: str) -> InputError:
    return InputError(f"{place}: holds binary data, not text; give the document as text, HTML, DOCX or PDF")


def _broken(place: str, encoding: str, content: bytes, at: int) -> InputError:
    line = content.count(b"\n", 0, at) + 1
    return InputError(f"{place}: broken {encoding.upper()} at byte {at + 1} (line {line}); save the file again as UTF-8")
