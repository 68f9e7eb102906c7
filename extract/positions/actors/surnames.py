"""Under which full name somebody was brought in who is called by a surname alone. Texts and a surname in, the name out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.patterns import NEVER
from extract.positions.pack.actor_words import actor_patterns, actor_words
from graph.ids import entity_id
from graph.records import Mention, Passage

Mentions = tuple[Mention, ...]


def in_full(texts: Iterable[str], surname: str, language: str) -> str | None:
    """The one full name that ends with ``surname`` anywhere in the texts («Robert Sparrow's paper», «With me are N N and …»)."""
    if " " in surname or not surname.isascii() or not surname[:1].isupper():
        return None
    words = actor_words(language)
    name = re.compile(rf"(?<![\w’'-])([A-Z][\w’'-]+ (?:[A-Z]\.? |[A-Z][\w’'-]+ )?{re.escape(surname)})(?![\w-])")
    titled = re.compile(rf"(?:{words.honorifics or NEVER}) ")
    found = {match[1] for text in texts for match in name.finditer(text)}
    full = {one for one in found if titled.match(one) is None and one.split()[0] not in {*words.starts, *words.titles}}
    return full.pop() if len(full) == 1 else None


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


def is_surname(one: Mention) -> bool:
    """Whether a person is called by one word, and known by no more."""
    return one.kind == "Person" and " " not in one.surface and one.entity in (None, entity_id("Person", one.surface))
