"""Quotes: the shortest run of words in a sentence that says what is recommended. A passage, a sentence and its cue in; a span out; pure."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.recommending.words import Cue, has
from graph.records import QUOTE_LIMIT, Passage
from graph.sourcemap import Span

_BREAK = re.compile(r"[，；;]|,(?=\s)")
_END = re.compile(r"[\s。．.；;，,：:、]*$")
_ENOUGH = {"zh": 18, "ko": 20}  # characters that can say it; other languages take more
_ENOUGH_ELSEWHERE = 40


def quote_span(passage: Passage, sentence: Span, cue: Cue | None) -> Span:
    """From the clause of the cue, without one from the first that does more than set the scene, to the end of one that says enough."""
    text = passage.text
    start, end = _trimmed(text, *sentence)
    edges = [start, *(m.end() for m in _BREAK.finditer(text, start, end)), end]
    clauses = [(low, high) for low, high in pairwise(edges) if high > low]
    first = _first(passage, clauses, cue)
    low = _trimmed(text, *clauses[first])[0]
    enough = low + _ENOUGH.get(passage.language, _ENOUGH_ELSEWHERE)
    stops = [high for at, high in clauses[first:] if high - low <= QUOTE_LIMIT]
    said = [high for at, high in clauses[first:] if enough <= high <= low + QUOTE_LIMIT and not has(text[at:high], passage.language, "scene")]
    stop = said[0] if said else stops[-1] if stops else _word_end(text, low + QUOTE_LIMIT)
    return _trimmed(text, low, stop)


def _first(passage: Passage, clauses: list[Span], cue: Cue | None) -> int:
    """The clause that the quote begins with."""
    if cue is None:
        return next((i for i, (low, high) in enumerate(clauses) if not has(passage.text[low:high], passage.language, "scene")), 0)
    at = next((i for i, (low, high) in enumerate(clauses) if low <= cue.start < high), 0)
    short = clauses[-1][1] - clauses[at][0] < _ENOUGH.get(passage.language, _ENOUGH_ELSEWHERE)
    return max(0, at - 1) if short else at


def _word_end(text: str, at: int) -> int:
    """The last place up to ``at`` where no word is cut."""
    blank = text.rfind(" ", at - 30, at + 1)
    return blank if blank > 0 else at


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    tail = _END.search(part)
    kept = part[: tail.start()] if tail is not None else part
    return start + len(kept) - len(kept.lstrip()), start + len(kept)
