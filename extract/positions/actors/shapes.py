"""Actors known by the shape of their names where nothing parts words: how names of bodies end and of persons begin. Text in, names out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.patterns import NEVER, either, either_of
from extract.positions.pack.actor_words import actor_words
from extract.positions.pack.matching import written
from extract.positions.pack.words import PositionWords, position_words
from extract.sought import Sought
from extract.who.words import words_for

_NAMED = re.compile(r"\{([a-z_]+)\}")  # another shape, or words of the pack, in a shape
_REACH = 24  # characters before the last word of an organisation's name in which the name begins
_OWN = 2  # characters that an organisation's name has at least before its last word


@dataclass(frozen=True, slots=True)
class Shape:
    """A name of ``kind`` at ``start…end`` of a text."""

    start: int
    end: int
    kind: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    organs: Sought
    stops: re.Pattern[str]
    counted: re.Pattern[str]
    capitals: Sought
    short: Sought
    side: Sought
    bare: Sought
    quoted: Sought
    persons: Sought
    not_persons: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns | None:
    words, shapes = position_words(language), _filled(language)
    if not words.organs or not shapes:
        return None
    return _Patterns(
        organs=Sought(shapes["organ"]), stops=re.compile(shapes["stop"]), counted=re.compile(_written(words, words.counted)),
        capitals=Sought(shapes["capital"]), short=Sought(shapes["list"]), side=Sought(shapes["party"]), bare=Sought(shapes["bare"]),
        quoted=Sought(shapes["quoted"]),
        persons=Sought(shapes["person"]), not_persons=re.compile(_written(words, words.not_persons)),
    )  # fmt: skip


def _filled(language: str) -> dict[str, str]:
    """The shapes of a language (positions_actors.yaml) with its words, and other shapes, in the place of their names."""
    words, shapes = position_words(language), actor_words(language).shapes
    states = "".join(_abbreviated(language))
    fillers = {
        "organs": _written(words, words.organs), "not_organs": _written(words, words.not_organs), "name_stops": _written(words, words.name_stops),
        "seats": either(_seats(language)), "states": f"[{states}]" if states else NEVER, "sides": words.sides or NEVER,
        "speaking": _written(words, words.speaking), "negated": _written(words, words.after.get("neg", ())),
        "bare_organs": _written(words, words.bare_organs), "surnames": either(words.surnames), "foreign": words_for(language).transliteration,
        "roles": _written(words, words.roles), "titles": _written(words, words.titled), "openings": _written(words, words.name_openings),
        "beside": _written(words, words.beside_names), "together": _written(words, words.beside_names[:1]), "workplaces": words.workplaces,
    }  # fmt: skip
    known = {**fillers, **shapes}
    return {name: _written_out(shape, known) for name, shape in shapes.items()}


def _written_out(shape: str, known: dict[str, str]) -> str:
    """A shape without names in braces.

    Raises:
        KeyError: a shape names what is neither a shape nor a filler.
    """
    while _NAMED.search(shape) is not None:
        shape = _NAMED.sub(lambda one: known[one[1]], shape)
    return shape


@cache
def _seats(language: str) -> dict[str, str]:
    """Seats of government, and the states they stand for."""
    return {seat: f"state:{code}" for code, seats in actor_words(language).capitals.items() for seat in seats}


@cache
def _abbreviated(language: str) -> dict[str, str]:
    """States by the one character that stands for them in lists («美、俄、印等国»)."""
    return {one: f"state:{code}" for code, those in actor_words(language).short.items() for one in those}


def _written(words: PositionWords, patterns: tuple[str, ...]) -> str:
    return either_of(written(pattern, words.macros, "none") for pattern in patterns)


def find_shapes(text: str, language: str) -> Iterator[Shape]:
    """The organisations and persons that a text names in these shapes; they may overlap."""
    patterns = _patterns(language)
    if patterns is None:
        return
    yield from _states(patterns, text, language)
    for match in patterns.bare.finditer(text):
        yield Shape(match.start(), match.end(), "Institution")
    for match in patterns.quoted.finditer(text):
        yield Shape(*match.span("name"), "NGO")
    for match in patterns.persons.finditer(text):
        group = next(name for name in "abcd" if match[name])
        if not patterns.not_persons.match(match[group]):
            yield Shape(*match.span(group), "Person")
    for match in patterns.organs.finditer(text):
        start = _begins(patterns, text, match.start())
        if match.start() - start >= _OWN and not patterns.counted.match(text, start):
            yield Shape(start, match.end(), "NGO")


def _states(patterns: _Patterns, text: str, language: str) -> Iterator[Shape]:
    """States by their seat of government, and by the one character that stands for them in a list."""
    for match in patterns.capitals.finditer(text):
        yield Shape(match.start(), match.end(), "State", _seats(language)[match[1]])
    states = _abbreviated(language)
    for match in patterns.side.finditer(text):
        yield Shape(match.start(), match.end(), "State", states[match[1]])
    for match in patterns.short.finditer(text):
        for at in range(match.start(1), match.end(1)):
            if text[at] in states:
                yield Shape(at, at + 1, "State", states[text[at]])


def _begins(patterns: _Patterns, text: str, end: int) -> int:
    """Where the name begins whose last word begins at ``end``: behind the last word that is no part of names."""
    start = max(0, end - _REACH)
    stops = [stop.end() for stop in patterns.stops.finditer(text, start, end)]
    return stops[-1] if stops else start
