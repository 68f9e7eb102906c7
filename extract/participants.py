"""Participants: who was at the meeting that a document reports on, and in which role. A reading in; PARTICIPATED_IN claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.attendance import read_attendance
from extract.events import event_near, event_of
from extract.lists import Item, split_list
from extract.meetings import attends, kind_of, meeting_words, role_of, roles_in, sentences
from extract.members import item_party, knows
from extract.officers import read_officers
from extract.patterns import either
from extract.persons import find_persons
from extract.reading import Finding, Reading, extractor
from extract.speakers import read_speakers
from graph.records import Party, Passage, Skipped
from graph.sourcemap import Span

_COLON = re.compile(r"[:：]")


@extractor("participants")
def read_participants(reading: Reading) -> Iterator[Finding]:
    """One claim for each actor a document says was at a meeting: listed, named in running text, in office, or speaking."""
    event, persons = event_of(reading), find_persons(reading)
    for passage in reading.passages:
        if passage.kind in ("table", "title", "heading"):
            continue
        listed = list(_listed(reading, passage, event))
        yield from listed or read_attendance(reading, passage, event)
    yield from read_officers(reading, event, persons)
    yield from read_speakers(reading, event, persons)


def _listed(reading: Reading, passage: Passage, event: Party) -> Iterator[Finding]:
    """The items after a lead-in («下列缔约方参加了会议：…») or, as an item of its own, beneath one."""
    above = reading.lead_of(passage)
    if above is not None and (lead := _lead_in(above.text, _last_sentence(above), above.language)) is not None:
        yield from _items(reading, passage, (0, len(passage.text)), lead[0], above, event)
        return
    for sentence in sentences(passage.text, passage.language):
        found = _lead_in(passage.text, sentence, passage.language)
        if found is not None:
            text, start = found
            end = sentence[1] if start < sentence[1] else next((e for s, e in sentences(passage.text, passage.language, start)), start)
            yield from _items(reading, passage, (start, end), text, passage, event)


def _last_sentence(passage: Passage) -> Span:
    return list(sentences(passage.text, passage.language))[-1] if passage.text.strip() else (0, 0)


def _lead_in(text: str, sentence: Span, language: str) -> tuple[str, int] | None:
    """The words that introduce a list of participants in a sentence, and where the list begins."""
    words = meeting_words(language)
    colon = _COLON.search(text, *sentence)
    start = colon.end() if colon is not None else sentence[1]
    lead = text[sentence[0] : start]
    if colon is None and not re.search(rf"(?:{either(words.following)})[^.]{{0,8}}\.\s*$", lead):
        return None
    if not re.search(either(words.following), lead, re.IGNORECASE) or not attends(lead, language):
        return None
    return (lead, start) if roles_in(lead, language)[2] else None


def _items(reading: Reading, passage: Passage, span: Span, lead: str, above: Passage, event: Party) -> Iterator[Finding]:
    bodies, states, _ = roles_in(lead, above.language)
    about = event_near(reading, above, len(lead) if above is passage else len(above.text), event)
    meeting = re.search(either(meeting_words(above.language).meetings), lead)
    about = Party("Event", about.id, meeting[0] if meeting is not None else about.surface)
    for item in split_list(passage.text, span, passage.language, knows(passage.language)):
        for part in (item, *item.members):
            yield _participant(reading, passage, part, (bodies, states), about)


def _participant(reading: Reading, passage: Passage, item: Item, roles: tuple[str | None, str | None], event: Party) -> Finding:
    actor = item_party(passage, item, kind_of(roles[0]) or "")
    if not actor.kind:
        return Skipped(f"{passage.document} {passage.locator}", "participants: no state we know", actor.surface or "")
    role, sure = role_of(actor, *roles), 0.95 if actor.id is not None else 0.85
    return reading.claim(passage, "PARTICIPATED_IN", actor, event, (item.start, item.end), method="participants", confidence=sure, role=role)
