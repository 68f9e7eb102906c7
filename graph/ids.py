"""Stable ids from what a thing is. Text in, id out; pure."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata

from graph.hangul import romanised

_PREFIX = {
    "State": "state", "NGO": "org", "InternationalOrganization": "org", "Institution": "org", "Coalition": "org",
    "Person": "person", "Group": "group", "Event": "event", "Document": "doc", "Concept": "concept",
    "Proposal": "proposal", "Recommendation": "rec",
}  # fmt: skip
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ı": "i"})


_encoded = json.JSONEncoder(ensure_ascii=False).encode


def slug(name: str) -> str:
    """A name in lower case with hyphens; accents fall, other scripts stay: «Markus Höpflinger» → ``markus-hopflinger``."""
    plain = name
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        plain = unicodedata.normalize("NFKC", "".join(c for c in plain if not ("\u0300" <= c <= "\u036f")))
    plain = re.sub(r"['’‘]", "", plain.casefold())
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def entity_id(kind: str, name: str) -> str:
    """The id of an entity that no list of ours names, made from its kind and its name as written; a Korean person's from the name in Latin letters.

    Raises:
        KeyError: ``kind`` is no kind of the ontology.
    """
    latin = romanised(name) if kind == "Person" else None
    return f"{_PREFIX[kind]}:{slug(latin or name)}"


def content_id(content: bytes) -> str:
    """The SHA-256 of a document's bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def claim_id(content: str, place: str, relation: str, subject: str, obj: str, quote: str, *, occurrence: int = 0) -> str:
    """A claim's id: the same facts in the same document always give the same one, whatever the document is called.

    Args:
        content: the document's :func:`content_id`.
        place: the locator of the passage.
        subject, obj: the id of each end or, where it has none, its words.
        occurrence: tells apart two claims alike in everything else (the same words twice in a passage).
    """
    key = [content, place, relation, subject, obj, quote] + ([occurrence] if occurrence else [])
    return "claim:" + hashlib.sha256(_encoded(key).encode()).hexdigest()[:20]
