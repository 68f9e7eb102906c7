"""Actors that no list names, where words carry particles: bodies by the end of their name, persons by their title. Passages in, mentions out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from extract.names import load_names
from extract.patterns import places_of
from extract.positions.pack.particle_words import WORD, Shapes, SubjectWords, shapes, subject_words
from extract.tokens import tokens_around
from graph.ids import entity_id
from graph.records import Mention, Passage

AFFILIATION = "Affiliation"  # where a person belongs, named between the name and the title: it holds nothing itself
_AFFILIATED = 1  # the shape of a person that may hold an affiliation
_LONG = 5  # characters from which one word is hardly anything but a name
_APART = re.compile("(?<![가-힣A-Za-z])")
_SPREAD = 3  # words by which a name reaches back before its last one


def find_shaped(passages: Iterable[Passage], named: Iterable[tuple[Mention, ...]]) -> tuple[tuple[Mention, ...], ...]:
    """For each passage the bodies and persons told by their shape; short forms are those who bore the full name before.

    ``named`` are the names already known in each passage: a name of a list is no part of another.
    """
    bodies: dict[str, Mention] = {}
    persons: dict[str, Mention] = {}
    return tuple(tuple(_found(passage, known, bodies, persons)) for passage, known in zip(passages, named, strict=True))


def find_offices(passage: Passage) -> list[Mention]:
    """Persons called by an office that only one holds («the Secretary-General of the United Nations»)."""
    if not subject_words(passage.language).offices:
        return []
    return [_mention(passage, *match.span(), "Person") for match in shapes(passage.language).offices.finditer(passage.text)]


def _found(passage: Passage, known: tuple[Mention, ...], bodies: dict[str, Mention], persons: dict[str, Mention]) -> list[Mention]:
    words = subject_words(passage.language)
    if not words.marks:
        return []
    found: list[Mention] = []
    for mention in known:
        if mention.kind == "Person" and mention.surface:
            persons.setdefault(mention.surface[0], mention)
        elif mention.kind in ("NGO", "InternationalOrganization", "Institution", "Coalition"):
            bodies[mention.surface] = mention
    for one in (*_persons(passage, words, persons), *_bodies(passage, words, bodies), *_called(passage, words, bodies)):
        others = found if one.kind == AFFILIATION else (*known, *found)
        if not any(one.start < other.end and other.start < one.end for other in others):
            found.append(one)
    return [*found, *_again(passage, (*known, *found), {**bodies, **{m.surface: m for m in persons.values()}})]


def _persons(passage: Passage, words: SubjectWords, persons: dict[str, Mention]) -> Iterator[Mention]:
    shape = shapes(passage.language)
    for number, pattern in enumerate(shape.persons):
        for match in pattern.finditer(passage.text):
            start, end = match.span("name")
            if number == _AFFILIATED and _is_workplace(words, shape, match):
                continue
            sure = number == 0 and re.fullmatch(words.sure_titles, match["post"]) is not None and passage.text[end : end + 1] == " "
            if sure or _is_name(passage, words, start, end, sure=number in (0, 2, 4)) or (number == _AFFILIATED and _placed(passage, words, match)):
                mention = _mention(passage, start, end, "Person")
                persons[mention.surface[0]] = mention
                yield mention
                if number == _AFFILIATED and " " in match["post"]:
                    yield Mention(match.start("post"), match.end("post"), AFFILIATION, None, match["post"])
    for match in (found for pattern in shape.glossed for found in pattern.finditer(passage.text)):
        gloss = re.search(r"\(([A-Z][\w'’-]*)", match[0])
        cited = load_names().cited(match["name"], passage.language) or (load_names().cited(gloss[1], "en") if gloss is not None else None)
        mention = Mention(*match.span(), "Person", cited.id if cited is not None else entity_id("Person", match["name"]), match[0])
        persons[mention.surface[0]] = mention
        yield mention
    yield from _surnamed(passage, words, persons)


def _surnamed(passage: Passage, words: SubjectWords, persons: Mapping[str, Mention]) -> Iterator[Mention]:
    """Persons by their surname and title: those named in full before, else where the surname is no other word."""
    shape = shapes(passage.language)
    for match in shape.surnamed.finditer(passage.text):
        start, end = match.span("name")[0], match.span("post")[1]
        if shape.title.match(match[0]):
            continue
        bearer = persons.get(match["name"])
        if bearer is not None:
            yield Mention(start, end, "Person", bearer.entity or entity_id("Person", bearer.surface), passage.text[start:end])
        elif (match["name"] not in words.unsure and passage.text[start + 1] == " ") or passage.text[end : end + 2].lstrip()[:1] in (":", "："):
            yield _mention(passage, start, end, "Person")


def _is_workplace(words: SubjectWords, shape: Shapes, match: re.Match[str]) -> bool:
    """Whether what might be a name is where the person works whose name and title follow («한결대 이서윤 교수»)."""
    following = shape.persons[0].match(match.string, match.start("post"))
    return following is not None and re.search(rf"(?:{words.places})\Z", match["name"]) is not None


def _placed(passage: Passage, words: SubjectWords, match: re.Match[str]) -> bool:
    """Whether a place of work follows what opens the sentence and looks like a name, whatever else its characters may mean."""
    opens = re.search(r"(?:^|[.!?”\"]\s|\n)\Z", passage.text[: match.start("name")]) is not None
    place = match["post"].split(" ")
    return opens and len(match["name"]) == 3 and len(place) > 1 and re.search(rf"(?:{words.places})\Z", place[0]) is not None


def plausible(passage: Passage, start: int, end: int) -> bool:
    """Whether characters that a title made a person's name may be one; only some languages let us tell."""
    words = subject_words(passage.language)
    hangul = re.fullmatch(r"[가-힣 ]+", passage.text[start:end]) is not None
    return not words.proper or not hangul or _is_name(passage, words, start, end, sure=True)


