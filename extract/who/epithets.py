"""Epithets: what stands before a name where words have no breaks («牛津大学高级研究员 X»). A passage and a person in; posts held out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.language import section
from extract.lists import ListWords, outside_brackets
from extract.names import load_names
from extract.patterns import either
from extract.reading import Reading, party
from extract.who.persons import Person
from extract.who.signs import ORGANISATIONS
from extract.who.words import PeopleWords, words_for
from graph.records import Mention, Party, Passage
from graph.sourcemap import Span

_BREAK = re.compile(r"[。；：！？，,;:\n“”]")
_LONG_NAME = 4  # characters; shorter names of states are often part of an organisation's name
_DASH = re.compile(r"[―—–－-]{1,2}")


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a person: with whom (a state if ``office``), as what, and the words that say so."""

    holder: Party
    title: str | None
    span: Span
    office: bool = False


def read_epithets(reading: Reading, passage: Passage, person: Person, *, after: int, before: int) -> Iterator[Post]:
    """The posts named before and right after a person.

    Args:
        after: where the text that belongs to the person before ends.
        before: where the next person begins.
    """
    words, text = words_for(passage.language), passage.text
    low = max([after, *(m.end() for m in _BREAK.finditer(text, after, person.left))])
    posts = list(_posts(reading, passage, (low, person.left), words, person))
    if not posts:
        posts = list(_from_sentence(reading, passage, (after, person.left), words, person))
    yield from posts
    yield from _in_gloss(reading, passage, person, before, words)
    joined = re.compile(rf"\s?(?:{either(words.besides)})(?P<phrase>[^。；：，、]{{3,40}}?(?:{either(words.jobs)}))").match(text, person.right)
    if joined and joined.end() < before and not text[joined.end() : joined.end() + 1].isascii():
        yield from _posts(reading, passage, joined.span("phrase"), words, None)


def _in_gloss(reading: Reading, passage: Passage, person: Person, before: int, words: PeopleWords) -> Iterator[Post]:
    """What the bracket after a name says: a state («X大使（瑞士）»), or where its bearer works."""
    gloss = re.compile(r"\s?[（(](?P<phrase>[^（）()]{2,40})[）)]").match(passage.text, person.right, before)
    if gloss is None or re.match(r"[A-Za-zÀ-ÿ]", gloss["phrase"]):
        return
    state = load_names().identify(gloss["phrase"], passage.language, ("State",))
    if state is not None:
        yield Post(Party("State", state.id, gloss["phrase"]), person.title, (person.left, gloss.end()), office=True)
        return
    yield from _posts(reading, passage, gloss.span("phrase"), words, None)


def _posts(reading: Reading, passage: Passage, span: Span, words: PeopleWords, person: Person | None) -> Iterator[Post]:
    for low, high in _segments(passage.text, span, words):
        end = person.right if person is not None and high >= span[1] else high
        title, kind, cut = _title(passage.text, low, high, words)
        if kind == "office":
            states = [m for m in reading.in_span(passage, low, cut) if m.kind == "State"]
            state = next((m for m in states if _beside(passage.text[m.end : cut], words)), None)
            if state is not None:
                yield Post(party(state), title, (state.start, end), office=True)
                continue
        found = _organisation(reading, passage, low, cut, words)
        if found is None or not (kind or passage.text[:high].rstrip().endswith(words.dependent) or not passage.text[found[1] : high].strip()):
            continue
        start, stop, holder = found
        past = any(f in passage.text[stop:cut] for f in words.former)
        named = title or (person.title if person is not None else None)
        yield Post(holder, f"former {named}" if past and named else named, (start, end))


def _beside(between: str, words: PeopleWords) -> bool:
    """Whether a state and the office after it are one phrase: nothing, or where the office is held, lies between."""
    return len(between.strip()) <= 8 and not re.search(rf"、|{either([*words.besides, *words.dependent])}", between)


def _from_sentence(reading: Reading, passage: Passage, span: Span, words: PeopleWords, person: Person) -> Iterator[Post]:
    """A long title may hold a comma: the sentence then begins with the organisation and runs into the title without a verb between."""
    text = passage.text
    low = max([span[0], *(m.end() for m in re.finditer(r"[。；！？\n]", text[: span[1]]) if m.end() >= span[0])])
    first = next((m for m in reading.in_span(passage, low, span[1]) if m.kind in ORGANISATIONS and m.start == low), None)
    title, kind, cut = _title(text, low, span[1], words)
    if first is not None and kind == "job" and cut - first.end <= 40 and not re.search(either(words.verbs), text[first.end : cut]):
        yield Post(party(first), title, (first.start, person.right))


def _segments(text: str, span: Span, words: PeopleWords) -> Iterator[Span]:
    """The phrase cut at «、» and at joining words, where a title ends there."""
    start, end = span
    titles = re.compile(rf"(?:{either([*words.jobs, *words.offices, *words.ranks])})$")
    joint = re.compile(rf"、|{either(words.besides)}")
    low = start
    for i in outside_brackets(text, start, end):
        mark = joint.match(text, i)
        if mark and i >= low and titles.search(text[low:i]):
            yield low, i
            low = mark.end()
    yield low, end


