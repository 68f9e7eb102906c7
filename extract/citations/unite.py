"""One citation for each cited document: the same work under a title, a short form, and its author and year is one. Citations in and out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.citations.authors import AuthorYear
from extract.citations.found import YEAR, Found, title_key
from extract.citations.passages import Citations
from extract.citations.words import any_of
from extract.reading import Reading
from graph.ids import slug
from graph.records import Passage

# The sounds that open a Hangul syllable, in Unicode's order, with the Latin letters that a transcribed name may begin with.
INITIALS = ("gkc", "gk", "n", "dt", "dt", "rl", "mw", "bvp", "bp", "s", "s", "aeiouwyj", "jzg", "jz", "chz", "kcq", "t", "pf", "hf")
NEAR = 15


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document at its first citation."""

    passage: Passage
    found: Found


def unite(reading: Reading, passages: list[Citations]) -> tuple[Citation, ...]:
    """The distinct documents, each where it is cited first; the document itself is not among them."""
    same = _same_ids(passages)
    own = {f"doc:{slug(name)}" for name in (reading.document.symbol, reading.document.title) if name}
    first: dict[str, Citation] = {}
    aliases = {short: identity for one in passages for short, identity in one.aliases.items()}
    for citations in passages:
        for found in sorted(_all_found(citations, passages, aliases), key=lambda one: one.start):
            identity = _chased(found.id, same)
            citation = Citation(citations.passage, replace(found, id=_told_apart(identity, found, citations.passage, first)))
            if identity not in own:
                first.setdefault(citation.found.id, citation)
    return tuple(first.values())


def _all_found(citations: Citations, passages: list[Citations], aliases: dict[str, str]) -> Iterator[Found]:
    yield from citations.found
    for short in citations.shorts:
        identity = aliases.get(short.text) or _only_one(short.text, passages)
        if identity:
            yield replace(short.found, id=identity, known=True)
    for found in citations.found:
        if found.treaty and found.variant in {"title", "name"}:
            yield from _protocols(citations.passage, found)


def _only_one(short: str, passages: list[Citations]) -> str | None:
    """The treaty whose name ends in the short form, if the document names just one such."""
    ending = title_key(short)
    named = {
        found.id for one in passages for found in one.found
        if found.treaty and found.variant in {"title", "name"} and title_key(one.passage.text[found.start : found.end]).endswith(ending)
    }  # fmt: skip
    return named.pop() if len(named) == 1 else None


def _protocols(passage: Passage, treaty: Found) -> Iterator[Found]:
    """«… and its optional protocols» behind a convention."""
    if match := re.compile(rf".{{0,{NEAR}}}?(?P<protocols>{any_of('protocols')})").match(passage.text, treaty.end):
        identity = treaty.id.replace("doc:", "doc:optional-protocols-to-the-")
        yield Found(identity, match.start("protocols"), match.end(), "protocols", 0.85, known=True, treaty=True)


def _told_apart(identity: str, found: Found, passage: Passage, first: dict[str, Citation]) -> str:
    """The same number under another long title of another year is another document, though the number does not say so."""
    before = first.get(identity)
    if before is None or found.variant != "number" or before.found.variant != "number":
        return identity
    texts = [before.passage.text[before.found.start : before.found.end], passage.text[found.start : found.end]]
    years = [re.findall(rf"[（(]({YEAR})", text) for text in texts]
    subjects = [re.search(any_of("about"), text) for text in texts]
    return f"{identity}-{years[1][-1]}" if all(years) and all(subjects) and years[0][-1] != years[1][-1] else identity


def _same_ids(passages: list[Citations]) -> dict[str, str]:
    """From ids to the ids of the same work: titles to their author and year, full names to surnames, other scripts to Latin letters."""
    same: dict[str, str] = {}
    for one in passages:
        for title, work in one.same:
            if not title.known:
                same.setdefault(title.id, work.id)
            elif not title.treaty:
                same.setdefault(work.id, title.id)
    works = {work.found.id: work for one in passages for work in one.works}
    for author_year in works.values():
        if (other := _fuller(author_year, works)) is not None and other != author_year.found.id:
            same.setdefault(author_year.found.id, other)
    return same


def _fuller(work: AuthorYear, works: dict[str, AuthorYear]) -> str | None:
    """«미어샤이머(2019)» beside «(Mearsheimer 2019)»; «Paul Scharre (2018)» beside «(Scharre 2018)»."""
    if re.fullmatch(r"[가-힣]+", work.authors):
        letters = INITIALS[(ord(work.authors[0]) - 0xAC00) // 588]
        latin = (w for w in works.values() if w.year == work.year and w.authors.isascii() and " " not in w.authors)
        alike = [w.found.id for w in latin if w.authors[0].lower() in letters]
        return alike[0] if work.running and len(alike) == 1 else None
    surname = f"doc:{slug(work.authors.split()[-1])}-{work.year}"
    return surname if surname in works and len(work.authors.split()) <= 3 else None


def _chased(identity: str, same: dict[str, str]) -> str:
    seen = {identity}
    while (further := same.get(identity)) is not None and further not in seen:
        identity = further
        seen.add(identity)
    return identity
