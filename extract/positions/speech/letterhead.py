"""Whose letterhead a text stands under: the body or the state that a line above or below it names alone. A reading in, a party out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.mentions import find_mentions
from extract.names import load_names
from extract.positions.actors.holders import Parties
from extract.positions.pack.letterhead_words import LetterheadWords, letterhead_words
from extract.reading import Reading
from graph.ids import entity_id
from graph.records import Party, Passage

_HEAD, _FOOT = 5, 2  # passages above and below in which such a line may stand
_TOP = 9  # passages in which a paper says who submits it
_NAMED = 2  # how often the names of those who submit a paper may go into the words that tell of them
_FORM = 140  # characters of a line that tells what kind of text it is
_LINE = 90  # characters of a line that names something and says nothing
_BODIES = frozenset({"NGO", "Institution", "InternationalOrganization", "Coalition"})


def under_letterhead(reading: Reading, home: Parties) -> tuple[Party, bool] | None:
    """The body or state that a line at the head of a text, else at its foot, names alone, or with what kind of text it is.

    Also told is whether the text is by its head one in which a body speaks for itself (a statement, questions and answers); a state always does.
    """
    lines = [(passage, line) for passage, line in _lines(reading) if not _HEAD <= passage.ordinal < _TOP]
    heads = [(passage, passage.text.strip()) for passage in reading.passages[:_HEAD] if len(passage.text) <= _FORM]
    itself = any(re.search(letterhead_words(passage.language).forms, line) is not None for passage, line in (*lines, *heads))
    for passage, line in lines if itself else (one for one in lines if one[0].ordinal < _HEAD):
        party = _told(line, passage, letterhead_words(passage.language), home, itself=itself)
        if party is not None:
            return party, itself or party.kind == "State"
    return None


def submitters_of(reading: Reading) -> Parties:
    """The states and bodies that a line at the head says have submitted a paper: what it says is theirs, whatever it calls them."""
    for passage, line in _lines(reading):
        words = letterhead_words(passage.language)
        match = next((found for shape in words.submitted if (found := re.match(shape, line)) is not None), None)
        if match is not None and passage.ordinal < _TOP:
            listed = Passage(passage.document, passage.locator, 0, match["who"].strip(), passage.language)
            named = [m for m in find_mentions(listed, load_names()) if m.kind in _BODIES or m.kind == "State"]
            if named and _NAMED * sum(m.end - m.start for m in named) >= len(listed.text):
                return tuple((Party(m.kind, m.entity or entity_id(m.kind, m.surface), None), None) for m in named)
    return ()


def _lines(reading: Reading) -> Iterator[tuple[Passage, str]]:
    last = len(reading.passages)
    for passage in (*reading.passages[:_TOP], *reading.passages[max(_TOP, last - _FOOT) :]):
        for line in passage.text.splitlines():
            if 0 < len(line.strip()) <= _LINE:
                yield passage, line.strip()


def _told(line: str, passage: Passage, words: LetterheadWords, home: Parties, *, itself: bool) -> Party | None:
    """Who a line names, where it names nobody and nothing else; a state only where one speaks for itself: texts about it bear its name, too."""
    named = re.sub(words.behind, "", re.sub(words.before, "", _lowered(line, words.small))).strip(" ,;:–—-|·")
    known = next(iter(find_mentions(Passage(passage.document, passage.locator, 0, named, passage.language), load_names())), None) if named else None
    whole = known is not None and (known.start, known.end) == (0, len(named))
    if not named or (not whole and re.search(words.media, named) is not None):
        return None
    if (mission := re.match(words.missions, named)) is not None:
        state = load_names().identify(mission["who"].strip(), passage.language)
        return Party("State", state.id, None) if state is not None and state.kind == "State" else None
    if home and re.fullmatch(words.ministries, named) is not None:
        return home[0][0]
    if itself and whole and known is not None and known.kind == "State":
        return Party("State", known.entity, None)
    if known is not None and known.kind in _BODIES and known.start == 0 and re.fullmatch(words.branch, named[known.end :]) is not None:
        return Party(known.kind, known.entity or entity_id(known.kind, known.surface), None)
    match = re.fullmatch(words.body, named)
    if match is None:
        return None
    return Party("NGO", entity_id("NGO", match.groupdict().get("latin") or match["who"]), None)


def _lowered(line: str, small: str) -> str:
    """A line without its capitals, where it is written in nothing else."""
    return re.sub(small, lambda word: word[0].lower(), line.title()) if line.isupper() and line.isascii() else line
