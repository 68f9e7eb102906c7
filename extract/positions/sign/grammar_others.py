"""Who else acts in a plain clause between or beside a holder and its target, and whether it is them who hold it. Token names in; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import chain
from extract.positions.sign.features import clause
from extract.positions.sign.grammar_behind import ASIDE, ATTITUDES

_TELLING = frozenset({"SAY", "CALL", ">say", "THAT"})
_ACTS = frozenset({"SUP", "CALL", "OPP", "SIGN"})


def own_clause(before: Sequence[str]) -> list[str]:
    """The tokens before T back to its clause's comma: what a condition before it asks for is not what it says of T."""
    row = clause(before[::-1])[::-1]
    last = len(row) - row[::-1].index(",") if "," in row else 0
    return row[last:] if "NEED" in row[last:] else row


def holds_another(between: Sequence[str]) -> bool:
    """Whether it is another who stands before T and does something to it, of whom H only tells («H said that h supports T»)."""
    if "h" not in between:
        return False
    at = len(between) - 1 - list(between)[::-1].index("h")
    if between[at - 1 : at] and between[at - 1].startswith("<"):
        return False
    told = [name for name in between[:at] if name != ","]
    acts = [name for name in between[at + 1 :] if not name.startswith((">", "<")) and name not in ASIDE]
    own = "t" in told or ":" in between[:at] or (bool(told) and set(told) <= {"SAY", "THAT", "FACT"})  # H has a target of its own, or tells
    plain = own and bool(acts) and set(acts) <= ATTITUDES | {"SAY", "THAT", "NEG", "COND", "PREFER"}
    return plain and bool(ATTITUDES.intersection(acts) or "SAY" in acts)


def barred_by(between: Sequence[str], kind: str) -> str | None:
    """The sign in «H said that h should not do T»: what H does not want of another; none where H says no such thing."""
    at = len(between) - 1 - list(between)[::-1].index("h") if "h" in between else 0
    told, acts = set(between[:at]) - {",", ":", "'"}, list(between[at + 1 :])
    if kind not in ("nominal", "theme") or acts[:2] != [">duty", "NEG"] or not told or not told <= _TELLING:
        return None
    rest = [name for name in acts[2:] if name not in ASIDE]
    return chain(["NEG", *rest]) if set(rest) <= _ACTS else None


def quoted_by_another(names: Sequence[str], at_h: int, at_t: int) -> bool:
    """«H did this: ‘T is needed’, h said»."""
    rest = list(names[at_t + 1 :])
    if list(names[at_h + 1 : at_t]).count("'") != 1 or "'" not in rest:
        return False
    close = [name for name in rest[rest.index("'") + 1 :] if name not in ASIDE and not name.startswith((">", "<"))][:2]
    return sorted(close) == ["SAY", "h"]


def told_of_another(before: Sequence[str], between: Sequence[str]) -> bool:
    """Whether somebody before T is said by H to be for or against it."""
    if "h" not in before or "<by" in between or "SAY" not in between:
        return False
    acts = [name for name in list(before)[::-1][: list(before)[::-1].index("h")] if not name.startswith((">", "<"))]
    return bool(ATTITUDES.intersection(acts)) and set(acts) <= ATTITUDES | {"NEG", "COND", "SAY"}


def unaddressed(between: Sequence[str]) -> list[str]:
    """The row without whom H asks to do something about T («urged h to support T»)."""
    row = list(between)
    at = next((place for place, name in enumerate(row) if name == "h"), 0)
    if at > 1 and row[at - 1] == "<ob" and row[at - 2] in ("CALL", "ASK") and row.count("h") == 1:
        return [*(("CALL" if name == "ASK" else name) for name in row[: at - 1]), *row[at + 1 :]]
    if row[at - 2 : at] == ["CALL", "THAT"] and row[at + 1 :] in (["SUP"], ["OPP"]):
        return [*row[: at - 1], *row[at + 1 :]]  # «suggested that h support T»
    return row
