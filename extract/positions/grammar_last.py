"""The sign of a holder towards a target in a language that puts the verb last. Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.algebra import SIGNS, times
from extract.positions.verbs_last import UNPLAIN, URGED, WEIGHING, predicate, sign_of, until_end

_SUBJECT = frozenset({">top", ">nom"})
_ACTORS = frozenset({"h", "i"})
_TOLD = frozenset({"SAY", "CALL"})
_AGAINST = frozenset({"OPP", "BAD", "NEG", "DOUBT"})
_FRAMING = frozenset({">dat", ">nom", ">top"})
_ADDRESSED = frozenset({">dat", ">ob"})  # «demanded T of H»
_HELD = frozenset({"SUP", "CALL", "OPP", "SAY", "QUAL"})
_BY_NAME = {"OPP": "-", "CALL": "+", "SUP": "+"}
_BREAKS = frozenset({"AND", "BUT", ",", ">top", ">nom"})
_OTHERS = frozenset({"h", "i", "'", "v"})
_STANCES = frozenset({"SUP", "CALL", "OPP", "QUAL", "DOUBT"})
_KINDS = frozenset({"nominal", "law", "clause", "theme", "view", "inverse"})


def plain_sign_last(names: Sequence[str], kind: str) -> str | None:
    """The sign of H towards T by the verbs behind T, «0» where T is another's; ``kind`` is the target's. None where it is not plain."""
    at_h, at_t = names.index("H"), names.index("T")
    if names[:at_h].count("'") % 2 and not names[:at_t].count("'") % 2:
        return "0"  # who acts in a quotation holds nothing outside it
    if kind not in _KINDS or "?" in names:
        return None
    return _after_subject(names, at_h, at_t, kind) if at_h < at_t else _before_subject(names, at_h, at_t, kind)


def _after_subject(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«H T를 지지한다», and with another subject between: «H는 h가 T를 해야 한다고 말했다»."""
    found = _by_role(names, at_h, at_t, kind)
    if found is not None:
        return found or None
    after = names[at_t + 1 :]
    told = [name for name in after if name.isupper()]
    if told[:1] == ["LACK"]:
        return "+" if {"NEG", "BAD", "HARD", "OPP"}.intersection(told) else "0"  # «nothing without T»
    if after[:1] == ["INSTEAD"]:
        return _given_up(after, kind)
    if (own := _in_relative(names, at_h, at_t, kind)) is not None:
        return own
    if names[at_h + 1] not in _SUBJECT and told[-1:] == ["DUTY"] and not {"SAY", "RATHER", "COND"}.intersection(told):
        return sign_of([name for name in told if name not in UNPLAIN], kind)
    if kind == "nominal" and _is_others(after):
        return "0"
    row = predicate(after)
    if row is None:
        return None
    others = _subjects(names, at_h + 1, at_t)
    if others:
        return _through(names, at_h, others, row, kind)
    if _subjects(names, at_t + 1, at_t + 1 + len(until_end(after))):
        return None
    sign = sign_of(row, kind)
    return None if sign == "0" and WEIGHING.intersection(names[at_h:at_t]) and "SAY" not in names[at_h:at_t] else sign


def _given_up(after: Sequence[str], kind: str) -> str | None:
    """«Instead of T, proposes t»: to be for the one is to be against the other."""
    if kind not in ("nominal", "law") or "t" not in after:
        return None
    row = predicate(after[after.index("t") + 1 :])
    return "-" if row and sign_of(row, "nominal") == "+" else None


