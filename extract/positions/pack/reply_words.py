"""The words by which answers are told that name no proposal («Brazil did too»). The words of a language in, rules that may hold in a text out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.positions.pack.matching import written
from extract.positions.pack.words import PositionWords, ReplyRule
from extract.sought import Patterns


class Answer(NamedTuple):
    """A rule with what stands before and after whoever answers."""

    rule: ReplyRule
    before: re.Pattern[str]
    after: re.Pattern[str]


class ReplyRules:
    """The rules of a language; those possible in the text last asked about are remembered, since its sentences come one after the other."""

    def __init__(self, words: PositionWords) -> None:
        self._rules = words.replies
        self._last: tuple[str, tuple[Answer, ...]] = ("", ())
        self._before = Patterns(re.compile(rf"(?:{written(one.before, words.macros, 'none')})\Z", re.IGNORECASE) for one in self._rules)
        self._after = Patterns(re.compile(written(one.after, words.macros, "none"), re.IGNORECASE) for one in self._rules)

    def possible(self, text: str) -> tuple[Answer, ...]:
        """The rules whose words stand in a text, in their order."""
        if self._last[0] != text:
            self._last = text, tuple(self._found(text))
        return self._last[1]

    def _found(self, text: str) -> Iterator[Answer]:
        after = set(self._after.possible(text))
        for number in self._before.possible(text):
            if number in after:
                yield Answer(self._rules[number], self._before.patterns[number], self._after.patterns[number])
