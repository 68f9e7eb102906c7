"""Literal beginnings of patterns, so that an automaton can say where a pattern is worth trying. A pattern in, its beginnings out; pure."""

from __future__ import annotations

import re
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the only reader of patterns there is
_codes: Any = re._constants  # type: ignore[attr-defined]
_MOST = 400  # beginnings of one pattern; beyond that they are cut short


def beginnings(pattern: str) -> frozenset[str]:
    """Strings one of which stands wherever the pattern matches, from its first character on.

    Raises:
        ValueError: the pattern may begin with any character.
    """
    found = sorted({text for text, _ in _walk(_parser.parse(pattern))})
    if not found or found[0] == "":
        raise ValueError(f"the pattern {pattern} must begin with a letter of its own")
    shortest: list[str] = []
    for text in found:  # whatever begins with another stands behind it
        if not shortest or not text.startswith(shortest[-1]):
            shortest.append(text)
    return frozenset(shortest)


def _walk(sequence: Any) -> set[tuple[str, bool]]:
    """(text, whether what follows may be added) for each way to begin."""
    texts: set[tuple[str, bool]] = {("", True)}
    for code, value in sequence:
        if not any(is_open for _, is_open in texts):
            break
        added = _step(code, value)
        texts = {(text + more, is_open and goes_on) for text, is_open in texts for more, goes_on in (added if is_open else {("", False)})}
        if len(texts) > _MOST:
            texts = {(text, False) for text, _ in texts}
    return texts


def _step(code: Any, value: Any) -> set[tuple[str, bool]]:
    if code is _codes.LITERAL:
        return {(chr(value), True)}
    if code in (_codes.ASSERT, _codes.ASSERT_NOT, _codes.AT):
        return {("", True)}
    if code is _codes.SUBPATTERN:
        return _walk(value[3])
    if code is _codes.BRANCH:
        return set().union(*(_walk(one) for one in value[1]))
    if code is _codes.IN and len(value) <= 8 and all(kind is _codes.LITERAL for kind, _ in value):
        return {(chr(char), True) for _, char in value}
    if code in (_codes.MAX_REPEAT, _codes.MIN_REPEAT):
        least, most, inner = value
        once = {(text, is_open and most == 1) for text, is_open in _walk(inner)}
        return once | ({("", True)} if least == 0 else set())
    return {("", False)}
