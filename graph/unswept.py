"""Making very many records at once without Python's search for cycles among them, of which there are none: a block in, nothing out."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000  # objects more than before: once or twice a second
_opening = threading.Lock()
_before: list[tuple[int, int, int]] = []  # one for each block that is open, in whatever thread


@contextmanager
def unswept() -> Iterator[None]:
    """While the block runs, what is there already is not looked through, and what is made only seldom: that was a tenth of a load's own work,
    and of reading documents. Memory that no cycle holds is given back at once, as ever."""
    with _opening:
        _before.append(gc.get_threshold())
        gc.freeze()
        gc.set_threshold(_SELDOM, *_before[0][1:])
    try:
        yield
    finally:
        with _opening:
            first = _before[0]
            _before.pop()
            if not _before:
                gc.set_threshold(*first)
                gc.unfreeze()
