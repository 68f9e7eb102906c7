"""Whom a word that points back may mean, and by which words they are then called. Actors in, actors out; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from extract.positions.actors.holders import Parties

_ORGANISED = frozenset({"NGO", "Institution", "InternationalOrganization", "Coalition"})
KINDS = {
    "person": frozenset({"Person"}),
    "body": _ORGANISED,
    "state": frozenset({"State"}),
    "thing": _ORGANISED | {"State"},
    "issued": _ORGANISED | {"State"},
}


def latest(acted: Iterable[Parties], fits: Callable[[Parties], bool]) -> Parties:
    """The last of those who acted that fits; nobody where none does."""
    return next((one for one in reversed(list(acted)) if one and fits(one)), ())


def says(pattern: re.Pattern[str] | None, parties: Parties) -> bool:
    """Whether the words that name a state or body are those for a person who speaks for it («Jordan's representative»)."""
    party = parties[0][0]
    return pattern is not None and party.kind in KINDS["thing"] and pattern.search(party.surface or "") is not None


def called(body: Parties, words: str) -> Parties:
    """A body that is called by the noun of its own name («the union» is the Union of Dockers); nobody where it is not."""
    return body if body and words and words.split()[-1].casefold() in (body[0][0].surface or "").casefold().split() else ()


def as_named(parties: Parties, words: str) -> Parties:
    """Parties that are pointed at: by the words that name them, which tell more than a pronoun; by the words used where they have no others."""
    return tuple((replace(party, surface=party.surface or words), quantifier) for party, quantifier in parties)


def as_said(who: Parties, words: str) -> Parties:
    """Parties in their own first person, by the words used."""
    return tuple((replace(party, surface=words or party.surface), quantifier) for party, quantifier in who)


def by_name(who: Parties, words: str) -> Parties:
    """Parties in their own first person, those by name whose name is in another script, which neither the words used nor their id would tell."""
    own = [party.kind in ("Person", "State") and not (party.surface or "").isascii() for party, _ in who]
    return tuple(one if named else as_said((one,), words)[0] for one, named in zip(who, own, strict=True))


def another(one: Parties, other: Parties) -> bool:
    """Whether who spoke is somebody else: groups that no text names are, even where it calls both «some delegations»."""
    return one != other or all(party.kind == "Group" for party, _ in one)
