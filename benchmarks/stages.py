"""Speed by stage and language, beside bare tools in the same run: how many times slower than a bare name scan or tokenizer?

Run: ``python -m benchmarks.stages``. Figures are megabytes of UTF-8 a second on one core; ratios matter, absolute figures depend on
the machine. The texts are lines of the sample documents of data/sources in random order, each with a number behind it so that no two
are the same and no cache helps. They are dense: most lines hold names, and every second one a claim.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable

import ahocorasick_rs
import rjieba
from kiwipiepy import Kiwi
from rich.console import Console
from rich.table import Table

from extract.files import read_source
from extract.layout import repair
from extract.mentions import find_mentions
from extract.names import load_names
from extract.pipeline import read_passages
from extract.source import Source
from extract.tokens import tokens
from graph.ids import content_id
from graph.records import Document
from graph.settings import DATA
from graph.sourcemap import SourceMap

SIZE = {"zh": 200_000, "en": 200_000, "ko": 80_000}  # bytes: Kiwi reads about 0.1 MB/s


def main() -> None:
    names = load_names()
    surfaces = sorted({surface for entity in names.entities for each in entity.names.values() for surface in each})
    matcher = ahocorasick_rs.AhoCorasick(surfaces, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    bare: dict[str, Callable[[str], object]] = {"zh": rjieba.cut, "ko": Kiwi().tokenize, "en": str.split}
    grid = Table("language", "stage", "MB/s", "of bare scan", "of bare tokenizer", title="Speed by stage, one core")
    for language in ("zh", "ko", "en"):
        text = made_of_samples(language)
        source = Source(Document("bench", content_id(text.encode()), languages=(language,)), text, "plain", SourceMap.identity(len(text)))
        passages = repair(source).passages
        texts = [passage.text for passage in passages]
        bare[language](texts[0])
        find_mentions(passages[0], names)
        stages: dict[str, Callable[[], object]] = {
            "bare ahocorasick-rs scan": lambda t=texts: [matcher.find_matches_as_indexes(each) for each in t],  # type: ignore[misc]
            "bare tokenizer": lambda t=texts, cut=bare[language]: [cut(each) for each in t],  # type: ignore[misc]
            "layout repair": lambda s=source: repair(s),  # type: ignore[misc]
            "names": lambda p=passages: [find_mentions(each, names) for each in p],  # type: ignore[misc]
            "whole pipeline": lambda s=source: read_passages(s),  # type: ignore[misc]
        }
        speeds = {stage: len(text.encode()) / 1e6 / fastest(run) for stage, run in stages.items()}
        for stage, speed in speeds.items():
            scan, tokenizer = (speed / speeds[name] for name in ("bare ahocorasick-rs scan", "bare tokenizer"))
            grid.add_row(language, stage, f"{speed:.2f}", f"{scan:.3f}", f"{tokenizer:.3f}")
    Console().print(grid)


def made_of_samples(language: str) -> str:
    """A text of about ``SIZE[language]`` bytes from the paragraphs of the sample documents in a language."""
    lines = list(lines_in(language))
    chance, made, size = random.Random(7), [], 0
    while size < SIZE[language]:
        made.append(f"{chance.choice(lines)} ({len(made)})")
        size += len(made[-1].encode()) + 1
    return "\n".join(made)


def lines_in(language: str) -> Iterable[str]:
    for path in sorted((DATA / "sources").iterdir()):
        if path.suffix in {".txt", ".md", ".html"}:
            source = read_source(path)
            yield from (passage.text for passage in repair(source).passages if passage.language == language and len(passage.text) > 20)


def fastest(run: Callable[[], object], *, times: int = 2) -> float:
    taken = []
    for _ in range(times):
        tokens.cache_clear()
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    main()
