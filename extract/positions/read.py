"""Positions in running sentences: who is for or against which proposal. A reading in; claims, and skipped sentences one was not sure of, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.positions.actors import find_actors
from extract.positions.decide import SURE, Signed, coherent, signed_pairs
from extract.positions.discourse import Discourse, Parties, Said
from extract.positions.lexicon import Lexicon, lexicon
from extract.positions.model import Model, load_model
from extract.positions.passages import Searched, read_sentences, search
from extract.positions.speaker import author_of, signatories_of, speaker_of
from extract.positions.subjects import find_subjects
from extract.positions.tokens import Sentence
from extract.positions.topic import about_weapons, implied_weapons, names_others, names_weapons, near_weapons
from extract.reading import Finding, Reading, extractor
from extract.who.persons import Person, find_persons
from graph.records import Mention, Party, Passage, Skipped

BANS = frozenset({"proposal:preemptive-ban", "proposal:ban-on-use"})
_RELATIONS = {"+": "SUPPORTS", "-": "OPPOSES", "~": "QUALIFIES"}
_READ = frozenset({"paragraph", "item", "note"})
_POINTING = 0.85  # how much of its probability a claim keeps whose target or holder is a word that points back


@dataclass(frozen=True, slots=True)
class _Position:
    parties: Parties
    proposal: str
    sign: str
    probability: float
    span: tuple[int, int]
    own: bool  # the speaker's or author's


@extractor("positions", preview=True)
def read_positions(reading: Reading) -> Iterator[Finding]:
    """The positions of a document's sentences; lists, labels and tables are read elsewhere."""
    searched = _searched(reading)
    naming = [names_weapons(one) for one in searched]
    about = about_weapons(reading.passages, naming, [names_others(one) for one in searched]) or implied_weapons(searched)
    speaker, author = speaker_of(reading, searched), author_of(reading.document)
    for index, passage in enumerate(reading.passages):
        if passage.kind in _READ and (about or near_weapons(reading.passages, naming, index)):
            yield from _read_passage(reading, passage, searched[index], Discourse(signatories_of(searched[index]) or speaker, author))


def _searched(reading: Reading) -> list[Searched]:
    named = [
        _with(_with_persons(reading.mentions[p.ordinal], people), more)
        for p, people, more in zip(reading.passages, find_persons(reading), find_actors(reading), strict=True)
    ]  # fmt: skip
    return [search(lexicon(p.language), p, found) for p, found in zip(reading.passages, find_subjects(reading.passages, named), strict=True)]


def _with_persons(mentions: tuple[Mention, ...], persons: tuple[Person, ...]) -> tuple[Mention, ...]:
    people = [Mention(p.left, p.right, "Person", p.id, p.surface) for p in persons]
    kept = [m for m in mentions if not any(m.start < p.end and p.start < m.end for p in people)]
    return tuple(sorted([*kept, *people], key=lambda m: m.start))


def _with(mentions: tuple[Mention, ...], more: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, and those of the others that overlap none."""
    added = [one for one in more if not any(m.start < one.end and one.start < m.end for m in mentions)]
    return tuple(sorted([*mentions, *added], key=lambda m: m.start))


def _read_passage(reading: Reading, passage: Passage, searched: Searched, record: Discourse) -> Iterator[Finding]:
    words, model = lexicon(passage.language), load_model()
    seen: set[tuple[str, str, str]] = set()
    for number, sentence in enumerate(read_sentences(words, searched)):
        for found in _read_sentence(words, model, sentence, passage, record, number):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from _claims(reading, passage, found, seen, number)


def _read_sentence(
    words: Lexicon, model: Model, sentence: Sentence, passage: Passage, record: Discourse, number: int
) -> Iterator[_Position | Skipped]:
    labelled = _label_end(sentence)
    named = {p for t in sentence.targets if t.head < labelled for p in t.proposals}
    for pair in coherent(sentence, list(signed_pairs(model, sentence, words.language))):
        target, holder = sentence.targets[pair.target], sentence.holders[pair.holder]
        if target.head < labelled or named.intersection(target.proposals):
            continue
        start, end = sentence.plain.span(sentence.start, sentence.end)
        if pair.probability < SURE[pair.sign]:
            yield Skipped(
                f"{passage.document} {passage.locator}",
                f"position unsure ({pair.sign} {pair.probability:.2f})",
                passage.text[start:end].strip()[:200],
            )
            continue
        before = next((h.parties for h in reversed(sentence.holders[: pair.holder]) if h.parties and h.sort in ("named", "group")), ())
        if holder.sort == "third" and before and before[0][0].kind == "Person":
            record.person = before
        parties = record.parties(
            holder,
            sentence.plain.text[holder.start : holder.end].strip(" ,，"),
            before,
            quoted=_quoted(sentence, holder.start),
            person=words.he.match(sentence.plain.text, holder.start) is not None,
        )
        for proposals, sign in record.targets(target, pair.sign, parties, number) if parties else ():
            if target.proposals or target.kind == "view":
                record.said.append(Said(parties, proposals, sign, number))
            sure = pair.probability * (1.0 if target.proposals and holder.sort != "third" else _POINTING)
            for proposal in proposals:
                yield _Position(parties, proposal, sign, sure, _span(sentence, pair), holder.sort in ("first", "author"))
    _remember(sentence, record, number)


def _remember(sentence: Sentence, record: Discourse, number: int) -> None:
    record.themes += [(number, target.proposals) for target in sentence.targets if target.proposals]
    subjects = [holder for holder in sentence.holders if holder.parties and holder.sort in ("named", "group")]
    if subjects:
        record.holders = subjects[0].parties
    people = [holder.parties for holder in subjects if holder.parties[0][0].kind == "Person"]
    if people:
        record.person = people[0]


def _label_end(sentence: Sentence) -> int:
    """Where the label of a label line ends; its start where the sentence is none."""
    return sentence.label or sentence.start


def _quoted(sentence: Sentence, place: int) -> bool:
    """Whether a place lies in a quotation: more marks open than close before it in the passage, or an opening mark stands before it."""
    before = sentence.plain.text[:place]
    opened = before.count("“") + before.count("「") - before.count("”") - before.count("」")
    return opened > 0 or before.count('"') % 2 == 1


def _span(sentence: Sentence, pair: Signed) -> tuple[int, int]:
    holder, target = sentence.holders[pair.holder], sentence.targets[pair.target]
    start, end = min(holder.start, target.start), max(holder.end, target.end)
    after = [t.end for t in sentence.tokens if end <= t.start <= end + 24 and t.name.isupper() and t.name not in ("BUT", "AND")]
    end = min([*after[:1], sentence.end]) if after else end
    return sentence.plain.span(start, max(end, start + 1))


def _claims(reading: Reading, passage: Passage, found: _Position, seen: set[tuple[str, str, str]], number: int) -> Iterator[Finding]:
    relation = _RELATIONS[found.sign] + ("_BAN" if found.proposal in BANS else "")
    for party, quantifier in found.parties:
        key = (f"{party.key} {number if party.kind == 'Group' else ''}", found.proposal, found.sign)
        if key in seen:
            continue
        seen.add(key)
        modality = "reported-by-author" if reading.document.kind == "article" and not found.own else "stated"
        yield reading.claim(
            passage, relation, party, Party("Proposal", found.proposal, None), found.span, method="positions",
            confidence=round(found.probability, 3), quantifier=quantifier, modality=modality,
        )  # fmt: skip
