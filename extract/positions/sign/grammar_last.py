"""The sign of a holder towards a target in a language that puts the verb last. Token names in, a sign or none out; pure."""

from __future__ import annotations

from collections.abc import Sequence

from extract.positions.sign.algebra import times
from extract.positions.sign.grammar_first import behind_target, given_up
from extract.positions.sign.roles_last import by_paper, by_role, is_aside, only_named_in_quotation
from extract.positions.sign.verbs_last import AGAINST, UNPLAIN, URGED, WEIGHING, hedged, is_urging, predicate, sign_of, subjects, until_end

_SUBJECT = frozenset({">top", ">nom"})
_ACTORS = frozenset({"h", "i"})
_HELD = frozenset({"SUP", "CALL", "OPP", "SAY", "QUAL"})
_UNSAID = frozenset({"COND", "ASK", "RATHER", "INSTEAD", "BUT", "'"})
_URGING = frozenset({*URGED, "SAY", "GOOD", "SUP"})
_KINDS = frozenset({"nominal", "law", "clause", "theme", "view", "inverse"})


def plain_sign_last(names: Sequence[str], kind: str) -> str | None:
    """The sign of H towards T by the verbs behind T, «0» where T is another's; ``kind`` is the target's. None where it is not plain."""
    names = _for_itself(names)
    at_h, at_t = names.index("H"), names.index("T")
    if ">behalf" in names[at_h:at_t] and at_h < at_t:
        return "0"  # H speaks for another
    if names[:at_h].count("'") % 2 and not names[:at_t].count("'") % 2:
        return "0"  # who acts in a quotation holds nothing outside it
    if only_named_in_quotation(names, at_h, at_t):
        return "0"
    if kind not in _KINDS or "?" in names:
        return None
    if at_h > at_t:
        return behind_target(names, at_h, at_t, kind)
    names = _unquoted(names, at_h, at_t)
    return _after_subject(names, at_h, names.index("T"), kind)


def _for_itself(names: Sequence[str]) -> list[str]:
    """«On behalf of H, h calls for T», «h on behalf of H …»: H holds what h holds."""
    row, at = list(names), list(names).index("H")
    if row[at + 1 : at + 2] != [">behalf"]:
        return row
    speaks = [*subjects(row, at + 1, len(row)), *reversed(subjects(row, 0, at))][:1]
    if not speaks:
        return [*row[: at + 1], ">top", *row[at + 2 :]]
    row[speaks[0]] = "H"
    return [*row[:at], *row[at + 2 :]]


def _unquoted(names: Sequence[str], at_h: int, at_t: int) -> list[str]:
    """The names without what is quoted between H and T, where something is said of T outside it."""
    marks = [at for at in range(at_h, at_t) if names[at] == "'"]
    if len(marks) != 2 or not WEIGHING.intersection(names[at_t:]):
        return list(names)
    return [*names[: marks[0]], *names[marks[1] + 1 :]]


