"""What is common in a language: characters to tell an encoding by, words to tell a language by. Nothing in, words out."""

from __future__ import annotations

from functools import cache

from pydantic import Field

from extract.language import LANGUAGES, Words, load_checked


class _Characters(Words):
    han: str = ""
    hangul: str = ""
    latin: str = ""


class Frequent(Words):
    """The shape of data/languages/frequent.yaml."""

    characters: _Characters = _Characters()
    words: dict[str, str] = Field(default_factory=dict)


@cache
def frequent() -> Frequent:
    """The commonest characters and words.

    Raises:
        DataError: the file breaks its shape.
    """
    return load_checked(LANGUAGES / "frequent.yaml", Frequent)


@cache
def common(script: str) -> frozenset[str]:
    """The common characters of a script: ``han``, ``hangul`` or ``latin``."""
    return frozenset(getattr(frequent().characters, script)) - {" "}


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The function words of each language told apart by them."""
    return {code: frozenset(words.split()) for code, words in frequent().words.items()}
