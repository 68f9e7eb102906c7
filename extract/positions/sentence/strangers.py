"""Subjects that are no holder: who is only named as somebody's own, and who acts without a name that is known. A sentence in, yes or no out; pure."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.positions.pack.particle_words import subject_words
from extract.tokens import tokens_around

if TYPE_CHECKING:
    from extract.positions.actors.holders import Holder
    from extract.positions.sentence.targets import Target
    from extract.positions.sentence.tokens import Sentence


def of_another(sentence: Sentence, holder: Holder, end: int) -> bool:
    """Whether a name only tells whose the subject behind it is («X's pension fund does …»)."""
    text = sentence.plain.text
    state = holder.sort == "named" and all(party.kind == "State" for party, _ in holder.parties)
    return state and holder.end < end and re.compile(subject_words(sentence.plain.passage.language).subject).match(text, holder.end, end) is not None


def quotes_stranger(sentence: Sentence) -> bool:
    """Whether a topic that is no known holder stands before the quotation of a sentence, whose words these are («Hughes, its head, said: “We …”»)."""
    topics, text = subject_words(sentence.plain.passage.language).topics, sentence.plain.text[sentence.start : sentence.end]
    opens = min((at for mark in '“"「' if (at := text.find(mark)) >= 0), default=0)
    if not topics or any(h.start < h.end and h.start < sentence.start + opens for h in sentence.holders):
        return False
    return re.search(rf"\w(?:{'|'.join(topics)}) ", text[:opens]) is not None


def has_subject(sentence: Sentence, target: Target) -> bool:
    """Whether a subject that is no known holder stands before a target, so that nobody is left out."""
    passage, ends = sentence.plain.passage, {h.end for h in sentence.holders}
    topics = subject_words(passage.language).topics
    if not topics:
        return False
    start, end = sentence.plain.span(sentence.start, max(target.start, sentence.start + 1))
    agents = subject_words(passage.language).agents
    if re.search(rf"(?<!\w)(?:{agents})(?:{'|'.join(topics)}) ", passage.text[start:end]) is not None:
        return True
    row = tokens_around(passage.text, passage.language, start, end)
    for noun, mark in pairwise(row):
        if start <= noun.start and mark.end <= end and mark.tag == "JX" and noun.tag in ("NNP", "SL") and noun.end == mark.start:
            inside = any(s <= noun.start < e + 1 for t in sentence.targets for s, e in [sentence.plain.span(t.start, t.end)])
            if passage.text[mark.start : mark.end] in topics and not inside and noun.end not in ends:
                return True
    return False
