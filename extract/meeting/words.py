"""What the data say of meetings: who attends, in which role, in which words; and the sentences of a passage. Words in, spans out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from extract.language import Words, section
from extract.patterns import either, either_of
from extract.who.words import words_for
from graph.records import Party
from graph.sourcemap import Span

STATE_ROLES = frozenset({"high-contracting-party", "signatory", "observer-state"})
_KIND_OF_ROLE = {"ngo": "NGO", "entity": "Institution", "international-organization": "InternationalOrganization"}
_ROLE_OF_KIND = {"InternationalOrganization": "international-organization", "NGO": "ngo", "Coalition": "ngo", "Institution": "entity"}


class AttendanceClass(Words):
    """A class of participants: its role and the pattern of its name."""

    role: str | None
    pattern: str


class Examples(Words):
    """What joins a class and its examples: words after the examples, or before them."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


class ParticipationWords(Words):
    """Section ``participation`` of a language pack."""

    meetings: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    attend: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    classes: tuple[AttendanceClass, ...] = ()
    examples: Examples = Examples()
    these: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    before_verb: tuple[str, ...] = ()
    represented: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    presentations: tuple[str, ...] = ()
    at_meeting: tuple[str, ...] = ()
    chair: tuple[str, ...] = ()
    opened_by: tuple[str, ...] = ()
    friend_of_the_chair: tuple[str, ...] = ()
    friends_lead: tuple[str, ...] = ()
    friends_topic: tuple[str, ...] = ()
    the_chair: tuple[str, ...] = ()
    list_labels: tuple[str, ...] = ()
    list_headings: tuple[str, ...] = ()
    other_headings: tuple[str, ...] = ()
    role_labels: dict[str, str] = Field(default_factory=dict)
    attended_by: tuple[str, ...] = ()


def meeting_words(language: str) -> ParticipationWords:
    """How a language tells of meetings."""
    words: ParticipationWords = section(language, "participation", ParticipationWords)
    return words


def roles_in(text: str, language: str) -> tuple[str | None, str | None, bool]:
    """The role that ``text`` gives to organisations, the one it gives to states, and whether it names any class at all."""
    found = [c.role for c in meeting_words(language).classes if re.search(c.pattern, text)]
    bodies = next((role for role in found if role in _KIND_OF_ROLE), None)
    states = next((role for role in found if role in STATE_ROLES), None)
    return bodies, states, bool(found)


def role_of(party: Party, bodies: str | None, states: str | None) -> str | None:
    """The role of a participant in a list that gives those roles; its kind decides where the list's class does not fit it."""
    if party.kind in ("State", "Person"):
        return states if party.kind == "State" else None
    if party.kind == "InternationalOrganization" and bodies in ("ngo", None):
        return "international-organization"
    return bodies or _ROLE_OF_KIND.get(party.kind)


def kind_of(bodies: str | None) -> str | None:
    """The kind of an unknown name in a list of organisations; ``None`` for one of states, whose names are all known."""
    return _KIND_OF_ROLE.get(bodies or "")


def attends(text: str, language: str) -> bool:
    """Whether ``text`` says that someone was at a meeting."""
    words = meeting_words(language)
    there = re.sub(either(words.absent), "", text)
    return re.search(either(words.attend), there) is not None or re.search(either_of(words.attended_by), there) is not None


def sentences(text: str, language: str, start: int = 0) -> Iterator[Span]:
    """The sentences of ``text`` from ``start`` on; the full stops of abbreviations and initials end none."""
    low = start + len(text[start:]) - len(text[start:].lstrip())
    for end in re.finditer(r"[。！？]|[.!?](?=[\s”’\")]|$)(?<!\b[A-Z]\.)|\n", text):
        word = re.search(r"\S+$", text[low : end.end()]) if end.start() >= low else None
        if word is None or word[0].lstrip('(“"') in words_for("en").before:
            continue
        yield low, end.end()
        low = end.end() + len(text[end.end() :]) - len(text[end.end() :].lstrip())
    if text[low:].strip():
        yield low, len(text)
