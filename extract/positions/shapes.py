"""Actors known by the shape of their names where nothing parts words: how names of bodies end and of persons begin. Text in, names out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.patterns import NEVER, either, either_of
from extract.positions.actor_words import actor_words
from extract.positions.matching import written
from extract.positions.words import PositionWords, position_words
from extract.sought import Sought
from extract.who.words import words_for

_HAN = "\u4e00-\u9fff"
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
    persons: Sought
    not_persons: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns | None:
    words = position_words(language)
    if not words.organs:
        return None
    return _Patterns(
        organs=Sought(rf"(?:{_written(words, words.organs)})(?![{_HAN}]?(?:{_written(words, words.not_organs)}))"),
        stops=re.compile(rf"[^{_HAN}A-Za-z0-9·]|{_written(words, words.name_stops)}"),
        counted=re.compile(_written(words, words.counted)),
        capitals=Sought(rf"({either(_seats(language))})(?=(?:方面)?(?:{_written(words, words.speaking)}))"),
        short=Sought(_short(words, language)),
        side=Sought(_side(words, language)),
        bare=Sought(rf"(?:^|(?<=[，。；：、“「\n]))(?:{_written(words, words.bare_organs)})(?={_written(words, words.speaking)})"),
        persons=Sought(_person(words, language)),
        not_persons=re.compile(_written(words, words.not_persons)),
    )


def _seats(language: str) -> dict[str, str]:
    """Seats of government, and the states they stand for."""
    return {seat: f"state:{code}" for code, seats in actor_words(language).capitals.items() for seat in seats}


def _abbreviated(language: str) -> dict[str, str]:
    """States by the one character that stands for them in lists («美、俄、印等国»)."""
    return {one: f"state:{code}" for code, those in actor_words(language).short.items() for one in those}


def _side(words: PositionWords, language: str) -> str:
    """A state as a party to talks («印方»), where it speaks or has a view."""
    if not words.sides or not _abbreviated(language):
        return NEVER
    acts = (*words.speaking, *words.beside_names, *words.after.get("neg", ()))
    return rf"(?:^|(?<=[，。；：“（\s]))([{''.join(_abbreviated(language))}]){words.sides}(?={_written(words, acts)})"


def _short(words: PositionWords, language: str) -> str:
    """Two or more such characters in a row, where what follows shows that states are meant."""
    one = f"[{''.join(_abbreviated(language))}]" if _abbreviated(language) else NEVER
    before = r"(?:^|(?<=[，。；：“「（(和与但而由遭据称及]))"
    return rf"{before}({one}(?:[、和与]?{one}){{1,6}})(?=等[国方]?|[两三四五]国|{_written(words, words.speaking)}|(?:都|均|则|也|表示))"


def _written(words: PositionWords, patterns: tuple[str, ...]) -> str:
    return either_of(written(pattern, words.macros, "none") for pattern in patterns)


def _person(words: PositionWords, language: str) -> str:
    """A name between a boundary or a role and a verb of speaking, or a surname with a title."""
    surname, foreign = either(words.surnames), f"[{words_for(language).transliteration}]"
    roles, speaking = _written(words, words.roles), _written(words, words.speaking)
    given = rf"(?:(?!{speaking})[{_HAN}]){{1,2}}?"
    dotted = rf"[{_HAN}]{{1,6}}(?:[·•・‧](?:(?![问向在对被将把就说称])[{_HAN}]){{1,8}}?){{1,3}}"
    name = rf"(?:{dotted}|(?:{surname}){given}|{foreign}{{2,7}}?)"
    titled = rf"(?:{surname})(?:{_written(words, words.titled)})(?:{given}(?={speaking}|[：:，]))?"
    opening = rf"(?:^|(?<=[，。；：、！？“”「」『』和与及\s]))(?:{_written(words, words.name_openings)})?"
    also = rf"(?:(?:[、和与及]|以及){name}){{0,12}}"  # bounded: a list without end must not be walked from each of its names
    titles, speak, after = _written(words, words.titled), f"(?:{speaking})", _written(words, words.beside_names)
    year = r"(?:[（(][^）)]{1,24}[）)])?"
    follows = rf"(?={also}(?:{_written(words, words.beside_names[:1])})|{also}(?:{titles})?{year}{speak})"
    after_role = rf"(?={also}(?:{titles})?{year}(?:{speak}|[，。；、：（(]|{after}))"
    turn = rf"^(?P<c>{dotted}|(?:{surname})[{_HAN}]{{1,2}}|{foreign}{{2,7}})(?=[：:])"
    beside = rf"(?:(?<=[{words.workplaces}])(?P<d>(?:{surname})(?:[{_HAN}]{{1,2}})?(?:{titles})(?={speaking})))"  # «复旦大学江教授»
    return rf"{turn}|{beside}|(?:{opening}(?P<a>{titled}(?={speaking}|[：:])|{name}{follows}))|(?:(?:{roles})(?P<b>{name}){after_role})"


def find_shapes(text: str, language: str) -> Iterator[Shape]:
    """The organisations and persons that a text names in these shapes; they may overlap."""
    patterns = _patterns(language)
    if patterns is None:
        return
    yield from _states(patterns, text, language)
    for match in patterns.bare.finditer(text):
        yield Shape(match.start(), match.end(), "Institution")
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
