"""Footnotes at the foot of pages: lines in; the lines of the text, and the notes with theirs, come out.

A foot begins with the next note's number and runs to the end of its page. Its lines touch where those of the text are set apart; a note that
ends in mid-sentence goes on at the foot of the next page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layout.lines import Line
from extract.layout.scripts import is_finished
from extract.layout.wrapping import Wrap

_STARTS = (
    ("paren", re.compile(r"(\d{1,3})[)）]\s*(?=\S)")),
    ("bracket", re.compile(r"\[(\d{1,3})\]\s*(?=\S)")),
    ("sup", re.compile(r"<sup>\s*(\d{1,3})\s*</sup>\s*(?=\S)")),
    ("raised", re.compile(r"([¹²³⁰⁴-⁹]{1,3})\s*(?=\S)")),
    ("bare", re.compile(r"(\d{1,3})\s+(?=[^\W\d_]|[“\"‘(《「『])")),
)
_ALONE = re.compile(r"\d{1,3}")
_RULE = re.compile(r"[_—-]{5,}")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Foot:
    """Note ``number``, its lines (the number taken off), and the ``style`` of its number, by which its call is known."""

    number: int
    style: str
    lines: tuple[Line, ...]
    rules: tuple[Line, ...] = ()  # drawn above the note


def take_feet(lines: Sequence[Line], wrap: Wrap) -> tuple[tuple[Line, ...], tuple[Foot, ...]]:
    """Parts the text from the notes at the foot of its pages. Texts whose lines are blocks have none: their notes are lists."""
    if not (wrap.single or wrap.double):
        return tuple(lines), ()
    text: list[Line] = []
    feet: list[Foot] = []
    ends = _page_ends(lines)
    at = 0
    taken = False
    while at < len(lines):
        start = _start(lines, at, len(feet) + 1, wrap, ends[at], text)
        if start is None and feet and _goes_on(lines, at, ends[at], feet[-1], wrap, text):
            feet[-1] = replace(feet[-1], lines=(*feet[-1].lines, lines[at]))
            at += 1
            taken = True
        elif start is None:
            text.append(replace(lines[at], turn=True) if taken else lines[at])
            at += 1
            taken = False
        else:
            style, first, skip = start
            stop = _stop(lines, at + skip, len(feet) + 2, wrap, ends[at])
            rules = [text.pop()] if text and _RULE.fullmatch(text[-1].body) else []
            feet.append(Foot(len(feet) + 1, style, (first, *lines[at + skip : stop]), tuple(rules)))
            at = stop
            taken = True
    return tuple(text), tuple(feet)


def _page_ends(lines: Sequence[Line]) -> list[int]:
    """For every line, the position after the last line of its page. Where furniture was taken out, a page ended too."""
    ends = [len(lines)] * len(lines)
    for at in range(len(lines) - 2, -1, -1):
        below = lines[at + 1]
        ends[at] = at + 1 if below.turn or below.page != lines[at].page else ends[at + 1]
    return ends


def _start(lines: Sequence[Line], at: int, number: int, wrap: Wrap, end: int, text: Sequence[Line]) -> tuple[str, Line, int] | None:
    """The style, the first line and the number of lines taken, if note ``number`` begins at ``at``."""
    line = lines[at]
    if _ALONE.fullmatch(line.body) and int(line.body) == number and at + 1 < len(lines) and not lines[at + 1].gap:
        if lines[at + 1].indent and _is_called(number, "bare", text):
            return "bare", lines[at + 1], 2
        return None
    for style, rule in _STARTS:
        found = rule.match(line.body)
        if found and int(found[1].translate(RAISED)) == number and _is_called(number, style, text) and _is_foot(lines, at, end, wrap):
            return style, _without(line, found.end()), 1
    return None


def _is_called(number: int, style: str, text: Sequence[Line]) -> bool:
    """Whether the page or so of text before has the note's call: its number glued to a word or a stop."""
    call = call_pattern(style, number)
    return any(call.search(line.body) for line in text[-90:])


def call_pattern(style: str, number: int | None = None) -> re.Pattern[str]:
    """How a note of a style is called in the text; the number is group 1 (any number, where none is given)."""
    count = r"(\d{1,3})" if number is None else f"({number})"
    raised = r"([¹²³⁰⁴-⁹]{1,3})" if number is None else f"({''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(digit)] for digit in str(number))})"
    return re.compile(
        {
            "paren": rf"(?<=[^\s\d(（\[]){count}[)）]",
            "bracket": rf"\[{count}\]",
            "sup": rf"<sup>\s*{count}\s*</sup>",
            "markdown": rf"\[\^{count}\]",
            "raised": raised,
            "bare": rf"(?<=[^\W\d_]|[.,;:)\]”\"’。，；：）」』》]){count}(?![\d\w./:-]|[.,]\d|\s?[%°年月日])",
        }[style]
    )


def _is_foot(lines: Sequence[Line], at: int, end: int, wrap: Wrap) -> bool:
    """Whether what begins here is set like a foot: its lines touch in a text of parted lines, or it ends its page."""
    if wrap.double:
        return end - at < 40
    return end < len(lines) or end - at < 25


def _stop(lines: Sequence[Line], at: int, number: int, wrap: Wrap, end: int) -> int:
    """Where the note ends: at the next note, at the end of the page, or, in a text of parted lines, at the first blank line."""
    while at < end:
        starts = any((found := rule.match(lines[at].body)) and int(found[1].translate(RAISED)) == number for _, rule in _STARTS)
        if starts or (wrap.double and lines[at].gap):
            return at
        at += 1
    return at


def _goes_on(lines: Sequence[Line], at: int, end: int, foot: Foot, wrap: Wrap, text: Sequence[Line]) -> bool:
    """Whether the last line of a page is the rest of the note that broke off on the page before: short, under a text line that is cut."""
    if at + 1 != end or end >= len(lines) or is_finished(foot.lines[-1].body) or not text or lines[at].page != foot.lines[-1].page + 1:
        return False
    above, line = text[-1], lines[at]
    return not is_finished(above.body) and wrap.fills(above, line) and line.width < 0.8 * wrap.columns


def _without(line: Line, length: int) -> Line:
    rest = line.body[length:]
    return replace(line, start=line.start + length, body=rest)
