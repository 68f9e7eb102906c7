"""What a reader asks to see of the network, as one record that lives in the address, and the steps that change it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dashboards.look import KINDS, STANCE_OF

STANCES = tuple(STANCE_OF)
#: What the pages draw between two nodes: what documents state, and what the concept files say.
RELATIONS = (
    *STANCES, "PARTICIPATED_IN", "MEMBER_OF", "REPRESENTS", "AFFILIATED_WITH", "SPOKE_ON", "DEFINES", "CITES", "SIGNED", "CONTRIBUTED_TO",
    "RECOMMENDS", "MENTIONS", "BROADER", "RELATED", "ABOUT",
)  # fmt: skip
HOLDERS = ("State", "NGO", "InternationalOrganization", "Institution", "Coalition", "Person", "Group")
OPENING = "proposal:preemptive-ban"
STEP = 25  # neighbours that one step adds
LIMIT = 500  # nodes of a picture
_STEPS = 100  # expansions that an address can ask for
_EDGE = re.compile(rf"(.+?) ({'|'.join(RELATIONS)}) (.+)", re.DOTALL)
_PIN = re.compile(r"(-?\d{1,5}),(-?\d{1,5}),(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class View:
    """The base is a path (two ids), else a node with its neighbours, else the positions on a proposal.

    ``expand`` are nodes whose next neighbours were asked for, in that order, an id once for each step; ``hide`` nodes taken out; ``off`` kinds
    switched off in the legend. ``kinds``, ``relations``, ``document``, ``as_of``, ``region`` and ``confidence`` (in hundredths) narrow what is
    fetched. ``node`` or ``edge`` is what the panel shows; ``pin`` are nodes put somewhere by hand.
    """

    proposal: str = ""
    id: str = ""
    path: tuple[str, ...] = ()
    expand: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    document: str = ""
    as_of: str = ""
    region: str = ""
    confidence: int = 0
    node: str = ""
    edge: str = ""
    pin: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """``path``, ``node`` or ``positions``."""
        return "path" if len(self.path) == 2 else "node" if self.id else "positions"

    @property
    def asked(self) -> View:
        """Only what decides which nodes are fetched."""
        return replace(self, hide=(), off=(), node="", edge="", pin=())


def sensible(view: View) -> View:
    """The view without what means nothing: unknown kinds and relations, a path without two ends, impossible numbers."""
    return replace(
        view, expand=view.expand[:_STEPS], hide=view.hide[:LIMIT], pin=view.pin[:LIMIT],
        path=view.path if len(view.path) == 2 else (), kinds=_known(view.kinds, KINDS), off=_known(view.off, KINDS),
        relations=_known(view.relations, RELATIONS), confidence=min(max(view.confidence, 0), 100),
        as_of=view.as_of if re.fullmatch(r"\d{4}(-\d\d){0,2}", view.as_of) else "",
    )  # fmt: skip


def edge_id(source: str, relation: str, target: str) -> str:
    """How an edge is named in an address."""
    return f"{source} {relation} {target}"


def ends(edge: str) -> tuple[str, str, str] | None:
    """Source, relation and target of an edge's name."""
    found = _EDGE.fullmatch(edge)
    return None if found is None else (found[1], found[2], found[3])


def pins(view: View) -> dict[str, tuple[int, int]]:
    """Where nodes were put by hand."""
    return {found[3]: (int(found[1]), int(found[2])) for one in view.pin if (found := _PIN.fullmatch(one))}


def select(view: View, kind: str, what: str) -> View:
    """The view with a node or an edge in its panel; anything else closes it."""
    return replace(view, node=what if kind == "node" else "", edge=what if kind == "edge" else "")


def expanded(view: View, node: str) -> View:
    """The view with the next neighbours of a node."""
    return replace(view, expand=(*view.expand, node), node=node, edge="")


def hidden(view: View, node: str) -> View:
    """The view without a node."""
    return replace(view, hide=(*view.hide, node), node="", edge="", expand=tuple(each for each in view.expand if each != node))


def only(view: View, node: str) -> View:
    """A node and its neighbours instead, narrowed as before."""
    return replace(view, proposal="", id=node, path=(), expand=(), hide=(), off=(), pin=(), node=node, edge="")


def way(view: View, start: str, end: str) -> View:
    """A shortest path instead."""
    return replace(only(view, start), id="", path=(start, end))


def pinned(view: View, node: str, x: int, y: int) -> View:
    """The view with a node put at a place; put there again, the old place is forgotten."""
    kept = (each for each in view.pin if (found := _PIN.fullmatch(each)) is None or found[3] != node)
    return replace(view, pin=(*kept, f"{x},{y},{node}"))


def toggled(view: View, kind: str) -> View:
    """The view with a kind switched off, or on again."""
    return replace(view, off=tuple(each for each in view.off if each != kind) if kind in view.off else (*view.off, kind))


def _known(given: tuple[str, ...], allowed: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in given if each in allowed))  # type: ignore[operator]
