"""Source maps: which characters of a source text a repaired text came from. Offsets in, offsets out; pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Run = tuple[int, int, int]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Runs ``(start, source, length)``: characters ``start…start+length`` of the text are ``source…source+length`` of its source.

    Runs ascend by ``start`` and do not overlap. Characters of the text that no run covers were put in by the repair
    (a joining space, say) and come from nowhere.
    """

    runs: tuple[Run, ...] = ()

    @classmethod
    def identity(cls, length: int, *, source: int = 0) -> SourceMap:
        """The map of a text that is ``length`` characters of its source, beginning at ``source``."""
        return cls(((0, source, length),) if length else ())

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The source's spans of the text's characters ``start…end``, in the order of the text, neighbours united."""
        found: list[Span] = []
        for low, source, length in self._runs_between(start, end):
            first, last = max(start, low), min(end, low + length)
            span = (source + first - low, source + last - low)
            if found and found[-1][1] == span[0]:
                found[-1] = (found[-1][0], span[1])
            else:
                found.append(span)
        return tuple(found)

    def through(self, outer: SourceMap) -> SourceMap:
        """This map followed by ``outer``: text → middle → source becomes text → source."""
        runs: list[Run] = []
        for start, middle, length in self.runs:
            for low, source, size in outer._runs_between(middle, middle + length):
                first, last = max(middle, low), min(middle + length, low + size)
                runs.append((start + first - middle, source + first - low, last - first))
        return SourceMap(tuple(joined(runs)))

    def cut(self, start: int, end: int) -> SourceMap:
        """The map of the text's slice ``start:end``."""
        runs = []
        for low, source, length in self._runs_between(start, end):
            first, last = max(start, low), min(end, low + length)
            runs.append((first - start, source + first - low, last - first))
        return SourceMap(tuple(runs))

    def _runs_between(self, start: int, end: int) -> Iterator[Run]:
        at = max(0, bisect_right(self.runs, start, key=lambda run: run[0]) - 1)
        for index in range(at, len(self.runs)):
            run = self.runs[index]
            if run[0] >= end:
                return
            if run[0] + run[2] > start:
                yield run


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The same runs, those that continue one another made one; empty ones left out."""
    held: Run | None = None
    for start, source, length in runs:
        if not length:
            continue
        if held and held[0] + held[2] == start and held[1] + held[2] == source:
            held = (held[0], held[1], held[2] + length)
            continue
        if held:
            yield held
        held = (start, source, length)
    if held:
        yield held
