"""The network without a browser: what a view fetches, shows, where it stands, how it looks, and what the address keeps of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboards import look
from dashboards.links import parsed, unparsed
from dashboards.network.fetch import fetch
from dashboards.network.labels import LINES, label
from dashboards.network.layout import places, stances
from dashboards.network.packing import packed
from dashboards.network.picture import Edge, Found, Node, Stage, choose
from dashboards.network.style import drawing, edge_title, legend, width
from dashboards.network.view import LIMIT, OPENING, RELATIONS, View, edge_id, ends, expanded, hidden, only, pinned, pins, sensible, toggled, way
from dashboards.words import phrase
from graph.model import Edge as Written
from graph.model import Graph, Part
from graph.model import Node as Kept
from graph.queries import load_reports
from graph.settings import CYPHER
from graph.store import Store, open_store

Ask = Callable[..., list[dict[str, Any]]]
STATES = [f"state:S{at:02}" for at in range(12)]
OTHERS = ["org:a", "org:b", "person:p", "event:e", "concept:c", "doc:d"]
LABELS = {"state": "State", "org": "NGO", "person": "Person", "event": "Event", "concept": "Concept", "doc": "Document", "proposal": "Proposal"}
QUERIES = load_reports(CYPHER / "pages")


def say(key: str, **values: object) -> str:
    return phrase("en", key, **values)


def kept(node: str, **rest: Any) -> Kept:
    return Kept(LABELS[node.partition(":")[0]], node, {"id": node, "name": node.partition(":")[2], **rest})


def written(source: str, relation: str, target: str, **rest: Any) -> Written:
    said = {"claims": 1, "documents": ["d"], "first": "2016", "last": "2016", "confidence": 0.9, "quote": "words", **rest}
    return Written(relation, (LABELS[source.partition(":")[0]], source), (LABELS[target.partition(":")[0]], target), said)


def asking(store: Store) -> Ask:
    def ask(name: str, **parameters: Any) -> list[dict[str, Any]]:
        table = store.read(QUERIES[name].cypher, QUERIES[name].check(parameters))
        return [dict(zip(table.columns, row, strict=True)) for row in table.rows]

    return ask


def stored(folder: Path, nodes: list[Kept], edges: list[Written], evidence: Part = Part()) -> Ask:  # noqa: B008
    store = open_store(folder / "graph.kgl")
    store.write(Graph(Part(tuple(nodes), tuple(edges)), (evidence,)))
    return asking(store)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Two for, one against, one contested, one neither; a meeting with thirty persons; a concept apart."""
    persons = [f"person:p{at:02}" for at in range(30)]
    nodes = [kept(STATES[0], region="Africa"), *map(kept, [*STATES[1:5], *OTHERS, OPENING, *persons])]
    edges = [
        written(STATES[0], "SUPPORTS_BAN", OPENING, claims=3, last="2019"),
        written(STATES[1], "SUPPORTS_BAN", OPENING, documents=["other"], first="2018", last="2018"),
        written(STATES[2], "OPPOSES_BAN", OPENING, confidence=0.6),
        written(STATES[3], "SUPPORTS_BAN", OPENING),
        written(STATES[3], "OPPOSES_BAN", OPENING),
        written(STATES[4], "QUALIFIES_BAN", OPENING),
        written(STATES[0], "PARTICIPATED_IN", "event:e"),
        written("org:a", "PARTICIPATED_IN", "event:e"),
        *(written(person, "PARTICIPATED_IN", "event:e", claims=1 + at) for at, person in enumerate(persons)),
    ]
    edges.append(Written("ABOUT", ("Proposal", OPENING), ("Concept", "concept:c")))
    said = {"name": "c", "relation": "SUPPORTS_BAN", "doc": "d", "method": "lists", "status": "extracted"}
    claims = (
        Kept("Claim", "claim:1", {"id": "claim:1", **said}),
        Kept("Claim", "claim:2", {"id": "claim:2", **said, "via": "doc:d"}),
        Kept("Claim", "claim:3", {"id": "claim:3", **said, "method": "lists:inferred-columns"}),
    )
    ties = [
        Written(tie, ("Claim", claim), end)
        for claim, state in (("claim:1", STATES[0]), ("claim:2", STATES[1]), ("claim:3", STATES[3]))
        for tie, end in (("SUBJECT", ("State", state)), ("OBJECT", ("Proposal", OPENING)))
    ]
    return stored(tmp_path_factory.mktemp("network"), nodes, edges, Part(claims, tuple(ties)))


