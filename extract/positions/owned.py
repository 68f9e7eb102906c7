"""A name beside what is its own: a state's delegation, a person's country. Two holders in, what they are to each other out; pure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.positions.particle_words import subject_words
from extract.tokens import tokens
from graph.ids import entity_id
from graph.records import Party

if TYPE_CHECKING:
    from extract.positions.holders import Holder
    from extract.positions.lexicon import Lexicon
    from extract.positions.plain import Plain
    from extract.positions.targets import Target
    from extract.positions.tokens import Sentence

_REACH = 70  # characters before a name in which it is said that another speaks for it


def of_state(words: Lexicon, plain: Plain, last: Holder, holder: Holder) -> Holder | None:
    """The delegation of a state as the state, its parliament as a body, its NGOs as a group; none for anything else."""
    if last.sort != "named":
        return None
    if last.parties[-1][0].kind != "State":
        organ = (last.parties[-1][0].surface or "").split(" ")[-1] in words.words.state_organs
        return replace(holder, start=last.start) if organ and holder.sort == "named" and len(last.parties) == 1 else None  # «국회 국방위원회»
    if holder.sort == "group" and holder.parties[0][1] == "unspecified":
        if holder.parties[0][0].id == "group:delegations":
            return replace(last, end=holder.end)
        return replace(holder, start=last.start) if len(last.parties) == 1 else None
    if holder.sort == "named" and len(last.parties) == 1 and (holder.parties[0][0].surface or "") in words.words.state_organs:
        surface = plain.said(last.start, holder.end)
        return replace(holder, start=last.start, parties=((Party("Institution", entity_id("Institution", surface), surface), None),))
    return None


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


def of_another(sentence: Sentence, holder: Holder, end: int) -> bool:
    """Whether a name only tells whose the subject behind it is («X's pension fund does …»)."""
    text = sentence.plain.text
    state = holder.sort == "named" and all(party.kind == "State" for party, _ in holder.parties)
    return state and holder.end < end and re.compile(subject_words(sentence.plain.passage.language).subject).match(text, holder.end, end) is not None


def has_subject(sentence: Sentence, target: Target) -> bool:
    """Whether a subject that is no known holder stands before a target, so that nobody is left out."""
    passage, ends = sentence.plain.passage, {h.end for h in sentence.holders}
    topics = subject_words(passage.language).topics
    if not topics:
        return False
    start, end = sentence.plain.span(sentence.start, max(target.start, sentence.start + 1))
    agents = subject_words(passage.language).agents
    if re.search(rf"(?<![가-힣])(?:{agents})(?:{'|'.join(topics)}) ", passage.text[start:end]) is not None:
        return True
    row = tokens(passage.text, passage.language)
    for noun, mark in pairwise(row):
        if start <= noun.start and mark.end <= end and mark.tag == "JX" and noun.tag in ("NNP", "SL") and noun.end == mark.start:
            inside = any(s <= noun.start < e + 1 for t in sentence.targets for s, e in [sentence.plain.span(t.start, t.end)])
            if passage.text[mark.start : mark.end] in topics and not inside and noun.end not in ends:
                return True
    return False


def is_officer(plain: Plain, last: Holder, holder: Holder) -> bool:
    """Whether a state's name ends with the words for an office, and the person who holds it follows («the Austrian minister, N N»)."""
    office = plain.text[last.start : last.end].split()[-1]
    state, person = last.parties[0][0].kind == "State", holder.parties[0][0].kind == "Person"
    return len(last.parties) == 1 and state and person and office.islower() and plain.text[last.end : holder.start] == ", "
