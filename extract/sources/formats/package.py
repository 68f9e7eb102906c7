"""The parts of a DOCX file, opened without being blown up by it: bytes in, a package that is safe to read out."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from graph.errors import InputError

LARGEST = 200_000_000  # bytes of all parts together
RATIO = 200  # of unpacked to packed size; real documents reach 60 or so
SMALL = 10_000_000  # unpacked bytes that harm nobody, whatever the ratio
MOST_PARTS = 10_000
_CHUNK = 65_536


def part_names(content: bytes) -> frozenset[str]:
    """The names of a zip file's parts; none where it is broken."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return frozenset(package.namelist())
    except _BROKEN:
        return frozenset()


def safe_package(content: bytes, place: str) -> BytesIO:
    """The same package, unpacked under limits and packed again: what lies about its size is found out. Pictures become empty.

    Raises:
        InputError: the file is broken, has a password, or unpacks to more than a document can be.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            _refuse_bomb(parts, place)
            return _repack(package, parts, place)
    except _BROKEN:
        raise InputError(f"{place}: a broken DOCX file; open it in a word processor and save it again") from None


def _refuse_bomb(parts: list[zipfile.ZipInfo], place: str) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(f"{place}: is protected by a password; save it without one")
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > LARGEST or len(parts) > MOST_PARTS or (unpacked > SMALL and unpacked > RATIO * max(1, packed)):
        raise _bomb(place, unpacked)


def _repack(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo], place: str) -> BytesIO:
    safe, total = BytesIO(), 0
    with zipfile.ZipFile(safe, "w", zipfile.ZIP_STORED) as target:
        for part in {part.filename: part for part in parts}.values():
            text = b""
            if part.filename.lower().endswith((".xml", ".rels")):
                text = _unpacked(package, part, place)
                total += len(text)
            if total > LARGEST:
                raise _bomb(place, total)
            target.writestr(part.filename, text)
    safe.seek(0)
    return safe


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo, place: str) -> bytes:
    """A part's bytes, at most as many as the directory promises; that there are more shows in the check sum."""
    pieces = []
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            pieces.append(piece)
    return b"".join(pieces)


def _bomb(place: str, size: int) -> InputError:
    return InputError(f"{place}: unpacks to {size // 1_000_000} MB, more than a document can be; give its text as a plain file")


_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, LookupError, AttributeError)
