"""Work in a copy of this process: it is done when the block is left, and what it raises arrives."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from graph.beside import beside
from graph.errors import DataError, StoreError


def refuse() -> None:
    raise DataError("line 3: no")


def test_it_is_done_when_the_block_is_left(tmp_path: Path) -> None:
    with beside((tmp_path / "here").write_text, "done", encoding="utf-8") as letters:
        (tmp_path / "there").write_text("done", encoding="utf-8")
    assert letters.answer == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "there"]


def test_what_it_raises_arrives() -> None:
    with pytest.raises(DataError, match="line 3: no"), beside(refuse):
        pass


def test_what_the_block_raises_ends_it(tmp_path: Path) -> None:
    with pytest.raises(KeyError), beside(signal.pause):
        raise KeyError


def test_one_that_was_killed_is_one_line() -> None:
    with pytest.raises(StoreError, match="a process of ours was killed"), beside(lambda: os.kill(os.getpid(), signal.SIGKILL)):
        pass
