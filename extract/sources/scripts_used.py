"""Which languages a document is in: scripts are counted, Latin texts told apart by their function words. Text in, codes out; pure."""

from __future__ import annotations

import re
from collections import Counter

from extract.sources.frequent import function_words

SEEN = 200_000  # characters that are looked at
SHARE = 0.12  # the least share of a language that is named
# A character of Chinese says as much as some letters of an alphabet.
_WEIGHTS = {"han": 1.0, "hangul": 1.0, "kana": 0.6, "latin": 0.35, "cyrillic": 0.35, "arabic": 0.5}
_SCRIPTS = {
    "han": r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]", "hangul": r"[\uac00-\ud7a3\u1100-\u11ff]", "kana": r"[\u3041-\u30fa]",
    "latin": r"[A-Za-zÀ-ÖØ-öø-ɏ]", "cyrillic": r"[\u0400-\u04ff]", "arabic": r"[\u0600-\u06ff]",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def read_languages(text: str) -> tuple[str, ...]:
    """The languages of ``text`` by ISO 639-1 codes, the most used first; those with a small share, or in doubt, are not named."""
    seen = text[:SEEN]
    weights = {script: _WEIGHTS[script] * len(re.findall(pattern, seen)) for script, pattern in _SCRIPTS.items()}
    total = sum(weights.values())
    shares = Counter[str]()
    for script, weight in weights.items():
        code = _language(script, seen, weights)
        if code is not None and total:
            shares[code] += weight / total  # type: ignore[assignment]
    return tuple(code for code, share in sorted(shares.items(), key=lambda item: -item[1]) if share >= SHARE)


def _language(script: str, text: str, weights: dict[str, float]) -> str | None:
    match script:
        case "han":
            return "ja" if weights["kana"] > 0.1 * weights["han"] else "zh"
        case "hangul":
            return "ko"
        case "kana":
            return "ja"
        case "cyrillic":
            return "ru"
        case "arabic":
            return "ar"
    return latin_language(text)


def latin_language(text: str) -> str | None:
    """The language whose function words are the most; ``None`` where there are hardly any, or two languages are close."""
    counts = Counter(word.lower() for word in _WORD.findall(text) if word.isascii() or word[0] < "\u0250")
    total = counts.total()
    hits = Counter({code: sum(counts[word] for word in words) for code, words in function_words().items()})
    (best, most), (_, second) = hits.most_common(2)
    return best if most >= max(2, 0.03 * total) and most >= 1.25 * second else None
