"""Garbage is looked for seldom in the block, and as before after it."""

from __future__ import annotations

import gc

import pytest

from graph.unswept import unswept


def test_it_holds_for_the_block_alone_even_when_that_fails() -> None:
    before = gc.get_threshold()

    def fail() -> None:
        with unswept():
            assert gc.get_threshold()[0] > 10 * before[0]
            assert gc.get_freeze_count() > 0
            raise ValueError("in the block")

    with pytest.raises(ValueError, match="in the block"):
        fail()
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


def test_the_last_of_several_blocks_ends_it() -> None:
    before = gc.get_threshold()
    first, second = unswept(), unswept()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold() != before
    second.__exit__(None, None, None)
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
