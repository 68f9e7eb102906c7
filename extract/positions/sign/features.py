"""What the sign of a holder towards a target is learned from: order, cues between and around, the algebra. A sentence in, features out; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.positions.pack.words import position_words
from extract.positions.sentence.focus import seen_from
from extract.positions.sentence.tokens import Sentence, Token
from extract.positions.sign.algebra import chain

_QUIET = frozenset({",", "'"})  # marks left out of the short views


def features(sentence: Sentence, language: str, holder: int, target: int) -> list[str]:
    """The features of a pair, by the numbers of holder and target in the sentence: for all languages, and once more for its own."""
    plain = own_features(seen_from(sentence, language, holder, target), language, holder, target)
    return [*plain, *(f"{language}:{one}" for one in plain)]


def own_features(sentence: Sentence, language: str, holder: int, target: int) -> list[str]:
    """The features of a pair for all languages, in the sentence as it is seen from the pair."""
    names = names_of(sentence, holder, target)
    at_h, at_t = names.index("H"), names.index("T")
    kind, sort = sentence.targets[target].kind, sentence.holders[holder].sort
    views = _views(names, at_h, at_t, language)
    return [f"k={kind}", f"s={sort}", f"ks={kind}{sort}", *views, *(f"{kind}|{view}" for view in views if view[0] in "ASCF")]


def names_of(sentence: Sentence, holder: int, target: int) -> list[str]:
    """The names of a sentence's tokens, the pair's own as «H» and «T»."""
    return [_name(sentence, token, holder, target) for token in sentence.tokens]


def _name(sentence: Sentence, token: Token, holder: int, target: int) -> str:
    if token.name == "h":
        return "H" if token.index == holder else "i" if sentence.holders[token.index].sort == "third" else "h"
    if token.name == "t":
        return "T" if token.index == target else "v" if not sentence.targets[token.index].proposals else "t"
    return token.name


def _views(names: Sequence[str], at_h: int, at_t: int, language: str) -> list[str]:
    order = "HT" if at_h < at_t else "TH"
    left, right = min(at_h, at_t), max(at_h, at_t)
    zones = {"a": clause(names[:left][::-1])[::-1], "b": list(names[left + 1 : right]), "c": _until_next(names[right + 1 :])}
    found = [f"O={order}"]
    for zone, row in zones.items():
        found += _grams(f"{order}{zone}", row if zone == "b" else row[-6:] if zone == "a" else row[:8])
    found += _shape(order, zones)
    found += _near(names, at_h, at_t, order)
    return [*found, *_algebra(names, at_h, at_t, order, language)]


def _grams(zone: str, row: list[str]) -> Iterator[str]:
    for index, name in enumerate(row):
        yield f"U{zone}={name}"
        if index:
            yield f"B{zone}={row[index - 1]} {name}"
        if index > 1:
            yield f"G{zone}={row[index - 2]} {row[index - 1]} {name}"


def _shape(order: str, zones: dict[str, list[str]]) -> Iterator[str]:
    between = [name for name in zones["b"] if name not in _QUIET]
    yield f"S{order}b={' '.join(between[:7])}"
    for many in ("h", "t", "i", ";", "BUT"):
        yield f"N{order}{many}={min(2, zones['b'].count(many))}"
    after = [name for name in zones["c"] if name not in _QUIET]
    before = [name for name in zones["a"] if name not in _QUIET]
    yield f"S{order}c={' '.join(after[:3])}"
    yield f"S{order}c1={' '.join(after[:1])}"
    yield f"S{order}bc={' '.join(between[-2:])}|{' '.join(after[:2])}"
    yield f"S{order}ab={' '.join(before[-2:])}|{' '.join(between[:3])}"


def _near(names: Sequence[str], at_h: int, at_t: int, order: str) -> Iterator[str]:
    """What stands on both sides of the holder and of the target."""
    for letter, at in (("h", at_h), ("t", at_t)):
        before = [n for n in names[max(0, at - 4) : at] if n not in _QUIET]
        after = [n for n in names[at + 1 : at + 6] if n not in _QUIET]
        yield f"C{order}{letter}={' '.join(before[-1:])}_{' '.join(after[:1])}"
        yield f"C{order}{letter}2={' '.join(before[-2:])}_{' '.join(after[:2])}"
        yield f"C{order}{letter}>={' '.join(after[:2])}"
        yield f"C{order}{letter}<={' '.join(before[-2:])}"
        yield f"F{order}{letter}<={next((n for n in reversed(names[:at]) if n.isupper()), '')}"
        yield f"F{order}{letter}>={next((n for n in names[at + 1 :] if n.isupper()), '')}"


def _algebra(names: Sequence[str], at_h: int, at_t: int, order: str, language: str) -> Iterator[str]:
    last_first = position_words(language).verb_last
    between = chain(names[min(at_h, at_t) + 1 : max(at_h, at_t)], last_first=last_first)
    after = chain(clause(names[at_t + 1 :]), last_first=last_first)
    before = chain(clause(names[:at_t][::-1])[::-1], last_first=last_first)
    both = chain([*clause(names[:at_t][::-1])[::-1], *clause(names[at_t + 1 :])], last_first=last_first)
    yield from (
        f"A{order}b={between}",
        f"A{order}c={after}",
        f"A{order}l={before}",
        f"A{order}x={both}",
        f"A{order}bc={between}{after}",
        f"A{order}lc={before}{after}",
    )


def _until_next(names: Sequence[str]) -> list[str]:
    """The tokens up to where somebody else begins to act, or the sentence breaks."""
    for index, name in enumerate(names):
        acts = name in ("h", "i") and not (index and names[index - 1].startswith("<")) and any(n.isupper() for n in names[index + 1 : index + 3])
        if acts or name in (";", "?"):
            return list(names[:index])
    return list(names)


def clause(names: Sequence[str]) -> list[str]:
    """The tokens up to where another clause begins, in the order given."""
    row: list[str] = []
    for index, name in enumerate(names):
        if name in (";", "BUT", "h", "H", "i", "t", "?") or (name == "SAY" and index > 0 and names[index - 1] == ","):
            break
        row.append(name)
    return row
