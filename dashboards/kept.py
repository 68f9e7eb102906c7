"""What is worked out once and shared by all readers: a key and a way to work it out go in, the same answer comes out until it is dropped.

Streamlit's own caches look every argument over at each question and write down what was drawn meanwhile; a page asks hundreds of times, so that this
alone took longer than the page. Answers are shared: read them only.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class _Entry:
    """An answer, or the wait for it."""

    making: threading.Lock = field(default_factory=threading.Lock)
    made: bool = False
    answer: Any = None


@dataclass(slots=True)
class Kept:
    """The answers used last, at most ``most``. Who asks for one that is being worked out waits for it; an error is not kept."""

    most: int
    _entries: OrderedDict[Hashable, _Entry] = field(default_factory=OrderedDict)
    _looking: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The answer of a key, made where there is none."""
        with self._looking:
            entry = self._entries.get(key)
            if entry is None:
                entry = self._entries[key] = _Entry()
                while len(self._entries) > self.most:
                    self._entries.popitem(last=False)
            else:
                self._entries.move_to_end(key)
        if not entry.made:
            with entry.making:
                if not entry.made:
                    entry.answer = make()
                    entry.made = True
        return entry.answer

    def clear(self) -> None:
        """Drops all answers."""
        with self._looking:
            self._entries.clear()
