"""Home: what is in the graph."""

from __future__ import annotations

from dashboards import markup
from dashboards.words import say


def show() -> None:
    markup.heading(say("positions.title"), 1)
