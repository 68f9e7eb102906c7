"""All that one passage cites, each stretch read in one way only. A passage in; citations and what binds them to each other out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from extract.citations.authors import AuthorYear, find_author_years
from extract.citations.described import find_described, find_named
from extract.citations.found import Found, apart, sentence_span
from extract.citations.known import find_known
from extract.citations.links import find_links
from extract.citations.notes import Item, find_long_titles, find_sources, find_works, is_bibliographic, items
from extract.citations.symbols import find_numbered, find_symbols
from extract.citations.titles import Title, find_titles, is_short_form
from extract.citations.words import any_of
from extract.reading import Reading
from extract.sought import Sought
from graph.records import Passage

BESIDE = 3
OPENING = 5  # a work that begins so early opens its note
MUCH = 100
ORGANISATIONS = {"NGO", "InternationalOrganization", "Institution", "Coalition"}


@dataclass(frozen=True, slots=True)
class Citations:
    """What a passage cites. ``shorts`` are titles that stand for another; ``same`` pairs a title's id with the author-year id of the same work;
    ``aliases`` maps the short form of a title to its id; ``running`` are the author-years in running text."""

    passage: Passage
    found: tuple[Found, ...] = ()
    shorts: tuple[Title, ...] = ()
    same: tuple[tuple[Found, Found], ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    works: tuple[AuthorYear, ...] = ()


def find_citations(reading: Reading, passage: Passage) -> Citations:
    """The citations of one passage. A passage about the publication itself (imprint, disclaimer) has none."""
    if passage.kind != "note" and _imprint().search(passage.text) is not None:
        return Citations(passage)
    titles = list(find_titles(passage))
    works = list(find_author_years(reading, passage))
    names = [one for one in find_known(passage) if not _within_name(reading, passage, one)]
    numbers = [*find_symbols(passage), *find_numbered(passage)]
    whole = [t.found for t in titles if not is_short_form(t.text)]
    weak = [*find_sources(passage), *find_named(passage), *(w.found for w in works), *find_described(passage), *find_links(passage)]
    found = _by_strength(passage, numbers, [*(f for f in weak if f.variant == "link"), *whole, *names, *weak])
    kept = {one.id for one in found}
    return Citations(
        passage,
        tuple(found),
        tuple(t for t in titles if is_short_form(t.text) and _free(t.found, found)),
        tuple(_same_work(passage, [t.found for t in titles if t.found in found], [f for f in found if f.variant in {"author-year", "work"}])),
        {t.short: t.found.id for t in titles if t.short and t.found.id in kept},
        tuple(works),
    )


@cache
def _imprint() -> Sought:
    return Sought(any_of("imprint"), re.IGNORECASE)


def _free(one: Found, found: list[Found]) -> bool:
    return all(one.end <= other.start or other.end <= one.start for other in found)


def _within_name(reading: Reading, passage: Passage, found: Found) -> bool:
    """The name of a treaty inside that of an organisation («Network for the Implementation of the …») cites nothing."""
    around = (m for m in reading.mentions[passage.ordinal] if m.kind in ORGANISATIONS)
    return any(m.start <= found.start and found.end <= m.end and m.end - m.start > found.end - found.start for m in around)


def _by_strength(passage: Passage, numbers: list[Found], rest: list[Found]) -> list[Found]:
    found = [*numbers, *rest]
    if is_bibliographic(passage):
        for item in items(passage):
            found = _one_work(passage, item, found)
    else:
        found = [one for one in found if not (one.variant == "title" and not one.known and _is_container(passage, one, found))]
    found = apart(found)
    return [one for one in found if one.variant != "url" or not _is_address(passage, one, found)]


def _one_work(passage: Passage, item: Item, found: list[Found]) -> list[Found]:
    """An item of a note that describes one work counts once: by its symbol or canonical id, else by its long title or author and year."""
    inside = [one for one in found if item.holds(one)]
    outside = [one for one in found if not item.holds(one)]
    numbered = [one for one in inside if one.variant in {"symbol", "number"}]
    long = [] if numbered else list(find_long_titles(passage, item))
    if long:
        return [*long, *outside]
    works = list(find_works(passage, item))
    if works:
        canonical = numbered or [one for one in inside if one.known and _is_all_of(one, works[0])]
        return [*(canonical or works), *(one for one in inside if one.start >= _remarks(passage, item, works[0])), *outside]
    return [one for one in found if not (one.variant == "title" and _is_container(passage, one, inside))]


def _is_all_of(known: Found, work: Found) -> bool:
    """The canonical name is the work's title, not a word within it."""
    return min(known.end, work.end) - max(known.start, work.start) > 0.8 * (work.end - work.start)


def _remarks(passage: Passage, item: Item, work: Found) -> int:
    """Where a note stops naming the work and begins to speak of it: after a sentence, if much follows; else at its end."""
    end = sentence_span(passage.text, work.end)[1]
    return end if item.end - end > MUCH else item.end + 1


def _is_container(passage: Passage, one: Found, inside: list[Found]) -> bool:
    """The journal or book behind a title: after a comma or «in», and with a volume or year behind it."""
    before = next((o for o in inside if o.variant == "title" and 0 <= one.start - o.end <= BESIDE * 2), None)
    gap = passage.text[before.end : one.start] if before else ""
    linked = before is not None and re.fullmatch(rf"\s*[,，]?\s*{any_of('containers')}?\s*", gap) is not None
    return linked and re.match(r"\s*[,，(（]?\s*\w?\s?\d", passage.text[one.end :]) is not None


def _is_address(passage: Passage, url: Found, found: list[Found]) -> bool:
    """The address of the work cited just before it, or in the same note's item."""
    if is_bibliographic(passage):
        item = next((item for item in items(passage) if item.start <= url.start < item.end), None)
        return item is not None and any(o.variant not in {"url"} and item.start <= o.start < url.start for o in found)
    return any(o.variant != "url" and 0 <= url.start - o.end <= BESIDE * 4 for o in found)


def _same_work(passage: Passage, titles: list[Found], works: list[Found]) -> list[tuple[Found, Found]]:
    """A title and the author-year that ends its sentence, or the next one if that goes on about «the report», or that opens its note."""
    pairs = []
    for title in titles:
        high = sentence_span(passage.text, title.start)[1]
        if re.match(rf"\s*(?:[Tt]his |[Tt]he |\w{{0,2}})?{any_of('nouns')}", passage.text[high : high + 40]):
            high = sentence_span(passage.text, min(high + 1, len(passage.text)))[1]
        later = [work for work in works if title.end <= work.start < high and passage.text[work.start - 1 : work.start] in {"(", "（"}]
        if later and not any(title.end <= other.start < later[0].start for other in titles):
            pairs.append((title, later[0]))
        elif is_bibliographic(passage) and works and works[0].start < OPENING and titles[0] is title:
            pairs.append((title, works[0]))
    return pairs