def test_it_opens_on_the_positions_on_a_ban(ask: Ask) -> None:
    found = fetch(ask, View())
    assert stances(found) == {STATES[0]: "supports", STATES[1]: "supports", STATES[2]: "opposes", STATES[3]: "contested", STATES[4]: "neither"}
    assert (len(found.nodes), found.size, found.full) == (6, 42, False)
    at = places(found)
    assert at[OPENING] == (0.0, 0.0)
    assert max(at[STATES[0]][0], at[STATES[1]][0]) < -100 < 100 < at[STATES[2]][0]
    assert at[STATES[3]][1] < -60 < 60 < at[STATES[4]][1]
    assert abs(at[STATES[3]][0]) < 50 > abs(at[STATES[4]][0])


@pytest.mark.parametrize(
    ("view", "nodes"),
    [
        pytest.param(View(document="other"), {STATES[1]}, id="document"),
        pytest.param(View(as_of="2017"), {STATES[0], STATES[2], STATES[3], STATES[4]}, id="as of"),
        pytest.param(View(confidence=70), {STATES[0], STATES[1], STATES[3], STATES[4]}, id="confidence"),
        pytest.param(View(region="Africa"), {STATES[0]}, id="region"),
        pytest.param(View(relations=("OPPOSES_BAN",)), {STATES[2], STATES[3]}, id="relation"),
        pytest.param(View(kinds=("NGO",)), set(), id="kind"),
    ],
)
def test_what_narrows(ask: Ask, view: View, nodes: set[str]) -> None:
    assert set(fetch(ask, view).nodes) == nodes | {OPENING}


def test_expanding_brings_the_best_evidence_first_and_moves_nothing(ask: Ask) -> None:
    view = View(id=STATES[0])
    one, two, three = (fetch(ask, replace(view, expand=("event:e",) * times)) for times in range(3))
    assert set(one.nodes) == {STATES[0], OPENING, "event:e"}
    assert set(two.nodes) - set(one.nodes) == {f"person:p{at:02}" for at in range(5, 30)}
    assert choose(two, view).rest == {STATES[0]: 0, "event:e": 6}
    assert set(three.nodes) - set(two.nodes) == {"org:a", *(f"person:p{at:02}" for at in range(5))}
    assert choose(three, view).rest == {STATES[0]: 0, "event:e": 0}
    first, then = places(one), places(three)
    assert {node: then[node] for node in first} == first


def test_positions_show_only_what_a_centre_takes_part_in(ask: Ask) -> None:
    met = {"event:e"}
    for view, relations in ((View(), set()), (View(expand=(STATES[0],)), {STATES[0]}), (View(expand=(STATES[0], "event:e")), None)):
        edges = choose(fetch(ask, view), view).edges
        there = {edge.source for edge in edges if edge.target in met}
        assert there == relations or (relations is None and len(there) == 26)


def test_a_line_is_dashed_where_nobody_says_it_firsthand(ask: Ask) -> None:
    found = fetch(ask, View())
    assert {(edge.source, edge.relation) for edge in found.edges if edge.firsthand} == {(STATES[0], "SUPPORTS_BAN")}
    view = View()
    drawn = drawing(found, choose(found, view), view, places(found), say, "en")
    edge, names = next(each for each in drawn["edges"] if each["from"] == STATES[0]), {each["id"]: each["name"] for each in drawn["nodes"]}
    assert (edge["dashed"], edge["colour"], edge["arrow"]) == (False, look.STANCES["supports"].colour, True)
    assert edge_title(edge, names) == "S00 — supports — preemptive-ban\n3 claims · 1 document · 2016–2019\n“words”"
    assert [line["words"] for line in drawn["captions"]] == ["＋ supports (2)", "− opposes (1)", "～ neither (1)", "⚡ contested (1)"]
    assert {each["bend"] for each in drawn["edges"] if "bend" in each} == {1}


