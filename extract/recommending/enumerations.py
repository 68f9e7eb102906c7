"""Enumerations inside a paragraph: «…: first, …; second, …». A passage in; the lead-in and the items out; pure."""

from __future__ import annotations

import re
from functools import cache

from extract.recommending.words import recommending_words
from extract.sought import Patterns
from graph.records import Passage
from graph.sourcemap import Span

_TAIL = re.compile(r"[\s;；,，.。、]*(?:\band\b)?[\s;；,，.。、]*$")


def enumerated(passage: Passage) -> tuple[Span, tuple[Span, ...]] | None:
    """The lead-in (it may be empty) and two or more items of the first series of ordinals in a paragraph, if it has one."""
    for number in _ordinals(passage.language).possible(passage.text):
        marks = list(_ordinals(passage.language).patterns[number].finditer(passage.text))
        if len(marks) > 1:
            edges = [*(mark.start() for mark in marks[1:]), len(passage.text)]
            items = tuple(_trimmed(passage.text, mark.end(), edge) for mark, edge in zip(marks, edges, strict=True))
            if all(re.search(r"\w", passage.text[low:high]) for low, high in items):
                return (_sentence_start(passage.text, marks[0].start()), marks[0].start()), items
    return None


@cache
def _ordinals(language: str) -> Patterns:
    return Patterns(re.compile(pattern, re.IGNORECASE) for pattern in recommending_words(language).ordinals)


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    kept = part[: (tail.start() if (tail := _TAIL.search(part)) is not None else len(part))]
    low = len(kept) - len(kept.lstrip())
    return start + low, start + len(kept)


def _sentence_start(text: str, before: int) -> int:
    """Where the sentence that leads in begins."""
    starts = [0, *(match.end() for match in re.finditer(r"[。！？]|[.!?]\s", text[:before]))]
    inside = [at for at in starts if text[at:before].strip()]
    return inside[-1] if inside else before
