"""Whose words the parts of a document are: what its headings name. Passages with their names in, for each passage an actor out; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.language import Words, section
from extract.positions.actors.holders import ACTORS
from graph.ids import entity_id
from graph.records import Mention, Party, Passage

Parties = tuple[tuple[Party, str | None], ...]
_TOP = 2  # passages at the top that name a collection
_LINE = 60  # characters of a line that is a heading and no sentence
_BELOW = frozenset({"paragraph", "item"})  # what stands under a heading
_SEVERAL = 2  # voices from which a text is a collection of them
_UNNAMED = 3  # the same where its title does not say so


class SectionWords(Words):
    """Section ``positions_sections``; the keys are explained at the top of the English file."""

    digest: str = "(?!)"
    voice: str = "(?!)"
    nobody: tuple[str, ...] = ()
    beside: str = ""
    ends: str = "(?!)"
    person: str = "(?!)"
    many: str = "(?!)"
    bare: str = "(?!)"
    headline: str = "(?!)"


def voices_of(passages: Sequence[Passage], mentions: Sequence[Sequence[Mention]]) -> tuple[Parties, ...]:
    """In a digest of opinions, whose each passage is: the paper, body or person that the heading above names; else nobody."""
    words = _words(passages[0].language) if passages else SectionWords()
    named = any(re.search(words.digest, passage.text) for passage in passages[:_TOP])
    if (stacked := _stacked(passages, mentions, words, least=_SEVERAL if named else _UNNAMED)) is not None:
        return stacked
    if not named:
        return ((),) * len(passages)
    voices: list[Parties] = []
    voice: Parties = ()
    below = False  # right below the line that names whose words follow
    for passage, found in zip(passages, mentions, strict=True):
        if passage.kind == "title" or _is_line(passage, words):
            headline = below and re.match(words.voice, passage.text.strip()) is None  # «The Daily», and below it what it says
            voice = voice if headline else _voice(passage, found, words) if passage.kind != "title" else ()
            below = bool(voice) and not headline
            voices.append(())
        else:
            below = False
            voices.append(voice)
    return tuple(voices) if len({key for one in voices for key in one}) >= _SEVERAL else ((),) * len(passages)


def _stacked(passages: Sequence[Passage], mentions: Sequence[Sequence[Mention]], words: SectionWords, *, least: int) -> tuple[Parties, ...] | None:
    """The voices of a text that is a pile of pieces, each under two lines, its headline and whose it is; none of any other text."""
    lines = [passage.kind == "title" or _is_line(passage, words) for passage in passages]
    heads = [at for at in range(2, len(passages)) if not lines[at] and lines[at - 1] and lines[at - 2]]
    tops = [at for at in range(1, len(passages)) if not lines[at] and lines[at - 1]]
    if len(heads) < least or len(tops) - len(heads) > 1:  # a note above the pile may stand under its title alone
        return None
    above, below = ([_voice(passages[at - back], mentions[at - back], words) for at in heads] for back in (2, 1))
    whose = below if sum(map(bool, below)) >= sum(map(bool, above)) else above
    if len({key for one in whose for key in one}) < least or not any(_known(mentions[at - back]) for at in heads for back in (1, 2) if at > back):
        return None
    starts = dict(zip(heads, whose, strict=True))
    voices: list[Parties] = []
    voice: Parties = ()
    for at, line in enumerate(lines):
        voice = starts.get(at, () if line else voice)
        voices.append(voice)
    return tuple(voices)


def _known(mentions: Sequence[Mention]) -> bool:
    """Whether a line names a body or person."""
    return any(m.kind in ACTORS - {"State"} for m in mentions)


def topics_of(passages: Sequence[Passage], mentions: Sequence[Sequence[Mention]]) -> tuple[Parties, ...]:
    """For each passage the actors that the heading above it is about, where it holds nothing but their names; else nobody."""
    topics: list[Parties] = []
    topic: Parties = ()
    for passage, found in zip(passages, mentions, strict=True):
        words = _words(passage.language)
        if passage.kind not in _BELOW:  # the line under a title names who wrote it, not whom it is about
            below = passage.ordinal > 0 and passages[passage.ordinal - 1].kind == "title"
            topic = _named(passage.text, found, words) if passage.kind == "heading" and not below else ()
        topics.append(topic if passage.kind in _BELOW else ())
    return tuple(topics)


def tells_of(passage: Passage) -> bool:
    """Whether a passage begins with a verb whose subject the heading above names («Supports a treaty.»)."""
    return re.match(_words(passage.language).bare, passage.text) is not None


@cache
def _words(language: str) -> SectionWords:
    return section(language, "positions_sections", SectionWords)


def _is_line(passage: Passage, words: SectionWords) -> bool:
    short = len(passage.text) <= _LINE
    return passage.kind == "heading" or (
        short and (re.search(words.ends, passage.text) is None or re.match(words.headline, passage.text) is not None)
    )


def _voice(passage: Passage, mentions: Sequence[Mention], words: SectionWords) -> Parties:
    """Whom a heading of a digest names; none where it names many, or a corner of the paper."""
    match = re.match(words.voice, passage.text.strip())
    if match is None or match["who"].strip() in words.nobody or re.search(words.many, match["who"]):
        return ()
    start, end = match.span("who")
    named = [m for m in mentions if m.kind in ACTORS and start <= m.start and m.end <= end]
    whole = [m for m in named if m.kind != "State"] or named
    name = match["who"].strip()
    if whole and (2 * (whole[0].end - whole[0].start) > len(name) or whole[0].kind == "Person"):
        exact = whole[0].surface == name or whole[0].kind in ("Person", "State") or len(whole) < len(named)
        called = whole[0].surface if exact else name
        return ((Party(whole[0].kind, (whole[0].entity if exact else None) or entity_id(whole[0].kind, called), called), None),)
    kind = "Person" if match["role"] is not None and re.search(words.person, match["role"]) else "Institution"
    return ((Party(kind, entity_id(kind, name), name), None),)


def _named(text: str, mentions: Sequence[Mention], words: SectionWords) -> Parties:
    """The actors of a heading that holds little besides («Russia», «The position of Austria», «러시아의 입장»)."""
    actors = [m for m in mentions if m.kind in ACTORS]
    rest = text
    for one in reversed(actors):
        rest = rest[: one.start] + rest[one.end :]
    return tuple((Party(m.kind, m.entity, m.surface), None) for m in actors) if actors and re.fullmatch(words.beside, rest) else ()