def test_a_path_is_the_shortest_and_stands_in_a_line(ask: Ask) -> None:
    view = way(View(), "org:a", STATES[1])
    found = fetch(ask, view)
    assert [stage.centre for stage in found.stages] == ["org:a", "event:e", STATES[0], OPENING, STATES[1]]
    at = places(found)
    assert [at[stage.centre][0] for stage in found.stages] == sorted(at[stage.centre][0] for stage in found.stages)
    alone = fetch(ask, way(View(), "org:b", STATES[1]))
    assert (set(alone.nodes), alone.edges) == ({"org:b", STATES[1]}, ())


def test_what_the_graph_lacks_is_said(ask: Ask) -> None:
    found = fetch(ask, View(id="state:XXX", expand=("<img src=x>",)))
    assert (dict(found.nodes), found.missing, places(found)) == ({}, ("state:XXX", "<img src=x>"), {})


def test_a_graph_without_a_ban_opens_on_what_is_most_spoken_of(tmp_path: Path) -> None:
    nodes = [*map(kept, [*STATES[:3], "proposal:x", "proposal:y"])]
    edges = [written(STATES[0], "OPPOSES", "proposal:x"), *(written(state, "SUPPORTS", "proposal:y") for state in STATES[:3])]
    found = fetch(stored(tmp_path, nodes, edges), View())
    assert set(found.nodes) == {*STATES[:3], "proposal:y"}


def test_at_most_five_hundred_nodes_and_an_honest_count(tmp_path: Path) -> None:
    many = [f"person:p{at}" for at in range(LIMIT + 120)]
    edges = [written(person, "SUPPORTS_BAN", OPENING, claims=1 + at % 7) for at, person in enumerate(many)]
    ask = stored(tmp_path, [kept(OPENING), *map(kept, many)], edges)
    found = fetch(ask, View(expand=(OPENING,)))
    shown = choose(found, View())
    assert (len(found.nodes), found.full, found.size) == (LIMIT, True, LIMIT + 121)
    assert shown.rest == {OPENING: 121}
    least = min(edge.claims for edge in found.edges)
    assert sum(1 for each in edges if each.properties["claims"] > least) <= LIMIT  # type: ignore[operator]
    assert len(set(places(found).values())) == LIMIT


@st.composite
def graphs(draw: st.DrawFn) -> list[Written]:
    ids = [*STATES, *OTHERS]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(RELATIONS), st.sampled_from([*ids, OPENING])), max_size=40, unique=True))
    said = st.fixed_dictionaries(
        {
            "claims": st.integers(1, 9),
            "documents": st.lists(st.sampled_from(["d", "e", "f"]), min_size=1, unique=True),
            "first": st.sampled_from(["2014", "2016-04-11", "2019-03"]),
            "confidence": st.sampled_from([0.5, 0.75, 1.0]),
        }
    )
    return [written(*pair, **draw(said)) for pair in pairs if pair[0] != pair[2]]


VIEWS = st.builds(
    View,
    id=st.sampled_from(["", *STATES[:3]]),
    expand=st.lists(st.sampled_from([*STATES[:4], "event:e", OPENING]), max_size=3).map(tuple),
    hide=st.lists(st.sampled_from([*STATES[:4], "event:e"]), max_size=2).map(tuple),
    off=st.lists(st.sampled_from(["State", "Event", "NGO"]), max_size=2, unique=True).map(tuple),
    kinds=st.sampled_from([(), ("State",), ("State", "Event", "Proposal")]),
    relations=st.sampled_from([(), ("SUPPORTS_BAN", "MENTIONS"), RELATIONS[:6]]),
    document=st.sampled_from(["", "d", "f"]),
    as_of=st.sampled_from(["", "2015", "2016-04"]),
    confidence=st.sampled_from([0, 60, 90]),
)


