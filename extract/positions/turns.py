"""Who speaks in a passage that is a turn of a meeting or an interview, and whose «the government» is. Passages in, parties and mentions out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.patterns import either_of
from extract.positions.particle_words import SubjectWords, subject_words
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Mention, Party, Passage

_BODIES = frozenset({"NGO", "Institution", "InternationalOrganization", "Coalition", "State"})
_MARK = "○"
_LINE = 90  # characters of a line of names
_SEVERAL = 2  # turns from which a text is a conversation, in which a turn goes on over paragraphs


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks in a passage: the party, none where nobody's view is meant (a chair, a questioner); ``end`` is where the label ends."""

    party: Party | None
    end: int


def find_turns(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> tuple[Turn | None, ...]:
    """The turn of each passage; None where it is in no turn."""
    questioned = _questioned(mentions)
    own = _after_questions(reading, [_turn(p, found, questioned) for p, found in zip(reading.passages, mentions, strict=True)], questioned)
    if sum(turn is not None for turn in own) < _SEVERAL:
        return tuple(own)
    last: Turn | None = None
    turns: list[Turn | None] = []
    for passage, turn in zip(reading.passages, own, strict=True):
        last = turn or (last if passage.kind == "paragraph" else None)
        turns.append(turn or (Turn(last.party, 0) if last is not None else None))
    return tuple(turns)


def _after_questions(reading: Reading, turns: list[Turn | None], questioned: Party | None) -> list[Turn | None]:
    """The turns, with those of the one who answers where a question stands before."""
    asked = False
    for index, passage in enumerate(reading.passages):
        shape = subject_words(passage.language).questions
        if shape and turns[index] is None and re.match(shape, passage.text.strip()):
            turns[index], asked = Turn(None, 0), True
        elif turns[index] is None and asked and passage.kind == "paragraph":
            turns[index], asked = Turn(questioned, 0), False
        else:
            asked = False
    return turns


def interviewed(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> tuple[tuple[Party, str | None], ...]:
    """Who is quoted where the text does not say whose words it quotes: the person whom the head of an interview names."""
    shape = subject_words(reading.passages[0].language).interview if reading.passages else ""
    guest = _questioned(mentions[:1]) if shape and re.search(shape, reading.passages[0].text) else None
    return ((guest, None),) if guest is not None else ()


def author_named(reading: Reading) -> tuple[tuple[Party, str | None], ...]:
    """Whose judgements a brief holds: the person whom a line at its head names as its writer, else the house of its title."""
    for passage in reading.passages[1:4]:
        if (match := re.match(subject_words(passage.language).written_by, passage.text.strip())) is not None:
            return ((Party("Person", entity_id("Person", match["who"]), match["who"]), None),)
    match = re.match(subject_words(reading.passages[0].language).brief, reading.passages[0].text) if reading.passages else None
    return ((Party("Institution", entity_id("Institution", match["who"]), match["who"]), None),) if match is not None else ()


def issuers_of(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> tuple[tuple[Party, str | None], ...]:
    """Whose words a statement or a column is: those who sign above or below it, else the body its head names first."""
    if not reading.passages:
        return ()
    words = subject_words(reading.passages[0].language)
    if not words.issued:
        return ()
    head = " ".join(passage.text for passage in reading.passages[:2])
    column = re.search(words.opinion, head[:60]) is not None and not (words.editorial and re.search(words.editorial, head[:30]))
    top = " ".join(passage.text for passage in reading.passages[:2] if len(passage.text) <= _LINE) or reading.passages[0].text
    if not column and re.search(f"{words.issued}|{words.editorial or words.issued}", top) is None:
        return ()
    writers = [m for m in mentions[0] if m.kind == "Person" and words.written and re.match(words.written, reading.passages[0].text[m.end :])]
    if writers:
        return ((Party("Person", writers[0].entity, writers[0].surface), None),)
    for passage, names in zip(reading.passages, mentions, strict=True):
        bodies = [m for m in names if m.kind in _BODIES - {"State"}]
        if bodies and re.search(words.resolving, passage.text):
            return ((Party(bodies[0].kind, bodies[0].entity, bodies[0].surface), None),)
    last = len(reading.passages)
    for index in (*range(1, min(4, last)), *range(last - 1, max(last - 4, 3), -1)):
        signing = _signing(reading.passages[index], mentions[index], words, column=column)
        if signing:
            return tuple((party, None) for party in signing)
    title = reading.passages[0].text
    titled = [m for m in mentions[0] if m.kind in _BODIES and m.surface not in words.addressed and not re.match(words.not_issuing, title[m.end :])]
    titled = [] if column else titled
    heads = [(passage, found) for passage, found in zip(reading.passages[:2], mentions, strict=False) if len(passage.text) <= _LINE]
    speaking = [m for p, found in heads for m in found if m.kind in _BODIES and words.speaks_after and re.match(words.speaks_after, p.text[m.end :])]
    return tuple((Party(m.kind, m.entity, m.surface), None) for m in speaking or titled[:2])


def _signing(passage: Passage, mentions: Sequence[Mention], words: SubjectWords, *, column: bool) -> list[Party]:
    """The names on a line that holds little else."""
    text = passage.text.strip()
    if len(text) > _LINE or re.search(words.closing, text):
        return []
    if not column and words.dated and (alone := re.fullmatch(words.dated, text)) is not None:
        known = [m for m in mentions if m.kind in _BODIES and m.surface in alone["who"]]
        return [Party(m.kind, m.entity, m.surface) for m in known] or [Party("NGO", entity_id("NGO", alone["who"]), alone["who"])]
    wanted = [m for m in mentions if m.kind == "Person"] if column else [m for m in mentions if m.kind in _BODIES]
    named = sum(m.end - m.start for m in mentions)
    if not wanted or not (named * 3 >= len(text) or re.search(words.signed, text)):
        return []
    unknown = [] if column else [piece.strip() for piece in re.split(r"[,·、/]", text)]
    others = [piece for piece in unknown if re.fullmatch(words.listed, piece) and not any(piece in m.surface or m.surface in piece for m in mentions)]
    found = [*(Party(m.kind, m.entity, m.surface) for m in wanted), *(Party("NGO", entity_id("NGO", piece), piece) for piece in others)]
    return sorted(found, key=lambda party: text.find(party.surface or ""))


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = subject_words(language)
    titles = either_of(words.titles)
    return (
        tuple(re.compile(pattern.replace("{T}", titles)) for pattern in words.turns),
        re.compile(rf"(?:{either_of(words.asks)})\Z"),
        re.compile(rf"(?:{either_of(words.answers)})\Z"),
        re.compile(rf"(?:{either_of(words.officials)})\Z"),
        re.compile(rf"(?:{titles})(?: [가-힣]{{2,4}})?\Z"),
    )


def _turn(passage: Passage, mentions: Sequence[Mention], questioned: Party | None) -> Turn | None:
    words = subject_words(passage.language)
    if not words.turns:
        return None
    starts, asks, answers, officials, titled = _patterns(passage.language)
    marked = _MARK if passage.kind == "item" else ""  # the mark before a turn is taken for that of a list
    text = marked + passage.text
    match = next((found for found in (pattern.match(text) for pattern in starts) if found is not None), None)
    if match is None:
        return None
    who = match["who"].strip()
    if asks.match(who):
        return Turn(None, match.end())
    if answers.match(who):
        return Turn(questioned, match.end())
    start, end = match.start("who") - len(marked), match.end("who") - len(marked)
    closed = match.end() - len(marked)
    named = [m for m in mentions if start <= m.start and m.end <= end and m.kind in _BODIES | {"Person"}]
    people = [m for m in named if m.kind == "Person"]
    if words.home is not None and (officials.match(who) if not people else officials.match(who.replace(people[0].surface, "").strip())):
        return Turn(Party("State", words.home, who), closed)
    for mention in (*people, *named):
        return Turn(Party(mention.kind, mention.entity, mention.surface), closed)
    return Turn(Party("Person", entity_id("Person", who), who), closed) if titled.search(who) else None


def _questioned(mentions: Sequence[Sequence[Mention]]) -> Party | None:
    """The person who answers the questions: the one named first."""
    people = [m for found in mentions[:4] for m in found if m.kind == "Person"]
    return Party("Person", people[0].entity or entity_id("Person", people[0].surface), people[0].surface) if people else None


def find_governments(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> tuple[tuple[Mention, ...], ...]:
    """«The government» in each passage, as the state it governs: the one whose government was named last, else the home of the language's readers."""
    last: list[str] = []
    ours = reading.document.speaker is None  # in a statement «our government» is the speaker's
    return tuple(tuple(_governments(p, found, last, ours=ours)) for p, found in zip(reading.passages, mentions, strict=True))


def _governments(passage: Passage, mentions: Sequence[Mention], last: list[str], *, ours: bool) -> Iterator[Mention]:
    words = subject_words(passage.language)
    if not words.governments:
        return
    for place in _places(passage, words, mentions):
        if isinstance(place, str):
            last.append(place)
            continue
        start, end = place
        own = passage.text[start:end].startswith(words.ours)
        if own and not ours:
            continue
        if re.compile(words.ministries).match(passage.text, start) is not None:
            yield Mention(start, end, "Institution", entity_id("Institution", passage.text[start:end]), passage.text[start:end])
            continue
        state = words.home if own or not last else last[-1]
        yield Mention(start, end, "State", state, passage.text[start:end])


def _places(passage: Passage, words: SubjectWords, mentions: Sequence[Mention]) -> list[str | tuple[int, int]]:
    """In order: the states whose governments are named, and where «the government» stands without a state."""
    after, shape = (
        re.compile(words.government_after),
        re.compile(rf"(?<![가-힣])(?:{either_of(words.governments)})(?={words.marks})|(?<![가-힣])(?:{words.ministries})"),
    )
    before = re.compile(rf"(?:{either_of(words.not_after)}) ?\Z")
    found: list[tuple[int, str | tuple[int, int]]] = [
        (m.start, m.entity) for m in mentions if m.kind == "State" and m.entity and after.match(passage.text, m.end)
    ]
    for match in shape.finditer(passage.text):
        start, end = match.span()
        touching = any(m.start < end and start <= m.end + 1 for m in mentions)
        if not touching and not before.search(passage.text[max(0, start - 8) : start]):
            found.append((start, (start, end)))
    return [what for _, what in sorted(found, key=lambda one: one[0])]
