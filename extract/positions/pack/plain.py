"""A passage's text as positions are read in it: blanks made one or none, each character's place kept. A passage in, plain text out; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.records import Mention, Passage

_BLANK, _ODD_BLANK = re.compile(r"\s"), re.compile(r"[^\S ]|  |\A | \Z")
_WORD = re.compile(r"\S+")
CLOSING = ' "”’)]'
_HAN = ("\u2e80", "\u9fff"), ("\uff00", "\uffef")  # ideographs and their punctuation


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` to match in; ``places[i]`` is where its character ``i`` stands in the passage."""

    passage: Passage
    text: str
    places: tuple[int, ...]
    mentions: tuple[Mention, ...]  # in places of ``text``

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The passage's characters for a stretch of ``text``."""
        return self.places[start], self.places[end - 1] + 1

    def said(self, start: int, end: int) -> str:
        """The stretch in the passage's own characters, variants as written."""
        return "".join(
            char if char == " " else self.passage.text[place] for char, place in zip(self.text[start:end], self.places[start:end], strict=True)
        )


def plain(passage: Passage, mentions: tuple[Mention, ...], *, joined: bool, variants: Mapping[int, str] | None = None) -> Plain:
    """The plain text of a passage; ``joined`` for scripts whose blanks mean nothing beside an ideograph, ``variants`` of characters made one."""
    if (_BLANK if joined else _ODD_BLANK).search(passage.text) is None:
        return Plain(passage, passage.text.translate(variants) if variants else passage.text, tuple(range(len(passage.text))), mentions)
    pieces: list[str] = []
    places: list[int] = []
    blank = 0
    for word in _WORD.finditer(passage.text):
        start, end = word.span()
        if pieces and not (joined and (_is_han(pieces[-1][-1]) or _is_han(passage.text[start]))):
            pieces.append(" ")
            places.append(blank)
        pieces.append(word[0])
        places += range(start, end)
        blank = end  # the first of those behind the word
    text = "".join(pieces)
    written = text.translate(variants) if variants else text
    return Plain(passage, written, tuple(places), mentions if text == passage.text else tuple(moved(mentions, places)))


def quoted(text: str, place: int) -> bool:
    """Whether a place lies in a quotation: more marks open than close before it in the passage, or an opening mark stands before it."""
    before = text[:place]
    opened = before.count("“") + before.count("「") - before.count("”") - before.count("」")
    return opened > 0 or before.count('"') % 2 == 1


def _is_han(char: str) -> bool:
    return any(first <= char <= last for first, last in _HAN)


def moved(mentions: Sequence[Mention], places: Sequence[int]) -> list[Mention]:
    """Mentions of a passage in its plain text, whose characters stand at ``places`` of it; those that begin or end in what was left out are lost."""
    if not mentions or places[-1] == len(places) - 1:  # nothing was left out
        return list(mentions)
    back = {place: index for index, place in enumerate(places)}
    return [
        Mention(back[m.start], back[m.end - 1] + 1, m.kind, m.entity, m.surface)
        for m in mentions
        if m.start in back and m.end - 1 in back
    ]  # fmt: skip
