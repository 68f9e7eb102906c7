"""The sign of a holder towards a target in a plain clause of a language that puts the verb last. Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.algebra import SIGNS, negated

_SUBJECT = frozenset({">top", ">nom"})
_ASIDE = frozenset({",", "'", "SAY", "THAT"})
_ENDS = frozenset({"BUT", "AND", ";", "h", "i", "t", "v"})
_UNPLAIN = frozenset({"?", "ASK", "FACT", "RATHER", "COND", "LACK", "CLAIM", "DISAGREE", "HARD", "DOUBT", "WORRY"})
_LAW = frozenset({"SUFF", "INSUF", "NEG"})
_URGED = frozenset({"CALL", "NEED", "DUTY"})
_REPORTED = frozenset({"SAY", "DUTY", "NEED", "CALL"})


def plain_sign_last(names: Sequence[str], kind: str) -> str | None:
    """The sign of «H» towards «T» where H is the subject and T what its verb is about; ``kind`` is the target's. None where it is not that plain."""
    at_h, at_t = names.index("H"), names.index("T")
    if kind not in ("nominal", "law", "clause") or at_t < at_h or names[at_h + 1] not in _SUBJECT:
        return None
    between = names[at_h + 2 : at_t]
    others = [name for at, name in enumerate(between) if name in ("h", "i") or (name in _SUBJECT and between[at - 1] not in ("t", "v"))]
    if others or _UNPLAIN.intersection(between):
        return None
    row = _predicate(names[at_t + 1 :])
    if row is None:
        return None
    if kind == "clause":
        return "+" if row and set(row) <= _REPORTED else None
    if kind == "law" and not set(row) - {"SAY"} <= _LAW:
        return None
    if names[at_h + 1] == ">nom" and _URGED.intersection(row):
        return None  # «that H do T, was demanded»
    return _sign([name for name in row if name not in _ASIDE])


def _predicate(after: Sequence[str]) -> list[str] | None:
    """The cues of the verb behind T: up to the next clause, actor or target; none where the clause is not plain."""
    row: list[str] = []
    for name in after:
        if name in _ENDS:
            break
        if name in _UNPLAIN:
            return None
        if not name.startswith((">", "<")):
            row.append(name)
    return row


def _sign(row: Sequence[str]) -> str | None:
    """The sign of one cue and what negates it; none where several signs could clash."""
    signs = {SIGNS[name] for name in row if name in SIGNS}
    if len(signs) != 1 or row.count("NEG") > 1:
        return None
    sign = signs.pop()
    if "NEG" not in row:
        return sign
    return negated(sign) if row[-1] == "NEG" and row[-2] in SIGNS else None
