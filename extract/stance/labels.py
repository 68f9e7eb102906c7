"""Stance labels: «States that oppose a ban (2024)», «찬성 국가», «支持保留人类控制». A short text in; how it sorts those beneath it out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.language import languages
from extract.sources.head_words import head_words
from extract.stance.words import stance_pattern, stance_patterns, stance_targets, stance_words, target_patterns
from graph.sourcemap import Span

LONGEST = 110  # characters of a label
BANS = frozenset({"proposal:preemptive-ban", "proposal:ban-on-use"})
ON_VOTES = "proposal:new-regulation"  # what a vote on a resolution is about where its content is not told (gold/GUIDE.md)
_REST, _WIDE_REST = 16, 6  # characters of a label that need not be understood, if it names what it is about
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_BRACKET = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SIGNS = {"plus": "+", "asks": "+", "minus": "-", "qualify": "~"}


@dataclass(frozen=True, slots=True)
class Target:
    """What a text is about: proposals, and the words that name them."""

    ids: tuple[str, ...]
    surface: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stance:
    """``sign``: ``+``, ``-`` or ``~``; ``target`` is None where the label does not say what it is about."""

    sign: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """The stances of a label; ``rest``: it is one of «others»; ``when``: the date it gives."""

    stances: tuple[Stance, ...]
    rest: bool = False
    when: str | None = None


@lru_cache(maxsize=1024)  # headings are asked again for each line beneath them
def read_label(text: str) -> Label | None:
    """The label that a short text is, or ``None``. Words that are not understood make it none, but for a few where it names a proposal."""
    plain = text.strip().strip("*_#:：【】[]〔〕<>《》 ")
    if not plain or len(plain) > LONGEST:
        return None
    others = stance_pattern("others").search(plain)
    if others is None and not any(stance_patterns(kind).possible(plain) for kind in _SIGNS):
        return None
    targets = find_targets(plain)
    cues = list(_cues(plain, targets))
    if not cues and others is None:
        return None
    spans = [(t.start, t.end) for t in targets] + [(start, end) for _, start, end in cues]
    rest = _unread(plain, spans)
    if stance_pattern("negations").search(_blanked(plain, spans)) is not None:
        return None
    if not cues:
        bare = others is not None and not targets and not stance_pattern("others").sub("", rest).strip()
        return Label((Stance("~"),), rest=True, when=written_date(text)) if bare else None
    wide = _WIDE.search(plain) is not None
    if not targets:
        known = any(kind != "asks" for kind, _, _ in cues) and not rest and len({_SIGNS[kind] for kind, _, _ in cues}) == 1
        return Label((Stance(_SIGNS[cues[-1][0]]),), when=written_date(text)) if known else None
    if len(rest) > (_WIDE_REST if wide else _REST):
        return None
    stances = tuple(dict.fromkeys(Stance(_sign(plain, cues, target), target) for target in _foremost(plain, targets)))
    return Label(stances, when=written_date(text))


def find_targets(text: str) -> list[Target]:
    """The proposals named in a text, in order, the longest of those that overlap."""
    found = [
        Target(stance_targets()[number], match[0].strip(), match.start(), match.end())
        for number, match in target_patterns().finditer(text)
        if match[0].strip()
    ]
    kept: list[Target] = []
    for target in sorted(found, key=lambda t: (t.start - t.end, t.start)):
        if all(target.end <= other.start or other.end <= target.start for other in kept):
            kept.append(target)
    return sorted(kept, key=lambda t: t.start)


def written_date(text: str) -> str | None:
    """The one date, or else the one year, that a text gives."""
    dates = {found.value for found in head_words().dates.find(text)}
    years = set(_YEAR.findall(text))
    found = dates or years
    return next(iter(found)) if len(found) == 1 else None


def relation_of(sign: str, proposal: str) -> str:
    """The relation of a stance of that sign to a proposal."""
    return {"+": "SUPPORTS", "-": "OPPOSES", "~": "QUALIFIES"}[sign] + ("_BAN" if proposal in BANS else "")


def speaks_of_weapons(text: str) -> bool | None:
    """Whether a text is about autonomous weapons (True) or about something else (False); ``None`` where it does not tell."""
    if stance_pattern("weapons").search(text) is not None:
        return True
    return False if stance_pattern("elsewhere").search(text) is not None else None


def names_subject(text: str) -> bool | None:
    """The same for a label, caption or heading: what it names is its subject, so that artificial intelligence in general is something else."""
    said = speaks_of_weapons(text)
    return False if said is None and stance_pattern("general").search(text) is not None else said


def _cues(text: str, targets: Sequence[Target]) -> Iterator[tuple[str, int, int]]:
    """The words of a stance outside the targets, the longest of those that overlap."""
    found = [
        (kind, match.start(), match.end())
        for kind in _SIGNS
        for _, match in stance_patterns(kind).finditer(text)
        if all(match.end() <= t.start or t.end <= match.start() for t in targets)
    ]
    kept: list[tuple[str, int, int]] = []
    for cue in sorted(found, key=lambda c: (c[1] - c[2], c[1])):
        if all(cue[2] <= other[1] or other[2] <= cue[1] for other in kept):
            kept.append(cue)
    yield from sorted(kept, key=lambda c: c[1])


def _sign(text: str, cues: Sequence[tuple[str, int, int]], target: Target) -> str:
    """The nearest stance on the side where the language has it, else on the other."""
    before = [kind for kind, _, end in cues if end <= target.start]
    after = [kind for kind, start, _ in cues if start >= target.end]
    last = _HANGUL.search(text) is not None and any(stance_words(code).verb_last for code in languages())
    first, second = (after[:1], before[-1:]) if last else (before[-1:], after[:1])
    return _SIGNS[(first or second)[0]]


def _foremost(text: str, targets: Sequence[Target]) -> list[Target]:
    """Of alternatives («regulation/ban») the ban: it is what such a label is read for."""
    kept = list(targets)
    for one, other in pairwise(targets):
        if text[one.end : other.start].strip() in ("/", "／", "|"):
            weaker = one if BANS & set(other.ids) else other
            kept = [target for target in kept if target is not weaker]
    return kept


def _blanked(text: str, spans: Sequence[Span]) -> str:
    signs = list(text)
    for low, high in spans:
        signs[low:high] = " " * (high - low)
    return "".join(signs)


def _unread(text: str, spans: Sequence[Span]) -> str:
    """The letters of a text that nothing explains."""
    dates = [(found.start, found.end) for found in head_words().dates.find(text)]
    left = _blanked(text, [*spans, *dates, *(m.span() for m in _BRACKET.finditer(text))])
    for key in ("votes", "weapons", "nouns"):
        left = stance_pattern(key).sub(lambda match: " " * len(match[0]), left)
    return re.sub(r"[\W\d_]", "", left)
