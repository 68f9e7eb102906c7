"""Results of votes: «166 for / 3 against / 15 abstain». A passage in; a claim for each side, as a group of states, out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from extract.meeting.words import sentences
from extract.reading import Finding, Reading
from extract.sources.head_words import head_words
from extract.stance.claims import Source, position
from extract.stance.context import theme_of
from extract.stance.labels import ON_VOTES, Stance, Target
from extract.stance.names import group_of
from extract.stance.votes import sides
from extract.stance.words import stance_pattern
from graph.records import Passage, Skipped
from graph.sourcemap import Span

_TEN = 10
_NUMBER = re.compile(r"\d{1,3}")


def read_tallies(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """A claim for each side of the votes that a passage tells."""
    found = sides(passage.text)
    if len({sign for sign, _ in found}) < 2:
        return
    theme = theme_of(reading, passage, passage.text)
    about = _voted_on(reading, passage)
    reason = theme.objection or ("it is not said what the vote was on" if about is None else _procedure(passage, found))
    if about is None or reason is not None:
        yield Skipped(f"{passage.document} {passage.locator}", f"stance-lists: {reason}", passage.text[:80])
        return
    for sign, span in found:
        words = passage.text[span[0] : span[1]]
        holder = group_of(_number(words), words, *span)
        source = Source(reading, passage, "stance-lists:tally", about.surface, _date(passage.text, span[0]))
        yield from position(source, holder, Stance(sign), about, span, 0.85)


def _procedure(passage: Passage, found: list[tuple[str, Span]]) -> str | None:
    """Why the sentences that tell the results are on no proposal: a vote on an amendment, a motion, a person, a budget, or one of a parliament."""
    told = [sentence for sentence in sentences(passage.text, passage.language) if any(sentence[0] <= span[0] < sentence[1] for _, span in found)]
    on_procedure = any(stance_pattern("procedural").search(passage.text, *sentence) is not None for sentence in told)
    return "the vote was on how to go on, on an amendment, or none of states" if on_procedure else None


def _number(words: str) -> int:
    """The number that words hold: in digits, else in numerals that stand for tens and hundreds by themselves."""
    digits = _NUMBER.search(words)
    if digits is not None:
        return int(digits[0])
    total, ones = 0, 0
    for value in (int(unicodedata.numeric(sign, 0)) for sign in words):
        total, ones = (total + max(ones, 1) * value, 0) if value >= _TEN else (total, value or ones)
    return total + ones


def _voted_on(reading: Reading, passage: Passage) -> Target | None:
    """The resolution, by the words of the passage, of its headings, or of the passages just above."""
    above = [p.text for p in reading.passages[max(0, passage.ordinal - 2) : passage.ordinal]]
    for text in [passage.text, *reversed(passage.heading_path), *reversed(above), reading.document.title or ""]:
        vote = stance_pattern("votes").search(text)
        if vote is not None:
            return Target((ON_VOTES,), vote[0].strip(), vote.start(), vote.end())
    return None


def _date(text: str, before: int) -> str | None:
    """The last date before the numbers, else the only one."""
    dates = head_words().dates.find(text)
    earlier = [found.value for found in dates if found.end <= before]
    return earlier[-1] if earlier else dates[0].value if len(dates) == 1 else None
