"""Members: who belongs to a coalition or organisation, by the bracket after its name or in so many words. MEMBER_OF claims out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extract.language import Words, section
from extract.lists import Item, split_list
from extract.names import load_names
from extract.patterns import either_of
from extract.reading import Finding, Reading, extractor
from graph.records import Entity, Mention, Party, Passage
from graph.sourcemap import Span

_HOLDERS = frozenset({"Coalition", "InternationalOrganization", "NGO"})
_OPENING = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】"}


class MemberWords(Words):
    """Section ``members`` of a language pack."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@extractor("members")
def read_members(reading: Reading) -> Iterator[Finding]:
    """One claim for each member a passage gives to an organisation."""
    for passage in reading.passages:
        if passage.kind in ("table", "title"):
            continue
        for holder in reading.mentions[passage.ordinal]:
            if holder.kind in _HOLDERS:
                yield from _in_bracket(reading, passage, holder)
                yield from _in_words(reading, passage, holder)


def item_party(passage: Passage, item: Item, kind: str) -> Party:
    """A list item as one end of a claim: the known name, else an unknown one of ``kind``."""
    surface = passage.text[item.start : item.end]
    known = identify_item(surface, passage.language)
    return Party(kind, None, surface) if known is None else Party(known.kind, known.id, surface)


def knows(language: str, *kinds: str) -> Callable[[str], bool]:
    """Whether words are a known name (of one of the kinds), as lists ask it."""
    return lambda words: identify_item(words, language, *kinds) is not None


def identify_item(surface: str, language: str, *kinds: str) -> Entity | None:
    """The known name that a list item is, with or without the gloss in brackets at its end."""
    bare = re.sub(r"\s*[(（][^()（）]+[)）]$", "", surface)
    return load_names().identify(surface, language, kinds or None) or (load_names().identify(bare, language, kinds or None) if bare else None)


def _in_bracket(reading: Reading, passage: Passage, holder: Mention) -> Iterator[Finding]:
    text = passage.text
    start = holder.end + len(text[holder.end :]) - len(text[holder.end :].lstrip())
    closing = _OPENING.get(text[start : start + 1])
    end = _closed(text, start) if closing is not None else None
    if end is not None and (holder.kind == "Coalition" or text[start] not in "(（"):
        yield from _claims(reading, passage, holder, (start + 1, end), lead=holder.start)


def _closed(text: str, start: int) -> int | None:
    """Where the bracket that opens at ``start`` closes."""
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] in _OPENING) - (text[i] in _OPENING.values())
        if depth == 0:
            return i
    return None


def _in_words(reading: Reading, passage: Passage, holder: Mention) -> Iterator[Finding]:
    words, text = section(passage.language, "members", MemberWords), passage.text
    after = re.compile(either_of(words.after)).match(text, holder.end)
    if after is not None:
        yield from _claims(reading, passage, holder, (after.end(), _clause_end(text, after.end())), lead=holder.start)
    before = re.search(f"(?:{either_of(words.before)})$", text[: holder.start])
    if before is not None:
        opening = re.match(r"[^.。;；]{0,40}?[:：]\s*", text[holder.end :])
        if opening is not None:
            start = holder.end + opening.end()
            yield from _claims(reading, passage, holder, (start, _clause_end(text, start)), lead=before.start())


def _clause_end(text: str, start: int) -> int:
    end = re.compile(r"[。;；\n]|\.(?=\s|$)|$").search(text, start)
    return end.start() if end is not None else len(text)


def _claims(reading: Reading, passage: Passage, holder: Mention, span: Span, *, lead: int) -> Iterator[Finding]:
    items = split_list(passage.text, span, passage.language, knows(passage.language))
    parties = [(item, item_party(passage, item, "NGO")) for item in items]
    if len(parties) < 2 or not any(party.id is not None for _, party in parties):
        return  # places or an explanation, not members
    for at, (item, member) in enumerate(parties):
        start = lead if at == 0 and item.end - lead <= 60 else item.start
        whole = Party(holder.kind, holder.entity, holder.surface)
        sure = 0.95 if member.id is not None else 0.85
        yield reading.claim(passage, "MEMBER_OF", member, whole, (start, item.end), method="members", confidence=sure)
