"""Positions in running sentences: who is for or against which proposal. A reading in; claims, and skipped sentences one was not sure of, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.positions.actors.antecedents import KINDS
from extract.positions.actors.holders import ACTORS, Parties
from extract.positions.actors.naming import names_of
from extract.positions.pack.lexicon import lexicon
from extract.positions.pack.plain import quoted
from extract.positions.resolving.answers import Position
from extract.positions.resolving.cast import Cast
from extract.positions.resolving.discourse import Discourse
from extract.positions.resolving.leading import counts, enumerates, leads_in, led_in
from extract.positions.resolving.resolve import positions_of
from extract.positions.scenes import Scene, scenes_of
from extract.positions.sentence.passages import read_sentences
from extract.positions.sign.model import load_model
from extract.positions.sign.trust import Grounds, trust
from extract.reading import Finding, Reading, extractor
from extract.reporting import is_reported, reported_through
from extract.stance_lists import stances_listed
from graph.records import Claim, Mention, Party, Passage, Skipped

BANS = frozenset({"proposal:preemptive-ban", "proposal:ban-on-use"})
RELATIONS = {"+": "SUPPORTS", "-": "OPPOSES", "~": "QUALIFIES"}
_HEAD = 2  # lines at the top that may name whose text it is


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
        cast.acted += _standing_above(reading, scene.passage)
        yield from _read_scene(reading, scene, cast)


def _cast(reading: Reading) -> Cast:
    """Whoever the title names has acted before the text begins; a body that it or the line under it names may be called «the union»."""
    headed = [p for p in reading.passages[:_HEAD] if p.kind in ("title", "heading")]
    named = [_alone(m) for p in headed[:1] if p.kind == "title" for m in reading.mentions[p.ordinal] if m.kind in ACTORS]
    bodies = [_alone(m) for p in headed for m in names_of(reading)[p.ordinal] if m.kind in KINDS["body"]]
    return Cast(acted=named, headed=bodies[0] if bodies else ())


def _standing_above(reading: Reading, passage: Passage) -> list[Parties]:
    """Whoever is all that the heading right above a passage names («New Zealand» / «The country supports …»)."""
    above = reading.passages[passage.ordinal - 1] if passage.ordinal else passage
    named = [m for m in reading.mentions[above.ordinal] if m.kind in ACTORS] if above.kind == "heading" else []
    alone = len(named) == 1 and named[0].end - named[0].start == len(above.text.strip())
    return [_alone(named[0])] if alone else []


def _alone(mention: Mention) -> Parties:
    return ((Party(mention.kind, mention.entity, mention.surface), None),)


@lru_cache(maxsize=1)
def _told(reading: Reading) -> frozenset[tuple[str, str | None, str | None]]:
    """On which proposals whose stance is told, and where, by the labels of lists and tables."""
    return frozenset((one.loc, one.subject.id, one.object.id) for one in stances_listed(reading) if isinstance(one, Claim))


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
        asked_of=scene.asked_of if scene.speaking else (),
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
