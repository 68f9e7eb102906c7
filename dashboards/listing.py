"""Tables on a page: the same look everywhere, with the file for a spreadsheet beside it. Rows in; a table, and what was chosen in it, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboards import markup
from dashboards.downloads import csv_bytes
from dashboards.words import say
from graph.tables import Table, cell_text

ROW, MOST = 35, 560  # pixels of a row, and of a table at most
Row = Mapping[str, Any]


def table_of(rows: Sequence[Row], columns: Sequence[str] | None = None) -> Table:
    """Rows as a table; without rows there are only the columns named."""
    names = tuple(columns or (rows[0] if rows else ()))
    return Table(names, tuple(tuple(row[name] for name in names) for row in rows))


def show(
    table: Table, key: str, *, heads: Mapping[str, str] | None = None, choose: bool = False, links: Mapping[str, str] | None = None
) -> int | None:
    """Draws a table; with ``choose``, gives the number of the row that was chosen. ``heads`` names columns in the reader's language, ``links``
    those columns that hold addresses, with the words shown for them."""
    frame = pd.DataFrame({name: _column([row[at] for row in table.rows]) for at, name in enumerate(table.columns)})
    config: dict[str, Any] = {name: st.column_config.Column(said) for name, said in (heads or {}).items()}
    config |= {name: st.column_config.LinkColumn((heads or {}).get(name, name), display_text=said) for name, said in (links or {}).items()}
    height = min(MOST, ROW * (len(table.rows) + 1) + 3)
    if not choose:
        st.dataframe(frame, key=key, hide_index=True, column_config=config, height=height, alt=key)
        return None
    chosen = st.dataframe(
        frame, key=key, hide_index=True, column_config=config, height=height, on_select="rerun", selection_mode="single-row", alt=key
    )
    picked = chosen["selection"]["rows"]
    return int(picked[0]) if picked and picked[0] < len(table.rows) else None


def download(table: Table, name: str, key: str) -> None:
    """The button for the table as CSV, and how many rows there are."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_bar"):
        st.download_button(say("listing.csv"), csv_bytes(table), f"{name}.csv", "text/csv", key=f"{key}_csv", on_click="ignore")
        markup.note(say("listing.truncated" if table.truncated else "listing.rows", number=len(table.rows)))


def _column(values: list[Any]) -> list[Any]:
    """Numbers stay numbers, so that they sort rightly; all else is text, empty where there is nothing."""
    if all(value is None or isinstance(value, bool | int | float) for value in values):
        return values
    return [markup.clean(cell_text(value)) for value in values]
