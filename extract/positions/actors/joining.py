"""Holders that stand together as one: lists, appositions, examples of a group. Two holders in, one out, or none; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.positions.actors.owned import belongs_to, is_officer, named_too, of_state, spoken_for

if TYPE_CHECKING:
    from extract.positions.actors.holders import Holder
    from extract.positions.pack.lexicon import Lexicon
    from extract.positions.pack.plain import Plain


def told_by(words: Lexicon, plain: Plain, holder: Holder, after: Holder | None) -> bool:
    """Whether an impersonal phrase names right behind it who holds the view («the view was expressed by most delegations»)."""
    by = next((pattern for name, pattern in words.before if name == "by"), None)
    return (
        holder.sort == "impersonal"
        and after is not None
        and by is not None
        and by.fullmatch(plain.text[holder.end : after.start].lstrip()) is not None
    )


def joined_with(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> Holder | None:
    """Two holders as one, where the words between make a list of them, or give one as an example of the other."""
    between = plain.text[last.end : holder.start]
    if last.sort == holder.sort == "named" and words.for_whom.match(between):
        return spoken_for(last, holder)
    if last.sort == holder.sort == "named" and is_officer(plain, last, holder):
        return replace(holder, start=last.start)
    bracketed = words.words.verb_last and between == "(" and plain.text.startswith(")", holder.end)  # «N (NAM)»
    if bracketed or (last.sort == "named" and holder.sort == "group" and words.made_of.match(between)):
        return replace(last, end=holder.end + bracketed)  # «N, a coalition of 200 groups, …»
    if last.sort == "named" and holder.sort == "group" and words.apposition.fullmatch(between) and _closes(words, plain, holder):
        return replace(last, end=holder.end)  # «A and B, the leading critics, …»
    if words.words.verb_last and between == " " and (own := of_state(words, plain, last, holder)) is not None:
        return own
    if _listed(words, plain, last, holder, between):
        return replace(last, end=holder.end, parties=(*last.parties, *holder.parties))
    if last.sort == "named" and holder.sort == "group" and words.and_others.match(between):  # «A, B and other states»
        counted = tuple(one for one in holder.parties if any(char.isdigit() for char in one[0].surface or ""))
        return replace(last, end=holder.end, parties=(*last.parties, *counted))
    listed = last.sort == "group" and holder.sort == "named" and words.among_them["between"].fullmatch(between) is not None
    if listed and (example := words.among_them["after"].match(plain.text, holder.end)) is not None:
        return replace(holder, start=last.start, end=example.end(), parties=(*last.parties, *holder.parties))  # «several states, X among them, …»
    if last.sort == "group" and holder.sort == "named" and words.such_as.match(between):  # «states such as A»
        counted = last.parties if words.numbered.match(plain.text, last.start) is not None else ()  # «fifteen states, among them A»
        return replace(last, sort="named", end=holder.end, parties=(*holder.parties, *counted))
    return None


def _listed(words: Lexicon, plain: Plain, last: Holder, holder: Holder, between: str) -> bool:
    """Whether two stand side by side: in a list, written together («法德两国»), or acting with each other («A, too, put forward with B …»)."""
    states = not between and {party.kind for party, _ in (*last.parties, *holder.parties)} == {"State"}
    ended = between in ("，", ", ") and words.closed_list.search(plain.text[last.start : last.end]) is not None  # «A、B和C，D、E»: a new list begins
    listed = words.list_mark.match(between) is not None and not ended and not belongs_to(words, plain, last, holder)
    acting = last.sort == "named" and words.acting_with["between"].fullmatch(between) is not None
    together = acting and words.acting_with["after"].match(plain.text, holder.end) is not None
    return states or named_too(words, plain, last, holder) or listed or together


def _closes(words: Lexicon, plain: Plain, holder: Holder) -> bool:
    """Whether a group stands as an apposition: of no number or one, between commas or as a predicate («X was the first country to …»)."""
    return holder.parties[0][1] in ("unspecified", "one") and words.closing.match(plain.text, holder.end) is not None
