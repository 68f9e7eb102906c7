"""The numbers that a word processor puts before paragraphs by itself: a DOCX file's numbering and styles in, marks out; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from extract.sources.formats.numerals import numeral
from extract.sources.formats.styles import W, integer, value


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts; ``pattern`` is ``%1.``, ``(%2)`` and the like."""

    style: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph: its words, its depth, and whether it is a mere bullet."""

    text: str
    depth: int
    bullet: bool


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting on as its paragraphs come by."""

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by abstract list
    _lists: dict[str, str] = field(default_factory=dict)  # list → abstract list
    _restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, root: Any) -> Numbering:
        """From the root element of numbering.xml; ``None`` where there is none."""
        found = cls()
        if root is None:
            return found
        for abstract in root.iter(f"{W}abstractNum"):
            found._levels[value(abstract, "abstractNumId", own=True)] = {
                integer(value(level, "ilvl", own=True), 0): _level(level) for level in abstract.iter(f"{W}lvl")
            }
        for number in root.findall(f"{W}num"):
            name = value(number, "numId", own=True)
            found._lists[name] = value(number, "abstractNumId")
            for override in number.iter(f"{W}lvlOverride"):
                start = value(override, "startOverride")
                if start:
                    found._restarts[name, integer(value(override, "ilvl", own=True), 0)] = integer(start, 1)
        return found

    def next(self, name: str, depth: int) -> Mark | None:
        """The mark of the next paragraph of the list ``name`` at ``depth``; ``None`` where it has none."""
        abstract = self._lists.get(name)
        levels = self._levels.get(abstract or "", {})
        if abstract is None or depth not in levels:
            return None
        counts = self._counts.setdefault(abstract, {})
        if name not in self._begun:
            self._begun.add(name)
            for (owner, level), start in self._restarts.items():
                if owner == name:
                    counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _mark(levels, counts, depth)


def _mark(levels: dict[int, Level], counts: dict[int, int], depth: int) -> Mark | None:
    level = levels[depth]
    if level.style == "bullet":
        return Mark("-", depth, bullet=True)
    if level.style == "none" or not level.pattern:
        return None

    def written(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        within = levels.get(at, Level())
        return numeral(counts.get(at, within.start), within.style)

    words = re.sub(r"%([1-9])", written, level.pattern).strip()
    return Mark(words, depth, bullet=False) if words else None


def _level(element: Any) -> Level:
    return Level(value(element, "numFmt") or "decimal", value(element, "lvlText"), integer(value(element, "start"), 1))
