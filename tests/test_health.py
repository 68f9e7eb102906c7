"""`rapporteur doctor` says whether the letters of all languages can be drawn here, and what to install."""

import pytest

from extract.health import examine
from graph.workspace import Workspace


def fonts(folder):
    return next(check for check in examine(Workspace(folder), None) if check.part == "fonts")


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("echo 'Noto Sans CJK KR'", "Chinese: Noto Sans CJK KR, Korean: Noto Sans CJK KR"),
        (
            "case $1 in *ko) ;; *) echo Sung; echo 'Noto Sans CJK SC';; esac",
            "none for Korean: a browser on this machine shows boxes; install Noto CJK",
        ),
        ("exit 0", "none for Chinese and Korean"),
        (None, "cannot be looked up here"),
    ],
    ids=["both", "no Korean", "neither", "no fontconfig"],
)
def test_fonts_are_told_and_never_an_error(tmp_path, monkeypatch, listed, said):
    if listed is not None:
        program = tmp_path / "fc-list"
        program.write_text(f"#!/bin/sh\n{listed}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = fonts(tmp_path)
    assert found.ok
    assert found.finding.startswith(said)
