"""Whose words the paragraphs of a summary record report, each of which begins with who said it. Searched passages in, speakers out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.actors.antecedents import KINDS
from extract.positions.sentence.passages import Searched
from extract.positions.speech.speaker import Speaker
from graph.records import Mention, Party

_STATES = 3  # states, of each of which a paragraph begins with what it said, from which a text is a record of what was said
_SHARE = 4  # one in how many of its longer paragraphs begins so
_ASIDE = 100  # characters between a name and the verb of saying («Peru, speaking also for …, said that»)
_LONG = 80  # characters of a paragraph in which somebody could be reported


def reported(searched: Sequence[Searched]) -> list[Speaker | None]:
    """For each passage whose words it reports: in a record of what was said those of whoever a paragraph begins with, besides those told in brackets.

    What such a paragraph goes on to say without naming anybody («Peru said that … . A treaty was needed.») is that speaker's.
    """
    bracketed = [_in_brackets(one) for one in searched]
    opening = [_opening(one) for one in searched]
    states = {one.entity for one in opening if one is not None and one.kind == "State"}
    long = sum(len(one.plain.text) >= _LONG for one in searched)
    if len(states) < _STATES or _SHARE * sum(one is not None for one in opening) < long:
        opening = [None] * len(searched)
    said = [_speaker(one) if one is not None else None for one in opening]
    return [told or begun for told, begun in zip(bracketed, said, strict=True)]


def _in_brackets(searched: Searched) -> Speaker | None:
    """Who speaks where a paragraph begins with a person and, in brackets, the state («Ms X (State) said …»)."""
    first = _first(searched)
    return _speaker(first) if first is not None and first.kind == "State" and first.surface.endswith(")") else None


def _opening(searched: Searched) -> Mention | None:
    """The state or body with which a paragraph begins and which its first sentence says something of its own."""
    first = _first(searched)
    if first is None or first.kind not in KINDS["thing"]:
        return None
    verbs = [f.start for f in searched.found if f.group == "cue" and f.name == "SAY" and f.start >= first.end]
    near = bool(verbs) and verbs[0] - first.end <= _ASIDE and ". " not in searched.plain.text[first.end : verbs[0]]
    return first if near else None


def _first(searched: Searched) -> Mention | None:
    mentions = searched.plain.mentions
    return mentions[0] if mentions and mentions[0].start == 0 else None


def _speaker(one: Mention) -> Speaker:
    return Speaker(((Party(one.kind, one.entity, one.surface), None),), sure=True)
