"""Positions in running text: who is for or against what, in sentences of Chinese, Korean and English. A reading in, claims out."""

from extract.positions.read import read_positions

__all__ = ["read_positions"]
