"""When a claim of the system is the claim of a careful reader. Two rows of claims in, yes or no out (gold/GUIDE.md)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graph.records import POLARITY

Row = Mapping[str, Any]
#: Targets that say only "something else": never compared, but as what an expert spoke on.
OTHER = {"proposal:other", "concept:other"}
#: Stand in the vocabulary both as a concept and as a proposal; a position on the one is a position on the other.
CONCEPT_AND_PROPOSAL = {"meaningful-human-control", "appropriate-human-judgment", "transparency-confidence-building"}
#: What is compared once two claims match, by kind.
ATTRIBUTES = {"PARTICIPATED_IN": ("role",), "POSITION": ("quantifier", "modality"), "VIEW": ("quantifier",), "RECOMMENDS": ("addressee",)}
#: Kinds in which the object is not compared: there is one event or document at the place, however it is named.
_BY_SUBJECT_ALONE = {"PARTICIPATED_IN", "SIGNED", "CONTRIBUTED_TO"}
#: Kinds of closed lists: the same thing always has the same id.
_CLOSED = {"State", "Concept", "Proposal"}
_CONTAINED = 0.6  # of two names of one thing, the shorter is at least this share of the longer
_NO_MARKS = dict.fromkeys(map(ord, "()[]<>《》「」『』“”‘’\"'.,:;、。·"))


def kind_of(claim: Row) -> str:
    """The relation, but POSITION for a stance on a proposal and VIEW for one on a concept."""
    if claim["relation"] not in POLARITY:
        return str(claim["relation"])
    target = _id(claim.get("object"))
    return "VIEW" if target.startswith("concept:") and _slug(target) not in CONCEPT_AND_PROPOSAL else "POSITION"


def comparable(claim: Row) -> bool:
    """Whether a claim takes part in scores: one on ``proposal:other`` says too little to be compared."""
    return _id(claim.get("object")) not in OTHER or claim["relation"] == "SPOKE_ON"


def matches(gold: Row, system: Row) -> bool:
    """Whether two claims of one document and one kind state the same fact at the same place (a cited work: anywhere)."""
    kind = kind_of(gold)
    if kind == "CITES":
        return same_entity(gold["object"], system.get("object"))
    if not same_place(gold.get("loc"), system.get("loc")):
        return False
    if kind == "RECOMMENDS":
        return True
    if kind == "MENTIONS":
        return _id(gold["object"]) == _id(system.get("object"))
    return same_entity(gold["subject"], system.get("subject")) and _same_object(kind, gold, system)


def _same_object(kind: str, gold: Row, system: Row) -> bool:
    target = _id(gold["object"])
    if kind in _BY_SUBJECT_ALONE or (kind == "SPOKE_ON" and target in OTHER):
        return True
    if kind in {"POSITION", "VIEW"} and POLARITY[gold["relation"]] != POLARITY[system["relation"]]:
        return False
    if kind == "POSITION" and _slug(target) in CONCEPT_AND_PROPOSAL:
        return _slug(target) == _slug(_id(system.get("object")))
    return same_entity(gold["object"], system.get("object"))


def same_place(gold: Any, system: Any) -> bool:
    """Whether the system's locator is the gold's, or a finer one beneath it (``Ⅱ.1 ¶3`` for ``Ⅱ.1``)."""
    coarse, fine = place(gold), place(system)
    return fine == coarse or (fine.startswith(coarse) and not fine[len(coarse)].isalnum())


def place(locator: Any) -> str:
    """A locator as it is compared: without spaces, ``Ⅱ`` as ``ii``."""
    return _place(str(locator or ""))


@lru_cache(maxsize=65536)
def _place(locator: str) -> str:
    return "".join(unicodedata.normalize("NFKC", locator).casefold().split())


def same_entity(gold: Row | None, system: Row | None) -> bool:
    """The same id, or (but for states, concepts and proposals, whose ids are closed lists) names of which one contains most of the other.

    Unnamed groups are all alike: what tells them apart is the quantifier, an attribute.
    """
    gold, system = gold or {}, system or {}
    if "Group" in (gold.get("kind"), system.get("kind")):
        return bool(gold.get("kind") == system.get("kind"))
    if _id(gold) and _id(gold) == _id(system):
        return True
    if gold.get("kind") in _CLOSED:
        return False
    short, long = sorted((plain(gold.get("surface")), plain(system.get("surface"))), key=len)
    return short != "" and short in long and len(short) >= _CONTAINED * len(long)


def plain(text: Any) -> str:
    """A name without case, spaces, quotes, brackets and stops."""
    return _plain(str(text or ""))


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().translate(_NO_MARKS).split())


def same_attribute(gold: Row, system: Row, name: str) -> bool:
    """Whether two claims agree in an attribute; lists are compared as sets, and no modality means ``stated``."""
    default = "stated" if name == "modality" else None
    first, second = (_values(default if default is not None and not claim.get(name) else claim.get(name)) for claim in (gold, system))
    return first == second


def _values(value: Any) -> set[str]:
    return {plain(each) for each in (value if isinstance(value, list) else [value])}


def _id(entity: Row | None) -> str:
    return str((entity or {}).get("id") or "")


def _slug(identity: str) -> str:
    return identity.partition(":")[2]
