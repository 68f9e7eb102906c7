"""Places: which documents are at the paths a user gives. Paths in, files and what was passed over out."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.source import Refused
from extract.sources.formats.kinds import EXTENSIONS
from extract.sources.frontmatter import SIDECAR
from graph.records import Skipped

_READ = "text, Markdown, HTML, PDF and DOCX"


def find_files(places: Iterable[str]) -> Iterator[Path | Skipped | Refused]:
    """The documents at ``places``: files as given, folders with all that is below them, in sorted order.

    Hidden files and sidecars inside folders are left out; files there of a kind that is not read are ``Skipped``. A place that is
    missing or no document, a file that may not be read and a link that leads in a circle are ``Refused``.
    """
    for place in places:
        try:
            mode = os.stat(place).st_mode
        except (OSError, ValueError) as error:
            yield Refused(shown(place), f"{shown(place)}: {why(error)}")
            continue
        if stat.S_ISDIR(mode):
            yield from _below(place)
        elif not stat.S_ISREG(mode):
            yield Refused(shown(place), f"{shown(place)}: is no file but a device or pipe; give - to read standard input")
        elif Path(place).suffix.lower() in EXTENSIONS:
            yield Path(place)
        else:
            yield Refused(shown(place), f"{shown(place)}: {unread(Path(place))}")


def _below(folder: str) -> Iterator[Path | Skipped | Refused]:
    found, seen, waiting = 0, set[tuple[int, int]](), [Path(folder)]
    while waiting:
        path = waiting.pop()
        try:
            entry = os.stat(path)
            if not stat.S_ISDIR(entry.st_mode):
                document = path.suffix.lower() in EXTENSIONS and stat.S_ISREG(entry.st_mode)
                found += document
                yield path if document else Skipped(shown(path), unread(path))
                continue
            if (entry.st_dev, entry.st_ino) in seen:
                if path.parent.resolve().is_relative_to(path.resolve()):
                    yield Refused(shown(path), f"{shown(path)}: is a link that leads in a circle; remove it")
                else:
                    yield Skipped(shown(path), "a link to a folder that is read already")
                continue
            seen.add((entry.st_dev, entry.st_ino))
            names = sorted(name for name in os.listdir(path) if not name.startswith(".") and not name.endswith(SIDECAR))
            waiting.extend(path / name for name in reversed(names))
        except (OSError, ValueError) as error:
            found += 1
            yield Refused(shown(path), f"{shown(path)}: {why(error)}")
    if not found:
        yield Refused(shown(folder), f"{shown(folder)}: a folder without documents; Rapporteur reads {_READ}")


def unread(path: Path) -> str:
    return f"not a kind that is read ({path.suffix or 'no extension'}); Rapporteur reads {_READ}"


def why(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "does not exist; check the path"
        case PermissionError():
            return "may not be read; change its permissions"
        case OSError(errno=number) if number == errno.ELOOP:
            return "is a link that leads in a circle; give the file itself"
        case OSError():
            return f"cannot be read ({error.strerror}); check the disk or copy the file"
    return "is no path; check it"


def shown(place: str | Path) -> str:
    """A place as it can be printed in one line."""
    return "".join(c if c.isprintable() else "\ufffd" for c in str(place))
