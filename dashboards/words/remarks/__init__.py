"""What reading and the stores remark, in the reader's language: an English line of theirs goes in, the same in Chinese or Korean comes out.

A translation stands under the English words, with ``{name}`` where values go; a line that no translation fits stays English
(tests/test_dashboard_words.py notices words that the program no longer says).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter

import yaml

from dashboards.words import language

FOLDER = Path(__file__).parent


@cache
def translations(code: str) -> dict[str, str]:
    """All translations into a language; none into English."""
    path = FOLDER / f"{code}.yaml"
    found: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def told(line: object) -> str:
    """A remark, an objection or an error in the reader's language."""
    return translated(str(line), language())


@lru_cache(maxsize=5_000)
def translated(line: str, code: str) -> str:
    """The same, in a given language."""
    for shape, words in _shapes(code):
        if (found := shape.fullmatch(line)) is not None:
            return words.format(**{name: translated(value, code) for name, value in found.groupdict().items()})
    return line


@cache
def _shapes(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_shape(english), re.DOTALL), words) for english, words in translations(code).items())


def _shape(english: str) -> str:
    """A regular expression for the English words; a value is as short as it can be."""
    return "".join(re.escape(text) + (f"(?P<{name}>.+?)" if name else "") for text, name, _, _ in Formatter().parse(english))
