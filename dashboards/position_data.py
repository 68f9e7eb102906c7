"""What the page Positions shows: a proposal and the filters in; holders, map, table and bars out. Worked out once for a state of the graph, for all
readers: read it only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboards import access, atlas, comparison, stances, timeline
from dashboards.groups import noun
from dashboards.stances import ORDER, Holder, Record
from dashboards.words import phrase, speaker

STATE, GROUP = "State", "Group"
MOST = 300  # rows of the tables of groups and of others
MANY = ("all", "most", "many", "several", "some", "few", "others", "unspecified")  # quantifiers, from most to least


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal, narrowed to a region and to what was held up to a year; either may be empty."""

    proposal: str
    region: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the filters leave: states of the region, all states, other named holders, unnamed groups from the most to the least; and all by id."""

    states: tuple[Holder, ...]
    everywhere: tuple[Holder, ...]
    others: tuple[Holder, ...]
    groups: tuple[Holder, ...]
    by_id: Mapping[str, Holder]


@dataclass(frozen=True, slots=True)
class Compared:
    """The table state × source: the ids of its rows, the documents of its columns, how many found no column, and what the browser draws of it."""

    rows: frozenset[str]
    docs: tuple[str, ...]
    more: int
    content: str


@access.once(30)
def records(proposal: str) -> tuple[Record, ...]:
    """All that is recorded on a proposal."""
    return stances.records_from(access.rows("positions", proposal=proposal))


@access.once(30)
def regions(proposal: str) -> tuple[str, ...]:
    """The regions of its states; the empty one, everywhere, first."""
    return ("", *sorted({record.region for record in records(proposal) if record.region}))


@access.once(30)
def years(proposal: str) -> tuple[str, ...]:
    """The years of what is recorded on it."""
    return stances.years(records(proposal))


@access.once(100)
def found(asked: Asked) -> Found:
    """Who is left."""
    held = stances.holders(stances.until(records(asked.proposal), asked.as_of))
    everywhere = tuple(each for each in held if each.kind == STATE)
    groups = sorted((each for each in held if each.kind == GROUP), key=lambda each: (MANY.index(quantifier(each)), each.id))
    return Found(
        tuple(each for each in everywhere if asked.region in ("", each.region)), everywhere,
        tuple(each for each in held if each.kind not in (STATE, GROUP)), tuple(groups), {each.id: each for each in held},
    )  # fmt: skip


def quantifier(group: Holder) -> str:
    """How many of a group, as one of ``MANY``."""
    return group.quantifier if group.quantifier in MANY else MANY[-1]


@access.once(60)
def groups(asked: Asked, code: str) -> str:
    """The table of unnamed groups."""
    names, say = access.recorded(), speaker(code)

    def told(group: Holder) -> tuple[str, str]:
        """How many of whom, in the document's words where they are in the reader's language."""
        found = names[group.id]
        own = None if found is None or code == "en" else found.names.get(code)
        who = own or noun(code, group.noun or "")
        return f"{say(f'quantifiers.{quantifier(group)}')}: {who}", ", ".join(group.documents)

    return comparison.listed(found(asked).groups[:MOST], (say("kinds.Group"), say("kinds.Document")), told, say)


@access.once(60)
def others(asked: Asked, code: str) -> str:
    """The table of organisations and persons: the contested first, then by kind and name."""
    name, say = namer(code), speaker(code)
    those = sorted(found(asked).others, key=lambda each: (not each.contested, each.kind, name(each)))[:MOST]
    return comparison.listed(those, (say("positions.holder"), say("positions.kind")), lambda each: (name(each), say(f"kinds.{each.kind}")), say)


def namer(code: str) -> Callable[[Holder], str]:
    """What holders are called in a language."""
    names = access.names()
    return lambda holder: names.of(holder.id, code)


@access.once(60)
def world(asked: Asked, code: str) -> dict[str, Any]:
    """The map of all states; those the region leaves out are faint."""
    name, say = namer(code), speaker(code)
    spots = [
        atlas.Spot(each.iso3, name(each), each.stances, comparison.stance_text(each, say), asked.region not in ("", each.region))
        for each in found(asked).everywhere
        if each.iso3 is not None
    ]
    return atlas.world(spots, language=code, silent=phrase(code, "stances.silent"))


@access.once(60)
def compared(asked: Asked, code: str) -> Compared:
    """State × source, the contested first, then by stance and name."""
    name, say = namer(code), speaker(code)
    rows = sorted(found(asked).states, key=lambda each: (not each.contested, ORDER.index(each.stances[0]), name(each)))
    docs = stances.sources(rows)
    shown = docs[: comparison.WIDEST]
    known = {row["doc"]: " · ".join(filter(None, [row["title"], row["date"], row["publisher"]])) for row in access.rows("documents")}
    content = comparison.table(rows, [comparison.Source(doc, known.get(doc, doc)) for doc in shown], name, say)
    return Compared(frozenset(each.id for each in rows), shown, len(docs) - len(shown), content)


@access.once(60)
def bars(asked: Asked, code: str) -> str | None:
    """How many states of the region were recorded with each stance, year by year, as markup; none where there are no states."""
    of_states = [record for record in records(asked.proposal) if record.kind == STATE and asked.region in ("", record.region)]
    counted = stances.by_year(of_states)
    return timeline.bars(counted, phrase(code, "positions.over_time"), speaker(code)) if counted else None
