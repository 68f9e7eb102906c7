"""Addressees: whom a recommendation speaks to, by class (states, businesses, …) or by name. A passage and a span in; ids out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.language import section
from extract.lists import ListWords
from extract.patterns import either
from extract.reading import Reading
from extract.recommending.words import Cue, recommending_words, shape
from graph.records import Passage
from graph.sourcemap import Span

EVERYONE = ("all",)
_ACTORS = frozenset({"State", "NGO", "InternationalOrganization", "Institution", "Coalition"})
_CLAUSE = re.compile(r"[，；：,;:](?!\d)")
_NEAR = 60  # characters after a verb within which those addressed are named
_LISTED = 45  # characters of a clause that is one more part of a list


@dataclass(frozen=True, slots=True)
class Named:
    """Someone who may be addressed, at ``start…end``."""

    id: str
    start: int
    end: int


def addressees(reading: Reading, passage: Passage, sentence: Span, cue: Cue) -> tuple[str, ...]:
    """Whom a sentence speaks to: the subject of an obligation, or those whom a verb asks; none where it does not say."""
    if recommending_words(passage.language).verb_last:
        return _before_last_verb(passage, list(_named(reading, passage, (sentence[0], cue.end))), cue)
    if cue.kind == "modal":
        return _subject(passage, (sentence[0], cue.start), list(_named(reading, passage, (sentence[0], cue.start))))
    return _asked(reading, passage, (cue.end, sentence[1]))


def addressees_of_heading(heading: str, language: str) -> tuple[str, ...]:
    """Whom a heading speaks to («To States», «各国»); none where it speaks of something."""
    to = shape(language, "heading_to").search(heading)
    found = list(_classes(heading, (0, len(heading)), language))
    rest = heading
    for named in reversed(found):
        rest = rest[: named.start] + rest[named.end :]
    joints = either(word.strip() for word in section(language, "lists", ListWords).conjunctions)
    if to is not None or not re.sub(rf"{joints}|[\W\d_]", "", rest):
        return _ids(found)
    return ()


def subject_first(passage: Passage, sentence: Span) -> tuple[str, ...]:
    """The class that a clause begins with («States keep …»), with those joined to it as equals."""
    found = list(_classes(passage.text, sentence, passage.language))
    opens = bool(found) and shape(passage.language, "joints").fullmatch(passage.text, sentence[0], found[0].start) is not None
    return _ids(_coordinated(passage, found)) if opens else ()


def _named(reading: Reading, passage: Passage, span: Span) -> Iterator[Named]:
    """Classes and actors named in a span, in order; a state's own government is the state."""
    classes = list(_classes(passage.text, span, passage.language))
    actors = [Named(m.entity, m.start, m.end) for m in reading.in_span(passage, *span) if m.kind in _ACTORS and m.entity is not None]
    free = [a for a in actors if all(a.end <= c.start or c.end <= a.start for c in classes)]
    states = [a for a in free if a.id.startswith("state:")]
    kept = [c for c in classes if c.id != "states" or all(min(abs(c.start - a.end), abs(a.start - c.end)) > 4 for a in states)]
    yield from sorted([*kept, *free], key=lambda named: named.start)


def _classes(text: str, span: Span, language: str) -> Iterator[Named]:
    found = [
        Named(entry.id, match.start(), match.end())
        for entry in recommending_words(language).addressees
        for match in re.compile(entry.pattern, re.IGNORECASE).finditer(text, *span)
        if match.end() > match.start()
    ]
    at = span[0]
    for named in sorted(found, key=lambda named: (named.start, -named.end)):
        if named.start >= at:
            yield named
            at = named.end


def _subject(passage: Passage, span: Span, found: Sequence[Named]) -> tuple[str, ...]:
    """Those in the clause nearest to the obligation, and in the parts of the same list before it."""
    edges = [span[0], *(m.end() for m in _CLAUSE.finditer(passage.text, *span)), span[1]]
    clauses = [[n for n in found if low <= n.start < high] for low, high in pairwise(edges)]
    filled = [at for at, clause in enumerate(clauses) if clause]
    if not filled:
        return ()
    last = first = filled[-1]
    while first > 0 and clauses[first - 1] and edges[first] - edges[first - 1] <= _LISTED and clauses[first - 1][0].start - edges[first - 1] <= 2:
        first -= 1
    before = [named for clause in clauses[first:last] for named in clause]
    return _ids([*before, *_coordinated(passage, clauses[last])])


def _coordinated(passage: Passage, found: Sequence[Named]) -> list[Named]:
    """Those joined as equals; of others the head: the first, or the last where heads stand last."""
    joint = shape(passage.language, "joints")
    runs: list[list[Named]] = []
    for named in found:
        if runs and joint.fullmatch(passage.text, runs[-1][-1].end, named.start):
            runs[-1].append(named)
        else:
            runs.append([named])
    if not runs:
        return []
    return runs[-1] if recommending_words(passage.language).head_last else runs[0]


def _asked(reading: Reading, passage: Passage, span: Span) -> tuple[str, ...]:
    ends = shape(passage.language, "ends")
    found = [n for n in _named(reading, passage, span) if n.start - span[0] <= _NEAR]
    if not found:
        return ()
    end = ends.search(passage.text, found[0].end, span[1])
    within = [n for n in _named(reading, passage, span) if n.start < (end.start() if end is not None else span[1])]
    joint = shape(passage.language, "joints")
    chain = within[:1]
    for named in within[1:]:
        if not joint.fullmatch(passage.text, chain[-1].end, named.start):
            break
        chain.append(named)
    return _ids(chain)


def _before_last_verb(passage: Passage, found: Sequence[Named], cue: Cue) -> tuple[str, ...]:
    """Where the verb stands last, particles tell the subject from those who are asked."""
    keys = ("particles",) if cue.kind == "modal" else ("datives", "particles")
    for key in keys:
        for named in reversed(found):
            if shape(passage.language, key).match(passage.text, named.end):
                at = found.index(named)
                chain = [named]
                while at > 0 and shape(passage.language, "joints").fullmatch(passage.text, found[at - 1].end, chain[0].start):
                    at -= 1
                    chain.insert(0, found[at])
                return _ids(chain)
    return ()


def _ids(found: Sequence[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(named.id for named in found))
