"""Logistic regression held near where it starts: penalised maximum likelihood by Newton's method. Judged inputs in, weights out; pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def fitted(inputs: Array, right: Array, *, start: Array, held: Array) -> Array:
    """The likeliest weights: a column of ``inputs`` each; ``held`` says how strongly each is held at its ``start`` (0: not at all)."""
    weights, penalty = start.copy(), np.diag(held)

    def loss(tried: Array) -> float:
        score, away = inputs @ tried, tried - start
        return float(np.sum(np.logaddexp(0, score) - right * score) + away @ penalty @ away / 2)

    for _ in range(50):
        expected = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (expected - right) + penalty @ (weights - start)
        curve = (inputs * (expected * (1 - expected))[:, None]).T @ inputs + penalty
        step = np.linalg.solve(curve, slope)
        while loss(weights - step) > loss(weights) and np.abs(step).max() > 1e-9:
            step /= 2  # a step too far
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return weights
