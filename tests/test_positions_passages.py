"""Short passages written apart from the rules (tests/passages): seen by now, so no measure of quality, but a step back would show."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import read_document
from graph.datafiles import read_yaml
from graph.records import Claim

PASSAGES = Path(__file__).parent / "passages"
OPENING = "Talks on lethal autonomous weapons were held in Geneva."
RELATIONS = frozenset({"SUPPORTS", "OPPOSES", "QUALIFIES", "SUPPORTS_BAN", "OPPOSES_BAN", "QUALIFIES_BAN"})


@cache
def passages(language: str) -> tuple[dict[str, Any], ...]:
    return tuple(read_yaml(PASSAGES / f"{language}.yaml"))


def positions(folder: Path, passage: dict[str, Any]) -> list[Claim]:
    file = folder / "passage.txt"
    file.write_text(f"{passage.get('head', OPENING)}\n\n{passage['text']}\n", encoding="utf-8")
    claims = read_document(file, preview=True).claims
    return [one for one in claims if one.relation in RELATIONS and (one.object.id or "").startswith("proposal:")]


def same(wanted: str, claim: Claim) -> bool:
    """Whether a claim is the wanted «holder relation proposal»; persons and bodies may be called by a part of their name."""
    holder, relation, proposal = wanted.rsplit(" ", 2)
    if (relation, f"proposal:{proposal}") != (claim.relation, claim.object.id):
        return False
    if holder == "group" or claim.subject.kind == "Group":
        return holder == "group" and claim.subject.kind == "Group"
    one, other = (name.split(":")[-1] for name in (holder, claim.subject.id or ""))
    return bool(other) and (one in other or other in one)


def matched(wanted: Iterable[str], claims: list[Claim]) -> int:
    left, hits = list(claims), 0
    for one in wanted:
        hit = next((claim for claim in left if same(one, claim)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return hits


@pytest.mark.slow
@pytest.mark.parametrize(("language", "precision", "recall"), [("en", 0.72, 0.66)])
def test_most_of_what_is_held_is_found_and_little_else(tmp_path: Path, language: str, precision: float, recall: float) -> None:
    hits = wanted = found = 0
    for passage in passages(language):
        claims = positions(tmp_path, passage)
        hits, wanted, found = hits + matched(passage["holds"], claims), wanted + len(passage["holds"]), found + len(claims)
    assert hits / found >= precision, (hits, found)
    assert hits / wanted >= recall, (hits, wanted)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en"])
def test_where_nothing_is_held_next_to_nothing_is_found(tmp_path: Path, language: str) -> None:
    traps = [passage for passage in passages(language) if not passage["holds"]]
    fallen = [passage["text"] for passage in traps if positions(tmp_path, passage)]
    assert len(fallen) <= len(traps) // 6, fallen
