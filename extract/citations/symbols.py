"""Documents cited by symbol or by number: CCW/MSP/2015/9, resolution 79/62, General Comment No. 25. A passage in, what is found out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.citations.found import YEAR, Found
from extract.citations.known import known_symbol
from extract.citations.words import Series, any_of, choice, citation_words
from extract.sought import Patterns, Sought
from graph.ids import slug
from graph.records import Passage

# A UN document symbol: an organ in capitals, then parts divided by strokes, one of them a number (ST/LIB/SER.B, «UN Editorial Manual Online»).
PART = r"(?:/[A-Z]{1,6}(?:\.[A-Z\d]{1,5})?\d*|/\d{1,4}|/[A-Z][a-z]{2,4}\.\d+|/\(?[A-Z]{2,}\)?|/[A-Z][a-z]{2,5}\.[A-Z][A-Za-z]{2,7})"
SYMBOL = Sought(rf"(?<![A-Za-z0-9/.])[A-Z]{{1,8}}{PART}{{2,7}}(?![A-Za-z0-9/])|(?<![A-Za-z0-9/])INFCIRC/\d+(?!\d)")
SLASHED = r"\d{2,3}/\d{1,3}(?!\d)"
PLAIN = r"\d{1,5}(?![\d/])"
WINDOW, BEHIND, NEXT_TO = 120, 45, 30  # how far the issuing body may stand before and behind the number; and nothing but it between
CLAUSE = re.compile(r"[。；;!?！？\n]|\.(?=\s)")
YEAR_BEHIND = re.compile(rf"\s*[（(]{YEAR}\s?[年년]?[）)]")


def find_symbols(passage: Passage) -> Iterator[Found]:
    """Document symbols. A passage that is no more than a symbol is the document's own."""
    for match in SYMBOL.finditer(passage.text):
        if re.search(r"\d", match[0]) and match[0] != passage.text.strip():
            yield Found(known_symbol(match[0]) or f"doc:{slug(match[0])}", *match.span(), "symbol", 0.97, known=True, treaty=True)


def find_numbered(passage: Passage) -> Iterator[Found]:
    """Resolutions, general comments, labour conventions, executive orders and whatever else the language packs number."""
    for number, match in _numbered_forms().finditer(passage.text):
        yield from _numbered(_numberings()[number], match, passage.text)


@dataclass(frozen=True, slots=True)
class Numbering:
    """A series of one language pack made ready: one of its patterns, and the names of its issuing bodies in all languages."""

    series: Series
    pattern: re.Pattern[str]
    issuers: dict[str, re.Pattern[str]]


@cache
def _numberings() -> tuple[Numbering, ...]:
    joined = rf"(?:\s*,\s*|\s*,?\s*{any_of('joiners')}\s*|号?[,、，]?\s*{any_of('joiners')}?第\s?)"
    several, plain = rf"(?P<n>{SLASHED}(?:{joined}{SLASHED})*)", rf"(?P<n>{PLAIN})"
    everywhere = citation_words().series
    return tuple(
        Numbering(
            one,
            re.compile(pattern.replace("{n}", several).replace("{d}", plain)),
            {prefix: _names([s for s in everywhere if (s.id, s.default) == (one.id, one.default)], prefix) for prefix in one.issuers},
        )
        for one in everywhere
        for pattern in one.patterns
    )


@cache
def _numbered_forms() -> Patterns:
    return Patterns(numbering.pattern for numbering in _numberings())


def _names(series: list[Series], prefix: str) -> re.Pattern[str]:
    return re.compile(choice(name for one in series for name in one.issuers.get(prefix, ())))


def _numbered(numbering: Numbering, match: re.Match[str], text: str) -> Iterator[Found]:
    numbers = re.findall(rf"\d+\.\d+|{SLASHED}|{PLAIN}", match["n"]) if "n" in match.re.groupindex else [""]
    issuer, start = _issuer(numbering, match, text)
    if issuer is None and "{issuer}" in numbering.series.id:
        return
    end = match.end()
    if behind := YEAR_BEHIND.match(text, end):
        end = behind.end()
    for number in numbers:
        at = match.start("n") + match["n"].index(number) if number else start
        spot = (start, end) if len(numbers) == 1 else (at, at + len(number))
        identity = numbering.series.id.format(issuer=issuer, n=slug(number))
        yield Found(f"doc:{identity}", *spot, "number", 0.95, known=True, treaty=True)


def _issuer(numbering: Numbering, match: re.Match[str], text: str) -> tuple[str | None, int]:
    """Which body issued it, and where the citation begins: at that body, if only its title stands between."""
    low = max([m.end() for m in CLAUSE.finditer(text, max(0, match.start() - WINDOW), match.start())], default=max(0, match.start() - WINDOW))
    before, behind = text[low : match.start()], CLAUSE.split(text[match.end() : match.end() + BEHIND])[0]
    named = [(m.start(), prefix) for prefix, names in numbering.issuers.items() for m in names.finditer(before)]
    if named:
        at, prefix = max(named)
        close = len(before) - at < NEXT_TO or re.search(any_of("about"), before[at:])
        return prefix, low + at if close else match.start()
    later = [(m.start(), prefix) for prefix, names in numbering.issuers.items() for m in names.finditer(behind)]
    return (min(later)[1] if later else numbering.series.default), match.start()
