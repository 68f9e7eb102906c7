"""Stances on concepts by frames: a sentence with holders and concepts as single characters, the rest as written. A sentence in, stances out; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.positions.actors.holders import Holder
from extract.positions.sentence.targets import Target
from extract.positions.sentence.tokens import Sentence
from extract.positions.views.words import ROOM, SENTENCE, SIDES, SLOTS, slot_of, view_ways

_LONGEST = 600  # characters of a sentence; a longer one is a list


@dataclass(frozen=True, slots=True)
class Stance:
    """The holder number ``holder`` is for, against or neither (``sign``) the target number ``target``; how it is read; its words ``start…end``.

    Without a holder it is nobody's in particular: the words ``who`` say that it is held.
    """

    holder: int | None
    target: int
    sign: str
    reads: str
    start: int
    end: int
    who: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class _Masked:
    text: str
    places: tuple[int, ...]  # of each character in the plain text
    slots: dict[int, int]  # number of the holder or target that a place of ``text`` stands for


def stances(sentence: Sentence, language: str, *, aloud: bool = False) -> list[Stance]:
    """The stances of a sentence, each holder's on each target once: the first frame that fits decides.

    ``aloud``: what nobody is said to hold is said by who speaks, unless somebody else is found to hold something of the same.
    """
    found = list(_found(sentence, language, aloud=aloud))
    told = {one.target for one in found if one.holder is not None and not _is_silent(sentence.holders[one.holder])}
    return [one for one in found if one.target not in told or (one.holder is not None and not _is_silent(sentence.holders[one.holder]))]


def _found(sentence: Sentence, language: str, *, aloud: bool) -> Iterator[Stance]:
    if not sentence.targets or sentence.end - sentence.start > _LONGEST:
        return
    ways = view_ways(language)
    masked = _masked(sentence, ways.silent if aloud else ("", ""))
    told: set[tuple[int | None, int]] = set()
    for number, match in ways.frames.finditer(masked.text):
        holder = masked.slots.get(match.start("h"))
        who = (0, 0) if holder is not None else (masked.places[match.start("h")], masked.places[match.end("h") - 1] + 1)
        for place in range(match.start("c"), match.end("c")):
            target = masked.slots.get(place)
            if target is None or (holder, target) in told:
                continue
            told.add((holder, target))
            start, last = masked.places[match.start()], match.end() - 1
            sign, reads = ways.says[number]
            sign = sentence.targets[target].kind if sign == "=" else sign
            yield Stance(holder, target, sign, reads, start, _end(sentence, masked, last), who)


def _end(sentence: Sentence, masked: _Masked, last: int) -> int:
    """Where the words up to the masked place ``last`` end in the plain text."""
    following = masked.places[last + 1] if last + 1 < len(masked.places) else sentence.end
    if last in masked.slots:
        start = masked.places[last]
        ends = [h.end for h in sentence.holders if h.start == start] + [t.end for t in sentence.targets if t.start == start]
        return max(ends, default=following)
    return masked.places[last] + 1


def _masked(sentence: Sentence, silent: tuple[str, str]) -> _Masked:
    """The sentence with one character for each holder and concept; a holder that is not told stands before all, with words for what it does."""
    spans = [(h.start, h.end, _side(h), number) for number, h in enumerate(sentence.holders)]
    spans += [(t.start, t.end, _kind(t), number) for number, t in enumerate(sentence.targets) if t.proposals]
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
        if start == end and kind == "H":
            chars += silent[0]
            places += [start] * len(silent[0])
    chars += sentence.plain.text[at : sentence.end]
    places += range(at, sentence.end)
    if any(map(_is_silent, sentence.holders)):
        chars += silent[1]
        places += [sentence.end - 1] * len(silent[1])
    return _Masked("".join(chars), tuple(places), slots)


def _is_silent(holder: Holder) -> bool:
    return holder.start == holder.end


def _side(holder: Holder) -> str:
    if holder.sort == "impersonal":
        return "I"
    return SIDES.get(holder.parties[0][0].id or "", "H") if holder.parties else "H"


def _kind(target: Target) -> str:
    return SENTENCE if target.kind in "+-" else slot_of()[target.proposals[0]]
