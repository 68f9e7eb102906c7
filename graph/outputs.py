"""Output files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from graph.errors import InputError


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8) to write to; it takes its place at the end, at once, and not at all where writing fails.

    Raises:
        InputError: the place cannot be written.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        file = fresh.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another -o") from None
    try:
        with file:
            yield file
        if path.is_dir():
            raise InputError(f"{path}: is a folder; name a file with -o")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
