"""A passage as sentences with their holders, targets and cues. A passage and its names in, sentences out; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.positions.actors.holders import find_holders
from extract.positions.pack.lexicon import Lexicon, lexicon
from extract.positions.pack.matching import Found
from extract.positions.pack.particle_words import subject_words
from extract.positions.pack.plain import Plain, plain, quoted
from extract.positions.sentence.sentences import sentences
from extract.positions.sentence.targets import Target, find_targets
from extract.positions.sentence.tokens import Part, Sentence, read_sentence
from extract.sought import sought
from graph.records import Mention, Passage

_KEPT = 512  # passages whose sentences are remembered: positions and views are read in the same


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """A passage's plain text and all words found in it, those inside names and titles taken out.

    No two are equal, so that what is read in one can be remembered by it.
    """

    plain: Plain
    found: tuple[Found, ...]


def search(words: Lexicon, passage: Passage, mentions: Sequence[Mention]) -> Searched:
    """Finds the words of the language in a passage."""
    text = _with_offices(words, plain(passage, tuple(mentions), joined=words.words.joined, variants=words.variants))
    found = list(words.matcher.find(text.text))
    masks = [(f.start, f.end) for f in found if f.group == "mark" and f.name == "titles"]
    masks += [(m.start, m.end) for m in text.mentions]
    kept = [f for f in found if f.name != "titles" and not (masks and any(_inside(f, mask) for mask in masks))]
    qualities = [(f.start, f.end) for f in kept if f.name == "qualities"]
    return Searched(text, tuple(f for f in kept if f.name != "qualities" and not (f.group == "cue" and any(_inside(f, one) for one in qualities))))


def _with_offices(words: Lexicon, text: Plain) -> Plain:
    """The names of states and bodies together with the words for those who speak for them, unless the person is named too."""
    if not words.words.offices:
        return text
    starts = [m.start for m in text.mentions[1:]] + [len(text.text)]
    widened = []
    for one, following in zip(text.mentions, starts, strict=False):
        match = words.office.match(text.text, one.end) if one.kind not in ("Person", "Event", "Document") else None
        widened.append(replace(one, end=match.end()) if match is not None and match.end() < following else one)
    return replace(text, mentions=tuple(widened))


def read_sentences(
    words: Lexicon,
    searched: Searched,
    *,
    speaking: bool = False,
    named: Sequence[Target] | None = None,
    led: str = "",
    own: Callable[[], bool] = lambda: False,
) -> Iterator[Sentence]:
    """The sentences in which something may be held: those with a target or a word that points back, and a holder.

    Targets are those ``named``, if any are given, else the proposals.

    What nobody is said to hold is held by who speaks: inside quotation marks the person quoted, outside them (``speaking``) the text's speaker.
    ``led`` is the class of the demand that leads an item of a list in, by whomever; ``own`` tells whether the sentence before was the author's.
    """
    announced, leading = False, subject_words(words.language)
    announcing, ordinals = sought(leading.announced), sought(leading.ordinals)
    for part in _parts(searched):
        start, end = part.span
        goes_on = start > 0 and words.continuing.match(searched.plain.text, start) is not None
        implied = "quoted" if quoted(searched.plain.text, start + 1) else "speaker" if speaking else "continued" if goes_on else ""
        if not implied and own() and words.demanding.match(searched.plain.text, start) is not None:
            implied = "author"
        implied = led if led and start == 0 else implied
        if announced and ordinals.match(searched.plain.text[start:end]):
            implied = "CALL"
        announced = announced or announcing.within(searched.plain.text, start, end) is not None
        targets = find_targets(words, searched.plain, part.found) if named is None else [t for t in named if start <= t.start and t.end <= end]
        yield read_sentence(words, part, targets, implied) if targets else _without_targets(part, implied)


@lru_cache(maxsize=_KEPT)
def _without_targets(part: Part, implied: str) -> Sentence:
    """A sentence that neither a proposal nor a concept is spoken of in, read once for both."""
    return read_sentence(lexicon(part.plain.passage.language), part, [], implied)


@lru_cache(maxsize=_KEPT)
def _parts(searched: Searched) -> tuple[Part, ...]:
    """The sentences of a passage, each with the words found in it and its holders."""
    words, found = lexicon(searched.plain.passage.language), sorted(searched.found, key=lambda f: f.start)
    at = 0
    parts: list[Part] = []
    for start, end in sentences(words, searched.plain):
        while at < len(found) and found[at].start < start:
            at += 1
        last = at
        while last < len(found) and found[last].start < end:
            last += 1
        within = tuple(f for f in found[at:last] if f.end <= end)
        parts.append(Part(searched.plain, (start, end), within, tuple(find_holders(words, searched.plain, within, (start, end)))))
        at = last
    return tuple(parts)


def _inside(found: Found, mask: tuple[int, int]) -> bool:
    """Whether words are a part of a name, and not all of it."""
    start, end = mask
    return start <= found.start and found.end <= end and found.end - found.start < end - start
