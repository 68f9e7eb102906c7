"""Who speaks in a passage that is a turn of a meeting or an interview, and whose «the government» is. Passages in, parties and mentions out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extract.patterns import either_of
from extract.positions.pack.particle_words import subject_words
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Mention, Party, Passage

BODIES = frozenset({"NGO", "Institution", "InternationalOrganization", "Coalition", "State"})
_MARK = "○"
_DASHES = frozenset("-–—―")
_QUOTES = ("“", '"')
_SEVERAL = 2  # turns from which a text is a conversation, in which a turn goes on over paragraphs


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks in a passage: the party, none where nobody's view is meant (a chair, a questioner); ``end`` is where the label ends."""

    party: Party | None
    end: int
    alone: bool = False  # a line that says what it is about («To: …»), and begins no turn
    replies: bool = False  # to a question: where nobody is named whom it was put to, whoever issues the text


def find_turns(reading: Reading, mentions: Sequence[tuple[Mention, ...]], issuer: Party | None = None) -> tuple[Turn | None, ...]:
    """The turn of each passage, None where it is in no turn; whoever issues a text answers its questions where it names no person."""
    guest = _briefing(reading) or questioned(mentions) or issuer
    own = _after_questions(reading, [_turn(p, found, guest) for p, found in zip(reading.passages, mentions, strict=True)], guest)
    if sum(turn is not None and not turn.alone for turn in own) < _SEVERAL:
        return tuple(own)
    last: Turn | None = None
    turns: list[Turn | None] = []
    for passage, turn in zip(reading.passages, own, strict=True):
        last = turn if turn is not None and not turn.alone else last if passage.kind == "paragraph" and turn is None else None
        turns.append(turn or (replace(last, end=0) if last is not None else None))
    return tuple(turns)


def _after_questions(reading: Reading, turns: list[Turn | None], questioned: Party | None) -> list[Turn | None]:
    """The turns, with those of the one who answers where a question stands before."""
    asked, put = False, _put(reading)
    for index, passage in enumerate(reading.passages):
        shape = subject_words(passage.language).questions
        if shape and turns[index] is None and (index in put or re.match(shape, passage.text.strip())):
            turns[index], asked = Turn(None, 0), True
        elif turns[index] is None and asked and passage.kind == "paragraph":
            turns[index], asked = Turn(questioned, 0, replies=True), False
        else:
            asked = False
    return turns


def _put(reading: Reading) -> frozenset[int]:
    """Which passages are the questions of an interview that sets them behind a dash, each with an answer in quotation marks below."""
    pairs = pairwise(reading.passages)
    put = frozenset(
        asked.ordinal for asked, answered in pairs if _dashed(asked) and answered.kind == "paragraph" and answered.text.startswith(_QUOTES)
    )
    return put if len(put) >= _SEVERAL else frozenset()


def _dashed(passage: Passage) -> bool:
    """Whether a dash stands before a passage, as the mark of an item or as its first character."""
    return passage.marker in _DASHES if passage.kind == "item" else passage.kind == "paragraph" and passage.text[:1] in _DASHES


def _briefing(reading: Reading) -> Party | None:
    """For whom a spokesperson answers in a briefing of a ministry at home."""
    words = subject_words(reading.passages[0].language) if reading.passages else None
    if words is None or words.home is None or re.match(words.briefing, reading.passages[0].text) is None:
        return None
    return Party("State", words.home, None)


class _Labels(NamedTuple):
    """How a line shows who speaks in it (``starts``), and what kind of speaker it names."""

    starts: tuple[re.Pattern[str], ...]
    about: re.Pattern[str]
    asks: re.Pattern[str]
    answers: re.Pattern[str]
    officials: re.Pattern[str]
    titled: re.Pattern[str]


@cache
def _patterns(language: str) -> _Labels:
    words = subject_words(language)
    titles = either_of(words.titles)
    return _Labels(
        tuple(re.compile(pattern.replace("{T}", titles)) for pattern in words.turns),
        re.compile(rf"(?:{either_of(words.about)})\Z"),
        re.compile(rf"(?:{either_of(words.asks)})\Z"),
        re.compile(rf"(?:{either_of(words.answers)})\Z"),
        re.compile(rf"(?:{either_of(words.officials)})\Z"),
        re.compile(rf"(?:{titles})(?: (?P<name>[가-힣]{{2,4}}))?\Z"),
    )


def _turn(passage: Passage, mentions: Sequence[Mention], questioned: Party | None) -> Turn | None:
    words = subject_words(passage.language)
    if not words.turns:
        return None
    starts, about, asks, answers, officials, titled = _patterns(passage.language)
    marked = _MARK if passage.kind == "item" and passage.marker not in _DASHES else ""  # the mark before a turn is taken for that of a list
    text = marked + passage.text
    match = next((found for found in (pattern.match(text) for pattern in starts) if found is not None), None)
    if match is None:
        return None
    who = match["who"].strip()
    if about.match(who):
        return Turn(None, match.end(), alone=True)
    if asks.match(who) or asks.match(who.split(" ")[0]):  # «Chair, please take your seats»
        return Turn(None, match.end())
    if answers.match(who):
        return Turn(questioned, match.end(), replies=True)
    start, end = match.start("who") - len(marked), match.end("who") - len(marked)
    closed = match.end() - len(marked)
    named = [m for m in mentions if start <= m.start and m.end <= end and m.kind in BODIES | {"Person"}]
    people = [m for m in named if m.kind == "Person"]
    person = titled.search(who)
    name = people[0].surface if people else (person["name"] if person is not None else None) or ""
    if words.home is not None and officials.match(who.replace(name, "").strip()):
        return Turn(Party("State", words.home, who), closed)
    for mention in (*people, *named):
        return Turn(Party(mention.kind, mention.entity, mention.surface), closed)
    return Turn(Party("Person", entity_id("Person", name or who), name or who), closed) if person is not None else None


def questioned(mentions: Sequence[Sequence[Mention]]) -> Party | None:
    """The person who answers the questions: the one named first."""
    people = [m for found in mentions[:4] for m in found if m.kind == "Person"]
    return Party("Person", people[0].entity or entity_id("Person", people[0].surface), people[0].surface) if people else None


def state_asked(reading: Reading, index: int, mentions: Sequence[Sequence[Mention]]) -> tuple[tuple[Party, str | None], ...]:
    """The state that is named first in a passage that is a question right above; nobody elsewhere."""
    asks = index > 0 and reading.passages[index - 1].text.rstrip().endswith(("?", "？"))
    return tuple((Party("State", m.entity, m.surface), None) for m in mentions[index - 1] if m.kind == "State")[:1] if asks else ()
