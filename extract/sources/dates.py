"""Dates as people write them: a line in, the dates it names out. Month names and word order are data; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from extract.patterns import either
from extract.sought import Patterns

# 2016-12-12, 2016.12.12, 2016/12/12: the same in every language.
_NUMBERS = re.compile(r"(?<!\d)(?P<year>\d{4})\s?(?P<sign>[-./])\s?(?P<month>\d{1,2})\s?(?P=sign)\s?(?P<day>\d{1,2})(?!\d)(?P<until>)")


@dataclass(frozen=True, slots=True)
class Written:
    """A date with its place in the line. ``value`` is YYYY-MM-DD or YYYY-MM; ``span`` says that it only begins a stretch of days."""

    value: str
    start: int
    end: int
    stretch: bool


class DatePatterns:
    """The ways in which the languages known write dates."""

    def __init__(self, patterns: Iterable[str], months: dict[str, int]) -> None:
        self.months = {name.lower(): number for name, number in months.items()}
        self.patterns = Patterns([_NUMBERS, *(re.compile(pattern.replace("{months}", either(months)), re.IGNORECASE) for pattern in patterns)])

    def find(self, line: str) -> list[Written]:
        """All dates of the line, in order; of two that overlap the one that says more."""
        found = sorted(self._all(line), key=lambda d: (d.start, -len(d.value), d.start - d.end))
        kept: list[Written] = []
        for each in found:
            if not kept or each.start >= kept[-1].end:
                kept.append(each)
        return kept

    def _all(self, line: str) -> Iterator[Written]:
        for _, match in self.patterns.finditer(line):
            groups = match.groupdict()
            value = self._value(groups["year"], groups["month"], groups.get("day"))
            if value is not None:
                yield Written(value, match.start(), match.end(), bool(groups.get("until")))

    def _value(self, year: str, month: str, day: str | None) -> str | None:
        number = int(month) if month.isdecimal() else self.months.get(month.lower(), 0)
        if not 1800 <= int(year) <= 2100 or not 1 <= number <= 12:
            return None
        try:
            return f"{int(year)}-{number:02}" if day is None else date(int(year), number, int(day)).isoformat()
        except ValueError:
            return None


def is_date(written: str) -> bool:
    """Whether ``written`` is YYYY, YYYY-MM or YYYY-MM-DD and such a day exists."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", written, re.ASCII):
        return False
    try:
        date.fromisoformat((written + "-01-01")[:10])
    except ValueError:
        return False
    return True
