"""Members: who belongs to a coalition or organisation, by the bracket after its name or in so many words. MEMBER_OF claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.items import item_party, knows
from extract.language import Words, section
from extract.lead_ins import Listed, find_lists
from extract.lists import Item, split_list
from extract.patterns import either_of
from extract.reading import Finding, Reading, extractor, party
from graph.records import Mention, Party, Passage
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
        for listed in find_lists(reading, passage):
            yield from _in_list(reading, passage, listed)
        for holder in reading.mentions[passage.ordinal]:
            if holder.kind in _HOLDERS:
                yield from _in_bracket(reading, passage, holder)
                yield from _in_words(reading, passage, holder)


def _in_list(reading: Reading, passage: Passage, listed: Listed) -> Iterator[Finding]:
    """Members in brackets after an item of a list of participants whose name we do not know."""
    for item in listed.items:
        holder = item_party(passage, item, "Coalition")
        if item.members and holder.id is None and listed.roles[0] is not None:
            yield from _claims(reading, passage, holder, item.members, lead=item.start)


def _in_bracket(reading: Reading, passage: Passage, holder: Mention) -> Iterator[Finding]:
    text = passage.text
    start = holder.end + len(text[holder.end :]) - len(text[holder.end :].lstrip())
    closing = _OPENING.get(text[start : start + 1])
    end = _closed(text, start) if closing is not None else None
    if end is not None and (holder.kind == "Coalition" or text[start] not in "(（"):
        yield from _named(reading, passage, holder, (start + 1, end), lead=holder.start)


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
        yield from _named(reading, passage, holder, (after.end(), _clause_end(text, after.end())), lead=holder.start)
    before = re.search(f"(?:{either_of(words.before)})$", text[: holder.start])
    if before is not None:
        opening = re.match(r"[^.。;；]{0,40}?[:：]\s*", text[holder.end :])
        if opening is not None:
            start = holder.end + opening.end()
            yield from _named(reading, passage, holder, (start, _clause_end(text, start)), lead=before.start())


def _clause_end(text: str, start: int) -> int:
    end = re.compile(r"[。;；\n]|\.(?=\s|$)|$").search(text, start)
    return end.start() if end is not None else len(text)


def _named(reading: Reading, passage: Passage, holder: Mention, span: Span, *, lead: int) -> Iterator[Finding]:
    items = split_list(passage.text, span, passage.language, knows(passage.language))
    if any(item_party(passage, item, "").kind for item in items):  # else places or an explanation, not members
        yield from _claims(reading, passage, party(holder), items, lead=lead)


def _claims(reading: Reading, passage: Passage, holder: Party, items: tuple[Item, ...], *, lead: int) -> Iterator[Finding]:
    members = [(item, item_party(passage, item, "NGO")) for item in items]
    if len(members) < 2 or (all(member.kind == "State" for _, member in members) and holder.kind == "NGO"):
        return
    for at, (item, member) in enumerate(members):
        start = lead if at == 0 and item.end - lead <= 60 else item.start
        sure = 0.95 if member.id is not None and holder.id is not None else 0.8
        yield reading.claim(passage, "MEMBER_OF", member, holder, (start, item.end), method="members", confidence=sure)
