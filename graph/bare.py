"""Importing a library without those that it takes along only where they happen to be there: their names in, a block to import it in out."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def without(*names: str) -> Iterator[None]:
    """While the block runs, libraries of these names that are not imported yet seem not to be there. Where other threads run, which may just want
    them, nothing is done."""
    modules: dict[str, Any] = sys.modules
    kept = [name for name in names if name not in modules] if threading.active_count() == 1 else []
    modules.update(dict.fromkeys(kept))
    try:
        yield
    finally:
        for name in kept:
            del modules[name]
