"""What is spoken for or against: targets put together from elements that stand near each other. Found words in, targets out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.positions.pack.lexicon import Lexicon
from extract.positions.pack.matching import Found
from extract.positions.pack.plain import Plain
from extract.positions.pack.words import TargetRule

_HIDING = {
    "weapon": {"partial", "develop"},
    "notdevelop": {"develop"},
    "uncontrolled": {"hcontrol"},
    "othernot": {"ban"},  # «those that are not banned»
    "lacking": {"hcontrol", "mhc", "ahj", "controlclaim", "partial"},
}  # by hiding element
_BREAKS = frozenset("。;；!?！？")
_SILENT = "，。；"  # marks that may stand for an object left out
_PART_OF = re.compile(r"(?<!favour)(?<!favor)(?<!support) of \Z")  # «the text of the proposal»
_CLOSE = 16  # elements that belong together within so few characters stand in one clause


@dataclass(frozen=True, slots=True)
class Target:
    """Words at ``start…end`` (their core at ``head``) that name ``proposals``; ``parts`` are the stretches whose words are used up."""

    start: int
    end: int
    head: int
    kind: str
    proposals: tuple[str, ...]
    parts: tuple[tuple[int, int], ...]


def find_targets(words: Lexicon, plain: Plain, found: Sequence[Found]) -> list[Target]:
    """The targets of a sentence, ascending. For each head the first rule that fits holds; a head inside another's words is none."""
    elements = _unhidden(sorted((one for one in found if one.group == "element" or one.name == "foreign"), key=lambda one: (one.start, -one.end)))
    heads = [one for one in elements if not any(one.name == other.name and _within(one, other) for other in elements)]
    targets: list[Target] = []
    names = {one.name for one in elements}
    for rule in words.rules if names else ():
        if rule.head not in names or not all(names.intersection(group) for group in rule.needs):
            continue
        for head in heads:
            if head.name == rule.head and not _used(head, targets):
                parts = _parts(plain, elements, rule, head)
                if parts is not None:
                    used = [p for p in parts if p.name not in rule.lent]
                    start, end = min(p.start for p in used), max(p.end for p in used)
                    whole = rule.kind == "clause"  # it carries its own sign: the words between its parts are its own, too
                    stretches = ((start, end),) if whole else tuple((p.start, p.end) for p in used)
                    targets.append(
                        Target(start, end, start if whole else head.start, rule.kind, tuple(f"proposal:{name}" for name in rule.to), stretches)
                    )
    targets += [Target(o.start, o.end, o.start, o.name, (), ((o.start, o.end),)) for o in _references(words, plain, found, targets)]
    pointed = (t for t in targets if t.proposals or (t.kind in ("view", "theme") and _PART_OF.search(plain.text, 0, t.start) is None))
    return sorted(pointed, key=lambda t: t.head)


def _unhidden(elements: list[Found]) -> list[Found]:
    """The elements without those that only belong to another's words («weapons that choose» limits no ban, «not their development» names none)."""
    hiding = [one for one in elements if one.name in _HIDING]
    return [one for one in elements if not any(one.name in _HIDING[h.name] and h.start <= one.start and one.end <= h.end for h in hiding)]


def _within(one: Found, other: Found) -> bool:
    """Whether words are but a part of longer ones."""
    return other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start


def _parts(plain: Plain, elements: Sequence[Found], rule: TargetRule, head: Found) -> list[Found] | None:
    if any(e.name in rule.outside and e.start <= head.start and head.end <= e.end for e in elements):
        return None
    apart = "，" if rule.within <= _CLOSE or rule.kind == "inverse" else ""
    if any(_gap(plain, head, e) <= rule.beside for e in elements if e.name in rule.without):
        return None
    if rule.after and any(e.name in rule.after and head.end <= e.start <= head.end + rule.reach for e in elements):
        return None
    parts = [head]
    for group in rule.needs:
        near = [
            e for e in elements
            if e.name in group and e is not head and _gap(plain, head, e, apart) <= rule.within and _in_order(rule, head, e)
        ]  # fmt: skip
        if not near:
            return None
        parts.append(min(near, key=lambda e: (_gap(plain, head, e), e.start)))
    return parts


def _in_order(rule: TargetRule, head: Found, other: Found) -> bool:
    return rule.order == "any" or (other.start >= head.end if rule.order == "after" else other.end <= head.start)


def _gap(plain: Plain, one: Found, other: Found, apart: str = "") -> int:
    """How many characters lie between two elements; none to speak of where they overlap, too many across a break or the mark ``apart``."""
    left, right = (one, other) if one.start <= other.start else (other, one)
    between = plain.text[left.end : right.start]
    return len(between) if _BREAKS.isdisjoint(between) and (not apart or apart not in between) else 10_000


def _used(head: Found, targets: Iterable[Target]) -> bool:
    return any(start < head.end and head.start < end for target in targets for start, end in target.parts)


def _references(words: Lexicon, plain: Plain, found: Sequence[Found], targets: list[Target]) -> list[Found]:
    """Words that point back («this view», «the proposal») and are no part of a target."""
    pointing = [one for one in found if one.group == "mark" and one.name in ("view", "theme") and not _used(one, targets)]
    if words.words.objects:
        said = [one for one in pointing if plain.text[one.start] not in _SILENT]
        other = any(one.name == "foreign" for one in found)  # what the mark stands for may be the other thing
        left_out = (one for one in pointing if plain.text[one.start] in _SILENT and not other and not _has_object(words, plain, one))
        pointing = said + [one for one in left_out if not any(_opens(plain, other, one) for other in said)]
    kept: list[Found] = []
    for one in sorted(pointing, key=lambda one: (one.start - one.end, one.start)):  # the longest of those that overlap
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


def _opens(plain: Plain, one: Found, mark: Found) -> bool:
    """Whether words that point back stand in the clause of a mark, or open the one before it («对此，…表示怀疑。»)."""
    between = plain.text[one.end : mark.start]
    return one.end <= mark.start and not any(sign in between.removeprefix("，") for sign in _SILENT)


def _has_object(words: Lexicon, plain: Plain, mark: Found) -> bool:
    """Whether the clause that a mark ends names what its verb is about, so that nothing is left out («welcomed the outcome»)."""
    start = max(plain.text.rfind(sign, 0, mark.start) for sign in _SILENT) + 1
    return re.search(words.words.objects, plain.text[start : mark.start]) is not None
