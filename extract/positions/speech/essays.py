"""Whose judgements an essay holds whose author never says «I»: that of the line above or below it. A reading in, parties out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.positions.actors.holders import Parties
from extract.positions.pack.actor_words import actor_words
from extract.positions.pack.plain import quoted
from extract.positions.sentence.passages import Searched
from extract.positions.speech.signed import TOP, signed
from extract.reading import Reading

_JUDGING = 2  # sentences that judge, from which a signed text is told to be an essay where its head does not say so


def essayist(reading: Reading, searched: Sequence[Searched]) -> Parties:
    """Who signs a column, brief or comment; nobody where the text is news, or no name is given."""
    words = actor_words(reading.passages[0].language) if reading.passages else None
    if words is None or not words.essay:
        return ()
    top = [one.plain.text for one in searched[:TOP]]
    if any(re.search(words.dateline, text) for one in searched[:TOP] for text in [one.plain.text]):
        return ()
    writers = signed(reading, searched)
    if any(writer.kind != "Person" for writer, _ in writers):
        return ()
    labelled = any(re.search(words.essay, text) for text in top)
    return writers if labelled or _judges(words.judging, searched) else ()


def _judges(shape: str, searched: Sequence[Searched]) -> bool:
    """Whether a text says of its own what should be done, more often than it quotes others."""
    own = said = 0
    for one in searched:
        for match in re.finditer(shape, one.plain.text):
            own += not quoted(one.plain.text, match.start())
        said += len(re.findall(r"[”\"],? (?:\w+ ){0,3}sa(?:id|ys)\b|\bsaid\b", one.plain.text))
    return own >= _JUDGING and own > said
