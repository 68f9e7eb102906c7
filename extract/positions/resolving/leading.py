"""Who leads a list in, and with which demand («X calls on states to:», «We recommend:»). A passage's last sentence in; parties and a cue out."""

from __future__ import annotations

import re

from extract.positions.actors.holders import Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.particle_words import subject_words
from extract.positions.resolving.cast import Cast
from extract.positions.resolving.discourse import Discourse
from extract.positions.resolving.whom import parties_of
from extract.positions.sentence.tokens import Sentence
from extract.sought import sought
from graph.records import Passage

_DEMANDS = frozenset({"CALL", "SUP", "NEED", "PREFER", "OPP"})
_NOT_ACTING = frozenset({"<ob", "<by", "<of", "<from", "<no"})


def led_in(passage: Passage, cast: Cast) -> tuple[Parties, str] | None:
    """Whose demand an item is; a numbered paragraph goes on with the list of the one before it."""
    counted = passage.marker or counts(passage)
    lead = cast.leads.get(passage.ordinal - 1 if passage.lead is None and counted else -1 if passage.lead is None else passage.lead)
    if lead is not None and passage.lead is None:
        cast.leads[passage.ordinal] = lead
    return lead


def counts(passage: Passage) -> bool:
    """Whether a passage begins with an ordinal, as one of several demands («First, …»)."""
    return sought(subject_words(passage.language).ordinals).match(passage.text.lstrip()) is not None


def enumerates(passage: Passage) -> bool:
    """Whether a passage counts several demands itself («First, …. Second, …»)."""
    ordinal = subject_words(passage.language).ordinals
    return counts(passage) and len(re.findall(rf"(?:^|[.!?”\"] )(?:{ordinal})", passage.text.lstrip())) > 1


def leads_in(words: Lexicon, sentence: Sentence, record: Discourse) -> tuple[Parties, str] | None:
    """Whose list a sentence's colon opens, and the class of its demand; none where nobody demands anything, or its target is named."""
    text, announced = sentence.plain.text, sought(subject_words(words.language).announced)
    said = text[sentence.start : sentence.end].rstrip()
    if not said.endswith((":", "：")) and announced.within(text, sentence.start, sentence.start + len(said)) is None:
        return None
    names = [token.name for token in sentence.tokens]
    if "t" in names or {"ASK", "IF", "NEG", "DOUBT"}.intersection(names):
        return None
    cues = [name for name in names if name in _DEMANDS]
    if not cues:
        return None
    cue = "CALL" if cues[-1] in ("SUP", "PREFER") else cues[-1]
    for at, token in enumerate(sentence.tokens):
        if token.name == "h" and names[at - 1 if at else at] not in _NOT_ACTING and names[at + 1 : at + 2] != [">duty"]:
            parties = parties_of(words, sentence, record, token.index, ())
            return (parties, cue) if parties else None
    return (record.speaker, cue) if record.speaker and (record.speaks or "h" not in names) else None
