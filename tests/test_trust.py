"""What a position rests on, how that is weighed, and how the weights are found."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.calibration import calibrated
from extract.evaluation import trusting
from extract.evaluation.trusting import Judged, discrimination, fit, left_out
from extract.pipeline import open_reading, read_document
from extract.positions.read import findings
from extract.positions.sign.trust import GROUNDS, load_weights, trust
from graph.errors import DataError
from graph.records import Claim
from graph.settings import ROOT

PROBABILITY = st.integers(1, 99).map(lambda hundredths: hundredths / 100)
HEAD = "Talks on lethal autonomous weapons were held in Geneva.\n\n"


def rests_on(tmp_path, words, subject):
    """What the position of ``subject`` rests on in a document that says no more than ``words``."""
    path = tmp_path / "note.txt"
    path.write_text(HEAD + words + "\n", encoding="utf-8")
    return next(grounds for claim, grounds in findings(open_reading(path)) if isinstance(claim, Claim) and claim.subject.key == subject)


@pytest.mark.parametrize(
    ("words", "subject", "given", "absent"),
    [
        ("Brazil supports a ban on lethal autonomous weapons.", "state:BRA", {"state", "plain"}, {"several", "against", "own", "between"}),
        ("Russia opposes a ban on lethal autonomous weapons.", "state:RUS", {"state", "against"}, {"group", "neither"}),
        ("Some delegations supported a ban on lethal autonomous weapons.", "group:delegations", {"group"}, {"state", "body", "unknown_body"}),
    ],
    ids=["for", "against", "group"],
)
def test_a_position_says_what_it_rests_on(tmp_path, words, subject, given, absent):
    grounds = {name for name, value in rests_on(tmp_path, words, subject).items() if value}
    assert given <= grounds
    assert not absent & grounds


def test_a_holder_far_away_is_trusted_less(tmp_path):
    near = rests_on(tmp_path, "Brazil supports a ban on lethal autonomous weapons.", "state:BRA")
    far = rests_on(
        tmp_path,
        "Brazil, which took the floor late in the afternoon after a long day of statements, supports a ban on lethal autonomous weapons.",
        "state:BRA",
    )
    assert far["far"] > near["far"]
    assert trust({**near, "far": far["far"]}) < trust(near)


def test_a_claim_carries_the_trust(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(HEAD + "Brazil supports a ban on lethal autonomous weapons.\n", encoding="utf-8")
    grounds = {claim.id: grounds for claim, grounds in findings(open_reading(path)) if isinstance(claim, Claim)}
    claims = [claim for claim in read_document(path, preview=True).claims if claim.method == "positions"]
    assert claims
    assert all(claim.confidence == pytest.approx(calibrated("positions", trust(grounds[claim.id])), abs=0.002) for claim in claims)


def test_weights_that_do_not_fit_the_grounds_are_refused(tmp_path):
    path = tmp_path / "trust.yaml"
    path.write_text(yaml.safe_dump({"start": 0.0, "claims": 1, "error": 0.0, "weights": {"odds": 1.0}}), encoding="utf-8")
    with pytest.raises(DataError, match="several"):
        load_weights(path)


def judged(folder: str, right: bool, **grounds: float) -> Judged:
    return Judged(folder, grounds, right)


def test_what_goes_with_wrong_readings_gets_a_weight_below_nothing():
    texts = [judged("a", True, odds=1.0)] * 50 + [judged("a", False, odds=1.0, far=1.0)] * 30
    weights = dict(zip(("start", *GROUNDS), fit(texts), strict=True))
    assert weights["far"] < -1
    assert weights["between"] == pytest.approx(0, abs=1e-6)


def test_a_folder_is_judged_by_what_the_others_teach():
    taught = [judged("a", True, far=0.0)] * 40 + [judged("a", False, far=1.0)] * 40
    contrary = [judged("b", False, far=0.0)] * 5 + [judged("b", True, far=1.0)] * 5
    answers = left_out([*taught, *contrary])
    assert discrimination(answers["b"]) == 0
    assert [right for _, right in answers["b"]] == [False] * 5 + [True] * 5


@given(st.lists(st.tuples(PROBABILITY, st.booleans()), min_size=1, max_size=60))
def test_discrimination_knows_no_scale(answers):
    wider = [(3 * sure + 1, right) for sure, right in answers]
    assert 0 <= discrimination(answers) <= 1
    assert discrimination(wider) == pytest.approx(discrimination(answers))


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(0, 3), st.booleans()), min_size=1, max_size=80))
def test_any_judged_positions_can_be_fitted(rows):
    weights = fit([judged("a", right, odds=odds, far=far) for odds, far, right in rows])
    assert np.isfinite(weights).all()


def test_the_command_fits_folders_of_texts_with_their_gold(tmp_path, monkeypatch, capsys):
    for name, sides in {"one": ("supports", "opposes"), "two": ("opposes", "supports")}.items():
        folder = tmp_path / name
        folder.mkdir()
        rows = []
        for index, side in enumerate(sides):
            (folder / f"t{index}.txt").write_text(f"{HEAD}Brazil {side} a ban on lethal autonomous weapons.\n", encoding="utf-8")
            rows.append(
                {
                    "doc": f"t{index}", "loc": "¶2", "relation": "SUPPORTS_BAN", "subject": {"kind": "State", "id": "state:BRA", "surface": "Brazil"},
                    "object": {"kind": "Proposal", "id": "proposal:preemptive-ban"}, "quote": f"Brazil {side}",
                }
            )  # fmt: skip
        (folder / "gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    out = tmp_path / "trust.yaml"
    monkeypatch.setattr("sys.argv", ["trusting", str(tmp_path / "one"), str(tmp_path / "two"), "-o", str(out)])
    trusting.main()
    assert load_weights(out).claims == 4
    assert load_weights(out).weights["against"] < 0
    assert "one: 2 positions, 1 right" in capsys.readouterr().out
    shutil.rmtree(tmp_path / "two")
    with pytest.raises(SystemExit, match="two"):
        trusting.main()


def test_the_weights_are_those_of_the_rounds_kept_here():
    assert load_weights().claims > 1000
    assert (ROOT / "tests" / "fresh").is_dir()
