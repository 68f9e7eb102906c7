"""Finding one's way in a query's tokens: brackets, names, heads of patterns. Tokens and a place in, a place out; pure."""

from __future__ import annotations

from graph.lexing import Token

OPENING, CLOSING = {"(", "[", "{"}, {")", "]", "}"}
_BEFORE_PATTERN = ("MATCH", "WHERE", "AND", "OR", "XOR", "NOT", "CALL", "EXISTS", "COUNT", "RETURN", "WITH", "MERGE", "CREATE")


def word_at(words: list[Token], at: int) -> Token:
    """The token at a place; beyond both ends an empty sign."""
    return words[at] if 0 <= at < len(words) else Token("sign", "", 0, 0)


def is_name(words: list[Token], at: int) -> bool:
    """Whether a word is a property, label, type or map key rather than a clause."""
    return word_at(words, at - 1).text in (".", ":", "|", "&", "!") or (
        word_at(words, at + 1).text == ":" and word_at(words, at - 1).text in ("{", ",")
    )


def closing(words: list[Token], at: int) -> int:
    """Where the bracket at a place is closed; the end where it never is."""
    depth = 0
    for place in range(at, len(words)):
        if words[place].kind == "sign":
            depth += (words[place].text in OPENING) - (words[place].text in CLOSING)
        if depth == 0:
            return place
    return len(words)


def opening(words: list[Token], at: int) -> int:
    """Where the bracket that closes at a place was opened."""
    depth = 0
    for place in range(at, -1, -1):
        if words[place].kind == "sign":
            depth += (words[place].text in CLOSING) - (words[place].text in OPENING)
        if depth == 0:
            return place
    return 0


def behind_head(words: list[Token], at: int) -> int:
    """Behind an opening bracket: the first place behind variable, labels and length."""
    at += 1
    if word_at(words, at).kind == "word" and not words[at].says("WHERE"):
        at += 1
    while word_at(words, at).text in (":", "|", "&", "!"):
        at += 2 if word_at(words, at + 1).kind == "word" else 1
    while word_at(words, at).text in ("*", ".") or word_at(words, at).kind == "number":
        at += 1
    return at


def is_call(words: list[Token], at: int) -> bool:
    """Whether a bracket opens the arguments of a function."""
    before = word_at(words, at - 1)
    return words[at].text == "(" and before.kind == "word" and not before.says(*_BEFORE_PATTERN)
