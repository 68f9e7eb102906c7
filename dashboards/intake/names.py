"""What an uploaded file may be called: any name in, one without path parts out, or a reason why not. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

MEGABYTES, FILES = 20, 50  # of one file; in one go
LONGEST = 100  # characters of a name
_UNWANTED = re.compile(r'[<>:"|?*%#&;$`{}\\\s]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was handed in."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Declined:
    """A file that is not taken; ``reason`` is ``size``, ``number``, ``kind``, ``name`` or ``twice``."""

    name: str
    reason: str


def plain_name(given: str) -> str:
    """The last part of a name, in one Unicode form, without signs that mean something to shells, browsers or file systems; empty if none is left."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    printable = "".join(letter for letter in last if letter.isprintable() or letter.isspace())
    name = re.sub(r"-*\.", ".", _UNWANTED.sub("-", printable)).strip(" .-")
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem.strip(" .-") or _RESERVED.fullmatch(stem):
        return ""
    return f"{stem[: LONGEST - len(ending) - 1].rstrip(' .-')}.{ending}"


def sorted_out(files: list[File], endings: set[str]) -> tuple[dict[str, File], list[Declined]]:
    """Files by the names they are kept under, and those that are not taken. ``endings`` are those of kinds that can be read, with dots."""
    taken: dict[str, File] = {}
    declined: list[Declined] = []
    for number, file in enumerate(files):
        name = plain_name(file.name)
        reason = _reason(number, file, name, endings, taken)
        if reason:
            declined.append(Declined(file.name, reason))
        else:
            taken[name] = file
    return taken, declined


def _reason(number: int, file: File, name: str, endings: set[str], taken: dict[str, File]) -> str:
    if number >= FILES:
        return "number"
    if len(file.content) > MEGABYTES * 1_000_000:
        return "size"
    if PurePosixPath(file.name.replace("\\", "/")).suffix.lower() not in endings:
        return "kind"
    return "name" if not name else "twice" if name.casefold() in map(str.casefold, taken) else ""
