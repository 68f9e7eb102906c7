"""An actor's positions over time on its page: the chart, whose signs open the words they stand for, and the table that holds the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from dashboards import access, history, listing, look, markup, profile
from dashboards.words import say

MOST = 12  # targets in the chart; the table has all
_TURN = "_history_turn"  # how often the panel was closed: the chart forgets what was clicked in it


def show(rows: Sequence[access.Row], targets: Sequence[str], choose: Callable[[str, str], None]) -> None:
    """``targets`` in the order they are listed in; ``choose`` is told target and date of a sign that was clicked."""
    those = history.held(rows)
    if not those:
        return
    markup.heading(say("actors.over_time"))
    drawn = targets[:MOST]
    key = f"history_{st.session_state.get(_TURN, 0)}"

    def clicked() -> None:
        picked = st.session_state[key].selection.get(history.PICK, [])
        if picked:
            choose(str(picked[0].get("target")), str(picked[0].get("date")))

    chart = history.chart([each for each in those if each.target in drawn], drawn, profile.name, say)
    st.vega_lite_chart(chart, key=key, on_select=clicked, selection_mode=history.PICK, width="stretch", alt=say("actors.over_time_says"))
    markup.note(say("actors.over_time_note"))
    if len(targets) > MOST:
        markup.note(say("actors.over_time_most", number=len(targets) - MOST))
    _table(rows)


def forget() -> None:
    """Closes what was clicked."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def _stance(stance: str) -> str:
    return f"{look.sign(stance)} {say(f'stances.{stance}')}"


def _table(rows: Sequence[access.Row]) -> None:
    """A row for each claim, by date; chosen, it leads to its words in the document."""
    ordered = sorted(
        (row for row in rows if row["stance"]), key=lambda row: (row["date"] is None, row["date"] or "", row["doc"], row["ordinal"], row["start"])
    )
    shown = [
        {
            "date": row["date"] or say("positions.undated"), "stance": _stance(row["stance"]),
            "object": profile.name(row["object"]), "source": profile.name(row["document"]), "place": f"{row['doc']} {row['place']}",
            "quote": row["quote"], "via": row["via"] and profile.name(row["via"]),
        }
        for row in ordered
    ]  # fmt: skip
    table = listing.table_of(shown)
    heads = {name: say(f"actors.{'history' if name in ('stance', 'object', 'source') else 'record'}_{name}") for name in table.columns}
    chosen = listing.show(table, "history_table", heads=heads, choose=True)
    listing.download(table, "positions-over-time", "history_files")
    if chosen is not None:
        profile.read(ordered[chosen])
