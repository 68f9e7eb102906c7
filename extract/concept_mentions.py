"""Which concepts a document speaks of, and where: each concept once a passage, with the words that name it. A reading in, MENTIONS out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from extract.reading import Reading, extractor
from extract.tokens import token_bounds
from extract.vocabulary.names import Told, lexicon, wider_of, wordings
from graph.concepts import Local, local_vocabulary
from graph.records import Claim, Mention, Party, Passage
from graph.sourcemap import Span

_CONFIDENCE = {"name": 0.95, "acronym": 0.9, "wording": 0.85}
_BETWEEN = 5  # how far behind a concept, counted in concepts, the one named beside it is sought: brackets may hold others
_PAIR = 2  # characters of the shortest Chinese words
_KEPT = 512  # passages whose concepts are remembered: several readers ask for those of a whole document
_NAMES = frozenset({"NGO", "Institution", "InternationalOrganization", "Coalition", "Document", "Event"})
_GLOSS = re.compile(r"\s?[(（]\s?(?:[A-Za-z][^()（）]{2,80}?[,;:，；：]\s?)?(?P<short>[A-Z]{2,6})s?\s?[)）]")


@extractor("concept-mentions")
def mention_concepts(reading: Reading) -> Iterator[Claim]:
    """MENTIONS from the document to every concept, at its first words in each passage."""
    document, aliases = Party("Document", f"doc:{reading.document.id}"), learn_aliases(reading)
    for passage in reading.passages:
        seen: set[str] = set()
        names = [(m.start, m.end) for m in reading.mentions[passage.ordinal] if m.kind in _NAMES]
        for method, mention in _told(passage, aliases, names):
            if mention.entity is not None and mention.entity not in seen:
                seen.add(mention.entity)
                target = Party("Concept", mention.entity, mention.surface)
                span, sure = (mention.start, mention.end), _CONFIDENCE[method]
                way = "concept-mentions" if method == "name" else f"concept-mentions:{method}"
                yield reading.claim(passage, "MENTIONS", document, target, span, method=way, confidence=sure)


def _told(passage: Passage, aliases: dict[str, str], names: list[Span]) -> Iterator[tuple[str, Mention]]:
    for method, found in (("name", _named(passage)), ("acronym", _abbreviated(passage, aliases)), ("wording", _worded(passage))):
        yield from ((method, mention) for mention in found if not _inside(mention, names))


def find_concepts(passage: Passage) -> tuple[Mention, ...]:
    """The concepts that a passage names, ascending and not overlapping: the longest fixed names first, then the packs' wordings."""
    kept = list(_named(passage))
    names = [(mention.start, mention.end) for mention in kept]
    end = 0
    for mention in sorted(_worded(passage), key=lambda mention: (mention.start, -mention.end)):
        if mention.start >= end and not _meets(mention, names):
            kept.append(mention)
            end = mention.end
    return tuple(sorted(kept, key=lambda mention: mention.start))


def learn_aliases(reading: Reading) -> dict[str, str]:
    """The acronyms that the document itself gives to concepts («name (English name: ACR)»), where they mean one concept alone."""
    known = lexicon().acronyms
    learnt: dict[str, set[str]] = {}
    for passage in reading.passages:
        for mention in _named(passage) if "(" in passage.text or "（" in passage.text else ():
            gloss = _GLOSS.match(passage.text, mention.end)
            if gloss is not None and mention.entity is not None and gloss["short"] not in known and _abbreviates(gloss["short"], mention.surface):
                learnt.setdefault(gloss["short"], set()).add(mention.entity)
    return {short: min(concepts) for short, concepts in learnt.items() if len(concepts) == 1}


def _abbreviates(short: str, name: str) -> bool:
    """Of a Latin name an acronym takes its words' first letters; other names' glosses are taken as they are."""
    if not name.isascii():
        return True
    return short.casefold() == "".join(word[0] for word in re.split(r"[\s-]+", name)).casefold()


def _named(passage: Passage) -> tuple[Mention, ...]:
    """The fixed names in a passage."""
    return _names_in(passage.text, passage.language, local_vocabulary())


