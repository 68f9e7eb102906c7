"""The vocabulary of data/concepts: complete, well named, unambiguous. That it hangs together (references, no cycles) its loader sees to."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from graph.concepts import Concept, load_concepts

LANGUAGES = ("en", "zh", "ko")
SHARED_SLUGS = {"meaningful-human-control", "appropriate-human-judgment", "transparency-confidence-building"}
KINDS = ("Concept", "Proposal")

BY_ID = {concept.id: concept for concept in load_concepts()}
NAMED = [identity for identity in BY_ID if not identity.endswith(":other")]


def of_kind(kind: str) -> list[Concept]:
    return [concept for concept in BY_ID.values() if concept.kind == kind]


def folded(name: str) -> str:
    """As a reader sees it: case and width make no other name."""
    return unicodedata.normalize("NFKC", name).casefold()


def names_of(concepts: Iterable[Concept]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each name with its language, and the slug of what it names."""
    for concept in concepts:
        for language, names in concept.names.items():
            yield from (((language, folded(name)), concept.id.partition(":")[2]) for name in names)


def test_every_id_of_the_vocabulary_is_there(shared: Path) -> None:
    with (shared / "gold" / "vocabulary.csv").open(encoding="utf-8", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} <= set(BY_ID)


@pytest.mark.parametrize("identity", NAMED)
def test_everything_has_two_names_in_each_language(identity: str) -> None:
    assert [language for language in LANGUAGES if len(BY_ID[identity].names.get(language, ())) < 2] == []


def test_names_are_trimmed_and_never_empty() -> None:
    names = [name for concept in BY_ID.values() for names in concept.names.values() for name in names]
    assert [name for name in names if name != " ".join(name.split()) or name == ""] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_stands_under_one_id_of_a_kind_and_language(kind: str) -> None:
    times = Counter(name for name, _ in names_of(of_kind(kind)))
    assert [name for name, count in times.items() if count > 1] == []


def test_a_concept_and_a_proposal_share_names_only_when_they_share_a_slug() -> None:
    concepts, proposals = (dict(names_of(of_kind(kind))) for kind in KINDS)
    assert {(concepts[name], proposals[name]) for name in concepts.keys() & proposals.keys()} == {(slug, slug) for slug in SHARED_SLUGS}


def test_what_is_told_apart_shares_no_name() -> None:
    names = {concept.id: {name for name, _ in names_of([concept])} for concept in BY_ID.values()}
    assert [(identity, other) for identity, concept in BY_ID.items() for other in concept.distinct_from if names[identity] & names[other]] == []


def test_telling_apart_goes_both_ways() -> None:
    assert [
        (identity, other) for identity, concept in BY_ID.items() for other in concept.distinct_from if identity not in BY_ID[other].distinct_from
    ] == []


def test_every_proposal_is_about_something() -> None:
    assert [proposal.id for proposal in of_kind("Proposal") if proposal.about == ()] == ["proposal:other"]


@pytest.mark.parametrize("link", ["broader", "related", "about", "distinct_from"])
def test_a_link_is_given_once(link: str) -> None:
    assert [identity for identity, concept in BY_ID.items() if len(set(getattr(concept, link))) < len(getattr(concept, link))] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("concept:lethal-autonomous-weapons-systems", "concept:autonomous-weapons-systems"),
        ("concept:meaningful-human-control", "concept:appropriate-human-judgment"),
        ("concept:international-humanitarian-law", "concept:international-human-rights-law"),
        ("concept:international-humanitarian-law", "concept:international-criminal-law"),
        ("concept:transparency", "concept:transparency-confidence-building"),
        ("concept:proliferation", "concept:nuclear-nonproliferation"),
        ("proposal:preemptive-ban", "proposal:ban-on-use"),
        ("proposal:meaningful-human-control", "proposal:appropriate-human-judgment"),
    ],
)
def test_pairs_that_readers_mix_up_are_told_apart(first: str, second: str) -> None:
    assert second in BY_ID[first].distinct_from


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("concept:lethal-autonomous-weapons-systems", "concept:autonomous-weapons-systems"),
        ("concept:meaningful-human-control", "concept:human-control"),
        ("concept:distinction", "concept:international-humanitarian-law"),
        ("concept:data-minimisation", "concept:data-protection"),
        ("proposal:weapons-review-guide", "proposal:weapons-review"),
    ],
)
def test_the_hierarchy_leads_to_the_wider_thing(narrow: str, wide: str) -> None:
    assert wide in BY_ID[narrow].broader


@pytest.mark.parametrize(
    ("language", "name", "identity"),
    [
        ("zh", "杀手机器人", "concept:lethal-autonomous-weapons-systems"),
        ("zh", "殺手機器人", "concept:lethal-autonomous-weapons-systems"),
        ("zh", "有意义的人类控制", "concept:meaningful-human-control"),
        ("ko", "유의미한 인간통제", "concept:meaningful-human-control"),
        ("ko", "킬러로봇", "concept:lethal-autonomous-weapons-systems"),
        ("en", "IHL", "concept:international-humanitarian-law"),
        ("en", "GGE", "proposal:group-of-governmental-experts"),
        ("fr", "armes autonomes", "concept:autonomous-weapons-systems"),
    ],
)
def test_well_known_wordings_are_names(language: str, name: str, identity: str) -> None:
    assert name in BY_ID[identity].names[language]
