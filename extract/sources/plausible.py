"""How plausible the text is that an encoding makes of bytes. Bytes and an encoding's name in, 0–1 out; pure.

Half of any running text consists of a few hundred characters (data/languages/frequent.yaml); the wrong encoding turns them into rare ones.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from extract.sources.frequent import common

SAMPLE = 32_768  # bytes that are looked at
PLAUSIBLE = 0.25  # the least share of common characters; the wrong encoding of a text seldom reaches 0.1


def plausibility(content: bytes, encoding: str) -> float:
    """How plausible the text is that ``encoding`` makes of the lines that tell: 0–1; 0 where it cannot decode them."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(_telling(content, encoding))
    except UnicodeDecodeError:
        return 0.0
    return CANDIDATES.get(encoding, _judge_any)(text)


def _telling(content: bytes, encoding: str) -> bytes:
    if encoding.startswith("utf-16"):
        return content[:SAMPLE]
    lines, length = [], 0
    for line in re.finditer(rb"[^\n]{0,4096}[\x80-\xff][^\n]*\n?", content):
        piece = line[0][:SAMPLE]
        lines.append(piece)
        length += len(piece)
        if length >= SAMPLE:
            break
    return b"".join(lines)[:SAMPLE]


def _judge_han(text: str) -> float:
    return _share_of(text, common("han"))


def _judge_hangul(text: str) -> float:
    return _share_of(text, common("hangul"))


def _judge_kana(text: str) -> float:
    """Japanese is a third hiragana at least; two thirds are plenty."""
    letters = [c for c in text if c > "\x7f" and c.isalpha()]
    return min(1.0, 1.5 * sum("\u3041" <= c <= "\u3096" for c in letters) / len(letters)) if letters else 0.0


def _judge_latin(text: str) -> float:
    """Letters with accents are few and stand alone between plain ones."""
    runs = re.findall(r"[^\x00-\x7f]+", text)
    alone = sum(len(run) for run in runs if len(run) <= 2)
    beyond = sum(len(run) for run in runs)
    known = sum(c in common("latin") or c == "\xa0" for run in runs for c in run)
    return alone / beyond * known / beyond if beyond else 0.0


def _judge_any(text: str) -> float:
    known = common("han") | common("hangul") | common("latin")
    return sum(c in known or " " <= c <= "~" or c in "\r\n\t" for c in text) / max(1, len(text))


def _share_of(text: str, known: frozenset[str]) -> float:
    letters = [c for c in text if c > "\x7f" and c.isalpha()]
    return sum(c in known for c in letters) / len(letters) if letters else 0.0


CANDIDATES: dict[str, Callable[[str], float]] = {
    "gb18030": _judge_han, "big5hkscs": _judge_han, "cp949": _judge_hangul, "cp932": _judge_kana, "euc_jp": _judge_kana, "cp1252": _judge_latin,
}  # fmt: skip
