"""Putting a text together from pieces of another and remembering where each piece came from. Pieces in, text and map out."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.records import Skipped
from graph.sourcemap import Run, SourceMap, joined


@dataclass(frozen=True, slots=True)
class Woven:
    """A text made from another, the way back, and what was left out on the way."""

    text: str
    source_map: SourceMap
    skipped: tuple[Skipped, ...] = ()


@dataclass(slots=True)
class Weaver:
    """Collects pieces in the order of the new text."""

    _parts: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    length: int = 0

    def put(self, piece: str, source: int | None = None) -> None:
        """Appends ``piece``, which begins at ``source`` in the old text; ``None``: it was not there."""
        if source is not None and piece:
            self._runs.append((self.length, source, len(piece)))
        self._parts.append(piece)
        self.length += len(piece)

    def woven(self, *skipped: Skipped) -> Woven:
        """All that was put."""
        return Woven("".join(self._parts), SourceMap(tuple(joined(self._runs))), skipped)
