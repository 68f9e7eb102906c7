"""The figure to beat: holder, cue word and target name in one sentence make a claim. Passages in, rows of claims out.

Nothing else is looked at: no order of words, no negation, no speaker, no list; the sign is that of the cue nearest to the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
from pydantic import Field

from extract.evaluation.matching import Row
from extract.language import Words, section
from graph.concepts import load_concepts
from graph.records import QUOTE_LIMIT, Passage
from graph.sourcemap import Span

METHOD = "co-occurrence"
KINDS = {"POSITION", "VIEW"}
_HOLDERS = {"State", "NGO", "InternationalOrganization", "Institution", "Coalition", "Person"}
_BANS = {"proposal:preemptive-ban", "proposal:ban-on-use"}
_RELATIONS = {"supports": "SUPPORTS", "opposes": "OPPOSES"}
_END = re.compile(r"[。！？!?\n]+|\.(?=\s|$)")


class BaselineWords(Words):
    """The shape of data/languages/<code>/baseline.yaml."""

    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of a sentence: what they are there (``cue``, ``target``, ``holder``), and which."""

    start: int
    end: int
    role: str
    kind: str
    id: str | None


def co_occurrences(documents: Mapping[str, Iterable[Passage]]) -> Iterator[Row]:
    """A claim for each holder and target that stand in one sentence with a cue; each once a passage."""
    from extract.mentions import find_mentions  # here: names take a while to load, and claims without texts need none
    from extract.names import load_names

    names = load_names()
    for name, passages in documents.items():
        for passage in passages:
            holders = [_Found(m.start, m.end, "holder", m.kind, m.entity) for m in find_mentions(passage, names) if m.kind in _HOLDERS]
            yield from _claims(name, passage, [*holders, *_words(passage)])


def _claims(document: str, passage: Passage, found: list[_Found]) -> Iterator[Row]:
    seen: set[tuple[str | None, ...]] = set()
    for start, end in sentences(passage.text):
        inside = [each for each in found if start <= each.start and each.end <= end]
        holders, cues, targets = ([each for each in inside if each.role == role] for role in ("holder", "cue", "target"))
        for target in targets if cues else ():
            sign = min(cues, key=lambda cue: _distance(cue, target)).kind
            for holder in holders:
                row = _row(document, passage, sign, holder, target)
                key = (row["relation"], holder.id, row["subject"]["surface"] if holder.id is None else None, target.id)
                if key not in seen:
                    seen.add(key)
                    yield row


def sentences(text: str) -> Iterator[Span]:
    """The stretches between full stops."""
    start = 0
    for stop in _END.finditer(text):
        yield start, stop.end()
        start = stop.end()
    if start < len(text):
        yield start, len(text)


def _distance(cue: _Found, target: _Found) -> int:
    return max(cue.start - target.end, target.start - cue.end)


def _row(document: str, passage: Passage, sign: str, holder: _Found, target: _Found) -> Row:
    start, end = min(holder.start, target.start), max(holder.end, target.end)
    return {
        "doc": document, "loc": passage.locator, "relation": _RELATIONS[sign] + ("_BAN" if target.id in _BANS else ""),
        "subject": {"kind": holder.kind, "id": holder.id, "surface": passage.text[holder.start : holder.end]},
        "object": {"kind": target.kind, "id": target.id, "surface": passage.text[target.start : target.end]},
        "quote": passage.text[start : min(end, start + QUOTE_LIMIT)], "language": passage.language, "method": METHOD,
    }  # fmt: skip


def _words(passage: Passage) -> Iterator[_Found]:
    """Cues, targets and unnamed groups, the longest first, not overlapping."""
    matcher, meanings = _lexicon(passage.language)
    lowered = passage.text.lower()
    text = lowered if len(lowered) == len(passage.text) else passage.text
    for index, start, end in matcher.find_matches_as_indexes(text):
        role, kind, identity = meanings[index]
        if _begins(text, start) and (role == "cue" or _ends(text, end)):
            yield _Found(start, end, role, kind, identity)


def _begins(text: str, at: int) -> bool:
    """Latin words are found where they begin; other scripts have no such marks."""
    return at == 0 or not (text[at - 1].isascii() and text[at - 1].isalnum() and text[at].isascii())


def _ends(text: str, at: int) -> bool:
    return re.match(r"s?(?![a-z0-9])", text[at:]) is not None if text[at - 1].isascii() else True


@cache
def _lexicon(language: str) -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str, str | None], ...]]:
    """A matcher for a language's words, and for each of its patterns the role, kind and id; a proposal goes before a concept of its name."""
    words = section(language, "baseline", BaselineWords)
    meanings: dict[str, tuple[str, str, str | None]] = {}
    for concept in sorted(load_concepts(), key=lambda each: each.kind == "Proposal"):
        meanings.update({name.lower(): ("target", concept.kind, concept.id) for names in concept.names.values() for name in names})
    meanings.update({word: ("holder", "Group", f"group:{noun}") for noun, forms in words.groups.items() for word in forms})
    meanings |= dict.fromkeys(words.supports, ("cue", "supports", None)) | dict.fromkeys(words.opposes, ("cue", "opposes", None))
    return ahocorasick_rs.AhoCorasick(list(meanings), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), tuple(meanings.values())
