"""Positions in running sentences: who is for or against which proposal. A reading in; claims, and skipped sentences one was not sure of, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.positions.actors.holders import ACTORS, Parties
from extract.positions.actors.naming import names_of
from extract.positions.pack.lexicon import lexicon
from extract.positions.pack.plain import quoted
from extract.positions.resolving.answers import Position
from extract.positions.resolving.cast import Cast
from extract.positions.resolving.discourse import Discourse
from extract.positions.resolving.leading import counts, enumerates, leads_in, led_in
from extract.positions.resolving.resolve import positions_of
from extract.positions.sentence.passages import Searched, read_sentences, search
from extract.positions.sign.model import load_model
from extract.positions.sign.trust import Grounds, trust
from extract.positions.speech.floor import Turns
from extract.positions.speech.home import home_of, parliament_of, releasing
from extract.positions.speech.issuers import author_named, byline_of, interviewed, issuers_of
from extract.positions.speech.resolutions import resolving_of, without_resolving
from extract.positions.speech.rows import rows_of
from extract.positions.speech.sections import tells_of, topics_of, voices_of
from extract.positions.speech.speaker import Speaker, author_of, signatories_of, speaker_of
from extract.positions.speech.turns import Turn, find_turns
from extract.positions.topic import about_weapons, bans_others, implied_weapons, names_debate, names_others, names_weapons, near_weapons
from extract.reading import Finding, Reading, extractor
from extract.reporting import is_reported, reported_through
from extract.stance_lists import stances_listed
from graph.records import Claim, Mention, Party, Passage, Skipped

BANS = frozenset({"proposal:preemptive-ban", "proposal:ban-on-use"})
RELATIONS = {"+": "SUPPORTS", "-": "OPPOSES", "~": "QUALIFIES"}
Mentions = tuple[tuple[Mention, ...], ...]
_READ = frozenset({"paragraph", "item", "note"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage that is read: its words, whose words it is (``speaking``: surely), and the author of the text."""

    passage: Passage
    searched: Searched
    parties: Parties
    author: Parties
    speaking: bool
    topic: Parties = ()  # whom the heading above is about
    answers: bool = False  # it is what somebody answers
    home: Parties = ()  # the state that the text is about


@extractor("positions", preview=True)
def read_positions(reading: Reading) -> Iterable[Finding]:
    """The positions of a document's sentences; lists, labels and tables are read elsewhere."""
    return positions_held(reading)


@lru_cache(maxsize=1)  # views are read right after and take no words twice
def positions_held(reading: Reading) -> tuple[Finding, ...]:
    """The positions of a document's sentences, and what one was not sure of."""
    return tuple(finding for finding, _ in findings(reading))


def findings(reading: Reading) -> Iterator[tuple[Finding, Grounds]]:
    """What is found in a document's sentences, each position with what it rests on."""
    cast = _cast(reading)
    for scene in scenes_of(reading):
        yield from _read_scene(reading, scene, cast)


def _cast(reading: Reading) -> Cast:
    """Whoever the title names has acted before the text begins."""
    titled = [p for p in reading.passages[:1] if p.kind == "title"]
    named = [m for p in titled for m in reading.mentions[p.ordinal] if m.kind in ACTORS]
    return Cast(acted=[((Party(m.kind, m.entity, m.surface), None),) for m in named])


@lru_cache(maxsize=1)
def scenes_of(reading: Reading) -> tuple[Scene, ...]:
    """The passages in which somebody may take a stance on the weapons."""
    return tuple(_scenes(reading))


def _scenes(reading: Reading) -> Iterator[Scene]:
    mentions = names_of(reading)
    searched = [search(lexicon(p.language), p, found) for p, found in zip(reading.passages, mentions, strict=True)]
    naming = [names_weapons(one) for one in searched]
    touching = [named or names_debate(one) for named, one in zip(naming, searched, strict=True)]
    about = about_weapons(reading.passages, touching, [names_others(one) for one in searched]) or implied_weapons(searched)
    resolving = resolving_of(reading, searched)
    if resolving is None:
        searched = [without_resolving(one) for one in searched]
    home, issuers = parliament_of(reading) or home_of(mentions), issuers_of(reading, mentions)
    speaker, author = resolving or speaker_of(reading, searched, home), byline_of(reading, mentions) or author_of(reading.document)
    turns, labelled = Turns(reading, searched, speaker), find_turns(reading, mentions, issuers[0][0] if len(issuers) == 1 else None)
    voices, topics = voices_of(reading.passages, mentions), topics_of(reading.passages, mentions)
    speaker = None if any(voices) else _whose(reading, mentions, speaker, author, issuers or releasing(reading, home))
    if speaker is not None and speaker.sure and speaker.parties[0][0].kind != "Group":
        author = speaker.parties  # «the authors» of a paper are those who hand it in, «this brief» says what its writer does
    for index, passage in enumerate(reading.passages):
        turn, near = labelled[index], about or near_weapons(reading.passages, naming, index)
        if passage.kind == "table" and near:
            yield from (Scene(passage, words, ((party, None),), author, True, home=home) for party, words in rows_of(passage, mentions[index]))
        floor = turns.at(index) if turn is None else (speaker if turn.replies and turn.party is None else None) or _at_turn(turn)
        if passage.kind in _READ and near and (naming[index] or floor is not None or not bans_others(searched[index])):
            heading = voices[index] or (topics[index] if tells_of(passage) else ())
            voice = Speaker(heading, sure=True) if heading else None
            who = voice or floor or signatories_of(searched[index]) or speaker
            words = _unlabelled(turns.without_label(index, searched[index]), turn)
            if turns.asks(index):  # who asks holds nothing
                who = None
            answers = turn is not None and turn.party is not None and not turn.end
            yield Scene(passage, words, who.parties if who is not None else (), author, who is not None and who.sure, topics[index], answers, home)


