"""Works in notes, reference lists and lines of sources: one item, one work. A passage in, what is found out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from extract.citations.authors import HANGUL, work_id
from extract.citations.found import YEAR, Found
from extract.citations.words import any_of
from extract.sought import Sought
from graph.ids import slug
from graph.records import Passage

OPEN, CLOSE = "（(《「『“[〈", "）)》」』”]〉"
SHORT_TAIL = 4
LONGEST_ENTRY, TAIL = 300, 30  # characters of a numbered line that is one work's entry, and of what stands in it behind the year
YEAR_ALONE = rf"(?<!\d)(?P<year>{YEAR}[a-z]?)(?!\d)"


@dataclass(frozen=True, slots=True)
class Item:
    """One work's place in a note: ``start…end`` without «see» and the separators."""

    start: int
    end: int

    def holds(self, found: Found) -> bool:
        return self.start <= found.start and found.end <= self.end + SHORT_TAIL


def is_bibliographic(passage: Passage) -> bool:
    """A note, an entry of a list under a heading such as «References», or a numbered line in the form of one («3) ICRC, “…”, 2021»)."""
    return passage.kind == "note" or _is_entry(passage) or any(_heads_references(head) for head in passage.heading_path)


@lru_cache(maxsize=64)  # asked about for every passage below it
def _heads_references(heading: str) -> bool:
    return re.fullmatch(rf"[\W\d]*{any_of('reference_headings')}\W*", heading, re.I) is not None


def _is_entry(passage: Passage) -> bool:
    marked = passage.marker is not None and re.fullmatch(r"\[\d+\]|\d+\)", passage.marker) is not None
    matches = (pattern.match(passage.text) for pattern in _note_styles()) if marked and len(passage.text) <= LONGEST_ENTRY else ()
    return any(match is not None and len(passage.text) - match.end() <= TAIL for match in matches)


def items(passage: Passage) -> tuple[Item, ...]:
    """The works of a note: divided at semicolons that stand in no brackets; «ibid.» is none."""
    text, depth, edges = passage.text, 0, [0]
    for at, letter in enumerate(text):
        depth += (letter in OPEN) - (letter in CLOSE)
        if depth <= 0 and letter in ";；":
            edges.append(at + 1)
    edges.append(len(text) + 1)
    return tuple(item for low, high in pairwise(edges) if (item := _item(text, low, min(high - 1, len(text)))) is not None)


def _item(text: str, low: int, high: int) -> Item | None:
    lead = re.match(rf"\s*(?:\[\d{{1,3}}\]\s*)?(?:{any_of('see')}\s*)?", text[low:high], re.I)
    start = low + (lead.end() if lead else 0)
    end = low + len(text[low:high].rstrip(" \n.。"))
    if start >= end or re.match(any_of("same"), text[start:end], re.I):
        return None
    return Item(start, end)


def find_long_titles(passage: Passage, item: Item) -> Iterator[Found]:
    """A title without marks that says what the document is: issuer, «on» or «关于», subject, and the word for a document, then the year."""
    match = _behind_subject().match(passage.text, item.start, item.end) or _before_subject().match(passage.text, item.start, item.end)
    if match:
        yield Found(f"doc:{slug(match['title'])}-{match['year']}", *match.span("title"), "long-title", 0.85)


@cache
def _behind_subject() -> re.Pattern[str]:
    """«X关于…的决议（2024年…» : the noun ends the title."""
    title = rf"(?P<title>[^，。；;,]{{0,40}}?{any_of('about')}[^。；;]{{2,160}}[\u4e00-\u9fff가-힣 ]{any_of('nouns')})"
    return re.compile(rf"{title}(?=[（(，, ])[^。；;]*?{YEAR_ALONE}")


@cache
def _before_subject() -> re.Pattern[str]:
    """«IPU resolution on … (2024» : the noun stands before its subject."""
    some = r"[^.;“”()]"
    title = rf"(?P<title>[A-Z]{some}{{0,80}}?(?i:{any_of('nouns')}) {some}{{0,80}}?{any_of('about')} {some}{{3,160}}?)"
    return re.compile(rf"{title}\s?\([^()]*?{YEAR_ALONE}")


def find_works(passage: Passage, item: Item) -> Iterator[Found]:
    """Author, title and year, in the order of a reference list («Heyns, C. (2013). Report …») or of a note («N. Sharkey, “…”, … 2012»)."""
    for pattern in (*_dated(), *_note_styles()):
        if (match := pattern.match(passage.text, item.start, item.end)) and not re.search(any_of("not_authors") + r"$", match["authors"], re.I):
            start, end = match.span("title") if match["title"] else (match.start("authors"), match.end())
            yield Found(work_id(surnames(match["authors"], inverted=pattern in _dated()), match["year"]), start, end, "work", 0.85)
            return
    if tail := re.search(r"[”\"’]\s*(?P<title>[A-Z][^”\"’.]{15,150})$", passage.text[item.start : item.end]):
        words = [word for word in re.findall(r"[^\W\d_]+", tail["title"]) if len(word) > 3]
        if len(words) > 2 and all(word[0].isupper() for word in words):
            yield Found(f"doc:{slug(tail['title'])}", item.start + tail.start("title"), item.start + tail.end("title"), "long-title", 0.75)


