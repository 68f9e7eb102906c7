"""Whether the lines of a text were cut at a width: by asking, line by line, if the next line's first word would still have fitted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.lines import Line
from extract.layout.markers import is_solo, read_marker
from extract.layout.scripts import HAN, HANGUL, KANA, is_finished, width

NARROWEST, WIDEST = 28, 150  # columns; lines longer than any page are blocks
_FIRST = re.compile(rf"[{HAN}{KANA}\u3000-\u303f\uff01-\uff60“‘]|[^\s{HAN}{KANA}]{{1,16}}")
_HANGUL = re.compile(f"[{HANGUL}]")


@dataclass(frozen=True, slots=True)
class Wrap:
    """``columns``: where lines are cut; ``single``: lines that touch may be one paragraph; ``double``: so may lines with a blank line between."""

    columns: int
    single: bool
    double: bool
    syllables: bool = False  # Korean words are cut too, and the space at a line's end tells where one ends

    def fills(self, above: Line, below: Line, *, item: bool = False) -> bool:
        """Whether ``above`` ends because ``below``'s first word no longer fitted; loosely where it stops in mid-sentence, as lines are of
        uneven length, and those of an ``item`` shorter."""
        loose = 0.8 if item or below.body[0].islower() else 0.9
        slack = 0.95 if is_finished(above.body) else loose
        return above.width + self._first_word(below.body) > slack * self.columns

    def _first_word(self, body: str) -> int:
        """The columns that the first word would have taken at the end of the line above."""
        found = _FIRST.match(body)
        word = found.group() if found else body[:1]
        return 2 if self.syllables and _HANGUL.match(word) else width(word) + 1

    def joins(self, above: Line, below: Line, *, item: bool = False) -> bool:
        """Whether ``below`` continues the paragraph (or ``item``) of ``above``, so far as widths and blank lines tell."""
        unfinished = not is_finished(above.body)
        if below.turn and (self.single or self.double):
            return unfinished and self.fills(above, below, item=item)
        if below.gap:
            return self.double and below.gap == 1 and self.fills(above, below, item=item)
        if not self.single:
            return False
        return self.fills(above, below) or (unfinished and below.body[0].islower() and below.indent <= above.indent + 1)


def measure(lines: Sequence[Line]) -> Wrap:
    """How a text's lines were cut."""
    columns = _columns([line.width for line in lines if not is_solo(line.body)])
    if not NARROWEST <= columns <= WIDEST:
        return Wrap(columns, False, False)
    syllables = tails_tell_words(lines)
    trial = Wrap(columns, True, True, syllables)
    pairs = [
        (above, below)
        for above, below in pairwise(lines)
        if not (is_solo(above.body) or is_solo(below.body) or read_marker(below.body) or above.quoted != below.quoted)
    ]
    single = _are_cut(trial, (pair for pair in pairs if not pair[1].gap), least=1)
    return Wrap(columns, single, _are_cut(trial, (pair for pair in pairs if pair[1].gap == 1), least=2), syllables)


def _columns(widths: Sequence[int]) -> int:
    """The width up to which lines hold four fifths of the text: many short lines do not make a page narrow, few long ones not wide."""
    total, held = sum(widths), 0
    for size in sorted(widths):
        held += size
        if held >= 0.8 * total:
            return size
    return 0


def tails_tell_words(lines: Sequence[Line]) -> bool:
    """Whether some Korean lines end in a space and some do not: then those that do not were cut inside a word."""
    ends = [line.tail > 0 for line in lines if _HANGUL.match(line.body[-1])]
    return len(ends) >= 4 and 0.05 < sum(ends) / len(ends) < 0.95


def _are_cut(wrap: Wrap, pairs: Iterable[tuple[Line, Line]], least: int) -> bool:
    """Cut lines are full and mostly stop in mid-sentence; lines that are blocks end with a stop, or anywhere."""
    total = full = open_ended = 0
    for above, below in pairs:
        total += 1
        if wrap.fills(above, below):
            full += 1
            open_ended += not is_finished(above.body)
    return open_ended >= max(least, 0.4 * full) and full >= 0.3 * total
