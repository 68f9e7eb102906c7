"""Which concepts a document speaks of, and where: each concept once a passage, with the words that name it. A reading in, MENTIONS out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from extract.reading import Reading, extractor
from extract.tokens import token_bounds
from graph.concepts import load_concepts
from graph.records import Claim, Mention, Party, Passage

_CONFIDENCE = 0.95
_PAIR = 2  # characters of the shortest Chinese words
_ACRONYM = 5  # capitals up to this length are read as written: LAWS is no laws, AI no ai


@extractor("concept-mentions")
def mention_concepts(reading: Reading) -> Iterator[Claim]:
    """MENTIONS from the document to every concept, at its first words in each passage."""
    document = Party("Document", f"doc:{reading.document.id}")
    for passage in reading.passages:
        seen: set[str] = set()
        for mention in find_concepts(passage):
            if mention.entity is not None and mention.entity not in seen:
                seen.add(mention.entity)
                target = Party("Concept", mention.entity, mention.surface)
                yield reading.claim(
                    passage, "MENTIONS", document, target, (mention.start, mention.end), method="concept-mentions", confidence=_CONFIDENCE
                )


def find_concepts(passage: Passage) -> Iterator[Mention]:
    """The concepts that a passage names, longest names first, not overlapping."""
    text = passage.text
    lexicon = _lexicon()
    for index, start, end in lexicon.matcher.find_matches_as_indexes(text.lower() if len(text.lower()) == len(text) else text):
        concept, written = lexicon.names[index]
        surface = text[start:end]
        if _acronym(written) and surface != written:
            continue
        if _stands_alone(text, start, end) and _on_tokens(passage, start, end):
            yield Mention(start, end, "Concept", concept, surface)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    matcher: ahocorasick_rs.AhoCorasick
    names: tuple[tuple[str, str], ...]  # concept and name as written, by the matcher's index


@cache
def _lexicon() -> _Lexicon:
    names = {name: concept.id for concept in load_concepts() if concept.kind == "Concept" for forms in concept.names.values() for name in forms}
    rows = tuple((concept, name) for name, concept in names.items())
    matcher = ahocorasick_rs.AhoCorasick([name.lower() for _, name in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return _Lexicon(matcher, rows)


def _acronym(name: str) -> bool:
    return name.isupper() and name.isascii() and len(name) <= _ACRONYM


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Latin names end where words end; other scripts have no such marks."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(c.isalnum() and c.isascii() for c in text[at - 1 : at + 1])


def _on_tokens(passage: Passage, start: int, end: int) -> bool:
    """Korean compounds grow to the left of the word that bears the name, and Chinese pairs straddle words: both must sit on tokens."""
    text = passage.text
    if passage.language == "ko" and start > 0 and text[start - 1].isalpha():
        return start in token_bounds(text, "ko")
    if passage.language == "zh" and end - start <= _PAIR:
        return {start, end} <= token_bounds(text, "zh")
    return True
