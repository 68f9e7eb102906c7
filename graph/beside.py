"""Work in a copy of this process, while this one does other work: a function and what it is given in; what it answers or raises out."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, ParamSpec, TypeVar

from graph.errors import StoreError

Given = ParamSpec("Given")
Said = TypeVar("Said")


@dataclass(slots=True)
class Done(Generic[Said]):
    """Work that is done when its block is left; what it has answered is there then."""

    _answers: list[Said] = field(default_factory=list)

    @property
    def answer(self) -> Said:
        return self._answers[0]

    def take(self, answer: Said) -> None:
        self._answers.append(answer)


@contextmanager
def beside(work: Callable[Given, Said], *given: Given.args, **named: Given.kwargs) -> Iterator[Done[Said]]:
    """Does ``work`` while the block runs, and has done it when the block is left; where a process cannot be copied safely, before.

    Raises:
        StoreError: the copy was killed. What ``work`` raises is raised here.
    """
    done: Done[Said] = Done()
    if sys.platform != "linux":
        done.take(work(*given, **named))
        yield done
        return
    processes = multiprocessing.get_context("fork")
    said, saying = processes.Pipe(duplex=False)

    def run() -> None:
        try:
            saying.send((None, work(*given, **named)))
        except Exception as error:
            saying.send((error, None))

    process = processes.Process(target=run, daemon=True)
    process.start()
    saying.close()
    try:
        yield done
        try:
            error, answer = said.recv()
        except EOFError:
            raise StoreError("a process of ours was killed, perhaps for want of memory; run it again") from None
        if error is not None:
            raise error
        done.take(answer)
    finally:
        process.terminate()
        process.join()
