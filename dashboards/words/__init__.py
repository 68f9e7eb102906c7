"""The words of the interface. A key and values in, a sentence in the reader's language out.

Each language is a folder of YAML files, one for each area: ``positions.title`` is the key ``title`` of ``<code>/positions.yaml``. A value is
a text with ``{name}`` where values go, or one text for each plural form of the language (``one``, ``other``), chosen by the value ``number``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import cache, lru_cache, partial
from pathlib import Path

import streamlit as st
import yaml
from babel import Locale
from babel.numbers import format_decimal, format_percent

from graph.errors import DataError

FOLDER = Path(__file__).parent
LANGUAGES = {"en": "English", "zh": "中文", "ko": "한국어"}
_KEY = "language"
Text = str | dict[str, str]
#: The language of this run of the script, which has a thread of its own: a page says thousands of words, and the session is slow to ask.
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


@cache
def catalogue(language: str) -> dict[str, Text]:
    """All texts of a language by ``area.key``.

    Raises:
        DataError: a file is not a mapping of keys to texts.
    """
    found: dict[str, Text] = {}
    for path in sorted((FOLDER / language).glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict):
            raise DataError(f"{path}: not a mapping of keys to texts")
        found |= {f"{path.stem}.{key}": value for key, value in content.items()}
    return found


def language() -> str:
    """The language of this reader's session."""
    return _spoken.get() or str(st.session_state.get(_KEY, "en"))


def choose(code: str) -> None:
    """Sets the language of this session; one that is not known is English."""
    st.session_state[_KEY] = code if code in LANGUAGES else "en"
    _spoken.set(st.session_state[_KEY])


def say(key: str, **values: object) -> str:
    """The text of a key with its values, whole numbers grouped as the language does. It is plain text: escape it before it goes into markup."""
    return phrase(language(), key, **values)


def say_or(key: str, otherwise: str) -> str:
    """The text of a key, or the given one where there is none: for values that data brings along."""
    return say(key) if key in catalogue(language()) else otherwise


def number(value: float) -> str:
    """A number as the reader's language writes it."""
    return _written(value, language())


def share(value: float) -> str:
    """A share of 1 in per cent."""
    return str(format_percent(value, locale=_locale(language())))


def language_name(code: str) -> str:
    """What a language is called in the reader's own."""
    return str(_locale(language()).languages.get(code, code))


def speaker(code: str) -> Callable[..., str]:
    """:func:`say` in a given language: for what is worked out once for all readers of that language."""
    return partial(phrase, code)


def phrase(code: str, key: str, **values: object) -> str:
    """As :func:`say`, in a given language."""
    text = catalogue(code)[key]
    if isinstance(text, dict):
        text = text.get(_locale(code).plural_form(int(str(values["number"])))) or text["other"]
    if not values:
        return text.format()
    shown = {name: _written(value, code) if isinstance(value, int | float) else value for name, value in values.items()}
    return text.format(**shown)


@lru_cache(maxsize=10_000)
def _written(value: float, code: str) -> str:
    return str(format_decimal(value, locale=_locale(code)))


@cache
def _locale(code: str) -> Locale:
    return Locale(code)
