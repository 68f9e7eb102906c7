"""Whom a holder of a sentence stands for, and whose its quoted words are. A sentence and the record so far in, parties out."""

from __future__ import annotations

from extract.positions.actors.antecedents import KINDS
from extract.positions.actors.holders import Holder, Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.plain import quoted
from extract.positions.resolving.discourse import Discourse
from extract.positions.resolving.telling import has_acted, telling
from extract.positions.sentence.strangers import quotes_stranger
from extract.positions.sentence.tokens import Sentence
from graph.records import Party

NAMED = ("named", "group")
_OWN = frozenset({"first", "dropped"})
_OF_TWO = ("former", "latter")  # words for one of two who were named last
_STRANGER: Parties = ((Party("Person", None, None), None),)  # who is quoted, but not by a name that is known


def parties_of(words: Lexicon, sentence: Sentence, record: Discourse, index: int, quoter: Parties) -> Parties:
    """Whom the holder number ``index`` stands for."""
    holder, text = sentence.holders[index], sentence.plain.text
    sort = sort_of(words, text, holder)
    named = [h.parties for h in sentence.holders[:index] if h.parties and h.sort in NAMED]
    if sort in _OF_TWO:
        two = [one for parties in (named or record.latest) for one in parties]
        return (two[_OF_TWO.index(sort)],) if len(two) == len(_OF_TWO) else ()
    fits = [one for one in named if one[0][0].kind in KINDS.get(sort, ())]
    before = (fits or named or [()])[-1]
    inside = quoted(text, holder.start) if holder.start < holder.end else sentence.implied == "quoted"
    inside = inside and not (record.answers and quoter == record.speaker)  # an answer in quotation marks is all its speaker's own
    surface = words.tail.sub("", sentence.plain.said(holder.start, holder.end).strip(" ,，"))
    if holder.sort == "dropped" and record.asked_of and not inside and has_acted(words, sentence):
        return record.asked_of
    doing = telling(words, sentence) if holder.sort == "dropped" else ""
    if doing == "passed on":
        return next((acted for acted in reversed(record.acted) if not inside or acted != quoter), ())
    meant = record.parties(holder, surface, before, quoter=quoter if inside else None, sort=sort, doing=doing)
    return () if inside and quoter == _STRANGER and holder.sort in _OWN else meant


def told_apart(words: Lexicon, sentence: Sentence, index: int, head: int) -> bool:
    """Whether what stands at ``head`` is that of one of the two whom the holder number ``index`` names («A and B: the former wants …»)."""
    after = (h for h in sentence.holders[index + 1 :] if h.start < head)
    return any(sort_of(words, sentence.plain.text, h) in _OF_TWO for h in after)


def sort_of(words: Lexicon, text: str, holder: Holder) -> str:
    """For what a pronoun can stand (person, body, state, thing, many), by the pack; empty for anything."""
    return next((name for name, pattern in words.anaphors if pattern.match(text, holder.start)), "")


def quoter_of(words: Lexicon, sentence: Sentence, record: Discourse) -> Parties:
    """Whose the quoted words of a sentence are: whoever stands beside a verb of saying outside the marks; else who was quoted last."""
    text = sentence.plain.text
    for index, token in enumerate(sentence.tokens):
        if token.name != "h" or quoted(text, token.start):
            continue
        if ">gen" in [t.name for t in sentence.tokens[index + 1 : index + 2]]:
            continue  # «said the group's director, X»
        beside = [t.name for t in sentence.tokens[max(0, index - 2) : index] + sentence.tokens[index + 1 : index + 4]]
        holder = sentence.holders[token.index]
        if holder.sort in ("named", "group", "third") and ("SAY" in beside or ">say" in beside):
            parties = _parties_named(words, sentence, record, token.index)
            if parties:
                return parties
    return _STRANGER if quotes_stranger(sentence) else record.cast.quoted


def _parties_named(words: Lexicon, sentence: Sentence, record: Discourse, index: int) -> Parties:
    holder = sentence.holders[index]
    said = sentence.plain.said(holder.start, holder.end)
    return holder.parties or record.parties(holder, said, (), sort=sort_of(words, sentence.plain.text, holder))
