"""What is said of a document beside its text: YAML between ``---`` lines at its top, or in a sidecar file. Text in, checked fields out."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from extract.sources.dates import is_date
from graph.errors import DataError, InputError
from graph.records import Skipped

SIDECAR = ".meta.yaml"
LONGEST = 20_000  # characters of a front matter or sidecar: more is no description, and deep nesting costs
_FENCED = re.compile(r"\s*---[ \t]*\n(?P<inside>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


class Given(BaseModel):
    """The fields that a sidecar or front matter may give. ``language`` may be written for ``languages``, and one code for a list."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_min_length=1)

    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    symbol: str | None = None
    speaker: str | None = None
    kind: Literal["report", "article", "statement", "resolution", "news", "other"] | None = None
    languages: tuple[str, ...] | None = Field(None, alias="language")

    @field_validator("title", "date", "publisher", "symbol", "speaker", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        """YAML reads 2016-04-15 as a date and 2016 as a number."""
        plain = isinstance(value, int | float | datetime.date) and not isinstance(value, bool)
        return str(value)[:10] if isinstance(value, datetime.datetime) else str(value) if plain else value

    @field_validator("date")
    @classmethod
    def _a_date(cls, value: str | None) -> str | None:
        if value is not None and not is_date(value):
            raise ValueError("give a date as YYYY, YYYY-MM or YYYY-MM-DD")
        return value

    @field_validator("languages", mode="before")
    @classmethod
    def _one_or_more(cls, value: Any) -> Any:
        return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value

    @field_validator("languages")
    @classmethod
    def _codes(cls, value: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if value is not None and not all(re.fullmatch("[a-z]{2}", code) for code in value):
            raise ValueError("give languages by their two-letter codes, such as en, zh, ko")
        return value


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stood above the text, where the text begins, and which lines of it could not be used."""

    given: Given
    end: int
    skipped: tuple[Skipped, ...]


def split_front_matter(text: str, place: str) -> FrontMatter | None:
    """The front matter of ``text``; ``None`` where it begins with none, or with a mapping that gives no field we know: that is text."""
    fenced = _FENCED.match(text[: LONGEST + 100])
    if fenced is None:
        return None
    mapping = _parse(fenced["inside"])
    if not isinstance(mapping, dict):
        return None
    known: dict[str, Any] = {}
    skipped = []
    for key, value in mapping.items():
        name = "language" if str(key).lower() == "languages" else str(key).lower()
        try:
            Given.model_validate({name: value})
            known[name] = value
        except ValidationError as error:
            skipped.append(Skipped(f"{place}, front matter", f"{str(key)[:40]}: {_reason(error)}", str(value)[:120]))
    return FrontMatter(Given.model_validate(known), fenced.end(), tuple(skipped)) if known else None


def read_sidecar(path: Path) -> Given:
    """The fields in a sidecar file.

    Raises:
        DataError: it is no YAML mapping, or has a key or value that is not allowed; the message names it.
        InputError: it cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 ({type(error).__name__}); save it again or take it away") from None
    mapping = _parse(text) if len(text) <= LONGEST else None
    if not isinstance(mapping, dict):
        raise DataError(f"{path}: not a YAML mapping of title, date, publisher, symbol, speaker, kind, languages")
    try:
        return Given.model_validate({"language" if key == "languages" else str(key): value for key, value in mapping.items()})
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise DataError(f"{path}: {key}: {_reason(error)}") from None


def _parse(text: str) -> Any:
    """The YAML in ``text``, or ``None``. The loader written in C is not used: deep nesting makes it crash."""
    try:
        return yaml.load(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        return None


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    return "unknown key; allowed are title, date, publisher, symbol, speaker, kind, languages" if first["type"] == "extra_forbidden" else first["msg"]