@lru_cache(maxsize=_KEPT)
def _names_in(text: str, language: str, _: Local | None) -> tuple[Mention, ...]:
    return tuple(_find_names(text, language))


def _find_names(text: str, language: str) -> Iterator[Mention]:
    known = lexicon()
    for index, start, end in known.matcher.find_matches_as_indexes(text.lower() if len(text.lower()) == len(text) else text):
        concept, written = known.names[index]
        surface = text[start:end]
        if written in known.acronyms and surface != written:
            continue
        if _stands_alone(text, start, end) and _on_tokens(text, language, start, end):
            yield Mention(start, end, "Concept", concept, surface)


def _abbreviated(passage: Passage, aliases: dict[str, str]) -> Iterator[Mention]:
    for short, concept in aliases.items():
        for match in re.finditer(rf"(?<![A-Za-z]){short}(?![A-RT-Za-rt-z])", passage.text):
            yield Mention(*match.span(), "Concept", concept, short)


def _worded(passage: Passage) -> tuple[Mention, ...]:
    """Wordings with room in them outside titles and fixed names, and common words beside another case of the same wider concept."""
    return _wordings_in(passage.text, passage.language, local_vocabulary())


@lru_cache(maxsize=_KEPT)
def _wordings_in(text: str, language: str, local: Local | None) -> tuple[Mention, ...]:
    return tuple(_find_wordings(text, language, _names_in(text, language, local)))


def _find_wordings(text: str, language: str, known: tuple[Mention, ...]) -> Iterator[Mention]:
    words = wordings(language)
    names, titles = [(m.start, m.end) for m in known], [match.span() for match in words.titles.finditer(text)]
    yield from (each for each in _matches(text, words.open) if not _inside(each, names) and not _inside(each, titles))
    common = list(_matches(text, words.beside))
    if not common:
        return
    common = [mention for mention in common if not _inside(mention, names) and not _inside(mention, titles)]
    row = sorted((*known, *common), key=lambda mention: mention.start)
    pairs = ((left, right) for at, left in enumerate(row) for right in row[at + 1 : at + _BETWEEN])
    beside = {one for left, right in pairs if _side_by_side(text, language, left, right) for one in (left, right)}
    yield from (mention for mention in common if mention in beside)


def _matches(text: str, told: Told) -> Iterator[Mention]:
    return (Mention(*match.span(), "Concept", told.concepts[number], match[0]) for number, match in told.patterns.finditer(text))


def _side_by_side(text: str, language: str, left: Mention, right: Mention) -> bool:
    """Whether two cases of one wider concept are named next to each other."""
    if left.entity is None or right.entity in (None, left.entity) or not wider_of(left.entity) & wider_of(right.entity or ""):
        return False
    return wordings(language).joins.fullmatch(text, left.end, right.start) is not None


def _inside(mention: Mention, spans: list[Span]) -> bool:
    """Whether one of the spans, ascending and not overlapping, holds the mention."""
    at = bisect_right(spans, mention.start, key=lambda span: span[0]) - 1
    return at >= 0 and mention.end <= spans[at][1]


def _meets(mention: Mention, spans: list[Span]) -> bool:
    """Whether one of the spans, ascending and not overlapping, shares a character with the mention."""
    at = bisect_left(spans, mention.end, key=lambda span: span[0]) - 1
    return at >= 0 and mention.start < spans[at][1]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Latin names end where words end; other scripts have no such marks."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(c.isalnum() and c.isascii() for c in text[at - 1 : at + 1])


def _on_tokens(text: str, language: str, start: int, end: int) -> bool:
    """Korean compounds grow to the left of the word that bears the name, and Chinese pairs straddle words: both must sit on tokens."""
    if language == "ko" and start > 0 and text[start - 1].isalpha():
        return start in _bounds(text, "ko")
    if language == "zh" and end - start <= _PAIR:
        return {start, end} <= _bounds(text, "zh")
    return True


@lru_cache(maxsize=16)
def _bounds(text: str, language: str) -> frozenset[int]:
    """Asked for each short name of a passage, and the same for all."""
    return token_bounds(text, language)
