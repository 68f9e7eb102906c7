"""The sentences with gaps from which the sign is learned: what data/languages/<code>/positions_frames.yaml may say. A language code in, words out."""

from __future__ import annotations

from functools import cache

from extract.language import Words, section
from extract.positions.pack.words import Patterns


class FrameWords(Words):
    """Section ``positions_frames``: sentences with gaps, from which the sign is learned."""

    holders: Patterns = ()
    groups: Patterns = ()
    speakers: Patterns = ()
    targets: dict[str, Patterns] = {}
    law: Patterns = ()
    inverse: dict[str, Patterns] = {}
    pledges: Patterns = ()
    views: Patterns = ()
    themes: Patterns = ()
    openings: Patterns = ()
    reasons: Patterns = ()
    joints: Patterns = ()
    building: dict[str, Patterns] = {}
    clauses: dict[str, Patterns] = {}
    claims: dict[str, Patterns] = {}
    asides: Patterns = ()
    tails: Patterns = ()
    frames: dict[str, Patterns] = {}
    law_frames: dict[str, Patterns] = {}
    inverse_frames: dict[str, Patterns] = {}
    pledge_frames: dict[str, Patterns] = {}
    building_frames: dict[str, Patterns] = {}
    clause_frames: dict[str, Patterns] = {}
    claim_frames: dict[str, Patterns] = {}
    view_frames: dict[str, Patterns] = {}
    impersonal: dict[str, Patterns] = {}
    silent_frames: dict[str, Patterns] = {}
    silents: Patterns = ()
    dropped: dict[str, Patterns] = {}
    dropped_clauses: dict[str, Patterns] = {}
    dropped_views: dict[str, Patterns] = {}
    mixed: Patterns = ()


@cache
def frame_words(language: str) -> FrameWords:
    """The section ``positions_frames`` of a language."""
    return section(language, "positions_frames", FrameWords)
