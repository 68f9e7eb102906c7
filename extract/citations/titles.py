"""Documents cited by their title: 《…》, 「…」, 『…』, and quotation marks beside a word for a document. A passage in, what is found out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.citations.found import Found
from extract.citations.known import document_id, known_title
from extract.citations.words import any_of
from extract.sought import Patterns
from graph.ids import slug
from graph.records import Passage

LONGEST = 200
MARKED = {
    "zh": re.compile(rf"《(?P<title>(?:[^《》]|《[^《》]*》){{2,{LONGEST}}})》"),
    "ko": re.compile(rf"《(?P<title>[^《》]{{2,{LONGEST}}})》|「(?P<t2>[^「」]{{2,{LONGEST}}})」|『(?P<t3>[^『』]{{2,{LONGEST}}})』"),
}
QUOTED = r"[“\"‘「『](?P<title>[^“”\"‘’「」『』]{3,180})[”\"’」』]"
OPENED = re.compile(r"[“\"‘「『]")
BESIDE = 12
SHORT = re.compile(r"\s*[（(][^（）()《》「」]{0,8}[《「“\"‘](?P<short>[^》」”\"’]{1,40})[》」”\"’][)）]")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in its passage: ``found`` with a canonical id if listed, else one made of the title; ``short`` its short form."""

    found: Found
    text: str
    short: str | None = None


def find_titles(passage: Passage) -> Iterator[Title]:
    """The titles in marks, then those in quotation marks that a word for a document introduces or follows."""
    for match in MARKED.get(passage.language, MARKED["zh"]).finditer(passage.text):
        name = next(group for group in match.re.groupindex if match[group] is not None)
        if not _is_no_document(passage.text, match.start(), match.end(), match[name]):
            yield _title(passage, match.start(), match.end(), match[name])
    for _, match in _quoted().finditer(passage.text) if OPENED.search(passage.text) else ():
        if _reads_like_title(match["title"], "titled" in match.re.groupindex and match["titled"] is not None):
            yield _title(passage, match.start("title") - 1, match.end("title") + 1, match["title"])


def is_short_form(title: str) -> bool:
    """A title that is only a word for a document («《公约》») stands for one named elsewhere."""
    return re.fullmatch(any_of("short_forms"), title.strip(), re.I) is not None


def _title(passage: Passage, start: int, end: int, text: str) -> Title:
    short = SHORT.match(passage.text, end)
    known = known_title(text)
    identity = known and (document_id(known, text) or document_id(known, passage.text[max(0, start - BESIDE) : end + BESIDE]))
    treaty = known is not None and known.treaty
    found = Found(identity or f"doc:{slug(_bare(text))}", start, end, "title", 0.9, known=identity is not None, treaty=treaty)
    return Title(found, text, short["short"] if short else None)


def _bare(title: str) -> str:
    """Without the same in another language in brackets at its end."""
    return re.sub(r"\s*[（(][^（）()]*[)）]\s*$", "", title) or title


def _is_no_document(text: str, start: int, end: int, title: str) -> bool:
    """A film, a newspaper or journal."""
    before, after = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    if re.search(rf"{any_of('films')}\s*[,，]?\s*$", before) or re.match(rf"\s*{any_of('films')}", after):
        return True
    return bool(re.search(rf"{any_of('periodicals')}$", title.strip(), re.I) or re.match(rf"\s*{any_of('periodicals')}", after)) and len(title) < 40


def _reads_like_title(title: str, announced: bool) -> bool:
    """Announced («entitled …») it may be any words; else Latin words must be capitalised as in a title, and no sentence."""
    words = re.findall(r"[^\W\d_][\w'’-]*", title)
    if not words or title.rstrip().endswith((",", "，", "。", ";")) or len(words) > 30:
        return False
    if announced:
        return words[0][0].isupper() or not words[0].isascii()
    if re.search(r"[,，。;；!！]", title) and not re.search(r"[:：]", title):
        return False  # words that were said, not a title
    if title.isascii() or re.search(r"[A-Za-z]{3}", title):
        long = [word for word in words if len(word) > 3]
        return len(words) > 1 and bool(long) and all(word[0].isupper() for word in long)
    return True


@cache
def _quoted() -> Patterns:
    nouns, works, titled = any_of("nouns"), any_of("works"), any_of("titled_before")
    shapes = (
        re.compile(rf"{nouns}\s*,?\s*(?P<titled>{titled})\s*,?:?\s*{QUOTED}", re.I),
        re.compile(rf"{works}\s*,?\s*{QUOTED}", re.I),
        re.compile(rf"{works}\s*,?\s*(?:{titled}\s*)?(?<!\*)[*_](?P<title>[^*_\n]{{3,180}})[*_](?!\*)", re.I),
        re.compile(rf"(?P<titled>{titled})\s*{QUOTED}(?=.{{0,12}}?{nouns})"),
        re.compile(rf"{any_of('films')}\s*,?\s*(?P<titled>{titled})\s*{QUOTED}", re.I),
        re.compile(rf"{QUOTED}\s?(?P<titled>{any_of('titled_after')})\s*(?:\S{{1,6}}\s)?{nouns}"),
        re.compile(rf"{QUOTED}\s?{works}", re.I),
    )
    return Patterns(shapes)
