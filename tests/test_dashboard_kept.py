"""What is kept for all readers: worked out once, however many ask at once; errors are not kept, and nothing outlives the graph it is of."""

import os
import threading

import pytest

from dashboards import access
from dashboards.kept import Kept


def test_many_who_ask_at_once_wait_for_one_working_out():
    kept, made, together = Kept(5), [], threading.Barrier(8)

    def make():
        made.append(1)
        threading.Event().wait(0.05)
        return "answer"

    def ask(found):
        together.wait()
        found.append(kept.get("key", make))

    found = []
    threads = [threading.Thread(target=ask, args=(found,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (found, made) == (["answer"] * 8, [1])


def test_an_error_is_not_kept():
    kept = Kept(5)
    with pytest.raises(ZeroDivisionError):
        kept.get("key", lambda: 1 // 0)
    assert kept.get("key", lambda: 2) == 2


def test_the_answers_used_last_are_kept():
    kept = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda key=key: [key])
    assert kept.get("a", list) == ["a"]
    assert kept.get("b", list) == []


def test_a_changed_store_is_asked_anew(small_workspace, monkeypatch):
    monkeypatch.setenv("RAPPORTEUR_WORKSPACE", str(small_workspace.folder))
    monkeypatch.delenv("RAPPORTEUR_STORE", raising=False)
    asked = []

    @access.once(3)
    def of(number):
        asked.append(number)
        return number

    of(1), of(1), of(2)
    os.utime(small_workspace.store)
    of(1)
    assert asked == [1, 2, 1]
