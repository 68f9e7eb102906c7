"""Signs: a passage with its names and titles replaced by signs of their own length, so that phrase shapes can be written as patterns.

A passage and its persons in; the sign line, and what stands behind each sign, out. In a shape ``{P}`` is a person, ``{S}`` a state,
``{O}`` an organisation (``{N}`` one or any other capitalised name), ``{J}`` a job, ``{F}`` an office of state, and ``…`` up to sixty
characters that hold no person and end no clause (``……`` up to 160).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from extract.language import section
from extract.lists import ListWords
from extract.names import load_names
from extract.patterns import either
from extract.reading import Reading, party
from extract.sought import Patterns, Sought
from extract.who.persons import Person
from extract.who.words import words_for
from graph.records import Party, Passage

SIGNS = {"P": "\ue000", "S": "\ue001", "O": "\ue002", "N": "\ue003", "J": "\ue004", "F": "\ue005"}
ORGANISATIONS = frozenset({"NGO", "InternationalOrganization", "Institution", "Coalition"})
_GAP = rf"[^.。;；!！?？:：\n{SIGNS['P']}]{{0,60}}?"
_WIDE_GAP = _GAP.replace("60", "160")
_CAPITALS = r"[A-ZÀ-ÖØ-ÞĀ-Ɏ][\w&’'-]*"


@dataclass(frozen=True, slots=True)
class Sign:
    """A name or title at ``start…end``: a person, the party a name stands for, or the English of a title."""

    kind: str
    start: int
    end: int
    value: Person | Party | str | None


@dataclass(frozen=True, slots=True)
class SignLine:
    """The passage's text with signs in it, as long as the text; ``signs`` ascend and do not overlap."""

    text: str
    signs: tuple[Sign, ...]

    def at(self, start: int) -> Sign | None:
        """The sign that begins at ``start``."""
        return next((sign for sign in self.signs if sign.start == start), None)


def sign_line(reading: Reading, passage: Passage, persons: Iterable[Person]) -> SignLine:
    """The passage in signs; where names and titles overlap, persons come before organisations, states and titles."""
    signs: list[Sign] = []
    for sign in _candidates(reading, passage, persons):
        if all(sign.end <= other.start or other.end <= sign.start for other in signs):
            signs.append(sign)
    return _line(passage.text, signs)


def person_line(passage: Passage, persons: Iterable[Person]) -> SignLine:
    """The passage with signs for persons alone."""
    return _line(passage.text, [Sign("P", person.left, person.right, person) for person in persons])


def _line(text: str, signs: list[Sign]) -> SignLine:
    letters = list(text)
    for sign in signs:
        letters[sign.start : sign.end] = SIGNS[sign.kind] * (sign.end - sign.start)
    return SignLine("".join(letters), tuple(sorted(signs, key=lambda sign: sign.start)))


@cache
def shape(pattern: str) -> re.Pattern[str]:
    """A shape as a pattern whose groups are named after its signs.

    Raises:
        re.error: the shape is no pattern.
    """
    pattern = pattern.replace("{N}", f"(?P<O>[{SIGNS['O']}{SIGNS['N']}]++)").replace("……", _WIDE_GAP).replace("…", _GAP)
    for kind, sign in SIGNS.items():
        pattern = pattern.replace(f"{{{kind}}}", f"(?P<{kind}>{sign}++)")
    return re.compile(pattern)


@cache
def shapes_of(patterns: tuple[str, ...]) -> Patterns:
    """Several shapes, sought together.

    Raises:
        re.error: a shape is no pattern.
    """
    return Patterns(map(shape, patterns))


def _candidates(reading: Reading, passage: Passage, persons: Iterable[Person]) -> Iterator[Sign]:
    mentions, text = reading.mentions[passage.ordinal], passage.text
    for person in persons:
        yield Sign("P", person.left, person.right, person)
        text = text[: person.left] + SIGNS["P"] * (person.right - person.left) + text[person.right :]
    known = [Sign("O", m.start, m.end, party(m)) for m in mentions if m.kind in ORGANISATIONS]
    unknown = [_with_whole(sign, known) for sign in unknown_organisations(text, passage.language)]
    yield from sorted((*known, *unknown), key=lambda sign: (sign.start - sign.end, sign in unknown))
    yield from _after_persons(passage, persons)
    yield from (Sign("S", m.start, m.end, party(m)) for m in mentions if m.kind == "State")
    for kind, pattern in _titles(passage.language):
        yield from (Sign(kind, m.start(), m.end(), words_for(passage.language).english(m[0])) for m in pattern.finditer(text))
    for match in re.finditer(rf"{_CAPITALS}(?:[ ]{_CAPITALS})*", passage.text, re.ASCII):
        yield Sign("N", *match.span(), Party("Institution", None, match[0]))