def _after_subject(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«H T를 지지한다», and with another subject between: «H는 h가 T를 해야 한다고 말했다»."""
    found = by_paper(names, at_h, at_t, kind)
    if found is None:
        found = _of_view(names, at_h, at_t, kind)
    if found is None:
        found = by_role(names, at_h, at_t, kind)
    if found is None:
        found = _by_build(names, at_h, at_t, kind)
    if found is not None:
        return found or None
    after = names[at_t + 1 :]
    row = predicate(after)
    if row is None:
        return None
    others = [at for at in subjects(names, at_h + 1, at_t) if not is_aside(names, at, at_t) and "WHILE" not in names[at:at_t]]
    if others:
        return _through(names, at_h, others, row, kind)
    if (behind := subjects(names, at_t + 1, at_t + 1 + len(until_end(after)))) and kind == "nominal" and names[behind[0] + 1] == ">nom":
        return _through(names, at_h, behind, row, kind)  # «to T, that h should agree, said H»
    if behind:
        return None
    sign = "~" if row == ["SUP", "NEG"] and _for_another(names[at_h:at_t]) else sign_of(row, kind)
    if sign == "+" and kind == "nominal" and hedged(after):
        return "~"
    return None if sign == "0" and WEIGHING.intersection(names[at_h:at_t]) and "SAY" not in names[at_h:at_t] else sign


def _of_view(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«To h's view that T suffices H cannot agree»: what H thinks of what h thinks."""
    after = list(names[at_t + 1 :])
    at = after.index("h") if "h" in after else len(after)
    told = [name for name in after[at:] if name.isupper()]
    if after[at + 1 : at + 2] != [">gen"] or "t" in after or told[:1] not in (["SAY"], ["CLAIM"]) or told[-1] not in ("OPP", "DISAGREE"):
        return None
    row = [name for name in predicate(after[:at]) or () if name in WEIGHING]
    sign = ("+" if row == ["SUFF"] else None) if kind == "law" else sign_of(row, kind) if row else None
    return times("-", sign) if sign is not None and sign in "+-" else None


def _by_build(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """What the build of the sentence tells before its verbs are weighed; none where it tells nothing."""
    after = names[at_t + 1 :]
    told = [name for name in after if name.isupper()]
    if told[:1] == ["LACK"]:
        return _lacking(after, told)
    if after[:1] == ["INSTEAD"]:
        return given_up(after, kind)
    if after[:2] == [">that", "INSTEAD"]:
        return "0"  # «instead of the word T»: a choice of words
    if kind == "nominal" and {"NEED", "GOOD"}.intersection(names[at_h:at_t]) and (sign := _what_is_needed(names, at_h, at_t)) is not None:
        return sign
    if (own := _in_relative(names, at_h, at_t, kind)) is not None:
        return own
    if names[at_h + 1] not in _SUBJECT and _duty(told):
        told = _urged(told)
        if not {"SAY", "RATHER", "COND"}.intersection(told):
            return sign_of([name for name in told if name not in UNPLAIN], kind)
    if kind == "nominal" and _is_others(after):
        return "0"
    if kind in ("nominal", "inverse") and _goes_on(names, at_h, at_t):
        return "-" if kind == "inverse" else "+"
    return None


def _duty(told: Sequence[str]) -> bool:
    """Whether the last verb is that of a duty; the demand that leads a list in stands behind it."""
    return told[-1:] == ["DUTY"] or told[-2:] == ["DUTY", "CALL"]


def _what_is_needed(names: Sequence[str], at_h: int, at_t: int) -> str | None:
    """«What is needed is not t but T», the verb left out of both."""
    before, after = names[at_h:at_t], [name for name in names[at_t + 1 :] if name.isupper() or name in ("t", "v", "h")]
    if names[at_t + 1 : at_t + 3] == [">nom", "RATHER"] and not WEIGHING.intersection(after):
        return "-"
    refused = any(before[at : at + 3] == ["t", ">nom", "RATHER"] for at in range(len(before)))
    return "+" if refused and not after else None


def _urged(told: Sequence[str]) -> list[str]:
    """The verbs without the saying that is itself what is urged («declare that you support T»)."""
    at = len(told) - 1 - list(reversed(told)).index("DUTY")
    row = list(told[:at])
    while row and row[-1] == "SAY":
        row.pop()
    return [*row, *told[at:]]


def _lacking(after: Sequence[str], told: Sequence[str]) -> str:
    """«Nothing without T», «what lacks T must be banned»."""
    if told[1:2] == ["WHILE"]:
        return "0"  # «in a time that lacks T, …»
    if {"NEG", "BAD", "HARD", "OPP"}.intersection(told):
        return "+"
    banned = predicate(after[after.index("t") + 1 :]) if "t" in after else None
    return "+" if banned and sign_of(banned, "nominal") == "+" else "0"


def _in_relative(names: Sequence[str], at_h: int, at_t: int, kind: str) -> str | None:
    """«The T that H proposed»: what H does to T stands between them."""
    row = names[at_h + 2 : at_t - 1]
    if kind != "nominal" or names[at_h + 1] != ">nom" or names[at_t - 1] != "<adn" or not row:
        return None
    if row == ["NEG"]:
        return "0"  # «the T that H does not observe»
    if not _HELD.issuperset(row):
        return None
    return sign_of([name for name in row if name != "SAY"], kind)


def _goes_on(names: Sequence[str], at_h: int, at_t: int) -> bool:
    """«H must T and …», «to T and …, H demands»: what is urged behind the next verb is urged of T, which has no verb of its own."""
    after = [name for name in names[at_t + 1 :] if not name.startswith((">", "<"))]
    after = after[1:] if after[:2] == ["FACT", "AND"] else after
    if after[:1] != ["AND"] or subjects(names, at_h + 1, len(names)) or _UNSAID.intersection(after):
        return False
    said = [name for name in after if name.isupper() and name not in ("AND", "FACT")]
    return bool(said) and set(said) <= _URGING and (said[-1] != "SAY" or is_urging(said))


def _for_another(between: Sequence[str]) -> bool:
    """«For t, but not for T»: a line drawn between the two."""
    return "BUT" in between and "SUP" in between and "t" in between[: len(between) - 1 - list(reversed(between)).index("BUT")]


def _is_others(after: Sequence[str]) -> bool:
    """«… those who support T …»: whose view it is stands right behind the verb."""
    at = next((at for at, name in enumerate(after) if name in WEIGHING), len(after))
    return list(after[at + 1 : at + 2]) == ["<adn"] and bool(_ACTORS.intersection(after[at + 2 : at + 3]))


def _through(names: Sequence[str], at_h: int, others: Sequence[int], row: Sequence[str], kind: str) -> str | None:
    """The sign of who says that another should do it; of other sentences with two subjects nothing is plain."""
    if any(names[at + 1] == ">top" for at in others):
        return "0"  # T belongs to the topic next to it
    said = [name for name in row if name.isupper()]
    told = [name for name in names if name.isupper()][-1:] == ["SAY"]
    if told and not URGED.intersection(said) and WEIGHING.intersection(said):
        return "0"  # «H reports that h supports T»
    return sign_of(said, kind) if names[at_h + 1] != ">nom" and is_urging(said) and not AGAINST.intersection(said) else None
