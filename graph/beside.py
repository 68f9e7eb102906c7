"""Work in a copy of this process, while this one does other work: a function and what it is given in; what it raises out."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec

from graph.errors import StoreError

Given = ParamSpec("Given")


@contextmanager
def beside(work: Callable[Given, object], *given: Given.args, **named: Given.kwargs) -> Iterator[None]:
    """Does ``work`` while the block runs, and has done it when the block is left; where a process cannot be copied safely, before.

    Raises:
        StoreError: the copy was killed. What ``work`` raises is raised here.
    """
    if sys.platform != "linux":
        work(*given, **named)
        yield
        return
    processes = multiprocessing.get_context("fork")
    said, saying = processes.Pipe(duplex=False)

    def run() -> None:
        try:
            work(*given, **named)
            saying.send(None)
        except Exception as error:
            saying.send(error)

    process = processes.Process(target=run, daemon=True)
    process.start()
    saying.close()
    try:
        yield
        try:
            error = said.recv()
        except EOFError:
            raise StoreError("a process of ours was killed, perhaps for want of memory; run it again") from None
        if error is not None:
            raise error
    finally:
        process.terminate()
        process.join()
