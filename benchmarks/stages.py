"""Speed by stage and language, beside bare tools in the same run: how much does reading cost over a name scan, a tokenizer, a phrase matcher?

Run: ``python -m benchmarks.stages [PLACE…]``. Figures are megabytes of UTF-8 a second of one core, after all data are loaded; ratios matter,
absolute figures depend on the machine. Texts are those of the places (default: the fresh passages of the tests), and a dense synthetic one:
lines of the sample documents of data/sources in random order, each with a number behind it so that no two are the same and no cache helps.
The phrase matcher is spaCy's, with a blank tokenizer, over the same names and terms (``pip install spacy``; left out where it is absent).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import ahocorasick_rs
import rjieba
from kiwipiepy import Kiwi
from rich.console import Console
from rich.table import Table

from extract.files import find_files, read_source
from extract.layout import repair
from extract.mentions import find_mentions
from extract.names import load_names
from extract.pipeline import read_passages
from extract.source import Source
from extract.vocabulary.names import lexicon
from graph.ids import content_id
from graph.records import Document
from graph.settings import DATA
from graph.sourcemap import SourceMap

FRESH = Path(__file__).resolve().parents[1] / "tests" / "fresh"
SIZE = {"zh": 200_000, "en": 200_000, "ko": 80_000}  # bytes of synthetic text
WHOLE = "whole pipeline, positions and views"
BARE = ("bare tokenizer", "spaCy PhraseMatcher")
_RULES = {"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}}  # spaCy's own tokenizer for Korean wants MeCab


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="*", default=[str(FRESH)], help="files and folders of real texts")
    given = parser.parse_args()
    real = [read_source(found) for found in find_files(given.places) if isinstance(found, Path) and found.suffix in {".txt", ".md", ".html"}]
    grid = Table("language", "text", "stage", "MB/s", *(f"of {name}" for name in BARE), title="Speed by stage, one core")
    for language in ("en", "zh", "ko"):
        own = [source for source in real if main_language(source) == language]
        for name, sources in (("real", own), ("synthetic", [made_of_samples(language)])):
            if sources:
                add_rows(grid, language, name, sources)
                grid.add_section()
    Console(width=120).print(grid)


def add_rows(grid: Table, language: str, name: str, sources: list[Source]) -> None:
    """Measures every stage on the texts; each first runs once over all of them, so that nothing is loaded within its time."""
    size = sum(len(source.text.encode()) for source in sources) / 1e6
    speeds = {stage: size / fastest(run) for stage, run in stages(language, sources).items()}
    for stage, speed in speeds.items():
        ratios = (f"{speed / speeds[bare]:.3f}" if bare in speeds else "" for bare in BARE)
        grid.add_row(language, f"{name}, {size:.2f} MB", stage, f"{speed:.3f}", *ratios)


def stages(language: str, sources: list[Source]) -> dict[str, Callable[[], object]]:
    """What is timed, by name."""
    passages = [passage for source in sources for passage in repair(source).passages]
    texts, names = [passage.text for passage in passages], load_names()
    scan, tokenizer, phrases = matcher(), bare(language), phrase_matcher(language)
    found: dict[str, Callable[[], object]] = {
        "bare ahocorasick-rs scan": lambda: [scan.find_matches_as_indexes(each) for each in texts],
        "bare tokenizer": lambda: [tokenizer(each) for each in texts],
    }
    if phrases is not None:
        found["spaCy PhraseMatcher"] = lambda: [phrases(each) for each in texts]
    return found | {
        "layout repair": lambda: [repair(source) for source in sources],
        "names": lambda: [find_mentions(each, names) for each in passages],
        "whole pipeline, settled readers alone": lambda: [read_passages(source) for source in sources],
        WHOLE: lambda: [read_passages(source, preview=True) for source in sources],
    }


@cache
def phrases() -> tuple[str, ...]:
    """All names and terms that the data files know."""
    names = {name for entity in load_names().entities for each in entity.names.values() for name in each}
    return tuple(sorted(names | {name for _, name in lexicon().names}))


@cache
def matcher() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(list(phrases()), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


@cache
def bare(language: str) -> Callable[[str], object]:
    """The tokenizer that our reading of the language rests on; for English, blanks."""
    return {"zh": rjieba.cut, "ko": Kiwi(num_workers=1).tokenize, "en": str.split}[language]


def phrase_matcher(language: str) -> Callable[[str], object] | None:
    """spaCy's blank tokenizer and PhraseMatcher over the same names and terms; none where spaCy is not installed."""
    if find_spec("spacy") is None:
        return None
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp: Any = spacy.blank(language, config=_RULES if language == "ko" else {})
    known = PhraseMatcher(nlp.vocab)
    known.add("known", list(nlp.tokenizer.pipe(phrases())))
    return lambda text: known(nlp(text))


def main_language(source: Source) -> str:
    """The language of most passages' characters."""
    lengths: dict[str, int] = {}
    for passage in repair(source).passages:
        lengths[passage.language] = lengths.get(passage.language, 0) + len(passage.text.encode())
    return max(lengths, key=lambda one: lengths[one], default="")


def made_of_samples(language: str) -> Source:
    """A text of about ``SIZE[language]`` bytes from the paragraphs of the sample documents in a language."""
    lines = list(lines_in(language))
    chance, made, size = random.Random(7), list[str](), 0
    while size < SIZE[language]:
        made.append(f"{chance.choice(lines)} ({len(made)})")
        size += len(made[-1].encode()) + 1
    text = "\n".join(made)
    return Source(Document("bench", content_id(text.encode()), languages=(language,)), text, "plain", SourceMap.identity(len(text)))


def lines_in(language: str) -> Iterator[str]:
    for path in sorted((DATA / "sources").iterdir()):
        if path.suffix in {".txt", ".md", ".html"}:
            source = read_source(path)
            yield from (passage.text for passage in repair(source).passages if passage.language == language and len(passage.text) > 20)


def fastest(run: Callable[[], object], *, times: int = 3) -> float:
    """Processor seconds of the fastest of some runs, nothing remembered of the one before."""
    run()
    return min(timed(run) for _ in range(times))


def timed(run: Callable[[], object]) -> float:
    forget()
    start = time.process_time()
    run()
    return time.process_time() - start


def forget() -> None:
    """Empties whatever remembers texts: all caches of limited size, those of data patterns apart."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("extract.") and name != "extract.patterns" else ():
            if callable(getattr(value, "cache_parameters", None)) and value.cache_parameters()["maxsize"] is not None:
                value.cache_clear()


if __name__ == "__main__":
    main()
