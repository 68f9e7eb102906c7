"""Stances on concepts in running sentences: who calls what important, dangerous, doubtful. A reading in, SUPPORTS, OPPOSES and QUALIFIES out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.concept_mentions import find_concepts
from extract.positions.actors.holders import Parties
from extract.positions.pack.lexicon import Lexicon, lexicon
from extract.positions.pack.plain import Plain, moved
from extract.positions.read import RELATIONS, positions_held
from extract.positions.resolving.attribution import reads
from extract.positions.resolving.cast import Cast
from extract.positions.resolving.discourse import Discourse
from extract.positions.resolving.resolve import remember
from extract.positions.resolving.whom import parties_of, quoter_of
from extract.positions.scenes import Scene, scenes_of
from extract.positions.sentence.passages import read_sentences
from extract.positions.sentence.targets import Target
from extract.positions.sentence.tokens import Sentence
from extract.positions.views.frames import Stance, stances
from extract.positions.views.words import THINGS, slot_of, view_ways
from extract.reading import Finding, Reading, extractor
from extract.reporting import is_reported, reported_through
from graph.concepts import load_concepts
from graph.records import Claim, Mention, Party

_SURE = 0.8
_YEAR = re.compile(r"(?:19|20)\d\d\w?")
_WEAPONS = "concept:autonomous-weapons-systems"
_LACKED = frozenset(
    {"concept:human-control", "concept:life-and-death-decision"}
)  # what weapons are blamed for lacking or taking: proposals about it are on weapons
_NAMES = frozenset({"NGO", "Institution", "InternationalOrganization", "Coalition", "Document", "Event"})  # their words name no concept


@extractor("views", preview=True)
def read_views(reading: Reading) -> Iterator[Finding]:
    """The stances on concepts of a document's sentences, where the same words are no position on a proposal."""
    taken: dict[str, list[Claim]] = {}
    for found in positions_held(reading):
        if isinstance(found, Claim):
            taken.setdefault(found.loc, []).append(found)
    cast, last = Cast(), [""]
    for scene in scenes_of(reading):
        yield from _read_scene(reading, scene, Discourse(scene.parties, scene.author, cast, speaks=scene.speaking), taken, last)


def _read_scene(reading: Reading, scene: Scene, record: Discourse, taken: dict[str, list[Claim]], last: list[str]) -> Iterator[Claim]:
    passage = scene.passage
    words, seen = lexicon(passage.language), set[tuple[str, str, str]]()
    named = _targets(scene.searched.plain, last)
    for number, sentence in enumerate(read_sentences(words, scene.searched, speaking=scene.speaking, named=named)):
        quoter = quoter_of(words, sentence, record)
        given: set[tuple[str, str, str]] = set()
        for stance in stances(sentence, passage.language, aloud=_is_aloud(sentence, record)):
            target, holder = sentence.targets[stance.target], None if stance.holder is None else sentence.holders[stance.holder]
            how = stance.reads if stance.reads != "stated" or holder is None else reads(sentence, passage.language, holder, target)
            for party, quantifier in _held_by(words, sentence, record, stance, quoter) if how != "asked" else ():
                key = (f"{party.key} {number if party.kind == 'Group' else ''}", target.proposals[0], stance.sign)
                said = {(party.key, one, stance.sign) for one in _akin(target.proposals[0])}
                if quantifier == "none" or key in seen or given & said or _is_taken(sentence, target, party, taken.get(passage.locator, ())):
                    continue
                seen.add(key)
                given.add((party.key, target.proposals[0], stance.sign))
                yield _claim(reading, sentence, stance, target, party, quantifier, how)
        remember(words, sentence, record, number, quoter)
    record.close()


def _held_by(words: Lexicon, sentence: Sentence, record: Discourse, stance: Stance, quoter: Parties) -> Parties:
    """Whose a stance is; what nobody is said to hold is held by who is quoted or surely speaks."""
    if stance.holder is None:
        who = sentence.plain.said(*stance.who)
        return cited if (cited := _cited(who)) else ((Party("Group", "group:unattributed", who), "unspecified"),)
    if words.words.dropped and sentence.holders[stance.holder].sort == "dropped" and not _is_aloud(sentence, record):
        return ()  # where subjects are dropped the last one may be anybody
    found = parties_of(words, sentence, record, stance.holder, quoter)
    if not found and sentence.implied == "quoted" and _is_silent(sentence, stance.holder) and not record.cast.acted:
        return ((Party("Group", "group:unattributed", None), "unspecified"),)  # words that a text quotes of nobody it names
    return found


