"""A pair's tokens without the clauses that say nothing of it: asides behind its holder, verbs before and after its own. Names in, names out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import SIGNS

_LONGEST_ASIDE = 9  # tokens between the commas of an aside; more is a clause of its own
_JUDGING = frozenset({"SUFF", "INSUF", "NEG", "GOOD", "BAD", "NEED", "HARD", "QUAL"})
_ACTORS = frozenset({"h", "i"})
_SIDING = frozenset({"SUP", "OPP", "QUAL", "DOUBT"})
_SPEAKING = frozenset({"SAY", "CALL", "SUP", "OPP", "QUAL", "DOUBT", "PREFER", "AGREE", "DISAGREE", "NEED"})


def reduced(names: Sequence[str]) -> list[str]:
    """The names of a sentence's tokens with «H» and «T» its pair, «H», what it does to «T», and what is said of «T» left."""
    at_h, at_t = names.index("H"), names.index("T")
    if at_h > at_t:
        return list(names)
    between = _own_verb(_without_condition(_without_aside(list(names[at_h + 1 : at_t]))))
    owned = between[:-1] if between[-1:] == [">gen"] else between
    if owned[-1:] == ["h"] and owned[-2:-1] in (["OPP"], ["SUP"], ["DOUBT"]):
        between = owned[:-1]  # «rejects h's T», «rejects a T that may harm h»
    elif names[at_t + 1 : at_t + 2] == [">gen"] and (taken := _proposed_by(between)):
        between = taken  # «rejects the T that h calls for»
    return [*names[: at_h + 1], *between, "T", *_before_next_verb(names[at_t + 1 :])]


def _proposed_by(between: list[str]) -> list[str]:
    """The row up to a verb whose object is a target that another has proposed; empty where it is none."""
    at = between.index("h") if between.count("h") == 1 else 0
    row = [name for name in between[at + 1 :] if name != ">say"]
    return between[:at] if at and between[at - 1] in ("OPP", "SUP", "DOUBT") and row in (["CALL"], ["SAY"]) else []


def _without_aside(between: list[str]) -> list[str]:
    """«H, which did this and that, wants T» without what stands between the commas."""
    if between[:1] != [","] or "," not in between[1:]:
        return between
    close = between.index(",", 1)
    rest = between[close + 1 :]
    if close > _LONGEST_ASIDE or not _SPEAKING.intersection(rest) or _ACTORS.intersection(rest[:1]):
        return between
    return rest


def _without_condition(between: list[str]) -> list[str]:
    """«H said that if this happens, T is needed» without the condition."""
    if "IF" not in between or between[-1] != ",":
        return between
    at = between.index("IF")
    told = between[:at] and set(between[:at]) <= {"SAY", "THAT", ","}
    return between[:at] if told and not _ACTORS.intersection(between[at:]) else between


def _own_verb(between: list[str]) -> list[str]:
    """«H did this and wants T», «H did this but wants T»: from the last such verb on, where nobody else has begun to act."""
    comma = next((place for place in range(len(between) - 2, 0, -1) if between[place] == "," and _is_next_verb(between, place)), 0)
    if comma and "h" not in between:
        return between[comma + 1 :]  # «objected to this, rejected T»
    if between[-3:] == [",", "SAY", "THAT"] and _SPEAKING.intersection(between[:-3]) and not _ACTORS.intersection(between):
        return ["SAY", "THAT"]  # «opposed t, arguing that T is enough»
    if "i" in between and "NEG" in between[: between.index("i")] and between[between.index("i") - 1] in (",", "AND"):
        return between[between.index("i") + 1 :] or between  # «H has none of this, and it supports T»
    if between[-1:] == ["AND"] and between[:1] == ["SAY"] and _only_told(between):
        return ["SAY"]  # «held that we do this and that T …»
    joints = [place for place, name in enumerate(between) if name in ("AND", "BUT")]
    if not joints or "h" in between:
        return between
    for joint in reversed(joints):
        rest = between[joint + 1 :]
        if _SPEAKING.union(SIGNS).intersection(rest):
            return rest
        if between[joint] == "AND" and not rest and "SAY" in between[:joint]:
            return ["SAY"]  # «said that this was so and that T …»
    return between


def _only_told(between: Sequence[str]) -> bool:
    """Whether those named in what H says do not speak themselves."""
    return "h" in between and not any(_SPEAKING.intersection(between[place + 1 : place + 2]) for place, name in enumerate(between) if name == "h")


def _is_next_verb(between: list[str], comma: int) -> bool:
    """Whether a comma parts two verbs of the same subject, the second of which takes what follows."""
    return between[comma + 1] in _SIDING and bool(_SIDING.intersection(between[:comma])) and not {"THAT", "t", "i"}.intersection(between)


def _before_next_verb(after: Sequence[str]) -> list[str]:
    """What follows «T» without an aside («T, if applied, is enough»), up to a verb that takes another target («supports T and opposes t»)."""
    close = after.index(",", 1) if after[:1] == [","] and "," in after[1:] else 0
    if 0 < close < _LONGEST_ASIDE and after[close + 1 : close + 2] and after[close + 1] in _JUDGING:
        after = after[close + 1 :]
    for place, name in enumerate(after):
        if name in ("AND", "BUT") and _takes_another(after[place + 1 :]):
            return list(after[:place])
    return list(after)


def _takes_another(rest: Sequence[str]) -> bool:
    for place, name in enumerate(rest):
        if name in _ACTORS or name == ";":
            return False
        if name == "t":
            return bool(_SPEAKING.intersection(rest[:place]))
    return False
