"""Attendance in running text: «A, B 등 74개 협약국이 회의에 참석했다». A passage in; PARTICIPATED_IN claims for the actors named out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.events import event_near, find_event
from extract.language import section
from extract.lists import ListWords
from extract.meeting.whole_lists import ACTORS, read_whole_list
from extract.meeting.words import attends, may_attend, meeting_words, role_of, roles_in, sentences
from extract.patterns import either
from extract.reading import Finding, Reading, party
from graph.records import Mention, Party, Passage
from graph.sourcemap import Span

Chain = tuple[tuple[Mention, ...], str]  # the names given as examples, and the words of their class


def read_attendance(reading: Reading, passage: Passage, event: Party) -> Iterator[Finding]:
    """The actors that sentences of a passage say were at a meeting, as examples of a class or as the whole list before the verb."""
    spans = list(sentences(passage.text, passage.language)) if may_attend(passage.text, passage.language) else []
    if not any(attends(passage.text[low:high], passage.language) for low, high in spans):
        return
    before: list[Chain] = []
    told = reports = event.surface is not None  # a report speaks of its own meeting throughout
    for low, high in spans:
        text = passage.text[low:high]
        chains = list(_chains(reading, passage, (low, high)))
        told_now = _tells_meeting(text, passage.language)
        if attends(text, passage.language) and (told or told_now):
            about = event_near(reading, passage, high, event)
            if chains:
                yield from _claims(reading, passage, chains, about, None)
            elif before and text.strip().startswith(meeting_words(passage.language).these):
                yield from _claims(reading, passage, before, about, (low, high))
            elif apposed := _apposed(reading, passage, (low, high)):
                yield from _claims(reading, passage, [apposed], about, None)
            else:
                yield from read_whole_list(reading, passage, (low, high), about)
        before, told = chains, told_now or reports


def _tells_meeting(text: str, language: str) -> bool:
    return find_event(text, language) is not None or re.search(either(meeting_words(language).meetings), text) is not None


def _chains(reading: Reading, passage: Passage, span: Span) -> Iterator[Chain]:
    words, text = meeting_words(passage.language), passage.text
    mentions = _without_glosses([m for m in reading.in_span(passage, *span) if m.kind in ACTORS], text)
    for marker in re.finditer(either(words.examples.after), text[span[0] : span[1]]):
        chain = _run(text, mentions, span[0] + marker.start(), passage.language)
        rest = text[span[0] + marker.end() : span[1]]
        noun = _class_noun(rest, passage.language)
        if chain and noun is not None:
            yield chain, noun
    for marker in re.finditer(either(words.examples.before), text[span[0] : span[1]]):
        chain = _run_after(text, mentions, span[0] + marker.end(), passage.language)
        noun = _class_noun(text[max(span[0], span[0] + marker.start() - 60) : span[0] + marker.start()], passage.language)
        if chain and noun is not None:
            yield chain, noun


def _without_glosses(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions but those that repeat the one before in brackets, in another language."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or kept[-1].entity != mention.entity or not re.fullmatch(r"\s*[(（]\s*", text[kept[-1].end : mention.start]):
            kept.append(mention)
    return kept


def _run(text: str, mentions: list[Mention], end: int, language: str) -> tuple[Mention, ...]:
    """The names that follow one another up to ``end``."""
    chain: list[Mention] = []
    for mention in reversed([m for m in mentions if m.end <= end]):
        between = text[mention.end : end]
        joint = _joint(language).match(between)
        described = bool(chain) and chain[0].kind == "Person" and joint is not None and re.fullmatch(r"[\w ]{0,16}", between[joint.end() :])
        if joint is None or not (joint.end() == len(between) or described) or (chain and not between.strip()):
            break
        chain.insert(0, mention)
        end = mention.start
    return tuple(chain)


def _run_after(text: str, mentions: list[Mention], start: int, language: str) -> tuple[Mention, ...]:
    """The names that follow one another from ``start`` on."""
    chain: list[Mention] = []
    for mention in (m for m in mentions if m.start >= start):
        if not _joint(language).fullmatch(text[start : mention.start]):
            break
        chain.append(mention)
        start = mention.end
    return tuple(chain)


@cache
def _joint(language: str) -> re.Pattern[str]:
    """What may stand between two names of one list: a gloss, a separator, a conjunction, an article."""
    words = section(language, "lists", ListWords)
    marks = either(mark for rank in words.separators for mark in rank)
    joints, articles = either(word.strip() for word in words.conjunctions), either(words.openings)
    return re.compile(rf"\s*(?:\([^()]*\)|（[^（）]*）)?\s*(?:{marks})?\s*(?:{joints})?\s*(?:{articles})?\s*")


def _class_noun(text: str, language: str) -> str | None:
    """The words of the class named first, the longest of those that begin together."""
    found = [m for c in meeting_words(language).classes for m in [re.search(c.pattern, text[:60])] if m is not None]
    best = min(found, key=lambda m: (m.start(), -len(m[0])), default=None)
    return None if best is None else best[0]


def _claims(reading: Reading, passage: Passage, chains: list[Chain], event: Party, quote: Span | None) -> Iterator[Finding]:
    for chain, noun in chains:
        bodies, states, _ = roles_in(noun, passage.language)
        for mention in chain:
            actor = party(mention)
            if actor.kind != "State" or bodies is None or states is not None:
                span = quote or (mention.start, mention.end)
                role = role_of(actor, bodies, states)
                yield reading.claim(passage, "PARTICIPATED_IN", actor, event, span, method="participants:examples", confidence=0.85, role=role)


def _apposed(reading: Reading, passage: Passage, span: Span) -> Chain | None:
    """«Two States that had signed the treaty, A and B, attended» and «A, a signatory State, attended»: names, commas, and their class."""
    text, verb = passage.text, re.search(either(meeting_words(passage.language).attend), passage.text[slice(*span)])
    if verb is None or passage.language != "en":
        return None
    end = span[0] + verb.start()
    mentions = _without_glosses([m for m in reading.in_span(passage, span[0], end) if m.kind == "State"], text)
    others = any(m.kind in ACTORS and m.kind != "State" for m in reading.in_span(passage, span[0], end))
    chain = _run_after(text, mentions, mentions[0].start, passage.language) if mentions and not others else ()
    if not chain or len(chain) < len(mentions):
        return None
    before, after = text[span[0] : chain[0].start].strip(), text[chain[-1].end : end].strip()
    head = f"{before} {after}"
    apposed = (not before and after.startswith(",") and after.count(",") > 1) or before.endswith(",")
    return (chain, head) if apposed and roles_in(head, passage.language)[1] is not None else None
