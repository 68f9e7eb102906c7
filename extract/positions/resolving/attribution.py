"""How a position is held: plainly, under a condition, as a question. A sentence with its holder and target in, the reading out; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.language import Words, section
from extract.patterns import either_of
from extract.positions.actors.holders import Holder
from extract.positions.actors.speaking import answers_itself
from extract.positions.sentence.targets import Target
from extract.positions.sentence.tokens import Sentence

_OWN = frozenset({"first", "author", "dropped"})
_CLOSING = ' "”’」』)]）'


class AttributionWords(Words):
    """Section ``attribution``; the keys are explained at the top of the English file."""

    condition: dict[str, tuple[str, ...]] = {}
    question: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class _Zones:
    """The words before the first, between, and after the last of holder and target."""

    lead: str
    between: str
    after: str


@cache
def _patterns(language: str) -> dict[str, dict[str, re.Pattern[str]]]:
    words = section(language, "attribution", AttributionWords)
    return {
        name: {zone: re.compile(either_of(patterns), re.IGNORECASE) for zone, patterns in zones.items()}
        for name, zones in (("question", words.question), ("conditional", words.condition))
    }


def reads(sentence: Sentence, language: str, holder: Holder, target: Target) -> str:
    """``stated``, ``conditional`` or ``question``; «asked» for what only the text itself asks, which nobody holds."""
    text = sentence.plain.text
    asked = text[sentence.start : sentence.end].rstrip(_CLOSING).endswith(("?", "？"))
    if holder.sort in _OWN and asked and not answers_itself(sentence.plain, sentence.end, sentence.tokens):
        return "asked"
    zones = _zones(sentence, holder, target)
    for name, patterns in _patterns(language).items():
        if any(pattern.search(getattr(zones, zone)) for zone, pattern in patterns.items()):
            return name
    return "stated"


def _zones(sentence: Sentence, holder: Holder, target: Target) -> _Zones:
    text = sentence.plain.text
    first, last = sorted(((holder.start, holder.end), (target.start, target.end)))
    others = [h.start for h in sentence.holders if h.start >= last[1]]
    breaks = [place for mark in ";；" if (place := text.find(mark, last[1], sentence.end)) >= 0]
    end = min([sentence.end, *others, *breaks])
    opening = max([sentence.start, *(text.rfind(mark, sentence.start, first[0]) + 1 for mark in ";；")])
    before = [h.end for h in sentence.holders if h.end <= first[0] and h is not holder and h.sort != "dropped"]
    return _Zones(text[max([opening, *before]) : first[0]], text[first[1] : last[0]], text[last[1] : end])
