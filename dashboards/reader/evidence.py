"""How claims look in a text: rows of the query ``claims-in-document`` in, what the reader shows of each out. Pure but for names and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dashboards import access, look, profile
from dashboards.evidence import marks
from dashboards.reader.spans import Span
from dashboards.words import language, say

Row = Mapping[str, Any]
#: The kind whose colour marks a relation that states no stance.
COLOUR_OF = {
    "PARTICIPATED_IN": "Event", "MEMBER_OF": "Coalition", "REPRESENTS": "State", "AFFILIATED_WITH": "Institution", "SPOKE_ON": "Person",
    "DEFINES": "Proposal", "CITES": "Document", "SIGNED": "NGO", "CONTRIBUTED_TO": "Document", "RECOMMENDS": "InternationalOrganization",
    "MENTIONS": "Concept",
}  # fmt: skip


def topic(row: Row) -> str:
    """What claims are filtered by: the stance of a position, else the relation."""
    return str(row["stance"] or row["relation"])


def topic_words(name: str) -> str:
    """A topic in the reader's language."""
    return say(f"stances.{name}") if name in look.STANCES else say(f"relations.{name}")


def colour(name: str) -> str:
    """The colour that marks a topic."""
    return look.STANCES[name].colour if name in look.STANCES else look.KINDS[COLOUR_OF.get(name, "Document")].colour


def shown(row: Row) -> dict[str, Any]:
    """A claim for the reader: plain text and colours only."""
    names, code, kind = access.names(), language(), topic(row)
    target = names.of(row["object"], code) if names[row["object"]] else row["object_name"]
    said = [
        row["quantifier"] and say("reader.quantifier", quantifier=row["quantifier"]),
        row["role"] and say("reader.role", role=profile.role(row["role"])),
    ]
    said += [say(f"evidence.{mark}") for mark in marks(row)]
    said += [row["via"] and say("evidence.via", name=names.of(row["via"], code)), row["under"] and f"{say('evidence.under')} {row['under']}"]
    said.append(say("evidence.confidence", share=round(row["confidence"], 2)))
    return {
        "id": row["claim"], "ordinal": row["ordinal"], "place": row["place"], "quote": row["quote"], "stance": row["stance"] or "",
        "words": topic_words(kind),
        "sign": look.sign(kind) if kind in look.STANCES else "", "colour": colour(kind), "faint": row["relation"] == "MENTIONS",
        "subject": names.of(row["subject"], code), "object": target, "said": " · ".join(filter(None, said)),
        "own": row["subject_kind"] == "Document",
        "ends": [{"id": row["subject"], "kind": row["subject_kind"]}, {"id": row["object"], "kind": row["object_kind"]}],
    }  # fmt: skip


def spans(rows: Iterable[Row]) -> dict[int, list[Span]]:
    """Where claims stand, by passage."""
    found: dict[int, list[Span]] = {}
    for row in rows:
        found.setdefault(row["ordinal"], []).append(Span(row["start"], row["finish"], row["claim"]))
    return found
