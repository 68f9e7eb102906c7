"""What must stand in a text for a pattern to match it: literal strings, told by re's own parser. A pattern in, strings out; pure.

Strings and texts are compared ``folded``, as patterns that ignore case compare them; so both kinds of pattern are served.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # the only reader of patterns there is
_codes: Any = re._constants  # type: ignore[attr-defined]
_casefix: Any = re._casefix  # type: ignore[attr-defined]
_ALIKE = {code: chr(min(others)) for code, others in _casefix._EXTRA_CASES.items() if min(others) < code}  # small letters that count as one
_ODD = re.compile(f"[{''.join(map(chr, _ALIKE))}]")
_MOST = 400  # ways to begin that are told apart; beyond that they are cut short
_TEXTS = 64  # folded texts that are remembered: many readers ask for the same passage

Strings = frozenset[str]


@lru_cache(maxsize=_TEXTS)
def folded(text: str) -> str:
    """The text with letters made one that a pattern may take for each other; every character keeps its place."""
    if text.isascii():
        return text.lower()
    small = text.replace("İ", "i").lower()  # the only capital whose small letter takes two characters
    return small.translate(_ALIKE) if _ODD.search(small) is not None else small


@cache
def required(pattern: str, flags: int = 0) -> Strings | None:
    """Folded strings one of which stands in every text that the pattern matches, none if it matches none; ``None`` if nothing is sure."""
    return _required(_parsed(pattern, flags))


@cache
def beginnings(pattern: str, flags: int = 0) -> Strings | None:
    """Folded strings one of which stands wherever the pattern matches, from its first character on; ``None`` where it may begin with anything."""
    found = sorted({folded(text) for text, _ in _ways(_parsed(pattern, flags))})
    if not found or found[0] == "":
        return None
    shortest: list[str] = []
    for text in found:  # whatever begins with another stands behind it
        if not shortest or not text.startswith(shortest[-1]):
            shortest.append(text)
    return frozenset(shortest)


@lru_cache(maxsize=1)
def _parsed(pattern: str, flags: int) -> Any:
    """Read once for both questions: long patterns are most of what takes time at the start."""
    return _parser.parse(pattern, flags)


def _required(sequence: Any) -> Strings | None:
    """The best of what the parts of a sequence ask for."""
    best: Strings | None = None
    run = ""
    for code, value in [*sequence, (None, None)]:
        if code is _codes.LITERAL:
            run += chr(value)
            continue
        for found in (frozenset({folded(run)}) if run else None, _part(code, value)):
            if found is not None and (best is None or _worth(found) > _worth(best)):
                best = found
        run = ""
    return best


def _part(code: Any, value: Any) -> Strings | None:
    """What one part asks for; parts unknown here ask for nothing."""
    if _never(code, value):
        return frozenset()
    if code is _codes.SUBPATTERN:
        return _required(value[3])
    if code is _codes.ATOMIC_GROUP:
        return _required(value)
    if code is _codes.ASSERT:
        return _required(value[1])
    if code is _codes.BRANCH:
        each = [_required(one) for one in value[1]]
        return None if None in each else frozenset().union(*(one for one in each if one is not None))
    if code in (_codes.MAX_REPEAT, _codes.MIN_REPEAT, _codes.POSSESSIVE_REPEAT):
        return _required(value[2]) if value[0] > 0 else None
    if code is _codes.IN and all(kind is _codes.LITERAL for kind, _ in value):
        return frozenset(folded(chr(char)) for _, char in value)
    return None


def _never(code: Any, value: Any) -> bool:
    """Whether a part matches nothing at all: «(?!)»."""
    return code is _codes.FAILURE or (code is _codes.ASSERT_NOT and not value[1])


def _worth(strings: Strings) -> tuple[int, int]:
    """Long strings are seldom found by chance; of equally long ones, fewer are."""
    return min((len(string.encode()) for string in strings), default=_MOST), -len(strings)


def _ways(sequence: Any) -> set[tuple[str, bool]]:
    """(text, whether what follows may be added) for each way to begin."""
    texts: set[tuple[str, bool]] = {("", True)}
    for code, value in sequence:
        if not any(is_open for _, is_open in texts):
            break
        added = _step(code, value)
        if len(texts) > 1 and len(texts) * len(added) > _MOST:  # those that have begun are long enough
            texts = {(text, is_open and text == "") for text, is_open in texts}
        texts = {(text + more, is_open and goes_on) for text, is_open in texts for more, goes_on in (added if is_open else {("", False)})}
        if len(texts) > _MOST:
            texts = {(text, False) for text, _ in texts}
    return texts


def _step(code: Any, value: Any) -> set[tuple[str, bool]]:
    if code is _codes.LITERAL:
        return {(chr(value), True)}
    if _never(code, value):
        return set()
    if code in (_codes.ASSERT, _codes.ASSERT_NOT, _codes.AT):
        return {("", True)}
    if code is _codes.SUBPATTERN:
        return _ways(value[3])
    if code is _codes.BRANCH:
        return set().union(*(_ways(one) for one in value[1]))
    if code is _codes.IN and len(value) <= 8 and all(kind is _codes.LITERAL for kind, _ in value):
        return {(chr(char), True) for _, char in value}
    if code in (_codes.MAX_REPEAT, _codes.MIN_REPEAT):
        least, most, inner = value
        once = {(text, is_open and most == 1) for text, is_open in _ways(inner)}
        return once | ({("", True)} if least == 0 else set())
    return {("", False)}
