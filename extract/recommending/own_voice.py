"""Own voice: whether it is the document itself that recommends, and in which words. A passage and a sentence in; the cue out."""

from __future__ import annotations

import re

from extract.meeting.words import sentences
from extract.reading import Reading
from extract.recommending.sections import Section
from extract.recommending.words import Cue, cues, has, recommending_words, shape
from graph.records import Passage
from graph.sourcemap import Span

COLON = re.compile(r"[:：]\s*$")
_WORD = re.compile(r"\w")
_OPENING = 12  # characters before a verb that may be adverbs
_NEAR = 60  # characters before a verb within which its subject stands


def sentences_of(passage: Passage) -> list[Span]:
    """The sentences of a passage that hold words."""
    return [span for span in sentences(passage.text, passage.language) if _WORD.search(passage.text, *span)]


def last_sentence(passage: Passage) -> Span:
    """The last of them; the passage has one."""
    return sentences_of(passage)[-1]


def announces(passage: Passage, sentence: Span) -> bool:
    """Whether a list follows: after a colon, or in so many words («다음과 같이 촉구한다.»)."""
    return COLON.search(passage.text, *sentence) is not None or shape(passage.language, "announce").within(passage.text, *sentence) is not None


def own_cue(reading: Reading, passage: Passage, sentence: Span, where: Section | None) -> Cue | None:
    """The first words of a sentence by which the document itself recommends.

    In a recommending section an obligation is enough; elsewhere it takes a verb and the document's own voice, and a verb that merely
    urges counts only where a list follows.
    """
    text, language = passage.text, passage.language
    found = list(cues(text, sentence, language))
    reported = shape(language, "reported").search(text, *sentence) if found else None
    for cue in found:
        if reported is not None and reported.start() < cue.end:
            return None
        if cue.kind == "modal":
            if where is not None:
                return cue
            continue
        listing = announces(passage, sentence)
        if _operative(reading, passage, sentence, cue):
            return cue
        strong = where is None and cue.kind == "urge" and not listing
        if _own_voice(reading, passage, (sentence[0], cue.start), where, strong=strong):
            return cue
    return None


def _operative(reading: Reading, passage: Passage, sentence: Span, cue: Cue) -> bool:
    """Whether a verb opens a numbered paragraph of a resolution («2. Also calls upon …»), or closes it where verbs stand last: the body speaks."""
    numbered = reading.document.kind == "resolution" and passage.marker is not None
    if recommending_words(passage.language).verb_last:
        return numbered and sentence[0] == 0 and sentence[1] - cue.end <= 2
    return numbered and sentence[0] == 0 and cue.start <= _OPENING + 4


def _own_voice(reading: Reading, passage: Passage, span: Span, where: Section | None, *, strong: bool) -> bool:
    """Whether the words before a verb are the document's own voice: nobody else in a recommending section, else said to be so.

    ``strong``: only where a meeting or the paper itself speaks.
    """
    text, language = passage.text[max(span[0], span[1] - _NEAR) : span[1]], passage.language
    if has(text, language, "own"):
        return True
    official = reading.document.kind in ("report", "resolution") or where is not None
    if official and has(text, language, "bodies"):
        return True
    if strong:
        return False
    names = [text.strip(), *(mention.surface for mention in reading.in_span(passage, *span))]
    if has(text, language, "first_person") or any(_is_speaker(reading, name) for name in names):
        return True
    return where is not None and len(text.strip()) <= _OPENING


def _is_speaker(reading: Reading, name: str) -> bool:
    speaker = reading.document.speaker or ""
    return bool(speaker) and len(name) > 1 and (name in speaker or speaker in name)


def proposal(reading: Reading, passage: Passage, lead: Span, where: Section | None) -> Cue | None:
    """«We suggest that the assembly adopt …»: the words up to those who should, as a verb of recommending."""
    found = shape(passage.language, "propose").search(passage.text, *lead)
    if found is None or not _own_voice(reading, passage, (lead[0], found.start()), where, strong=False):
        return None
    return Cue("recommend", found.start(), found.start())
