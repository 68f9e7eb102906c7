"""A sentence without what only leads up to its subject or is told of it in passing. A sentence in, one with fewer tokens out; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.positions.pack.lexicon import lexicon
from extract.positions.sentence.tokens import Sentence, Token

_LONGEST = 9  # tokens of an opening or aside; more is a clause of its own
_TELLING = frozenset({"IF", "QUAL", "DOUBT", "ASK", "ONCE", "?", ";", ":", "'", "THAT"})  # what an opening says of the sentence behind it
_NAMED = frozenset({"h", "t", "i", "v"})
_ACTS = frozenset({"SAY", "CALL", "SUP", "OPP", "QUAL", "DOUBT", "PREFER", "AGREE", "DISAGREE", "NEG", "COND", "NEED"})


def without_asides(sentence: Sentence, language: str) -> Sentence:
    """The sentence without its opening («Having had no army for years, X …») and without asides («X, which has no army, …») that name nobody."""
    tokens = list(sentence.tokens)
    kept = _without_opening(sentence, language, tokens)
    kept = _without_asides(sentence, language, kept)
    return sentence if len(kept) == len(tokens) else replace(sentence, tokens=tuple(kept))


def _without_opening(sentence: Sentence, language: str, tokens: list[Token]) -> list[Token]:
    at = next((i for i, token in enumerate(tokens) if token.name in _NAMED), None)
    if not at or tokens[at].name != "h" or tokens[at - 1].name != "," or at > _LONGEST or not _passing(tokens[: at - 1]):
        return tokens
    text, start = sentence.plain.text, sentence.start
    opens = lexicon(language).leading.match(text, start + (len(text[start:]) - len(text[start:].lstrip())))
    return tokens if opens is None else tokens[at:]


def _without_asides(sentence: Sentence, language: str, tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    skip = 0
    for i, token in enumerate(tokens):
        if i < skip:
            continue
        close = _closing(tokens, i)
        if token.name == "," and kept[-1:] and kept[-1].name == "h" and close and _told(sentence, language, token):
            skip = close + 1
            continue
        kept.append(token)
    return kept


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Where an aside that begins at a comma ends, if it names nobody and its subject acts right behind it; 0 where there is none."""
    close = next((i for i in range(at + 1, min(len(tokens), at + 2 + _LONGEST)) if tokens[i].name == "," or tokens[i].name in _NAMED), 0)
    if not close or tokens[close].name != "," or tokens[close + 1 : close + 2] == []:
        return 0
    return close if tokens[close + 1].name in _ACTS and _passing(tokens[at + 1 : close]) else 0


def _passing(row: Sequence[Token]) -> bool:
    return not _TELLING.intersection(token.name for token in row)


def _told(sentence: Sentence, language: str, comma: Token) -> bool:
    return lexicon(language).passing.match(sentence.plain.text, comma.end) is not None
