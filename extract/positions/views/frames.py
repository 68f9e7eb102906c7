"""Stances on concepts by frames: a sentence with holders and concepts as single characters, the rest as written. A sentence in, stances out; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.positions.sentence.tokens import Sentence
from extract.positions.views.words import ROOM, SLOTS, slot_of, view_ways

_LONGEST = 600  # characters of a sentence; a longer one is a list


@dataclass(frozen=True, slots=True)
class Stance:
    """The holder number ``holder`` is for, against or neither (``sign``) the target number ``target``; how it is read; its words ``start…end``."""

    holder: int
    target: int
    sign: str
    reads: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Masked:
    text: str
    places: tuple[int, ...]  # of each character in the plain text
    slots: dict[int, int]  # number of the holder or target that a place of ``text`` stands for


def stances(sentence: Sentence, language: str) -> Iterator[Stance]:
    """The stances of a sentence, each holder's on each target once: the first frame that fits decides."""
    if not sentence.holders or not sentence.targets or sentence.end - sentence.start > _LONGEST:
        return
    masked = _masked(sentence)
    told: set[tuple[int, int]] = set()
    ways = view_ways(language)
    for number, match in ways.frames.finditer(masked.text):
        holder = masked.slots[match.start("h")]
        for place in range(match.start("c"), match.end("c")):
            target = masked.slots.get(place)
            if target is None or (holder, target) in told:
                continue
            told.add((holder, target))
            start, last = masked.places[match.start()], match.end() - 1
            yield Stance(holder, target, *ways.says[number], start, _end(sentence, masked, last))


def _end(sentence: Sentence, masked: _Masked, last: int) -> int:
    """Where the words up to the masked place ``last`` end in the plain text."""
    following = masked.places[last + 1] if last + 1 < len(masked.places) else sentence.end
    if last in masked.slots:
        start = masked.places[last]
        ends = [h.end for h in sentence.holders if h.start == start] + [t.end for t in sentence.targets if t.start == start]
        return max(ends, default=following)
    return masked.places[last] + 1


def _masked(sentence: Sentence) -> _Masked:
    """The sentence with one character for each holder and concept; holders that are not told stand before all."""
    kinds = slot_of()
    spans = [(h.start, h.end, "I" if h.sort == "impersonal" else "H", number) for number, h in enumerate(sentence.holders)]
    spans += [(t.start, t.end, kinds[t.proposals[0]], number) for number, t in enumerate(sentence.targets) if t.proposals]
    chars: list[str] = []
    places: list[int] = []
    slots: dict[int, int] = {}
    at = sentence.start
    for start, end, kind, number in sorted(spans):
        if start < at or number >= ROOM:
            continue
        chars += sentence.plain.text[at:start]
        places += range(at, start)
        slots[len(chars)] = number
        chars.append(chr(SLOTS[kind] + number))
        places.append(start)
        at = end
    chars += sentence.plain.text[at : sentence.end]
    places += range(at, sentence.end)
    return _Masked("".join(chars), tuple(places), slots)
