"""The sample documents: reading each gives at least what tests/sources_expected.yaml says, and not much more."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import Extraction, read_document
from graph.datafiles import read_yaml
from graph.settings import DATA

FOLDER = DATA / "sources"
EXPECTED: dict[str, dict[str, Any]] = read_yaml(Path(__file__).with_name("sources_expected.yaml"))
DOCUMENTS = {path.stem: path for path in FOLDER.iterdir() if path.suffix != ".yaml"}
COUNTS = [
    pytest.param(name, relation, *limits, id=f"{name} {relation}") for name, entry in EXPECTED.items() for relation, limits in entry["counts"].items()
]


@cache
def read(name: str) -> Extraction:
    return read_document(DOCUMENTS[name])


def facts(name: str) -> set[tuple[str, str | None, str | None]]:
    return {(claim.relation, claim.subject.id, claim.object.id) for claim in read(name).claims}


def expected_facts(name: str) -> set[tuple[str, str | None, str | None]]:
    return {(claim["relation"], subject, item) for claim in EXPECTED[name]["claims"] for subject in claim["subjects"] for item in claim["objects"]}


def test_every_document_has_its_expectation() -> None:
    assert set(DOCUMENTS) == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_document_gives_what_it_says(name: str) -> None:
    assert sorted(expected_facts(name) - facts(name)) == []


@pytest.mark.parametrize(("name", "relation", "fewest", "most"), COUNTS)
def test_a_document_gives_no_more_than_it_says(name: str, relation: str, fewest: int, most: int) -> None:
    found = [claim for claim in read(name).claims if claim.relation == relation]
    assert fewest <= len(found) <= most, sorted(f"{claim.loc}: {claim.subject.key} → {claim.object.key}" for claim in found)


@pytest.mark.parametrize("path", DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_document_says_what_it_is(path: Path) -> None:
    document = read(path.stem).document
    assert document.title is not None
    assert document.date is not None
    assert document.publisher == "Rapporteur"
    assert document.kind != "other"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_front_matter_is_no_passage(name: str) -> None:
    assert [passage.locator for passage in read(name).passages if "publisher" in passage.text] == []


def test_the_three_languages_are_there() -> None:
    first = Counter(read(name).document.languages[0] for name in DOCUMENTS)
    assert first["en"] >= 3
    assert min(first["zh"], first["ko"]) >= 2
