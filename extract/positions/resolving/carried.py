"""The sides of a motion that a body voted on («the motion was carried by 164 votes to 31»). A sentence and the record so far in, positions out."""

from __future__ import annotations

from collections.abc import Iterator

from extract.positions.pack.lexicon import Lexicon
from extract.positions.resolving.answers import Position
from extract.positions.resolving.discourse import VOTED_ON, Discourse
from extract.positions.resolving.replies import PROBABILITY
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.trust import grounds_told
from graph.records import Party

_SIDES = (("plus", "+", "most"), ("minus", "-", "some"))


def carried(words: Lexicon, sentence: Sentence, record: Discourse) -> Iterator[Position]:
    """For and against what was spoken of last, those whose votes are counted where a motion is carried; nobody where it is on no proposal."""
    found = words.carried.search(sentence.plain.text, sentence.start, sentence.end)
    spoken = [proposals for _, proposals in record.themes] or [record.cast.proposals]
    if found is None or len(set(spoken)) > 1 or not VOTED_ON.intersection(spoken[-1]):
        return
    for side, sign, quantifier in _SIDES:
        span = found.span(side)
        parties = ((Party("Group", "group:delegates", sentence.plain.said(*span)), quantifier),)
        for proposal in spoken[-1]:
            yield Position(parties, proposal, sign, grounds_told(parties, sign, PROBABILITY), sentence.plain.span(*found.span()), own=False)
