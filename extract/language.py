"""Language packs: what the folders of data/languages say, checked against the shape each reader declares. Code in, words out.

A pack is a folder ``data/languages/<code>`` with one YAML file a section. The module that needs a section declares its shape as a
frozen pydantic model and asks ``section("zh", "layout", LayoutWords)``; a language without the file has the model's defaults.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from graph.datafiles import Record, check, read_yaml
from graph.settings import DATA

LANGUAGES = DATA / "languages"


class Words(Record):
    """Root of all section models: unknown keys are refused, values are frozen."""


Section = TypeVar("Section", bound=Words)


@cache
def languages() -> tuple[str, ...]:
    """The codes of all packs, in alphabetical order."""
    return tuple(sorted(folder.name for folder in LANGUAGES.iterdir() if folder.is_dir()))


def section(language: str, name: str, model: type[Section]) -> Section:
    """The section ``name`` of a language's pack; read once.

    Raises:
        DataError: the file is no YAML or breaks the model; the message names file and key.
    """
    return cast(Section, _section(language, name, model))


@cache
def _section(language: str, name: str, model: type[Words]) -> Words:
    return load_checked(LANGUAGES / language / f"{name}.yaml", model)


def load_checked(path: Path, model: type[Section]) -> Section:
    """A YAML file as ``model``; the model's defaults where there is no such file."""
    return check(path, (read_yaml(path) or {}) if path.exists() else {}, model)
