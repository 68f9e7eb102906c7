"""What is recorded of an actor over the years: an actor in, the chart of dashboards/timeline.py out. Worked out once for a state of the graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from dashboards import access, evidence, look, timeline
from dashboards.timeline import Dot
from dashboards.words import speaker

LINES = 12  # things shown at most


@access.once(60)
def dots(actor: str, code: str) -> dict[str, Any] | None:
    """A dot for each year, thing and stance; the things that most is recorded of, by the first year. Without any date there is no chart."""
    names, told = access.names(), speaker(code)
    rows = evidence.quotes(subject=actor)
    things = [(_thing(row, names.of(row["object"], code), told), row["stance"] or "") for row in rows]
    most = {thing for thing, _ in Counter(things).most_common(LINES)}
    number = Counter((*thing, (row["date"] or "")[:4]) for thing, row in zip(things, rows, strict=True) if thing in most)
    found = sorted(
        (Dot(year, what, stance, count) for (what, stance, year), count in number.items()), key=lambda dot: (not dot.year, dot.year, dot.what)
    )
    return timeline.dots(found, told) if any(dot.year for dot in found) else None


def _thing(row: access.Row, name: str, told: Callable[..., str]) -> str:
    return f"{look.sign(row['stance'])} {name}" if row["stance"] else f"{told('relations.' + row['relation'])}: {name}"
