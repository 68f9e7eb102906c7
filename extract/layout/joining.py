"""What stood between two lines before they were cut: a space, nothing, or a hyphen that the cut put in. Two lines in, a separator out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from extract.layout.lines import Line
from extract.layout.scripts import HAN, HANGUL, KANA
from extract.layout.strand import Strand, chain
from extract.layout.words import words
from extract.layout.wrapping import tails_tell_words

_EAST = re.compile(f"[{HAN}{KANA}\u3001-\u303f\uff01-\uff60]")
_QUOTES = "“”‘’—–…·"
_HANGUL = re.compile(f"[{HANGUL}]")
_BROKEN = re.compile(r"[a-z\u00df-\u00ff][-\u2010]$")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=[-\u2010]$)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(f"[A-Za-z0-9)] [{HAN}]")
_CLOSE = re.compile(f"[A-Za-z0-9)][{HAN}]")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Joiner:
    """Joins lines as the document itself writes: its habits are read once from its lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._tails_tell = tails_tell_words(lines)

    def join(self, lines: Sequence[Line]) -> Strand:
        """The lines as one strand."""
        pieces: list[Strand | str] = []
        for number, line in enumerate(lines):
            body = line.body
            if number + 1 < len(lines):
                separator, keep = self.between(line, lines[number + 1])
                pieces += [Strand.of(body[:keep], line.start), separator]
            else:
                pieces.append(Strand.of(body, line.start))
        return without_soft_hyphens(chain(pieces))

    def between(self, above: Line, below: Line) -> tuple[str, int]:
        """What to put between two lines, and how much of the upper one to keep."""
        last, first, whole = above.body[-1], below.body[0], len(above.body)
        if last == "\u00ad":
            return "", whole - 1
        if _BROKEN.search(above.body) and first.islower():
            return "", whole if self._keeps_hyphen(above.body, below.body) else whole - 1
        return " " if self._spaced(last, first, above.tail > 0) else "", whole

    def _spaced(self, last: str, first: str, tail: bool) -> bool:
        east = _is_east(last, first), _is_east(first, last)
        if all(east):
            return False
        if _HANGUL.match(last) or _HANGUL.match(first):
            return tail or not self._tails_tell
        if east[1]:
            return last.isalnum() and (tail or self._spaces_latin_before_han)
        if east[0]:
            return tail and first.isalnum()
        return tail or not self._tails_tell or (last.isalnum() and first.isalnum())

    @cached_property
    def _spaces_latin_before_han(self) -> bool:
        spaced = sum(len(_SPACED.findall(line.body)) for line in self._lines)
        return spaced >= sum(len(_CLOSE.findall(line.body)) for line in self._lines)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word.lower() for line in self._lines for word in _WORDS.findall(line.body))

    def _keeps_hyphen(self, above: str, below: str) -> bool:
        """A hyphen at a line's end belongs to the word if the document writes it elsewhere, or the first half is one that always has it."""
        left, right = _LAST_WORD.search(above), _FIRST_WORD.match(below)
        if left is None or right is None:
            return True
        first, second = left.group().lower(), right.group().lower()
        if f"{first}{second}" in self._vocabulary:
            return False
        return f"{first}-{second}" in self._vocabulary or first in words().hyphen_prefixes


def without_soft_hyphens(strand: Strand) -> Strand:
    """The strand without the characters that only show where a word may be cut."""
    if "\u00ad" not in strand.text:
        return strand
    return strand.without((at, at + 1) for at, character in enumerate(strand.text) if character == "\u00ad")


def _is_east(character: str, neighbour: str) -> bool:
    """Written without spaces: Han, kana and full-width marks; curly quotes and dashes beside one of these."""
    return _EAST.match(character) is not None or (character in _QUOTES and _EAST.match(neighbour) is not None)
