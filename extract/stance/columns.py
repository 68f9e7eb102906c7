"""Tables without markup: names in columns set apart by blanks, under a line of stance labels. The line of labels in; claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

from extract.reading import Finding, Reading
from extract.stance.claims import Source, position
from extract.stance.context import theme_of
from extract.stance.labels import Label, read_label
from extract.stance.names import is_name, read_names
from graph.records import Passage, Skipped
from graph.sourcemap import Span

_METHOD = "stance-lists:inferred-columns"
_SURE = 0.8
_CELL = re.compile(r"\S(?:[^\S\t]?\S)*")  # two blanks or a tab end a cell
_NEAR = 1  # columns of the screen by which a cell may stand off its head


@dataclass(frozen=True, slots=True)
class Column:
    """A column's label, its words, and where on the line it begins."""

    label: Label
    text: str
    at: int


def read_columns(reading: Reading, heads: Passage) -> Iterator[Finding]:
    """The claims of the rows beneath a line of labels; nothing if the passage is no such line."""
    columns = _columns(heads)
    if not columns:
        return
    theme = theme_of(reading, heads, heads.text)
    for row in _rows(reading, heads):
        for column, cell in _cells(reading, row, columns):
            words = row.text[slice(*cell)]
            reason = theme.objection or ("it is not clear in which column it stands" if column is None else None)
            listed = read_names(reading, row, cell)
            if reason is not None or listed is None or column is None:
                yield Skipped(f"{row.document} {row.locator}", f"stance-lists: {reason or 'no name we know'}", words)
                continue
            source = Source(reading, row, _METHOD, column.text, column.label.when)
            for holder in listed.holders:
                yield from position(source, holder, column.label.stances[0], theme.target, (holder.start, holder.end), _SURE)


def _columns(heads: Passage) -> list[Column]:
    """The labels of a line that holds nothing else, at least two of them unlike."""
    columns, spans = [], _spans(heads)
    for span in spans if len(spans) > 1 else ():
        label = read_label(heads.text[slice(*span)])
        if label is None or len(label.stances) != 1:
            return []
        columns.append(Column(label, heads.text[slice(*span)], _width(heads.text[: span[0]])))
    return columns if len({column.label.stances[0].sign for column in columns}) > 1 else []


def _rows(reading: Reading, heads: Passage) -> Iterator[Passage]:
    """The passages beneath, as long as most of their cells are names."""
    for row in reading.passages[heads.ordinal + 1 :]:
        spans = _spans(row)
        named = sum(is_name(row.text[slice(*span)], row.language) for span in spans)
        if row.kind not in ("paragraph", "heading") or not spans or 2 * named <= len(spans):
            return
        yield row


def _cells(reading: Reading, row: Passage, columns: list[Column]) -> Iterator[tuple[Column | None, Span]]:
    """Each cell with its column: by order in a full row, else by the place on the line, if no blanks before the row were lost."""
    spans = _spans(row)
    if len(spans) == len(columns):
        yield from zip(columns, spans, strict=True)
        return
    whole = _begins_line(reading, row)
    for span in spans:
        at = _width(row.text[: span[0]])
        near = [column for column in columns if abs(column.at - at) <= _NEAR]
        yield near[0] if whole and len(near) == 1 else None, span


def _begins_line(reading: Reading, row: Passage) -> bool:
    """Whether nothing but a line's end stands between the row and the passage before it."""
    before = reading.passages[row.ordinal - 1]
    ends, starts = before.source_map.spans(0, len(before.text)), row.source_map.spans(0, 1)
    return bool(ends and starts) and starts[0][0] - ends[-1][1] == 1


def _spans(passage: Passage) -> list[Span]:
    return [match.span() for match in _CELL.finditer(passage.text)]


def _width(text: str) -> int:
    """Columns of the screen: a wide character takes two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
