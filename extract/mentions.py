"""Mentions: where a passage names something the data files know. A passage and the names in; spans out, ascending, not overlapping.

Longer names come before shorter ones, organisations and treaties before states. What could be something else than the name is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.names import Names
from extract.naming.checks import check_hit
from extract.naming.forms import fold
from extract.naming.match import Hit
from extract.naming.nested import apart_from_names
from extract.naming.support import Scene, supported
from graph.records import Mention, Passage
from graph.sourcemap import Span


def find_mentions(passage: Passage, names: Names) -> tuple[Mention, ...]:
    """The names in a passage. A name that fills a cell or a line needs no other sign; a weak or ambiguous one needs support."""
    text = fold(passage.text)
    hits = list(names.matcher(passage.language).hits(text))
    if not any(hit.kind for hit in hits):
        return ()
    scene = Scene(text, passage.language, _lines(passage))
    for hit in sorted((hit for hit in hits if _is_sure(scene, hit)), key=_rank):
        if scene.is_free(hit):
            scene.keep(hit)
    for hit in supported(scene, [hit for hit in hits if hit.entities]):
        if scene.fills(hit) or check_hit(text, passage.language, hit) != "no":
            scene.keep(hit)
    named = apart_from_names(text, passage.language, [hit for hit in scene.kept if hit.kind], scene.alone)
    return tuple(mention for hit in named for mention in _mentions(passage.text, hit))


def _lines(passage: Passage) -> frozenset[Span]:
    """The cells of a table and the lines of the passage, without the blanks around them."""
    cells = [(cell.start, cell.end) for cell in passage.table.cells] if passage.table is not None else []
    lines = [line.span() for line in re.finditer(r"[^\n]+", passage.text)]
    return frozenset(_trimmed(passage.text, *span) for span in (*cells, *lines))


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _is_sure(scene: Scene, hit: Hit) -> bool:
    """Words that are no name only keep their place free of others."""
    if not hit.kind:
        return True
    return not hit.weak and (scene.fills(hit) or check_hit(scene.text, scene.language, hit) == "yes")


def _rank(hit: Hit) -> tuple[int, bool, int]:
    return hit.start - hit.end, hit.is_place, hit.start


def _mentions(text: str, hit: Hit) -> Iterator[Mention]:
    for at, state in enumerate(hit.parts, hit.start):
        yield Mention(at, at + 1, "State", state, text[at : at + 1])
    for entity in hit.entities[:1]:
        yield Mention(hit.start, hit.end, entity.kind, entity.id, text[hit.start : hit.end])
