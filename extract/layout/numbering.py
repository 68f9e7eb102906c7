"""How a document counts its parts: numbered paragraphs, numbered sections, Roman sections, or not at all. Blocks in, the parts' openings out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.layout.blocks import Block
from extract.layout.headings import ANNEX, is_annex
from extract.layout.markers import ROMAN, roman_value

_SECTION_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\d\s])")
_LEAST_WIDTH = 50  # numbered paragraphs are no short list
_GREATEST_LEAP = 20
_ITEMS = frozenset({"letter", "small", "paren", "bullet", "circled"})


@dataclass(frozen=True, slots=True)
class Opening:
    """A part begins: ``key`` as its place is called (``¶21``, ``§4``, ``Ⅱ.1``), after ``skip`` characters of number in the block's text."""

    key: str
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Scheme:
    """``kind`` is ``paragraphs``, ``sections``, ``outline`` or ``none``; ``openings`` are the blocks at which parts begin."""

    kind: str
    openings: Mapping[int, Opening] = field(default_factory=dict)


def find_scheme(blocks: Sequence[Block], headings: Mapping[int, int], *, wrapped: bool) -> Scheme:
    """The way a document counts, the surest first."""
    if found := _numbered_paragraphs(blocks, wrapped=wrapped):
        return Scheme("paragraphs", found)
    if found := _chapter_paragraphs(blocks, headings):
        return Scheme("paragraphs", found)
    if found := {at: Opening(f"§{label}") for at, label in _marked(blocks, "section")}:
        return Scheme("paragraphs", found)
    if found := _outline(blocks, headings):
        return Scheme("outline", found)
    if found := _sections(blocks, headings):
        return Scheme("sections", found)
    return Scheme("none")


def _numbered_paragraphs(blocks: Sequence[Block], *, wrapped: bool) -> dict[int, Opening]:
    """Numbers in sequence before paragraphs that make up the text. The count begins again under an annex; an excerpt may leap."""
    numbers = [(at, int(label)) for at, label in _marked(blocks, "number") if not blocks[at].level]
    found = _in_sequence(blocks, numbers, leap=1 if wrapped else _GREATEST_LEAP)
    lengths = [_length(blocks, at) for at in found]
    if len(found) < 2 or sum(lengths) < _LEAST_WIDTH * len(found):
        return {}
    share = sum(lengths) / max(1, sum(block.width for block in blocks if block.note is None and block.table is None))
    if share >= 0.6 or (len(found) >= 4 and share >= 0.35) or (len(found) >= 12 and share >= 0.2):
        return found
    return {}


def _chapter_paragraphs(blocks: Sequence[Block], headings: Mapping[int, int]) -> dict[int, Opening]:
    """Paragraphs that count within their chapter, as reports of parliaments do («5.3»), where they make up the text."""
    found: dict[int, Opening] = {}
    last = (0, 0)
    for at, label in _marked(blocks, "multi"):
        if at in headings or blocks[at].level or label.count(".") != 1:
            continue
        chapter, number = map(int, label.split("."))
        goes_on = chapter == last[0] and last[1] < number <= last[1] + _GREATEST_LEAP
        if not found or goes_on or (chapter > last[0] and number == 1):
            found[at], last = Opening(f"¶{label}"), (chapter, number)
    lengths = [_length(blocks, at) for at in found]
    whole = sum(block.width for block in blocks if block.note is None and block.table is None)
    return found if len(found) >= 3 and sum(lengths) >= max(_LEAST_WIDTH * len(found), 0.5 * whole) else {}


def _length(blocks: Sequence[Block], at: int) -> int:
    """The columns that a numbered block and the items below it take."""
    end = at + 1
    while end < len(blocks) and (marker := blocks[end].marker) is not None and marker.kind in _ITEMS:
        end += 1
    return sum(block.width for block in blocks[at:end])


def _marked(blocks: Sequence[Block], kind: str) -> list[tuple[int, str]]:
    """Places and labels of the blocks with a marker of a kind."""
    return [(at, block.marker.label) for at, block in enumerate(blocks) if block.marker is not None and block.marker.kind == kind]


def _in_sequence(blocks: Sequence[Block], numbers: Sequence[tuple[int, int]], *, leap: int) -> dict[int, Opening]:
    annexes = [at for at, block in enumerate(blocks) if is_annex(block)]
    found: dict[int, Opening] = {}
    last, part = None, 0
    begins_at_one = any(number == 1 for at, number in numbers if not annexes or at < annexes[0])
    for at, number in numbers:
        here = sum(annex < at for annex in annexes)
        if number == 1 and here > part and last is not None:
            last, part = 0, here
        if last is None:
            if begins_at_one and number != 1:
                continue
            last, part = number - 1, here
        if last < number <= last + leap:
            found[at] = Opening(f"{annex_prefix(part)}¶{number}")
            last = number
    return found


def annex_prefix(part: int) -> str:
    """What stands before the places of an annex: nothing in the main text (0), ``annex`` in the first, ``annex 2`` in the second."""
    return "" if part == 0 else "annex " if part == 1 else f"annex {part} "


def _outline(blocks: Sequence[Block], headings: Mapping[int, int]) -> dict[int, Opening]:
    """Roman headings in sequence, and the Arabic ones below them."""
    roman = [(at, block.marker.label) for at in sorted(headings) if (block := blocks[at]).marker is not None and block.marker.kind == "roman"]
    chosen = _consecutive((at, roman_value(label)) for at, label in roman)
    if len(chosen) < 2:
        return {}
    found: dict[int, Opening] = {}
    section, last = None, 0
    for at in sorted(headings):
        marker = blocks[at].marker
        if at in chosen and marker is not None:
            section, last = marker.label, 0
            found[at] = Opening(section if section[0] in ROMAN else section.upper())
        elif section is not None and marker is not None and marker.kind == "number" and marker.number == last + 1:
            last += 1
            found[at] = Opening(f"{section}.{last}")
    return found


def _sections(blocks: Sequence[Block], headings: Mapping[int, int]) -> dict[int, Opening]:
    """Numbered headings in sequence, whatever their levels."""
    numbers: list[tuple[int, int, int]] = []
    for at in sorted(headings):
        block = blocks[at]
        if headings[at] == ANNEX:
            continue
        if block.marker is not None and block.marker.kind == "number" and block.marker.number is not None:
            numbers.append((at, block.marker.number, 0))
        elif block.level and block.marker is None and (number := _SECTION_NUMBER.match(block.text)):
            numbers.append((at, int(number[1]), number.end()))
    chosen = _consecutive((at, number) for at, number, _ in numbers)
    return {at: Opening(f"§{number}", skip) for at, number, skip in numbers if at in chosen} if len(chosen) > 1 else {}


def _consecutive(numbers: Iterable[tuple[int, int]]) -> set[int]:
    """The places of the numbers that go up one by one from the first (from 1, if there is one)."""
    listed = list(numbers)
    start = next((place for place, (_, number) in enumerate(listed) if number == 1), 0)
    chosen: set[int] = set()
    expected = listed[start][1] if listed else 0
    for at, number in listed[start:]:
        if number == expected:
            chosen.add(at)
            expected += 1
    return chosen
