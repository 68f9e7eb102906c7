"""Controls that are there at once: choices, the search box, a file and a link to take away in; what the reader changed or asked for out.

Drawn by a script of our own from what every browser has: each of Streamlit's boxes and sliders takes the browser longer to load than the page's
content does. The keyboard and what a screen reader says are the browser's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from dashboards import parts
from dashboards.markup import clean
from dashboards.parts import Part


@dataclass(frozen=True, slots=True)
class Control:
    """A box to choose from, a slider over the options, a row of tabs of which one is open, a search box, a file to save or a link to copy.

    ``options`` are values with their words; a ``quiet`` label is for screen readers alone. Of a file, ``value`` is what it holds in the run in which
    it was asked for, else nothing; of a link, the address, and its options are what copying it is called before and after. ``hint`` is what an empty
    search box says, a file's name, or what a link is for.
    """

    kind: Literal["choice", "range", "switch", "search", "file", "link"]
    name: str
    label: str
    value: str
    options: Sequence[tuple[str, str]] = ()
    hint: str = ""
    quiet: bool = False


def controlled(place: str, those: Sequence[Control], changed: Callable[[str, str], None]) -> Part:
    """Controls in a row; ``changed`` is told the name and the new value of one, before the page runs again; of a file, that it is asked for. A value
    that is no option of its control is not told."""
    values = {each.name: {value for value, _ in each.options} for each in those}

    def told(event: Any) -> None:
        if isinstance(event, dict):
            name, value = str(event.get("name")), clean(event.get("value"))
            if name in values and (not values[name] or value in values[name]):
                changed(name, value)

    return Part(place, json.dumps({"controls": [_written(each) for each in those]}, ensure_ascii=False), told)


def controls(key: str, those: Sequence[Control], changed: Callable[[str, str], None]) -> None:
    """Draws controls that stand alone."""
    parts.show(key, parts.place(key, "controls"), [controlled(key, those, changed)])


def _written(control: Control) -> dict[str, Any]:
    words = {"label": clean(control.label), "hint": clean(control.hint)}
    return asdict(control) | words | {"options": [[value, clean(words)] for value, words in control.options]}
