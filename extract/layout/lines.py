"""The lines of a working text: what each says, how far it is set in, what was left blank above it, and on which page it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.layout.scripts import width

_QUOTE = re.compile(r"(?:\s*>)+ ?")
_INVISIBLE = "\ufeff\u200b\u2060"
_LONELY = re.compile(r"\W*\d{0,3}\W*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words: ``body`` begins at ``start`` of the working text and is stripped of white space and quote marks (``>``).

    ``tail`` counts the white space at its end, ``indent`` that before it, ``gap`` the blank lines above; ``turn`` says that a page
    begins here or something was taken out between this line and the one above.
    """

    number: int
    start: int
    body: str
    indent: int
    tail: int
    gap: int
    page: int
    width: int
    quoted: bool = False
    turn: bool = False


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines that have words, in order; a form feed ends its line and its page. Pages whose form feeds became spaces are found again."""
    lines = tuple(_lines(text))
    return lines if "\f" in text.strip("\f\n ") else _with_lost_pages(lines)


def _lines(text: str) -> Iterator[Line]:
    at = gap = page = last = 0
    for number, raw in enumerate(text.split("\n"), 1):
        for turn, part in enumerate(raw.split("\f")):
            page += turn > 0
            mark = _QUOTE.match(part)
            offset = mark.end() if mark else 0
            head = part[offset:].lstrip().lstrip(_INVISIBLE)
            body = head.rstrip()
            if body:
                start = len(part) - len(head)
                yield Line(number, at + start, body, start - offset, len(head) - len(body), gap, page, width(body), mark is not None, page != last)
                last = page
            gap = 0 if body else gap + 1
            at += len(part) + 1


def _with_lost_pages(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Text converters turn a form feed into one space: where blank lines part nearly all lines, a set-in line right under another opens a page."""
    if sum(line.gap > 0 for line in lines) < 0.6 * len(lines) or len(lines) < 8:
        return lines
    usual = {indent for indent, times in Counter(line.indent for line in lines if line.gap).items() if times > 1 or indent == 0}
    found, page = [lines[0]], 0
    for above, line in pairwise(lines):
        turns = not line.gap and line.indent and line.indent - 1 in usual and not _LONELY.fullmatch(above.body)
        page += bool(turns)
        found.append(replace(line, page=page, indent=line.indent - 1, turn=True) if turns else replace(line, page=page))
    return tuple(found)
