"""Whether a document, and a passage in it, speaks of autonomous weapons at all. A reading's words in, a verdict out; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.positions.pack.words import position_words
from extract.positions.sentence.passages import Searched
from graph.records import Passage

_HINTS = frozenset({"weapon", "mhc", "ahj"})  # elements that are spoken of in this debate alone
_DEBATED = frozenset({"ban", "moratorium", "treaty", "binding", "declaration", "law", "reviewword", "gge", "ccw"})
_ANYWHERE = frozenset({"ban", "moratorium", "treaty"})  # measures that are asked for against anything
_SHARE = 0.12  # of the longer passages that name the weapons, from which on the whole document is about them
_LONG = 40  # characters
_TOP = 3  # passages in which a title stands
_BEHIND = 6  # characters between a measure and the arms it is about
_BESIDE = 24  # characters between a measure and the other thing it is about


def names_weapons(searched: Searched) -> bool:
    """Whether the passage names the weapons, or what is spoken of where they are."""
    names = {f.name for f in searched.found if f.group == "element"}
    return bool(names & _HINTS) or {"machine", "lifedeath", "delegate"} <= names


def names_debate(searched: Searched) -> bool:
    """Whether the passage speaks of artificial intelligence in arms or armed forces: so a document on the weapons may, but others do, too."""
    return any(f.group == "element" and f.name == "debate" for f in searched.found)


def names_others(searched: Searched) -> bool:
    """Whether the passage speaks of banning or ruling other things."""
    return any(f.group == "element" and f.name == "airule" for f in searched.found) or bans_others(searched)


def bans_others(searched: Searched) -> bool:
    """Whether the passage speaks of banning or ruling other arms or goods, and not of banning these ones beside («a ban on these machines»)."""
    measures = [f for f in searched.found if f.group == "element" and f.name in ("ban", "moratorium", "treaty")]
    others = [one for one in measures if any(abs(f.start - one.start) <= _BESIDE for f in searched.found if f.name == "foreign")]
    arms = [f for f in searched.found if f.group == "element" and f.name == "arms"]
    own = any(0 <= f.start - one.end <= _BEHIND for one in measures if one not in others for f in arms)
    return bool(others) and not own


def about_weapons(passages: Sequence[Passage], naming: Sequence[bool], others: Sequence[bool]) -> bool:
    """Whether the whole document is about the weapons: a good share of its passages names them, more than name
    other such things; its first counts twice."""
    long = [named for p, named in zip(passages, naming, strict=True) if len(p.text) >= _LONG or named]
    share = sum(long) / len(long) if long else 0.0
    least = _SHARE / 2 if any(naming[:_TOP]) else _SHARE  # what the title is about, the text is
    apart = sum(other and not named for named, other in zip(naming, others, strict=True))
    return share >= least and sum(naming) + sum(naming[:1]) > apart


def implied_weapons(searched: Sequence[Searched]) -> bool:
    """Whether a text that never names the weapons is about them: of arms or their forum, several of this debate's measures, nothing else to ban."""
    names = {f.name for one in searched for f in one.found if f.group == "element"}
    if "ccw" not in names and not any(_speaks_of_arms(one) for one in searched):
        return False
    return (
        len(names & _DEBATED) >= (2 if names & {"arms", "ccw"} else 4)
        and not names & _DEBATED <= _ANYWHERE
        and not any(names_others(one) for one in searched)
    )


def _speaks_of_arms(searched: Searched) -> bool:
    armed = position_words(searched.plain.passage.language).armed
    return bool(armed) and re.search(armed, searched.plain.text) is not None


def near_weapons(passages: Sequence[Passage], naming: Sequence[bool], index: int) -> bool:
    """Whether a passage names the weapons, or its lead-in or the passage before does; items of a list say nothing of each other."""
    lead = passages[index].lead
    before = index > 0 and naming[index - 1] and not (lead is not None and passages[index - 1].lead == lead)
    return naming[index] or before or (lead is not None and naming[lead])
