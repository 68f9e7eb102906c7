"""Participants: who was at the meeting that a document reports on, and in which role. A reading in; PARTICIPATED_IN claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.events import event_near, event_of
from extract.lists import Item
from extract.meeting.attendance import read_attendance
from extract.meeting.items import item_party
from extract.meeting.lead_ins import Listed, find_lists
from extract.meeting.officers import read_officers
from extract.meeting.speakers import read_speakers
from extract.meeting.words import kind_of, meeting_words, role_of
from extract.patterns import either
from extract.reading import Finding, Reading, extractor
from extract.who.persons import find_persons
from graph.records import Party, Skipped


@extractor("participants")
def read_participants(reading: Reading) -> Iterator[Finding]:
    """One claim for each actor a document says was at a meeting: listed, named in running text, in office, or speaking."""
    event, persons = event_of(reading), find_persons(reading)
    for passage in reading.passages:
        if passage.kind in ("table", "title", "heading"):
            continue
        lists = find_lists(reading)[passage.ordinal]
        for listed in lists:
            yield from _listed(reading, listed, event)
        if not lists:
            yield from read_attendance(reading, passage, event)
    yield from read_officers(reading, event, persons)
    yield from read_speakers(reading, event, persons)


def _listed(reading: Reading, listed: Listed, event: Party) -> Iterator[Finding]:
    meeting = re.search(either(meeting_words(listed.above.language).meetings), listed.lead)
    about = event_near(reading, listed.above, len(listed.above.text), event)
    about = Party("Event", about.id, meeting[0] if meeting is not None else about.surface)
    for item in listed.items:
        for part in (item, *item.members):
            yield _participant(reading, listed, part, about)


def _participant(reading: Reading, listed: Listed, item: Item, event: Party) -> Finding:
    passage, (bodies, states) = listed.passage, listed.roles
    actor = item_party(passage, item, kind_of(bodies) or "")
    if not actor.kind:
        return Skipped(f"{passage.document} {passage.locator}", "participants: no state we know", actor.surface or "")
    role, sure = role_of(actor, bodies, states), 0.95 if actor.id is not None else 0.85
    return reading.claim(passage, "PARTICIPATED_IN", actor, event, (item.start, item.end), method="participants", confidence=sure, role=role)
