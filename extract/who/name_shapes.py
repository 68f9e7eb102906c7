"""Name shapes: how a person's full name shows itself in a text. A passage in, spans of names with their Latin glosses out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.language import section
from extract.lists import ListWords
from extract.patterns import either
from extract.sought import Patterns
from extract.who.words import PeopleWords, words_for
from graph.records import Passage

UPPER, LETTER = "A-ZÀ-ÖØ-ÞĀ-Ɏ", "a-zß-öø-ÿā-ɏA-ZÀ-ÖØ-Þ'’"
HAN, HANGUL, DOTS = r"\u4e00-\u9fff", r"가-힣", "·・•‧"
_TOKEN = rf"(?:(?![A-Z]{{2,}}\b)[{UPPER}][{LETTER}]+(?:-[{UPPER}]?[{LETTER}]+)*|[{UPPER}]\.(?:-?[{UPPER}]\.)*)"


def find_names(passage: Passage) -> Iterator[tuple[int, int, str | None]]:
    """Every full name that an honorific, a title, a gloss or its own form tells: its span, and its Latin gloss if it has one."""
    for _, match in _shapes(passage.language).finditer(passage.text):
        start, end = _trimmed(passage, *match.span("name"))
        if start < end:
            yield start, end, match.groupdict().get("latin")


@cache
def _shapes(language: str) -> Patterns:
    """How a full name shows itself; each pattern has a group ``name`` and may have ``latin``, its gloss."""
    words = words_for(language)
    name, titles = _latin_name(), either([*words.jobs, *words.offices])
    loud = rf"(?:[{UPPER}]{{3,}}\s)?{name}(?:\s[{UPPER}]{{3,}}(?![{LETTER}]))?"  # «Mr. KIM In-chul», «Ms. Jane DOE»
    shapes = [rf"(?:\b(?:{either(words.before)})\s+)+(?P<name>{loud})", rf"(?P<name>{name})\s?(?={either(words.after)})"]
    if language == "zh":
        shapes += _han_shapes(words, titles, name)
    if language == "ko":
        shapes += _hangul_shapes(words, titles, name)
    if language == "en":
        shapes += _latin_shapes(words, titles, name)
    return Patterns(re.compile(shape) for shape in shapes)


def _latin_shapes(words: PeopleWords, titles: str, name: str) -> list[str]:
    """A name beside a title, and one in capitals before its state and a verb («JANE ROE (Chile) said»)."""
    verbs, holders = either(words.verbs), either(section("en", "lists", ListWords).organisations)
    first = _opening(words)
    return [
        rf"{first}(?P<name>{_TOKEN}\s{name}), (?:(?i:an?|the) )?(?:[\w-]+ ){{0,3}}?(?i:{titles})\b",
        rf"\b(?:{titles}),? (?P<name>{_TOKEN}\s{name})",
        rf"{first}(?P<name>{_TOKEN}\s{name}) \((?=[^()]*\b(?:{holders})\b[^()]*\))",
        rf"\b(?P<name>[{UPPER}]{{2,}}(?:[- ][{UPPER}.]{{2,}})+)(?= \([{UPPER}][{LETTER} ]{{2,40}}\)(?:,| (?:{verbs})))",
    ]


def _opening(words: PeopleWords) -> str:
    """Where a name without honorific may begin: at the start of a clause, or after a word that introduces persons («by», «and»)."""
    introducing = "".join(rf"|(?<=\b{word} )" for word in words.introducing)
    return rf"(?=[{UPPER}])(?:(?<![\w.] ){introducing})\b"  # first what is soon told


def _han_shapes(words: PeopleWords, titles: str, name: str) -> list[str]:
    """A Latin name after a title, a name with dots, and a Chinese or Korean one between title and honorific."""
    return [
        rf"(?:{titles})\s?(?P<name>{_TOKEN}\s{name})",
        rf"(?P<name>[{HAN}]{{1,14}}(?:[{DOTS}][{HAN}]{{1,8}}){{1,4}})",
        rf"(?<![{HAN}])(?P<name>[{words.surnames}][{HAN}]{{1,2}})(?=\s?[（(][^（）()]{{2,40}}(?:{titles})[）)])",
        rf"(?:{titles})(?P<name>[{words.surnames}][{HAN}]{{1,2}})(?={either(words.after)})",
    ]


def _hangul_shapes(words: PeopleWords, titles: str, name: str) -> list[str]:
    """A name with a Latin gloss beside a title, a Korean one beside a title, and whoever is said to be the holder of an office."""
    hangul, gloss = rf"[{HANGUL}-]+(?: [{HANGUL}-]+){{0,2}}", rf"\s?\(\s?(?P<latin>{_TOKEN}\s{name})\s?\)"
    holders = either(section("ko", "lists", ListWords).organisations)
    korean = rf"[{words.surnames}][{HANGUL}]{{2}}"
    post = rf"(?:{holders}) ?[{HANGUL}]{{0,10}}(?:{titles})"
    return [
        rf"(?:{titles})\s(?P<name>{hangul}){gloss}",
        rf"(?P<name>{hangul}){gloss}\s?(?={titles})",
        rf"(?<![{HANGUL}])(?P<name>{korean}) ?(?=(?:{titles}))",
        rf"(?<![{HANGUL}])(?P<name>{korean}) (?=[{HANGUL}A-Za-z ]{{0,24}}{post})",
        rf"(?:^|[:：,;] ?)(?P<name>[{HANGUL}]{{1,6}}(?: [{HANGUL}]{{1,6}}){{1,2}}) (?=[{HANGUL}A-Za-z]{{1,16}}{post})",
        rf"(?:{titles})(?:{either(words.being)})? (?P<name>{korean})(?=[{words.cases},.]|\s|$)",
        rf"(?:{titles})(?:{either(words.being)}) (?P<name>[{HANGUL}-]{{2,12}}?)(?=[{words.cases}]\s)",
    ]


@cache
def _latin_name() -> str:
    particles = either(words_for("en").particles)
    return rf"{_TOKEN}(?:[ ](?:(?:{particles})[ ])*{_TOKEN}){{0,5}}"


def _trimmed(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """A name written without word breaks, cut from the title before it and the words after it."""
    words, text = words_for(passage.language), passage.text
    if passage.language == "ko":
        return _hangul_name(text, start, end, words)
    if passage.language == "en":
        return _without_title(text, start, end, words)
    if not words.transliteration or not re.match(rf"[{HAN}]", text[start:end]) or not re.search(rf"[{DOTS}]", text[start:end]):
        return start, end
    first = re.search(rf"[{DOTS}]", text[start:end])
    dot = start + first.start() if first else start
    titles = [m.end() for m in re.finditer(either([*words.jobs, *words.offices, *words.ranks]), text[start:dot]) if start + m.end() < dot]
    start += titles[-1] if titles else 0
    low = start if titles else dot
    while low > start and text[low - 1] in words.transliteration:
        low -= 1
    last = max(text.rfind(d, start, end) for d in DOTS) + 1
    high = last
    while high < end and text[high] in words.transliteration:
        high += 1
    if low == dot or high == last:
        return end, end
    honorific = re.search(either(words.after), text[high : high + 4])  # a character or two that transliteration rarely uses
    return low, high + (honorific.start() if honorific and honorific.start() <= 2 else 0)


def _without_title(text: str, start: int, end: int, words: PeopleWords) -> tuple[int, int]:
    """Without the honorifics and titles before it; nothing for what holds a word of organisations' names («Baltic Peace Network»)."""
    holders = either(section("en", "lists", ListWords).organisations)
    before = re.match(rf"(?:(?:{either(words.before)}|(?i:{either([*words.jobs, *words.offices])}))\s+)+(?=\S)", text[start:end])
    start += before.end() if before else 0
    return (end, end) if re.search(rf"\b(?:{holders})\b", text[start:end]) or (not re.search(r"\S\s\S", text[start:end]) and before) else (start, end)


def _hangul_name(text: str, start: int, end: int, words: PeopleWords) -> tuple[int, int]:
    """As many words as the Latin gloss has, without the title before the name."""
    gloss = re.match(r"\s?\(\s?([^)]+?)\s?\)", text[end:])
    wanted = len(gloss[1].split()) if gloss else 3
    pieces = list(re.finditer(r"\S+", text[start:end]))
    titles = re.compile(rf"(?:{either([*words.jobs, *words.offices])})$")
    title = next((i + 1 for i in reversed(range(len(pieces))) if titles.search(pieces[i][0])), 0)
    kept = pieces[title:][-wanted:]
    return (start + kept[0].start(), end) if kept else (end, end)
