"""Overlapping spans as pieces that do not overlap. Text and spans in, pieces with the spans that cover each out. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start…end`` of a text, marked as ``name``."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with all spans that cover it, the longest first."""

    text: str
    names: tuple[str, ...]


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """The text cut where a span begins or ends; the pieces joined are the text. Spans beyond the text are cut to it."""
    within = [Span(max(0, span.start), min(len(text), span.end), span.name) for span in spans]
    held = sorted((span for span in within if span.start < span.end), key=lambda span: (span.start - span.end, span.start, span.name))
    cuts = sorted({0, len(text), *(place for span in held for place in (span.start, span.end))})
    return [Piece(text[start:end], tuple(span.name for span in held if span.start <= start and end <= span.end)) for start, end in pairwise(cuts)]
