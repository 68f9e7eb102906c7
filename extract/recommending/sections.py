"""Where a document recommends: the sections under a recommending heading. A reading in; for each passage its section, or None, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.reading import Reading
from extract.recommending.addressees import addressees_of_heading
from extract.recommending.words import is_closing_heading, is_mixed_heading, is_recommending_heading
from graph.records import Document, Passage

_NUMBER = re.compile(r"§(\d+)(?![\d.])")
_LINE = re.compile(r"[【\[〔<＜*_\s]*([^【】\[\]〔〕<>*_:：.。]{2,30})[】\]〕>＞*_:：\s]*")
_OPENINGS = "【〔["


@dataclass(frozen=True, slots=True)
class Section:
    """A recommending section: ``mixed`` if it holds findings too; ``addressee`` as its headings say."""

    mixed: bool = False
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A passage with the headings above it, lines that only look like headings among them; ``title`` if it is such a line."""

    passage: Passage
    path: tuple[str, ...]
    title: bool


def recommending_sections(reading: Reading) -> tuple[Section | None, ...]:
    """For each passage the recommending section that it stands in.

    Numbered sections whose numbers run on from those under a recommending heading still belong to it: levels of headings are often
    confused in converted documents.
    """
    sections: list[Section | None] = []
    run: tuple[int, Section] | None = None  # the number that the run of sections has reached
    for place in _places(reading):
        passage, path = place.passage, place.path
        found = _section(path, passage.language, reading.document)
        number = _NUMBER.match(passage.locator)
        if found is not None and number is not None and not is_recommending_heading(path[-1]):
            run = (int(number[1]), Section(found.mixed))
        elif found is None and run is not None and passage.kind not in ("note", "table"):
            run = (int(number[1]), run[1]) if number is not None and int(number[1]) - run[0] in (0, 1) and not _closes(path) else None
            found = run and Section(run[1].mixed, _of_headings(path[-1:], passage.language))
        sections.append(None if place.title or passage.kind in ("title", "heading", "table") else found)
    return tuple(sections)


def _places(reading: Reading) -> Iterator[Place]:
    """The passages with their headings. In plain text «□ 정책 제언» or «【建议】» is an item or a paragraph: it holds up to the next of its kind."""
    title: tuple[str, str | None, tuple[str, ...]] | None = None  # the line, its marker, and the path that it stands under
    for passage in reading.passages:
        path = passage.heading_path
        if title is not None and (title[2] != path or (passage.marker is not None and passage.marker == title[1])):
            title = None
        line = _LINE.fullmatch(passage.text) if passage.kind in ("paragraph", "item") else None
        named = line is not None and (is_recommending_heading(line[1].strip()) or passage.text[:1] in _OPENINGS)
        if line is not None and named:
            title = (line[1].strip(), passage.marker, path)
        yield Place(passage, (*path, title[0]) if title is not None else path, named)


def _section(path: tuple[str, ...], language: str, document: Document) -> Section | None:
    """The section of the innermost recommending heading. A title may only report on recommendations; what stands under it must recommend itself."""
    at = next((i for i in reversed(range(len(path))) if is_recommending_heading(path[i])), None)
    if at is None or any(is_closing_heading(heading) for heading in path[at + 1 :]):
        return None
    if path[at] == document.title and document.kind in ("news", "article"):
        return None
    return Section(is_mixed_heading(path[at]) or path[at] == document.title, _of_headings(path[at:], language))


def _of_headings(headings: tuple[str, ...], language: str) -> tuple[str, ...]:
    return next((found for heading in reversed(headings) if (found := addressees_of_heading(heading, language))), ())


def _closes(path: tuple[str, ...]) -> bool:
    return bool(path) and is_closing_heading(path[-1])
