"""Who «we» are in texts that only their title or their turns tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.pipeline import read_document

WANTED = "We want a legally binding treaty on lethal autonomous weapons."


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        pytest.param(f"Communiqué of the Lusaka Conference on Autonomous Weapons\n\n1. {WANTED}\n", "group:participants", id="communique"),
        pytest.param(f"Pastoral Letter on War and Machines\n\n{WANTED}\n", "group:signatories", id="pastoral letter"),
        pytest.param(
            "Transcript of the Weekly Press Briefing by the Spokesperson\n\n"
            "Question (Daily Herald): Does Pakistan still want killer robots outlawed?\n\n"
            f"Spokesperson: Yes. {WANTED}\n\n"
            "Question (Morning News): And what will the next round of the talks bring?\n\n"
            "Spokesperson: I would not go into hypotheticals about these talks.\n",
            "state:PAK", id="briefing with the papers that ask",
        ),
        pytest.param(
            "Policy brief: What the allies should do\n\nTalks on lethal autonomous weapons resume soon.\n\n"
            f"The allies have no common line.\n\n{WANTED}\n",
            "person:author-of-text", id="brief without a house",
        ),
    ],
)  # fmt: skip
def test_whose_words_a_text_is(tmp_path: Path, text: str, holder: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    held = [claim for claim in read_document(path, preview=True).claims if claim.relation == "SUPPORTS"]
    assert {claim.subject.id for claim in held if (claim.object.id or "").endswith("legally-binding-instrument")} == {holder}
