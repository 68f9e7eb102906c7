"""What a finder finds: a stretch of a passage that cites a document, with the id it gives that document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from extract.citations.words import any_of

YEAR = r"(?:1[5-9]|20)\d\d"


@dataclass(frozen=True, slots=True)
class Found:
    """``start…end`` of a passage cites ``id``. ``known``: the id is the canonical one of a listed document or a document symbol."""

    id: str
    start: int
    end: int
    variant: str
    confidence: float
    known: bool = False
    treaty: bool = False


def title_key(title: str) -> str:
    """A title without marks, spaces and trailing brackets, for comparing: two spellings of one title give one key."""
    text = unicodedata.normalize("NFKC", title).casefold()
    text = re.sub(r"\s*\([^()]*\)\s*$", "", text) or text
    return _marks().sub("", text)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(rf"[\W_]+|{any_of('interchangeable')}")


def apart(found: list[Found]) -> list[Found]:
    """Those that overlap nothing stronger: the list is given strongest first; the answer is in reading order."""
    kept: list[Found] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def sentence_span(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around position ``at`` starts and ends; a full stop ends one only before a space and a letter that can begin one."""
    ends = [m.end() for m in re.finditer(r"[。！？!?]|\.(?=\s+[^\s\da-z,;)])|\n", text)]
    start = max((end for end in ends if end <= at), default=0)
    return start, min((end for end in ends if end > at), default=len(text))
