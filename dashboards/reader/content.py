"""What the reader is given: rows of passages and claims in, data for the component out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from dashboards.reader import evidence, original
from dashboards.reader.spans import Piece, Span, pieces
from dashboards.words import say

Row = Mapping[str, Any]
_LABELS = ("claims_here", "none_here", "original", "open_profile", "text", "no_original")


def content(passages: Sequence[Row], claims: Sequence[Row], *, selected: str, at: int | None, source: original.Original | None) -> dict[str, Any]:
    """The data of a part: ``claims`` are those of its passages; ``source`` is the original text, where it is asked for."""
    places = evidence.spans(claims)
    shown = [_passage(row, places.get(row["ordinal"], []), source) for row in passages]
    listed = [evidence.shown(row) for row in claims]
    data = {"passages": shown, "claims": listed, "beside": source is not None, "labels": {name: say(f"reader.{name}") for name in _LABELS}}
    revision = sha256(repr(data).encode()).hexdigest()[:16]
    return data | {"selected": selected, "at": at, "revision": revision}


def _passage(row: Row, spans: Iterable[Span], source: original.Original | None) -> dict[str, Any]:
    found: dict[str, Any] = {name: row[name] for name in ("ordinal", "place", "kind", "language", "marker")}
    found["pieces"] = _plain(pieces(row["text"], spans))
    if source is not None:
        passage = source.passages.get(row["ordinal"])
        found["original"] = [] if passage is None else _plain(original.beside(source.text, passage, spans))
    return found


def _plain(cut: Iterable[Piece]) -> list[list[Any]]:
    return [[piece.text, list(piece.names)] for piece in cut]
