"""Members: who belongs to a coalition or organisation, by the bracket after its name or in so many words. MEMBER_OF claims out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.language import Words, section
from extract.lists import Item, split_list
from extract.meeting.items import item_party, knows
from extract.meeting.lead_ins import Listed, find_lists
from extract.organisation_lists import is_proper, organisation
from extract.patterns import either_of
from extract.reading import Finding, Reading, extractor, party
from extract.sought import Sought
from extract.who.signs import unknown_organisations
from graph.records import Mention, Party, Passage
from graph.sourcemap import Span

_HOLDERS = frozenset({"Coalition", "InternationalOrganization", "NGO"})
_LONGEST, _SHORT = 100, 8  # characters of a member's name at most, of an organisation's at least
_OPENING = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】"}


class MemberWords(Words):
    """Section ``members`` of a language pack."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


@extractor("members")
def read_members(reading: Reading) -> Iterator[Finding]:
    """One claim for each member a passage gives to an organisation."""
    for passage in reading.passages:
        if passage.kind in ("table", "title"):
            continue
        for listed in find_lists(reading)[passage.ordinal]:
            yield from _in_list(reading, passage, listed)
        for holder in reading.mentions[passage.ordinal]:
            if holder.kind in _HOLDERS:
                yield from _in_bracket(reading, passage, holder)
                yield from _in_words(reading, passage, holder)
        told = _telling(passage.language).search(passage.text) is not None
        for holder in _unknown_holders(reading, passage) if told else ():
            yield from _in_words(reading, passage, holder)
        yield from _beneath(reading, passage)


@cache
def _telling(language: str) -> Sought:
    """What tells behind a name that others belong to it."""
    return Sought(either_of(section(language, "members", MemberWords).after))


def _unknown_holders(reading: Reading, passage: Passage) -> Iterator[Mention]:
    """Names of organisations that we do not know, where they stand alone."""
    known = reading.mentions[passage.ordinal]
    for sign in unknown_organisations(passage.text, passage.language):
        if isinstance(sign.value, Party) and all(sign.end <= m.start or m.end <= sign.start for m in known):
            surface = passage.text[sign.start : sign.end]
            yield Mention(sign.start, sign.end, organisation(surface, passage.language).kind, None, surface)


def _beneath(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """An item beneath «The members of X are:» or a heading «Members of X»; a short name of X stands for the full one said before."""
    above = reading.lead_of(passage)
    if passage.kind != "item" or len(passage.text) > _LONGEST or re.search(r"[.。:：]\s*$", passage.text):
        return
    shapes = section(passage.language, "members", MemberWords).leads
    for text in (*([above.text] if above is not None else ()), *passage.heading_path[-1:]):
        lead = next((m for shape in shapes if (m := re.fullmatch(shape, text.strip())) is not None), None)
        holder = _holder(reading, passage, lead["whole"]) if lead is not None else None
        if holder is not None:
            end = len(passage.text.rstrip(" ;；,，"))
            member = organisation(passage.text[:end], passage.language)
            sure = 0.9 if member.id is not None else 0.8
            yield reading.claim(passage, "MEMBER_OF", member, holder, (0, end), method="members", confidence=sure)
            return


def _holder(reading: Reading, passage: Passage, words: str) -> Party | None:
    """The organisation meant: known, or named in full before; else by its own name, if it has more than one word."""
    found = organisation(words, passage.language)
    if found.id is not None:
        return found
    for before in reading.passages[: passage.ordinal]:
        for name in (m.surface for m in (*reading.mentions[before.ordinal], *_unknown_holders(reading, before))):
            if name.endswith(words) and len(name) > len(words):
                return organisation(name, before.language)
    return found if len(words) > _SHORT and " " in words else None


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
        opened = text[holder.end : after.end()].count("(") + text[holder.end : after.end()].count("（")
        closing = _closed(text, text.index(after[0].lstrip()[0], holder.end)) if opened else None
        end = closing if closing is not None else _clause_end(text, after.end())
        yield from _named(reading, passage, holder, (after.end(), end), lead=holder.start)
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
    verb = next((item.start for item in items[1:] if passage.text[item.start].islower() and passage.text[item.start].isascii()), None)
    if verb is not None:  # «X, whose members include A and B, welcomed …»: the list ends where the sentence goes on
        items = split_list(
            passage.text, (span[0], span[0] + len(passage.text[span[0] : verb].rstrip(" ,"))), passage.language, knows(passage.language)
        )
    proper = holder.kind == "Coalition" and bool(items) and all(is_proper(passage.text[item.start : item.end]) for item in items)
    if proper or any(item_party(passage, item, "").kind for item in items):  # else places or an explanation, not members
        yield from _claims(reading, passage, party(holder), items, lead=lead)


def _claims(reading: Reading, passage: Passage, holder: Party, items: tuple[Item, ...], *, lead: int) -> Iterator[Finding]:
    members = [(item, item_party(passage, item, "NGO")) for item in items]
    if len(members) < 2 or (all(member.kind == "State" for _, member in members) and holder.kind == "NGO"):
        return
    for at, (item, member) in enumerate(members):
        start = lead if at == 0 and item.end - lead <= 60 else item.start
        sure = 0.95 if member.id is not None and holder.id is not None else 0.8
        yield reading.claim(passage, "MEMBER_OF", member, holder, (start, item.end), method="members", confidence=sure)
