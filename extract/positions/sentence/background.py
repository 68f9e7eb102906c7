"""A sentence seen from a pair where the verb stands last, without what only tells its background. A sentence in, one with fewer tokens out; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.positions.pack.particle_words import subject_words
from extract.positions.sentence.tokens import Sentence, Token

_SUBJECT = frozenset({">top", ">nom"})


def without_background(sentence: Sentence, language: str, holder: int, target: int) -> Sentence:
    """The sentence without clauses of background («while h does this, …») and without whom others are only made to do something."""
    tokens = _without_clauses(sentence.tokens, holder, target)
    made = [i for i in range(len(sentence.holders)) if i != holder and is_made_to(sentence, language, i)]
    if made:
        tokens = tuple(token for at, token in enumerate(tokens) if not (_is_one_of(token, made) or _role_of_one(tokens, at, made)))
    return sentence if len(tokens) == len(sentence.tokens) else replace(sentence, tokens=tokens)


def is_made_to(sentence: Sentence, language: str, holder: int) -> bool:
    """Whether a subject is made to do what stands behind it («to have states do it is wise»): what it does is not what it wants."""
    causing, one = subject_words(language).causing, sentence.holders[holder]
    at = next((i for i, token in enumerate(sentence.tokens) if token.name == "h" and token.index == holder), None)
    if not causing or one.start == one.end or at is None or [token.name for token in sentence.tokens[at + 1 : at + 2]] != [">nom"]:
        return False
    last = min([h.start for h in sentence.holders if h.start > one.end] + [sentence.end])
    made = re.compile(causing).search(sentence.plain.text, one.end, last)
    return made is not None and any(one.end <= t.head < made.start() for t in sentence.targets)


def _without_clauses(tokens: tuple[Token, ...], holder: int, target: int) -> tuple[Token, ...]:
    """The tokens without «h, who …, while»: from a subject up to what closes a clause of background, where the pair lies outside."""
    close = next((at for at, token in enumerate(tokens) if token.name == "WHILE"), None)
    if close is None:
        return tokens
    begin = next((at for at in range(close - 1, -1, -1) if tokens[at].name == "h" and tokens[at + 1].name in _SUBJECT), None)
    if begin is None or any((t.name == "h" and t.index == holder) or (t.name == "t" and t.index == target) for t in tokens[begin:close]):
        return tokens
    return (*tokens[:begin], *tokens[close + 1 :])


def _is_one_of(token: Token, made: list[int]) -> bool:
    return token.name == "h" and token.index in made


def _role_of_one(tokens: tuple[Token, ...], at: int, made: list[int]) -> bool:
    return at > 0 and tokens[at].name.startswith(">") and _is_one_of(tokens[at - 1], made)
