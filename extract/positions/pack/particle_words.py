"""The words by which actors are known whose names carry particles (positions_subjects.yaml). A language code in, patterns out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.language import Words, section
from extract.patterns import either_of
from extract.sought import Sought
from extract.who.words import words_for

WORD = r"[가-힣A-Za-z0-9&]"


class SubjectWords(Words):
    """Section ``positions_subjects``; its keys are explained at the top of the file."""

    ends: dict[str, tuple[str, ...]] = {}
    bare: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    kinds: dict[str, tuple[str, ...]] = {}
    rare: str = ""
    unsure: tuple[str, ...] = ()
    glossed: tuple[str, ...] = ()
    marks: str = ""
    places: str = "(?!)"
    nouns: tuple[str, ...] = ()
    proper: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    questions: str = ""
    issued: str = ""
    presented: str = "(?!)"
    signed: str = ""
    dated: str = ""
    editorial: str = ""
    openings: str = ""
    sure_titles: str = "(?!)"
    things: str = "(?!)"
    written: str = ""
    interview: str = ""
    speaks_after: str = ""
    not_issuing: str = "(?!)"
    addressed: tuple[str, ...] = ()
    opinion: str = ""
    answers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    ministries: str = "(?!)"
    home: str | None = None
    briefing: str = "(?!)"
    agents: str = "(?!)"
    announced: str = "(?!)"
    ordinals: str = "(?!)"
    ours: tuple[str, ...] = ()
    government_after: str = ""
    not_after: tuple[str, ...] = ()
    causing: str = ""
    capitals: dict[str, tuple[str, ...]] = {}
    capital: str = "(?!)"
    subject: str = "(?!)"
    topics: tuple[str, ...] = ()
    closing: str = "(?!)"
    resolving: str = "(?!)"
    brief: str = "(?!)"
    byline: str = ""
    possessing: str = "(?!)"
    written_by: str = "(?!)"
    listed: str = "(?!)"
    and_more: str = "(?!)"


@dataclass(frozen=True, slots=True)
class Shapes:
    """The patterns by which actors show themselves in a language."""

    bodies: tuple[tuple[str, Sought], ...]
    called: tuple[tuple[str, Sought], ...]
    bare: re.Pattern[str]
    never: re.Pattern[str]
    persons: tuple[Sought, ...]
    surnamed: Sought
    title: re.Pattern[str]
    offices: Sought
    glossed: tuple[Sought, ...]
    mark: re.Pattern[str]


@cache
def subject_words(language: str) -> SubjectWords:
    """The section ``positions_subjects`` of a language."""
    return section(language, "positions_subjects", SubjectWords)


@cache
def shapes(language: str) -> Shapes:
    """The patterns of a language, made once."""
    words = subject_words(language)
    end, titles = f"(?={words.marks}|$)", either_of(words.titles)
    loose = rf"(?={words.marks}|\s|$)"
    surname, usual = f"[{words_for(language).surnames}]", f"(?![{words.rare}])[{words_for(language).surnames}]"
    apart = r"(?<![가-힣A-Za-z0-9])"
    return Shapes(
        tuple((kind, Sought(rf"{apart}(?P<name>{WORD}*(?:{either_of(ends)})){loose}")) for kind, ends in words.ends.items()),
        tuple((kind, Sought(rf"{apart}(?:{either_of(ones)}) (?P<name>{WORD}{{2,14}}?){end}")) for kind, ones in words.kinds.items()),
        re.compile(rf"(?:{either_of(words.bare)})\Z"),
        re.compile(rf"(?:{either_of(words.never)})\Z"),
        (
            Sought(rf"{apart}(?P<name>{surname}[가-힣]{{1,2}}) ?(?P<post>(?:{titles})){loose}"),
            Sought(rf"{apart}(?P<name>{usual}[가-힣]{{1,2}}) (?P<post>(?:{WORD}+ ){{0,3}}?{WORD}*?(?:{titles})){end}"),
            Sought(rf"(?:{titles}) (?P<name>{surname}[가-힣]{{2}}){end}"),
            Sought(rf"{apart}(?P<name>[가-힣]{{1,6}}(?: [가-힣]{{2,7}}){{1,2}}) (?P<post>{WORD}*?(?:{titles})){end}"),
            Sought(rf"(?:{titles}) (?P<name>[가-힣]{{1,6}}(?: [가-힣]{{2,7}}){{1,2}}){end}"),
        ),
        Sought(rf"{apart}(?P<name>{surname}) ?(?P<post>(?:{titles})){loose}"),
        re.compile(rf"(?:{titles})\Z"),
        Sought(rf"{apart}(?:{either_of(words.offices)}){end}"),
        tuple(Sought(rf"{apart}(?:{one})".replace("{E}", end)) for one in words.glossed),
        re.compile(f"(?={words.marks})"),
    )
