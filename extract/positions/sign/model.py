"""The learned sign: features weighed, a probability for each sign out. The weights lie in data/positions (its card says how they came about)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from graph.errors import DataError
from graph.settings import DATA

SIGNS = ("+", "-", "~", "0")
WEIGHTS = DATA / "positions" / "weights.npz"
SIZE = 1 << 17


@dataclass(frozen=True, slots=True)
class Model:
    """A row of weights for each hashed feature, a column for each sign; ``scale`` makes the probabilities honest."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    scale: float = 1.0

    def probabilities(self, features: Iterable[str], language: str) -> dict[str, float]:
        """How likely each sign is, by a pair's own features, which count for all languages and for its own."""
        score = (np.add.reduce(self.weights.take(_hashed_twice(features, language), axis=0), axis=0) + self.bias) * self.scale
        odds = np.exp(score - np.maximum.reduce(score))
        return dict(zip(SIGNS, (odds / np.add.reduce(odds)).tolist(), strict=True))


def hashed(features: Iterable[str]) -> list[int]:
    """The row of each feature, each row once."""
    return sorted({crc32(feature.encode()) % SIZE for feature in features})


def _hashed_twice(features: Iterable[str], language: str) -> list[int]:
    """The rows of the features, plain and with the language before them, as ``hashed`` gives them for both; its own hash is begun once."""
    begun = crc32(f"{language}:".encode())
    encoded = [feature.encode() for feature in features]
    return sorted({crc32(one) % SIZE for one in encoded} | {crc32(one, begun) % SIZE for one in encoded})


@cache
def load_model(path: Path = WEIGHTS) -> Model:
    """The model as trained.

    Raises:
        DataError: the weights are absent or no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            weights = np.zeros((SIZE, len(SIGNS)), dtype=np.float32)
            weights[stored["rows"]] = stored["weights"].astype(np.float32)
            return Model(weights, stored["bias"].astype(np.float32), float(stored["scale"]))
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"{path}: no weights to read ({error}); make them with: python -m extract.positions.train") from None


def save_model(path: Path, weights: NDArray[np.float32], bias: NDArray[np.float32], scale: float) -> None:
    """Stores the rows that have any weight, in half precision."""
    rows = np.flatnonzero(np.abs(weights).max(axis=1) > 0.004)
    np.savez_compressed(
        path, rows=rows.astype(np.int32), weights=weights[rows].astype(np.float16), bias=bias.astype(np.float32), scale=np.float32(scale)
    )
