"""Actors that no list names, known by shape and company: names, bodies, envoys. Passages and known names in, all names out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.positions.actors.aliases import Aliases, aliases_of, found_again
from extract.positions.actors.kinds import kind_of, trimmed
from extract.positions.actors.members import find_members
from extract.positions.actors.surnames import add_surnames, is_surname, without_strangers
from extract.positions.pack.actor_words import ActorPatterns, actor_patterns
from graph.ids import entity_id
from graph.records import Mention, Passage

Mentions = tuple[Mention, ...]
_ARTICLE = 4  # characters of an article before a name
_HEADLINE = 5  # longer words of a line that is told to be a headline
_SHORTEST = 3  # letters of words whose capitals tell nothing


def find_subjects(passages: Sequence[Passage], known: Sequence[Mentions]) -> tuple[Mentions, ...]:
    """For each passage its known names and those found by shape; an envoy's words belong to the name of whom the envoy speaks for."""
    first = [_merged(mentions, list(_found(passage, mentions))) for passage, mentions in zip(passages, known, strict=True)]
    first = without_strangers(passages, first)
    again = aliases_of(passages, first)
    add_surnames(passages, first, again)
    return tuple(
        _with_offices(passage, _merged(_identified(passage, mentions, again), list(found_again(passage, again))))
        for passage, mentions in zip(passages, first, strict=True)
    )  # fmt: skip


def _identified(passage: Passage, mentions: Mentions, aliases: Aliases) -> Mentions:
    """Persons called by their surname alone, as the one person of the text who bears it, or as that surname."""
    patterns = actor_patterns(passage.language)
    if patterns is None:
        return mentions
    known = aliases.get(passage.language, {})
    mentions = tuple(_without_title(patterns, one) for one in mentions)
    return tuple(
        replace(one, entity=getattr(known.get(one.surface.split()[-1]), "entity", None) or entity_id("Person", one.surface))
        if one.kind == "Person" and (one.entity is None or is_surname(one)) and one.surface.isascii() else one
        for one in mentions
        if one.kind != "Person" or not (one.surface.split()[0] in patterns.starts or one.surface.casefold() in patterns.never)  # «In Washington»
    )  # fmt: skip


def _without_title(patterns: ActorPatterns, one: Mention) -> Mention:
    """A person's name without what stands before it («Archbishop N N»)."""
    title = patterns.shape["honorific"].match(one.surface) if one.kind == "Person" else None
    name = one.surface[title.end() :] if title is not None else ""
    if " " not in name or one.entity != entity_id("Person", one.surface):
        return one
    return replace(one, start=one.end - len(name), entity=entity_id("Person", name), surface=name)


def _merged(known: Sequence[Mention], found: Sequence[Mention]) -> Mentions:
    """Both without overlaps: what is known counts, unless it is a state's or body's name inside a longer one («the Church of X»)."""
    kept = [one for one in known if not any(_holds(other, one) and one.kind != "Person" for other in found)]
    for one in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda m: m.start))


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer.end - outer.start > inner.end - inner.start and outer.kind != "State"


def _found(passage: Passage, known: Sequence[Mention]) -> Iterator[Mention]:
    patterns = actor_patterns(passage.language)
    if patterns is None or passage.kind == "table":
        return
    text = passage.text
    for person, post in patterns.posts:
        for match in post.finditer(text):
            yield Mention(match.start(), match.end(), "Person", person, match[0])
    for match in (found for name in ("body", "assembly", "panel") if name in patterns.shape for found in patterns.shape[name].finditer(text)):
        yield _mention(text, match.start(), match.end(), "NGO")
    for match in (
        found for name in ("adjective", "people", "seated", "capital") if name in patterns.shape for found in patterns.shape[name].finditer(text)
    ):
        yield Mention(match.start(), match.end(), "State", f"state:{patterns.states[match[1]]}", match[0])
    yield from _named(patterns, text, known)


def _named(patterns: ActorPatterns, text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Persons and bodies by the shape of their names, a person's apart from that of the body it belongs to."""
    members = dict(find_members(patterns, text, known))
    for start, end in members.items():
        yield _mention(text, start, end, "Person")
    if _is_headline(text):
        return  # every name-like run of words is one of the headline
    for match in patterns.shape["name"].finditer(text):
        start, end = trimmed(patterns, text, match.start(), match.end())
        if start in members:
            start, end = trimmed(patterns, text, members[start], end)
        if start < end and not any(m.start < end and start < m.end and (m.kind != "State" or _governs(patterns, text, start, m)) for m in known):
            kind = kind_of(patterns, text, start, end)
            if kind is not None:
                yield _mention(text, start, end, kind)


def _governs(patterns: ActorPatterns, text: str, start: int, state: Mention) -> bool:
    """Whether a name is only that of those who speak for the state named in it («the Government of X»)."""
    office = patterns.shape["office_before"].within(text, max(0, start - _ARTICLE), state.start)
    return office is not None and max(0, start - _ARTICLE) + office.start() <= start


def _is_headline(text: str) -> bool:
    """Whether a line has capitals throughout and no end («A Realistic Agenda for Autonomous Weapons»)."""
    words = [word for word in text.split() if len(word) > _SHORTEST]
    listing = text.count(",") + text.count(";") > 1
    return len(words) >= _HEADLINE and not listing and text.rstrip()[-1:] not in ".!?" and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _mention(text: str, start: int, end: int, kind: str) -> Mention:
    surface = text[start:end]
    return Mention(start, end, kind, entity_id(kind, re.sub(r"^[Tt]he ", "", surface)), surface)


def _with_offices(passage: Passage, mentions: Mentions) -> Mentions:
    """A state's or organisation's name together with the words for those who speak for it."""
    patterns = actor_patterns(passage.language)
    if patterns is None:
        return mentions
    widened: list[Mention] = []
    for number, one in enumerate(mentions):
        following = mentions[number + 1].start if number + 1 < len(mentions) else len(passage.text)
        widened.append(_widened(patterns, passage.text, one, following) if one.kind not in ("Person", "Event", "Document") else one)
    kept: list[Mention] = []
    for one in widened:
        if kept and _speaks_for(passage.text, kept[-1], one):
            kept[-1] = Mention(kept[-1].start, one.end + 1, "State", one.entity, passage.text[kept[-1].start : one.end + 1])
        elif not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _speaks_for(text: str, person: Mention, state: Mention) -> bool:
    """«Ms X (State)», as summary records name those who speak for a state."""
    return (
        person.kind == "Person"
        and state.kind == "State"
        and text[person.end : state.start] in (" (", " (the ")
        and text[state.end : state.end + 1] == ")"
    )


def _widened(patterns: ActorPatterns, text: str, one: Mention, following: int) -> Mention:
    left = max(0, one.start - 80)
    before = patterns.shape["office_before"].within(text, left, one.start)
    after = patterns.shape["office_after"].match(text, one.end)
    start = left + before.start() if before is not None else one.start
    end = after.end() if after is not None and after.end() <= following else one.end
    named = re.match(r",? (?:[A-Z][\w’'-]+ )+[A-Z]", text[end : end + 60]) if end > one.end else None  # «X's minister, Y Z»: the person speaks
    if named is not None and one.kind == "State" and following <= end + named.end():
        return one
    return Mention(start, end, one.kind, one.entity, text[start:end])
