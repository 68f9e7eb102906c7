"""The sign of a holder towards a target in a clause of a language that puts the verb last. Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.algebra import SIGNS, chain, times

_SUBJECT = frozenset({">top", ">nom"})
_ACTORS = frozenset({"h", "i"})
_ASIDE = frozenset({",", "'", "SAY", "THAT", "CLAIM"})
_ENDS = frozenset({"BUT", "AND", ";", "t", "v"})
_UNPLAIN = frozenset({"?", "ASK", "FACT", "RATHER", "COND", "LACK"})
_WEIGHING = frozenset({*SIGNS, "NEG", "AGREE", "DISAGREE"})
_URGED = frozenset({"CALL", "NEED", "DUTY"})
_TOLD = frozenset({"SAY", "CALL"})
_VIEWS = {"AGREE": "SUP", "DISAGREE": "OPP"}
_KINDS = frozenset({"nominal", "law", "clause", "theme", "view", "inverse"})


def plain_sign_last(names: Sequence[str], kind: str) -> str | None:
    """The sign of H towards T by the verbs behind T, «0» where T is another's; ``kind`` is the target's. None where it is not plain."""
    at_h, at_t = names.index("H"), names.index("T")
    if kind not in _KINDS or "?" in names:
        return None
    return _after_subject(names, at_h, at_t, kind) if at_h < at_t else _before_subject(names, at_h, at_t, kind)


def _after_subject(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«H T를 지지한다», and with another subject between: «H는 h가 T를 해야 한다고 말했다»."""
    if names[at_h + 1] not in _SUBJECT and names[at_h + 1].startswith((">", "<")):
        return None
    if _is_told(names, at_h, at_t):
        return "0"
    others = _subjects(names, at_h + 1, at_t)
    row = _predicate(names[at_t + 1 :])
    if row is None:
        return None
    if others:
        return _through(names, at_h, others, row, kind)
    if _subjects(names, at_t + 1, at_t + 1 + len(_until_end(names[at_t + 1 :]))):
        return None
    return _sign(row, kind)


def _through(names: Sequence[str], at_h: int, others: Sequence[int], row: Sequence[str], kind: str) -> str | None:
    """The sign of who says that another should do it; of other sentences with two subjects nothing is plain."""
    if any(names[at + 1] == ">top" for at in others):
        return None
    said = [name for name in row if name.isupper()]
    if (
        names[at_h + 1] == ">top"
        and _URGED.intersection(said)
        and _TOLD.intersection(said[1:])
        and not {"OPP", "BAD", "NEG", "DOUBT"}.intersection(said)
    ):
        return _sign(said, kind)
    return None


def _before_subject(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«“T is needed”, said H»: T and what is said of it come first."""
    if not _SUBJECT.intersection(names[at_h + 1 : at_h + 2]) or _subjects(names, 0, at_h):
        return None
    between, after = names[at_t + 1 : at_h], names[at_h + 1 :]
    row = _predicate(between)
    if row is None or not {"SAY", "'"}.intersection(after) or [n for n in after if n in _WEIGHING]:
        return None
    if between[-1:] not in (["'"], ["SAY"]):
        return None
    return _sign(row, kind)


def _subjects(names: Sequence[str], start: int, end: int) -> list[int]:
    return [at for at in range(start, min(end, len(names) - 1)) if names[at] in _ACTORS and names[at + 1] in _SUBJECT]


def _is_told(names: Sequence[str], at_h: int, at_t: int) -> bool:
    """Whether another wants of H that it do something («h는 H가 T에 나설 것을 촉구했다»)."""
    if names[at_h + 1] != ">nom":
        return False
    before = names[:at_h]
    told = [name for name in _until_end(names[at_t + 1 :]) if name.isupper() and name != "THAT"]
    urged = bool(_URGED.intersection(told)) and bool(_TOLD.intersection(told[1:]))
    return (
        urged
        and ("H" not in before)
        and (_dropped(before) or any(before[at + 1 : at + 2] == [">top"] for at, name in enumerate(before) if name in _ACTORS))
    )


def _dropped(before: Sequence[str]) -> bool:
    return before[:1] == ["h"] and not before[1:2]


def _until_end(after: Sequence[str]) -> list[str]:
    """What belongs to T's own clause: up to a connective, or the next target."""
    end = next((at for at, name in enumerate(after) if name in _ENDS and any(n.isupper() for n in after[:at])), len(after))
    return list(after[:end])


def _predicate(after: Sequence[str]) -> list[str] | None:
    """The cues of the verbs behind T, up to the next clause or target; none where the clause is not plain."""
    row: list[str] = []
    for at, name in enumerate(after):
        if name in ("t", "v") and not row:
            continue  # «T and t are needed»
        if name in _ENDS:
            if name in ("t", "v") and after[at - 1] == ">gen":
                return None
            break
        if name in _UNPLAIN:
            return None
        if not name.startswith((">", "<")):
            row.append(name)
    return row


def _sign(row: Sequence[str], kind: str) -> str | None:
    """The sign of the verbs, the last one outermost."""
    cues = _single([_VIEWS.get(name, name) for name in row if name in _WEIGHING])
    if kind == "clause":
        return "+" if set(cues) <= _URGED else None
    if not SIGNS.keys() & set(cues) or cues.count("NEG") > 1 or cues[0] == "NEG":
        return None
    if kind == "law" and not set(cues) <= {"SUFF", "INSUF", "NEG"}:
        return None
    sign = chain(cues, last_first=True)
    if sign == "0":
        return None
    return times("-", sign) if kind == "inverse" else sign


def _single(cues: Sequence[str]) -> list[str]:
    """The cues, those of one judgement said twice («insufficient, for it lacks …») once."""
    return [name for at, name in enumerate(cues) if not at or name != cues[at - 1] or name in ("NEG", "OPP")]
