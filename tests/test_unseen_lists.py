"""Stance lists, tables, votes and recommendations in documents written before their rules were looked at: what is found, what is invented."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import read_document
from graph.datafiles import read_yaml
from graph.records import Claim

FOLDER = Path(__file__).with_name("unseen_lists")
DOCUMENTS = {path.stem: path for path in sorted(FOLDER.iterdir()) if path.suffix != ".yaml"}

#: A stance is (relation, holder, object); a recommendation is ("RECOMMENDS", the words a reader would look for, its addressee).
Fact = tuple[str, str, str]


def stances(entry: dict[str, str]) -> list[Fact]:
    """The facts of one expected line: a relation, an object, and its holders."""
    holders = [holder if ":" in holder else f"state:{holder}" for holder in entry["holders"].split()]
    return [(entry["relation"], holder, f"proposal:{entry['object']}") for holder in holders]


@cache
def expected(name: str) -> frozenset[Fact]:
    content: dict[str, Any] = read_yaml(FOLDER / f"{name}.yaml")
    items = [("RECOMMENDS", item["words"], item["addressee"]) for item in content.get("recommendations", ())]
    return frozenset([fact for entry in content.get("stances", ()) for fact in stances(entry)] + items)


def fact(claim: Claim, wanted: frozenset[Fact]) -> Fact:
    """What a claim says, a recommendation by the words that a reader would look for."""
    if claim.relation != "RECOMMENDS":
        return claim.relation, claim.subject.id or claim.subject.surface or "", claim.object.id or ""
    words = claim.object.surface or ""
    return "RECOMMENDS", next((known for _, known, _ in wanted if known in words), words), " ".join(claim.addressee)


@cache
def found(name: str) -> frozenset[Fact]:
    own = [claim for claim in read_document(DOCUMENTS[name]).claims if claim.method.startswith(("stance-lists", "recommendations"))]
    return frozenset(fact(claim, expected(name)) for claim in own)


def count(names: dict[str, Path]) -> dict[str, Counter[str]]:
    """By relation: how many facts are right, missed, and invented."""
    counts = {relation: Counter[str]() for name in names for relation, _, _ in expected(name) | found(name)}
    for name in names:
        for kind, facts in (
            ("right", expected(name) & found(name)), ("missed", expected(name) - found(name)), ("invented", found(name) - expected(name)),
        ):  # fmt: skip
            for relation, _, _ in facts:
                counts[relation][kind] += 1
    return counts


#: The least share of the facts that is found.
RECALL = {"SUPPORTS_BAN": 1, "OPPOSES_BAN": 1, "QUALIFIES_BAN": 1, "SUPPORTS": 0.95, "OPPOSES": 0.92, "QUALIFIES": 1, "RECOMMENDS": 0.98}


@pytest.mark.parametrize("relation", RECALL)
def test_shares(relation: str) -> None:
    """Most claims are right, and most facts are found."""
    counts = count(DOCUMENTS)[relation]
    assert counts["right"] >= 0.95 * (counts["right"] + counts["invented"])
    assert counts["right"] >= RECALL[relation] * (counts["right"] + counts["missed"])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_inventions(name: str) -> None:
    """No list on another subject, no attendance, no welcome or decision is taken for a stance or a recommendation."""
    assert found(name) <= expected(name)
