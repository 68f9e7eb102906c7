"""Who reports a position: the author of a scholarly text, a work cited behind it, a source named before it. A reading in, answers out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.citations.authors import AuthorYear, find_author_years
from extract.language import Words, section
from extract.patterns import NEVER, either_of
from extract.reading import Reading
from graph.records import Party, Passage

_WORKS = 2  # works cited by author and year from which on a text is scholarly; one suffices where it speaks of itself as such
_KINDS = frozenset({"other", "article"})
_BESIDE = 60  # characters between a position and the bracket that says where it was read


class ReportWords(Words):
    """Section ``reporting``; the keys are explained at the top of the English file."""

    works: str = NEVER
    itself: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Patterns:
    works: re.Pattern[str]
    itself: re.Pattern[str]
    titles: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = section(language, "reporting", ReportWords)
    before = rf"(?:{either_of(words.before)})\Z" if words.before else NEVER
    itself, titles, after = (re.compile(either_of(one), re.IGNORECASE) for one in (words.itself, words.titles, words.after))
    return _Patterns(re.compile(words.works), itself, titles, re.compile(before, re.IGNORECASE), after)


@lru_cache(maxsize=1)
def is_reported(reading: Reading) -> bool:
    """Whether a scholar wrote the text and reports what others hold: it cites works by author and year, or is titled a study."""
    if reading.document.kind not in _KINDS or not reading.passages:
        return False
    if reading.document.kind == "article":
        return True
    head = [reading.document.title or "", *(passage.text for passage in reading.passages[:2] if len(passage.text) <= _BESIDE)]
    if any(_patterns(reading.passages[0].language).titles.search(line) for line in head):
        return True
    works = {work.found.id for passage in reading.passages for work in _works(reading, passage)}
    works |= {found[0] for passage in reading.passages for found in _patterns(passage.language).works.finditer(passage.text)}
    itself = any(_patterns(passage.language).itself.search(passage.text) for passage in reading.passages)
    return len(works) >= _WORKS or (bool(works) and itself)


def reported_through(reading: Reading, passage: Passage, holder: Party, span: tuple[int, int]) -> str | None:
    """The id of whom or what a position is known through: the source that the sentence begins with, else the work in the bracket behind it."""
    start, end = span
    text = passage.text
    named = [m for m in reading.mentions[passage.ordinal] if m.entity is not None and m.end <= start and m.entity != holder.id]
    for mention in named[-1:]:
        if is_source(passage.language, text, mention.start, mention.end) and not re.search(r"[.。!?！？;；]\s?", text[mention.end : start]):
            return mention.entity
    for work in _works(reading, passage):
        opening = max(text.rfind(mark, 0, work.found.start + 1) for mark in "(（")
        if end <= opening + 1 and opening - end <= _BESIDE and work.found.start - opening <= _BESIDE:
            between = text[end:opening]
            if not re.search(r"[.。!?！？;；)）]\s?", between) and (holder.surface or "-") not in text[work.found.start : work.found.end]:
                return work.found.id
    return None


def is_source(language: str, text: str, start: int, end: int) -> bool:
    """Whether a name at ``start…end`` is that of the source of what follows («according to X, …»)."""
    patterns = _patterns(language)
    return patterns.before.search(text[max(0, start - _BESIDE) : start]) is not None or patterns.after.match(text, end) is not None


def _works(reading: Reading, passage: Passage) -> tuple[AuthorYear, ...]:
    return _found(reading).get(passage.ordinal, ())


@lru_cache(maxsize=1)
def _found(reading: Reading) -> dict[int, tuple[AuthorYear, ...]]:
    return {passage.ordinal: tuple(find_author_years(reading, passage)) for passage in reading.passages}
