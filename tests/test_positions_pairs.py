"""Minimal pairs: two texts that differ in one feature, read apart; both sides must come out as written in tests/pairs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions import read_positions
from extract.reading import Reading
from graph.datafiles import read_yaml
from graph.records import Claim, Document, Passage

PAIRS = Path(__file__).parent / "pairs"
OPENINGS = {
    "en": "Talks on lethal autonomous weapons were held in Geneva.",
    "zh": "致命性自主武器系统问题的会议在日内瓦举行。",
    "ko": "자율살상무기에 관한 회의가 제네바에서 열렸다.",
    "fr": "Des discussions sur les systèmes d'armes létaux autonomes ont eu lieu à Genève.",
}
ENOUGH = {"fr": 12}  # a small pack


def held(language: str, text: str) -> set[str]:
    """Who holds what in a text that stands in a document about the weapons: «holder relation proposal»."""
    passages = (Passage("pairs", "¶1", 0, OPENINGS[language], language), Passage("pairs", "¶2", 1, text, language))
    mentions = tuple(find_mentions(passage, load_names()) for passage in passages)
    found = read_positions(Reading(Document("pairs", "0" * 64, languages=(language,)), passages, mentions))
    return {f"{c.subject.id} {c.relation} {(c.object.id or '').removeprefix('proposal:')}" for c in found if isinstance(c, Claim)}


def sides(language: str) -> list[Any]:
    pairs = read_yaml(PAIRS / f"{language}.yaml")
    return [
        pytest.param(language, pair[side]["text"], set(pair[side]["holds"]), id=f"{language}-{number}-{pair['feature']}-{side}")
        for number, pair in enumerate(pairs)
        for side in ("left", "right")
    ]


@pytest.mark.parametrize(("language", "text", "expected"), [side for language in OPENINGS for side in sides(language)])
def test_each_side_of_a_pair_holds_what_it_says(language: str, text: str, expected: set[str]) -> None:
    assert held(language, text) == expected


@pytest.mark.parametrize("language", OPENINGS)
def test_there_are_enough_pairs_and_their_sides_differ(language: str) -> None:
    pairs = read_yaml(PAIRS / f"{language}.yaml")
    assert len(pairs) >= ENOUGH.get(language, 60)
    assert all(pair["left"]["text"] != pair["right"]["text"] for pair in pairs)
    assert len({pair["feature"] for pair in pairs}) >= 12