def _whose(reading: Reading, mentions: Mentions, speaker: Speaker | None, author: Parties, issuers: Parties) -> Speaker | None:
    """Whose «we» and «I» a text's are outside its turns: the speaker's that its words tell, else those of who issues or wrote it.

    Nobody's is a text that collects the voices of others.
    """
    if issuers and (speaker is None or not speaker.sure):
        return Speaker(issuers, sure=True)
    if speaker is None and (guest := interviewed(reading, mentions) or author_named(reading)):
        return Speaker(guest, sure=False)
    if speaker is not None and speaker.parties == author_of(reading.document):
        return Speaker(author, speaker.sure)
    return speaker


def _at_turn(turn: Turn) -> Speaker:
    return Speaker(() if turn.party is None else ((turn.party, None),), sure=True)


@lru_cache(maxsize=1)
def _told(reading: Reading) -> frozenset[tuple[str, str | None, str | None]]:
    """On which proposals whose stance is told, and where, by the labels of lists and tables."""
    return frozenset((one.loc, one.subject.id, one.object.id) for one in stances_listed(reading) if isinstance(one, Claim))


def _unlabelled(searched: Searched, turn: Turn | None) -> Searched:
    """A passage without the name that only says whose turn it is."""
    if turn is None or not turn.end:
        return searched
    return replace(searched, plain=replace(searched.plain, mentions=tuple(m for m in searched.plain.mentions if m.start >= turn.end)))


def _read_scene(reading: Reading, scene: Scene, cast: Cast) -> Iterator[tuple[Finding, Grounds]]:
    words, model, passage = lexicon(scene.passage.language), load_model(), scene.passage
    labelled = any(party.surface is not None and party.surface in passage.text for party, _ in scene.parties)
    if scene.parties and scene.parties != cast.speaker:
        cast.speaker, cast.own = scene.parties, ""
    cast.own, cast.home = _own_word(scene) or cast.own, scene.home
    if scene.answers and quoted(scene.searched.plain.text, 1):
        cast.quoted = scene.parties  # the whole answer stands in quotation marks
    parties, led = led_in(passage, cast) or (scene.parties, "")
    record = Discourse(
        parties,
        scene.author,
        cast,
        speaks=scene.speaking,
        answers=scene.answers,
        labelled=labelled,
        by_name=words.words.by_name,
        envoy=words.envoy,
        crowd=words.crowd,
        governing=words.governing,
        acted=[scene.topic] if scene.topic else [],
        asked_of=cast.asked_of if scene.speaking else (),
        own=(cast.counting and (counts(passage) or passage.kind == "item")) or (bool(scene.parties) and enumerates(passage)),
    )
    seen: set[tuple[str, str, str]] = set()
    speaks = scene.speaking or (bool(scene.parties) and bool(words.words.musing))
    for number, sentence in enumerate(read_sentences(words, scene.searched, speaking=speaks, led=led, own=lambda: record.own)):
        for found in positions_of(words, model, sentence, passage, record, number):
            if isinstance(found, Skipped):
                yield found, {}
            else:
                yield from ((claim, found.grounds) for claim in _claims(reading, passage, found, seen, number))
        if (lead := leads_in(words, sentence, record)) is not None:
            cast.leads[passage.ordinal] = lead
    cast.counting = record.own and (counts(passage) or passage.kind == "item")
    record.close()


def _own_word(scene: Scene) -> str:
    """The word by which whoever speaks in a passage calls himself first in it."""
    plain = scene.searched.plain
    own = [
        f
        for f in scene.searched.found
        if scene.speaking and f.name == "first" and f.group == "mark" and (scene.answers or not quoted(plain.text, f.start))
        if not any(m.start < f.end and f.start < m.end for m in plain.mentions)  # «our government» of whoever is no state
    ]
    return lexicon(scene.passage.language).tail.sub("", plain.said(own[0].start, own[0].end)) if own else ""


def _claims(reading: Reading, passage: Passage, found: Position, seen: set[tuple[str, str, str]], number: int) -> Iterator[Finding]:
    relation = RELATIONS[found.sign] + ("_BAN" if found.proposal in BANS else "")
    for party, quantifier in found.parties:
        key = (f"{party.key} {number if party.kind == 'Group' else ''}", found.proposal, found.sign)
        if key in seen or (party.kind != "Group" and (passage.locator, party.id, found.proposal) in _told(reading)):
            continue
        seen.add(key)
        modality = "reported-by-author" if found.reads == "stated" and not found.own and is_reported(reading) else found.reads
        yield reading.claim(
            passage, relation, party, Party("Proposal", found.proposal, None), found.span, method="positions",
            confidence=round(trust(found.grounds), 3), quantifier=quantifier, modality=modality,
            via=None if found.own else reported_through(reading, passage, party, found.span),
        )  # fmt: skip
