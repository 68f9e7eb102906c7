"""Bars over time: how many holders are recorded with each stance, year by year. Numbers in, a Vega-Lite chart out; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboards.look import STANCES
from dashboards.stances import ORDER


def bars(counted: Sequence[tuple[str, str, int]], say: Callable[..., str]) -> dict[str, Any]:
    """A group of bars a year, in the stances' colours with their signs; those of no known date stand apart."""
    named = [(year or say("positions.undated"), say(f"stances.{stance}"), STANCES[stance].sign, number) for year, stance, number in counted]
    data = pd.DataFrame(named, columns=["year", "stance", "sign", "number"])
    words = [say(f"stances.{stance}") for stance in ORDER]
    base = alt.Chart(data).encode(
        x=alt.X("year:N", title=None, axis=alt.Axis(labelAngle=0), sort=None),
        xOffset=alt.XOffset("stance:N", sort=words),
        y=alt.Y("number:Q", title=say("positions.holders"), axis=alt.Axis(tickMinStep=1)),
        tooltip=[alt.Tooltip("year:N", title=" "), alt.Tooltip("stance:N", title=" "), alt.Tooltip("number:Q", title=say("positions.holders"))],
    )
    colour = alt.Color("stance:N", scale=alt.Scale(domain=words, range=[STANCES[stance].colour for stance in ORDER]), legend=None)
    signs = base.mark_text(dy=-8, fontSize=13).encode(text="sign:N", color=colour)
    chart: dict[str, Any] = alt.layer(base.mark_bar().encode(color=colour), signs).properties(height=220).to_dict(validate=False)
    return chart
