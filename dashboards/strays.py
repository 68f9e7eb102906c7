"""What an address asks for and the page cannot give: said on top of the page, with the way on, never passed over in silence.

Pages and links take note of such values during a run; the shell shows them once the page is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from dashboards import markup
from dashboards.words import say

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    State = TypeVar("State", bound=DataclassInstance)
else:
    State = TypeVar("State")

ABSENT, UNKNOWN, SILENT, UNFIT = "absent", "unknown", "silent", "unfit"
_KEY, _SHOWN, _MOST = "_strays", 80, 6  # characters of a value; values that are named


@dataclass(frozen=True, slots=True)
class Stray:
    """A parameter of the address, its name and value, and the reason why it is not followed.

    ``absent``: nothing of that name is here, so nothing is shown; ``unknown``: nothing of that name is here, the page goes without it;
    ``silent``: it is here, but nothing is recorded of it with these filters; ``unfit``: it means nothing to the page.
    """

    field: str
    value: str
    reason: str


def forget() -> None:
    """Begins a run."""
    st.session_state[_KEY] = ()


def note(field: str, value: object, reason: str = UNKNOWN) -> None:
    """Takes note of a value that the page goes without."""
    found = Stray(field, str(value), reason)
    if found not in noted():
        st.session_state[_KEY] = (*noted(), found)


def noted() -> tuple[Stray, ...]:
    """Those of this run."""
    found: tuple[Stray, ...] = st.session_state.get(_KEY, ())
    return found


def astray(state: DataclassInstance, **known: Container[Any]) -> bool:
    """Whether a field that decides what the page is about has a value that is not among the ``known`` ones; takes note of each. Nothing is to be
    shown then: everything instead of one region would be taken for that region."""
    lost = [(field, getattr(state, field)) for field, allowed in known.items() if getattr(state, field) not in allowed]
    for field, value in lost:
        note(field, value, ABSENT)
    return bool(lost)


def without(state: State, **known: Container[Any]) -> State:
    """The state without values that are not among the ``known`` ones of their field; takes note of each."""
    kept: dict[str, Any] = {}
    for field, allowed in known.items():
        value, default = getattr(state, field), getattr(type(state)(), field)
        if isinstance(value, tuple):
            kept[field] = tuple(each for each in value if each in allowed)
        else:
            kept[field] = value if value in allowed else default
    return mended(state, replace(state, **kept))


def mended(given: State, taken: State) -> State:
    """The state that was ``taken`` instead of the one ``given``; takes note of what went missing on the way."""
    for field in type(given).__dataclass_fields__:
        before, after = getattr(given, field), getattr(taken, field)
        if before != after:
            lost = [each for each in before if each not in after] if isinstance(before, tuple) else [before]
            for value in lost:
                note(field, value)
    return taken


def show(way: Callable[[Mapping[str, list[str]]], None]) -> None:
    """What was asked for in vain, each by name, and the ``way`` to the address without it; nothing where there is none."""
    if not noted():
        return
    lines = [say(f"strays.{each.reason}", what=_short(f"{each.field}={each.value}")) for each in noted()[:_MOST]]
    if len(noted()) > _MOST:
        lines.append(say("strays.more", number=len(noted()) - _MOST))
    with st.container(key="strays", gap="small"):
        st.info("  \n".join(map(markup.plain, lines)))
        way(_remaining({field: st.query_params.get_all(field) for field in st.query_params}))


def _remaining(address: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The address without the strays."""
    lost = {(each.field, each.value) for each in noted()}
    left = {field: [value for value in values if (field, value) not in lost] for field, values in address.items()}
    return {field: values for field, values in left.items() if values}


def _short(text: str) -> str:
    line = " ".join(markup.clean(text).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
