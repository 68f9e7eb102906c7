"""Records as JSON rows and back. The fields of a claim's row are a contract (gold/GUIDE.md): other people's scripts read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from graph.errors import DataError
from graph.records import Cell, Claim, Document, NoteCall, Party, Passage, Skipped, Table
from graph.sourcemap import SourceMap, Span

Row = dict[str, Any]
_PLAIN = ("role", "quantifier", "modality", "topic", "date", "as_of", "via")


def to_line(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON, other scripts left readable."""
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def rows(lines: Iterable[str], *, place: str) -> Iterator[Row]:
    """The rows of JSON lines; empty lines are passed over.

    Raises:
        DataError: a line is no JSON object; the message names ``place`` and the line's number.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise DataError(f"{place}, line {number}: not JSON ({error})") from None
        if not isinstance(row, dict):
            raise DataError(f"{place}, line {number}: not a JSON object")
        yield row


def claim_row(claim: Claim) -> Row:
    """A claim's row: id, place, relation, ends, attributes that it has, quote and where it stands, and how it was found."""
    row: Row = {
        "id": claim.id, "doc": claim.doc, "loc": claim.loc, "relation": claim.relation,
        "subject": asdict(claim.subject), "object": asdict(claim.object),
    }  # fmt: skip
    row |= {name: getattr(claim, name) for name in _PLAIN if getattr(claim, name) is not None}
    if claim.addressee:
        row["addressee"] = list(claim.addressee)
    return row | {
        "quote": claim.quote, "start": claim.start, "end": claim.end, "language": claim.language, "method": claim.method,
        "confidence": round(claim.confidence, 4), "status": claim.status, "passage": claim.passage_id,
    }  # fmt: skip


def claim_from(row: Row, passage: Passage, content: str) -> Claim:
    """The claim of a row, checked against its passage; ``content`` is the document's sha256.

    Raises:
        EvidenceError: the quote is not the passage's text at ``start:end``.
        DataError: a field is missing.
    """
    plain: Row = {name: row.get(name) for name in _PLAIN}
    try:
        return Claim(
            passage=passage, content=content, relation=row["relation"], subject=Party(**row["subject"]), object=Party(**row["object"]),
            start=row["start"], end=row["end"], quote=row["quote"], method=row["method"], confidence=row["confidence"],
            addressee=tuple(row.get("addressee", ())), status=row["status"], **plain,
        )  # fmt: skip
    except (KeyError, TypeError) as error:
        raise DataError(f"claim {row.get('id')} of {row.get('doc')}: {error} is missing or wrong") from None


def document_row(document: Document) -> Row:
    return asdict(document) | {"languages": list(document.languages)}


def document_from(row: Row) -> Document:
    return Document(**{**row, "languages": tuple(row["languages"])})


def passage_row(passage: Passage) -> Row:
    """A passage's row; what it has not (marker, lead, calls, table) is left out."""
    row: Row = {
        "document": passage.document, "locator": passage.locator, "ordinal": passage.ordinal, "kind": passage.kind,
        "language": passage.language, "heading_path": list(passage.heading_path), "text": passage.text,
        "source_map": [list(run) for run in passage.source_map.runs],
    }  # fmt: skip
    row |= {name: getattr(passage, name) for name in ("marker", "lead") if getattr(passage, name) is not None}
    if passage.calls:
        row["calls"] = [asdict(call) for call in passage.calls]
    if passage.table is not None:
        row["table"] = asdict(passage.table)
    return row


def passage_from(row: Row) -> Passage:
    table = row.get("table")
    return Passage(
        row["document"], row["locator"], row["ordinal"], row["text"], row["language"], kind=row["kind"],
        heading_path=tuple(row["heading_path"]), marker=row.get("marker"), lead=row.get("lead"),
        calls=tuple(NoteCall(**call) for call in row.get("calls", ())), table=None if table is None else _table_from(table),
        source_map=SourceMap(tuple((start, source, length) for start, source, length in row["source_map"])),
    )  # fmt: skip


def _table_from(row: Row) -> Table:
    return Table(tuple(Cell(**cell) for cell in row["cells"]), row["method"], _span(row["caption"]), _span(row["source"]))


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else (pair[0], pair[1])


def skipped_row(skipped: Skipped) -> Row:
    return asdict(skipped)


def skipped_from(row: Row) -> Skipped:
    return Skipped(**row)
