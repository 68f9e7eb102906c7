"""The head of a document: the lines above its running text. Text in, lines out; pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.sources.formats.numerals import han_numerals

MOST_LINES = 15  # a head has no more
_SEEN = 60_000  # characters that are looked at
_WRAPPED = 130  # columns: texts with no longer lines were broken into lines
_LONGEST = 220  # columns of a title
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\uff60]")
_SENTENCE_END = tuple(".。．;；:：,，、…")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, wraps joined; ``level`` is that of a Markdown heading, else 0."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of the head, and the first words of the text below it."""

    lines: tuple[Line, ...]
    opening: str = ""


def read_head(text: str) -> Head:
    """The head of ``text``: all lines before the first that is running text or numbered."""
    lines = text[:_SEEN].replace("\f", "\n").split("\n")
    filled = sorted(_columns(line.strip()) for line in lines if line.strip())
    if not filled:
        return Head(())
    wrapped = sum(width for width in filled if width <= _WRAPPED) > 0.7 * sum(filled)
    full = 0.8 * min(_WRAPPED, filled[int(0.9 * (len(filled) - 1))]) if wrapped else _LONGEST + 1.0
    spaced = wrapped and _double_spaced(lines, full)
    found: list[Line] = []
    taken = at = 0
    while at < len(lines) and taken < MOST_LINES:
        first = at
        while at + 1 < len(lines) and _columns(lines[at].strip()) >= full and lines[at + 1].strip():
            at += 1
        at += 1
        joined = join(lines[first:at])
        if not joined:
            continue
        if at - first > 3 or (spaced and _columns(joined) >= full) or _running(joined):
            return Head(tuple(found), joined[:160])
        taken += at - first
        heading = _HEADING.fullmatch(joined)
        plain = _LINK.sub(r"\1", heading[2] if heading else joined).strip("*_ ")
        found.append(Line(plain, len(heading[1]) if heading else 0))
    return Head(tuple(found))


def join(lines: list[str]) -> str:
    """Wrapped lines as one; between two wide characters no space comes."""
    text = ""
    for line in (line.strip() for line in lines):
        wide = text and line and unicodedata.east_asian_width(text[-1]) in "WF" and unicodedata.east_asian_width(line[0]) in "WF"
        text += line if not text or (wide and not "\uac00" <= line[0] <= "\ud7a3") else f" {line}"
    return text


def _running(line: str) -> bool:
    if line.startswith("#"):
        return False
    ends = line.endswith(_SENTENCE_END) and _columns(line) > 60
    return ends or _columns(line) > _LONGEST or _numbered().match(line) is not None


@cache
def _numbered() -> re.Pattern[str]:
    """How numbered paragraphs, sections, items and quotations begin."""
    letters = r"[(（]?(?:\d{1,3}|[A-Za-z]|[IVXivx]{1,5}|[Ⅰ-Ⅻ])[.)）、．]"
    return re.compile(rf"(?:{letters}|[Ⅰ-Ⅻ]\b|[§¶]|\d{{1,2}}(?:\.\d{{1,2}})+\s|[{han_numerals()}]{{1,3}}、|[-*•◦▪■○●>]\s)")


def _double_spaced(lines: list[str], full: float) -> bool:
    """Whether full lines, which a paragraph goes on after, stand alone between blank ones."""
    after = [not below.strip() for line, below in pairwise(lines) if _columns(line.strip()) >= full]
    return len(after) >= 4 and sum(after) > 0.6 * len(after)


def _columns(line: str) -> int:
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))
