"""Events: which meeting a text speaks of, and which part of it. Words in, an event as one end of a claim out."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pydantic import Field

from extract.language import Words, languages, load_checked
from extract.meeting.words import meeting_words
from extract.patterns import either
from extract.reading import Reading
from extract.sought import Sought
from graph.ids import entity_id, slug
from graph.records import Party, Passage
from graph.settings import DATA

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT, _FIRST, _LONG = 40, 3, 160  # characters of a title that says «final report»; titles that may name the meeting; characters of its name
_QUOTED = re.compile(r"[“\"‘'「『](?P<name>[^”\"’'」』]{2,60})[”\"’'」』]")


class EventEntry(Words):
    """One meeting, or one series of them, of data/names/events.yaml."""

    names: dict[str, tuple[str, ...]]
    year: Literal["always", "known", "never"] = "known"
    sessions: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)


class EventFile(Words):
    """The whole file."""

    events: dict[str, EventEntry]


@cache
def load_events() -> dict[str, EventEntry]:
    """The known meetings by the last part of their ids.

    Raises:
        DataError: data/names/events.yaml breaks its shape.
    """
    return load_checked(DATA / "names" / "events.yaml", EventFile).events


def find_event(text: str, language: str, *, end: int | None = None, year: str | None = None) -> Party | None:
    """The known meeting that ``text`` names last before ``end``, its year that nearest before (or just after) the name, else ``year``."""
    named = list(_pattern(language).finditer(text, 0, len(text) if end is None else end))
    if not named:
        return None
    last = named[-1]
    key = _keys(language)[last[0].casefold()]
    found = _year_near(text, *last.span()) or (year if load_events()[key].year == "always" else None)
    return Party("Event", f"event:{key}-{found}" if found and load_events()[key].year != "never" else f"event:{key}", last[0])


def event_of(reading: Reading) -> Party:
    """The meeting a report is about: the known one its title or first paragraphs name; else one named after the document.

    The latter has no surface where nothing says that the document reports on one meeting.
    """
    year = (reading.document.date or "")[:4] or None
    titles = [p for p in reading.passages[:12] if p.kind in ("title", "heading") or p.locator.startswith("head")]
    first = [p for p in reading.passages if p.kind not in ("title", "heading", "note", "table")][:8]
    is_report = any(re.search(either(meeting_words(p.language).reports), p.text) for p in (*titles, *first[:1]))
    own = [(reading.document.title or "", language) for language in languages()]
    for text, language in [*own, *((p.text, p.language) for p in (*titles, *(first if is_report else ())))]:
        found = find_event(text, language, year=year)
        if found is not None:
            return found
    return _named_after(reading, titles)


def event_near(reading: Reading, passage: Passage, at: int, event: Party) -> Party:
    """The meeting meant at a place of the passage: the report's own ``event``, else the known one named last, two passages back at most."""
    if event.surface is not None:
        return event
    for back in range(3):
        before = reading.passages[passage.ordinal - back] if passage.ordinal >= back else None
        found = None if before is None else find_event(before.text, before.language, end=at if back == 0 else None)
        if found is not None:
            return found
    return event


def session_of(passage: Passage, event: Party) -> Party | None:
    """The part of the event that a passage reports on: told by its first sentence or its nearest heading; ``None`` if neither tells.

    A heading need not say that it names a session where it is a session's very name.
    """
    first = re.split(r"(?<=[。.!?])", passage.text, maxsplit=1)[0]
    words = meeting_words(passage.language)
    for text in (first, *reversed(passage.heading_path[-1:])):
        named = any(re.fullmatch(either(names.get(passage.language, ())), text.strip(), re.IGNORECASE) for names in _sessions(event).values())
        if not named and re.search(either(words.sessions), text) is None:
            continue
        found = find_session(text, passage.language, event)
        if found is not None:
            return found
    return _headed(passage, event)


def _headed(passage: Passage, event: Party) -> Party | None:
    """The session that the nearest heading begins with the word for and gives a title to («Session two: Verification»)."""
    heading = passage.heading_path[-1] if passage.heading_path else ""
    named = re.match(rf"(?:{either(meeting_words(passage.language).sessions)})\b[^:：]{{0,20}}[:：]\s*(?=\S)", heading)
    return None if named is None or event.surface is None else Party("Event", f"{event.id}/{slug(heading[named.end() :])}", heading)


def find_session(text: str, language: str, event: Party) -> Party | None:
    """The session of ``event`` that ``text`` names: a known one, else one in quotation marks."""
    for key, names in _sessions(event).items():
        found = re.search(either(names.get(language, ())), text, re.IGNORECASE)
        if found is not None:
            return Party("Event", f"{event.id}/{key}", found[0])
    quoted = _QUOTED.search(text)
    return None if quoted is None else Party("Event", f"{event.id}/{slug(quoted['name'])}", quoted["name"])


def session_named(text: str, language: str, event: Party) -> Party:
    """The session that ``text`` is the title of."""
    found = find_session(text, language, event)
    return Party("Event", f"{event.id}/{slug(text)}" if found is None else found.id, text)


def _sessions(event: Party) -> dict[str, dict[str, tuple[str, ...]]]:
    key = re.sub(r"-\d{4}$", "", (event.id or "").removeprefix("event:"))
    entry = load_events().get(key)
    return {} if entry is None else entry.sessions


def _named_after(reading: Reading, titles: list[Passage]) -> Party:
    """The meeting that a title says it reports on; else the one whose name is the title of a document that calls itself a report."""
    for passage in titles:
        words, flags = meeting_words(passage.language), re.IGNORECASE if passage.text.isupper() else re.NOFLAG
        if re.search(either(words.reports), passage.text, flags) and re.search(either(words.meetings), passage.text, flags):
            name = re.sub(either(words.reports), "", passage.text, flags=flags).strip(" ,:：")
            return Party("Event", entity_id("Event", name), name)
    calls = any(len(p.text) <= _SHORT and re.search(either(meeting_words(p.language).reports), p.text, re.IGNORECASE) for p in titles)
    title = next((p.text for p in titles[:_FIRST] if calls and _names_meeting(p)), None)
    return Party("Event", entity_id("Event", title or reading.document.symbol or reading.document.id), title)


def _names_meeting(passage: Passage) -> bool:
    """Whether a title is a meeting's name: it holds a word for one, in capitals where the script has them, and more words."""
    found = re.search(either(meeting_words(passage.language).meetings), passage.text)
    return found is not None and len(passage.text) > len(found[0]) + 4 and found[0][0] == found[0][0].upper() and len(passage.text) <= _LONG


def _year_near(text: str, start: int, end: int) -> str | None:
    before = _YEAR.findall(text[max(0, start - 40) : start])
    after = _YEAR.search(text[end : end + 30])
    return before[-1] if before else after[0] if after else None


@cache
def _keys(language: str) -> dict[str, str]:
    return {name.casefold(): key for key, entry in load_events().items() for name in entry.names.get(language, ())}


@cache
def _pattern(language: str) -> Sought:
    names = [name for entry in load_events().values() for name in entry.names.get(language, ())]
    return Sought(rf"\b(?:{either(names)})" if language == "en" else either(names), re.IGNORECASE)
