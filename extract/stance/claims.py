"""Position claims from what a list or table says of a holder. A holder, a stance and its theme in; claims, or why there is none, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.reading import Finding, Reading
from extract.reporting import is_reported
from extract.stance.labels import Stance, Target, relation_of
from extract.stance.names import Holder
from graph.records import Party, Passage, Skipped
from graph.sourcemap import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where positions are read: the passage, the method, the label's words, its date, and through whom they are reported."""

    reading: Reading
    passage: Passage
    method: str
    topic: str
    when: str | None = None
    via: str | None = None
    reported: bool = False


def position(source: Source, holder: Holder, stance: Stance, theme: Target | None, quote: Span, sure: float) -> Iterator[Finding]:
    """One claim for each proposal that the stance is about; a bracket behind the name («use only») goes before the label."""
    override = holder.override or Stance("")
    target = override.target or stance.target or theme
    sign = override.sign or stance.sign
    if target is None:
        place = f"{source.passage.document} {source.passage.locator}"
        yield Skipped(place, "stance-lists: it is not said which proposal the stance is on", holder.party.surface or "")
        return
    reported = source.reported or is_reported(source.reading)
    for proposal in target.ids:
        yield source.reading.claim(
            source.passage, relation_of(sign, proposal), holder.party, Party("Proposal", proposal, target.surface or None), quote,
            method=source.method, confidence=sure, quantifier=holder.quantifier, modality="reported-by-author" if reported else None,
            topic=source.topic.strip("*#:： "), date=source.when, as_of=source.when or year_of(source.via), via=source.via,
        )  # fmt: skip


def year_of(via: str | None) -> str | None:
    """The year of the work that positions were taken from: they hold as of then, whenever the document that repeats them was written."""
    found = re.search(r"-((?:19|20)\d\d)[a-z]?$", via or "")
    return None if found is None else found[1]
