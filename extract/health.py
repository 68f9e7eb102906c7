"""What works here: each part tried once, with what was found. For `rapporteur doctor`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from graph.errors import RapporteurError
from graph.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Check:
    """A part that was tried: whether it works, and what was found or what to do."""

    part: str
    ok: bool
    finding: str


def examine(workspace: Workspace, store: str | None) -> Iterator[Check]:
    """Tries every part the program needs, one after the other; a part that fails does not stop the others."""
    trials: dict[str, Callable[[], str]] = {
        "python": _python,
        "language packs": _languages,
        "names": _names,
        "concepts": _concepts,
        "Chinese tokenizer": lambda: _tokens("联合国大会", "zh"),
        "Korean tokenizer": lambda: _tokens("유엔 총회는 열렸다", "ko"),
        "reports": _reports,
        "fonts": _fonts,
        "embedded store": _embedded,
        "workspace": lambda: _workspace(workspace),
        "graph": lambda: _graph(store or str(workspace.store), needed=store is not None),
    }
    for part, trial in trials.items():
        try:
            yield Check(part, True, trial())
        except (RapporteurError, ImportError, OSError, subprocess.SubprocessError) as error:
            yield Check(part, False, " ".join(str(error).split()))


def _python() -> str:
    return f"{sys.version.split()[0]}, rapporteur {version('rapporteur')}"


def _languages() -> str:
    from extract.language import languages

    return ", ".join(languages())


def _names() -> str:
    from extract.names import load_names

    entities = load_names().entities
    return f"{sum(entity.kind == 'State' for entity in entities)} states, {len(entities)} names in all"


def _concepts() -> str:
    from graph.concepts import load_concepts

    concepts = load_concepts()
    return f"{sum(each.kind == 'Concept' for each in concepts)} concepts, {sum(each.kind == 'Proposal' for each in concepts)} proposals"


def _tokens(text: str, language: str) -> str:
    from extract.tokens import tokens

    return " | ".join(text[token.start : token.end] for token in tokens(text, language))


def _reports() -> str:
    from graph.queries import load_reports

    return f"{len(load_reports())} reports, all in the Cypher that both stores understand"


#: What fontconfig calls the languages whose letters a plain system may lack.
_LETTERS = {"zh-cn": "Chinese", "ko": "Korean"}


def _fonts() -> str:
    """Only told, never an error: what counts is the machine of the browser, which may be another one."""
    if shutil.which("fc-list") is None:
        return "cannot be looked up here (no fc-list); a browser on macOS or Windows has those for Chinese and Korean"
    families = {name: _family(code) for code, name in _LETTERS.items()}
    absent = [name for name, family in families.items() if not family]
    if absent:
        return (
            f"none for {' and '.join(absent)}: a browser on this machine shows boxes; install Noto CJK (Debian, Ubuntu: apt install fonts-noto-cjk)"
        )
    return ", ".join(f"{name}: {family}" for name, family in families.items())


def _family(code: str) -> str:
    """A font with the letters of a language, by name; «» where there is none."""
    asked = ["fc-list", f":lang={code}", "--format", "%{family[0]}\n"]
    found = subprocess.run(asked, capture_output=True, text=True, timeout=30, check=False).stdout.split("\n")
    return min(filter(None, found), key=lambda name: (not name.startswith("Noto Sans"), name), default="")


def _embedded() -> str:
    from graph.model import Graph, Part
    from graph.store import open_store

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "trial.kgl") as store:
        store.write(Graph(Part()))
        rows = store.read("RETURN 1 AS one", limit=1, timeout=5).rows
    return f"written and read back ({len(rows)} row)"


def _workspace(workspace: Workspace) -> str:
    documents = workspace.documents()
    return f"{workspace.folder}: {len(documents)} documents" if documents else f"{workspace.folder}: empty; rapporteur run fills it"


def _graph(url: str, *, needed: bool) -> str:
    from graph.store import open_store

    if not needed and not Path(url).exists():
        return "none yet; rapporteur load makes it"
    with open_store(url) as store:
        return store.condition()
