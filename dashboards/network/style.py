"""How a picture is drawn: nodes, edges and legend as plain data for vis-network. A picture with its places in, data out; pure.

Words are handed in (``Say``), so that labels, tips and legend are in the reader's language. Whatever comes from documents stays plain text.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from dashboards.look import KINDS, NEITHER, STANCE_OF, STANCES
from dashboards.markup import clean
from dashboards.network.icons import BOXED, icon_name, picture
from dashboards.network.labels import label, short_name
from dashboards.network.layout import Places, stances
from dashboards.network.picture import Edge, Found, Node, Picture
from dashboards.network.view import View, pins

Say = Callable[..., str]
Drawn = dict[str, Any]
GREY = "#8D959C"
_QUOTED = 120  # letters of a quote under the pointer
_CAPTIONS = "supports", "opposes", "neither", "contested"


def drawing(found: Found, shown: Picture, view: View, places: Places, say: Say, language: str) -> Drawn:
    """Nodes, edges, icons, captions and legend."""
    held = stances(found) if found.base == "positions" else {}
    put = places | {node: (float(x), float(y)) for node, (x, y) in pins(view).items() if node in places}
    weight = _weights(shown)
    nodes = [_node(node, put[node.id], held.get(node.id), weight.get(node.id, 0), found, language, say) for node in shown.nodes]
    icons = {node["icon"]: picture(node["kind"], held.get(node["id"])) for node in nodes if "icon" in node}
    return {
        "nodes": nodes,
        "edges": [_edge(edge, number, say) for edge, number in _numbered(shown)],
        "icons": icons,
        "captions": _captions(shown, held, put, say),
        "legend": legend(shown, view, say),
    }


def legend(shown: Picture, view: View, say: Say) -> list[Drawn]:
    """One line a kind that is there, then the kinds of lines."""
    kinds = [
        {
            "kind": kind,
            "icon": picture(kind),
            "words": f"{say(f'kinds.{kind}')} {say('network.number', number=shown.kinds[kind])}",
            "off": kind in view.off,
        }
        for kind in KINDS
        if kind in shown.kinds
    ]
    present = {edge.stance for edge in shown.edges}
    lines = [
        {"line": look.colour, "words": f"{look.sign} {say(f'stances.{stance}')}", "dashed": False}
        for stance, look in STANCES.items()
        if stance in present
    ]
    if None in present:
        lines.append({"line": GREY, "words": say("network.other_line"), "dashed": False})
    if any(not edge.firsthand for edge in shown.edges):
        lines.append({"line": GREY, "words": say("network.dashed"), "dashed": True})
    return [*kinds, *lines]


def relation_words(relation: str, say: Say) -> str:
    """What a relation says, such as «took part in»."""
    return say(f"network.{relation}") if relation in ("BROADER", "RELATED", "ABOUT") else say(f"relations.{relation}")


def told(relation: str, say: Say) -> str:
    """As :func:`relation_words`, where it must be told from its like: positions on a ban have relations of their own."""
    return say(f"network.{relation}") if relation.endswith("_BAN") else relation_words(relation, say)


def tip(edge: Edge, say: Say) -> str:
    """What is said of an edge under the pointer, below its ends and what it says: plain text."""
    if not edge.claims:
        return ""
    when = f" · {edge.first}" + (f"–{edge.last}" if edge.last != edge.first else "") if edge.first else ""
    counts = say("nav.claims", number=edge.claims) + " · " + say("network.documents", number=len(edge.documents)) + when
    return "\n".join([counts, *([] if edge.firsthand else [say("network.dashed")]), *([f"“{clean(edge.quote)[:_QUOTED]}”"] if edge.quote else [])])


def node_title(node: Drawn) -> str:
    """All that is said of a drawn node under the pointer."""
    return f"{node['name']}\n{node['tip']}"


def edge_title(edge: Drawn, names: Mapping[str, str]) -> str:
    """All that is said of a drawn edge under the pointer; ``names`` are those of the drawn nodes."""
    head = f"{names[edge['from']]} — {edge['says']} — {names[edge['to']]}"
    return f"{head}\n{edge['tip']}" if edge["tip"] else head


def _weights(shown: Picture) -> dict[str, int]:
    """How many claims of the picture each node takes part in."""
    found: dict[str, int] = {}
    for edge in shown.edges:
        for end in (edge.source, edge.target):
            found[end] = found.get(end, 0) + edge.claims
    return found


def _node(node: Node, place: tuple[float, float], stance: str | None, claims: int, found: Found, language: str, say: Say) -> Drawn:
    name = clean(node.name(language))
    drawn: Drawn = {"id": node.id, "kind": node.kind, "label": label(short_name(node, language)), "x": place[0], "y": place[1]}
    also = " · ".join(dict.fromkeys(clean(other) for other in node.names.values() if other != node.name(language)))
    said = [*([also] if also else []), say(f"kinds.{node.kind}") + (f" · {say(f'stances.{stance}')}" if stance else "")]
    drawn |= {"name": name, "tip": "\n".join(said)}
    if node.kind in BOXED:
        drawn |= {"colour": KINDS[node.kind].colour, "round": 4 if node.kind == "Proposal" else 12, "strong": node.id in found.centres}
    else:
        small = 0.6 if node.kind == "Person" else 1.0
        drawn |= {"icon": icon_name(node.kind, stance), "size": round((13 + min(9.0, 2.2 * math.log2(1 + claims))) * small, 1)}
    return drawn


def _numbered(shown: Picture) -> list[tuple[Edge, int]]:
    """Edges with how many of the same two nodes came before: those are bent."""
    seen: dict[tuple[str, ...], int] = {}
    numbered = []
    for edge in shown.edges:
        pair = tuple(sorted((edge.source, edge.target)))
        numbered.append((edge, seen.get(pair, 0)))
        seen[pair] = seen.get(pair, 0) + 1
    return numbered


def _edge(edge: Edge, number: int, say: Say) -> Drawn:
    stance = STANCE_OF.get(edge.relation)
    drawn: Drawn = {
        "from": edge.source, "relation": edge.relation, "to": edge.target, "says": relation_words(edge.relation, say), "tip": tip(edge, say),
        "colour": STANCES[stance].colour if stance else GREY, "width": width(edge), "dashed": not edge.firsthand,
        "arrow": stance is not None or edge.relation in ("CITES", "BROADER", "RECOMMENDS", "DEFINES"),
    }  # fmt: skip
    return drawn | ({"bend": number} if number else {})


def width(edge: Edge) -> float:
    """Thin for what is no position, else wider with the number of claims."""
    grown = math.log2(max(1, edge.claims))
    return round(min(7.0, 1.6 + grown) if edge.stance else min(3.0, 0.8 + 0.35 * grown), 2)


def _captions(shown: Picture, held: Mapping[str, str], put: Places, say: Say) -> list[Drawn]:
    """A line over each camp: its sign, what it holds and how many there are."""
    captions = []
    for stance in _CAPTIONS:
        there = [put[node.id] for node in shown.nodes if held.get(node.id) == stance]
        if there:
            below = stance == NEITHER  # over the others, away from the lines to the proposal
            x, y = sum(at[0] for at in there) / len(there), max(at[1] for at in there) + 66 if below else min(at[1] for at in there) - 44
            words = f"{STANCES[stance].sign} {say(f'stances.{stance}')} {say('network.number', number=len(there))}"
            captions.append({"x": round(x, 1), "y": round(y, 1), "words": words, "colour": STANCES[stance].colour})
    return captions