def _is_name(passage: Passage, words: SubjectWords, start: int, end: int, *, sure: bool) -> bool:
    """Whether the tokenizer takes the characters for a proper noun, or, where a title follows at once, at least for no word of the language."""
    within = [t for t in tokens_around(passage.text, passage.language, start, end) if start <= t.start and t.end <= end]
    if sum(t.end - t.start for t in within) < end - start - passage.text[start:end].count(" "):
        return False  # a token reaches over the name's end
    proper = [t for t in within if t.tag in words.proper]
    if " " in passage.text[start:end]:
        return bool(proper) and all(t.tag in words.proper for t in (within[:1] if sure else within)) and all(t.tag in words.nouns for t in within)
    if end - start < 3:
        return bool(proper) and len(within) == 1
    given = within[1:] if within and within[0].tag == "MM" else within  # surnames that are determiners, too, stand apart from nouns
    return bool(proper) or (sure and len(within) > 1 and all(t.tag in words.nouns for t in given))


def _bodies(passage: Passage, words: SubjectWords, bodies: dict[str, Mention]) -> Iterator[Mention]:
    shape = shapes(passage.language)
    for kind, pattern in shape.bodies:
        for match in pattern.finditer(passage.text):
            start, end = match.span("name")
            if shape.bare.match(match["name"]):
                wide = _widened(passage, words, start)
                if wide == start:
                    earlier = _earlier(match["name"], bodies)
                    if earlier is not None and not re.search(words.possessing, passage.text[:start]):  # «our committee» is who speaks
                        yield Mention(start, end, earlier.kind, earlier.entity, match["name"])
                    continue
                start = wide
            if shape.never.match(passage.text[start:end]) or not _is_noun(passage, words, start, end):
                continue
            mention = _mention(passage, start, end, kind)
            bodies[mention.surface] = mention
            yield mention


def _called(passage: Passage, words: SubjectWords, bodies: dict[str, Mention]) -> Iterator[Mention]:
    """Bodies that a noun before their name says they are («the charity X»)."""
    for kind, pattern in shapes(passage.language).called:
        for match in pattern.finditer(passage.text):
            start, end = match.span("name")
            if not shapes(passage.language).never.match(match["name"]) and _is_noun(passage, words, start, end):
                mention = _mention(passage, start, end, kind)
                bodies[mention.surface] = mention
                yield mention


def _earlier(end: str, bodies: Mapping[str, Mention]) -> Mention | None:
    """The body named last whose name has this end."""
    return next((mention for name, mention in reversed(list(bodies.items())) if name.endswith(end) and name != end), None)


def _widened(passage: Passage, words: SubjectWords, start: int) -> int:
    """Where a name begins whose last word is at ``start``: at the first of the plain nouns before it."""
    row = tokens_around(passage.text, passage.language, start, start)
    for _ in range(_SPREAD):
        before = re.search(rf"(?<![^\s]){WORD}+ $", passage.text[:start])
        if before is None or shapes(passage.language).never.match(before[0].strip()):
            break
        inside = [t for t in row if before.start() <= t.start and t.end <= before.end() - 1]
        if not inside or any(t.tag not in words.nouns for t in inside) or inside[-1].end != before.end() - 1:
            break
        start = before.start()
    return start


def _is_noun(passage: Passage, words: SubjectWords, start: int, end: int) -> bool:
    """Whether the tokenizer sees nouns alone, or one long word that ends in a noun: names may hold anything («EvergreenForum»)."""
    inside = [t for t in tokens_around(passage.text, passage.language, start, end) if start <= t.start < end]
    if not inside or inside[-1].tag not in words.nouns:
        return False
    return all(t.tag in words.nouns for t in inside) or (end - start >= _LONG and " " not in passage.text[start:end])


def _again(passage: Passage, known: Iterable[Mention], names: Mapping[str, Mention]) -> Iterator[Mention]:
    """Names met before, wherever they stand alone."""
    taken = list(known)
    for surface, mention in names.items():
        if len(surface) < 3 or surface not in passage.text:
            continue
        for start in places_of(surface, passage.text, _APART, shapes(passage.language).mark):
            end = start + len(surface)
            if not any(m.start < end and start < m.end for m in taken):
                again = Mention(start, end, mention.kind, mention.entity, surface)
                taken.append(again)
                yield again


def _mention(passage: Passage, start: int, end: int, kind: str) -> Mention:
    surface = passage.text[start:end]
    return Mention(start, end, kind, entity_id(kind, surface), surface)
