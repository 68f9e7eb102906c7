"""The words by which stances on concepts are told: data/languages/<code>/views.yaml and data/positions/views.yaml in, frames out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract.language import Words, load_checked, section
from extract.patterns import either_of
from extract.positions.pack.lexicon import lexicon
from extract.positions.pack.matching import written
from extract.sought import Patterns, Sought
from extract.vocabulary.names import Wording
from graph.concepts import load_concepts
from graph.errors import DataError
from graph.settings import DATA

Leaning = Literal["good", "things", "ills", "debated"]
LEANINGS = DATA / "positions" / "views.yaml"
SLOTS = {  # the first character that stands for one of its kind
    **{"H": 0xE000, "I": 0xE100, "G": 0xE200, "W": 0xE300, "R": 0xE400, "X": 0xE500},
    **{"P": 0xE600, "K": 0xE700, "S": 0xE800},
}
THINGS, SENTENCE = "W", "P"
SIDES = {"group:critics": "K", "group:supporters": "S"}  # groups whose name says on which side they are
ROOM = 0x100  # of each kind in a sentence
_KINDS: dict[Leaning, str] = {"good": "G", "things": THINGS, "ills": "R", "debated": "X"}
_YEAR = r"(?: ?[(（](?:19|20)\d\d\w?[)）])?"  # of a cited work, right behind who wrote it
_CUE = re.compile(r"\{([A-Z]{2,})\}")


class Frame(Words):
    """A way to take a stance: its sign (``=``: the sentence's own), and the pattern with holder and concept in it.

    ``reads`` says that it is asked or held under a condition.
    """

    sign: Literal["+", "-", "~", "="]
    pattern: str
    reads: Literal["stated", "question", "conditional"] = "stated"


class Named(Wording):
    """A wording of a concept; with ``says`` it is a whole sentence, which holds something of the concept («nobody can be held responsible»)."""

    says: Literal["", "+", "-"] = ""


class ViewWords(Words):
    """Section ``views``; the keys are explained at the top of the English file."""

    macros: dict[str, str] = {}
    joins: str = ""
    silent: tuple[str, str] = ("", "")
    names: tuple[Named, ...] = ()
    again: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()


class _Leanings(Words):
    good: tuple[str, ...]
    things: tuple[str, ...]
    ills: tuple[str, ...]
    debated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """A language's frames, and what each ``says`` (sign, reading); its own names of ``concepts``; words that point back.

    Words set ``apart`` name no concept.
    ``silent`` is what stands for the words «X says that …» where nobody is named: behind the holder, and at the end of the sentence.
    """

    frames: Patterns
    says: tuple[tuple[str, str], ...]
    silent: tuple[str, str]
    names: Patterns
    concepts: tuple[Named, ...]
    again: Sought
    apart: re.Pattern[str]


@cache
def slot_of() -> dict[str, str]:
    """For each concept on which stances are read the slot it fills in a frame; those that are proposals, too, are left to the position reader.

    Raises:
        DataError: the file breaks its shape or names a concept that is none.
    """
    known = load_concepts()
    concepts, proposals = ({one.id.partition(":")[2] for one in known if one.kind == kind} for kind in ("Concept", "Proposal"))
    leanings = load_checked(LEANINGS, _Leanings)
    slots: dict[str, str] = {}
    for leaning, slot in _KINDS.items():
        for name in getattr(leanings, leaning):
            if name not in concepts or name in proposals or f"concept:{name}" in slots:
                raise DataError(f"{LEANINGS}: {leaning}: {name}: is no concept of its own, or stands twice")
            slots[f"concept:{name}"] = slot
    return slots


@cache
def view_ways(language: str) -> Ways:
    """The frames of a language; none for one without the section.

    Raises:
        DataError: a pattern of the data is wrong.
    """
    words = section(language, "views", ViewWords)
    return Ways(
        Patterns(_compiled(language, words, frame.pattern) for frame in words.frames),
        tuple((frame.sign, frame.reads) for frame in words.frames),
        words.silent,
        Patterns(re.compile(_written(words, each.pattern)) for each in words.names),
        words.names,
        Sought(_written(words, either_of(words.again)), re.IGNORECASE),
        re.compile(either_of(words.apart), re.IGNORECASE),
    )


def _compiled(language: str, words: ViewWords, pattern: str) -> re.Pattern[str]:
    own = lexicon(language).words
    text = _CUE.sub(lambda match: _cues(language, match[1]), _with_macros(words, pattern))
    for name, macro in _slots(words.joins).items():
        text = text.replace("{" + name + "}", macro)
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise DataError(f"{language}/views.yaml: {pattern}: {error} (cues known: {', '.join(own.cues)})") from None


def _with_macros(words: ViewWords, pattern: str) -> str:
    for _ in range(4):
        for name, macro in words.macros.items():
            pattern = pattern.replace("{" + name + "}", macro)
    return pattern


def _written(words: ViewWords, pattern: str) -> str:
    """A wording, in which no holder or concept stands."""
    return _with_macros(words, pattern).replace("{any}", "")


def _cues(language: str, name: str) -> str:
    """The cues of a class of the position reader's words."""
    words = lexicon(language)
    if name not in words.words.cues:
        raise DataError(f"{language}/views.yaml: there is no cue {name}")
    style = "none" if words.words.joined else "blanks" if words.words.verb_last else "words"
    return f"(?:{either_of(written(pattern, words.words.macros, style) for pattern in words.words.cues[name])})"


def _slots(joins: str) -> dict[str, str]:
    """What stands for the holder (``h``) and for a row of concepts of a kind (``c``) in a pattern; ``any`` is what no gap may hold."""
    ranges = {name: f"{chr(first)}-{chr(first + ROOM - 1)}" for name, first in SLOTS.items()}
    actors = "".join(ranges[name] for name in "HIKS")
    concepts = {**{name: ranges[name] for name in "GWRXP"}, "C": "".join(ranges[name] for name in "GWRXP")}
    rows = {name: f"(?P<c>[{one}](?:(?:{joins})[{one}])*)" for name, one in concepts.items()}
    return {**rows, "H": f"(?P<h>[{actors}]){_YEAR}", **{name: f"(?P<h>[{ranges[name]}])" for name in "IKS"}, "any": actors}
