"""Counting marks as word processors and browsers write them: number and style in, mark out; pure."""

from __future__ import annotations

from extract.language import Words, section

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip


class NumeralWords(Words):
    """The shape of data/languages/<code>/numerals.yaml."""

    digits: str = ""
    ten: str = ""
    syllables: str = ""


def numeral(number: int, style: str) -> str:
    """``number`` in a style named as WordprocessingML names it (HTML's ``a A i I 1`` too); an unknown style gives digits."""
    match style:
        case "lowerLetter" | "a":
            return _letters(number)
        case "upperLetter" | "A":
            return _letters(number).upper()
        case "lowerRoman" | "i":
            return _roman(number)
        case "upperRoman" | "I":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "decimalEnclosedCircle" if 1 <= number <= 20:
            return chr(0x2460 + number - 1)
        case "ganada" if 1 <= number <= len(_words("ko").syllables):
            return _words("ko").syllables[number - 1]
        case "chineseCounting" | "chineseCountingThousand" | "ideographTraditional" | "japaneseCounting" | "koreanCounting" if 1 <= number <= 99:
            return _han(number)
    return str(number)


def _letters(number: int) -> str:
    """a … z, then aa, bb, … as Word does."""
    if number < 1:
        return str(number)
    return chr(97 + (number - 1) % 26) * min(1 + (number - 1) // 26, 10)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    parts = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        parts.append(letters * times)
    return "".join(parts)


def _han(number: int) -> str:
    words = _words("zh")
    tens, ones = divmod(number, 10)
    if not words.digits:
        return str(number)
    tail = words.digits[ones] if ones else ""
    return tail if not tens else (words.digits[tens] if tens > 1 else "") + words.ten + tail


def han_numerals() -> str:
    """The signs that Chinese numbers up to 99 are written with."""
    return _words("zh").digits + _words("zh").ten


def _words(language: str) -> NumeralWords:
    words: NumeralWords = section(language, "numerals", NumeralWords)
    return words
