"""What is said of a target from outside its clause: by the head of a list («H asked for: A, B»), by a phrase that
endorses it behind, by the name of a group («opponents of T»). A sentence and a pair in, a sign or none out; pure.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.pack.lexicon import lexicon
from extract.positions.pack.words import position_words
from extract.positions.sentence.targets import Target
from extract.positions.sentence.tokens import Sentence
from extract.positions.sign.algebra import SIGNS, chain, times

_SILENT = frozenset("，；。")
_TOLD = {"claim": 4, "inverse": 14}  # characters between a subject and what it must not do, by the kind of that: «should not» stands between
_BALLOT = 6  # characters before the mark behind a ballot in which it is named
_MARKS = frozenset({",", ";", ":"})
_WEIGHING = frozenset(SIGNS) | {"NEG"}
_AGAINST = frozenset({"BAD", "OPP", "INSUF"})
_UNLIKE = frozenset({"BUT", "COND", "THAT", "ASK", "RATHER", "AGREE", "DISAGREE", "?"})  # what no plain head of a list holds


def announced_sign(sentence: Sentence, language: str, holder: int, target: int) -> str | None:
    """The sign that the head of its list or an endorsing phrase gives a target; none where there is neither."""
    places = [(token.name, token.index) for token in sentence.tokens]
    names = [name for name, _ in places]
    at_h, at_t = places.index(("h", holder)), places.index(("t", target))
    if at_h < at_t:
        return _listed(sentence, names, at_h, at_t)
    return _endorsed(sentence, language, names, at_t, at_h)


def points_within(sentence: Sentence, language: str, holder: int, target: int) -> bool:
    """Whether a view that is endorsed («…, and this was widely agreed») is that of the target named before it in its own sentence."""
    what = sentence.targets[target]
    if what.kind != "view" or not _endorses(sentence, language, holder):
        return False
    return any(other.proposals and other.head < what.head for other in sentence.targets)


def is_silent(sentence: Sentence, target: int) -> bool:
    """Whether a target is but the mark behind a stance whose object was named before («…表示反对。»)."""
    what = sentence.targets[target]
    return what.kind == "theme" and sentence.plain.text[what.start : what.end] in ("，", "。", "；")


def ballot_cast(near: Sentence, language: str, holder: int, target: int) -> str | None:
    """The sign of a ballot whose object was named before («H cast a vote against, …»), in a sentence focused on the pair; none elsewhere."""
    what = near.targets[target]
    if not is_silent(near, target) or not lexicon(language).voting.search(near.plain.text, max(near.start, what.start - _BALLOT), what.start):
        return None
    names = [(token.name, token.index) for token in near.tokens]
    at_h, at_t = names.index(("h", holder)), names.index(("t", target))
    between = [name for name, _ in names[at_h + 1 : at_t] if not name.startswith((">", "<"))]
    return SIGNS[between[0]] if at_h < at_t and len(between) == 1 and between[0] in ("SUP", "OPP", "QUAL") else None


def has_object(sentence: Sentence, holder: int, target: int) -> bool:
    """Whether the stance before a silent mark has its object in words: a proposal behind the holder («H held that T, …, was unacceptable.»)."""
    if not is_silent(sentence, target):
        return False
    start, end = sentence.holders[holder].end, sentence.targets[target].head
    named = [other.head for other in sentence.targets if other.proposals and start <= other.head < end]
    return bool(named) and not any(named[-1] < other.start < end for other in sentence.holders)


def meant_before(sentence: Sentence, holder: int, target: int) -> Target | None:
    """The proposal named right before a holder whose stance has no object of its own («T, H cannot agree with.»); none elsewhere."""
    start = sentence.holders[holder].start
    if not is_silent(sentence, target) or sentence.holders[holder].sort == "dropped":
        return None
    named = [other for other in sentence.targets if other.proposals and other.end <= start]
    if (
        not named
        or any(named[0].start < other.start < start for other in sentence.holders)
        or any(o.start < named[0].start for o in sentence.holders)
    ):
        return None
    return named[0]


def is_warned(sentence: Sentence, target: int) -> bool:
    """Whether a target is only told what it must not harm («no rule should hamper civilian research»)."""
    what = sentence.targets[target]
    if sentence.plain.text[what.start : what.end] in _SILENT:
        return False  # what a mark stands for was spoken of before («voted in favour, and said that …»)
    after = (other for other in sentence.targets if 0 <= other.start - what.end <= _TOLD.get(other.kind, -1))
    return what.kind != "pledge" and any("proposal:protect-civilian-development" in other.proposals for other in after)


def side_taken(sentence: Sentence, language: str, holder: int, target: int) -> str | None:
    """The sign of a group that is named by what it sides on («opponents of a ban»)."""
    who, what = sentence.holders[holder], sentence.targets[target]
    side = next((words.siding.get((party.id or "").removeprefix("group:")) for words in [position_words(language)] for party, _ in who.parties), None)
    if side is None or what.head < who.end or lexicon(language).side_of.fullmatch(sentence.plain.text, who.end, what.start) is None:
        return None
    return times("-", side) if what.kind == "inverse" else side


def _endorses(sentence: Sentence, language: str, holder: int) -> bool:
    who = sentence.holders[holder]
    said = sentence.plain.text[who.start : who.end]
    return who.sort == "impersonal" and lexicon(language).endorsing.search(said) is not None


def _endorsed(sentence: Sentence, language: str, names: Sequence[str], at_t: int, at_h: int) -> str | None:
    """«T was widely supported», «T is the best forum, this was generally agreed»."""
    holder, target = sentence.tokens[at_h].index, sentence.tokens[at_t].index
    kind, between = sentence.targets[target].kind, names[at_t + 1 : at_h]
    if not _endorses(sentence, language, holder) or kind in ("law", "pledge", "building") or {"h", ";", *_UNLIKE}.intersection(between):
        return None
    if between.count(",") > 1:
        return None
    against = bool(_AGAINST.intersection(between))
    return "-" if against != (kind == "inverse") else "+"


def _listed(sentence: Sentence, names: Sequence[str], at_h: int, at_t: int) -> str | None:
    """«H asked for: A; B», «the tasks that were proposed: A, B»."""
    between = list(names[at_h + 1 : at_t])
    if ":" not in between or {"h", *_UNLIKE}.intersection(between) or sentence.targets[sentence.tokens[at_t].index].kind in ("law", "building"):
        return None
    colon = between.index(":")
    head = [name for name in between[:colon] if name.isupper()]
    if "INCL" not in head and head[-1:] not in (["CALL"], ["SUP"], ["OPP"], ["NEED"]):
        return None
    said = chain(head)
    if said == "0" and sentence.holders[sentence.tokens[at_h].index].sort == "impersonal":
        said = "+"
    own = chain(_own_item(between[colon + 1 :]))
    following = [name for name in _until_mark(names[at_t + 1 :]) if name in _WEIGHING]
    if said == "0" or _AGAINST.intersection(following):
        return None
    sign = said if own == "0" else own if said == "+" else times(said, own)
    return times("-", sign) if sentence.targets[sentence.tokens[at_t].index].kind == "inverse" else sign


def _own_item(items: Sequence[str]) -> list[str]:
    """The cues before a target in its item of a list: those right before it, else those it shares with the target before."""
    last = max((place for place, name in enumerate(items) if name in _MARKS), default=-1)
    cues: list[str] = []
    for name in reversed(items[last + 1 :]):
        if name == "t" and cues:
            break
        if name in _WEIGHING:
            cues.insert(0, name)
    return cues


def _until_mark(names: Sequence[str]) -> list[str]:
    end = next((place for place, name in enumerate(names) if name in _MARKS or name in ("t", "h")), len(names))
    return list(names[:end])
