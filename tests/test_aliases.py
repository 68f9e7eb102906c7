"""Bodies named once in full and then by the noun of their name alone: a committee in the head of its report, a department, an institute."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pipeline import read_document
from graph.records import Claim

TEXTS = {
    "a committee in the head of its report": (
        "Standing Committee on Trade, Defence and Foreign Policy\nReport on autonomous weapons\n"
        "4.1 The Committee heard nine witnesses on autonomous weapons.\n"
        "4.2 The Committee recommends that the Government support a ban on lethal autonomous weapons.",
        {"org:standing-committee-on-trade-defence-and-foreign-policy"},
    ),
    "a department": (
        "Notes on autonomous weapons\nThe Department of Public Order gave evidence on autonomous weapons.\n"
        "The Department said that it opposed a ban on lethal autonomous weapons.",
        {"org:department-of-public-order"},
    ),
    "two committees": (
        "Notes on autonomous weapons\nThe Committee on Trade Routes and the Committee on Harbour Safety wrote reports on lethal autonomous weapons.\n"
        "The Committee supports a ban on lethal autonomous weapons.",
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "holders"), TEXTS.values(), ids=TEXTS)
def test_a_body_is_called_by_the_noun_of_its_name(tmp_path: Path, text: str, holders: set[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    found = {c.subject.id for c in read_document(path, preview=True).claims if isinstance(c, Claim) and c.relation.endswith("_BAN")}
    assert found == holders


def test_a_title_tells_the_topic_by_the_name_of_a_body_too(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Select Committee on Autonomous Weapons\nOral evidence\nDr Ann Reyes: My advice would be to support a ban.", encoding="utf-8")
    assert any(isinstance(c, Claim) and c.relation == "SUPPORTS_BAN" for c in read_document(path, preview=True).claims)
