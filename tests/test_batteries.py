"""Short items, each one way to say who holds what: their gold is of the vocabulary, and what is read of them keeps its precision."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.evaluation.batteries import judge, read_items
from graph.concepts import load_concepts

FILES = sorted((Path(__file__).parent / "batteries").glob("*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_items_name_relations_and_proposals_of_the_vocabulary(path: Path) -> None:
    known, items = {concept.id for concept in load_concepts()}, list(read_items(path))
    assert len({item.number for item in items}) == len(items) > 0
    rows = [row for item in items for row in (*item.gold, *item.optional)]
    assert {f"proposal:{proposal}" for _, _, proposal in rows} - {"proposal:other"} <= known
    assert {relation for _, relation, _ in rows} <= {"SUPPORTS", "OPPOSES", "QUALIFIES", "SUPPORTS_BAN", "OPPOSES_BAN", "QUALIFIES_BAN"}
    assert all(not item.gold for item in items if item.battery == "none")


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_read_of_them_keeps_its_precision(path: Path) -> None:
    tallies = judge(read_items(path), path.stem[:2])
    found, missed, invented = (sum(getattr(tally, name) for tally in tallies.values()) for name in ("found", "missed", "invented"))
    assert found / (found + invented) >= 0.65
    assert found / (found + missed) >= 0.4
    assert tallies["none"].invented <= 3
