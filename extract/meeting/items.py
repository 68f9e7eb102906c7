"""Items: what a list item names. A passage and an item in, one end of a claim out."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.lists import Item
from extract.names import load_names
from graph.records import Party, Passage

_GLOSS = re.compile(r"\s*[(（](?P<words>[^()（）]+)[)）]$")


def item_party(passage: Passage, item: Item, kind: str) -> Party:
    """A list item as one end of a claim: the known name, else an unknown one of ``kind``."""
    surface = passage.text[item.start : item.end]
    known = load_names().identify(surface, passage.language)
    return Party(kind, None, surface) if known is None else Party(known.kind, known.id, surface)


def knows(language: str, *kinds: str) -> Callable[[str], bool]:
    """Whether words are a known name (of one of the kinds), as lists ask it; a known gloss alone («A and B (ICRC)») is not enough."""

    def known(words: str) -> bool:
        gloss = _GLOSS.search(words)
        if gloss is not None and load_names().identify(words[: gloss.start()], language, kinds or None) is None:
            only = load_names().identify(gloss["words"], language, kinds or None)
            return only is None and load_names().identify(words, language, kinds or None) is not None
        return load_names().identify(words, language, kinds or None) is not None

    return known
