"""Whose «the Government» and «the Minister» are in a text that names no state beside them. A reading with its names in, the state out; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.positions.actors.holders import Parties
from extract.positions.pack.actor_words import actor_words
from extract.reading import Reading
from graph.records import Mention, Party

_HEAD = 5  # passages at the top of a release in which it is said whose it is
_LINE = 110  # characters of a line of a head
_OFTEN = 2  # times a state is named that a text with others in it is about


def home_of(mentions: Sequence[Sequence[Mention]]) -> Parties:
    """The one state that a text names, or names more often than all others together; nobody where there is none."""
    named = Counter(m.entity for found in mentions for m in found if m.kind == "State" and m.entity is not None)
    if not named:
        return ()
    state, often = named.most_common(1)[0]
    if often < sum(named.values()) and (often < _OFTEN or 2 * often <= sum(named.values())):
        return ()
    return ((Party("State", state, None), None),)


def parliament_of(reading: Reading) -> Parties:
    """The state whose parliament's words the lines at the top say a text is; nobody where they name none, or several."""
    shapes = actor_words(reading.passages[0].language).parliaments if reading.passages else {}
    heads = [passage.text for passage in reading.passages[:_HEAD]]
    states = [state for state, shape in shapes.items() if any(len(text) <= _LINE and re.search(shape, text) for text in heads)]
    states = states if len(states) == 1 else states[:0]
    return tuple((Party("State", f"state:{state}", None), None) for state in states)


def releasing(reading: Reading, home: Parties) -> Parties:
    """The state whose government has released a text, by the lines at its head («Portfolio: …», «Cabinet agrees …»)."""
    shape = actor_words(reading.passages[0].language).released if reading.passages else ""
    heads = reading.passages[:_HEAD] if shape and home else ()
    return home if any(re.match(shape, line.strip()) for passage in heads for line in passage.text.splitlines()) else ()
