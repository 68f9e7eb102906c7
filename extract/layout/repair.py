"""The whole repair: lines, furniture, feet, blocks, tables, structure, calls; a source in, its layout out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from extract.layout.blocks import Block, Blocks
from extract.layout.calls import Call, Numbered, find_calls
from extract.layout.endnotes import mark_notes
from extract.layout.feet import take_feet
from extract.layout.furniture import take_furniture
from extract.layout.joining import Joiner
from extract.layout.lines import read_lines
from extract.layout.scripts import language_of
from extract.layout.structure import WORDLESS, Placed, place
from extract.layout.tables import gather_tables
from extract.layout.wrapping import measure
from extract.source import Source
from graph.records import NoteCall, Passage, Skipped, Table
from graph.sourcemap import Span

_SHOWN = 80  # characters of a skipped text


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's passages in reading order, and what was taken out."""

    passages: tuple[Passage, ...]
    skipped: tuple[Skipped, ...]


def repair(source: Source) -> Layout:
    """The passages of a source, each with its locator (gold/GUIDE.md, *loc*) and the way back to the file's characters."""
    furniture = take_furniture(read_lines(source.text))
    wrap = measure(furniture.lines)
    lines, feet = take_feet(furniture.lines, wrap)
    maker = Blocks(wrap, Joiner(furniture.lines), source.markup == "markdown")
    blocks = mark_notes(gather_tables(list(maker.make(lines))))
    notes = [maker.note(foot.number, foot.style, foot.lines) for foot in feet]
    placed = place(sorted([*blocks, *notes], key=lambda block: block.line), wrapped=wrap.single or wrap.double)
    kept = [entry for entry in placed if entry.locator is not None]
    name = source.document.id
    skipped = [Skipped(f"{name} line {line.number}", reason, line.body[:_SHOWN]) for line, reason in furniture.taken]
    skipped += [Skipped(f"{name} line {line.number}", WORDLESS, line.body[:_SHOWN]) for foot in feet for line in foot.rules]
    skipped += [Skipped(f"{name} line {entry.block.line}", WORDLESS, _as_written(entry.block)[:_SHOWN]) for entry in placed if entry.locator is None]
    return Layout(tuple(_passages(source, kept)), tuple(skipped))


def _as_written(block: Block) -> str:
    return block.text if block.marker is None else f"{block.marker.text} {block.text}"


def _passages(source: Source, placed: Sequence[Placed]) -> Iterator[Passage]:
    texts = [entry.block.text for entry in placed]
    notes = [
        Numbered(*entry.block.note, at, entry.locator)
        for at, entry in enumerate(placed)
        if entry.block.note is not None and entry.locator is not None
    ]
    calls = find_calls(texts, notes)
    strands = [entry.block.strand.without((call.start, call.end) for call in found) for entry, found in zip(placed, calls, strict=True)]
    for ordinal, (entry, strand) in enumerate(zip(placed, strands, strict=True)):
        block = entry.block
        yield Passage(
            source.document.id, entry.locator or "", ordinal, strand.text, language_of(strand.text, source.document.languages),
            kind=entry.kind, heading_path=tuple(strands[heading].text for heading in entry.path),
            marker=None if block.marker is None else block.marker.text, lead=entry.lead, calls=_positions(calls[ordinal]),
            table=_moved(block.table, calls[ordinal]), source_map=strand.map.through(source.to_file),
        )  # fmt: skip


def _positions(calls: Sequence[Call]) -> tuple[NoteCall, ...]:
    """Where the calls stood, in the text without them."""
    lengths = accumulate((call.end - call.start for call in calls), initial=0)
    return tuple(NoteCall(call.start - removed, call.locator) for call, removed in zip(calls, lengths, strict=False))


def _moved(table: Table | None, calls: Sequence[Call]) -> Table | None:
    """A table with its spans where they are once the calls are taken out."""
    if table is None or not calls:
        return table
    ends = [call.end for call in calls]
    totals = list(accumulate((call.end - call.start for call in calls), initial=0))

    def move(at: int) -> int:
        before = bisect_right(ends, at)
        inside = max(0, at - calls[before].start) if before < len(calls) else 0
        return at - totals[before] - inside

    def span(old: Span | None) -> Span | None:
        return None if old is None else (move(old[0]), move(old[1]))

    cells = tuple(replace(cell, start=move(cell.start), end=move(cell.end)) for cell in table.cells)
    return replace(table, cells=cells, caption=span(table.caption), source=span(table.source))
