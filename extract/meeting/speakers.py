"""Speakers: the persons who presented something at a session. A reading in; PARTICIPATED_IN claims with the role speaker out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.events import session_of
from extract.meeting.words import meeting_words, sentences
from extract.patterns import either, either_of
from extract.reading import Finding, Reading
from extract.who.persons import Person
from graph.records import Party, Passage


def read_speakers(reading: Reading, event: Party, persons: tuple[tuple[Person, ...], ...]) -> Iterator[Finding]:
    """Persons listed as presenters, or subjects of a verb of presenting in a passage that reports on a session."""
    for passage, found in zip(reading.passages, persons, strict=True):
        if not found or passage.kind in ("table", "title", "heading"):
            continue
        session = session_of(passage, event)
        for person in found:
            if _presents(reading, passage, person, found) or (session is not None and _speaks(passage, person, found)):
                about = session or event
                span, method = (person.left, person.right), "participants:speakers"
                yield reading.claim(passage, "PARTICIPATED_IN", person.party, about, span, method=method, confidence=0.9, role="speaker")


def _speaks(passage: Passage, person: Person, persons: tuple[Person, ...]) -> bool:
    """Whether a verb of presenting follows the person in the same sentence, before anyone else is named."""
    after = next((p.left for p in persons if p.left >= person.right), len(passage.text))
    end = next((e for _, e in sentences(passage.text, passage.language, person.right)), len(passage.text))
    rest = passage.text[person.right : min(after, end, person.right + 200)]
    edge = r"\b" if passage.language == "en" else ""
    return re.search(rf"{edge}(?:{either(meeting_words(passage.language).speaking)})", rest) is not None


def _presents(reading: Reading, passage: Passage, person: Person, persons: tuple[Person, ...]) -> bool:
    """Whether the person stands in a list of presenters: after its lead-in, or as an item beneath one."""
    above = reading.lead_of(passage)
    shapes = re.compile(either_of(meeting_words(passage.language).presentations))
    if above is not None and shapes.search(above.text) is not None:
        return True
    lead = next((m for m in shapes.finditer(passage.text, 0, person.left)), None)
    if lead is None:
        return False
    ends = [e for _, e in sentences(passage.text, passage.language, lead.end())]
    return person.right <= (ends[0] if ends else len(passage.text))