def _after_persons(passage: Passage, persons: Iterable[Person]) -> Iterator[Sign]:
    """A known name after «X of», though it would tell nothing in running text («Article 36»)."""
    links = either(words_for(passage.language).links)
    for person in persons:
        words = re.compile(rf"[ ](?:{links})[ ](?P<name>[A-Z][\w’'-]*(?:[ ][\w’'-]+){{0,4}})").match(passage.text, person.right)
        ends = [m.end() for m in re.finditer(r"\b(?=\W|$)", words["name"])] if words is not None else []
        for end in reversed(ends):
            known = load_names().identify(words["name"][:end], passage.language, tuple(ORGANISATIONS)) if words is not None and end else None
            if known is not None and words is not None:
                start = words.start("name")
                yield Sign("O", start, start + end, Party(known.kind, known.id, words["name"][:end]))
                break


@cache
def _titles(language: str) -> tuple[tuple[str, Sought], ...]:
    words = words_for(language)
    edge = r"\b" if language == "en" else ""
    flags = re.IGNORECASE if language == "en" else re.NOFLAG
    return tuple((kind, Sought(f"{edge}(?:{either(titles)}){edge}", flags)) for kind, titles in (("F", words.offices), ("J", words.jobs)))


def _with_whole(part: Sign, known: list[Sign]) -> Sign:
    """A part of an organisation stands for the known whole its name ends with («Geneva Branch of …»)."""
    return next((replace(part, value=sign.value) for sign in known if part.start < sign.start and sign.end == part.end), part)


def unknown_organisations(text: str, language: str) -> Iterator[Sign]:
    """Phrases that hold a word of organisations' names; where words have no breaks (Chinese), :mod:`extract.who.epithets` finds them."""
    for match in pattern.finditer(text) if (pattern := _organisation(language)) is not None else ():
        title, department = _before_name(language)
        start = match.start() + len(match[0]) - len(title.sub("", match[0]))
        name = department.sub("", text[start : match.end()])
        if name and words_for(language).english(name) is None:
            yield Sign("O", start, match.end(), Party("Institution", None, name))


@cache
def _before_name(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A title («Director of the …») and a department («Department of Law of the …») before the name of an organisation."""
    words = words_for(language)
    links = either(words.links)
    whole = either(section(language, "lists", ListWords).organisations)
    part = rf"(?:{either(words.departments)})\b[^,]*[ ](?:{links})(?:[ ](?:{links}))?[ ](?=[^,]*\b(?:{whole})\b)"
    title = rf"^(?i:{either([*words.jobs, *words.offices])})(?:[ ](?:{links}))*[ ]"
    return re.compile(title), re.compile(f"^{part}")


@cache
def _organisation(language: str) -> re.Pattern[str] | None:
    words, names = words_for(language), section(language, "lists", ListWords).organisations
    if language == "en":  # a chain of capitalised words; «and» belongs to it only after the word for an organisation («University of Art and Design»)
        link, holds = either(words.links), either(names)
        step = rf"(?:[ ](?:{link}))*[ ]{_CAPITALS}"
        return re.compile(rf"\b(?=(?:(?:{_CAPITALS}|{link})\b[ ]+)*?(?:{holds})\b){_CAPITALS}(?:(?![ ]and[ ][^.,;]*\b(?:{holds})\b){step})*")
    if language == "ko":
        word, whole = rf"(?:[가-힣A-Za-z]+(?<![{words.cases}]) )", either(section(language, "lists", ListWords).whole)
        job = rf"(?!(?:{either(words.jobs)})(?:[{words.cases},.)\s]|$))"  # «X연구소 선임연구원»: the name ends before the job
        return re.compile(rf"(?<![가-힣])(?:{word}{{0,2}}{job}[가-힣A-Za-z]{{2,}}(?:{either(names)})|{whole})(?=[{words.cases},.)\s]|$)")
    return None
