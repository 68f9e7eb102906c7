"""The words by which the head of a document tells what it is, of all languages together: a head may be in any. Nothing in, words out."""

from __future__ import annotations

import re
from functools import cache

from pydantic import Field

from extract.language import Words, languages, section
from extract.patterns import either, either_of
from extract.sources.dates import DatePatterns


class MetadataWords(Words):
    """The shape of data/languages/<code>/metadata.yaml."""

    months: dict[str, int] = Field(default_factory=dict)
    dates: tuple[str, ...] = ()
    title_labels: tuple[str, ...] = ()
    speaker_labels: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    letterheads: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    kinds: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    openings: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class HeadWords:
    """Patterns made of every pack's words."""

    def __init__(self) -> None:
        packs = [section(code, "metadata", MetadataWords) for code in languages()]
        self.dates = DatePatterns(
            (pattern for pack in packs for pattern in pack.dates), {name: number for pack in packs for name, number in pack.months.items()}
        )
        self.title_labels = either(word for pack in packs for word in pack.title_labels)
        self.speaker_labels = either(word for pack in packs for word in pack.speaker_labels)
        self.speakers = [re.compile(pattern, re.IGNORECASE) for pack in packs for pattern in pack.speakers]
        self.letterheads = either(word for pack in packs for word in pack.letterheads)
        self.titles = either_of(pattern for pack in packs for pattern in pack.titles)
        self.kinds = _by_kind([pack.kinds for pack in packs])
        self.openings = _by_kind([pack.openings for pack in packs])


def _by_kind(packs: list[dict[str, tuple[str, ...]]]) -> dict[str, str]:
    kinds = sorted({kind for pack in packs for kind in pack})
    return {kind: either_of(pattern for pack in packs for pattern in pack.get(kind, ())) for kind in kinds}


@cache
def head_words() -> HeadWords:
    """The patterns, made once.

    Raises:
        DataError: a pack breaks the model.
    """
    return HeadWords()
