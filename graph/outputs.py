"""Output files and folders that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from graph.errors import InputError

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same content makes the same zip


@contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """A fresh place beside ``path`` to make a file at; it takes its place at the end, at once, and not at all where making it fails.

    Raises:
        InputError: the place cannot be written.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.touch()
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another -o") from None
    try:
        try:
            yield fresh
        except OSError as error:
            if isinstance(error, BrokenPipeError) or error.filename not in (None, str(fresh)):
                raise
            raise InputError(f"{path}: cannot be written ({error.strerror}); choose another -o") from None
        if path.is_dir():
            raise InputError(f"{path}: is a folder; name a file with -o")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8) to write to, which appears as :func:`whole_path` says."""
    with whole_path(path) as fresh, fresh.open("w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def whole_folder(path: Path, *suffixes: str) -> Iterator[Path]:
    """A fresh folder to write files to, which takes its place at the end; where the path ends in .zip, it becomes a zip of them.

    An earlier folder of that name is replaced if it holds only files with these suffixes.

    Raises:
        InputError: the place cannot be written, is a file, or is a folder with something else in it.
    """
    zipped = path.suffix.lower() == ".zip"
    if not zipped and (objection := _in_the_way(path, suffixes)) is not None:
        raise InputError(f"{path}: {objection}; choose another -o")
    fresh, old = path.with_name(f".{path.name}.{os.getpid()}.new"), path.with_name(f".{path.name}.{os.getpid()}.old")
    try:
        fresh.mkdir()
        yield fresh
        if zipped:
            with whole_path(path) as packed:
                _pack(fresh, packed)
            return
        if path.exists():
            path.rename(old)
        fresh.rename(path)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another -o") from None
    finally:
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)


def _in_the_way(path: Path, suffixes: tuple[str, ...]) -> str | None:
    if path.exists() and not path.is_dir():
        return "is a file; this export is a folder, or a .zip"
    strange = sorted(each.name for each in path.iterdir() if each.suffix not in suffixes or each.is_dir()) if path.exists() else []
    return f"holds other files ({strange[0]})" if strange else None


def _pack(folder: Path, place: Path) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            with file.open("rb") as source, archive.open(zipfile.ZipInfo(file.name, _LONG_AGO), "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
