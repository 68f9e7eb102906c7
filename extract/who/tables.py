"""Tables of persons: «Name | Title | Affiliation». A reading in; the posts and roles that each row gives out, as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.events import event_of
from extract.meeting.words import meeting_words
from extract.names import load_names
from extract.organisation_lists import organisation
from extract.patterns import either
from extract.reading import Finding, Reading
from extract.who.persons import identity_of
from extract.who.words import words_for
from graph.records import Cell, Party, Passage

_LONGEST = 60  # characters of a person's name in a cell


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what."""

    name: int
    title: int | None
    holder: int


def read_person_tables(reading: Reading) -> Iterator[Finding]:
    """REPRESENTS, AFFILIATED_WITH and (beneath «Speakers») PARTICIPATED_IN for each row of a table of persons."""
    event = event_of(reading)
    for passage in reading.passages:
        columns = _columns(passage)
        if passage.table is None or columns is None:
            continue
        role = _role(passage)
        for row in _rows(passage):
            person = _person(passage, row.get(columns.name))
            if person is None:
                continue
            who, name = person
            if role is not None and event.surface is not None:
                yield reading.claim(
                    passage, "PARTICIPATED_IN", who, event, (name.start, name.end), method="person-tables", confidence=0.85, role=role
                )  # fmt: skip
            yield from _post(reading, passage, who, (name, row.get(columns.holder), None if columns.title is None else row.get(columns.title)))


def _columns(passage: Passage) -> Columns | None:
    """The columns of names and employers, if the header names both."""
    words = words_for(passage.language)
    found: dict[str, int] = {}
    for cell in passage.table.cells if passage.table is not None else ():
        if cell.row == 0:
            text = passage.text[cell.start : cell.end].strip(" *").casefold()
            for kind in ("name", "title", "holder"):
                if text in words.columns.get(kind, ()):
                    found.setdefault(kind, cell.column)
    return Columns(found["name"], found.get("title"), found["holder"]) if {"name", "holder"} <= set(found) else None


def _rows(passage: Passage) -> Iterator[dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in passage.table.cells if passage.table is not None else ():
        if cell.row > 0:
            rows.setdefault(cell.row, {})[cell.column] = cell
    yield from rows.values()


def _person(passage: Passage, cell: Cell | None) -> tuple[Party, Cell] | None:
    """The person of a cell, without honorific."""
    text = passage.text[cell.start : cell.end] if cell is not None else ""
    bare = re.sub(rf"^(?:(?:{either(words_for(passage.language).before)})\s+)+", "", text.strip())
    if cell is None or not 2 <= len(bare) <= _LONGEST or re.search(r"[\d@:：]", bare):
        return None
    start = cell.start + text.index(bare)
    return Party("Person", identity_of(bare, passage.language), bare), Cell(cell.row, cell.column, start, start + len(bare))


def _post(reading: Reading, passage: Passage, who: Party, cells: tuple[Cell, Cell | None, Cell | None]) -> Iterator[Finding]:
    name, holder, title = cells
    words = passage.text[holder.start : holder.end].strip() if holder is not None else ""
    if holder is None or len(words) < 2:
        return
    job = passage.text[title.start : title.end].strip() if title is not None else ""
    role = words_for(passage.language).english(job) or (job.casefold() if job.isascii() and job else None)
    span = (min(name.start, holder.start), max(name.end, holder.end))
    state = load_names().identify(words, passage.language, ("State",))
    target = Party("State", state.id, words) if state is not None else organisation(words, passage.language)
    relation = "REPRESENTS" if state is not None else "AFFILIATED_WITH"
    sure = 0.9 if target.id is not None else 0.8
    yield reading.claim(passage, relation, who, target, span, method="person-tables", confidence=sure, role=role)


def _role(passage: Passage) -> str | None:
    heading = passage.heading_path[-1].strip(" :：*") if passage.heading_path else ""
    roles = meeting_words(passage.language).role_labels.items()
    return next((role for role, pattern in roles if re.fullmatch(pattern, heading, re.IGNORECASE)), None)
