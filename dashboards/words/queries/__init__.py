"""The words of the reports in the reader's language: what the header of a query says in English goes in, the same in Chinese or Korean comes out.

A translation stands under the English words themselves, so that a header that was changed is noticed (tests/test_dashboard_words.py) and never shown
with words that no longer fit. What has no translation, such as a report of the reader's own, stays English.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from dashboards.words import language

FOLDER = Path(__file__).parent


@cache
def translations(code: str) -> dict[str, str]:
    """All translations into a language; none into English."""
    path = FOLDER / f"{code}.yaml"
    found: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def told(words: str) -> str:
    """A title, a question or an explanation."""
    return translations(language()).get(words, words)


def labelled(name: str) -> str:
    """A parameter's name; beside a translation the name itself, which the command line wants."""
    words = told(name)
    return name if words == name else f"{words} ({name})"
