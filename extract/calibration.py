"""How sure a claim really is: an extractor's own confidence drawn to the share of its claims that proved right (data/calibration.yaml).

A method's confidence p becomes σ(shift + slope · logit p) (Platt 1999), fitted by ``python -m extract.evaluation.fitting``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp, log
from pathlib import Path

from graph.datafiles import Record, check, read_yaml
from graph.settings import DATA

FITTED = DATA / "calibration.yaml"
_LEAST, _MOST = 0.005, 0.995  # nothing is certain


class Correction(Record):
    """``claims`` were judged to find it."""

    shift: float
    slope: float
    claims: int


class Calibration(Record):
    """``error`` is the expected calibration error over the judged claims of these methods: before, and after with each document left out in turn."""

    error_before: float = 0.0
    error_after: float = 0.0
    methods: dict[str, Correction] = {}


@cache
def load_calibration(path: Path = FITTED) -> Calibration:
    """What was fitted; nothing where there is no such file.

    Raises:
        DataError: the file breaks its shape.
    """
    return check(path, (read_yaml(path) or {}) if path.exists() else {}, Calibration)


@lru_cache(maxsize=4096)
def calibrated(method: str, confidence: float) -> float:
    """A confidence as it is to be believed, rounded to 3 places; of a method that was never judged, as it is."""
    found = load_calibration().methods.get(method)
    return confidence if found is None else round(corrected(found, confidence), 3)


def corrected(correction: Correction, confidence: float) -> float:
    return _within(1 / (1 + exp(-(correction.shift + correction.slope * logit(confidence)))))


def own_confidence(method: str, confidence: float) -> float:
    """The confidence that was calibrated to this one."""
    found = load_calibration().methods.get(method)
    return confidence if found is None else uncorrected(found, confidence)


def uncorrected(correction: Correction, confidence: float) -> float:
    """What was corrected to this confidence."""
    return 1 / (1 + exp(-((logit(confidence) - correction.shift) / correction.slope)))


def logit(probability: float) -> float:
    """Log odds, of a probability kept off 0 and 1."""
    kept = _within(probability)
    return log(kept / (1 - kept))


def _within(probability: float) -> float:
    return min(_MOST, max(_LEAST, probability))
