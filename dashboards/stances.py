"""Positions as they are compared: records of who holds what where in, holders with their stances, counts and years out. Pure.

A record is one holder, stance, document and date. A holder with more than one stance is contested and counts under each of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dashboards.look import CONTESTED, NEITHER, OPPOSES, SILENT, SUPPORTS

ORDER = (SUPPORTS, OPPOSES, NEITHER)


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the query ``positions``."""

    holder: str
    kind: str
    iso3: str | None
    region: str | None
    quantifier: str | None
    noun: str | None
    stance: str
    doc: str
    date: str | None
    claims: int
    inferred: int
    reported: int
    confidence: float
    quote: str
    place: str
    via: str | None


@dataclass(frozen=True)
class Holder:
    """A holder with its records. It is asked the same things at each look at a page, and works them out once."""

    id: str
    kind: str
    iso3: str | None
    region: str | None
    quantifier: str | None
    noun: str | None
    records: tuple[Record, ...]

    @cached_property
    def stances(self) -> tuple[str, ...]:
        """Its stances, in the order of ``ORDER``."""
        held = {record.stance for record in self.records}
        return tuple(stance for stance in ORDER if stance in held)

    @cached_property
    def contested(self) -> bool:
        return len(self.stances) > 1

    @cached_property
    def look(self) -> str:
        """The one stance it is shown under."""
        return CONTESTED if self.contested else self.stances[0] if self.stances else SILENT

    @cached_property
    def since(self) -> str | None:
        """The earliest date of its positions."""
        return min((record.date for record in self.records if record.date), default=None)

    @cached_property
    def claims(self) -> int:
        return sum(record.claims for record in self.records)

    @cached_property
    def documents(self) -> tuple[str, ...]:
        return tuple(sorted({record.doc for record in self.records}))

    @cached_property
    def _by_document(self) -> dict[str, Holder]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.records:
            found[record.doc].append(record)
        return {doc: replace(self, records=tuple(held)) for doc, held in found.items()}

    def within(self, doc: str) -> Holder:
        """What one document says of it."""
        return self._by_document.get(doc) or replace(self, records=())

    @cached_property
    def only_inferred(self) -> bool:
        """Whether all of it comes from tables whose columns were inferred."""
        return all(record.inferred == record.claims for record in self.records)

    @cached_property
    def only_reported(self) -> bool:
        """Whether all of it is said by another than the holder."""
        return all(record.reported == record.claims for record in self.records)


def records_from(rows: Iterable[Mapping[str, Any]]) -> tuple[Record, ...]:
    """The records in the answer of the query ``positions``."""
    return tuple(Record(**row) for row in rows)


def until(records: Iterable[Record], as_of: str) -> tuple[Record, ...]:
    """Those held up to a date, itself included; of no known date: none. Without a date, all."""
    return tuple(record for record in records if not as_of or (record.date is not None and record.date[: len(as_of)] <= as_of))


def holders(records: Iterable[Record], kinds: Iterable[str] | None = None) -> tuple[Holder, ...]:
    """The holders of some kinds, by id."""
    wanted = None if kinds is None else set(kinds)
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if wanted is None or record.kind in wanted:
            found[record.holder].append(record)
    return tuple(_holder(held) for _, held in sorted(found.items()))


def _holder(held: Sequence[Record]) -> Holder:
    first = held[0]
    return Holder(first.holder, first.kind, first.iso3, first.region, first.quantifier, first.noun, tuple(held))


def counts(those: Iterable[Holder]) -> dict[str, int]:
    """How many hold each stance, and how many are contested; a contested one counts under each of its stances."""
    number = Counter(stance for holder in those for stance in (*holder.stances, *([CONTESTED] if holder.contested else [])))
    return {stance: number[stance] for stance in (*ORDER, CONTESTED)}


def years(records: Iterable[Record]) -> tuple[str, ...]:
    """The years of the positions."""
    return tuple(sorted({record.date[:4] for record in records if record.date}))


def by_year(records: Sequence[Record]) -> list[tuple[str, str, int]]:
    """For each year («» where none is known) and stance, how many holders are recorded with it."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records:
        held[(record.date or "")[:4], record.stance].add(record.holder)
    return [(year, stance, len(who)) for (year, stance), who in sorted(held.items(), key=lambda item: (item[0][0], ORDER.index(item[0][1])))]


def sources(those: Iterable[Holder]) -> tuple[str, ...]:
    """The documents that say something of these holders, those that say most first."""
    number = Counter(doc for holder in those for doc in holder.documents)
    return tuple(sorted(number, key=lambda doc: (-number[doc], doc)))
