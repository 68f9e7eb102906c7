"""Charts over time: bars of how many hold each stance, dots of what is recorded of one actor. Numbers in, a Vega-Lite chart out; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from dashboards.look import STANCES
from dashboards.stances import ORDER

_GREY = "#8D959C"


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


@dataclass(frozen=True, slots=True)
class Dot:
    """What is recorded of an actor for a year («» where none is known): of what, with which stance (none: no position), in how many claims."""

    year: str
    what: str
    stance: str
    number: int


def dots(those: Sequence[Dot], say: Callable[..., str]) -> dict[str, Any]:
    """A line for each thing that something is recorded of, the first recorded on top; a dot a year and stance."""
    named = [
        (dot.year or say("positions.undated"), dot.what, dot.stance, say(f"stances.{dot.stance}") if dot.stance else "", dot.number) for dot in those
    ]
    table = pd.DataFrame(named, columns=["year", "what", "stance", "words", "number"])
    lines = list(dict.fromkeys(dot.what for dot in those))
    years = sorted(set(table["year"]))
    base = alt.Chart(table).encode(
        x=alt.X("year:N", title=None, sort=years, axis=alt.Axis(labelAngle=0, grid=True)),
        y=alt.Y("what:N", title=None, sort=lines, axis=alt.Axis(labelLimit=260)),
        tooltip=[alt.Tooltip(f"{name}:N", title=" ") for name in ("year", "what", "words")]
        + [alt.Tooltip("number:Q", title=say("actors.head_claims"))],
    )
    colour = alt.Color("stance:N", legend=None, scale=alt.Scale(domain=[*ORDER, ""], range=[*(STANCES[each].colour for each in ORDER), _GREY]))
    size = alt.Size("number:Q", legend=None, scale=alt.Scale(range=[110, 420]))
    drawn = base.mark_circle(opacity=0.9).encode(color=colour, size=size).properties(height=alt.Step(26))
    chart: dict[str, Any] = drawn.to_dict(validate=False)
    return chart
