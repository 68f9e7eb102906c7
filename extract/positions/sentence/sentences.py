"""Sentences of a passage. Plain text in, stretches out; pure."""

from __future__ import annotations

from collections.abc import Iterator

from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.plain import Plain


def sentences(words: Lexicon, plain: Plain) -> Iterator[tuple[int, int]]:
    """The sentences' stretches, ascending; together they are the whole text."""
    start = 0
    for match in words.sentence_end.finditer(plain.text):
        end = match.end()
        if words.not_end.search(plain.text, max(start, match.start() - 12), match.start() + 1):
            continue
        if any(m.start < match.start() < m.end - 1 for m in plain.mentions):
            continue
        yield start, end
        start = end
    if start < len(plain.text):
        yield start, len(plain.text)
