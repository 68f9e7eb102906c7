"""Imports every module that registers an extractor; their order here is the order in which they run."""

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
