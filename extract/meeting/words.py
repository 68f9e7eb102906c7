"""What the data say of meetings: who attends, in which role, in which words; and the sentences of a passage. Words in, spans out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pydantic import Field

from extract.language import Words, section
from extract.patterns import either, either_of
from extract.sought import Patterns, Sought, sought
from extract.who.words import words_for
from graph.records import Party
from graph.sourcemap import Span

_END = re.compile(r"[。！？]|[.!?](?=[\s”’\")]|$)(?<!\b[A-Z]\.)|\n")
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
    classes = meeting_words(language).classes
    found = [classes[number].role for number in _classes(language).found(text)]
    bodies = next((role for role in found if role in _KIND_OF_ROLE), None)
    states = next((role for role in found if role in STATE_ROLES), None)
    return bodies, states, bool(found)


@cache
def _classes(language: str) -> Patterns:
    return Patterns(re.compile(each.pattern) for each in meeting_words(language).classes)


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
    absent, *present = _attending(language)
    there = absent.sub("", text)
    return any(pattern.search(there) is not None for pattern in present)


def may_attend(text: str, language: str) -> bool:
    """Whether a sentence of ``text`` may say so; words of absence, left out of it, may leave others behind that do."""
    return any(pattern.may_match(text) for pattern in _attending(language))


@cache
def _attending(language: str) -> tuple[Sought, ...]:
    """What tells absence, then what tells attendance."""
    words = meeting_words(language)
    return sought(either(words.absent)), sought(either(words.attend)), sought(either_of(words.attended_by))


def sentences(text: str, language: str, start: int = 0) -> Iterator[Span]:
    """The sentences of ``text`` from ``start`` on; the full stops of abbreviations and initials end none."""
    return _sentences(text, start) if start else iter(_all_sentences(text))


@lru_cache(maxsize=1024)  # several readers, each going through a document, ask for those of the same passage
def _all_sentences(text: str) -> tuple[Span, ...]:
    return tuple(_sentences(text, 0))


def _sentences(text: str, start: int) -> Iterator[Span]:
    low = start + len(text[start:]) - len(text[start:].lstrip())
    for end in _END.finditer(text, low):
        word = _last_word(text[low : end.end()])
        if not word or word.lstrip('(“"') in words_for("en").before:
            continue
        yield low, end.end()
        low = end.end() + len(text[end.end() :]) - len(text[end.end() :].lstrip())
    if text[low:].strip():
        yield low, len(text)


def _last_word(text: str) -> str:
    """The word at the end of a text, or of its last line; none behind a blank."""
    line = text.removesuffix("\n")
    return line.rsplit(None, 1)[-1] if line and not line[-1].isspace() else ""
