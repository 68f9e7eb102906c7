"""Author and year: «(Kissinger 2018)», «Liu & Moodie (2019)», «(김영문·박지현 2018)». A passage in, what is found out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.citations.found import YEAR, Found
from extract.citations.words import any_of
from extract.names import load_names
from extract.reading import Reading
from extract.sought import Sought
from graph.ids import slug
from graph.records import Passage

NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.&/-]*|[A-Z]\.(?:-?[A-Z]\.)*)"
HANGUL = r"[가-힣]{2,14}"
HAN = r"[\u4e00-\u9fff]{2,12}"
BRACKETED = re.compile(r"[（(]([^（）()]{4,300})[)）]")
PLACES_AND_MEETINGS = {"State", "Event", "Document", "Concept"}  # kinds of names that never are an author
ORGANISATIONS = ("NGO", "InternationalOrganization", "Institution", "Coalition")
_YEAR = re.compile(YEAR)
INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?-?)+(?=\s?[A-Z][\w'’-]+)")


@dataclass(frozen=True, slots=True)
class AuthorYear:
    """A Found and the bare names in it, for telling whether another citation means the same work."""

    found: Found
    authors: str
    year: str
    running: bool = False


def work_id(authors: str, year: str) -> str:
    """The id of a work: its authors without initials, joining words and «et al.», and its year."""
    names = re.sub(any_of("others") + r"\s*$", "", authors.strip())
    names = re.sub(r"(?<=[A-Z])\.(?=[A-Z]\b)", "", names)
    names = re.sub(rf"^{any_of('articles')}\s+(?=[A-Z]{{2,}}$)", "", INITIALS.sub("", names))
    names = re.sub(rf"\s+{any_of('joiners')}\s+|\s*[,，、;&·]\s*(?:{any_of('joiners')}\s)?", " ", names)
    return f"doc:{slug(names)}-{year}"


@cache
def _authors() -> str:
    latin = rf"{NAME}(?:\s(?:{any_of('particles')}\s){{0,2}}{NAME}){{0,7}}"
    one = rf"(?:{latin}|{HANGUL}|{HAN})"
    between = rf"(?:\s*[,，、]\s*(?:{any_of('joiners')}\s*)?|\s*[&·]\s*|\s+{any_of('joiners')}\s+|(?<=[가-힣]){any_of('joiners')}\s)"
    return rf"(?P<authors>{one}(?:{between}{one}){{0,7}}(?:\s*,?\s*{any_of('others')})?)"


@cache
def _year() -> str:
    """Years and, behind them, pages; a year with a mark of a date behind it is none."""
    number = r"[\divxlc]+(?:\s?[-–~]\s?[\divxlc]+)?"
    pages = rf"(?:\s*[,，:：]\s*(?:{any_of('page_words')}\.?\s*)?{number}(?:\s*[,，]\s*{number})*\s?{any_of('page_marks')}?)?"
    return rf"(?P<years>{YEAR}[a-z]?(?:\s*[,，]\s*{YEAR}[a-z]?)*)(?!\w|{any_of('year_marks')})(?P<pages>{pages})"


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{any_of('see')}\s*)?{_authors()}(?:\s*[,，]\s*|\s+){_year()}\s*")


@cache
def _running() -> Sought:
    return Sought(rf"(?<![\w.]){_authors()}\s?[（(]{_year()}[)）]")


def find_author_years(reading: Reading, passage: Passage) -> Iterator[AuthorYear]:
    """Works cited by author and year, in brackets (several at ``;``) or with the year alone in them."""
    if _YEAR.search(passage.text) is None:
        return
    taken: list[tuple[int, int]] = []
    for bracket in BRACKETED.finditer(passage.text):
        for found in _in_bracket(reading, passage, bracket):
            taken.append((bracket.start(), bracket.end()))
            yield found
    for match in _running().finditer(passage.text):
        if all(match.end() <= low or high <= match.start() for low, high in taken):
            yield from _from_running(reading, passage, match)


def _in_bracket(reading: Reading, passage: Passage, bracket: re.Match[str]) -> Iterator[AuthorYear]:
    at = bracket.start(1)
    for part in re.split(r"([;；])", bracket[1]):
        match = _item().fullmatch(part)
        if match and _is_author(reading, passage, at + match.start("authors"), at + match.end("authors"), match):
            yield from _works(match, at, at + match.start("authors"), at + match.end("years"))
        at += len(part)


def _from_running(reading: Reading, passage: Passage, match: re.Match[str]) -> Iterator[AuthorYear]:
    lead = re.match(rf"(?:{any_of('lead_words')}\s+|{any_of('see')}\s+)+", match["authors"], re.I)
    start = match.start("authors") + (lead.end() if lead else 0)
    authors = passage.text[start : match.end("authors")]
    if authors and _is_author(reading, passage, start, match.end("authors"), match) and _is_name(authors, passage.text[match.end() :]):
        for work in _works(match, 0, start, match.end("years") if match["pages"] else match.end()):
            yield AuthorYear(_renamed(work.found, work_id(authors, work.year)), authors, work.year, running=True)


def _renamed(found: Found, identity: str) -> Found:
    return Found(identity, found.start, found.end, found.variant, 0.85)


def _works(match: re.Match[str], offset: int, start: int, end: int) -> Iterator[AuthorYear]:
    years = [(m[0], offset + match.start("years") + m.start()) for m in re.finditer(rf"{YEAR}[a-z]?", match["years"])]
    for number, (year, at) in enumerate(years):
        spot = (start, end) if len(years) == 1 else (start, at + len(year)) if number == 0 else (at, at + len(year))
        yield AuthorYear(Found(work_id(match["authors"], year), *spot, "author-year", 0.92), match["authors"], year)


def _is_author(reading: Reading, passage: Passage, start: int, end: int, match: re.Match[str]) -> bool:
    """Not a month, a place, a meeting or a word for time or numbering; and no year still to come."""
    authors = passage.text[start:end]
    if any(m.kind in PLACES_AND_MEETINGS and m.end >= end for m in reading.in_span(passage, start, end)):
        return False
    latest = int((reading.document.date or "2100")[:4]) + 1
    if load_names().identify(authors, passage.language, ORGANISATIONS) is not None and re.search(r"\d", authors):
        return True  # an organisation with a number in its name («Article 36»)
    words = any_of("not_authors")
    if any(int(year[:4]) > latest for year in re.findall(YEAR, match["years"])):
        return False
    return re.search(rf"^{words}(?![a-z])|{words}$|^\d", authors, re.I) is None


def _is_name(authors: str, behind: str) -> bool:
    """A running text's words before the bracket are names: of Chinese or Korean form, else Latin and short."""
    first = re.split(r"[,，、&·]", authors)[0].strip()
    if re.match(HANGUL, first):
        given = re.fullmatch(rf"{any_of('surnames')}[가-힣]{{2}}", first)
        return given is not None or (len(first) in range(4, 8) and re.match(any_of("subject_marks"), behind) is not None)
    if re.match(HAN, first):
        return re.fullmatch(rf"{any_of('surnames')}[\u4e00-\u9fff]{{1,2}}", first) is not None
    return len(first.split()) <= 5 and len(authors) > 1
