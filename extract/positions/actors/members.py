"""Persons whose name that of the body follows to which they belong («said N N of the Red Cross»). Text in, places of names out; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.positions.actors.kinds import trimmed
from extract.positions.pack.actor_words import ActorPatterns
from graph.records import Mention

_BODIES = frozenset({"NGO", "Institution", "InternationalOrganization", "Coalition"})


def find_members(patterns: ActorPatterns, text: str, known: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Where such names stand: no word of them tells of a body, a state or an office, and what follows is a body's name."""
    if "member" not in patterns.shape:
        return
    for match in patterns.shape["member"].finditer(text):
        start, end = trimmed(patterns, text, *match.span("who"))
        if _is_person(patterns, text, start, end) and not any(m.start < end and start < m.end for m in known):
            body = any(m.start == match.end() and m.kind in _BODIES for m in known)
            if body or patterns.shape["kind_of_body"].match(text, match.end()) is not None:
                yield start, end


def _is_person(patterns: ActorPatterns, text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    others = patterns.titles.within(text, start, end) or any(heads.within(text, start, end) for heads in patterns.head.values())
    return len(words) > 1 and not others and not any(word.casefold() in patterns.never or word in patterns.states for word in words)
