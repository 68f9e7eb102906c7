"""Positions of one actor over time: its quotes in; what was held when on what, and a Vega-Lite chart of it, out. Pure.

A date is as exact as its source gives it: a year is drawn as long as a year, with the sign in its middle. What bears no date stands apart.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import altair as alt
import pandas as pd

from dashboards.look import NEITHER, OPPOSES, STANCES, SUPPORTS

PICK = "pick"
UNDATED = "undated"  # in place of a date
_LEVELS = (SUPPORTS, NEITHER, OPPOSES)  # from top to bottom, within one target
_TALL, _BELOW = 60, 44  # pixels of a target, and of the axis below
_APART = 0.14  # share of the time shown that is left for what bears no date
_INK = {SUPPORTS: "#FFFFFF", OPPOSES: "#000000", NEITHER: "#000000"}  # of a sign on its colour


@dataclass(frozen=True, slots=True)
class Held:
    """A stance on a target at a date («» where none is known), with the documents that record it and in how many words."""

    target: str
    stance: str
    date: str
    documents: tuple[str, ...]
    claims: int


def held(rows: Iterable[Mapping[str, Any]]) -> tuple[Held, ...]:
    """What the quotes of an actor record of its positions, by date; those without one at the end."""
    found: dict[tuple[str, str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["stance"]:
            found[row["date"] or "", row["object"], row["stance"]].append(row)
    ordered = sorted(found.items(), key=lambda item: (not item[0][0], item[0]))
    return tuple(Held(target, stance, date, tuple(sorted({row["doc"] for row in those})), len(those)) for (date, target, stance), those in ordered)


def span(date: str) -> tuple[float, float]:
    """Beginning and end of a year, month or day, in years."""
    year, month, day = (int(part) for part in (*date.split("-"), "0", "0")[:3])
    if not month:
        return year, year + 1
    start, days = year + (month - 1) / 12, monthrange(year, month)[1]
    return (start + (day - 1) / days / 12, start + day / days / 12) if day else (start, start + 1 / 12)


def chart(those: Sequence[Held], targets: Sequence[str], name: Callable[[str], str], say: Callable[..., str]) -> dict[str, Any]:
    """A line for each target, a sign for each stance on it. A click selects ``target`` and ``date`` under the name ``pick``."""
    time = _time(those)
    alone = {target for target in targets if len({each.stance for each in those if each.target == target}) == 1}
    data = pd.DataFrame([_mark(each, name, say, time) | {"level": _level(each, alone)} for each in those])
    words = [say(f"stances.{stance}") for stance in _LEVELS]
    scale = alt.Scale(domain=[time.low, time.last], nice=False, zero=False)
    base = alt.Chart(data).encode(
        x=alt.X("middle:Q", title=None, scale=scale, axis=_axis(time, say("positions.undated"))),
        y=alt.Y("on:N", title=None, sort=[name(each) for each in targets], axis=alt.Axis(labelLimit=190, gridOpacity=0.3, grid=True, ticks=False)),
        yOffset=alt.YOffset("level:O", scale=alt.Scale(domain=list(range(len(_LEVELS))))),
    )
    colour = alt.Color("said:N", scale=alt.Scale(domain=words, range=[STANCES[stance].colour for stance in _LEVELS]), legend=None)
    tooltip = [alt.Tooltip(f"{field}:N", title=" ") for field in ("on", "said", "when", "sources", "claims")]
    pick = alt.selection_point(name=PICK, fields=["target", "date"], on="click", clear=False)
    lengths = base.mark_rule(strokeWidth=4, opacity=0.45).encode(x=alt.X("start:Q", title=None), x2="end:Q", color=colour)
    discs = base.mark_circle(size=300, opacity=1, cursor="pointer").encode(color=colour, tooltip=tooltip).add_params(pick)
    # Without a tip of their own, signs let a click through to the disc below.
    ink = alt.Color("ink:N", scale=None)
    signs = base.mark_text(fontSize=13, fontWeight="bold", baseline="middle", aria=False).encode(text="sign:N", color=ink)
    whole: dict[str, Any] = (
        alt.layer(lengths, discs, signs)
        .resolve_scale(color="independent")
        .properties(height=_BELOW + _TALL * len({each.target for each in those}))
        .to_dict(validate=False)
    )
    return whole


@dataclass(frozen=True, slots=True)
class _Time:
    """The years shown, and left of them, where something bears no date, the place for it."""

    first: int
    last: int
    low: float

    @property
    def undated(self) -> float:
        return (self.first + self.low) / 2


def _time(those: Sequence[Held]) -> _Time:
    spans = [span(each.date) for each in those if each.date] or [(0.0, 1.0)]
    first, last = floor(min(start for start, _ in spans)), ceil(max(end for _, end in spans))
    return _Time(first, last, first if all(each.date for each in those) else first - _APART * (last - first))


def _axis(time: _Time, undated: str) -> alt.Axis:
    years = list(range(time.first, time.last + 1))
    shown = years[:: max(1, ceil(len(years) / 10))] if time.last > 1 else []
    told = f"datum.value < {time.first} ? {json.dumps(undated)} : format(datum.value, 'd')"
    return alt.Axis(values=[time.undated, *shown] if time.low < time.first else shown, labelExpr=told, gridOpacity=0.3, labelFlush=False)


def _level(each: Held, alone: Container[str]) -> int:
    """The line of a stance within its target's: the middle where the target has no other."""
    return 1 if each.target in alone else _LEVELS.index(each.stance)


def _mark(each: Held, name: Callable[[str], str], say: Callable[..., str], time: _Time) -> dict[str, Any]:
    start, end = span(each.date) if each.date else (time.undated, time.undated)
    return {
        "target": each.target, "date": each.date or UNDATED, "on": name(each.target), "said": say(f"stances.{each.stance}"),
        "sign": STANCES[each.stance].sign, "ink": _INK[each.stance], "start": start, "end": end, "middle": (start + end) / 2,
        "when": each.date or say("positions.undated"), "sources": ", ".join(each.documents), "claims": say("nav.claims", number=each.claims),
    }  # fmt: skip
