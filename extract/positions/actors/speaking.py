"""Who speaks in a sentence without a topic, in a language that marks it, and what a speaker says who leaves himself out. A sentence in; pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from extract.positions.actors.holders import Holder
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.matching import Found
from extract.positions.pack.particle_words import SubjectWords, subject_words
from extract.positions.pack.plain import CLOSING, Plain

_JUDGED = ("required", "justified")  # groups of the words that ask for nothing: «what rule is needed?», «why should we be bound?»


class _Cue(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def end(self) -> int: ...


def asks(plain: Plain, span: tuple[int, int], cues: Iterable[_Cue]) -> bool:
    """Whether a sentence is a question, and none that answers itself."""
    return plain.text[slice(*span)].rstrip(CLOSING).endswith(("?", "？")) and not answers_itself(plain, span[1], cues)


def answers_itself(plain: Plain, end: int, cues: Iterable[_Cue]) -> bool:
    """Whether the mark at the end of a question belongs to the judgement that it is («what rule do we need?»)."""
    last = max(plain.text.rfind(mark, 0, end) for mark in "?？")
    return any(cue.name == "BAD" and cue.end == last + 1 for cue in cues)


def answered(words: Lexicon, found: tuple[Found, ...], plain: Plain, span: tuple[int, int]) -> tuple[Found, ...]:
    """The words of a sentence in which somebody asks what needs no answer («what rule do we need?»): as his judgement on it."""
    match = words.rhetorical.search(plain.text, *span) if words.words.rhetorical else None
    if match is None:
        return found
    said = next(match.span(name) for name in _JUDGED if match[name])
    return (
        *(one for one in found if one.group != "cue" or one.end <= match.start() or match.start() < one.start < one.end <= said[0]),
        Found(*said, "cue", "BAD"),
    )


def speaking_up(words: Lexicon, plain: Plain, span: tuple[int, int], holders: Iterable[Holder]) -> Holder | None:
    """The group of persons that brings something up in a sentence without a topic («several speakers said that …»); others may be told of."""
    roles = dict(words.after)
    found = list(holders)
    if not words.words.speaks_up or any(roles["top"].match(plain.text, h.end, span[1]) for h in found):
        return None
    groups = (h for h in found if h.sort == "group" and (h.parties[0][0].id or "").removeprefix("group:") in words.words.speaks_up)
    return next((h for h in groups if roles["nom"].match(plain.text, h.end, span[1])), None)


def mused(words: Lexicon, found: tuple[Found, ...], plain: Plain, span: tuple[int, int], holders: Iterable[Holder]) -> tuple[Found, ...]:
    """The words of a sentence in which a speaker thinks, leaving himself out, that somebody at home must do something: as one duty of theirs."""
    last = words.musing.search(plain.text, *span) if words.words.musing else None
    subject = [h for h in holders if any(p.match(plain.text, h.end, span[1]) for name, p in words.after if name in ("top", "nom"))]
    home = subject_words(words.language)
    spoken = any(h.sort in ("first", "author", "third") for h in holders)
    if last is None or spoken or not subject or any(h.sort != "named" or not _at_home(home, h) for h in subject):
        return found
    return (*(one for one in found if one.end <= last.start() or one.group != "cue"), Found(*last.span(), "cue", "DUTY"))


def _at_home(home: SubjectWords, holder: Holder) -> bool:
    return all(party.id == home.home or party.surface in home.addressed for party, _ in holder.parties)
