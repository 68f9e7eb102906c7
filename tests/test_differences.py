"""Units, fingerprints and manifests tell exactly what has changed between two graphs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import differences as diff
from graph.differences import KNOWN, Entry, Place, changed, keyed_parts, needed, pack, split, stale, units, unpack
from graph.model import Edge, Graph, Node, Part

WORDS = st.text(max_size=5)
PROPERTIES = st.dictionaries(st.sampled_from("abcd"), st.one_of(WORDS, st.integers(-5, 5), st.booleans(), st.lists(WORDS, max_size=2)), max_size=3)
NODES = st.dictionaries(st.tuples(st.sampled_from(("State", "NGO")), WORDS), PROPERTIES, max_size=12)


@pytest.fixture(autouse=True)
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diff, "_SIZE", 2)


def part(nodes: dict[tuple[str, str], Any]) -> Part:
    ends = sorted(nodes)
    edges = tuple(Edge("NEXT", a, b, {"n": a[1]}) for a, b in pairwise(ends))
    return Part(tuple(Node(*end, nodes[end]) for end in ends), edges)


@given(NODES, NODES)
def test_differences_lead_from_one_graph_to_the_other(old: dict[Any, Any], new: dict[Any, Any]) -> None:
    there = {unit.place: unit.manifest() for unit in units(KNOWN, part(old), {})}
    cuts: dict[Any, int] = {}
    for place in there:
        cuts[place.part, place.kind] = place.of
    content = {key: dict(properties) for unit in units(KNOWN, part(old), {}) for key, properties in unit.items()}
    for unit in units(KNOWN, part(new), cuts):
        coarse = [place for place in there if place.kind == unit.place.kind and place.of < unit.place.of]
        for place in coarse:
            there |= split(there.pop(place), place, unit.place.of)
        before = there.pop(unit.place, {})
        for key in stale(unit, before):
            del content[key]
        for one in changed(unit, before):
            content[one.key] = {key: value for key, value in content.get(one.key, {}).items() if key not in one.gone} | one.properties
    assert there == {}
    assert content == {key: properties for unit in units(KNOWN, part(new), {}) for key, properties in unit.items()}


@given(NODES)
def test_nothing_differs_from_itself(nodes: dict[Any, Any]) -> None:
    for first, second in zip(units("a", part(nodes), {}), units("a", part(nodes), {}), strict=True):
        assert first.fingerprint() == second.fingerprint()
        assert list(changed(first, second.manifest())) == stale(first, second.manifest()) == []


@given(NODES, NODES)
def test_fingerprints_differ_where_content_does(old: dict[Any, Any], new: dict[Any, Any]) -> None:
    prints = [[unit.fingerprint() for unit in units("a", part(nodes), {("a", "nodes"): 16, ("a", "edges"): 16})] for nodes in (old, new)]
    assert (prints[0] == prints[1]) == (repr(part(old)) == repr(part(new)))


@given(st.dictionaries(st.tuples(st.text(), st.text()), st.builds(Entry, st.text(), st.tuples(st.text()))))
def test_manifests_are_unpacked_as_they_were_packed(manifest: dict[Any, Entry]) -> None:
    assert unpack(pack(manifest)) == manifest


@given(st.integers(0, 10_000))
def test_units_are_never_too_large(items: int) -> None:
    assert items <= needed(items) * 2
    assert needed(items) == 1 or items > needed(items) * 2 / 4


@given(st.text(), st.sampled_from(("nodes", "edges")), st.integers(1, 99), st.integers(0, 98))
def test_places_are_found_again_by_their_keys(key: str, kind: Any, of: int, at: int) -> None:
    place = Place(key, kind, of, at)
    assert Place.from_key(place.key) == place


def test_parts_have_keys_of_their_own() -> None:
    parts = keyed_parts(Graph(Part(key="x"), [Part(key="known"), Part(), Part()]))
    assert [key for key, _ in parts] == ["known", "evidence/known", "number/1", "number/2"]
