"""``python -m extract.positions.train``: learns the sign from the frames of all languages and writes data/positions/weights.npz.

Wants scikit-learn, a tool of development only; reading needs numpy alone. The same frames and seed give the same weights.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from extract.language import languages
from extract.positions.pack.frame_words import frame_words
from extract.positions.sign.generate import Example, examples
from extract.positions.sign.model import SIGNS, SIZE, WEIGHTS, hashed, save_model


def main() -> None:
    """Makes sentences, fits the weights, says how well held-out sentences are told apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=13000, help="sentences made for each language and seed")
    parser.add_argument("--seeds", type=int, nargs="+", default=[7, 8, 9], help="the weights are the mean of those fitted with each")
    parser.add_argument("--scale", type=float, default=0.75, help="how far probabilities are drawn to the middle (data/positions/README.md)")
    chosen = parser.parse_args()
    fitted = [_fit(_made(chosen.count, seed)) for seed in chosen.seeds]
    weights, bias = (np.mean(each, axis=0) for each in zip(*fitted, strict=True))
    save_model(WEIGHTS, weights, bias, chosen.scale)


def _made(count: int, seed: int) -> list[tuple[str, Example]]:
    made: list[tuple[str, Example]] = []
    for language in languages():
        if frame_words(language).frames:
            own = [(language, one) for one in examples(language, count, seed)]
            print(f"{language}: {count} sentences, {len(own)} pairs, {dict(Counter(one.sign for _, one in own))}", file=sys.stderr)
            made += own
    return made


def _fit(made: list[tuple[str, Example]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights (features × signs) and bias."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [hashed(one.features) for _, one in made]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    matrix = csr_matrix((np.ones(starts[-1], dtype=np.float32), np.concatenate([np.array(row) for row in rows]), starts), shape=(len(rows), SIZE))
    signs = np.array([SIGNS.index(one.sign) for _, one in made])
    held = np.array([hash_of(one.text) % 10 == 0 for _, one in made])
    learner = LogisticRegression(C=0.15, max_iter=120, tol=1e-3)
    learner.fit(matrix[~held], signs[~held])
    guessed = learner.predict(matrix[held])
    for language in sorted({language for language, _ in made}):
        own = np.array([name == language for name, _ in made])[held]
        print(f"{language}: {np.mean(guessed[own] == signs[held][own]):.3f} of held-out pairs right", file=sys.stderr)
    return learner.coef_.T, learner.intercept_


def hash_of(text: str) -> int:
    """A number for a text, the same on every run."""
    from zlib import crc32

    return crc32(text.encode())


if __name__ == "__main__":
    main()
