"""Making very many records at once without Python's search for cycles among them, of which there are none: a block in, nothing out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000  # objects more than before: once or twice a second


@contextmanager
def unswept() -> Iterator[None]:
    """While the block runs, what is there already is not looked through, and what is made only seldom: that was a third of a load's own work.
    Memory that no cycle holds is given back at once, as ever."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
