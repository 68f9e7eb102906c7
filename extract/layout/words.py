"""The words of layout that the language packs give: marks of pages, annexes, notes, tables, signatures. All languages at once."""

from __future__ import annotations

import re
from functools import cache

from pydantic import Field

from extract.language import Words, languages, section


class LayoutWords(Words):
    """One pack's section ``layout``; what each key means stands at the top of the file."""

    page_marks: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    ordinal_digits: str = ""
    heading_units: tuple[str, ...] = ()
    list_letters: str = ""
    hyphen_prefixes: tuple[str, ...] = ()
    state_aliases: dict[str, str] = Field(default_factory=dict)


@cache
def words() -> LayoutWords:
    """The words of all packs in one: a document may mix languages, and none of these words means anything else in another."""
    packs = [section(code, "layout", LayoutWords) for code in languages()]
    joined: dict[str, object] = {}
    for name in LayoutWords.model_fields:
        values = [getattr(pack, name) for pack in packs]
        if isinstance(values[0], dict):
            joined[name] = {key: value for entry in values for key, value in entry.items()}
        elif isinstance(values[0], str):
            joined[name] = "".join(values)
        else:
            joined[name] = tuple(dict.fromkeys(value for entry in values for value in entry))
    return LayoutWords.model_validate(joined)


@cache
def pattern(key: str, frame: str) -> re.Pattern[str]:
    """``frame`` with ``{}`` replaced by the words of ``key``, longest first; letter case does not matter."""
    alternatives = sorted(getattr(words(), key), key=len, reverse=True)
    return re.compile(frame.replace("{}", "(?:" + "|".join(alternatives or [r"(?!)"]) + ")"), re.IGNORECASE)
