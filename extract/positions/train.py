"""``python -m extract.positions.train``: learns the sign from the frames of all languages and writes data/positions/weights.npz.

Wants scikit-learn, a tool of development only; reading needs numpy alone. The same frames and seed give the same weights.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

import numpy as np

from extract.language import languages
from extract.positions.generate import Example, examples
from extract.positions.model import SIGNS, SIZE, WEIGHTS, hashed, save_model
from extract.positions.words import frame_words


def main() -> None:
    """Makes sentences, fits the weights, says how well held-out sentences are told apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=9000, help="sentences made for each language")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--scale", type=float, default=0.75, help="how far probabilities are drawn to the middle (data/positions/README.md)")
    chosen = parser.parse_args()
    made: list[tuple[str, Example]] = []
    for language in languages():
        if frame_words(language).frames:
            own = [(language, one) for one in examples(language, chosen.count, chosen.seed)]
            print(f"{language}: {chosen.count} sentences, {len(own)} pairs, {dict(Counter(one.sign for _, one in own))}", file=sys.stderr)
            made += own
    _fit(made, chosen.scale)


def _fit(made: list[tuple[str, Example]], scale: float) -> None:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows = [hashed(one.features) for _, one in made]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    matrix = csr_matrix((np.ones(starts[-1], dtype=np.float32), np.concatenate([np.array(row) for row in rows]), starts), shape=(len(rows), SIZE))
    signs = np.array([SIGNS.index(one.sign) for _, one in made])
    held = np.array([hash_of(one.text) % 10 == 0 for _, one in made])
    learner = LogisticRegression(C=0.15, max_iter=60, tol=1e-3)
    learner.fit(matrix[~held], signs[~held])
    guessed = learner.predict(matrix[held])
    for language in sorted({language for language, _ in made}):
        own = np.array([name == language for name, _ in made])[held]
        print(f"{language}: {np.mean(guessed[own] == signs[held][own]):.3f} of held-out pairs right", file=sys.stderr)
    save_model(WEIGHTS, learner.coef_.T, learner.intercept_, scale)


def hash_of(text: str) -> int:
    """A number for a text, the same on every run."""
    from zlib import crc32

    return crc32(text.encode())


if __name__ == "__main__":
    main()
