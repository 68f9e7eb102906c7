"""The network page's state: the view in the address, what the browser marks already, and what a view shows, kept while the store is the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

import streamlit as st

from dashboards import access, links, strays
from dashboards.network import view as views
from dashboards.network.component import Done
from dashboards.network.fetch import fetch
from dashboards.network.layout import Places, places
from dashboards.network.packing import packed
from dashboards.network.picture import Found, Picture, choose
from dashboards.network.style import Drawn, drawing
from dashboards.network.view import View, sensible
from dashboards.words import language, speaker

KEY = "network"
_CHOSEN, _LOOK = "_network_chosen", "_network_look"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A view worked out; shared between sessions, so read it only. ``content`` is the drawing as the browser takes it; ``revision`` changes with the
    drawing, ``place`` with what was asked for."""

    found: Found
    shown: Picture
    places: Places
    drawn: Drawn
    content: str
    revision: str
    place: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the browser was last told to mark (``kind``, ``id``; ``turn`` tells a new order from an old one), and what it marks now."""

    turn: int
    kind: str
    id: str
    now: tuple[str, str]


def current() -> View:
    """The view in the address; of what means nothing in it, note is taken."""
    given = links.read(View)
    return strays.mended(given, sensible(given))


def show(view: View) -> None:
    """Makes this the view."""
    links.write(view)


def done(event: Done) -> None:
    """What the reader did in the picture becomes the view."""
    view, what, node = current(), event.get("what"), str(event.get("id", ""))
    if what in ("node", "edge", "nothing"):
        _marked(("", "") if what == "nothing" else (str(what), node))
        show(views.select(view, str(what), node))
    elif what == "expand":
        show(views.expanded(view, node))
    elif what == "toggle":
        show(views.toggled(view, node))
    elif what == "pin" and isinstance(event.get("x"), int) and isinstance(event.get("y"), int):
        show(views.pinned(view, node, event["x"], event["y"]))


def look_at(node: str) -> None:
    """Chooses a node of the picture and brings it into the middle."""
    st.session_state[_LOOK] = node
    show(views.select(current(), "node", node))


def chosen(view: View) -> dict[str, object]:
    """What the browser is to mark. As long as it marks the right thing by itself, this does not change, and nothing is sent again."""
    now = ("node", view.node) if view.node else ("edge", view.edge) if view.edge else ("", "")
    last: Chosen | None = st.session_state.get(_CHOSEN)
    look = st.session_state.pop(_LOOK, "")
    if last is None or KEY not in st.session_state or last.now != now or look:
        last = Chosen(1 if last is None else last.turn + 1, *now, now)
        st.session_state[_CHOSEN] = last
        st.session_state[f"{_LOOK}_last"] = look
    return {"turn": last.turn, "kind": last.kind, "id": last.id, "look": bool(st.session_state.get(f"{_LOOK}_last"))}


def prepared(view: View) -> Prepared:
    """What a view shows, where it stands and how it is drawn, in the reader's language."""
    return _prepared(language(), replace(view, node="", edge=""))


def _marked(now: tuple[str, str]) -> None:
    last: Chosen | None = st.session_state.get(_CHOSEN)
    if last is not None:
        st.session_state[_CHOSEN] = Chosen(last.turn, last.kind, last.id, now)


@access.once(100)
def _prepared(code: str, view: View) -> Prepared:
    found = _found(view.asked)
    where = places(found, code)
    shown = choose(found, view)
    drawn = drawing(found, shown, view, where, speaker(code), code)
    content = packed(drawn)
    return Prepared(found, shown, where, drawn, content, _short(content), _short(view.asked))


@access.once(100)
def _found(view: View) -> Found:
    return fetch(access.rows, view)


def _short(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:16]
