"""The written forms of a name: what a text may have in its place. Text in, folded text of the same length or further forms out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SAME = {
    "（〔［【": "(", "）〕］】": ")", "’‘ʼ`´": "'", "“”„«»": '"', "–—―‐‑−－─": "-", "·‧・•ㆍ･": "·",
    "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000": " ", "，": ",", "：": ":",
}  # fmt: skip
_WIDE_LATIN = {chr(code): chr(code - 0xFEE0) for code in range(0xFF21, 0xFF5B)}
_FOLD = str.maketrans({odd: plain for odds, plain in _SAME.items() for odd in odds} | _WIDE_LATIN)
WIDE = r"\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3"  # Han and Hangul, which need no blanks at Latin letters
_ANY_WIDE = re.compile(f"[{WIDE}]")
_COMMA = re.compile(r"(.+), ((?:[Tt]he )?.+ of(?: the)?)")
_SHORTEST_CAPITALS = 4
_CLOSE = re.compile(rf"(?<=[{WIDE})]) (?=[A-Za-z0-9(])|(?<=[A-Za-z0-9)(]) (?=[{WIDE}])")
_TOUCHING = re.compile(rf"(?<=[{WIDE}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{WIDE}])")


def fold(text: str) -> str:
    """The text with brackets, quotation marks, dashes, dots and blanks made alike; every character keeps its place."""
    return text.translate(_FOLD)


def key(text: str) -> str:
    """What two writings of one name have in common: case, blanks and marks do not count."""
    return " ".join(fold(text).split()).casefold()


def is_wide(text: str) -> bool:
    """Whether a form is written in Han or Hangul, at least in part."""
    return not text.isascii() and _ANY_WIDE.search(text) is not None


def forms(name: str, *, capitals: bool = True) -> Iterator[str]:
    """The folded name and the other ways to write it: with or without blanks at wide characters, abbreviations in full, in capitals."""
    plain = fold(name).strip()
    for form in dict.fromkeys([plain, *_written_out(plain)]):
        if is_wide(form):
            yield from dict.fromkeys([form, form.replace(" ", ""), _CLOSE.sub("", form), re.sub(r"(?<=\S)\(", " (", form), _TOUCHING.sub(" ", form)])
        else:
            yield from [form, form.upper()] if capitals and len(form) >= _SHORTEST_CAPITALS and form[0].isupper() else [form]


def _written_out(name: str) -> Iterator[str]:
    if " & " in name:
        yield name.replace(" & ", " and ")
    if name.startswith("St. "):
        yield from ("Saint " + name[4:], "St " + name[4:])
    if name.startswith("the "):
        yield name[4:]


def turned(name: str) -> Iterator[str]:
    """A name in the comma form of lists («Iran, Islamic Republic of») as it is, in brackets, and in running order."""
    yield name
    if (match := _COMMA.fullmatch(name)) is not None:
        start, end = match.groups()
        yield f"{start} ({end})"
        yield f"{end[0].upper()}{end[1:]} {start}".removeprefix("The ")


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, each once, none empty."""
    return tuple(dict.fromkeys(name for name in names if name))
