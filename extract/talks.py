"""Talks: what a named person's presentation was about. A reading in; SPOKE_ON claims out, and a skip where the words may mean no talk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.concept_mentions import find_concepts
from extract.meeting.words import sentences
from extract.reading import Finding, Reading, extractor
from extract.saying.talk_topics import theme_of, topic_concepts
from extract.saying.talk_words import talk_pattern, talk_shapes, talk_words
from extract.sought import sought
from extract.who.persons import Person, find_persons
from graph.records import QUOTE_LIMIT, Mention, Party, Passage, Skipped
from graph.sourcemap import Span

_OTHER = "concept:other"
_REACH = 600  # characters behind a person in which his or her talk is told


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic phrase of a talk: ``verb`` is where its quote begins; ``sure`` if the verb speaks of talks alone; ``extra`` if it only adds."""

    verb: int
    start: int
    end: int
    sure: bool
    extra: bool = False


@extractor("talks")
def read_talks(reading: Reading) -> Iterator[Finding]:
    """SPOKE_ON from each presenter to the concepts of the topic; ``concept:other`` where the vocabulary has none of them."""
    persons = find_persons(reading)
    if not any(persons):
        return
    theme = theme_of(reading)
    for passage, found in zip(reading.passages, persons, strict=True):
        if found and passage.kind not in ("table", "title", "heading"):
            named, panel = find_concepts(passage), _tells(reading, passage, "panels")
            meets = panel or _tells(reading, passage, "settings")
            for person, topics in _talks(passage, found):
                yield from _claims(reading, passage, person, topics, named, theme, meets=meets, panel=panel)


def _tells(reading: Reading, passage: Passage, key: str) -> bool:
    """Whether the passage, its headings or the document's title hold words of a meeting with talks."""
    told = (passage.text, *passage.heading_path, reading.document.title or "")
    return any(talk_pattern(passage.language, key).search(text) for text in told)


def _talks(passage: Passage, persons: tuple[Person, ...]) -> Iterator[tuple[Person, list[Topic]]]:
    """Each person with the topics of what he or she presented; speakers named together share them."""
    spans = list(sentences(passage.text, passage.language))
    heard: list[tuple[Person, list[Topic]]] = []
    shared: list[Topic] = []
    for person, following in reversed(list(zip(persons, (*persons[1:], None), strict=True))):
        end = min(next((high for low, high in spans if low <= person.left < high), len(passage.text)), person.right + _REACH)
        limit = min(end, following.left if following is not None else end)
        topics = _after(passage, person.right, limit, end) or _before(passage, person, end)
        if not topics and following is not None and following.left < end and _together(passage, person.right, following.left):
            topics = shared
        shared = topics
        if topics:
            heard.append((person, topics + _gone_on(passage, spans, end)))
    yield from reversed(heard)


def _after(passage: Passage, at: int, limit: int, end: int) -> list[Topic]:
    """Topics of the verbs behind ``at``, the first verb before ``limit``, all of them before ``end``."""
    for shape in talk_shapes(passage.language, "first"):
        match = shape.match(passage.text, at, end)
        if match is not None and match.start("topic") <= limit:
            return list(_topics(passage, match, at, end))
    return []


def _before(passage: Passage, person: Person, end: int) -> list[Topic]:
    """Topics where the noun stands before the person («a talk by …»)."""
    for shape in talk_words(passage.language).before:
        if not sought(shape.replace("{P}", "(?s:.+?)")).may_match(passage.text):
            continue
        pattern = re.compile(shape.replace("{P}", re.escape(passage.text[person.left : person.right])))
        for match in pattern.finditer(passage.text, max(0, person.left - 80), end):
            if match.start() <= person.left < match.start("topic"):
                return list(_topics(passage, match, match.start(), end, sure=True))
    return []


def _together(passage: Passage, start: int, end: int) -> bool:
    gap = passage.text[start:end]
    return len(gap) <= 80 and talk_pattern(passage.language, "shares").search(gap) is not None and not re.search(r"[.;。；]\s", gap)


