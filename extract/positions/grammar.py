"""The sign of a holder towards a target in a plain clause, by the algebra of polarity alone. Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.algebra import SIGNS, chain, negated, times
from extract.positions.features import clause
from extract.positions.reduce import reduced

_ASIDE = frozenset({",", "'", ":"})
_UNPLAIN = frozenset(
    {"h", "i", ";", "?", "BUT", "ASK", "FACT", "RATHER", "PREFER", "ONCE", "LACK", "WORRY", "AGREE", "DISAGREE", "v", "INSUF", "SUFF"}
)
_DENYING = frozenset({"NEG", "ASK", "DOUBT"})
_REPORT = frozenset({"SAY", "THAT", "CLAIM", "SIGN"})
_NOT_SUBJECT = frozenset({"<ob", "<from", "<no", "<by"})
_WEIGH = frozenset(SIGNS) | {"NEG"}


def plain_sign(names: Sequence[str], kind: str) -> str | None:
    """The sign of «H» towards «T» among the names of a sentence's tokens; ``kind`` is the target's."""
    names = reduced(names)
    at_h, at_t = names.index("H"), names.index("T")
    if kind in ("building", "view") or "?" in names[max(at_h, at_t) :]:
        return None
    if at_h < at_t:
        before = [name for name in names[:at_h] if name not in _ASIDE]
        if before[-1:] and before[-1] in _NOT_SUBJECT:
            return _titled(before, names[at_h + 1 : at_t])
        if _DENYING.intersection(before[-2:]):
            return None
        return _told(names[at_h + 1 : at_t], _following(names, at_t), kind)
    return _told_after(names[at_t + 1 : at_h], names[at_h + 1 :], kind)


def _titled(before: Sequence[str], between: Sequence[str]) -> str | None:
    """«A proposal by H to do T», «opposition from H to T»."""
    row = [name for name in between if name not in _ASIDE and not name.startswith("<")]
    if row or before[-1] not in ("<by", "<from", "<of") or len(before) < 2 or before[-2] not in ("CALL", "SUP", "OPP"):
        return None
    return SIGNS[before[-2]]


def _following(names: Sequence[str], at_t: int) -> list[str]:
    return [name for name in clause(names[at_t + 1 :]) if name not in _ASIDE]


def _told(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«H supports T», «H said that T is needed»."""
    row = [name for name in between if name not in _ASIDE and not name.startswith((">", "<"))]
    if "t" in row:  # «H wants neither t nor T»
        at = row.index("t")
        if any(name not in ("t", "NEG") for name in row[at:]):
            return None
        row = row[:at]
    if "AND" in row[:-1]:  # «criticised others and called for T»
        row = row[len(row) - row[::-1].index("AND") :]
    if _UNPLAIN.intersection(row) or ">duty" in between:
        return None
    if kind == "pledge":
        return "+" if not {"CALL", "OPP", "QUAL"}.intersection(row) else None
    if kind == "claim":
        return "+" if set(row) <= _REPORT | {"CALL", "NEED", "SUP", "GOOD"} and row else None
    return _both(row, chain(row), _judged(after, kind), kind)


def _both(row: list[str], said: str, judged: str, kind: str) -> str | None:
    """The sign of what stands between holder and target and of what is said of the target behind it, where they do not clash."""
    if row[-1:] == ["NEG"] and set(row) <= _REPORT | {"NEG"}:  # «said that no T was needed»
        return negated(judged) if judged != "0" else None
    if kind == "inverse":
        sign = said if judged == "0" else judged if said == "0" and row else None
        return times("-", sign) if sign in ("+", "-") else None
    if kind == "law":
        return judged if judged != "0" and said == "0" and row else None
    if "0" not in (said, judged):
        return said if said == judged else None
    if said == "0" and not set(row) & _REPORT:
        return None
    sign = said if said != "0" else judged
    return sign if sign != "0" else None


def _judged(after: Sequence[str], kind: str) -> str:
    """What is said of T behind it."""
    if kind == "law":
        row = [name for name in after if name in ("SUFF", "INSUF", "NEG")][:3]
        return chain(row) if {"SUFF", "INSUF"}.intersection(row) else "0"
    row = []
    for name in after:
        if name in _WEIGH:
            row.append(name)
            if name != "NEG":
                break
        elif name in ("SAY", "THAT", "LACK", "AGREE", "DISAGREE"):
            break
    if "LACK" in after[:1]:
        return "0"
    return chain(row)


def _told_after(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«T was supported by H», «T is needed, said H»."""
    row = [name for name in between if name not in _ASIDE]
    passive, said = row[-1:] == ["<by"], row[-1:] == ["SAY"] or list(after[:1]) in (["SAY"], [">say"])
    row = [name for name in row if not name.startswith((">", "<"))]
    if said and row[-1:] == ["SAY"]:
        row.pop()
    if _UNPLAIN.difference({"SUFF", "INSUF", "COND"}).intersection(row) or "t" in row or not (passive or said):
        return None
    if kind in ("claim", "pledge"):
        return "+" if said and not row else None
    if kind == "law":
        return (chain(row) if {"SUFF", "INSUF"}.intersection(row) else None) if said else None
    sign = chain(row)
    if sign == "0" or (passive and ("SAY" in row or not {"SUP", "CALL", "OPP", "QUAL", "DOUBT"}.intersection(row))):
        return None
    return times("-", sign) if kind == "inverse" else sign
