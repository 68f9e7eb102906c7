"""Summary records: what a paragraph goes on to say after «Peru said that …» is Peru's; in other texts it is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pipeline import read_document
from graph.records import Claim

RECORD = """MEETING CONCLUDES DEBATE ON CONVENTIONAL WEAPONS
Debate on autonomous weapons

Peru said that autonomous weapons posed grave questions. A legally binding instrument was needed without delay.

The representative of Kenya, speaking for itself, stressed that the debate on autonomous weapons had matured. A ban was overdue.

Israel noted that the technology of autonomous weapons was still young. A treaty would be premature.
"""
HELD = {("state:PER", "SUPPORTS"), ("state:KEN", "SUPPORTS_BAN"), ("state:ISR", "OPPOSES")}
ONE = """Notes on autonomous weapons

Peru said that autonomous weapons posed grave questions for all who have to answer for them. A legally binding instrument was needed without delay.

The conference was held in a hotel above the lake, and the coffee was bad on all of its four long days, as everybody agreed.
"""


@pytest.mark.parametrize(("text", "held"), [(RECORD, HELD), (ONE, set())], ids=["a record", "one such paragraph"])
def test_whose_the_rest_of_a_reported_paragraph_is(tmp_path: Path, text: str, held: set[tuple[str, str]]) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    found = {(c.subject.id, c.relation) for c in read_document(path, preview=True).claims if isinstance(c, Claim)}
    assert {one for one in found if one[1].split("_")[0] in ("SUPPORTS", "OPPOSES")} == held
