"""Positions in lists and tables under a stance label, heading or column. A reading in; position claims out; running prose is not read here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.reading import Finding, Reading, extractor
from extract.sought import Sought
from extract.stance.claims import Source, position
from extract.stance.columns import read_columns
from extract.stance.context import theme_of
from extract.stance.labels import LONGEST, Label, read_label
from extract.stance.names import HOLDERS, Holder, Listed, read_names
from extract.stance.tables import read_stance_table
from extract.stance.tallies import read_tallies
from graph.records import QUOTE_LIMIT, Passage, Skipped
from graph.sourcemap import Span

_LABEL = Sought(
    r"(?:^|(?<=[;；。\n|:：])|(?<=[.:]\s)|(?<=\s)(?=\*\*))\s*"  # where a label may begin
    rf"(?P<label>[^:：;；。\n]{{1,{LONGEST}}}?)\s*"
    r"(?:[:：]\**|(?<=\*\*)\s+(?![(（])(?:[-–—]\s+)?|(?<=[】\]])|\s[–—-]\s)\s*"  # a colon, the end of bold type, a bracket or a dash ends it
)
_SENTENCE = re.compile(r"[。\n]|[;；](?=[^;；:：]{1,80}[:：])|\s\*\*(?=[^*]{2,60}\*\*)|(?<!\bSt)(?<!\b[A-Z])\.(?=\s|$)|$")
_END = re.compile(r"(?<=[a-z)\d][.!?])\s+(?=[\"“‘'(]?[A-Z])")
_COLON = re.compile(r"[:：]\**\s*$")


@dataclass(frozen=True, slots=True)
class Above:
    """The label that holds for a list: its words, where they stand, and the labels before it in the same list; ``first`` is the
    passage with the first of several lists that follow one another, whose surroundings hold for all of them."""

    label: Label
    text: str
    siblings: tuple[Label, ...] = ()
    first: Passage | None = None


@extractor("stance-lists")
def read_stance_lists(reading: Reading) -> Iterable[Finding]:
    """One claim for each holder and each proposal of a stance list, and for each result of a vote."""
    return stances_listed(reading)


@lru_cache(maxsize=1)  # positions in sentences ask what the labels tell already
def stances_listed(reading: Reading) -> tuple[Finding, ...]:
    """The same, found once for a document."""
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Finding]:
    labels: dict[tuple[int | None, tuple[str, ...]], list[Label]] = {}
    standing: Above | None = None
    for passage in reading.passages:
        if passage.kind == "table":
            yield from read_stance_table(reading, passage)
        elif passage.kind != "note":
            siblings = labels.setdefault((passage.lead, passage.heading_path), [])
            labelled = list(_labelled(reading, passage, siblings))
            found = labelled or list(_beneath(reading, passage, standing))
            yield from found or list(read_columns(reading, passage))
            if not found or labelled:
                yield from read_tallies(reading, passage)
            standing = standing if found and standing is not None else _standing(reading, passage, standing)


def _labelled(reading: Reading, passage: Passage, siblings: list[Label]) -> Iterator[Finding]:
    """Labels with their list in the same passage."""
    at = 0
    while (match := _LABEL.search(passage.text, at)) is not None and match.end() < len(passage.text):
        at = max(match.end(), at + 1)
        start = match.start("label") + _opening(match["label"])
        label = read_label(passage.text[start : match.end("label")])
        if label is None or (label.rest and not siblings) or _names_someone(reading, passage, (start, match.end("label"))):
            continue
        stop = _SENTENCE.search(passage.text, match.end())
        listed = read_names(reading, passage, (match.end(), stop.start() if stop is not None else len(passage.text)))
        if listed is None:
            continue
        above = Above(label, passage.text[start : match.end("label")], tuple(siblings))
        siblings.append(label)
        yield from _claims(reading, passage, listed, above, start)
        at = max(at, listed.end)


def _opening(text: str) -> int:
    """Where the last sentence of what stands before a colon begins: only that can be a label."""
    return max((end.end() for end in _END.finditer(text)), default=0)


def _standing(reading: Reading, passage: Passage, before: Above | None) -> Above | None:
    """A line that is a label and no heading: it holds for the lines of names right beneath it."""
    label = read_label(passage.text) if passage.kind != "title" and not passage.text.rstrip().endswith((".", "。")) else None
    if label is None or label.rest or _names_someone(reading, passage, (0, len(passage.text))):
        return None
    return Above(label, passage.text, first=passage if before is None else before.first)


def _beneath(reading: Reading, passage: Passage, standing: Above | None) -> Iterator[Finding]:
    """Names that stand beneath a labelled line, lead-in or heading, an item or a paragraph of their own."""
    above = (_label_above(reading, passage) if passage.kind != "heading" else None) or standing
    if above is None:
        return
    start = (match.end() if (match := re.match(r"[^:：;；。\n]{1,40}[:：]\s*", passage.text)) is not None else 0) if passage.kind == "item" else 0
    for low in dict.fromkeys((0, start)):
        stop = _SENTENCE.search(passage.text, low)
        end = stop.start() if stop is not None else len(passage.text)
        listed = read_names(reading, passage, (low, end))
        if listed is not None and (passage.kind == "item" or passage.text[listed.end :].strip(" .。;；,") == ""):
            yield from _claims(reading, passage, listed, above, None)
            return


def _label_above(reading: Reading, passage: Passage) -> Above | None:
    """The nearest label above: of the lead-in, else of the innermost heading."""
    lead = reading.lead_of(passage)
    if lead is not None:
        last = re.split(r"(?<=[。.!?])\s*", lead.text.strip())[-1] if _COLON.search(lead.text) else lead.text
        label = read_label(last)
        if label is not None and not label.rest:
            return None if _names_someone(reading, lead, (0, len(lead.text))) else Above(label, last)
        if _COLON.search(lead.text) is not None and lead.kind != "heading":
            return None
    if passage.heading_path:
        label = read_label(passage.heading_path[-1])
        siblings = _sibling_headings(reading, passage) if label is not None else ()
        if label is not None and (siblings or not label.rest):
            return Above(label, passage.heading_path[-1], siblings)
    return None


def _sibling_headings(reading: Reading, passage: Passage) -> tuple[Label, ...]:
    """The labels that headings before the passage's own are, under the same heading."""
    *above, own = passage.heading_path
    headings = [p for p in reading.passages[: passage.ordinal] if p.kind == "heading" and p.text != own]
    before = [p.text for p in headings if p.heading_path[-1:] == tuple(above[-1:])]
    return tuple(label for text in before if (label := read_label(text)) is not None and not label.rest)


