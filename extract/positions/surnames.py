"""Under which full name somebody was brought in who is called by a surname alone. Texts and a surname in, the name out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.patterns import NEVER
from extract.positions.actor_words import actor_words


def in_full(texts: Iterable[str], surname: str, language: str) -> str | None:
    """The one full name that ends with ``surname`` anywhere in the texts («Robert Sparrow's paper», «With me are N N and …»)."""
    if " " in surname or not surname.isascii() or not surname[:1].isupper():
        return None
    words = actor_words(language)
    name = re.compile(rf"(?<![\w’'-])([A-Z][\w’'-]+ (?:[A-Z]\.? |[A-Z][\w’'-]+ )?{re.escape(surname)})(?![\w-])")
    titled = re.compile(rf"(?:{words.honorifics or NEVER}) ")
    found = {match[1] for text in texts for match in name.finditer(text)}
    full = {one for one in found if titled.match(one) is None and one.split()[0] not in {*words.starts, *words.titles}}
    return full.pop() if len(full) == 1 else None
