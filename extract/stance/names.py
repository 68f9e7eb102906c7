"""Who stands in a list or cell: known names, and numbers of states without a name. A passage and a span in; holders out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.language import section
from extract.lists import Item, ListWords, split_list
from extract.names import load_names
from extract.patterns import either
from extract.reading import Reading
from extract.stance.labels import Stance, find_targets, read_label
from extract.stance.words import stance_patterns
from graph.records import Entity, Party, Passage
from graph.sourcemap import Span

HOLDERS = frozenset({"State", "NGO", "InternationalOrganization", "Institution", "Coalition"})
_SPARE = 6  # characters that a bracket may hold besides a proposal («use only»)
_MANY = 30  # states from which on a number is many (gold: 42 states are, 15 are some)
_AFTER = re.compile(r"\s*(?:[(（\[–—:：\-.;；。]|$)")
_BRACKET = re.compile(r"\s*[(（]([^()（）]+)[)）]")
_NOTE = re.compile(r"(?:<sup>.*?</sup>|[*†‡¹²³]|\[\d+\])+$")


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone in a list, at ``start…end``; ``override`` is a stance that a bracket behind the name gives («China (use only)»)."""

    party: Party
    start: int
    end: int
    quantifier: str | None = None
    override: Stance | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The holders of a list, the end of the list, and the items that name nobody we know."""

    holders: tuple[Holder, ...]
    end: int
    unknown: tuple[Item, ...] = ()


def read_names(reading: Reading, passage: Passage, span: Span) -> Listed | None:
    """The names that a span lists, up to where it goes on otherwise; ``None`` if it is no list of names.

    A single name followed by a sentence («China said …») is none.
    """
    items = split_list(passage.text, span, passage.language, lambda words: is_name(words, passage.language))
    holders: list[Holder] = []
    unknown: list[Item] = []
    for number, item in enumerate(items):
        whole = _whole(passage, item)
        if whole is not None:
            holders.append(whole)
            continue
        group = _group(passage, item.start, item.end)
        if group is not None and group.end == item.end:
            holders.append(group)
            continue
        opened = list(_opening(reading, passage, item, span[1]))
        if opened:
            ended = bool(_AFTER.match(passage.text, opened[0].end)) or len(opened) > 1 or _closes(passage, opened[0].end)
            if not (holders or ended):
                return None
            return Listed((*holders, *opened), opened[-1].end, tuple(unknown)) if len(unknown) < len(holders) + 1 else None
        unknown.append(item)
        if number == 0:
            return None
    if not holders or len(unknown) > len(holders) / 4:
        return None
    return Listed(tuple(holders), holders[-1].end, tuple(unknown))


def is_name(surface: str, language: str) -> bool:
    """Whether a cell or item names someone who can hold a position."""
    return _known(surface, language) is not None


def group_of(number: int, surface: str, start: int, end: int) -> Holder:
    """States without a name, by their number."""
    return Holder(Party("Group", "group:states", surface), start, end, "many" if number >= _MANY else "some")


def _whole(passage: Passage, item: Item) -> Holder | None:
    surface = _NOTE.sub("", passage.text[item.start : item.end]).strip()
    known = _known(surface, passage.language)
    if known is None:
        return None
    name = _BRACKET.sub("", surface).strip() or surface
    shorter = _known(name, passage.language)
    bracket = _BRACKET.search(surface)
    words = name if shorter is not None and shorter.id == known.id and bracket is not None and _override(bracket[1]) else surface
    override = _override(bracket[1]) if bracket is not None else None
    return Holder(Party(known.kind, known.id, words), item.start, item.start + len(words), None, override)


def _known(surface: str, language: str) -> Entity | None:
    bare = surface.strip().strip("*_")
    return load_names().identify(bare, language, HOLDERS) if bare else None


def _override(bracket: str) -> Stance | None:
    """What a bracket behind a name says of its stance."""
    label = read_label(bracket)
    if label is not None:
        return label.stances[0] if len(label.stances) == 1 else None
    targets = find_targets(bracket)
    alone = len(targets) == 1 and targets[0].end - targets[0].start >= len(bracket) - _SPARE
    return Stance("", targets[0]) if alone else None


def _opening(reading: Reading, passage: Passage, item: Item, end: int) -> Iterator[Holder]:
    """The name that an item begins with, where more follows, and the number of states behind it («… 等 30+ 国家»)."""
    first = next((m for m in reading.in_span(passage, item.start, end) if m.start == item.start and m.kind in HOLDERS and m.entity), None)
    if first is None:
        return
    yield Holder(Party(first.kind, first.entity, first.surface), first.start, first.end)
    words = section(passage.language, "lists", ListWords)
    endings = re.compile(rf"\s*(?:{either(e.strip() for e in (*words.endings, *words.conjunctions))})?\s*")
    behind = endings.match(passage.text, first.end)
    group = _group(passage, behind.end() if behind is not None else first.end, end)
    if group is not None:
        yield group


def _group(passage: Passage, start: int, end: int) -> Holder | None:
    for pattern in stance_patterns("groups").patterns:
        match = pattern.match(passage.text, start, end)
        if match is not None:
            return group_of(int(match["n"]), match[0], match.start(), match.end())
    return None


def _closes(passage: Passage, at: int) -> bool:
    """Whether words that close a list follow («等», «and others»)."""
    endings = either(section(passage.language, "lists", ListWords).endings)
    return re.compile(rf"\s*(?:{endings})").match(passage.text, at) is not None