def _gone_on(passage: Passage, spans: list[Span], end: int) -> list[Topic]:
    """Topics of the next sentence if it begins with a pronoun."""
    low, high = next(((low, high) for low, high in spans if low >= end), (end, end))
    opening = talk_pattern(passage.language, "pronouns").match(passage.text, low, high)
    return _after(passage, opening.end(), high, high) if opening is not None else []


def _topics(passage: Passage, match: re.Match[str], at: int, end: int, *, sure: bool = False) -> Iterator[Topic]:
    """The topic of a verb, what is joined to it, and the topics of further verbs."""
    language, text = passage.language, passage.text
    known, (low, high), verb = sure or match.groupdict().get("sure") is not None, match.span("topic"), _verb(match)
    if verb > low:  # the verb stands last: the topic is whole, and what follows the verb may hold another
        yield Topic(match.end(), low, high, known)
        more = next((more for shape in talk_shapes(language, "further") if (more := shape.match(text, match.end(), end)) is not None), None)
        if more is not None:
            yield from _topics(passage, more, match.end(), end, sure=known)
        return
    more = next((more for shape in talk_shapes(language, "further") if (more := shape.search(text, low + 1, end)) is not None), None)
    high = min(high, more.start()) if more is not None else high
    extra: bool | None = False
    while extra is not None and low < high:
        stop = _cut(passage, low, high)
        if talk_pattern(language, "earlier").match(text, low) is None:
            yield Topic(verb, low, stop, known, extra)
        low, extra = _joined(passage, stop, high, extra)
    if more is not None:
        yield from _topics(passage, more, high, end, sure=known)


def _verb(match: re.Match[str]) -> int:
    """Where the verb begins; where a shape has none, where the topic does."""
    return match.start("verb") if match.groupdict().get("verb") is not None else match.start("topic")


def _cut(passage: Passage, low: int, high: int) -> int:
    """Where the topic that begins at ``low`` ends."""
    cuts = (talk_pattern(passage.language, key).search(passage.text, low + 1, high) for key in ("goes_on", "explains", "ends"))
    return min([high, *(cut.start() for cut in cuts if cut is not None)])


def _joined(passage: Passage, stop: int, high: int, extra: bool) -> tuple[int, bool | None]:
    """Where a topic joined at ``stop`` begins, and whether it only explains the one before; ``None`` if nothing is joined."""
    for key, explains in (("goes_on", False), ("explains", True)):
        joined = talk_pattern(passage.language, key).match(passage.text, stop, high)
        if joined is not None:
            return joined.end(), extra or explains
    return high, None


def _claims(
    reading: Reading,
    passage: Passage,
    person: Person,
    topics: list[Topic],
    named: tuple[Mention, ...],
    theme: frozenset[str],
    *,
    meets: bool,
    panel: bool,
) -> Iterator[Finding]:
    seen: set[str] = set()
    for topic in topics:
        concepts = topic_concepts(passage, named, (topic.start, topic.end), theme) if not (topic.extra and seen) else ()
        for concept in concepts:
            if concept.entity is not None and concept.entity not in seen:
                if not (topic.sure or meets):
                    yield _unsure(passage, topic)
                    continue
                seen.add(concept.entity)
                yield _claim(reading, passage, person, topic, Party("Concept", concept.entity, concept.surface), 0.9 if topic.sure else 0.85)
    if topics and not seen and panel and talk_pattern(passage.language, "procedural").match(passage.text, topics[0].start) is None:
        yield _claim(reading, passage, person, topics[0], Party("Concept", _OTHER, _words(passage, topics[0])), 0.7)


def _claim(reading: Reading, passage: Passage, person: Person, topic: Topic, target: Party, sure: float) -> Finding:
    whole = min(topic.verb, topic.start), max(topic.verb, topic.end)
    span = whole if whole[1] - whole[0] <= QUOTE_LIMIT else (topic.start, topic.end)
    return reading.claim(passage, "SPOKE_ON", person.party, target, span, method="talks", confidence=sure, topic=_words(passage, topic))


def _words(passage: Passage, topic: Topic) -> str:
    return passage.text[topic.start : topic.end].strip(" ,，、")


def _unsure(passage: Passage, topic: Topic) -> Skipped:
    return Skipped(f"{passage.document} {passage.locator}", "talks: no meeting is spoken of", _words(passage, topic)[:QUOTE_LIMIT])
