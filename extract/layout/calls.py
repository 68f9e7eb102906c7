"""Calls of notes: the texts and notes in reading order in; where each text calls which note, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extract.layout.feet import RAISED, call_pattern

_ANYWHERE = ("sup", "markdown", "bracket", "raised")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A note: its number, the style of its number, the place of its text among the texts, and its locator."""

    number: int
    style: str
    at: int
    locator: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call at ``start…end`` of a text."""

    start: int
    end: int
    locator: str


def find_calls(texts: Sequence[str], notes: Sequence[Numbered]) -> list[list[Call]]:
    """The calls in each text, ascending. Raised and bracketed numbers call whatever note they name; glued digits are taken in sequence only."""
    calls: list[list[Call]] = [[] for _ in texts]
    own = {note.at for note in notes}
    for style in _ANYWHERE:
        named = {note.number: note.locator for note in notes if note.style in (style, "listed")}
        if named:
            for at, text in enumerate(texts):
                calls[at].extend(_named(text, call_pattern(style), named))
    for style in ("paren", "bare"):
        _in_sequence(texts, [note for note in notes if note.style == style], own, calls)
    return [_apart(found) for found in calls]


def _named(text: str, call: re.Pattern[str], named: dict[int, str]) -> Iterator[Call]:
    for found in call.finditer(text):
        number = int(found[1].translate(RAISED))
        if number in named:
            yield Call(found.start(), found.end(), named[number])


def _in_sequence(texts: Sequence[str], notes: Sequence[Numbered], own: set[int], calls: list[list[Call]]) -> None:
    """Each note is called between the call of the one before and itself; a bare digit as near to it as can be."""
    first, position = 0, 0
    for note in notes:
        call = call_pattern(note.style, note.number)
        places = [
            (at, found)
            for at, text in enumerate(islice(texts, first, note.at), first)
            if at not in own
            for found in call.finditer(text, position if at == first else 0)
            if not _in_bracket(text, found.start())
        ]
        if places:
            at, found = places[-1] if note.style == "bare" else places[0]
            calls[at].append(Call(found.start(), found.end(), note.locator))
            first, position = at, found.end()


def _in_bracket(text: str, at: int) -> bool:
    """Whether a bracket that opened shortly before is still open: then ``3)`` closes it."""
    before = text[max(0, at - 80) : at]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _apart(found: list[Call]) -> list[Call]:
    """The calls in order, without those inside others."""
    kept: list[Call] = []
    for call in sorted(found, key=lambda call: (call.start, -call.end)):
        if not kept or call.start >= kept[-1].end:
            kept.append(call)
    return kept
