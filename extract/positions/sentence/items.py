"""A sentence seen from a pair whose parts lie behind a colon or a semicolon: items of a list, speech that goes on. Tokens in, tokens out; pure."""

from __future__ import annotations

from dataclasses import replace

from extract.positions.sentence.tokens import Sentence, Token

_ASKING = frozenset({"CALL", "SUP", "NEED", "PREFER", "OPP"})
_SPOKEN = 2  # tokens beside a holder among which it is said that it speaks
_Row = tuple[Token, ...]


def unlisted(sentence: Sentence, holder: int, target: int) -> Sentence:
    """The sentence without the other items of a list («H wants this; that; T»), or what stands before T in H's speech («…, said H; T …»)."""
    tokens = sentence.tokens
    at_h = next(i for i, token in enumerate(tokens) if token.name == "h" and token.index == holder)
    at_t = next(i for i, token in enumerate(tokens) if token.name == "t" and token.index == target)
    if at_t < at_h:
        return sentence
    colon = next((i for i in range(at_t - 1, at_h, -1) if tokens[i].name == ":"), None)
    if colon is not None and (row := _item(tokens, at_h, colon, at_t)) is not None:
        return replace(sentence, tokens=row)
    if colon is None and (row := _gone_on(tokens, at_h, at_t)) is not None:
        return replace(sentence, tokens=row)
    return sentence


def _item(tokens: _Row, at_h: int, colon: int, at_t: int) -> _Row | None:
    """«H wants : T» of a list whose head asks for its items, up to the end of T's item."""
    head = {token.name for token in tokens[at_h + 1 : colon]}
    first = next((i + 1 for i in range(at_t - 1, colon, -1) if tokens[i].name == ";"), colon + 1)
    own = tokens[first:at_t]
    if not _ASKING.intersection(head) or (first == colon + 1 and not _many(tokens[at_t + 1 :])):
        return None
    if any(token.name == "h" and not tokens[i - 1].name.startswith("<") for i, token in enumerate(own) if i or first > colon + 1):
        return None  # somebody else begins to act in the item
    return (*tokens[: colon + 1], *own, *tokens[at_t : _end(tokens, at_t)])


def _many(after: _Row) -> bool:
    return any(token.name == ";" for token in after)


def _end(tokens: _Row, at: int) -> int:
    return next((i for i in range(at, len(tokens)) if tokens[i].name == ";"), len(tokens))


def _gone_on(tokens: _Row, at_h: int, at_t: int) -> _Row | None:
    """«H said that T …» for a clause behind a semicolon in which nobody else acts, where H spoke before it."""
    first = next((i + 1 for i in range(at_t - 1, at_h, -1) if tokens[i].name == ";"), None)
    if first is None:
        return None
    end = _end(tokens, at_t)
    if any(token.name == "h" for token in tokens[first:end]) or any(token.name == "h" for token in tokens[at_h + 1 : first - 1]):
        return None
    beside = [token for token in tokens[at_h - 1 : at_h + 1 + _SPOKEN] if token.name == "SAY"]
    if not beside:
        return None
    place = tokens[at_h].end
    return (*tokens[at_h : at_h + 1], Token(place, place, "SAY"), Token(place, place, "THAT"), *tokens[first:end])