def _is_silent(sentence: Sentence, holder: int) -> bool:
    return sentence.holders[holder].start == sentence.holders[holder].end


def _cited(words: str) -> Parties:
    """The authors of works cited in brackets («(Arkin 2009; Amoroso and Tamburrini 2018)»); none where the words are no citation."""
    if words[0] not in "(（":
        return ()
    authors = (name.strip(" ,") for work in re.split(r"[;；]", words[1:-1]) for name in re.split(r",|，|、|&|和|与|\band\b", _YEAR.sub("", work)))
    return tuple((Party("Person", None, name), None) for name in authors if name)


def _is_aloud(sentence: Sentence, record: Discourse) -> bool:
    return record.speaks or sentence.implied == "quoted"


def _claim(reading: Reading, sentence: Sentence, stance: Stance, target: Target, party: Party, quantifier: str | None, how: str) -> Claim:
    own = stance.holder is not None and sentence.holders[stance.holder].sort in ("first", "author")
    span = sentence.plain.span(stance.start, stance.end)
    modality = "reported-by-author" if how == "stated" and not own and is_reported(reading) else how
    concept = Party("Concept", target.proposals[0], sentence.plain.said(target.start, target.end))
    return reading.claim(
        sentence.plain.passage, RELATIONS[stance.sign], party, concept, span, method="views", confidence=_SURE, quantifier=quantifier,
        modality=modality, via=None if own else reported_through(reading, sentence.plain.passage, party, span),
    )  # fmt: skip


def _targets(plain: Plain, last: list[str]) -> tuple[Target, ...]:
    """The concepts of a passage on which stances are read, ascending; words that point back stand for the thing named ``last``."""
    slots, ways = slot_of(), view_ways(plain.passage.language)
    own = [
        Mention(*match.span(), ways.concepts[number].says or "Concept", ways.concepts[number].id, match[0])
        for number, match in ways.names.finditer(plain.text)
    ]
    found = moved(find_concepts(plain.passage), plain.places)
    own = [one for one in own if not any(m.start <= one.start and one.end <= m.end and one.end - one.start < m.end - m.start for m in found)]
    again = [Mention(*match.span(), "Concept", None, match[0]) for match in ways.again.finditer(plain.text)]
    titles = [(one.start, one.end) for one in plain.mentions if one.kind in _NAMES]
    kept: list[Target] = []
    for mention in sorted([*own, *_apart(found, own), *_apart(again, [*own, *found])], key=lambda one: one.start):
        if ways.apart.match(plain.text, mention.start) or any(
            start <= mention.start and mention.end <= end and end - start > mention.end - mention.start for start, end in titles
        ):
            continue
        concept = mention.entity or last[0]
        if mention.entity is not None and slots.get(mention.entity) == THINGS and not (_is_weapon(last[0]) and not _is_weapon(mention.entity)):
            last[0] = mention.entity
        if concept in slots:
            kind = mention.kind if mention.kind in "+-" else "nominal"
            kept.append(Target(mention.start, mention.end, mention.start, kind, (concept,), ((mention.start, mention.end),)))
    return tuple(kept)


def _apart(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    return [one for one in mentions if not any(one.start < other.end and other.start < one.end for other in others)]


def _is_taken(sentence: Sentence, target: Target, party: Party, claims: Sequence[Claim]) -> bool:
    """Whether the same holder takes a position, in the words of the concept, on a proposal about it, or for a thing about any."""
    start, end = sentence.plain.span(target.start, target.end)
    concept = target.proposals[0]
    near = [claim for claim in claims if claim.subject.key == party.key and claim.start < end and start < claim.end]
    own = {*_LACKED, *(one for one, slot in slot_of().items() if slot == THINGS)} if slot_of()[concept] == THINGS else {concept}
    return any(own.intersection(_about(claim.object.id or "")) for claim in near)


@cache
def _about(proposal: str) -> tuple[str, ...]:
    return next((one.about for one in load_concepts() if one.id == proposal), ())


@cache
def _akin(concept: str) -> tuple[str, ...]:
    """The wider and narrower things: one sentence blames «the machines» and «killer robots» once."""
    if slot_of()[concept] != THINGS:
        return ()
    known = {one.id: one for one in load_concepts()}
    return (*known[concept].broader, *(one.id for one in known.values() if concept in one.broader))


def _is_weapon(concept: str) -> bool:
    """Whether a thing is the weapons, which words that point back mean rather than anything else in a text about them."""
    return concept == _WEAPONS or (concept != "" and _WEAPONS in _akin(concept))
