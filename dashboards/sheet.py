"""A table in the browser that is there at once: columns and rows in, the part that draws it (dashboards/parts.py) out.

Drawn by a component of our own: Streamlit's data grid takes the browser as long as all the rest of a page, and says little to a screen reader. The
rows are sorted in the browser; only the first are drawn until the reader asks for all, or prints.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboards.markup import clean
from dashboards.parts import Part

FIRST = 25  # rows that are drawn at once
_LONGEST = 300  # letters of a cell


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` tells it from the others; ``opens``: its cells can be clicked; ``number``: it is sorted and set as numbers; ``wide``: it has room."""

    key: str
    name: str
    help: str = ""
    opens: bool = False
    number: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What it shows; ``look`` are the stances it is coloured by (joined by +), ``words`` what it says to those who do not see it."""

    text: str | int
    look: str = ""
    words: str = ""


Row = tuple[str, Sequence[Cell]]


def encoded(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """Columns and rows as the browser takes them. The same for all readers: work it out once."""
    heads = [asdict(each) | {"name": clean(each.name), "help": clean(each.help)} for each in columns]
    return json.dumps({"columns": heads, "rows": [[row, *map(_written, cells)] for row, cells in rows]}, ensure_ascii=False, separators=(",", ":"))


def _written(cell: Cell) -> Any:
    text = cell.text if isinstance(cell.text, int) else clean(cell.text)[:_LONGEST]
    return [text, cell.look, clean(cell.words)[:_LONGEST]] if cell.look or cell.words else text


def sheet(content: str, place: str, *, picked: tuple[str, str], words: dict[str, str], height: int, clicked: Callable[[str, str], None]) -> Part:
    """A table.

    Args:
        content: of :func:`encoded`.
        place: where it stands.
        picked: row and column that are marked; either may be empty.
        words: ``about`` says what the table holds, ``all`` is the button that shows all rows.
        height: pixels of what is seen at once.
        clicked: is told the row and the column of a cell, before the page runs again.
    """

    def told(event: Any) -> None:
        if isinstance(event, dict):
            clicked(str(event.get("row")), str(event.get("column")))

    rest = json.dumps({"picked": picked, "words": words, "height": height, "first": FIRST}, ensure_ascii=False)
    return Part(place, f'{{"content":{content},"rest":{rest}}}', told)
