"""Confidences as they are to be believed: the correction, how it is fitted, and that claims carry it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.calibration import Correction, calibrated, corrected, load_calibration, own_confidence, uncorrected
from extract.evaluation.fitting import Judged, corrections, error, fit, left_out
from graph.errors import DataError

PROBABILITY = st.floats(0.01, 0.99)
CORRECTION = st.builds(Correction, shift=st.floats(-2, 2), slope=st.floats(0.2, 2), claims=st.just(9))


def judged(confidence: float, right: int, wrong: int, document: str = "a") -> list[Judged]:
    return [(document, confidence, True)] * right + [(document, confidence, False)] * wrong


@given(CORRECTION, PROBABILITY, PROBABILITY)
def test_a_correction_keeps_the_order_of_claims(correction: Correction, one: float, other: float) -> None:
    assert (
        (corrected(correction, one) <= corrected(correction, other)) == (one <= other)
        or abs(one - other) < 1e-6
        or min(corrected(correction, one), corrected(correction, other)) in (0.005, 0.995)
    )


@given(PROBABILITY)
def test_of_a_method_never_judged_nothing_changes(confidence: float) -> None:
    assert calibrated("no such method", confidence) == own_confidence("no such method", confidence) == confidence


@given(CORRECTION, PROBABILITY)
def test_a_confidence_can_be_drawn_back(correction: Correction, confidence: float) -> None:
    drawn = corrected(correction, confidence)
    assert uncorrected(correction, drawn) == pytest.approx(confidence) or drawn in (0.005, 0.995)


def test_too_sure_a_method_is_drawn_to_the_share_that_is_right() -> None:
    assert corrected(fit(judged(0.9, right=60, wrong=40)), 0.9) == pytest.approx(0.6, abs=0.02)


@given(st.lists(st.tuples(st.just("a"), PROBABILITY, st.booleans()), min_size=1, max_size=200))
def test_any_judged_claims_can_be_fitted(claims: list[Judged]) -> None:
    found = fit(claims)
    assert abs(found.shift) < 8
    assert 0.2 <= found.slope < 4


def test_few_judged_claims_change_little() -> None:
    assert corrected(fit(judged(0.9, right=0, wrong=1)), 0.9) > 0.6


def test_no_method_is_made_surer_than_it_says() -> None:
    assert corrections({"modest": judged(0.8, right=50, wrong=0), "bold": judged(0.9, right=5, wrong=5)}).keys() == {"bold"}


def test_a_document_is_judged_by_what_the_others_teach() -> None:
    answers = left_out([*judged(0.9, 0, 20, "bad"), *judged(0.9, 20, 0, "good")])
    assert [confidence for confidence, right in answers if not right] == [0.9] * 20
    assert max(confidence for confidence, right in answers if right) < 0.5


def test_the_error_is_the_distance_of_confidence_from_truth() -> None:
    assert error([(0.85, True)] * 3 + [(0.85, False)]) == pytest.approx(0.1)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "calibration.yaml"
    path.write_text("methods: {positions: {shift: much}}", encoding="utf-8")
    with pytest.raises(DataError, match=r"calibration\.yaml: methods\.positions"):
        load_calibration(path)
