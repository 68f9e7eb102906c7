"""Memory of reading many documents: 1,000 copies of the sample documents with other states' names, streamed through the pipeline.

Run: ``python -m benchmarks.memory``. What counts is the growth between the first hundred and the last: flat means that nothing is
held from one document to the next.
"""

from __future__ import annotations

import resource
import tempfile
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from extract.ingest import ingest
from extract.names import load_names
from extract.pipeline import Read
from graph.settings import DATA
from graph.workspace import Workspace

COPIES = 1000


def main() -> None:
    grid = Table("documents", "claims", "peak memory, MB", "of the peak after 100", title="Reading many documents")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "documents"
        place.mkdir()
        write_copies(place)
        claims, first = 0, 0.0
        for number, answer in enumerate(ingest(Workspace(Path(folder) / "workspace"), [str(place)]), 1):
            claims += len(answer.extraction.claims) if isinstance(answer, Read) else 0
            if number in {100, 200, 500, COPIES}:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                first = first or peak
                grid.add_row(str(number), str(claims), f"{peak:.0f}", f"{peak / first:.2f}")
    Console().print(grid)


def write_copies(place: Path) -> None:
    """Copies of the samples in Chinese and English, in each the names of the states moved on by one more."""
    samples = [path for path in sorted((DATA / "sources").iterdir()) if path.suffix in {".txt", ".md"}]
    names = {
        language: [entity.names[language][0] for entity in load_names().entities if entity.kind == "State" and entity.names.get(language)]
        for language in ("en", "zh", "ko")
    }
    for number in range(COPIES):
        sample = samples[number % len(samples)]
        text = sample.read_text(encoding="utf-8")
        for states in names.values():
            for name, other in islice(zip(states, states[number % len(states) :], strict=False), 60):
                text = text.replace(name, other)
        (place / f"{number:04}-{sample.name}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
