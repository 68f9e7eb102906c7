"""Documents in the genres users have, written before the rules were looked at: what a careful reader would enter, against what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.pipeline import read_document
from graph.datafiles import read_yaml
from graph.ids import slug
from graph.records import Claim, Party

FOLDER = Path(__file__).with_name("unseen")
DOCUMENTS = {path.stem: path for path in FOLDER.iterdir() if path.suffix != ".yaml"}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader would enter; an empty string stands for anything."""

    subject: str
    object: str = ""
    role: str = ""

    def fits(self, claim: Claim) -> bool:
        """Whether the claim says it."""
        roles = self.role.split("|") if self.role else [claim.role]
        return claim.role in roles and _is(self.subject, claim.subject) and _is(self.object, claim.object)


def _is(wanted: str, party: Party) -> bool:
    """Whether a party has the id, or holds the words, that are wanted."""
    if re.match(r"(?:state|org|doc):", wanted):
        return party.id == wanted
    return wanted.casefold() in (party.surface or "").casefold() or (slug(wanted) != "" and slug(wanted) in (party.id or ""))


def facts(relation: str, entry: Any) -> list[Fact]:
    """The facts of one relation in an expectation: by role, pairs, documents cited, or signers."""
    if isinstance(entry, dict):
        return [Fact(who, role="" if role == "*" else role) for role, actors in entry.items() for who in actors]
    if relation == "CITES":
        return [Fact("", str(item)) for item in entry]
    return [Fact(*("" if part == "*" else part for part in pair)) if isinstance(pair, list) else Fact("" if pair == "*" else pair) for pair in entry]


@cache
def expectation(name: str) -> dict[str, Any]:
    content: dict[str, Any] = read_yaml(FOLDER / f"{name}.yaml")
    return content


@cache
def claims(name: str, relation: str) -> tuple[Claim, ...]:
    """The claims of a relation; a fact said twice counts once."""
    found = {(c.subject.key, c.object.key, c.role): c for c in reversed(read_document(DOCUMENTS[name]).claims) if c.relation == relation}
    return tuple(reversed(found.values()))


def compare(name: str, relation: str) -> tuple[int, list[Fact], list[Claim]]:
    """How many facts were found; those missed; and the claims that are none of them and not optional either."""
    wanted = facts(relation, expectation(name).get(relation, ()))
    allowed = facts(relation, expectation(name).get("optional", {}).get(relation, ()))
    left, missed = list(claims(name, relation)), []
    for fact in sorted(wanted, key=lambda fact: -len(fact.subject + fact.object)):
        found = next((claim for claim in left if fact.fits(claim)), None)
        if found is None:
            missed.append(fact)
        else:
            left.remove(found)
    return len(wanted) - len(missed), missed, [claim for claim in left if not any(fact.fits(claim) for fact in allowed)]


#: The least share of the facts found, and of the claims that are facts, over all the documents.
LEAST = {
    "PARTICIPATED_IN": (0.97, 0.99), "MEMBER_OF": (1.0, 1.0), "REPRESENTS": (0.95, 0.99),
    "AFFILIATED_WITH": (0.95, 0.99), "CITES": (0.96, 0.98), "SIGNED": (1.0, 1.0),
}  # fmt: skip


def test_every_document_has_its_expectation() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(DOCUMENTS)


@pytest.mark.parametrize("relation", LEAST)
def test_documents_nobody_wrote_rules_for_are_read(relation: str) -> None:
    results = {name: compare(name, relation) for name in DOCUMENTS}
    hits = sum(found for found, _, _ in results.values())
    missed = [(name, fact) for name, (_, facts_missed, _) in results.items() for fact in facts_missed]
    extra = [(name, claim.loc, claim.subject.key, claim.object.key) for name, (_, _, more) in results.items() for claim in more]
    recall, precision = LEAST[relation]
    assert hits >= recall * (hits + len(missed)), missed
    assert hits >= precision * (hits + len(extra)), extra


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_gives_little_that_it_does_not_say(name: str) -> None:
    extra = [(claim.loc, relation, claim.subject.key, claim.object.key) for relation in LEAST for claim in compare(name, relation)[2]]
    assert len(extra) <= 1, extra
