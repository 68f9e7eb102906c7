"""The last things that a reader has seen: shown on top of every page, each a link to where it was seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from dashboards import links, markup
from dashboards.markup import element, safe
from dashboards.words import say

_KEY, LENGTH = "_trail", 6


@dataclass(frozen=True, slots=True)
class Step:
    """A thing that was looked at: its name and where it is shown."""

    name: str
    page: str
    parameters: tuple[tuple[str, str], ...]


def step(name: str, page: str, parameters: Mapping[str, str]) -> None:
    """Takes note of a thing that is being looked at."""
    new = Step(name, page, tuple(sorted(parameters.items())))
    st.session_state[_KEY] = extended(_steps(), new)


def extended(steps: tuple[Step, ...], new: Step) -> tuple[Step, ...]:
    """The steps with a new one at the end; one that is seen again keeps its place, so that going back and on moves no link. Pure."""
    places = [(each.page, each.parameters) for each in steps]
    if (new.page, new.parameters) not in places:
        return (*steps, new)[-LENGTH:]
    at = places.index((new.page, new.parameters))
    return (*steps[:at], new, *steps[at + 1 :])


def show() -> None:
    """The steps, oldest first."""
    steps = _steps()
    if steps:
        with st.container(key="trail"):
            shown = (element("li", links.anchor((each.page, dict(each.parameters)), safe(each.name))) for each in steps)
            markup.show(element("nav", element("span", safe(say("nav.trail"))), element("ol", *shown), class_="r-trail", aria_label=say("nav.trail")))


def _steps() -> tuple[Step, ...]:
    found: tuple[Step, ...] = st.session_state.get(_KEY, ())
    return found
