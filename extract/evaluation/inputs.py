"""Gold claims and the claims to judge, from files and the workspace. Paths in, checked rows out; the only reader here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.evaluation.matching import Row
from extract.evaluation.scoring import document_of
from extract.sources.scripts_used import read_languages
from graph import jsonl
from graph.errors import DataError, InputError
from graph.ontology import load_ontology
from graph.records import Passage
from graph.workspace import Extraction, Workspace

UNKNOWN = "?"  # the language of a document of which we know no words


@dataclass(frozen=True, slots=True)
class System:
    """What was found: rows of claims; by document as the gold names it, its passages (none where only claims are known) and its language."""

    claims: tuple[Row, ...]
    languages: dict[str, str]
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)


def gold_files(places: Iterable[Path]) -> tuple[Path, ...]:
    """The files of the places; a folder stands for all ``.jsonl`` files in it, by name.

    Raises:
        InputError: a place is not there, or a folder holds no such file.
    """
    found: list[Path] = []
    for each in places:
        files = sorted(each.glob("*.jsonl")) if each.is_dir() else [each]
        if not files or not files[0].exists():
            raise InputError(f"{each}: no gold claims here; name files in the form of GUIDE.md (.jsonl), or a folder of them")
        found += files
    return tuple(dict.fromkeys(found))


def read_gold(paths: Iterable[Path]) -> tuple[Row, ...]:
    """The gold claims of the files.

    Raises:
        InputError: a file cannot be read.
        DataError: a line is no claim in the form of GUIDE.md; the message names file and claim.
    """
    rows: list[Row] = []
    for path in paths:
        for number, row in enumerate(_rows(path), 1):
            _check(row, f"{path}, claim {number}")
            rows.append(row)
    if not rows:
        raise DataError(f"{', '.join(map(str, paths))}: no claims in it; a text without positions has a line of relation NONE")
    return tuple(rows)


def system_of_file(path: Path, gold: Sequence[Row]) -> System:
    """The claims of a JSONL file (``rapporteur extract``'s, or anyone's in the form of GUIDE.md).

    Raises:
        InputError: the file cannot be read.
        DataError: a line is no claim, or the file has claims, but none of a document that the gold names.
    """
    claims = tuple(_rows(path))
    for number, row in enumerate(claims, 1):
        if not isinstance(row.get("doc"), str) or not isinstance(row.get("relation"), str):
            raise DataError(f"{path}, claim {number}: a claim needs doc and relation")
    names = documents_of(gold)
    if claims and not any(document_of(row["doc"], names) for row in claims):
        raise DataError(f"{path}: no claim is of a document the gold names ({_some(names)}); give the gold of these documents")
    return System(claims, _languages(gold, claims))


def system_of_workspace(workspace: Workspace, gold: Sequence[Row]) -> System:
    """The claims and passages of the workspace's documents that the gold names.

    Raises:
        DataError: the gold names a document that is not in the workspace.
    """
    names = documents_of(gold)
    absent = names - {document_of(document.id, names) for document in workspace.documents()}
    if absent:
        raise DataError(f"{workspace.folder}: holds no document {_some(absent)} that the gold names; read it with rapporteur extract first")
    claims: list[Row] = []
    passages, languages = {}, {}
    for extraction in workspace.extractions():
        name = document_of(extraction.document.id, names)
        if name is not None:
            passages[name] = extraction.passages
            languages[name] = _language(extraction)
            claims += map(jsonl.claim_row, extraction.claims)
    return System(tuple(claims), languages, passages)


def documents_of(gold: Iterable[Row]) -> set[str]:
    return {row["doc"] for row in gold}


def _rows(path: Path) -> Iterator[jsonl.Row]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from jsonl.rows(file, place=str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a file of claims, one JSON object a line") from None
    except UnicodeDecodeError:
        raise DataError(f"{path}: is not UTF-8 text; claims are JSON lines in UTF-8") from None


def _check(row: Row, place: str) -> None:
    """A claim has its two ends and its place; ``NONE`` is said of a whole document."""
    for key in ("doc", "relation") if row.get("relation") == "NONE" else ("doc", "loc", "relation"):
        if not isinstance(row.get(key), str):
            raise DataError(f"{place}: has no {key}; GUIDE.md describes the fields")
    if row["relation"] not in {"NONE", *load_ontology().relations}:
        raise DataError(f"{place}: there is no relation {row['relation']}; data/ontology.yaml lists them")
    for key in () if row["relation"] == "NONE" else ("subject", "object"):
        end = row.get(key)
        if not isinstance(end, dict) or "id" not in end or "kind" not in end:
            raise DataError(f"{place}: its {key} has no kind and id; GUIDE.md describes the fields")


def _language(extraction: Extraction) -> str:
    """The document's first language, or that of most of its passages where it names none."""
    passages = Counter(passage.language for passage in extraction.passages)
    return next(iter(extraction.document.languages), max(passages, key=passages.__getitem__, default=UNKNOWN))


def _languages(gold: Iterable[Row], claims: Iterable[Row]) -> dict[str, str]:
    """The language of most claims of a document; where they do not say, that of the gold's quotes."""
    quotes, said = defaultdict[str, list[str]](list), defaultdict[str, Counter[str]](Counter)
    for row in gold:
        quotes[row["doc"]].append(str(row.get("quote") or ""))
    for row in claims:
        document = document_of(row["doc"], quotes)
        if document is not None and row.get("language"):
            said[document][str(row["language"])] += 1
    of_quotes = {document: next(iter(read_languages("\n".join(words))), UNKNOWN) for document, words in quotes.items()}
    return {document: max(said[document], key=said[document].__getitem__) if said[document] else of_quotes[document] for document in quotes}


def _some(names: Iterable[str]) -> str:
    """The first names, and how many more."""
    first, *rest = sorted(names)
    return ", ".join([first, *rest[:3]]) + (f" and {len(rest) - 3} more" if len(rest) > 3 else "")
