"""The sign of a holder that stands behind its target («T was rejected by H», «T, which H supports»). Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import SIGNS, chain, times
from extract.positions.sign.features import clause

ASIDE = frozenset({",", "'", ":"})
UNPLAIN = frozenset(
    {"h", "i", ";", "?", "BUT", "IF", "ASK", "FACT", "RATHER", "PREFER", "ONCE", "LACK", "WORRY", "AGREE", "DISAGREE", "v", "INSUF", "SUFF"}
)
WEIGH = frozenset(SIGNS) | {"NEG"}
ATTITUDES = frozenset({"CALL", "SUP", "OPP", "QUAL", "DOUBT"})
_GOES_ON = frozenset({"SAY", "SUP", "OPP", "CALL", "COND", "NEG", "NEED", ">neg", ">duty"})  # a holder that does so is no speaker behind its words


def told_after(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«T was supported by H», «T is needed, said H»."""
    between = _last_passive(between)
    if (sign := _object(between, after, kind)) is not None or (sign := _owned(between, after, kind)) is not None:
        return sign
    row = [name for name in between if name not in ASIDE]
    passive, said = (
        row[-1:] == ["<by"],
        row[-1:] == ["SAY"] or (row[-2:-1] == ["SAY"] and row[-1] in ("<of", "<behalf")) or list(after[:1]) in (["SAY"], [">say"]),
    )
    row = [name for name in row if not name.startswith((">", "<"))]
    if said and row[-1:] == ["SAY"]:
        if _GOES_ON.intersection(after[:1]):
            return "0"  # «T …, said that H had found …»
        row.pop()
    if UNPLAIN.difference({"SUFF", "INSUF", "COND"}).intersection(row) or "t" in row or not (passive or said):
        return None
    if kind in ("claim", "pledge"):
        return "+" if said and not row else None
    if kind == "law":
        return _law(row or list(after[1:])) if said else None
    sign = chain(name for at, name in enumerate(row) if not at or name != row[at - 1] or name == "NEG")  # «is pointless and futile, said H»
    if said and sign == "0" and kind != "law":  # «T, H argues, is too vague»
        sign = judged([name for name in after[1:] if name not in ASIDE], kind)
    if sign == "0" or (passive and ("SAY" in row or not {"SUP", "CALL", "OPP", "QUAL", "DOUBT"}.intersection(row))):
        return None
    return times("-", sign) if kind == "inverse" else sign


def _owned(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«T has H's support», «T ran into H's opposition»: nothing else is said of it."""
    own = [name for name in after[:3] if name not in ASIDE]
    if (
        kind != "nominal"
        or set(between) - {"<ob", "FACT"}
        or own[:1] != [">gen"]
        or not ATTITUDES.intersection(own[1:2])
        or {"t", ">duty"}.intersection(after)
    ):
        return None
    return SIGNS[own[1]]


def _last_passive(between: Sequence[str]) -> Sequence[str]:
    """What H does, without what others did before («T, floated by h and blocked by H»); what they did where H has no verb of its own."""
    if list(between).count("<by") < 2 or between[-1] != "<by":
        return between
    parted = list(between)
    other = max(place for place, name in enumerate(parted[:-1]) if name == "<by")
    own = [name for name in parted[other + 2 :] if name not in (",", "AND", "BUT")]
    return own if ATTITUDES.intersection(own) else [*parted[: parted.index("<by")], "<by"]


def _law(row: Sequence[str]) -> str | None:
    """What is said of the law («the law is enough, he said», «the law, he added, covers this»)."""
    told = [name for name in row if name in ("SUFF", "INSUF", "NEG")][:2]
    return chain(told) if {"SUFF", "INSUF"}.intersection(told) else None


def fronted(before: Sequence[str], between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«States should agree on T, H said», «the value of T was stressed by H»: what stands before T in its clause."""
    row = [name for name in between if name not in ASIDE and not name.startswith((">", "<"))]
    said = list(after[:1]) in (["SAY"], [">say"]) or row[-1:] == ["SAY"]  # he says it, or it was said by him
    if kind in ("law", "pledge", "claim", "building", "view") or (not said and "<by" not in between) or set(row) - {"SAY", "NEED", "t"}:
        return None
    led = clause([name for name in before if name not in ASIDE][::-1])[::-1]
    led = [name for name in led if not name.startswith((">", "<"))]
    led = led[next((place for place, name in enumerate(led) if name != "FACT"), len(led)) :]
    if not led or not set(led) <= WEIGH | {"COND", "FACT", "THAT"} or {"BAD", "DOUBT", "HARD"}.intersection(led) or "NEED" not in led:
        return None
    sign = chain(led)
    return None if sign == "0" else times("-", sign) if kind == "inverse" else sign


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
    return chain(verbs) if verbs and verbs[-1] in ATTITUDES and set(verbs) <= ATTITUDES | {"NEG", "COND", "SAY"} else None


def judged(after: Sequence[str], kind: str) -> str:
    """What is said of T behind it."""
    if kind == "law":
        row = [name for name in after if name in ("SUFF", "INSUF", "NEG", "GOOD")][:3]
        row = row[: next((place + 1 for place, name in enumerate(row) if name != "NEG"), 0)]
        return chain(row) if {"SUFF", "INSUF", "GOOD"}.intersection(row) else "0"
    row = []
    for name in after:
        if name in WEIGH:
            row.append(name)
            if name != "NEG":
                break
        elif name in ("SAY", "THAT", "LACK", "AGREE", "DISAGREE"):
            break
    if "LACK" in after[:1]:
        return "0"
    return chain(row)
