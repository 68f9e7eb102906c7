"""Names as labels: broken into short lines, and the room they take. Text in, text and sizes out; pure."""

from __future__ import annotations

import re
import unicodedata

from dashboards.markup import clean
from dashboards.network.picture import Node

_END = re.compile(r"\([^()]{1,8}\)$")  # a year tells meetings of one name apart: it stays
WIDTH, LINES = 20, 3  # letters of a line (Chinese and Korean ones count as two), lines of a label
_LETTER, _LINE = 7.6, 17.0  # size of a letter in a picture's units, at 14 a line


def label(name: str) -> str:
    """A name in at most three short lines."""
    lines: list[str] = []
    for word in _words(" ".join(clean(name).split())):
        joined = f"{lines[-1]}{word}" if lines else word
        if lines and _width(joined.rstrip()) <= WIDTH:
            lines[-1] = joined
        else:
            lines.append(word.lstrip())
    cut = [line.rstrip() for line in lines[:LINES]]
    if len(lines) > LINES:
        year = _END.search(lines[-1])
        end = f"… {year[0]}" if year else "…"
        while _width(cut[-1] + end) > WIDTH and cut[-1]:
            cut[-1] = cut[-1][:-1]
        cut[-1] += end
    return "\n".join(cut)


def short_name(node: Node, language: str) -> str:
    """The name a node bears in the picture: of an unnamed group, without the document it is of, which its tip names."""
    name = node.name(language)
    return name.rpartition(" (")[0] or name if node.kind == "Group" else name


def size(text: str) -> tuple[float, float]:
    """Width and height of a label."""
    lines = text.split("\n")
    return max(map(_width, lines)) * _LETTER, len(lines) * _LINE


def _words(text: str) -> list[str]:
    """Pieces that a line may end after: words with the blank behind them, letters of scripts without blanks, parts of very long words."""
    pieces: list[str] = []
    for letter in text:
        wide = unicodedata.east_asian_width(letter) in "WF"
        whole = pieces and (pieces[-1][-1] == " " or _width(pieces[-1]) >= WIDTH or (wide and unicodedata.name(letter, "").startswith("CJK")))
        if not pieces or whole:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
