"""Elements of a DOCX file one by one: what each adds to the text. XML in, words out; pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml

from extract.sources.formats.numbering import Mark
from extract.sources.formats.styles import W
from graph.records import Skipped

#: Elements whose words are none of the text: deleted, moved away, given twice, or field codes.
PASSED_OVER = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


def before(mark: Mark | None) -> str:
    if mark is None:
        return ""
    return "  " * min(mark.depth, 3) + mark.text + (" " if mark.text[-1] < "\u2e80" else "")


def span(cell: Any) -> tuple[int, bool]:
    """How many columns a cell spans, and whether it continues the one above."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return 1, False
    span, merge = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
    written = "1" if span is None else span.get(f"{W}val") or "1"
    return int(written) if written.isdigit() and len(written) < 3 else 1, merge is not None and merge.get(f"{W}val") != "restart"


def outline(properties: Any) -> int:
    level = None if properties is None else properties.find(f"{W}outlineLvl")
    written = "" if level is None else level.get(f"{W}val")
    return int(written) + 1 if written in tuple("012345") else 0


def raised(run: Any) -> bool:
    align = run.find(f"{W}rPr/{W}vertAlign")
    return align is not None and align.get(f"{W}val") == "superscript"


def superscript(words: str) -> str:
    return f"<sup>{words}</sup>" if words.strip() and "<sup>" not in words else words


def blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those inside content controls and insertions."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag not in PASSED_OVER and isinstance(child.tag, str):
            yield from blocks(child)


def separated(blocks: list[tuple[bool, str]]) -> Iterator[str]:
    """Blank lines between blocks; bullets and notes follow one another line by line."""
    tight_before = False
    for number, (tight, text) in enumerate(blocks):
        if number:
            yield "\n" if tight and tight_before else "\n\n"
        yield text
        tight_before = tight


def parts(document: Any) -> Iterator[tuple[str, Any]]:
    for relation in document.part.rels.values():
        if not relation.is_external:
            yield relation.reltype.rpartition("/")[2], relation.target_part


def left_out(document: Any, place: str) -> Iterator[Skipped]:
    seen = set[str]()
    for name, part in parts(document):
        if name in ("header", "footer", "comments"):
            words = " ".join("".join(parse_xml(part.blob).itertext()).split())
            if words and words not in seen:
                seen.add(words)
                yield Skipped(place, f"{name} left out", words[:120])
