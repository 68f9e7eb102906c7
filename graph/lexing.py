"""The words of a Cypher text: text in, tokens out. What stands in comments and strings is not taken for code; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))
      | (?P<string>'(?:\\.|[^'\\])*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z))
      | (?P<quoted>`(?:``|[^`])*(?:`|\Z))
      | (?P<parameter>\$(?:`[^`]*`|\w+))
      | (?P<word>[^\W\d]\w*)
      | (?P<number>\d+)
      | (?P<space>\s+)
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """``kind``: word, parameter, string, number or sign. A name in backticks is a word, without them; a parameter is without its ``$``."""

    kind: str
    text: str
    start: int
    end: int

    def says(self, *words: str) -> bool:
        """Whether this is one of the words, which are given in capitals."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, comments and spaces left out. Never fails: what it does not know is a sign."""
    for found in _TOKEN.finditer(text):
        kind, word = str(found.lastgroup), found.group()
        if kind in ("comment", "space"):
            continue
        if kind == "quoted":
            kind, word = "word", word.strip("`").replace("``", "`")
        yield Token(kind, word.removeprefix("$").strip("`") if kind == "parameter" else word, found.start(), found.end())


def line_of(text: str, position: int) -> int:
    """The line of a position, from 1."""
    return text.count("\n", 0, position) + 1
