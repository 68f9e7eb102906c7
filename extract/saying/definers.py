"""Definers: who a stretch of words names as the one who defines. A passage with its names in; parties with a confidence out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.meeting.words import sentences
from extract.names import load_names
from extract.reading import Reading, party
from extract.saying.definition_words import definition_words
from extract.who.persons import Person
from graph.records import Party, Passage
from graph.sourcemap import Span

_KINDS = frozenset({"State", "NGO", "InternationalOrganization", "Institution", "Coalition"})
_UNATTRIBUTED = "group:unattributed"


@dataclass(frozen=True, slots=True)
class Named:
    """A holder named at ``start…end``."""

    start: int
    end: int
    party: Party


class Definers:
    """Whoever may define something in one passage."""

    def __init__(self, reading: Reading, passage: Passage, persons: tuple[Person, ...]) -> None:
        self._document, self._passage = reading.document, passage
        self._words = definition_words(passage.language)
        bodies = [Named(m.start, m.end, party(m)) for m in reading.mentions[passage.ordinal] if m.kind in _KINDS]
        self._named = sorted([*bodies, *(Named(p.left, p.right, p.party) for p in persons)], key=lambda named: named.start)

    def named(self, span: Span) -> Iterator[Party]:
        """Everyone named between two places."""
        return (named.party for named in self._in(span))

    def of(self, holder: Span | None, says: str, whole: Span, *, back: bool = False) -> Iterator[tuple[Party, float]]:
        """Who defines, each with a confidence: the subject named in ``holder``, a group, nobody named, a cited author, or the document."""
        if back:
            yield from ((named.party, 0.6) for named in self._subject_before(whole[0]))
        elif holder is not None:
            yield from self._holders(holder, whole)
        elif says == "unattributed":
            yield Party("Group", _UNATTRIBUTED, self._passage.text[whole[0] : whole[1]][:40]), 0.75
        else:
            yield self._author(whole)

    def _holders(self, holder: Span, whole: Span) -> Iterator[tuple[Party, float]]:
        named = self._subjects(holder)
        if named:
            yield from ((one.party, 0.9) for one in named)
            return
        text = self._passage.text
        for group, pattern in self._words.groups.items():
            found = list(re.finditer(pattern, text[slice(*holder)]))
            if found:
                yield Party("Group", f"group:{group}", found[-1][0]), 0.8
                return
        impersonal = re.search(self._words.impersonal, text[slice(*holder)])
        if impersonal is not None or not text[slice(*holder)].strip(" ,，"):
            words = impersonal[0] if impersonal is not None else text[whole[0] : whole[1]][:40]
            yield Party("Group", _UNATTRIBUTED, words), 0.7

    def _subjects(self, span: Span) -> list[Named]:
        """The last one named as a subject, with those named side by side with him."""
        text = self._passage.text
        found = [one for one in self._in(span) if re.search(self._words.object, text[span[0] : one.start]) is None]
        last = next((i for i in reversed(range(len(found))) if re.match(self._words.subject, text[found[i].end :])), None)
        if last is None:
            return []
        first = last
        while first > 0 and re.fullmatch(self._words.joins, text[found[first - 1].end : found[first].start]):
            first -= 1
        return found[first : last + 1]

    def _subject_before(self, at: int) -> list[Named]:
        """The first one named in the sentence before."""
        before = [span for span in sentences(self._passage.text, self._passage.language) if span[1] <= at]
        return list(self._in(before[-1]))[:1] if before else []

    def _author(self, whole: Span) -> tuple[Party, float]:
        """Whom the sentence cites, else the document."""
        cited = re.match(rf"[^.。]{{0,12}}?{self._words.cites}", self._passage.text[whole[1] :])
        if cited is None:
            return Party("Document", f"doc:{self._document.id}", None), 0.7
        known = load_names().identify(cited["author"], self._passage.language, kinds=("Person",))
        return Party("Person", known.id if known is not None else None, cited["author"]), 0.75

    def _in(self, span: Span) -> Iterator[Named]:
        return (named for named in self._named if span[0] <= named.start and named.end <= span[1])
