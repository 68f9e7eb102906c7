"""What a stance label is about, told by the words around it: caption, lead-in, siblings, headings, title. A reading in; a theme out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.reading import Reading
from extract.stance.labels import BANS, ON_VOTES, Label, Target, find_targets, names_subject, speaks_of_weapons
from extract.stance.votes import sides
from extract.stance.words import stance_pattern
from graph.records import Passage

_NEAR = 300  # characters of the passage itself that are read
_ABOVE = 3  # passages before a label that may say what it is about
_NO_THEMES = frozenset({"proposal:group-of-governmental-experts"})  # named as a forum where a heading has it


@dataclass(frozen=True, slots=True)
class Theme:
    """What a stance without a target is about, if that is known; or why stances here are none on autonomous weapons."""

    target: Target | None
    objection: str | None = None


def theme_of(reading: Reading, passage: Passage, own: str, siblings: tuple[Label, ...] = ()) -> Theme:
    """The theme of a label in a passage.

    Args:
        own: the label with the words nearest to it (a caption, the lead-in's sentence).
        siblings: the labels before it in the same list.
    """
    around = [passage.text[:_NEAR], *_around(reading, passage)] if passage.table is None else list(_around(reading, passage))
    on_topic = _on_topic(reading, passage, own, around)
    if on_topic is False:
        return Theme(None, "stance on something other than autonomous weapons")
    if on_topic is None and not _document_speaks(reading):
        return Theme(None, "it is not said that the stance is on autonomous weapons")
    target = _theme(own) or _of_siblings(siblings)
    target = target or next((found for text in around if (found := _theme(text)) is not None), None)
    if target is None and reading.document.kind == "resolution":
        target = Target((ON_VOTES,), "", 0, 0)
    return Theme(target or _vote_above(reading, passage))


def _on_topic(reading: Reading, passage: Passage, own: str, around: Sequence[str]) -> bool | None:
    """Whether the nearest text that says so is about autonomous weapons. The document's title is no heading of the list's own."""
    headings = {text for text in passage.heading_path[-2:] if text != reading.document.title}
    for text in (own, *around):
        said = names_subject(text) if text == own or text in headings else speaks_of_weapons(text)
        if said is not None:
            return said
    return None


def _around(reading: Reading, passage: Passage) -> Iterator[str]:
    """The texts around, the nearest first: lead-in, headings from the inside, the passages above, the title."""
    above = reading.lead_of(passage)
    if above is not None:
        yield above.text
    yield from reversed(passage.heading_path)
    for before in reversed(reading.passages[max(0, passage.ordinal - _ABOVE) : passage.ordinal]):
        if before.kind == "paragraph" and before.heading_path == passage.heading_path:
            yield before.text
    if reading.document.title is not None:
        yield reading.document.title


def _theme(text: str) -> Target | None:
    """The one proposal that a text is about; a vote on a resolution where it names none; none where it names several."""
    targets = [t for t in find_targets(text) if not _NO_THEMES & set(t.ids)]
    if len({t.ids for t in targets}) == 1:
        return targets[0]
    vote = stance_pattern("votes").search(text)
    if vote is not None and not targets:
        return Target((ON_VOTES,), vote[0].strip(), vote.start(), vote.end())
    return None


def _vote_above(reading: Reading, passage: Passage) -> Target | None:
    """A vote whose result stands right above, under the same heading: the lists beneath it say who voted how."""
    above = reading.passages[max(0, passage.ordinal - _ABOVE) : passage.ordinal]
    voted = any(one.heading_path == passage.heading_path and len({sign for sign, _ in sides(one.text)}) > 1 for one in above)
    return Target((ON_VOTES,), "", 0, 0) if voted else None


def _of_siblings(siblings: tuple[Label, ...]) -> Target | None:
    """What the labels before it are about; a ban before all else, for that is what lists of positions are about."""
    targets = [stance.target for label in reversed(siblings) for stance in label.stances if stance.target is not None]
    return next((t for t in targets if BANS & set(t.ids)), targets[0] if targets else None)


@lru_cache(maxsize=1)  # asked for every label of a document
def _document_speaks(reading: Reading) -> bool:
    """Whether the whole document speaks of autonomous weapons, and less of anything else."""
    weapons = sum(stance_pattern("weapons").search(p.text) is not None for p in reading.passages)
    elsewhere = sum(stance_pattern("elsewhere").search(p.text) is not None for p in reading.passages)
    return weapons > elsewhere
