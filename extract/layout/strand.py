"""Strands: stretches of text that know where in the working text each of their characters stood. Offsets in, offsets out; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.sourcemap import Run, SourceMap, Span, joined


@dataclass(frozen=True, slots=True)
class Strand:
    """``text``, and the map of its characters to the working text; characters without a run were put in by the repair."""

    text: str
    map: SourceMap

    @classmethod
    def of(cls, body: str, start: int) -> Strand:
        """``body``, which stands at ``start`` of the working text."""
        return cls(body, SourceMap.identity(len(body), source=start))

    def cut(self, start: int, end: int) -> Strand:
        """The characters ``start…end``."""
        return Strand(self.text[start:end], self.map.cut(start, end))

    def drop(self, length: int) -> Strand:
        """All but the first ``length`` characters and the white space after them."""
        rest = self.text[length:]
        return self.cut(len(self.text) - len(rest.lstrip()), len(self.text)) if length else self

    @property
    def start(self) -> int:
        """Where its first character stood in the working text."""
        return self.map.runs[0][1] if self.map.runs else 0

    def without(self, spans: Iterable[Span]) -> Strand:
        """The strand with the characters of ``spans`` (ascending, apart) taken out."""
        kept: list[str] = []
        runs: list[Run] = []
        queue = list(self.map.runs)[::-1]
        at = removed = 0
        for start, end in [*spans, (len(self.text), len(self.text))]:
            kept.append(self.text[at:start])
            while queue and queue[-1][0] < end:
                low, source, length = queue.pop()
                before = max(0, min(low + length, start) - low)
                runs.append((low - removed, source, before))
                if low + length > end:
                    queue.append((end, source + end - low, low + length - end) if end > low else (low, source, length))
            removed += end - start
            at = end
        return Strand("".join(kept), SourceMap(tuple(joined(runs))))


def chain(pieces: Iterable[Strand | str]) -> Strand:
    """The pieces one after the other; a plain string is put in by the repair and comes from nowhere."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, Strand):
            runs.extend((length + start, source, size) for start, source, size in piece.map.runs)
            piece = piece.text
        texts.append(piece)
        length += len(piece)
    return Strand("".join(texts), SourceMap(tuple(joined(runs))))
