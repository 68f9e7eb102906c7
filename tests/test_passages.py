"""Short passages written apart from the words of the packs (tests/passages): together they keep the precision and recall once reached."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import read_document
from graph.datafiles import read_yaml
from graph.records import Claim

PASSAGES = Path(__file__).parent / "passages"
OPENINGS = {
    "en": "Talks on lethal autonomous weapons were held in Geneva.",
    "ko": "자율살상무기에 관한 회의가 제네바에서 열렸다.",
    "zh": "致命性自主武器系统问题的会议在日内瓦举行。",
}
# precision and recall: what was reached on them, less what a new fitting of the weights may cost
FLOORS = {"en": (0.7, 0.6), "ko": (0.82, 0.72), "zh": (0.75, 0.5)}
STANCES = ("SUPPORTS", "OPPOSES", "QUALIFIES")


def held(folder: Path, language: str, passage: dict[str, Any]) -> list[Claim]:
    """The claims on proposals in a passage that stands under its head, or in a document about the weapons."""
    path = folder / "passage.txt"
    path.write_text(f"{passage.get('head') or OPENINGS[language]}\n\n{passage['text']}\n", encoding="utf-8")
    found = read_document(path, preview=True).claims
    return [c for c in found if c.relation.startswith(STANCES) and (c.object.id or "").startswith("proposal:")]


def says(wanted: str, claim: Claim) -> bool:
    who, relation, proposal = wanted.rsplit(" ", 2)
    if (claim.relation, claim.object.id) != (relation, f"proposal:{proposal}"):
        return False
    if who == "group" or claim.subject.kind == "Group":
        return (who == "group") == (claim.subject.kind == "Group")
    surface = claim.subject.surface or ""
    return who == claim.subject.id or who in surface or (bool(surface) and surface in who) or (claim.subject.id or "").endswith(f":{who}")


@pytest.mark.slow
@pytest.mark.parametrize("language", FLOORS)
def test_passages_are_read_as_well_as_before(tmp_path: Path, language: str) -> None:
    right = wrong = missed = 0
    for passage in read_yaml(PASSAGES / f"{language}.yaml"):
        wanted = list(passage["holds"])
        for claim in held(tmp_path, language, passage):
            match = next((one for one in wanted if says(one, claim)), None)
            if match is not None:
                wanted.remove(match)
                right += 1
            else:
                wrong += 1
        missed += len(wanted)
    precision, recall = FLOORS[language]
    assert right / (right + wrong) >= precision, f"{right} right, {wrong} invented"
    assert right / (right + missed) >= recall, f"{right} right, {missed} missed"


@pytest.mark.parametrize("language", FLOORS)
def test_a_good_part_of_the_passages_holds_nothing(language: str) -> None:
    passages = read_yaml(PASSAGES / f"{language}.yaml")
    assert len(passages) >= 180
    assert sum(not passage["holds"] for passage in passages) >= len(passages) / 5
