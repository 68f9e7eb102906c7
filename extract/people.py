"""People: which state or organisation a person stands for. A reading in; REPRESENTS and AFFILIATED_WITH claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.language import Words, load_checked, section
from extract.lists import ListWords
from extract.meeting.words import meeting_words, sentences
from extract.reading import Finding, Reading, extractor, party
from extract.who.epithets import Post, read_epithets
from extract.who.persons import Person, find_persons
from extract.who.signs import SignLine, shape, shapes_of, sign_line
from extract.who.tables import read_person_tables
from extract.who.words import words_for
from graph.records import Party, Passage
from graph.settings import DATA


class OfficesFile(Words):
    """data/names/offices.yaml: for which state a person is known to speak."""

    offices: dict[str, str]


@cache
def load_offices() -> dict[str, str]:
    """The states that known persons speak for, by the person's id.

    Raises:
        DataError: data/names/offices.yaml breaks its shape.
    """
    return load_checked(DATA / "names" / "offices.yaml", OfficesFile).offices


@extractor("people")
def read_people(reading: Reading) -> Iterator[Finding]:
    """One claim for each post a person is said to hold: with a state (REPRESENTS) or an organisation (AFFILIATED_WITH)."""
    yield from read_person_tables(reading)
    for passage, persons in zip(reading.passages, find_persons(reading), strict=True):
        seen: set[tuple[str, str]] = set()
        for person, post in _posts(reading, passage, persons):
            key = person.party.key, post.holder.key
            if key not in seen:
                seen.add(key)
                yield _claim(reading, passage, person, post)


def _claim(reading: Reading, passage: Passage, person: Person, post: Post) -> Finding:
    relation = "REPRESENTS" if post.office else "AFFILIATED_WITH"
    sure = 0.95 if post.holder.id is not None and post.title is not None else 0.85 if post.holder.id is not None else 0.75
    return reading.claim(passage, relation, person.party, post.holder, post.span, method="people", confidence=sure, role=post.title)


def _posts(reading: Reading, passage: Passage, persons: tuple[Person, ...]) -> Iterator[tuple[Person, Post]]:
    if words_for(passage.language).epithets:
        for before, person, following in zip((None, *persons), persons, (*persons[1:], None), strict=False):
            after = before.right if before is not None else 0
            limit = following.left if following is not None else len(passage.text)
            yield from ((person, post) for post in read_epithets(reading, passage, person, after=after, before=limit))
        return
    if persons:
        line, words = sign_line(reading, passage, persons), words_for(passage.language)
        yield from _shaped(line, words.represents, office=True)
        yield from _known_offices(reading, passage, line)
        yield from _shaped(line, words.affiliated, office=False)


def _known_offices(reading: Reading, passage: Passage, line: SignLine) -> Iterator[tuple[Person, Post]]:
    """An office without its state («the President»), of a person known to speak for a state that this or the last sentence names."""
    for match in (match for pattern in ("{P} ?{F}", "{F} ?{P}") for match in shape(pattern).finditer(line.text)):
        person, office = line.at(match.start("P")), line.at(match.start("F"))
        if person is None or office is None or not isinstance(person.value, Person) or not isinstance(office.value, str):
            continue
        holder = load_offices().get(person.value.id or "")
        spans = [span for span in sentences(passage.text, passage.language) if span[0] <= match.start()][-2:]
        for state in reading.in_span(passage, spans[0][0] if spans else 0, match.end()):
            if holder is not None and state.entity == holder:
                yield person.value, Post(party(state), office.value, match.span(), office=True)


def _shaped(line: SignLine, shapes: tuple[str, ...], *, office: bool) -> Iterator[tuple[Person, Post]]:
    ways = shapes_of(shapes)
    for number in ways.possible(line.text):
        for match in _overlapping(ways.patterns[number], line.text):
            post = _post(line, match, office)
            person = line.at(match.start("P"))
            if post is not None and person is not None and isinstance(person.value, Person):
                yield person.value, post


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Matches from every start: one person may end a phrase and begin the next."""
    at = 0
    while match := pattern.search(text, at):
        yield match
        at = match.start() + 1


def _is_meeting(holder: Party) -> bool:
    """Whether an unknown name is that of a meeting («Chair of the Group»), with which nobody is employed."""
    words, names = (holder.surface or "").split(), section("en", "lists", ListWords).organisations
    last = [word for word in words[-1:] if word not in names]
    return holder.id is None and holder.kind != "State" and any(word in meeting_words("en").meetings for word in words[:1] + last)


def _is_subject(line: SignLine, low: int, high: int) -> bool:
    """Whether one link alone joins a job and an unknown name: «professor of Law», not «professor at Y» or «professor of Law, Y»."""
    return line.text[low:high].strip() in words_for("en").links


def _post(line: SignLine, match: re.Match[str], office: bool) -> Post | None:
    groups = match.groupdict()
    holder = line.at(match.start("S" if office else "O"))
    title = next((line.at(match.start(kind)) for kind in ("J", "F") if groups.get(kind)), None)
    person = line.at(match.start("P"))
    if holder is None or not isinstance(holder.value, Party) or person is None or _is_meeting(holder.value):
        return None
    if holder.kind == "N" and title is not None and title.value in words_for("en").teaching and _is_subject(line, title.end, holder.start):
        return None
    named = title.value if title is not None else person.value.title if isinstance(person.value, Person) else None
    return Post(holder.value, named if isinstance(named, str) else None, match.span(), office=office)