@settings(max_examples=15, deadline=None)
@given(edges=graphs(), view=VIEWS)
def test_filters_only_remove_and_counts_hold(tmp_path_factory: pytest.TempPathFactory, edges: list[Written], view: View) -> None:
    ask = stored(tmp_path_factory.mktemp("any"), [*map(kept, [*STATES, *OTHERS, OPENING])], edges)
    found = fetch(ask, view)
    shown = choose(found, view)
    bare = choose(found, replace(view, hide=(), off=()))
    assert {edge.id for edge in found.edges} <= {edge_id(each.source[1], each.type, each.target[1]) for each in edges}
    for edge in found.edges:
        assert not view.relations or edge.relation in view.relations
        assert not view.document or view.document in edge.documents
        assert edge.confidence is not None
        assert edge.confidence * 100 >= view.confidence
        assert not view.as_of or str(edge.first)[: len(view.as_of)] <= view.as_of
    assert all(node in bare.nodes for node in shown.nodes)
    assert all(edge in bare.edges for edge in shown.edges)
    assert not {node.id for node in shown.nodes} & set(view.hide)
    assert len(shown.nodes) + shown.left_out == len(found.nodes) <= found.size
    here = {node.id for node in shown.nodes}
    assert all({edge.source, edge.target} <= here for edge in shown.edges)
    assert sum(line["off"] is False for line in legend(shown, view, say) if "kind" in line) == len({node.kind for node in shown.nodes})
    first, again = places(found), places(fetch(ask, view))
    assert first == again
    assert set(first) == set(found.nodes)


NAMES = st.text(min_size=1, max_size=60)


@settings(max_examples=50, deadline=None)
@given(names=st.lists(NAMES, min_size=1, max_size=25), base=st.sampled_from(["positions", "node"]))
def test_a_layout_depends_on_nothing_but_its_input(names: list[str], base: str) -> None:
    nodes = {f"state:{at}": Node(f"state:{at}", "State", {"en": name}) for at, name in enumerate(names)}
    edges = tuple(Edge(node, ("SUPPORTS_BAN", "OPPOSES_BAN", "ABOUT")[at % 3], "state:0") for at, node in enumerate(nodes) if at)
    found = Found(nodes, edges, (Stage("state:0", tuple(nodes)),), len(nodes), base=base)
    at = places(found)
    assert at == places(found)
    assert len(set(at.values())) == len(nodes)
    assert at["state:0"] == (0.0, 0.0)


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
MANY = st.lists(TEXTS, max_size=3).map(tuple)


@given(st.builds(View, proposal=TEXTS, id=TEXTS, path=st.tuples(TEXTS, TEXTS), expand=MANY, hide=MANY, document=TEXTS, region=TEXTS, edge=TEXTS))
def test_the_address_keeps_the_whole_view(view: View) -> None:
    written = {key: value if isinstance(value, list) else [value] for key, value in unparsed(view).items()}
    assert sensible(parsed(View, written)) == view


@pytest.mark.parametrize(
    ("given_", "view"),
    [
        ({"kinds": ["State", "Dragon", "State"], "relations": ["CITES", "EATS"], "off": ["x"]}, View(kinds=("State",), relations=("CITES",))),
        ({"path": ["state:EGY"], "as_of": ["yesterday"], "confidence": ["900"]}, View(confidence=100)),
        ({"as_of": ["2016-04-15"], "confidence": ["-3"], "path": ["a", "b", "c"]}, View(as_of="2016-04-15")),
    ],
)
def test_nonsense_in_the_address_is_left_out(given_: dict[str, list[str]], view: View) -> None:
    assert sensible(parsed(View, given_)) == view


@given(TEXTS, st.sampled_from(RELATIONS), TEXTS)
def test_an_edge_is_told_from_its_name(source: str, relation: str, target: str) -> None:
    assert ends(edge_id(source, relation, target)) == (source, relation, target)