def surnames(authors: str, *, inverted: bool = False) -> str:
    """«Heyns, C., & Borden, T.» and «Christof Heyns and T. Borden» → «Heyns & Borden»; the name of an organisation stays whole.

    ``inverted``: the first name may be given as «Heyns, Christof».
    """
    authors = re.sub(rf"\s*,?\s*{any_of('others')}\.?\s*$", "", authors).strip(" ,")
    if re.search(any_of("organisation_words"), authors) or re.search(HANGUL, authors) or re.search(r"[\u4e00-\u9fff]", authors):
        return authors
    authors = re.sub(r"(?:,\s*)?(?<![\w])(?:[A-Z]\.?[\s-]?)+(?=\s|,|$|&)", " ", authors)
    if inverted:
        authors = re.sub(rf"^([\w'’-]+),\s[A-Z][\w'’-]+(?=$|,|\s{any_of('joiners')}\s)", r"\1", authors)
    if re.search(r"\d$", authors):  # «Article 36»
        return authors
    names = [name.strip() for name in re.split(rf"\s*[,&;]\s*|\s+{any_of('joiners')}\s+", authors) if name.strip()]
    return " & ".join(name.split()[-1] if len(name.split()) <= 4 else name for name in names)


@cache
def _dated() -> tuple[re.Pattern[str], ...]:
    """«Heyns, C. (2013). Title» and «Scharre, Paul. 2018. Title»: the title runs to the next full stop."""
    authors = rf"(?P<authors>[A-ZÀ-ÖØ-Þ][^()“”\"《「;:]{{1,120}}?|{HANGUL}[^()“”\"《「;:]{{0,60}}?|[\u4e00-\u9fff]{{2,4}}[^()（“”\"《「;:]{{0,40}}?)"
    title = r"\s*[“\"‘*_《「]{0,2}(?P<title>[^.;“”\"*_《》「」。]{8,200})?"
    bracket = rf"[（(](?P<year>{YEAR}[a-z]?)(?:,[^()]*)?[)）]\s?[.:：]?"
    return re.compile(rf"{authors}\s?,?\s*{bracket}{title}"), re.compile(rf"{authors}\.\s(?P<year>{YEAR}[a-z]?)\.{title}")


@cache
def _note_styles() -> tuple[re.Pattern[str], ...]:
    """Authors, then the title in quotation marks, italics or title marks, then somewhere the year; or a plain title, then the year."""
    authors = r"(?P<authors>[^,，:：;《「『“\"*_()（）][^:：;《「『“\"*_()（）]{1,80}?)"
    marked = r"(?P<title>[“\"《「『*_]+[^“”\"《》「」『』*_]{3,200}[”\"》」』*_]+)"
    person = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*\s){1,3}[A-ZÀ-ÖØ-Þ][\w'’-]+"
    surname = r"[A-ZÀ-ÖØ-Þ][\w'’-]+,?\s(?:[A-Z]\.?[ -]?){1,3}"
    several = rf"(?P<authors>{surname}(?:,\s{surname}){{0,6}}(?:,?\s{any_of('others')})?)"
    persons = rf"(?P<authors>{person}(?:(?:,\s|,?\s{any_of('joiners')}\s){person}){{0,3}})"
    return (
        re.compile(rf"{authors}\s*[,，:：]\s*{marked}[^;；]*?{YEAR_ALONE}"),
        re.compile(rf"{persons},\s(?P<title>[A-Z][^;“”\"()]{{8,160}}?)\s\([^()]*?{YEAR_ALONE}\)"),
        re.compile(rf"(?P<authors>[^\[\]《》“”\"]{{2,80}}?)[.．]\s*(?P<title>[^\[\]《》“”\"]{{4,200}}?)\s?\[[A-Z](?:/OL)?\][^;；]*?{YEAR_ALONE}"),
        re.compile(rf"{several}[,.]?\s(?P<title>[A-Z][^.,;“”()]{{12,160}})[.,][^;“”]*?{YEAR_ALONE}\W*$"),
        re.compile(rf"{persons},\s(?P<title>[A-Z][^.,;“”()]{{12,160}})[.,][^;“”]*?{YEAR_ALONE}\W*$"),
    )


@cache
def _source_line() -> Sought:
    return Sought(rf"(?:^|\n)\W*{any_of('sources')}\s*[:：]\s*(?P<list>[^\n]+)")


def find_sources(passage: Passage) -> Iterator[Found]:
    """The items of a line that begins with «Source:», where a year in brackets shows them to be documents."""
    line = _source_line().search(passage.text)
    if line is None:
        return
    for match in re.finditer(rf"(?P<item>[^,，;；、()（）]{{3,80}}?)\s?[（(](?P<year>{YEAR})[)）]", line["list"]):
        if re.search(any_of("nouns"), match["item"], re.I):
            at = line.start("list") + match.start("item") + len(match["item"]) - len(match["item"].lstrip())
            yield Found(f"doc:{slug(match['item'])}-{match['year']}", at, line.start("list") + match.end(), "source-line", 0.8)
