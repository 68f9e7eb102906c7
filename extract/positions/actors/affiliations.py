"""Where persons belong: states and bodies beside a person's name hold nothing themselves. Holders in, those who hold something out; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.positions.actors.owned import belongs_to
from extract.reporting import is_source

if TYPE_CHECKING:
    from extract.positions.actors.holders import Holder, Parties
    from extract.positions.pack.lexicon import Lexicon
    from extract.positions.pack.plain import Plain

_WORKPLACE = 14  # characters between a place of work and the name of who works there


def without_affiliations(words: Lexicon, plain: Plain, holders: list[Holder]) -> list[Holder]:
    """A state or organisation right before a person says where the person belongs; it holds nothing itself («the Minister of X, Y»)."""
    holders = with_posts(words, plain, holders)
    kept: list[Holder] = []
    place: Parties = ()
    beside: Holder | None = None  # what stands behind, kept or itself only a place of work
    staffed = False  # and whether it is a group of people at the places named before it («hundreds of scholars of A and B»)
    for index in reversed(range(len(holders))):
        holder = holders[index]
        person = beside is not None and beside.sort == "named" and beside.parties[0][0].kind == "Person"
        thing = holder.sort == "named" and holder.parties[0][0].kind != "Person"
        former = holders[index - 1] if index else None
        member = former is not None and former.parties and (former.sort == "group" or former.parties[0][0].kind == "Person")
        belongs = member and former is not None and holder.sort == "named" and words.belonging.fullmatch(plain.text[former.end : holder.start])
        if belongs and words.relative.match(plain.text, holder.end) is None:
            place = _place(former, holder)
            continue  # «diplomats from X», «N of X», but not «N of X, which wants …»
        between = plain.text[holder.end : beside.start] if beside is not None else ""
        beside_former = former is not None and plain.text[former.end : holder.start] in (", ", ", the ")
        told = former is not None and is_source(words.language, plain.text, former.start, former.end)  # «according to A, B wants …»
        if former is not None and former.parties and beside_former and not told and belongs_to(words, plain, former, holder):
            place = _place(former, holder)
            continue  # «N, A's minister»
        near = beside is not None and len(between) <= _WORKPLACE and not any(mark in between for mark in ",，、;；:")
        listed = words.words.joined and words.list_mark.match(between[:1]) is not None  # «A's minister and the bishop N»
        if holder.sort == "named" and beside is not None and beside.parties and words.owning.fullmatch(between):
            continue  # «A's parliament», «A's observer, N»: not A, but whoever is named
        title = holder.sort == "group" and len(holder.parties) == 1 and beside is not None and beside.sort == "named" and between in ("", " ")
        counted = beside is not None and beside.sort == "group" and beside.parties[0][1] not in ("one", "unspecified")
        staff = thing and counted and words.words.joined and (words.staffed.match(between) or (staffed and words.list_mark.match(between)))
        if beside is not None and (
            title or staff or (person and thing and near and not listed)
        ):  # «the physicist X», «a think tank Y», «X大学三十名学者»
            kept[-1] = beside = replace(beside, start=holder.start, place=beside.place or _place(beside, holder))
            staffed = bool(staff)
            continue
        staffed = False
        beside, place = replace(holder, place=place), ()
        kept.append(beside)
    return kept[::-1]


def with_posts(words: Lexicon, plain: Plain, holders: list[Holder]) -> list[Holder]:
    """Persons together with the post behind their name, where a language sets it there: its state or body holds nothing («N Austria minister»)."""
    kept: list[Holder] = []
    for holder in holders:
        if words.words.verb_last and kept and _is_post(words, plain, kept[-1], holder):
            kept[-1] = replace(kept[-1], end=holder.end, place=kept[-1].place or _place(kept[-1], holder))
        else:
            kept.append(holder)
    return kept


def _is_post(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> bool:
    person = last.sort == "named" and len(last.parties) == 1 and last.parties[0][0].kind == "Person"
    if not person or holder.sort != "named" or holder.parties[0][0].kind == "Person" or plain.text[last.end : holder.start] != " ":
        return False
    title = words.list_end.match(plain.text, holder.end)
    return title is not None and words.and_others.match(plain.text[holder.end :]) is None


def _place(person: Holder | None, body: Holder) -> Parties:
    """The body to which a person belongs; none for a state, for which he speaks anyway."""
    named = person is not None and person.sort == "named" and person.parties[0][0].kind == "Person"
    return body.parties if named and body.sort == "named" and body.parties[0][0].kind not in ("State", "Person") else ()
