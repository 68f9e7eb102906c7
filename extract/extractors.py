"""Imports every module that registers an extractor; in which order they run, :func:`extract.reading.in_order` says."""

from extract import (
    citations,
    concept_mentions,
    definitions,
    members,
    participants,
    people,
    positions,
    recommendations,
    signatures,
    stance_lists,
    talks,
)
from extract.positions.views import read as views

__all__ = [
    "citations",
    "concept_mentions",
    "definitions",
    "members",
    "participants",
    "people",
    "positions",
    "recommendations",
    "signatures",
    "stance_lists",
    "talks",
    "views",
]
