"""Which script a text is written in: widths of lines, the sides of a line cut, and the language of a passage. Characters in, answers out."""

from __future__ import annotations

import re

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = "\u3040-\u30ff"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_WIDE = re.compile(f"[\u1100-\u115f{HAN}\u3000-\u303f{KANA}\u3100-\u312f\u3200-\u33ff\uac00-\ud7a3\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]+")
# closing brackets and quotes, emphasis, calls of notes
_CLOSERS = r"[\"'”’」』》）)\]】*_\s]|\[\^?\d{1,3}\]|<sup>\s*\d{1,3}\s*</sup>|\d{1,3}\)|[¹²³⁰⁴-⁹]"
_FINISHED = re.compile(rf"[.。．!！?？;；:：…](?:{_CLOSERS})*$")
_SCRIPTS = {
    "ko": re.compile(f"[{HANGUL}]+"),
    "ja": re.compile(f"[{KANA}]+"),
    "zh": re.compile(f"[{HAN}]+"),
    "ru": re.compile("[\u0400-\u04ff]+"),
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]+"),
    "en": re.compile("[A-Za-z\u00c0-\u024f]+"),
}
_IDEOGRAPHIC = frozenset({"ko", "ja", "zh"})
_LATIN = frozenset(
    {
        "ca", "cs", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "id", "is", "it", "lt", "lv", "ms", "nb", "nl", "nn",
        "no", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tr", "vi",
    }
)  # fmt: skip


def width(text: str) -> int:
    """How many columns a line takes: full-width characters count two."""
    return len(text) if text.isascii() else len(text) + sum(map(len, _WIDE.findall(text)))


def is_finished(text: str) -> bool:
    """Whether the text ends like a sentence, a list's lead-in or an item of it: with a stop, colon or semicolon, closing marks aside."""
    return _FINISHED.search(text[-30:]) is not None


def language_of(text: str, document: tuple[str, ...] = ()) -> str:
    """The language a text is written in, by its scripts; ``document`` (the document's languages) decides where the script does not.

    A Han character or kana counts as one word, two Hangul syllables as one, letters of other scripts by words. Kana marks Japanese and Hangul Korean
    even among many Han characters.
    """
    scripts = {"en": _SCRIPTS["en"]} if text.isascii() else _SCRIPTS
    weight = dict.fromkeys(_SCRIPTS, 0.0) | {code: _weigh(code, pattern.findall(text)) for code, pattern in scripts.items()}
    if weight["ja"] >= 0.15 * weight["zh"] and weight["ja"] > weight["ko"]:
        weight["ja"] += weight["zh"]
    elif weight["ko"] >= 0.15 * weight["zh"]:
        weight["ko"] += weight["zh"]
    best = max(weight, key=lambda code: weight[code])
    if not weight[best]:
        return document[0] if document else "en"
    if best == "en" and document and document[0] in _LATIN:
        return document[0]
    return best


def _weigh(code: str, found: list[str]) -> float:
    if code not in _IDEOGRAPHIC:
        return float(len(found))
    characters = sum(map(len, found))
    return characters / 2 if code == "ko" else float(characters)
