"""A judgement as tables: by relation, language, document, method or confidence, and every error. A judgement in, a table out; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from extract.evaluation.calibration import judged_claims, reliability
from extract.evaluation.intervals import intervals
from extract.evaluation.judgement import Judgement
from extract.evaluation.matching import Row
from extract.evaluation.scoring import Tally, agreement, figures, mean_f1
from graph.tables import Table

Key = Callable[[Tally], tuple[str, ...]]
ALL = "all"
_FIRST = {"POSITION": 0, "VIEW": 1, ALL: 3}  # what matters most stands first, the sum last
_FIGURES = (
    "gold", "found", "right", "precision", "precision 95 %", "recall", "recall 95 %", "F1", "F1 95 %", "mean F1", "agreement",
    "baseline precision", "baseline recall", "baseline F1",
)  # fmt: skip
_ERRORS = ("error", "document", "place", "relation", "subject", "object", "quote", "method", "confidence")


def by_relation(judgement: Judgement) -> Table:
    """A row a relation, all documents together, and one for all relations."""
    table = _figure_table(judgement, ("relation",), lambda tally: (tally.kind,))
    return Table(table.columns, (*table.rows, (ALL, *_figure_cells(judgement.tallies, ()))))


def by_language(judgement: Judgement) -> Table:
    """A row for each language and relation; a document counts for its first language."""
    return _figure_table(judgement, ("language", "relation"), lambda tally: (judgement.language(tally), tally.kind))


def by_document(judgement: Judgement) -> Table:
    """A row for each document and relation."""
    return _figure_table(judgement, ("document", "relation"), lambda tally: (tally.document, tally.kind))


def by_method(judgement: Judgement) -> Table:
    """A row for each relation and extractor: how precise it is, and what share of the relation's right claims are its own."""
    groups: dict[tuple[str, str], list[tuple[Row, bool]]] = defaultdict(list)
    for tally in judgement.tallies:
        for row, right in judged_claims([tally]):
            groups[tally.kind, extractor_of(row)].append((row, right))
    hits = {kind: figures(tallies).hits for (kind,), tallies in grouped(judgement.tallies, lambda tally: (tally.kind,)).items()}
    rows = []
    for (kind, name), claims in sorted(groups.items(), key=lambda item: _order(item[0])):
        number = sum(is_right for _, is_right in claims)
        share = round(number / hits[kind], 3) if hits[kind] else 0.0
        rows.append((kind, name, len(claims), number, round(number / len(claims), 3), share, _mean_confidence(row for row, _ in claims)))
    return Table(("relation", "method", "found", "right", "precision", "share of right claims", "mean confidence"), tuple(rows))


def by_confidence(judgement: Judgement) -> Table:
    """The reliability table: for each bin of confidence, how many claims, and the share of them that is right."""
    rows = tuple(
        (bin_name(each.low, each.high), each.claims, round(each.confidence, 3), round(each.right, 3)) for each in reliability(judgement.tallies)
    )
    return Table(("confidence", "claims", "mean confidence", "share right"), rows)


VIEWS: dict[str, Callable[[Judgement], Table]] = {
    "relation": by_relation, "language": by_language, "document": by_document, "method": by_method, "confidence": by_confidence,
}  # fmt: skip


def error_table(judgement: Judgement) -> Table:
    """Every miss and every invention, document by document."""
    rows = []
    for tally in judgement.tallies:
        for word, claims in (("missed", tally.missed), ("invented", tally.invented)):
            for row in claims:
                ends = (named(row.get("subject")), named(row.get("object")))
                said = (row.get("quote"), row.get("method"), row.get("confidence")) if word == "invented" else (row.get("quote"), None, None)
                rows.append((word, tally.document, row.get("loc"), row["relation"], *ends, *said))
    return Table(_ERRORS, tuple(rows))


def grouped(tallies: Iterable[Tally], key: Key) -> dict[tuple[str, ...], list[Tally]]:
    """The tallies by key, in the order of reading."""
    groups: dict[tuple[str, ...], list[Tally]] = defaultdict(list)
    for tally in tallies:
        groups[key(tally)].append(tally)
    return dict(sorted(groups.items(), key=lambda item: _order(item[0])))


def extractor_of(row: Row) -> str:
    """The extractor that made a claim, without its variant (``stance-lists:inferred-columns``)."""
    return str(row.get("method") or "?").partition(":")[0]


def _mean_confidence(claims: Iterable[Row]) -> float | None:
    sure = [float(row["confidence"]) for row in claims if row.get("confidence") is not None]
    return round(sum(sure) / len(sure), 3) if sure else None


def bin_name(low: float, high: float) -> str:
    return f"{low:g}–{high:g}"


def named(end: Row | None) -> str:
    """An end of a claim in a word: its id, else the document's words."""
    return str((end or {}).get("id") or (end or {}).get("surface") or "?")


def _order(key: Sequence[str]) -> tuple[tuple[int, str], ...]:
    return tuple((_FIRST.get(part, 2), part) for part in key)


def _figure_table(judgement: Judgement, names: tuple[str, ...], key: Key) -> Table:
    """Kinds with nothing to count are left out, but for positions: that there are none is what some gold says."""
    baseline = grouped(judgement.baseline, key)
    counted = [tally for tally in judgement.tallies if tally.kind == "POSITION" or tally.hits or tally.missed or tally.invented]
    rows = ((*each, *_figure_cells(tallies, baseline.get(each, ()))) for each, tallies in grouped(counted, key).items())
    return Table((*names, *_FIGURES), tuple(rows))


def _figure_cells(tallies: Sequence[Tally], baseline: Sequence[Tally]) -> Iterator[Any]:
    """Counts and figures; a figure with nothing to count is left empty, which is not the same as 0."""
    total, around = figures(tallies), intervals(tallies)
    yield from (total.gold, total.system, total.hits)
    for name, counted in (("precision", total.system), ("recall", total.gold), ("f1", total.gold + total.system)):
        yield from (round(getattr(total, name), 3), str(getattr(around, name))) if counted else (None, None)
    yield round(mean_f1(tallies), 3) if total.gold else None
    kinds = {tally.kind for tally in tallies}
    shares = agreement(tallies, kinds.pop()) if len(kinds) == 1 else {}
    yield ", ".join(f"{name} {share:.2f}" for name, share in shares.items())
    plain = figures(baseline)
    for value, counted in ((plain.precision, plain.system), (plain.recall, plain.gold), (plain.f1, plain.gold + plain.system)):
        yield round(value, 3) if counted else None
