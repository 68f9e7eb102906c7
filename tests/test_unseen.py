"""Documents in the genres users have, written before the rules were looked at: what a careful reader would enter, against what is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extract.pipeline import read_document
from graph.datafiles import read_yaml
from graph.ids import slug
from graph.records import Claim, Party

FOLDER = Path(__file__).with_name("unseen")
DOCUMENTS = {path.stem: path for path in FOLDER.iterdir() if path.suffix != ".yaml"}
RELATIONS = ("PARTICIPATED_IN", "MEMBER_OF", "REPRESENTS", "AFFILIATED_WITH", "CITES", "SIGNED")


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


def totals(relation: str) -> tuple[int, int, int]:
    """Found, missed and invented over all the documents."""
    results = [compare(name, relation) for name in DOCUMENTS]
    return sum(hits for hits, _, _ in results), sum(len(missed) for _, missed, _ in results), sum(len(extra) for _, _, extra in results)
