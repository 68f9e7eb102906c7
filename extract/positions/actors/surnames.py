"""Under which full name somebody was brought in who is called by a surname alone. Texts and a surname in, the name out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extract.patterns import NEVER, places_of
from extract.positions.pack.actor_words import actor_patterns, actor_words
from graph.ids import entity_id
from graph.records import Mention, Passage

Mentions = tuple[Mention, ...]
_REACH = 120  # characters before a surname in which its bearer's other names and title stand
_ANYWHERE, _ENDS = re.compile(""), re.compile(r"(?![\w-])")
_GIVEN = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+ (?:[A-Z]\.? |[A-Z][\w’'-]+ )?\Z")
_APART, _INSIDE = re.compile(r"(?<![\w-])"), re.compile(r"(?<=[a-z,;] )")
_NO_NAME_BEHIND = re.compile(r"(?! [A-Z])(?![\w-])")
_WORD_ENDS = re.compile(r"\b")
_SAYS = re.compile(r"\bsa(?:id|ys) $")
_YEAR = re.compile(r"(?:,? (?:and|&) [A-Z][\w’'-]+|,? et al\.?|[’']s?)?,? ?\(?(?:19|20)\d\d\b")


def in_full(texts: Iterable[str], surname: str, language: str) -> str | None:
    """The one full name that ends with ``surname`` anywhere in the texts («Robert Sparrow's paper», «With me are N N and …»)."""
    if " " in surname or not surname.isascii() or not surname[:1].isupper():
        return None
    words, title = actor_words(language), _title(language)
    given = (_GIVEN.search(text, max(0, at - _REACH), at) for text in texts for at in places_of(surname, text, _ANYWHERE, _ENDS))
    found = {match[0] + surname for match in given if match is not None}
    full = {one for one in found if title.match(one) is None and one.split()[0] not in {*words.starts, *words.titles}}
    return full.pop() if len(full) == 1 else None


@cache
def _title(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{actor_words(language).honorifics or NEVER}) ")


@cache
def _titled(language: str) -> re.Pattern[str]:
    """A title, and names between it and the surname."""
    return re.compile(rf"{_title(language).pattern}(?:[A-Z][\w’'.-]* ){{0,2}}\Z")


def add_surnames(passages: Sequence[Passage], found: Sequence[Mentions], aliases: dict[str, dict[str, Mention | None]]) -> None:
    """Adds the persons who are called by a surname alone wherever they act, and in full only elsewhere."""
    for passage, mentions in zip(passages, found, strict=True):
        patterns, known = actor_patterns(passage.language), aliases.get(passage.language)
        if known is None or patterns is None:
            continue
        for one in mentions:
            if (
                not is_surname(one)
                or one.surface.casefold() in patterns.never
                or getattr(known.get(one.surface), "entity", "") not in ("", one.entity)
            ):
                continue
            full = in_full((p.text for p in passages), one.surface, passage.language)
            if full is not None:
                known[one.surface] = replace(one, entity=entity_id("Person", full))


def without_strangers(passages: Sequence[Passage], found: Sequence[Mentions]) -> list[Mentions]:
    """The mentions of each passage without words with a capital that were taken for persons, and are none.

    A surname alone names somebody only where a full name or a title brings its bearer in, where it has its capital inside sentences too,
    or where its bearer says something and the word is no other.
    """
    whole = "\n".join(passage.text for passage in passages)
    return [tuple(one for one in mentions if not _is_stranger(passage, one, whole)) for passage, mentions in zip(passages, found, strict=True)]


def _is_stranger(passage: Passage, one: Mention, whole: str) -> bool:
    shape = actor_words(passage.language).uttering
    if not shape or not is_surname(one) or not one.surface.isascii() or not one.surface.isalpha():
        return False
    return not _brought_in(passage, one, whole) and not _utters(shape, passage, one, whole)


def _brought_in(passage: Passage, one: Mention, whole: str) -> bool:
    if in_full([whole], one.surface, passage.language) is not None or (one.entity is None and _YEAR.match(passage.text, one.end)):
        return True
    titled, places = _titled(passage.language), places_of(one.surface, whole, _ANYWHERE, _WORD_ENDS)
    return any(titled.search(whole, max(0, at - _REACH), at) is not None for at in places)


def _utters(shape: str, passage: Passage, one: Mention, whole: str) -> bool:
    opens = not passage.text[: one.start].strip() or passage.text[: one.start].rstrip()[-1:] in ".!?:\n"
    if next(places_of(one.surface.lower(), whole, _APART, _ENDS), None) is not None:
        return False
    if next(places_of(one.surface, whole, _INSIDE, _NO_NAME_BEHIND), None) is not None:
        return True
    said = re.match(shape, passage.text[one.end :]) is not None or _SAYS.search(passage.text[: one.start]) is not None
    return said and not (opens and one.surface.endswith("ing"))


def is_surname(one: Mention) -> bool:
    """Whether a person is called by one word, and known by no more."""
    return one.kind == "Person" and " " not in one.surface and one.entity in (None, entity_id("Person", one.surface))
