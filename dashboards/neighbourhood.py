"""A small picture of what stands around a node, to wander on: a click leads to the node's own page. A node in; the network component drawn."""

from __future__ import annotations

from dashboards import links, markup, profile
from dashboards.network import state
from dashboards.network.component import Done, network
from dashboards.network.view import STANCES, View, sensible
from dashboards.words import say

HEIGHT = 330
#: What stands around a concept and an actor: not every document that mentions them.
OF_CONCEPTS = (*STANCES, "BROADER", "RELATED", "ABOUT", "SPOKE_ON")
OF_ACTORS = (*STANCES, "MEMBER_OF", "REPRESENTS", "AFFILIATED_WITH", "PARTICIPATED_IN", "SPOKE_ON", "SIGNED", "CONTRIBUTED_TO")


def around(node: str, relations: tuple[str, ...], key: str) -> None:
    """The picture, and the way to the whole network."""
    view = sensible(View(id=node, relations=relations))
    prepared = state.prepared(view)
    shown = prepared.shown
    if len(shown.nodes) < 2:
        markup.note(say("neighbourhood.alone"))
        return
    words = {each: say(f"network.{each}") for each in ("legend", "nearer", "farther", "fit", "png")}
    words["about"] = say("neighbourhood.about", shown=len(shown.nodes))
    kinds = {each.id: each.kind for each in shown.nodes}
    unmarked = {"turn": 0, "kind": "", "id": "", "look": False}
    extra = {
        "revision": prepared.revision,
        "place": prepared.place,
        "words": words,
        "height": HEIGHT,
        "file": "neighbours",
        "chosen": unmarked,
        "legend": [],
    }

    def done(event: Done) -> None:
        chosen = str(event.get("id", ""))
        if event.get("what") == "node" and chosen != node and chosen in kinds:
            profile.wish(kinds[chosen], chosen)

    network(prepared.content, extra, key, done)
    links.link(markup.plain(say("neighbourhood.more")), "network", {"id": node})
