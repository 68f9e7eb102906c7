"""Page furniture: page numbers, running heads and links printed twice. Lines in; the lines that are text, and what was taken out, come out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.layout.lines import Line
from extract.layout.scripts import is_finished
from extract.layout.words import words

PAGE_MARK, RUNNING_HEAD, REPEATED_LINK = "page mark", "running head", "link printed twice"
_RATIO = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
_DASHED = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]|\[\d{1,4}\]\s*\|\s*page", re.IGNORECASE)
_BARE = re.compile(r"\d{1,4}|[ivxl]{1,6}")
_LINK = re.compile(r"https?://\S{4,}")
_DIGITS = re.compile(r"\d+")
_SYMBOL = re.compile(r"[A-Z]{1,6}[\w.()-]*(?:/[\w.()-]+)+")  # of a document, CCW/CONF.V/2
_CODE = re.compile(r"(?:\d[\d/]{0,8}\s+)?[A-Z]{1,5}[.:-]?\d[\w./()-]*(?:\s?\([A-Z]\))?(?:\s+\d[\d/]{0,8})?")  # of a print job, with the page
_HEAD_WIDTH = 90
_OPENING = 6  # lines, in which a symbol is the document's own
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Furniture:
    """``lines`` without furniture, and the lines ``taken`` out with the reason for each."""

    lines: tuple[Line, ...]
    taken: tuple[tuple[Line, str], ...]


def take_furniture(lines: Sequence[Line]) -> Furniture:
    """Parts the text from what was printed on every page around it."""
    reasons = {**_repeated_links(lines), **_running_heads(lines), **_bare_numbers(lines)}
    reasons.update({at: PAGE_MARK for at, line in enumerate(lines) if _is_page_mark(line)})
    reasons.update(_beside(lines, reasons))
    kept: list[Line] = []
    taken: list[tuple[Line, str]] = []
    turned = False
    for at, line in enumerate(lines):
        if at in reasons:
            taken.append((line, reasons[at]))
            turned = True
        else:
            kept.append(replace(line, turn=True) if turned and not line.turn else line)
            turned = False
    return Furniture(tuple(kept), tuple(taken))


def _is_page_mark(line: Line) -> bool:
    if line.width > 40:
        return False
    ratio = _RATIO.fullmatch(line.body)
    if ratio:
        return 0 < int(ratio[1]) <= int(ratio[2])
    return any(rule.fullmatch(line.body) for rule in (_DASHED, _page_words()))


@cache
def _page_words() -> re.Pattern[str]:
    return re.compile("|".join(words().page_marks), re.IGNORECASE)


def _edges(lines: Sequence[Line], depth: int) -> list[int]:
    """Positions of the first and last ``depth`` lines of every page but an only one."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        pages[line.page].append(at)
    return sorted({at for found in pages.values() for at in (*found[:depth], *found[-depth:])}) if len(pages) > 1 else []


def _bare_numbers(lines: Sequence[Line]) -> dict[int, str]:
    """Numbers alone on a line: page numbers where they stand at the edge of pages and go up by one from page to page, or break into sentences."""
    edge = [at for at in _edges(lines, 2) if _BARE.fullmatch(lines[at].body)]
    found: dict[int, str] = {}
    for at in edge:
        if any(other != at and _in_step(lines[at], lines[other]) for other in edge):
            found[at] = PAGE_MARK
    return found


def _in_step(one: Line, other: Line) -> bool:
    """Two page numbers differ by as much as their pages do."""
    if one.body.isdigit() and other.body.isdigit() and one.page != other.page:
        return int(one.body) - int(other.body) == one.page - other.page
    return one.body.isalpha() and other.body.isalpha() and one.page != other.page


def _running_heads(lines: Sequence[Line]) -> dict[int, str]:
    """Lines that come back, digits aside: at the edge of pages, or, where pages are not told, in the middle of sentences."""
    alike: dict[str, list[int]] = defaultdict(list)
    edges = set(_edges(lines, 2))
    for at, line in enumerate(lines):
        if 3 < line.width < _HEAD_WIDTH and not line.quoted:
            alike[_DIGITS.sub("0", line.body)].append(at)
    found: dict[int, str] = {}
    for places in alike.values():
        if len(places) < _FEWEST:
            continue
        at_edges = [at for at in places if at in edges]
        if len({lines[at].page for at in at_edges}) >= _FEWEST and len(at_edges) >= 0.6 * len(places):
            found.update(dict.fromkeys(at_edges, RUNNING_HEAD))
        elif not edges and (_are_symbols(lines, places) or sum(_interrupts(lines, at) for at in places) >= max(2, 0.5 * len(places))):
            found.update(dict.fromkeys(places, RUNNING_HEAD))
    return {at: reason for at, reason in found.items() if at >= _OPENING or not _SYMBOL.fullmatch(lines[at].body)}


def _beside(lines: Sequence[Line], reasons: Mapping[int, str]) -> dict[int, str]:
    """Page numbers and print codes right above or below a running head or page mark."""
    heads = [at for at, reason in reasons.items() if reason != REPEATED_LINK]
    beside = {at + step for at in heads for step in (-2, -1, 1, 2) if _OPENING <= at + step < len(lines)} - set(reasons)
    marks = {at for at in beside if _BARE.fullmatch(lines[at].body) or _CODE.fullmatch(lines[at].body)}
    return dict.fromkeys(sorted(at for at in marks if not {at - 1, at + 1}.isdisjoint(marks | set(heads))), PAGE_MARK)


def _are_symbols(lines: Sequence[Line], places: Sequence[int]) -> bool:
    return all(_SYMBOL.fullmatch(lines[at].body) for at in places)


def _interrupts(lines: Sequence[Line], at: int) -> bool:
    """Whether a line breaks into a sentence that goes on below it: a long unfinished line above, a text line of like length below."""
    if not 0 < at < len(lines) - 1 or is_finished(lines[at].body):
        return False
    above, below = lines[at - 1], lines[at + 1]
    return not is_finished(above.body) and above.width >= 40 and above.width > 1.2 * lines[at].width and below.width > 0.5 * above.width


def _repeated_links(lines: Sequence[Line]) -> dict[int, str]:
    """A line that is nothing but a link which stands in one of the five lines above already."""
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        if _LINK.fullmatch(line.body) and any(line.body in above.body for above in lines[max(0, at - 5) : at]):
            found[at] = REPEATED_LINK
    return found