def _title(text: str, low: int, high: int, words: PeopleWords) -> tuple[str | None, str, int]:
    """The title that ends the phrase: its English, «job» or «office» or nothing, and where it begins."""
    phrase = text[low:high].rstrip()
    for kind, titles in (("office", words.offices), ("job", words.jobs)):
        match = re.search(rf"(?:{either(titles)})$", phrase)
        if match:
            other = re.search(rf"(?:{either(words.jobs)})$", phrase)
            if kind == "office" and other and len(other[0]) > len(match[0]):
                continue
            return words.english(match[0]), kind, low + match.start()
    return None, "", high


def _organisation(reading: Reading, passage: Passage, low: int, high: int, words: PeopleWords) -> tuple[int, int, Party] | None:
    """The first organisation of the phrase, with its faculty; its departments are part of the title."""
    text = passage.text
    low = _opened(text, low, high, words)
    mentions = [m for m in reading.in_span(passage, low, high) if m.kind in ORGANISATIONS]
    suffix = _suffix(text, low, high, passage.language)
    best = mentions[0] if mentions else None
    if suffix is not None and (best is None or suffix < best.start or (best.start > low and best.end < suffix and _inside_name(best, suffix, text))):
        return _unknown(reading, passage, low, suffix, high, words)
    if best is None and (whole := _known_whole(passage, low, high, words)) is not None:
        return whole
    if best is None:  # a company is often named by a Latin word alone
        latin = re.search(r"(?P<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)\s*$", text[low:high], re.ASCII)
        return None if latin is None else (low + latin.start(), low + latin.end("name"), Party("Institution", None, latin["name"]))
    return _with_faculty(passage, best.start, best.end, high, words, party(best))


def _known_whole(passage: Passage, low: int, high: int, words: PeopleWords) -> tuple[int, int, Party] | None:
    """A known name that fills the phrase before «of», though it would tell nothing in running text («Article 36»)."""
    joint = re.search(either(words.dependent), passage.text[low:high])
    name = passage.text[low : low + joint.start()].strip() if joint is not None else ""
    known = load_names().identify(name, passage.language, tuple(ORGANISATIONS)) if name else None
    start = passage.text.find(name, low) if known is not None else low
    return None if known is None else (start, start + len(name), Party(known.kind, known.id, name))


def _inside_name(mention: Mention, suffix: int, text: str) -> bool:
    return mention.end == suffix and text[mention.start - 1 : mention.start].isalpha()


def _opened(text: str, low: int, high: int, words: PeopleWords) -> int:
    opening = re.compile(rf"\s*(?:{either(words.openings)})")
    dashes = list(re.finditer(r"[―—]{2}", text[low:high]))  # «a non-governmental organisation ―― its name»
    low += dashes[-1].end() if dashes else 0
    while (match := opening.match(text, low, high)) and match.end() > low and match[0].strip():
        low = match.end()
    return low


def _suffix(text: str, low: int, high: int, language: str) -> int | None:
    """Where the first word that ends an organisation's name ends, two characters of a name at least before it."""
    names = section(language, "lists", ListWords).organisations
    return next((low + m.end() for m in re.finditer(either(names), text[low:high]) if m.start() >= 2), None)


def _unknown(reading: Reading, passage: Passage, low: int, end: int, high: int, words: PeopleWords) -> tuple[int, int, Party]:
    text = passage.text
    cuts = [m.end() for m in re.finditer(rf"{either(words.dependent)}|{_DASH.pattern}", text[low:end]) if m.end() < end - low - 2]
    start = low + (cuts[-1] if cuts else 0)
    state = next((m for m in reading.in_span(passage, start, end) if m.kind == "State" and m.start == start), None)
    if state is not None and len(state.surface) > _LONG_NAME and end - state.end > _LONG_NAME:
        start = state.end  # a state's full name before an organisation's says where it is
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return _with_faculty(passage, start, end, high, words, Party("Institution", None, text[start:end]))


def _with_faculty(passage: Passage, start: int, end: int, high: int, words: PeopleWords, holder: Party) -> tuple[int, int, Party]:
    text, names = passage.text, load_names()
    more = re.compile(rf"\s?[^\W\d_]{{1,8}}?(?:{either(words.faculties)})|\s?[（(][^（）()]{{2,20}}[）)]").match(text, end, high)
    if more and (more.end() <= high):
        whole = text[start : more.end()]
        known = names.identify(whole, passage.language)
        if known is not None:
            return start, more.end(), Party(known.kind, known.id, whole)
        kept = holder.id if more[0].endswith((")", "）")) else None
        return start, more.end(), Party(holder.kind, kept, whole)
    if holder.id is None and (known := names.identify(text[start:end], passage.language)) is not None:
        return start, end, Party(known.kind, known.id, text[start:end])
    return start, end, holder
