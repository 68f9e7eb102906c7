"""Tables as files that a spreadsheet opens rightly and safely. A table in, bytes out; pure."""

from __future__ import annotations

from typing import Any

from graph.tables import Table, as_csv, cell_text

#: What makes a spreadsheet take a cell for a formula (also in full width), and what would hide such a sign behind it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(table: Table) -> bytes:
    """CSV in UTF-8 with the mark that spreadsheets need to see it; cells that would run as formulas begin with an apostrophe."""
    head = tuple(str(_harmless(column)) for column in table.columns)
    rows = tuple(tuple(map(_harmless, row)) for row in table.rows)
    return as_csv(Table(head, rows, table.truncated)).encode("utf-8-sig")


def _harmless(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    text = cell_text(value)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text
