"""Who has the floor in minutes, interviews and summary records. A reading in, for each passage a speaker out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.positions.actors.holders import ACTORS
from extract.positions.actors.surnames import in_full
from extract.positions.pack.actor_words import actor_words
from extract.positions.pack.particle_words import subject_words
from extract.positions.pack.words import position_words
from extract.positions.sentence.passages import Searched
from extract.positions.speech.home import home_of, parliament_of
from extract.positions.speech.minutes import reported
from extract.positions.speech.speaker import Speaker
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Mention, Party, Passage

_TOP = 4  # passages at the top in which a guest is named
_SIGNS = 15  # the same in scripts that write a word in one or two characters
_STANDING = 3  # lines of nothing but a name from which a text is made of turns beneath them
_WORDS = 30  # letters that a turn has at least; less is a line of a head («Topic: …»)


class Turns:
    """Who has the floor in minutes and interviews: remembered from passage to passage."""

    def __init__(self, reading: Reading, searched: Sequence[Searched], host: Speaker | None = None) -> None:
        """``host`` is whose text it is: who answers questions where the title names nobody they are put to."""
        labels = [_labelled(passage, one) for passage, one in zip(reading.passages, searched, strict=True)]
        read = zip(labels, reading.passages, searched, strict=True)
        self._marks = [label or _turn(passage) or _named_turn(passage, one) for label, passage, one in read]
        standing = [_standing(passage) for passage in reading.passages]
        if sum(mark is not None for mark in standing) >= _STANDING:
            self._marks = [mark or name for mark, name in zip(self._marks, standing, strict=True)]
        self._answers = any(mark is not None and mark[0] == "answer" for mark in self._marks)
        self._is_debate = any(labels) or sum(mark is not None and mark[0] == "turn" for mark in self._marks) > 1
        hosted = host is not None and host.sure and all(party.kind not in ("Person", "Group") for party, _ in host.parties)
        people = [m for one in searched[: 1 if hosted else _TOP] for m in one.plain.mentions if m.kind == "Person"]
        self._guest = _guest(reading) or (_party(people[0]) if people else None)
        self._briefed = _briefed(reading, searched, self._marks)
        self._known = {name: m for one in searched for m in one.plain.mentions if m.kind in ACTORS for name in (m.surface, m.surface.split()[-1])}
        self._labels = [[m for m in one.plain.mentions if m.kind in ACTORS] for one in searched]
        self._texts = [passage.text for passage in reading.passages]
        self._language = reading.passages[0].language if reading.passages else ""
        self._recorded = reported(searched)
        self._states = [[m for m in one.plain.mentions if m.kind == "State"] for one in searched]
        shape = actor_words(reading.passages[0].language).minister if reading.passages else ""
        self._minister = re.compile(shape) if shape else None
        self._parliament = parliament_of(reading)
        self._last: Speaker | None = None
        self._listed = False  # the last label heads what is told of somebody

    def at(self, index: int) -> Speaker | None:
        """Whose words a passage is, where the document is made of turns."""
        mark = self._marks[index]
        if mark is None and self._listed:
            self._last = None  # «X: opposes it.» is no speech, and goes on over no other paragraph
        recorded = self._recorded[index]
        if recorded is not None and not self._is_debate and not self._answers:
            return recorded
        if mark is not None and mark[0] == "answer" and self._answers:
            self._last = Speaker(((self._guest, None),), sure=True) if self._guest is not None else self._briefed
        elif mark is not None and mark[0] == "question" and (self._answers or self._is_debate):
            self._last = None
        elif mark is not None and mark[0] == "turn" and self._is_debate:
            self._last = self._briefed or Speaker(
                self._several(index, mark) or ((self._minister_of(index, mark) or self._who(mark[1]), None),), sure=True
            )
            self._listed = self._texts[index][mark[2] :].lstrip(" *")[:1].islower()
        return self._last

    def asks(self, index: int) -> bool:
        """Whether a passage is only asked, in a text of questions and answers."""
        mark = self._marks[index]
        return mark is not None and mark[0] == "question" and self._answers

    def without_label(self, index: int, searched: Searched) -> Searched:
        """A passage without the name that only says whose turn it is."""
        mark = self._marks[index]
        if mark is None or mark[0] != "turn" or not self._is_debate:
            return searched
        kept = tuple(m for m in searched.plain.mentions if m.start >= mark[2])
        return replace(searched, plain=replace(searched.plain, mentions=kept))

    def _several(self, index: int, mark: tuple[str, str, int]) -> tuple[tuple[Party, str | None], ...]:
        """The states or bodies that a label names together («India and Israel: …»)."""
        named = [m for m in self._labels[index] if m.end <= mark[2] and m.kind != "Person"]
        letters = sum(m.end - m.start for m in named)
        return tuple((_party(m), None) for m in named) if len(named) > 1 and 2 * letters > len(mark[1]) else ()

    def _who(self, name: str) -> Party:
        last = name.split()[-1]
        forms = (name.title(), last.title(), name, last) if name.isupper() else (name, last)  # «HARTLEY:» is the Hartley named before
        known = next((self._known[form] for form in forms if form in self._known), None)
        if known is None:  # «外交部代表»: the body that the name of an office begins with
            known = next((m for surface, m in self._known.items() if len(surface) > 1 and name.startswith(surface) and m.kind != "Person"), None)
        if (known is None or known.entity == entity_id("Person", last)) and (full := in_full(self._texts, forms[0], self._language)) is not None:
            return Party("Person", entity_id("Person", full), name)
        if known is not None and known.entity is not None:
            return Party(known.kind, known.entity, name)
        return Party("Person", entity_id("Person", re.sub(r"^(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.? ", "", name)), name)

    def _minister_of(self, index: int, mark: tuple[str, str, int]) -> Party | None:
        """The state that a minister speaks for, whom the label calls by the office: the one that this minister's turns name first, else another's."""
        if not self._governs(index, mark):
            return None
        own: list[Mention] = []
        others: list[Mention] = []
        speaking, governs = "", False
        for at, (one, states) in enumerate(zip(self._marks, self._states, strict=True)):
            if one is not None:  # a turn goes on over paragraphs
                speaking, governs = one[1], self._governs(at, one)
            if governs:
                (own if speaking == mark[1] else others).extend(states)
        named = [state.entity for state in (*own, *others)] or [party.id for party, _ in self._parliament]
        return next((Party("State", state, mark[1]) for state in named), None)

    def _governs(self, index: int, mark: tuple[str, str, int]) -> bool:
        return self._minister is not None and self._minister.match(self._texts[index][: mark[2]].lstrip("*[")) is not None


def _standing(passage: Passage) -> tuple[str, str, int] | None:
    """The turn of a person whose name is all that the line above it says."""
    shape = actor_words(passage.language).standing
    match = re.match(shape, passage.text) if shape else None
    return ("turn", match["who"], match.end()) if match is not None else None


def _named_turn(passage: Passage, searched: Searched) -> tuple[str, str, int] | None:
    """The turn of a person whose name stands before a colon at the beginning."""
    first = searched.plain.mentions[0] if searched.plain.mentions else None
    if first is None or first.kind != "Person" or first.start > 0 or searched.plain.text[first.end : first.end + 1] != "：":
        return None
    return "turn", first.surface, first.end


def _labelled(passage: Passage, searched: Searched) -> tuple[str, str, int] | None:
    """The turn of a state or body that begins the line, before a colon behind which it speaks of itself or nothing stands."""
    shape = actor_words(passage.language).label
    first = searched.plain.mentions[0] if shape and searched.plain.mentions else None
    if first is None or first.kind not in ACTORS - {"Person"} or first.start > 0:
        return None
    match = re.match(shape, searched.plain.text[first.end :])
    return ("turn", first.surface, first.end + match.end()) if match is not None else None


def _guest(reading: Reading) -> Party | None:
    """The person whom the title of an interview names («Interview: N N»)."""
    shape = actor_words(reading.passages[0].language).guest if reading.passages else ""
    match = next((one for p in reading.passages[:2] if shape and (one := re.search(shape, p.text)) is not None), None)
    return Party("Person", entity_id("Person", match["who"]), match["who"]) if match is not None else None


def _briefed(reading: Reading, searched: Sequence[Searched], marks: Sequence[tuple[str, str, int] | None]) -> Speaker | None:
    """For whom a spokesperson answers in a briefing: the state that the questions name first, else the one the text is about."""
    shape = actor_words(reading.passages[0].language).briefing if reading.passages else ""
    home = subject_words(reading.passages[0].language) if reading.passages else None
    if home is not None and home.home is not None and re.match(home.briefing, reading.passages[0].text) is not None:
        return Speaker(((Party("State", home.home, None), None),), sure=True)
    if not shape or re.search(shape, reading.passages[0].text) is None:
        return None
    named = [m for one in searched[:1] for m in one.plain.mentions if m.kind == "State"]
    for mark, one in zip(marks, searched, strict=True):
        if mark is not None and mark[0] == "question":
            named += [m for m in one.plain.mentions if m.kind == "State"]
    whose = ((Party("State", named[0].entity, None), None),) if named else home_of([one.plain.mentions for one in searched])
    return Speaker(whose, sure=True) if whose else None


def _party(mention: Mention) -> Party:
    return Party(mention.kind, mention.entity, mention.surface)


def _turn(passage: Passage) -> tuple[str, str, int] | None:
    """What kind of turn a passage begins, whose it is, and where the label ends."""
    words = actor_words(passage.language)
    if words.answer and re.match(words.answer, passage.text):
        return "answer", "", 0
    if words.question and re.match(words.question, passage.text):
        return "question", "", 0
    match = re.match(words.turn, passage.text) if words.turn else None
    if (
        match is None
        or len(passage.text) - match.end() < (_SIGNS if position_words(passage.language).joined else _WORDS)
        or match["who"].casefold() in {one.casefold() for one in words.never}
    ):
        return None
    named = re.search(words.within, match[0]) if words.within else None  # «The Minister (Ms X):»
    return "turn", named[1] if named is not None else match["who"], match.end()
