"""The sign of a holder towards a target in a plain clause, by the algebra of polarity alone. Token names in, a sign or none out; pure.

A sign is + - ~, or 0 where it is sure that nothing is held; None where the clause is not plain enough to tell.
"""

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
_ATTITUDES = frozenset({"CALL", "SUP", "OPP", "QUAL", "DOUBT"})


def plain_sign(names: Sequence[str], kind: str) -> str | None:
    """The sign of «H» towards «T» among the names of a sentence's tokens; ``kind`` is the target's."""
    names = reduced(names)
    at_h, at_t = names.index("H"), names.index("T")
    if kind in ("building", "view") or "?" in names[max(at_h, at_t) :]:
        return None
    if at_h < at_t:
        before = [name for name in names[:at_h] if name not in _ASIDE]
        if before[-1:] and before[-1] in _NOT_SUBJECT:
            asked = before[-2:] == ["CALL", "<ob"] and "NEED" not in names[at_h + 1 : at_t]  # but «to drop their resistance to T»
            return "0" if asked else _titled(before, names[at_h + 1 : at_t])
        if _DENYING.intersection(before[-2:]):
            return None
        if before[-1:] == ["CALL"] or before[-2:] == ["CALL", "THAT"]:
            return "0"  # «asked that H support T»
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
    if "h" not in row:
        row = _own(row)
    if row[-1:] in (["RATHER"], ["BUT"]) and "t" in row:
        return _instead(row)
    if "t" in row:  # «H wants neither t nor T»
        at = row.index("t")
        if any(name not in ("t", "NEG") for name in row[at:]):
            return None
        row = row[:at]
    if "AND" in row[:-1]:  # «criticised others and called for T»
        row = row[len(row) - row[::-1].index("AND") :]
    if (sign := _special(row, after, kind)) is not None:
        return sign
    if _UNPLAIN.intersection(row) or ">duty" in between:
        return None
    return _signed(row, after, kind)


def _special(row: list[str], after: Sequence[str], kind: str) -> str | None:
    """What a preference, a refusal to allow, and a question about T say."""
    if row[-1:] == ["PREFER"] and not _UNPLAIN.difference({"PREFER"}).intersection(row) and "RATHER" not in after:
        return "+" if kind in ("nominal", "theme") and "NEG" not in row else None
    if kind == "inverse" and row[-1:] == ["ASK"] and "NEG" in row:
        row = row[:-1]
    if kind == "inverse" and row[-1:] == ["NEG"] and set(row) <= _REPORT | {"NEG", "NEED", "COND"}:
        return "+"  # «we cannot let machines …»
    if "ASK" in row and not _WEIGH.intersection(row[row.index("ASK") :]) and "DOUBT" not in row:
        return "0"  # «asked whether T»
    return None


def _signed(row: list[str], after: Sequence[str], kind: str) -> str | None:
    """The sign of a row of cues between holder and target."""
    if kind == "pledge":
        return "+" if not {"CALL", "OPP", "QUAL"}.intersection(row) else None
    if kind == "claim":
        return "+" if set(row) <= _REPORT | {"CALL", "NEED", "SUP", "GOOD"} and row else None
    return _both(row, chain(row), _judged(after, kind), kind)


def _own(row: list[str]) -> list[str]:
    """The row without pronouns for the holder, and without what the holder did before the last verb («presented a paper and called for T»)."""
    row = [name for name in row if name != "i"]
    at = max((place for place, name in enumerate(row) if name == "FACT"), default=-1)
    return row[at + 1 :] if row[-1:] and row[-1] in _ATTITUDES and "t" not in row[at + 1 :] else row


def _instead(row: list[str]) -> str | None:
    """«Prefers t to T» is against T; «does not want t but T» is for it."""
    said = chain("SUP" if name == "PREFER" else name for name in row[: row.index("t")])
    if row[-1] == "RATHER":
        return "-" if said == "+" else None
    return "+" if said == "-" and row[row.index("t") + 1 :] == ["BUT"] else None


def _both(row: list[str], said: str, judged: str, kind: str) -> str | None:
    """The sign of what stands between holder and target and of what is said of the target behind it, where they do not clash."""
    if row[-1:] == ["NEG"] and set(row) <= _REPORT | {"NEG"}:  # «said that no T was needed»
        return negated(judged) if judged != "0" else None
    if kind == "inverse":
        sign = said if judged == "0" else judged if said == "0" and row else None
        return times("-", sign) if sign in ("+", "-") else None
    if kind == "law" and judged in ("+", "-") and {"DOUBT", "DISAGREE"}.intersection(row):
        return times("-", judged)  # «was not convinced that the law was insufficient»
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
    if (sign := _object(between, after, kind)) is not None:
        return sign
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


def _object(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«T, which H supports», «T, a proposal that H rejects»: nothing else for the verb to take."""
    joined = [name for name in between if name not in ("THAT", "CALL", "CLAIM", "t", "v", "SIGN")]
    if kind not in ("nominal", "theme") or joined not in ([","], [",", "<ob"]) or (between[-1] == "t" and len(between) < 2):
        return None
    row: list[str] = []
    for name in after:
        if name in ("h", "i", ";", ",", "BUT", "AND") or name.startswith("<"):
            break
        if name == "t":
            return None
        row.append("SUP" if name == "PREFER" else name)
    verbs = [name for name in row if not name.startswith(">")]
    return chain(verbs) if verbs and verbs[-1] in _ATTITUDES and set(verbs) <= _ATTITUDES | {"NEG", "COND"} else None