def _in_relative(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«The T that H proposed»: what H does to T stands between them."""
    row = names[at_h + 2 : at_t - 1]
    if kind != "nominal" or names[at_h + 1] != ">nom" or names[at_t - 1] != "<adn" or not row or not _HELD.issuperset(row):
        return None
    return sign_of([name for name in row if name != "SAY"], kind)


def _by_role(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """What the parts that H and T play tell at once; empty where they leave nothing plain, none where the verbs must tell."""
    role, after = names[at_h + 1], names[at_t + 1 :]
    if role == ">gen" and kind == "view":
        return "0"  # «I agree with what H said»
    if role == ">gen" and names[at_h + 2] in _BY_NAME and kind == "nominal" and not _BREAKS.intersection(names[at_h:at_t]):
        return _BY_NAME[names[at_h + 2]]  # «by H's opposition T was left out»
    if role not in _SUBJECT and role.startswith((">", "<")):
        return "0" if role in _ADDRESSED and "CALL" in names[at_t:] else ""
    if _is_told(names, at_h, at_t) or _is_frame(after, kind):
        return "0"
    better = list(after[:1]) == ["RATHER"] and "t" in names[at_h:at_t]  # «t is better than T»
    lacking = names[at_t - 1] == "<no" and "LACK" in names[at_h:at_t]  # «without t any T is empty»
    return "0" if better or lacking else None


def _is_frame(after: Sequence[str], kind: str) -> bool:
    """Whether T is only where another target stands («in the treaty, t must be laid down», «to lay this down in t»)."""
    return after[:1] == ["t"] or after[:2] == [">dat", "t"] if kind == "theme" else bool(_FRAMING.intersection(after[:1])) and after[1:2] == ["t"]


def _is_others(after: Sequence[str]) -> bool:
    """«… those who support T …»: whose view it is stands right behind the verb."""
    at = next((at for at, name in enumerate(after) if name in WEIGHING), len(after))
    return list(after[at + 1 : at + 2]) == ["<adn"] and bool(_ACTORS.intersection(after[at + 2 : at + 3]))


def _through(names: Sequence[str], at_h: int, others: Sequence[int], row: Sequence[str], kind: str) -> str | None:
    """The sign of who says that another should do it; of other sentences with two subjects nothing is plain."""
    if any(names[at + 1] == ">top" for at in others):
        return "0"  # T belongs to the topic next to it
    said = [name for name in row if name.isupper()]
    if said[-1:] == ["SAY"] and not URGED.intersection(said) and WEIGHING.intersection(said):
        return "0"  # «H reports that h supports T»
    return sign_of(said, kind) if names[at_h + 1] != ">nom" and _is_urging(said) and not _AGAINST.intersection(said) else None


def _is_urging(said: Sequence[str]) -> bool:
    """«… that it should, said», «… that it do so, demanded»."""
    return said[-1:] == ["CALL"] or (bool(URGED.intersection(said)) and bool(_TOLD.intersection(said[1:])))


def _is_told(names: Sequence[str], at_h: int, at_t: int) -> bool:
    """Whether another wants of H that it do something («h는 H가 T에 나설 것을 촉구했다»)."""
    before = names[:at_h]
    if names[at_h + 1] != ">nom" or not before:
        return False
    left_out = before == ["h"] and ">top" not in names
    topic = any(not before[at + 1].startswith(">") or before[at + 1] == ">top" for at, name in enumerate(before[:-1]) if name in _ACTORS)
    return (left_out or topic) and _is_urging([name for name in until_end(names[at_t + 1 :]) if name.isupper() and name != "THAT"])


def _before_subject(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«“T is needed”, said H», «T에 H가 찬성했다»: T comes first."""
    between, after = names[at_t + 1 : at_h], names[at_h + 1 :]
    if (
        (_ADDRESSED.intersection(after[:1]) and "CALL" in after)
        or "COND" in between
        or ({"ASK", "FACT"}.intersection(between) and predicate(between) == [])
    ):
        return "0"
    if len(between) > 3 and between[-1] == ">top" and between[-2] in _ACTORS and between[-3] == "<adn" and between[-4] in SIGNS:
        return times("-", SIGNS[between[-4]]) if kind == "inverse" else SIGNS[between[-4]]  # «those who support T are H»
    if after[:1] == [">top"] and after[1:2] and after[1] in _ACTORS and between[-1:] == ["<adn"]:
        return "0"  # «those who …»: named behind
    if between[-1:] == ["<adn"] and kind == "nominal" and not _OTHERS.intersection(between) and not names[:at_t].count("'") % 2:
        return _named_behind(between[:-1], after, kind)
    if after[:1] == [">gen"] and {*_BY_NAME, "SAY"}.intersection(after[1:2]):  # «H's demand that T be begun», «H's opposition to T»
        row = predicate([*between, *(after[1:2] if after[1] != "SAY" else ())])
        return None if row is None or not WEIGHING.intersection(row) else sign_of(row, kind)
    if not _SUBJECT.intersection(after[:1]):
        return None
    if between[:1] == [">dat"] and between[-1:] in (["AND"], ["BUT"], [","]) and "t" not in between and not names[:at_t]:
        return _of_topic(after, kind)  # «as for T, h refused it, and H …»
    if _subjects(names, 0, at_h):
        return None
    if kind != "clause" and (between or kind == "view") and not any(name.isupper() or name in ("t", "v", "'") for name in between):
        return _of_topic(after, kind)
    row = predicate(between)
    if row == [] and "ASK" in between:
        return "0"  # «to the question whether T, H said»
    if row is None or not {"SAY", "'"}.intersection(after) or WEIGHING.intersection(after) or between[-1:] not in (["'"], ["SAY"]):
        return None
    return sign_of(row, kind)


def _of_topic(after: Sequence[str], kind: str) -> str | None:
    """What H does to T that stands before it; what is quoted counts where nothing behind the quotation tells."""
    rest = list(after[1:])
    if rest.count("'") == 2 and rest[0] == "'":
        close = rest.index("'", 1)
        told = [name for name in until_end(rest[close + 1 :]) if name != "AND"]
        rest = told if WEIGHING.intersection(told) else rest[1:close]
    row = predicate(rest)
    return None if row is None else sign_of(row, kind)


def _named_behind(between: Sequence[str], after: Sequence[str], kind: str) -> str | None:
    """«H, which has called for T, …», in the order «that T called-for H»."""
    if after[:1] in ([">top"], [">nom"]) and after[1:2] in (["NEG"], ["CLAIM"]):
        return "0"  # «there is none that supports T», «that those who support T are few»
    if between[:1] == ["INSTEAD"]:
        return _given_up(between, kind)
    row = predicate(between)
    return sign_of(row, kind) if row and _STANCES.intersection(row) else None


def _subjects(names: Sequence[str], start: int, end: int) -> list[int]:
    return [at for at in range(start, min(end, len(names) - 1)) if names[at] in _ACTORS and names[at + 1] in _SUBJECT]
