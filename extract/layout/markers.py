"""Numbers and bullets before a text: ``12.``, ``(a)``, ``§4``, ``Ⅱ.``, ``- ``. A line in, its marker and where the text begins out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.layout.words import words

ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_ASCII_ROMAN = r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})"
_BULLETS = "•●○◦▪■□▶►◆◇‣⁃\uf0b7\uf0a7\uf0d8"
_SOLO = re.compile(
    r"#{1,6}(?:\s|$)|\||\+[-=+]{3,}|(?:[-*_=]\s*){3,}$|```|~~~|</?(?:details|summary|ul|ol|li|div|p|table|t[rdh]|thead|tbody|br|hr|section|h\d|blockquote)\b",
    re.IGNORECASE,
)
_PATTERNS = {
    "section": r"(?P<mark>§+\s?(?P<label>\d+[a-z]?)[.．]?)\s*(?=\S)",
    "number": r"(?P<mark>(?P<label>\d{1,3})[.．])(?:\s+|(?=[^\d\s]))(?=\S)|(?P<mark2>(?P<label2>\d{1,3})、)(?=\S)",
    "multi": r"(?P<mark>(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\.?)\s+(?=\S)",
    "roman": rf"(?P<mark>(?P<label>[{ROMAN}]+)\s?[.．、]?)\s*(?=\S)|(?P<mark2>(?P<label2>{_ASCII_ROMAN})\.)\s+(?=\S)",
    "letter": r"(?P<mark>[(（]?(?P<label>[A-Za-z])[)）])\s*(?=\S)",
    "small": r"(?P<mark>[(（]?(?P<label>(?=[ivx]{2})x{0,2}(?:ix|iv|v?i{0,3}))[)）])\s*(?=\S)",
    "paren": r"(?P<mark>[(（]?(?P<label>\d{1,3})[)）])\s*(?=\S)",
    "circled": r"(?P<mark>(?P<label>[①-⑳]))\s*(?=\S)",
    "capital": r"(?P<mark>(?P<label>[A-HJ-U])\.)\s+(?=[^\W\d_])",
    "bullet": rf"(?P<mark>(?P<label>[{_BULLETS}]))\s*(?=\S)|(?P<mark2>(?P<label2>[-*+–—·‧※]))\s+(?=\S)",
}  # fmt: skip
_RULES = [(kind, re.compile(rule)) for kind, rule in _PATTERNS.items()]
_MARKABLE = re.compile(rf"[\d§(（A-Zivxa-z①-⑳{ROMAN}{_BULLETS}\-*+–—·‧※]")


@dataclass(frozen=True, slots=True)
class Marker:
    """``text`` as it stands, ``label`` what it counts (``12``, ``a``), and ``end``, where the words after it begin."""

    kind: str
    label: str
    text: str
    end: int

    @property
    def number(self) -> int | None:
        return int(self.label) if self.kind in ("number", "paren") else None


def read_marker(body: str) -> Marker | None:
    """The marker at the beginning of a line. A bullet before a letter or number (``- a) …``) gives way to it."""
    marker = _read(body)
    if marker is not None and marker.kind == "bullet":
        inner = _read(body[marker.end : marker.end + 40])
        if inner is not None and inner.kind in ("letter", "paren", "number"):
            return Marker(inner.kind, inner.label, inner.text, marker.end + inner.end)
    return marker


def is_solo(body: str) -> bool:
    """Whether a line stands alone whatever its neighbours: Markdown headings and rules, table rows, tags that make a block."""
    return body[0] in "#|+-*_=`~<" and _SOLO.match(body) is not None


def roman_value(label: str) -> int:
    """The value of a Roman number, of Unicode's own signs or of letters."""
    if label[0] in ROMAN:
        return sum(ROMAN.index(sign) + 1 for sign in label)
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in label.upper()]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def _read(body: str) -> Marker | None:
    if _MARKABLE.match(body):
        for kind, rule in _RULES:
            if found := rule.match(body):
                groups = found.groupdict()
                text, label = (groups["mark"], groups["label"]) if groups["mark"] else (groups["mark2"], groups["label2"])
                return Marker(kind, label, text, found.end())
    if found := _language_rule().match(body):
        text = found.group("mark")
        return Marker("subordinal" if text[0] in "(（" else "ordinal", text, text, found.end())
    return None


@cache
def _language_rule() -> re.Pattern[str]:
    """Ordinals written in words of a language: the first part, a first list letter, an article's number."""
    pack = words()
    digits, letters = pack.ordinal_digits or "\\d", pack.list_letters or "(?!)"
    units = "|".join(pack.heading_units) or "(?!)"
    return re.compile(rf"(?P<mark>[{digits}]{{1,3}}[、．]|[(（][{digits}]{{1,3}}[)）]|(?:{units})[.:：]?|[{letters}][.)])\s*(?=\S)")