def test_steps_of_a_reader() -> None:
    view = View(document="d", node="a")
    assert expanded(view, "b") == View(document="d", node="b", expand=("b",))
    assert hidden(expanded(view, "b"), "b") == View(document="d", hide=("b",))
    assert only(view, "b") == View(document="d", id="b", node="b")
    assert toggled(toggled(view, "State"), "State") == view
    assert pins(pinned(pinned(view, "a, b", 1, -2), "a, b", 30, 40)) == {"a, b": (30, 40)}


def test_a_pinned_node_stands_where_it_was_put(ask: Ask) -> None:
    view = pinned(View(), STATES[0], 11, 22)
    found = fetch(ask, view)
    drawn = drawing(found, choose(found, view), view, places(found), say, "en")
    assert next((each["x"], each["y"]) for each in drawn["nodes"] if each["id"] == STATES[0]) == (11, 22)


@given(NAMES)
def test_labels_are_short(name: str) -> None:
    lines = label(name).split("\n")
    assert len(lines) <= LINES
    assert all(len(line) <= 24 for line in lines)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Egypt", "Egypt"),
        ("Informal Meeting of Experts on Lethal Autonomous Weapons Systems (2016)", "Informal Meeting of\nExperts on Lethal\nAutonomous W… (2016)"),
        ("致命性自主武器系统问题非正式专家会议", "致命性自主武器系统问\n题非正式专家会议"),
        ("a\u202eb <b>", "ab <b>"),
    ],
)
def test_labels(name: str, lines: str) -> None:
    assert label(name) == lines


def test_width_grows_with_the_claims() -> None:
    widths = [width(Edge("a", "SUPPORTS", "b", claims)) for claims in (0, 1, 2, 10, 1000)]
    assert widths == sorted(widths)
    assert width(Edge("a", "MENTIONS", "b", 1000)) <= 3.0


def test_a_packed_drawing_holds_what_the_browser_needs_of_it(ask: Ask) -> None:
    """Each key and each repeated value stands once; ends are numbers of nodes."""
    found = fetch(ask, View())
    drawn = drawing(found, choose(found, View()), View(), places(found), say, "en")
    told = json.loads(packed(drawn))
    unpacked = {}
    for part in ("nodes", "edges"):
        keys, repeated, said = (told[part][each] for each in ("keys", "repeated", "said"))
        rows = [{key: value for key, value in zip(keys, row, strict=True) if value is not None} for row in told[part]["rows"]]
        unpacked[part] = [row | {key: said[row[key]] for key in repeated if key in row} for row in rows]
    ids = [node["id"] for node in unpacked["nodes"]]
    assert unpacked["nodes"] == [{key: value for key, value in node.items() if value is not None} for node in drawn["nodes"]]
    assert [edge | {"from": ids[edge["from"]], "to": ids[edge["to"]]} for edge in unpacked["edges"]] == drawn["edges"]
    assert told["legend"] == drawn["legend"]


@pytest.mark.parametrize("number", [4, 16, 60])
def test_many_of_both_stances_stand_beyond_those_of_one(number: int) -> None:
    """The camps do not stand on one another, however many are in them."""
    sides = {f"state:S{at}": ("SUPPORTS", "OPPOSES")[at % 2 : at % 2 + 1] for at in range(12)}
    held = sides | {f"state:C{at}": ("SUPPORTS", "OPPOSES") for at in range(number)}
    nodes = {node: Node(node, "State", {"en": node}) for node in (OPENING, *held)}
    edges = tuple(Edge(node, relation, OPENING, 1) for node, relations in held.items() for relation in relations)
    at = places(Found(nodes, edges, (Stage(OPENING, tuple(held)),), len(nodes)))
    both, one = [at[node] for node in held if node not in sides], [at[node] for node in sides]
    assert max(y for _, y in both) < min(y for _, y in one) or max(abs(x) for x, _ in both) < min(abs(x) for x, _ in one)
