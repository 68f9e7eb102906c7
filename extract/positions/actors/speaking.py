"""Who speaks in a sentence without a topic, in a language that marks it. A sentence's holders in, one of them out; pure."""

from __future__ import annotations

from collections.abc import Iterable

from extract.positions.actors.holders import Holder
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.plain import Plain


def speaking_up(words: Lexicon, plain: Plain, span: tuple[int, int], holders: Iterable[Holder]) -> Holder | None:
    """The group of persons that brings something up in a sentence without a topic («several speakers said that …»); others may be told of."""
    roles = dict(words.after)
    found = list(holders)
    if not words.words.speaks_up or any(roles["top"].match(plain.text, h.end, span[1]) for h in found):
        return None
    groups = (h for h in found if h.sort == "group" and (h.parties[0][0].id or "").removeprefix("group:") in words.words.speaks_up)
    return next((h for h in groups if roles["nom"].match(plain.text, h.end, span[1])), None)
