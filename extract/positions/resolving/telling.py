"""What is done in a sentence that leaves its subject out: said, told, passed on, judged, done. A sentence in, a word out; pure."""

from __future__ import annotations

import re

from extract.positions.actors.holders import Parties
from extract.positions.pack.lexicon import Lexicon
from extract.positions.sentence.tokens import Sentence

_JUDGING = frozenset({"NEED", "DUTY", "GOOD", "BAD", "SUFF", "INSUF"})
_LINKS = frozenset({"AND", "BUT"})
_ACTING = frozenset({"CALL", "SUP", "OPP", "QUAL", "DOUBT", "AGREE", "DISAGREE"})


def telling(words: Lexicon, sentence: Sentence) -> str:
    """What is done in a sentence without a subject, and whether it tells what another said: passed on as hearsay, or told in the past.

    «Urged» is what ends in what must be done.
    """
    if next((token.name for token in reversed(sentence.tokens) if token.name.isupper()), "") == "DUTY":
        return "urged"
    doing, said = doing_of(sentence), sentence.plain.text[sentence.start : sentence.end]
    if any(re.search(hearsay, said) for hearsay in words.words.hearsay):
        return "passed on"
    return "told" if doing == "said" and any(re.search(past, said) for past in words.words.past) else doing


def has_acted(words: Lexicon, sentence: Sentence) -> bool:
    """Whether a sentence without a subject tells what somebody did: its last verb takes a side, in the past."""
    last = next((token.name for token in reversed(sentence.tokens) if token.name.isupper()), "")
    said = sentence.plain.text[sentence.start : sentence.end]
    return last in _ACTING and any(re.search(past, said) for past in words.words.past)


def doing_of(sentence: Sentence) -> str:
    """What is done in a sentence whose subject is left out: something is said or reported, judged, or done."""
    names = [token.name for token in sentence.tokens if token.name.isupper()]
    while names and names[-1] in _LINKS:
        names.pop()
    if "SAY" in names:
        return "said" if names[-1] == "SAY" else "done" if names[-1] in _ACTING else "reported"
    return "judged" if _JUDGING.intersection(names) else "done" if _ACTING.intersection(names) else ""


def announced(sentence: Sentence) -> Parties:
    """Whose position a sentence only announces that names none («X's position is simple»); none elsewhere."""
    names = [token.name for token in sentence.tokens]
    if "t" in names or names[:3] != ["h", ">gen", "SAY"] or names.count("h") > 1:
        return ()
    return sentence.holders[sentence.tokens[0].index].parties
