"""Whose words a text is, told by the lines that name who issued or wrote it. A reading with its names in, parties out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.positions.actors.holders import Parties
from extract.positions.actors.owned import as_one
from extract.positions.pack.particle_words import SubjectWords, subject_words
from extract.positions.speech.turns import BODIES, questioned
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Mention, Party, Passage

_HEAD = 5  # passages at the top in which it is said whose paper it is
_LINE = 90  # characters of a line of names
_BYLINE, _NAME = 4, 50  # passages from the top, and characters, of a line that names who wrote a text


def interviewed(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> Parties:
    """Who is quoted where the text does not say whose words it quotes: the person whom the head of an interview names."""
    shape = subject_words(reading.passages[0].language).interview if reading.passages else ""
    guest = questioned(mentions[:1]) if shape and re.search(shape, reading.passages[0].text) else None
    return ((guest, None),) if guest is not None else ()


def author_named(reading: Reading) -> Parties:
    """Whose judgements a brief holds: the person whom a line at its head names as its writer, else the house of its title."""
    for passage in reading.passages[1:4]:
        if (match := re.match(subject_words(passage.language).written_by, passage.text.strip())) is not None:
            return ((Party("Person", entity_id("Person", match["who"]), match["who"]), None),)
    match = re.match(subject_words(reading.passages[0].language).brief, reading.passages[0].text) if reading.passages else None
    return ((Party("Institution", entity_id("Institution", match["who"]), match["who"]), None),) if match is not None else ()


def byline_of(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> Parties:
    """The author whom a line right below the title names, where it holds one person and little else; nobody where it tells more."""
    shape = subject_words(reading.passages[0].language).byline if reading.passages else ""
    for passage, found in list(zip(reading.passages, mentions, strict=True))[1:_BYLINE]:
        people = [m for m in found if m.kind == "Person"]
        line = re.search(shape, passage.text.strip()) if shape and len(people) == 1 and len(passage.text) <= _NAME else None
        if line is not None:
            name = people[0].surface.split("(")[0]
            return (
                (Party("Person", entity_id("Person", line["latin"]) if line["latin"] else people[0].entity or entity_id("Person", name), name), None),
            )
    return ()


def issuers_of(reading: Reading, mentions: Sequence[tuple[Mention, ...]]) -> Parties:
    """Whose words a statement or a column is: those who sign above or below it, else the body its head names first."""
    if not reading.passages:
        return ()
    words = subject_words(reading.passages[0].language)
    if not words.issued:
        return ()
    if presented := _presented(reading, mentions, words) or _among_others(reading, words):
        return presented
    head = " ".join(passage.text for passage in reading.passages[:2])
    column = re.search(words.opinion, head[:60]) is not None and not (words.editorial and re.search(words.editorial, head[:30]))
    top = " ".join(passage.text for passage in reading.passages[:2] if len(passage.text) <= _LINE) or reading.passages[0].text
    if not column and re.search(f"{words.issued}|{words.editorial or words.issued}", top) is None:
        return ()
    writers = [m for m in mentions[0] if m.kind == "Person" and words.written and re.match(words.written, reading.passages[0].text[m.end :])]
    if writers:
        return ((Party("Person", writers[0].entity, writers[0].surface), None),)
    for passage, names in zip(reading.passages, mentions, strict=True):
        bodies = [m for m in names if m.kind in BODIES - {"State"}]
        if bodies and re.search(words.resolving, passage.text):
            return ((Party(bodies[0].kind, bodies[0].entity, bodies[0].surface), None),)
    last = len(reading.passages)
    for index in (*range(1, min(4, last)), *range(last - 1, max(last - 4, 3), -1)):
        signing = _signing(reading.passages[index], mentions[index], words, column=column)
        if signing:
            return tuple((party, None) for party in signing)
    title = reading.passages[0].text
    titled = [
        m
        for m in as_one(mentions[0], title, reading.passages[0].language)
        if m.kind in BODIES and m.surface not in words.addressed and not re.match(words.not_issuing, title[m.end :])
    ]
    titled = [] if column else titled
    heads = [
        (passage, as_one(found, passage.text, passage.language))
        for passage, found in zip(reading.passages[:2], mentions, strict=False)
        if len(passage.text) <= _LINE
    ]
    speaking = [m for p, found in heads for m in found if m.kind in BODIES and words.speaks_after and re.match(words.speaks_after, p.text[m.end :])]
    return tuple((Party(m.kind, m.entity, m.surface), None) for m in speaking or titled[:2])


def _among_others(reading: Reading, words: SubjectWords) -> Parties:
    """The signatories, where the line of signatures below names only some of them («X, Y and 27 more»)."""
    below = [p.text.strip() for p in reading.passages[max(_HEAD, len(reading.passages) - 3) :]]
    many = any(len(text) <= _LINE and re.search(words.and_more, text) for text in below)
    return ((Party("Group", "group:signatories", None), "all"),) if many else ()


def _presented(reading: Reading, mentions: Sequence[tuple[Mention, ...]], words: SubjectWords) -> Parties:
    """The state or body that a line of the head says the paper is of («Country: Brazil»)."""
    for passage, names in zip(reading.passages[:_HEAD], mentions, strict=False):
        bodies = [m for m in names if m.kind in BODIES]
        if bodies and len(passage.text) <= _LINE and re.match(words.presented, passage.text) is not None:
            return tuple((Party(m.kind, m.entity, m.surface), None) for m in bodies)
    return ()


def _signing(passage: Passage, mentions: Sequence[Mention], words: SubjectWords, *, column: bool) -> list[Party]:
    """The names on a line that holds little else."""
    text = passage.text.strip()
    if len(text) > _LINE or re.search(words.closing, text):
        return []
    if not column and words.dated and (alone := re.fullmatch(words.dated, text)) is not None:
        known = [m for m in mentions if m.kind in BODIES and m.surface in alone["who"]]
        return [Party(m.kind, m.entity, m.surface) for m in known] or [Party("NGO", entity_id("NGO", alone["who"]), alone["who"])]
    wanted = [m for m in mentions if m.kind == "Person"] if column else [m for m in as_one(mentions, text, passage.language) if m.kind in BODIES]
    named = sum(m.end - m.start for m in mentions)
    if not wanted or not (named * 3 >= len(text) or re.search(words.signed, text)):
        return []
    unknown = [] if column else [piece.strip() for piece in re.split(r"[,·、/]", text)]
    others = [piece for piece in unknown if re.fullmatch(words.listed, piece) and not any(piece in m.surface or m.surface in piece for m in mentions)]
    found = [*(Party(m.kind, m.entity, m.surface) for m in wanted), *(Party("NGO", entity_id("NGO", piece), piece) for piece in others)]
    return sorted(found, key=lambda party: text.find(party.surface or ""))
