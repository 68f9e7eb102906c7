"""Tables on a page: the same look everywhere, with the file for a spreadsheet beside it. Rows in; a table, and what was chosen in it, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any
from unicodedata import east_asian_width

import pandas as pd
import streamlit as st

from dashboards import markup
from dashboards.downloads import csv_bytes
from dashboards.words import say
from graph.tables import Table, cell_text

ROW, MOST = 35, 560  # pixels of a row, and of a table at most
DRAWN = 2_000  # rows of a table in the browser
_LOOKED_AT, _NARROW, _SIGN, _MARGIN, _WIDEST = 200, 14, 7, 24, 380  # rows and signs, pixels of a sign, beside it, and of the column at most
Row = Mapping[str, Any]


def table_of(rows: Sequence[Row], columns: Sequence[str] | None = None) -> Table:
    """Rows as a table; without rows there are only the columns named."""
    names = tuple(columns or (rows[0] if rows else ()))
    return Table(names, tuple(tuple(row[name] for name in names) for row in rows))


def show(
    table: Table, key: str, *, heads: Mapping[str, str] | None = None, says: Mapping[str, str] | None = None, choose: bool = False
) -> int | None:
    """Draws a table; with ``choose``, gives the number of the row that was chosen. ``heads`` names columns in the reader's language, ``says``
    explains them. Of a very long table the first rows are drawn; its files hold all."""
    drawn = table.rows[:DRAWN]
    frame = pd.DataFrame({name: _column([row[at] for row in drawn]) for at, name in enumerate(table.columns)})
    config = {
        name: st.column_config.Column((heads or {}).get(name, name), help=(says or {}).get(name), width=None if at else _room(frame[name]))
        for at, name in enumerate(table.columns)
    }
    options: dict[str, Any] = {"hide_index": True, "column_config": config, "height": min(MOST, ROW * (len(drawn) + 1) + 3), "alt": key}
    if not choose:
        st.dataframe(frame, key=key, **options)
        return None
    picked = st.dataframe(frame, key=key, on_select="rerun", selection_mode="single-row", **options)["selection"]["rows"]
    return int(picked[0]) if picked and picked[0] < len(drawn) else None


def download(table: Table, name: str, key: str, *, markdown: str | None = None) -> None:
    """The buttons for the table as files, and how many rows there are."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_bar"):
        st.download_button(say("listing.csv"), lambda: csv_bytes(table), f"{name}.csv", "text/csv", key=f"{key}_csv", on_click="ignore")
        if markdown is not None:
            st.download_button(say("listing.markdown"), markdown, f"{name}.md", "text/markdown", key=f"{key}_md", on_click="ignore")
        number = len(table.rows)
        markup.note(say("listing.truncated" if table.truncated else "listing.rows", number=number))
        if number > DRAWN:
            markup.note(say("listing.drawn", number=DRAWN))


def _column(values: list[Any]) -> list[Any]:
    """Numbers stay numbers, so that they sort rightly; all else is text, empty where there is nothing."""
    if all(value is None or isinstance(value, bool | int | float) for value in values) and set(values) != {None}:
        return values
    return [markup.clean(cell_text(value)) for value in values]


def _room(names: Iterable[Any]) -> int | None:
    """Pixels for the column that says what a row is of, where the grid would cut its names off; signs of East Asia are twice as wide."""
    longest = max((sum(1 + (east_asian_width(sign) in "WF") for sign in str(each)) for each in islice(names, _LOOKED_AT)), default=0)
    return min(_WIDEST, _SIGN * longest + _MARGIN) if longest > _NARROW else None
