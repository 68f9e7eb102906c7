"""axe-core, which finds what keeps people from using a page: fetched by npm when it is first needed, then kept beside Neo4j's jars.

Where npm cannot fetch it, tests fail.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

VERSION, SHA256 = "4.14.1", "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
GRAVE = ("serious", "critical")
_SCRIPT = "package/axe.min.js"


def axe() -> str:
    """The script."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapporteur-tests"
    kept = cache / f"axe-core-{VERSION}.min.js"
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "axe.lock"):
        if not kept.exists():
            _fetch(cache, kept)
    content = kept.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        pytest.fail(f"{kept} is not axe-core {VERSION}: remove it, and run again")
    return content.decode("utf-8")


def _fetch(cache: Path, place: Path) -> None:
    fresh = Path(tempfile.mkdtemp(dir=cache))
    try:
        subprocess.run(["npm", "pack", f"axe-core@{VERSION}", "--silent"], cwd=fresh, check=True, capture_output=True, text=True, timeout=300)
        with tarfile.open(next(fresh.glob("*.tgz"))) as packed:
            packed.extract(_SCRIPT, fresh, filter="data")
        (fresh / _SCRIPT).rename(place)
    except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError) as error:
        pytest.fail(f"axe-core cannot be fetched by npm: {error} {getattr(error, 'stderr', '')}")
    finally:
        shutil.rmtree(fresh)


def violations(page: Any) -> list[tuple[str, str, str]]:
    """The grave ones of a page: rule, selector, and what is there."""
    page.evaluate(axe())
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    grave = [(rule["id"], node) for rule in found if rule["impact"] in GRAVE for node in rule["nodes"]]
    return [(rule, " ".join(map(str, node["target"])), node["html"][:200]) for rule, node in grave]
