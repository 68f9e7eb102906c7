"""Long documents a part at a time. Places in, the part that shows them out. Pure."""

from __future__ import annotations

from dataclasses import dataclass

SIZE = 60  # passages of a part


@dataclass(frozen=True, slots=True)
class Part:
    """Passages ``first…after`` (from 0) of ``total``; parts are counted from 1."""

    number: int
    first: int
    after: int
    total: int

    @property
    def parts(self) -> int:
        return max(1, -(-self.total // SIZE))


def part_of(total: int, *, number: int = 0, ordinal: int | None = None) -> Part:
    """The part of that number, else the one with the passage; without either the first. Numbers beyond the ends are the ends."""
    wanted = number if number > 0 else 1 + (ordinal or 0) // SIZE
    last = max(1, -(-total // SIZE))
    chosen = min(max(1, wanted), last)
    return Part(chosen, (chosen - 1) * SIZE, min(total, chosen * SIZE), total)
