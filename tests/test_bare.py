"""A library is imported without those it would take along; afterwards they are there as ever."""

from __future__ import annotations

import importlib
import subprocess
import sys
import threading

import pytest

from graph.bare import without
from graph.settings import ROOT


def test_what_is_kept_out_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "tabnanny", raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    with without("tabnanny", "json"):
        assert importlib.import_module("json").loads("1") == 1  # was there before
        with pytest.raises(ModuleNotFoundError):
            importlib.import_module("tabnanny")
    assert importlib.import_module("tabnanny").__name__ == "tabnanny"


def test_where_other_threads_run_nothing_is_kept_out() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with without("mailcap"):
            assert "mailcap" not in sys.modules
    finally:
        done.set()
        thread.join()


def test_a_server_is_asked_without_what_data_frames_need() -> None:
    opened = "import sys; from graph.store import open_store; open_store('bolt://localhost')"
    taken = "print(sorted({'numpy', 'pandas', 'pyarrow'} & {*sys.modules}))"
    then = "import pandas; from graph.interop import to_frames; print(pandas.DataFrame({'a': [1]}).a.sum())"
    said = subprocess.run([sys.executable, "-c", f"{opened}; {taken}; {then}"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert said.split() == ["[]", "1"]
