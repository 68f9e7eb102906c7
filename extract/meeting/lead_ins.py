"""Lead-ins: lists of participants after the words that introduce them («下列缔约方参加了会议：…»). A reading in; lists with their roles out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.lists import Item, split_list
from extract.meeting.items import knows
from extract.meeting.labels import heading_lead, is_plain_list, items_of, labelled_actors
from extract.meeting.words import attends, meeting_words, roles_in, sentences
from extract.patterns import either
from extract.reading import Reading
from extract.sought import Sought
from graph.records import Passage
from graph.sourcemap import Span

_COLON = re.compile(r"[:：]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of participants: its items in ``passage``, the words that introduce it and their language."""

    passage: Passage
    items: tuple[Item, ...]
    lead: str
    above: Passage

    @property
    def roles(self) -> tuple[str | None, str | None]:
        """The roles of the organisations and of the states in the list."""
        return roles_in(self.lead, self.above.language)[:2]


@lru_cache(maxsize=1)  # asked for participants and for members
def find_lists(reading: Reading) -> tuple[tuple[Listed, ...], ...]:
    """The lists of each passage: after a lead-in of its own or, where the passage is an item, beneath one; none in tables and titles."""
    return tuple(() if passage.kind in ("table", "title") else tuple(_lists(reading, passage)) for passage in reading.passages)


def _lists(reading: Reading, passage: Passage) -> Iterator[Listed]:
    above = reading.lead_of(passage)
    if (told := _told_above(passage)) is not None:
        yield told
        return
    if above is not None and (lead := _lead_in(above.text, _last_sentence(above), above.language)) is not None:
        yield Listed(passage, _items(passage, (0, len(passage.text))), lead[0], above)
        return
    for sentence in sentences(passage.text, passage.language):
        found = _lead_in(passage.text, sentence, passage.language)
        if found is not None:
            lead_in, start = found
            end = sentence[1] if start < sentence[1] else next((e for _, e in sentences(passage.text, passage.language, start)), start)
            yield Listed(passage, _items(passage, (start, end)), lead_in, passage)


def _told_above(passage: Passage) -> Listed | None:
    """The list that a label before it or the headings above it say is one of participants."""
    if (labelled := labelled_actors(passage)) is not None:
        lead, span = labelled
    elif passage.kind in ("item", "paragraph") and (headings := heading_lead(passage)) is not None:
        lead, span = headings, (0, len(passage.text))
    else:
        return None
    items = items_of(passage, span)
    return Listed(passage, items, lead, passage) if is_plain_list(passage, items, lead) else None


def _items(passage: Passage, span: Span) -> tuple[Item, ...]:
    return split_list(passage.text, span, passage.language, knows(passage.language))


def _last_sentence(passage: Passage) -> Span:
    return list(sentences(passage.text, passage.language))[-1] if passage.text.strip() else (0, 0)


@cache
def _following(language: str) -> tuple[Sought, Sought]:
    """The words that point to what follows, anywhere and at the end of a sentence."""
    words = either(meeting_words(language).following)
    return Sought(words, re.IGNORECASE), Sought(rf"(?:{words})[^.]{{0,8}}\.\s*$")


def _lead_in(text: str, sentence: Span, language: str) -> tuple[str, int] | None:
    """The words that introduce a list of participants in a sentence, and where the list begins."""
    following, closing = _following(language)
    colon = _COLON.search(text, *sentence)
    start = colon.end() if colon is not None else sentence[1]
    if colon is None and closing.within(text, *sentence) is None:
        return None
    lead = text[sentence[0] : start]
    if following.within(text, sentence[0], start) is None or not attends(lead, language):
        return None
    return (lead, start) if roles_in(lead, language)[2] else None
