"""Words of Chinese and Korean texts, by rjieba and Kiwi, which load when first needed. A text in; its tokens with tags out.

The only module that knows the two tokenizers. Both learn the names of the data files, so that names stay whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from extract.names import load_names
from extract.naming.words import name_words

_KEPT = 256  # texts whose tokens are remembered: several stages ask for the same passage
_HANGUL, _HAN = re.compile(r"[가-힣]+"), re.compile(r"[\u4e00-\u9fff]+")
_SENTENCE_END = re.compile(r"(?<=[다요까죠][.?!]) ")  # behind the endings that close a Korean sentence
_SHORTEST_USER_WORD = 3  # shorter Hangul names are words of the language, too


class Token(NamedTuple):
    """A word at ``start…end`` with its part of speech in the tokenizer's own tag set (Sejong for Korean, PKU for Chinese)."""

    start: int
    end: int
    tag: str


@lru_cache(maxsize=_KEPT)
def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of a text in ``zh`` or ``ko``, ascending; in Korean a contraction's tokens may share a character.

    Raises:
        ValueError: there is no tokenizer for the language.
    """
    if language == "zh":
        return _chinese(text)
    if language == "ko":
        return tuple(token for start, end in _sentences(text) for token in _korean(text, start, end))
    raise ValueError(f"no tokenizer for {language}")


def tokens_around(text: str, language: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of the sentences that reach into ``start…end``; Korean ones are read one by one, since Kiwi takes more time than all the rest.

    Raises:
        ValueError: there is no tokenizer for the language.
    """
    if language != "ko":
        return tokens(text, language)
    return tuple(token for low, high in _sentences(text) if low < max(end, start + 1) and start < high for token in _korean(text, low, high))


def tokens_from(text: str, language: str, at: int) -> tuple[Token, ...]:
    """The tokens that begin at a character or behind it.

    Raises:
        ValueError: there is no tokenizer for the language.
    """
    found = tokens(text, language)
    return found[bisect_left(found, at, key=lambda token: token.start) :]


def token_bounds(text: str, language: str) -> frozenset[int]:
    """Where tokens begin and end; 0 and the text's length always count.

    Raises:
        ValueError: there is no tokenizer for the language.
    """
    return frozenset({0, len(text)}.union(*((token.start, token.end) for token in tokens(text, language))))


def _chinese(text: str) -> tuple[Token, ...]:
    found, at = [], 0
    for word, tag in _jieba().tag(text):
        found.append(Token(at, at + len(word), tag))
        at += len(word)
    if at != len(text):
        raise AssertionError(f"rjieba returned {at} of {len(text)} characters")
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a Korean text stand; together they are all of it."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return tuple(pairwise(sorted({0, *ends, len(text)})))


@lru_cache(maxsize=4 * _KEPT)
def _korean(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, at their places in the text."""
    tagged = ((token.start + start, token.start + token.len + start, token.tag) for token in _kiwi().tokenize(text[start:end]))
    found = tuple(sorted((Token(low, high, str(tag)) for low, high, tag in tagged), key=lambda token: token.start))
    if any(not start <= token.start <= token.end <= end for token in found):
        raise AssertionError("Kiwi returned a token outside the text")
    return found


@cache
def _jieba() -> Any:
    import rjieba

    known = rjieba.Jieba()
    for entity in load_names().entities:
        for name in entity.names.get("zh", ()):
            if entity.kind in ("State", "Territory") and _HAN.fullmatch(name) and not known.has_word(name):
                known.add_word(name, None, "ns")
    return known


@cache
def _kiwi() -> Any:
    from kiwipiepy import Kiwi

    known = Kiwi(num_workers=1)
    unsure = {word for words in (name_words("ko"),) for word in (*words.ambiguous, *words.doubtful)}
    for entity in load_names().entities:
        for name in entity.names.get("ko", ()):
            if _HANGUL.fullmatch(name) and len(name) >= _SHORTEST_USER_WORD and name not in unsure:
                known.add_user_word(name, "NNP")
    return known
