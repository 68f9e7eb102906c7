"""A state's name beside what is its own, where no particle parts them. Two holders in, one or none out; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.ids import entity_id
from graph.records import Party

if TYPE_CHECKING:
    from extract.positions.holders import Holder
    from extract.positions.lexicon import Lexicon
    from extract.positions.plain import Plain


def of_state(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> Holder | None:
    """The delegation of a state as the state, its parliament as a body, its NGOs as a group; none for anything else."""
    if last.sort != "named" or last.parties[-1][0].kind != "State":
        return None
    if holder.sort == "group" and holder.parties[0][1] == "unspecified":
        if holder.parties[0][0].id == "group:delegations":
            return replace(last, end=holder.end)
        return replace(holder, start=last.start) if len(last.parties) == 1 else None
    if holder.sort == "named" and len(last.parties) == 1 and (holder.parties[0][0].surface or "") in words.words.state_organs:
        surface = plain.said(last.start, holder.end)
        return replace(holder, start=last.start, parties=((Party("Institution", entity_id("Institution", surface), surface), None),))
    return None
