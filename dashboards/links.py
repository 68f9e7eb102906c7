"""The state of a page lives in its address: a frozen dataclass in, query parameters out, and back.

The address is the only truth. A page reads its state from it, sets its widgets from the state, and a widget that changes writes the address; so a
copied link, the back button and a reload all show the same. What stands at its default is left out of the address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

import streamlit as st

from dashboards import strays
from dashboards.markup import element
from dashboards.sitemap import HOME, PAGES, page_for
from dashboards.words import LANGUAGES, language

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    State = TypeVar("State", bound=DataclassInstance)
else:
    State = TypeVar("State")

LONGEST = 500  # characters of one value; longer ones are no state of ours
_NAV, _SEEN = "_pages", "_address"


@dataclass(frozen=True, slots=True)
class Nothing:
    """The state of a page that has none."""


def read(kind: type[State]) -> State:
    """The state that the address gives; what is missing is the default, and so is what means nothing here, of which note is taken (strays)."""
    st.session_state[_SEEN] = _address()
    for name, value in misfits(kind, _address()):
        strays.note(name, value, strays.UNFIT)
    return parsed(kind, _address())


def parsed(kind: type[State], given: Mapping[str, list[str]]) -> State:
    """The state in query parameters; pure."""
    state = kind()
    for field in fields(kind):
        values = [value for value in given.get(field.name, []) if len(value) <= LONGEST]
        if values:
            state = replace(state, **{field.name: _typed(values, getattr(state, field.name))})
    return state


def misfits(kind: type[DataclassInstance], given: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """The names and values in query parameters that :func:`parsed` passes over; pure."""
    state = kind()
    defaults = {field.name: getattr(state, field.name) for field in fields(kind)}
    return [
        (name, value)
        for name, values in given.items()
        if name != "lang"
        for at, value in enumerate(values)
        if name not in defaults or len(value) > LONGEST or not _fits(value, defaults[name]) or (at + 1 < len(values) and defaults[name] != ())
    ]


def unparsed(state: DataclassInstance) -> dict[str, str | list[str]]:
    """The query parameters of a state: those fields that differ from the default; pure."""
    found: dict[str, str | list[str]] = {}
    for field in fields(state):
        value, default = getattr(state, field.name), getattr(type(state)(), field.name)
        if value != default:
            found[field.name] = [str(each) for each in value] if isinstance(value, tuple) else str(int(value) if isinstance(value, bool) else value)
    return found


def write(state: DataclassInstance) -> None:
    """Puts a state into the address (a step that the back button takes back), the language beside it."""
    st.query_params.from_dict(with_language(unparsed(state)))
    st.session_state[_SEEN] = _address()


def tell_browser() -> None:
    """Puts the address of this run into the browser, which leaves it as it was when a link leads to another state of the same page."""
    st.query_params.from_dict(_address())


def change(state: DataclassInstance, **values: Any) -> None:
    """Puts the state with other values into the address."""
    write(replace(state, **values))


def bound(state: DataclassInstance, field: str, key: str, none: Any = "") -> dict[str, Any]:
    """Arguments that tie a widget to a field: ``st.selectbox(label, options, **bound(state, "region", "region"))``.

    The widget shows the field's value and, changed, writes it into the address; a widget without a choice writes ``none``.
    """
    value = getattr(state, field)
    st.session_state[key] = list(value) if isinstance(value, tuple) else value

    def changed() -> None:
        if st.session_state.get(_SEEN) != _address():  # the reader went back or on meanwhile: what the widget still shows is of another step
            return
        chosen = st.session_state[key]
        change(parsed(type(state), _address()), **{field: none if chosen is None else tuple(chosen) if isinstance(chosen, list | tuple) else chosen})

    return {"key": key, "on_change": changed}


def with_language(parameters: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
    """Parameters with the reader's language, where it is not English."""
    return dict(parameters) | ({"lang": language()} if language() != "en" else {})


def href(page: str, parameters: Mapping[str, str | list[str]] | None = None) -> str:
    """The address of a page's state, relative to this page's, so that it holds under a base path too."""
    query = urlencode(with_language(parameters or {}), doseq=True)
    return ("./" if page == HOME else f"./{page}") + (f"?{query}" if query else "")


def place_of(kind: str, node: str) -> tuple[str, dict[str, str]] | None:
    """Page and parameters that show a node: the page of its kind; without one, for a state its positions, for others their neighbours."""
    page = page_for(kind)
    if page is not None:
        return page, {"id": node}
    if kind == "State":
        return "positions", {"holder": node}
    return ("network", {"id": node}) if exists("network") else None


def remember(pages: Mapping[str, Any]) -> None:
    """Takes note of Streamlit's own page objects, which links need; once a run, by the shell."""
    st.session_state[_NAV] = dict(pages)


def link(label: str, page: str, parameters: Mapping[str, str | list[str]] | None = None, *, help: str | None = None) -> None:
    """A link to a page's state that keeps the session. ``label`` is markdown: escape what comes from the graph (markup.plain)."""
    st.page_link(st.session_state[_NAV][page], label=label, query_params=with_language(parameters or {}), help=help)


def anchor(place: tuple[str, Mapping[str, str | list[str]]] | None, *inner: str, current: bool = False) -> str:
    """A link as markup, for many of them at once; without a place, what it would have said. ``inner`` is markup already. Where the browser has heard
    of them (assets/parts/controls.js) such links keep the session; opened in another tab, or before, they load the page they lead to."""
    if place is None:
        return "".join(inner)
    return element("a", *inner, href=href(*place), target="_self", class_="r-link", aria_current="page" if current else "")


def go(page: str, parameters: Mapping[str, str | list[str]] | None = None) -> None:
    """Opens a page's state; the run ends here."""
    st.switch_page(st.session_state[_NAV][page], query_params=with_language(parameters or {}))


def languages() -> Iterable[str]:
    return LANGUAGES


def exists(page: str) -> bool:
    return any(each.name == page for each in PAGES)


def _address() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _typed(values: list[str], default: Any) -> Any:
    match default:
        case tuple():
            return tuple(values)
        case bool():
            return values[-1] == "1"
        case int():
            return int(values[-1]) if _fits(values[-1], default) else default
        case _:
            return values[-1]


def _fits(value: str, default: Any) -> bool:
    """Whether a value can be one of a field with that default."""
    match default:
        case bool():
            return value in ("0", "1")
        case int():
            digits = value.removeprefix("-")
            return digits.isascii() and digits.isdigit()
        case _:
            return True
