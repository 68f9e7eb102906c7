"""Officers: who chaired a meeting, opened it, or was a friend of its chair. A reading in; PARTICIPATED_IN claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.events import event_near, find_event, find_session, session_named
from extract.meeting.labels import labelled_persons
from extract.meeting.words import meeting_words, sentences
from extract.patterns import either, either_of
from extract.reading import Finding, Reading
from extract.who.persons import Person
from extract.who.signs import SignLine, person_line, shapes_of
from graph.ids import entity_id
from graph.records import Party, Passage
from graph.sourcemap import Span


def read_officers(reading: Reading, event: Party, persons: tuple[tuple[Person, ...], ...]) -> Iterator[Finding]:
    """Claims with the roles chair, opened-by and friend-of-the-chair; «the Chair» without a name is the one the document named."""
    chair: Person | None = None
    for passage in reading.passages:
        found = persons[passage.ordinal]
        if found:
            line = person_line(passage, found)
            for person, role, about, span in _offices(reading, passage, line, event):
                chair = person if role == "chair" and about.id == event.id else chair
                yield _claim(reading, passage, person.party, role, about, span)
            yield from _friends(reading, passage, line, found, event)
            for person, role in labelled_persons(reading, passage, found) if event.surface is not None else ():
                yield _claim(reading, passage, person.party, role, event, (person.left, person.right))
        if chair is not None:
            yield from _unnamed(reading, passage, chair, event)


def _claim(reading: Reading, passage: Passage, person: Party, role: str, event: Party, span: Span) -> Finding:
    return reading.claim(passage, "PARTICIPATED_IN", person, event, span, method="participants:officers", confidence=0.9, role=role)


def _offices(reading: Reading, passage: Passage, line: SignLine, event: Party) -> Iterator[tuple[Person, str, Party, Span]]:
    words = meeting_words(passage.language)
    for role, told in (
        ("chair", words.chair), ("opened-by", words.opened_by), ("friend-of-the-chair", words.friend_of_the_chair), ("speaker", words.at_meeting),
    ):  # fmt: skip
        seen: set[int] = set()
        for _, match in shapes_of(told).finditer(line.text):
            sign = line.at(match.start("P"))
            if sign is None or not isinstance(sign.value, Person) or sign.start in seen:
                continue
            seen.add(sign.start)
            topic = match.groupdict().get("T")
            if role == "speaker" and not topic and event.surface is None:
                continue  # nothing says that a meeting is spoken of
            about = event_near(reading, passage, match.end(), event)
            if topic:
                about = _meeting(passage, match.span("T")) if role == "speaker" else _part(topic, passage.language, about, role)
            yield sign.value, role, about, (min(match.start(), sign.start), match.end())


def _meeting(passage: Passage, span: Span) -> Party:
    """The meeting named in ``span``: a known one, else one named after its words."""
    words = passage.text[slice(*span)].strip()
    known = find_event(passage.text, passage.language, end=span[1])
    return known if known is not None and (known.surface or "") in words else Party("Event", entity_id("Event", words), words)


def _part(topic: str, language: str, event: Party, role: str) -> Party:
    """What ``topic`` names: a part of the event, or the event itself («chaired the meeting»)."""
    topic, words = topic.strip(), meeting_words(language)
    if role == "friend-of-the-chair":
        return session_named(topic, language, event)
    about = re.sub(either(words.sessions), "", topic)
    if about == topic or len(about.strip()) < 4 or re.search(either(words.meetings), about):
        return find_session(topic, language, event) or event
    return session_named(topic, language, event)


def _friends(reading: Reading, passage: Passage, line: SignLine, persons: tuple[Person, ...], event: Party) -> Iterator[Finding]:
    """Pairs «person and person: part of the meeting» after a lead-in."""
    words, above = meeting_words(passage.language), reading.lead_of(passage)
    lead = re.search(either_of(words.friends_lead), line.text)
    if lead is None and (above is None or re.search(either_of(words.friends_lead), above.text) is None):
        return
    start = lead.end() if lead is not None else 0
    end = next((e for _, e in sentences(line.text, passage.language, start)), len(line.text))
    joint = re.compile(rf"[^:：]{{0,60}}?(?:{either(words.friends_topic)})\s*")
    for low, high in _between(line.text, start, end):
        here = [p for p in persons if low <= p.start and p.right <= high]
        topic = joint.match(line.text, here[-1].right, high) if here else None
        if topic is None:
            continue
        about = session_named(passage.text[topic.end() : high].strip(" ;；。.()"), passage.language, event)
        for person in here:
            yield _claim(reading, passage, person.party, "friend-of-the-chair", about, (person.left, high))


def _between(text: str, start: int, end: int) -> Iterator[Span]:
    low = start
    for mark in re.finditer(r"[;；]|$", text[start:end]):
        yield low, start + mark.start()
        low = start + mark.end()


def _unnamed(reading: Reading, passage: Passage, chair: Person, event: Party) -> Iterator[Finding]:
    for _, match in shapes_of(meeting_words(passage.language).the_chair).finditer(passage.text):
        about = session_named(match["T"], passage.language, event)
        yield _claim(reading, passage, chair.party, "chair", about, match.span())
