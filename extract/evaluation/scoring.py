"""Claims against gold: what was hit, missed and invented, by document and kind. Rows in, tallies out; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.evaluation.matching import ATTRIBUTES, Row, comparable, kind_of, matches, place, plain, same_attribute, same_place


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the claims of one kind in one document: pairs (gold, system), gold claims missed, claims invented."""

    document: str
    kind: str
    hits: tuple[tuple[Row, Row], ...]
    missed: tuple[Row, ...]
    invented: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts and what follows from them; a figure without anything to count is 0."""

    gold: int
    system: int
    hits: int

    @property
    def precision(self) -> float:
        return self.hits / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.gold + self.system) if self.gold + self.system else 0.0


def figures(tallies: Iterable[Tally]) -> Figures:
    """The figures of several tallies taken together."""
    hits = missed = invented = 0
    for tally in tallies:
        hits, missed, invented = hits + len(tally.hits), missed + len(tally.missed), invented + len(tally.invented)
    return Figures(hits + missed, hits + invented, hits)


def mean_f1(tallies: Sequence[Tally]) -> float:
    """The mean F1 of the tallies for which there is gold: each document counts alike, however long."""
    each = [figures([tally]).f1 for tally in tallies if tally.hits or tally.missed]
    return sum(each) / len(each) if each else 0.0


def agreement(tallies: Sequence[Tally], kind: str) -> dict[str, float]:
    """Of the hits of a kind, the share in which each attribute agrees; nothing where there are no hits."""
    pairs = [pair for tally in tallies if tally.kind == kind for pair in tally.hits]
    return {name: sum(same_attribute(*pair, name) for pair in pairs) / len(pairs) for name in ATTRIBUTES.get(kind, ()) if pairs}


def score(gold: Sequence[Row], system: Iterable[Row]) -> tuple[Tally, ...]:
    """Compares claims of the documents that the gold names, kind by kind.

    A gold row ``optional`` counts neither as found nor as missed; a gold row of relation NONE says that its document holds no
    position. Kinds that the gold of a document does not have are not judged there.
    """
    wanted: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in gold:
        if row["relation"] != "NONE" and comparable(row):
            wanted[row["doc"], kind_of(row)].append(row)
    wanted.update({(row["doc"], "POSITION"): [] for row in gold if row["relation"] == "NONE"})
    documents = {row["doc"] for row in gold}
    given: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in system:
        document = document_of(str(row.get("doc", "")), documents)
        if document is not None and comparable(row):
            given[document, kind_of(row)].append(row)
    return tuple(_pair_up(document, kind, rows, given[document, kind]) for (document, kind), rows in sorted(wanted.items()))


def document_of(name: str, documents: Iterable[str]) -> str | None:
    """The gold's document that a claim's ``doc`` means: the same, or the longest that is its beginning up to ``_``."""
    return max((each for each in documents if name == each or name.startswith(each + "_")), key=len, default=None)


def _pair_up(document: str, kind: str, gold: Sequence[Row], system: Sequence[Row]) -> Tally:
    """Pairs gold and system claims one to one, each gold claim with the free match whose attributes agree most."""
    free = _once(kind, gold, system)
    hits, missed = [], []
    for wanted in sorted(gold, key=lambda row: bool(row.get("optional"))):
        options = [row for row in free if matches(wanted, row)]
        if options:
            agreements = [sum(same_attribute(wanted, row, name) for name in ATTRIBUTES.get(kind, ())) for row in options]
            best = options[agreements.index(max(agreements))]
            free.remove(best)
            if not wanted.get("optional"):
                hits.append((wanted, best))
        elif not wanted.get("optional"):
            missed.append(wanted)
    return Tally(document, kind, tuple(hits), tuple(missed), tuple(free))


def _once(kind: str, gold: Sequence[Row], system: Sequence[Row]) -> list[Row]:
    """Repetitions that are no second fact, left out: a concept once a passage, a cited work once, a participant once a place."""
    if kind == "MENTIONS":  # annotated in chosen passages only
        system = [row for row in system if any(same_place(each.get("loc"), row.get("loc")) for each in gold)]
    keys: dict[str, Callable[[Row], Hashable]] = {
        "MENTIONS": lambda row: (gold_place(row, gold), _name(row)),
        "CITES": _name,
        "PARTICIPATED_IN": _participation,
    }
    if kind not in keys:
        return list(system)
    unique: dict[Hashable, Row] = {}
    for row in system:
        unique.setdefault(keys[kind](row), row)
    return list(unique.values())


def gold_place(row: Row, gold: Iterable[Row]) -> str:
    """The place of a claim, but that of the gold where the gold's is coarser: one passage has one place."""
    return next((place(each.get("loc")) for each in gold if same_place(each.get("loc"), row.get("loc"))), place(row.get("loc")))


def _name(row: Row) -> str:
    target: Mapping[str, str] = row.get("object") or {}
    return target.get("id") or plain(target.get("surface"))


def _participation(row: Row) -> Hashable:
    who: Mapping[str, str] = row.get("subject") or {}
    event: Mapping[str, str] = row.get("object") or {}
    return place(row.get("loc")), who.get("id"), plain(who.get("surface")), plain(event.get("id"))
