"""A name beside what is its own: a state's delegation, a person's country. Two holders in, what they are to each other out; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.positions.pack.words import position_words
from graph.ids import entity_id
from graph.records import Mention, Party

if TYPE_CHECKING:
    from extract.positions.actors.holders import Holder
    from extract.positions.pack.lexicon import Lexicon
    from extract.positions.pack.plain import Plain

_REACH = 70  # characters before a name in which it is said that another speaks for it


def of_state(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> Holder | None:
    """The delegation of a state as the state, its parliament as a body, its NGOs as a group; none for anything else."""
    if last.sort != "named":
        return None
    if last.parties[-1][0].kind != "State":
        if last.parties[-1][0].kind == "Person" and holder.sort == "group" and holder.parties[0][1] == "unspecified":
            return replace(last, end=holder.end)  # «N, professor»: his title
        if _is_workplace(words, plain, last, holder):
            return replace(last, end=holder.end)  # «N N, X University's professor»
        if _is_organ(words, plain, last, holder):
            surface = plain.said(last.start, holder.end)
            return replace(holder, start=last.start, parties=((Party(holder.parties[0][0].kind, entity_id("NGO", surface), surface), None),))
        organ = (last.parties[-1][0].surface or "").split(" ")[-1] in words.words.state_organs
        return replace(holder, start=last.start) if organ and holder.sort == "named" and len(last.parties) == 1 else None  # «국회 국방위원회»
    if (
        holder.sort == "named"
        and len(last.parties) == 1
        and holder.parties[0][0].kind in words.words.organs_of
        and not _is_state_organ(words, holder)
    ):
        return replace(holder, start=last.start)  # «the Greens of X»
    if holder.sort == "group" and holder.parties[0][1] == "unspecified":
        if holder.parties[0][0].id == "group:delegations":
            return replace(last, end=holder.end)
        return replace(holder, start=last.start) if len(last.parties) == 1 else None
    if holder.sort == "named" and len(last.parties) == 1 and _is_state_organ(words, holder):
        surface = plain.said(last.start, holder.end)
        return replace(holder, start=last.start, parties=((Party("Institution", entity_id("Institution", surface), surface), None),))
    return None


def _is_state_organ(words: Lexicon, holder: Holder) -> bool:
    return (holder.parties[0][0].surface or "") in words.words.state_organs


def _is_workplace(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> bool:
    """Whether a body stands between a person's name and title («N X-University professor»)."""
    person = last.parties[0][0].kind == "Person" and len(last.parties) == 1 and holder.sort == "named"
    title = words.list_end.match(plain.text, holder.end) if person and holder.parties[0][0].kind in words.words.organs_of else None
    return title is not None and any(char.isalpha() for char in title[0])


def _is_organ(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> bool:
    """Whether the name of a body stands right behind that of another to which it belongs («the diocese's committee for peace»)."""
    kinds = words.words.organs_of
    bodies = holder.sort == "named" and len(last.parties) == len(holder.parties) == 1 and last.parties[0][0].kind in kinds
    return bodies and holder.parties[0][0].kind in kinds and " " not in (plain.text[last.start : last.end])


def as_one(mentions: Sequence[Mention], text: str, language: str) -> list[Mention]:
    """The names of a line, a body and its organ behind it («the diocese's committee») as one: the body where it is known, else by both names."""
    kept: list[Mention] = []
    own = frozenset(position_words(language).organs_of)
    for one in mentions:
        last = kept[-1] if kept else None
        if last is None or {last.kind, one.kind} - own or text[last.end : one.start] != " ":
            kept.append(one)
        elif last.entity == entity_id(last.kind, last.surface):
            whole = text[last.start : one.end]
            kept[-1] = Mention(last.start, one.end, last.kind, entity_id(last.kind, whole), whole)
    return kept


def named_too(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> bool:
    """Whether both bear the particle of a list («A too, B too»)."""
    particle = plain.text[last.end : holder.start].strip(" ,")
    return last.sort == holder.sort == "named" and particle in words.words.also and plain.text.startswith(particle, holder.end)


def belongs_to(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> bool:
    """Whether what stands behind a mark of lists begins something else: «for the group, X said», «N, X's minister»."""
    roles = dict(words.before)
    behalf = "behalf" in roles and roles["behalf"].search(plain.text[max(0, last.start - _REACH) : last.start]) is not None
    office = last.parties[0][0].kind == "Person" and holder.sort == "named" and plain.text[holder.start].islower()  # «N, president of X»
    return behalf or _owns(words, plain, last, holder) or (office and not plain.text.startswith("the ", holder.start))


def _owns(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> bool:
    """Whether a name behind a person's is that of whom the person acts for («N, X's minister»)."""
    genitive = dict(words.after).get("gen")
    return last.parties[0][0].kind == "Person" and genitive is not None and genitive.match(plain.text, holder.end) is not None


def is_officer(plain: Plain, last: Holder, holder: Holder) -> bool:
    """Whether a state's name ends with the words for an office, and the person who holds it follows («the Austrian minister, N N»)."""
    office = plain.text[last.start : last.end].split()[-1]
    state, person = last.parties[0][0].kind == "State", holder.parties[0][0].kind == "Person"
    return len(last.parties) == 1 and state and person and office.islower() and plain.text[last.end : holder.start] == ", "


def spoken_for(speaker: Holder, whom: Holder) -> Holder:
    """Whose the view is that somebody gives for another: the other's («X, on behalf of Y»), unless it bears no name («N, for the branch in X»)."""
    branch = speaker.parties[0][0].kind == "Person" and (whom.parties[0][0].surface or "")[:1].islower()
    return replace(speaker if branch else whom, start=speaker.start, end=whom.end)
