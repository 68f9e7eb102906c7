"""Tables with spans as rows of cells: cells in, a Markdown table with the places of its words out; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.sources.formats.inline import Inline
from extract.sources.weave import Weaver

WIDEST = 60  # columns a single cell may span
_REPEATED = 200  # a heading of at most so many characters is repeated in each cell it spans


@dataclass(slots=True)
class GridCell:
    """A cell as written: its words, whether it heads, and over how many columns and rows it goes."""

    words: Inline
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Grid:
    """A table as written."""

    rows: list[list[GridCell]] = field(default_factory=list)
    overflow: bool = False  # spans reached beyond any real table and were cut

    def cells(self) -> Iterator[GridCell]:
        return (cell for row in self.rows for cell in row)

    def is_data(self) -> bool:
        """At least two rows and two columns; anything less was made for the look of the page."""
        return sum(bool(row) for row in self.rows) > 1 and any(sum(cell.columns for cell in row) > 1 for row in self.rows)

    def laid_out(self) -> Iterator[list[GridCell]]:
        """Rows with every cell in its column. A heading, or a cell that goes over rows, is repeated where it reaches; else blank."""
        reaching: dict[int, tuple[GridCell, int]] = {}
        spare = 2000 + 4 * sum(1 for _ in self.cells())  # cells that spans may add: more is an attack, not a table
        for row in self.rows:
            line: list[GridCell] = []
            waiting = iter(row)
            cell = next(waiting, None)
            while cell is not None or len(line) in reaching:
                above = reaching.pop(len(line), None)
                if above is not None:
                    if above[1] > 1 and spare > 0:
                        reaching[len(line)] = (above[0], above[1] - 1)
                    spare -= 1
                    line.append(above[0])
                    continue
                assert cell is not None
                if cell.rows * cell.columns > 1 and spare <= 0:
                    self.overflow = True
                    cell = GridCell(cell.words, cell.header)
                for column in range(min(cell.columns, WIDEST)):
                    shown = cell if column == 0 or _repeats(cell, across=True) else GridCell(Inline(), cell.header)
                    spare -= column > 0
                    if cell.rows > 1:
                        reaching[len(line)] = (shown if _repeats(shown) else GridCell(Inline(), shown.header), cell.rows - 1)
                    line.append(shown)
                cell = next(waiting, None)
            if reaching:  # a short row ends what would reach beyond it
                reaching = {column: above for column, above in reaching.items() if column < len(line)}
            yield line


def _repeats(cell: GridCell, *, across: bool = False) -> bool:
    short = sum(len(text) for text, _ in cell.words.pieces) <= _REPEATED
    return short and (cell.header or not across)


def write_table(weaver: Weaver, grid: Grid, indent: str = "") -> None:
    """Puts the table down in Markdown, its first row as the heading: so most tables are meant, whether or not they say it."""
    rows = [row for row in grid.laid_out() if row]
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows):
        weaver.put(f"{indent}|" if number == 0 else f"\n{indent}|")
        for cell in row:
            weaver.put(" ")
            _write_cell(weaver, cell.words)
            weaver.put(" |")
        if number == 0:
            weaver.put("  |" * (width - len(row)) + f"\n{indent}|" + "---|" * width)


def _write_cell(weaver: Weaver, words: Inline) -> None:
    line = Weaver()
    words.write(line, one_line=True)
    text = line.woven()
    if "|" not in text.text:
        _copy(weaver, text.source_map.runs, text.text, 0, len(text.text))
        return
    at = 0
    for part in text.text.split("|"):
        if at:
            weaver.put("\\|")
        _copy(weaver, text.source_map.cut(at, at + len(part)).runs, part, 0, len(part))
        at += len(part) + 1


def _copy(weaver: Weaver, runs: tuple[tuple[int, int, int], ...], text: str, start: int, end: int) -> None:
    at = start
    for low, source, length in runs:
        weaver.put(text[at:low])
        weaver.put(text[low : low + length], source)
        at = low + length
    weaver.put(text[at:end])