def _names_someone(reading: Reading, passage: Passage, span: Span) -> bool:
    """Whether the words name an actor: then they are a sentence on it, not a label."""
    return any(m.kind in HOLDERS and m.kind != "InternationalOrganization" for m in reading.in_span(passage, *span))


def _claims(reading: Reading, passage: Passage, listed: Listed, above: Above, start: int | None) -> Iterator[Finding]:
    theme = theme_of(reading, above.first or passage, above.text, above.siblings)
    if theme.objection is not None:
        yield Skipped(f"{passage.document} {passage.locator}", f"stance-lists: {theme.objection}", passage.text[:80])
        return
    if theme.target is None and not any(stance.target for stance in above.label.stances) and not any(h.override for h in listed.holders):
        reason = "stance-lists: it is not said which proposal the stance is on"
        yield Skipped(f"{passage.document} {passage.locator}", reason, passage.text[:80])
        return
    source = Source(reading, passage, "stance-lists", above.text, above.label.when)
    for holder in listed.holders:
        quote = (holder.start, holder.end)
        if start is not None and listed.end - start <= QUOTE_LIMIT:
            quote = (start, listed.end)
        for stance in above.label.stances:
            yield from position(source, holder, stance, theme.target, quote, 0.92 if _sure(holder) else 0.85)
    for item in listed.unknown:
        yield Skipped(f"{passage.document} {passage.locator}", "stance-lists: no name we know", passage.text[item.start : item.end])


def _sure(holder: Holder) -> bool:
    return holder.override is None and holder.quantifier is None
